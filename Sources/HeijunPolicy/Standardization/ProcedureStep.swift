public import HeijunModel

/// One of the 40 steps (作業ステップ) of the ministry's procedure (総務省 自治体情報システムの標準化・共通化に係る手順書).
public struct ProcedureStep: Sendable, Hashable {
    /// 1 to 40.
    public let number: Int
    /// The work item ① to ⑱ that it belongs to, as a number.
    public let item: Int
    /// The work item's name; inferred from its steps.
    public let itemName: String
    /// The phase; inferred but for 計画立案.
    public let phase: Phase
    /// The step's name, word for word as the ministry's sheet has it.
    public let name: String

    /// The procedure's three phases.
    public enum Phase: String, CaseIterable, Sendable {
        case planning, selection, migration

        /// The phase as shown.
        public var title: Words {
            switch self {
            case .planning: Words(ja: "計画立案", en: "Planning")
            case .selection: Words(ja: "システム選定", en: "Selection")
            case .migration: Words(ja: "移行", en: "Migration")
            }
        }
    }

    init(_ number: Int, item: Int, _ itemName: String, _ phase: Phase, _ name: String) {
        self.number = number
        self.item = item
        self.itemName = itemName
        self.phase = phase
        self.name = name
    }

    /// The step of that number; nil outside 1–40.
    public static func numbered(_ number: Int) -> ProcedureStep? {
        all.indices.contains(number - 1) ? all[number - 1] : nil
    }

    /// The code that its name begins with, such as `⑭-3`, and the name without it.
    public var code: String { String(name.prefix { $0 != " " }) }
    /// The name without its code.
    public var title: String { String(name.drop { $0 != " " }.dropFirst()) }

    /// ⑯-2, the change of the internal network.
    static let networkChange = 38
    /// ⑭-3, the last migration of data.
    static let dataMigration = 34
    /// ⑮-1, the test.
    static let test = 35
    /// ⑱-1, in operation.
    static let operation = 40
}
