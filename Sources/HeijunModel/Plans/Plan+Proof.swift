extension Plan {
    /// The proof of a plan's bound, or that no plan exists: it travels with the plan, so that anybody can compute the
    /// bound again from the ledger.
    public struct Proof: Hashable, Codable, Sendable {
        /// A certificate file of format 1 (`docs/levelling.md`).
        public var text: String
        /// The number of its parts: leaves, refutations and exclusions.
        public var parts: Int

        /// A proof with the number of its parts.
        public init(text: String, parts: Int) {
            self.text = text
            self.parts = parts
        }
    }

    /// The value of a setting that a plan was made under.
    public struct SettingUse: Hashable, Codable, Sendable {
        /// The setting's key.
        public var key: Key
        /// The value taken, in the setting's unit.
        public var value: Int

        /// Makes a use.
        public init(key: Key, value: Int) {
            self.key = key
            self.value = value
        }
    }
}

extension Plan.Choice {
    /// The choice without what follows from it: what a later plan counts its changes from.
    public var decided: Plan.Choice {
        var result = Plan.Choice(system: system)
        result.firstRebuild = firstRebuild
        result.plannedRenewal = plannedRenewal
        result.moveYear = moveYear
        result.moveQuarter = moveQuarter
        result.newHosting = newHosting
        result.form = form
        result.ending = ending
        return result
    }
}
