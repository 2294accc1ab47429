public import HeijunModel

extension Rule {
    /// The part of the policy that a rule belongs to.
    public enum Area: String, CaseIterable, Sendable {
        case placement, migration, levelling, cloud, hardware, standardization, procurement, gates
        case operations, facility, governance, people, target, tiers

        /// The part as shown.
        public var title: Words {
            switch self {
            case .placement: Words(ja: "配置", en: "Placement")
            case .migration: Words(ja: "移設", en: "Moves")
            case .levelling: Words(ja: "平準化", en: "Levelling")
            case .cloud: Words(ja: "クラウド", en: "Cloud")
            case .hardware: Words(ja: "ハードウェア", en: "Hardware")
            case .standardization: Words(ja: "標準化", en: "Standardization")
            case .procurement: Words(ja: "調達", en: "Procurement")
            case .gates: Words(ja: "審査・レビュー", en: "Gates")
            case .operations: Words(ja: "運用", en: "Operations")
            case .facility: Words(ja: "施設", en: "Facilities")
            case .governance: Words(ja: "推進体制", en: "Governance")
            case .people: Words(ja: "人材", en: "People")
            case .target: Words(ja: "目標", en: "Targets")
            case .tiers: Words(ja: "三層の対策", en: "Three tiers")
            }
        }
    }

    /// How binding a sentence is: what its own words say.
    public enum Strength: String, CaseIterable, Sendable {
        case must, principle, should, consider, order, condition, planned, role, support, info

        /// The strength as shown.
        public var title: Words {
            switch self {
            case .must: Words(ja: "する", en: "must")
            case .principle: Words(ja: "原則", en: "in principle")
            case .should: Words(ja: "可能な限り", en: "as far as possible")
            case .consider: Words(ja: "検討", en: "consider")
            case .order: Words(ja: "検討順", en: "order")
            case .condition: Words(ja: "条件", en: "condition")
            case .planned: Words(ja: "予定", en: "planned")
            case .role: Words(ja: "役割", en: "role")
            case .support: Words(ja: "支援", en: "support")
            case .info: Words(ja: "情報", en: "information")
            }
        }

        /// The grade of a breach, where the rule's check names no other.
        public var severity: Finding.Severity {
            switch self {
            case .must: .error
            case .principle, .should, .role: .warning
            case .consider, .order, .condition, .planned, .support, .info: .info
            }
        }
    }
}

extension Words {
    /// The section answers for it in writing.
    static let checklist = Words(
        ja: "所管課がチェックリストで確認する。", en: "The owning section confirms it on a checklist.")
    /// The ledger has no field that tells.
    static let noField = Words(
        ja: "台帳に項目がないため、システム企画部門が書面で確認する。",
        en: "The ledger has no such field; the planning section confirms it on paper.")
    /// The planner keeps it.
    static let planner = Words(
        ja: "平準化計画の目的関数と制約が扱う。", en: "The levelling plan keeps it, as its objective and limits.")
    /// Another output shows it.
    static let indicator = Words(
        ja: "成果指標の表で確認する。", en: "The table of indicators shows it.")
    /// It lies outside the ledger's subject.
    static let outside = Words(
        ja: "情報システム台帳の対象外。体制・規程で確認する。",
        en: "Outside the ledger's subject; confirmed in roles and regulations.")
}
