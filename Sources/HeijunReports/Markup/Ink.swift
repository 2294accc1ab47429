/// The few colours, each with one meaning. They differ in lightness too, and nothing is told by colour alone.
///
/// Charts carry the hexadecimal value, so that a file looks right by itself, and a class of the ink's name, by
/// which a page can change it for dark screens.
enum Ink: String {
    case ink, muted, grid, running, build, limit, move, done, paper, ahead

    /// The colour on paper.
    var hex: String {
        switch self {
        case .ink: "#18212f"
        case .muted: "#5d6b7e"
        case .grid: "#d9dfe7"
        case .running: "#b9c7d6"
        case .build: "#1f6f8b"
        case .limit: "#a4243b"
        case .move: "#d8973c"
        case .done: "#3a7d44"
        case .paper: "#ffffff"
        case .ahead: "#e9eef3"
        }
    }
}
