/// One cell of a table.
struct GridCell {
    let column: Int
    let row: Int
    let text: String
    let place: Place
    /// How many columns to the right and rows below are merged with it.
    var across = 0, down = 0
    /// Whether the text is that of a cell above which is merged with it.
    var isCarried = false

    /// Whether a column is the cell's or merged with it.
    func covers(_ other: Int) -> Bool { (column...column + across).contains(other) }
}
