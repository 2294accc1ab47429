/// What a field holds: enough to write its schema, its form and its column.
public enum ValueType: Hashable, Sendable {
    case text
    /// A text without blanks that names a record.
    case key
    case integer(ClosedRange<Int>)
    /// Whole yen.
    case yen
    case fiscalYear
    case day
    case flag
    /// One of the listed values.
    case choice([Choice])
    /// The key of a record of the named kind.
    case reference(String)
    /// Rack height in units; steps of a half.
    case rackUnits
    case watts
    case kilograms
    /// Work in person-months; steps of a tenth.
    case personMonths
    /// A fraction from 0 to 1, to four places.
    case rate
    /// A decimal figure, to four places.
    case figure

    /// One value of a closed list.
    public struct Choice: Hashable, Sendable {
        /// The value as stored.
        public let value: String
        /// The value as shown.
        public let title: Words
        /// Other spellings that are read as this value.
        public let aliases: [String]
    }

    /// The unit that a heading shows; empty where there is none.
    public var unit: Words {
        switch self {
        case .yen: Words(ja: "円", en: "yen")
        case .rackUnits: Words(ja: "U", en: "U")
        case .watts: Words(ja: "W", en: "W")
        case .kilograms: Words(ja: "kg", en: "kg")
        case .personMonths: Words(ja: "人月", en: "person-months")
        case .text, .key, .integer, .fiscalYear, .day, .flag, .choice, .reference, .rate, .figure:
            Words(ja: "", en: "")
        }
    }

    /// Whether its kept texts are ordered as numbers.
    public var isNumber: Bool {
        switch self {
        case .integer, .yen, .fiscalYear, .rackUnits, .watts, .kilograms, .personMonths, .rate, .figure: true
        case .text, .key, .day, .flag, .choice, .reference: false
        }
    }
}
