import Foundation
import Testing

/// `plan apply` as programs read it.
struct PlanApplyTests {
    /// A portfolio of forty fictional systems with a plan.
    private func planned() throws -> Tool {
        let tool = try Tool()
        let inventory = try tool.run("sample --systems 40 --seed 5").output
        #expect(try tool.run("init").status == 0)
        #expect(try tool.run(["import", "-"], input: inventory).status == 0)
        #expect(try tool.run("plan").status == 0)
        return tool
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    /// The values of one kind by key and JSON key, as the ledger is listed.
    private func ledger(_ tool: Tool) throws -> [String: [String: String]] {
        var found: [String: [String: String]] = [:]
        let systems = try #require(
            try object(tool.run("systems --json").output)["system"] as? [[String: Any]])
        for system in systems {
            let key = try #require(system["id"] as? String)
            found[key] = [
                "rebuildYear": text(system["rebuild_year"]), "renewalYear": text(system["renewal_year"]),
            ]
        }
        let lines = try tool.run("export csv --kind plan_decision").output.split(separator: "\r\n")
        for line in lines.dropFirst() {
            let values = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            let keys = [
                "moveYear", "moveQuarter", "hosting", "form", "ending", "extendedFrom", "extendedThrough",
            ]
            for (key, value) in zip(keys, values.dropFirst()) { found[values[0]]?[key] = value }
        }
        return found
    }

    private func text(_ value: Any?) -> String {
        value.flatMap { $0 is NSNull ? nil : "\($0)" } ?? ""
    }

    /// What is given out is what the ledger said before and says after, every changed system and no other.
    @Test func whatWasWrittenIsWhatTheLedgerSays() throws {
        let tool = try planned()
        defer { tool.remove() }
        let before = try ledger(tool)
        let applied = try tool.run("plan apply P-0001 --json")
        #expect(applied.status == 0, "\(applied.errors)")
        let json = try object(applied.output), after = try ledger(tool)
        #expect(json["plan"] as? String == "P-0001" && json["batch"] as? Int == 2)
        let systems = try #require(json["systems"] as? [[String: Any]])
        #expect(json["unchanged"] as? Int == before.count - systems.count)
        let named = try systems.map { try #require($0["system"] as? String) }
        #expect(named == named.sorted() && Set(named) == Set(before.keys.filter { before[$0] != after[$0] }))
        for system in systems {
            let key = try #require(system["system"] as? String)
            for part in [
                "rebuildYear", "renewalYear", "moveYear", "hosting", "form", "ending", "extendedFrom",
            ] {
                let pair = try #require(system[part] as? [String: Any])
                #expect(text(pair["before"]) == before[key]?[part] ?? "", "\(key) \(part)")
                #expect(text(pair["after"]) == after[key]?[part] ?? "", "\(key) \(part)")
                let isNamed = (system["changed"] as? [String])?.contains(part)
                #expect(isNamed == (text(pair["before"]) != text(pair["after"])), "\(key) \(part)")
            }
        }
        #expect(try tool.run("undo 2").status == 0 && ledger(tool) == before)
    }

    /// The keys are those of the schema, in either language; nothing is written where the ledger is as planned.
    @Test func keysAreStable() throws {
        let tool = try planned()
        defer { tool.remove() }
        let schema = try object(
            String(
                contentsOf: Repository.root.appending(path: "docs/json/apply.schema.json"), encoding: .utf8))
        let properties = try #require(schema["properties"] as? [String: Any])
        let items = (properties["systems"] as? [String: Any])?["items"] as? [String: Any]
        let required = Set(try #require(items?["required"] as? [String]))
        var outputs: [String] = []
        for (number, language) in ["ja", "en"].enumerated() {
            let output = try tool.run("plan apply --json", language: language).output
            let json = try object(output)
            #expect(Set(json.keys) == Set(try #require(schema["required"] as? [String])))
            let systems = try #require(json["systems"] as? [[String: Any]])
            #expect(!systems.isEmpty && systems.allSatisfy { Set($0.keys) == required })
            outputs.append(output.replacing("\"batch\": \(2 + 2 * number)", with: ""))
            #expect(try tool.run("undo \(2 + 2 * number)").status == 0)
        }
        #expect(outputs[0] == outputs[1])
        let rows = try tool.run("plan apply --csv").output.split(separator: "\r\n")
        #expect(rows.count > 20 && rows[0].contains("Before,After"))
    }

    /// A re-plan that is held to the applied plan changes nothing, and says so.
    @Test func aPlanThatChangesNothingSaysSo() throws {
        let tool = try planned()
        defer { tool.remove() }
        #expect(try tool.run("plan set replan-penalty=10000000 change-penalty=1000000").status == 0)
        #expect(try tool.run("plan").status == 0)
        #expect(try tool.run("plan apply").status == 0)
        #expect(try tool.run("plan").status == 0)
        let again = try object(tool.run("plan apply P-0003 --json").output)
        #expect(again["batch"] is NSNull && (again["systems"] as? [Any])?.isEmpty == true)
        #expect(again["unchanged"] as? Int == 40)
        #expect(try tool.run("plan apply P-0002 --json").status == 1)
    }
}
