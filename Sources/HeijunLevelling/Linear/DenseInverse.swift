/// Inversion of small dense matrices.
enum DenseInverse {
    /// Inverts by Gauss–Jordan elimination, choosing in each column the largest entry of the rows left.
    ///
    /// - Parameter matrix: Row after row; used up.
    /// - Returns: For each column without a usable entry the column and a row that was left over; empty if `inverse` is
    ///   the inverse.
    static func invert(_ matrix: inout [Double], into inverse: inout [Double], count: Int) -> [(
        place: Int, row: Int
    )] {
        var used = Array(repeating: false, count: count)
        var rowOf = Array(repeating: -1, count: count)
        var work = Array(repeating: 0.0, count: count * count)
        for index in 0..<count { work[index * count + index] = 1 }
        matrix.withUnsafeMutableBufferPointer { a in
            work.withUnsafeMutableBufferPointer { b in
                for column in 0..<count {
                    var pivot = -1
                    var largest = 1e-9
                    for row in 0..<count where !used[row] && abs(a[row * count + column]) > largest {
                        largest = abs(a[row * count + column])
                        pivot = row
                    }
                    guard pivot >= 0 else { continue }
                    used[pivot] = true
                    rowOf[column] = pivot
                    eliminate(a.baseAddress!, b.baseAddress!, pivot, column, count)
                }
            }
        }
        let left = (0..<count).filter { !used[$0] }
        let open = (0..<count).filter { rowOf[$0] < 0 }
        guard open.isEmpty else { return Array(zip(open, left)).map { (place: $0, row: $1) } }
        for column in 0..<count {
            for index in 0..<count { inverse[column * count + index] = work[rowOf[column] * count + index] }
        }
        return []
    }

    private static func eliminate(
        _ a: UnsafeMutablePointer<Double>, _ b: UnsafeMutablePointer<Double>, _ pivot: Int, _ column: Int,
        _ count: Int
    ) {
        let factor = 1 / a[pivot * count + column]
        for index in 0..<count {
            a[pivot * count + index] *= factor
            b[pivot * count + index] *= factor
        }
        for row in 0..<count where row != pivot {
            let amount = a[row * count + column]
            if amount == 0 { continue }
            subtract(a + row * count, a + pivot * count, amount, count)
            subtract(b + row * count, b + pivot * count, amount, count)
        }
    }

    /// Takes a multiple of one row from another.
    @inline(__always)
    static func subtract(
        _ row: UnsafeMutablePointer<Double>, _ other: UnsafeMutablePointer<Double>, _ amount: Double,
        _ count: Int
    ) {
        for index in 0..<count { row[index] -= amount * other[index] }
    }
}
