import Foundation
import GRDB
public import HeijunModel

/// A plan as it was stored.
public struct StoredPlan: Hashable, Sendable {
    /// The plan, with its id.
    public let plan: Plan
    /// When it was stored; ISO 8601.
    public let time: String
    /// The scenario that it was made under, where it has a name.
    public let scenario: String?
    /// The batch that put it into the ledger, where one did that was not undone.
    public let appliedBatch: Int?
    /// The last batch before it was stored; 0 where there was none.
    public let afterBatch: Int
}

extension Store {
    /// Stores a plan and gives it the next id: `P-0001`, `P-0002` …
    public func save(
        _ plan: Plan, time: String, scenario: String? = nil
    ) throws(StoreError) -> String {
        try writing { db in
            let number = (try Int.fetchOne(db, sql: "SELECT max(number) FROM plan") ?? 0) + 1
            var plan = plan
            plan.id = Store.planID(number)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let json = String(decoding: try encoder.encode(plan), as: UTF8.self)
            try db.execute(
                sql: """
                    INSERT INTO plan (number, time, scenario, input_hash, json, after_batch)
                    VALUES (?, ?, ?, ?, ?, (SELECT coalesce(max(id), 0) FROM batch))
                    """,
                arguments: [number, time, scenario, plan.inputHash, json])
            return plan.id
        }
    }

    /// The plan of that id, or the latest.
    ///
    /// - Throws: `.noPlan` where there is none.
    public func plan(_ id: String? = nil) throws(StoreError) -> StoredPlan {
        try reading { db in
            let latest = try Int.fetchOne(db, sql: "SELECT max(number) FROM plan")
            let number = id == nil ? latest : id.flatMap(Store.planNumber)
            let row = try Row.fetchOne(db, sql: Store.selectPlans + " WHERE number = ?", arguments: [number])
            guard let row else { throw StoreError.noPlan(id, latest: latest.map(Store.planID)) }
            return try storedPlan(row)
        }
    }

    /// Every plan, the first one first.
    public func plans() throws(StoreError) -> [StoredPlan] {
        try reading { db in
            try Row.fetchAll(db, sql: Store.selectPlans + " ORDER BY number").map(storedPlan)
        }
    }

    /// Notes which batch put a plan into the ledger.
    func markApplied(_ id: String, by batch: Int, in db: Database) throws {
        try db.execute(
            sql: "UPDATE plan SET applied_batch = ? WHERE number = ?",
            arguments: [batch, Store.planNumber(id)])
        guard db.changesCount == 1 else {
            let latest = try Int.fetchOne(db, sql: "SELECT max(number) FROM plan")
            throw StoreError.noPlan(id, latest: latest.map(Store.planID))
        }
    }

    /// Plans with the batch that still stands for each.
    private static let selectPlans = """
        SELECT plan.*, standing.id AS standing FROM plan
        LEFT JOIN batch AS standing ON standing.id = plan.applied_batch AND standing.undone_by IS NULL
        """

    private func storedPlan(_ row: Row) throws -> StoredPlan {
        let json: String = row["json"]
        guard var plan = try? JSONDecoder().decode(Plan.self, from: Data(json.utf8)) else {
            throw StoreError.corrupt(path, detail: "plan \(Store.planID(row["number"]))")
        }
        plan.id = Store.planID(row["number"])
        return StoredPlan(
            plan: plan, time: row["time"], scenario: row["scenario"], appliedBatch: row["standing"],
            afterBatch: row["after_batch"] ?? 0)
    }

    private static func planID(_ number: Int) -> String {
        let digits = String(number)
        return "P-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private static func planNumber(_ id: String) -> Int? {
        id.hasPrefix("P-") ? Int(id.dropFirst(2)) : nil
    }
}
