import Foundation
import HeijunLevelling

/// GLPK and CBC as separate programs, asked for the optimum of a problem that was written as MPS.
enum OtherSolver: String, CaseIterable {
    case glpsol, cbc

    /// Where the program is, nil where it is not installed.
    var path: String? {
        ["/usr/bin/", "/usr/local/bin/"].map { $0 + rawValue }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
    }

    /// The optimum it reports, nil for an infeasible problem.
    func optimum(of problem: LevellingProblem) throws -> Double? {
        try read(answer(to: problem, asking: arguments))
    }

    /// The value of the linear relaxation, by GLPK.
    static func relaxation(of problem: LevellingProblem) throws -> Double? {
        let answer = try glpsol.answer(to: problem) { ["--freemps", $0, "--nomip", "--output", $1] }
        return answer.firstMatch(of: /Objective: +objective = (\S+)/).flatMap { Double($0.1) }
    }

    /// What the program writes when it is called with these arguments for a model and an answer file.
    private func answer(
        to problem: LevellingProblem, asking arguments: (String, String) -> [String]
    ) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("mps-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (model, answer) = (
            folder.appendingPathComponent("p.mps"), folder.appendingPathComponent("answer")
        )
        var bytes: [UInt8] = []
        MPSExport(problem).write { (chunk: borrowing [UInt8]) in bytes += copy chunk }
        try Data(bytes).write(to: model)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path ?? "")
        process.arguments = arguments(model.path, answer.path)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return try String(contentsOf: answer, encoding: .utf8)
    }

    private func arguments(_ model: String, _ answer: String) -> [String] {
        switch self {
        case .glpsol: ["--freemps", model, "--output", answer]
        case .cbc: [model, "ratioGap", "0", "allowableGap", "0", "solve", "solution", answer]
        }
    }

    private func read(_ answer: String) throws -> Double? {
        switch self {
        case .glpsol:
            guard answer.contains("INTEGER OPTIMAL") else {
                return try require(answer.contains("INTEGER EMPTY") || answer.contains("UNDEFINED"), answer)
            }
            return answer.firstMatch(of: /Objective: +objective = (\S+)/).flatMap { Double($0.1) }
        case .cbc:
            guard answer.hasPrefix("Optimal") else {
                return try require(answer.contains("nfeasible"), answer)
            }
            return answer.firstMatch(of: /objective value +(\S+)/).flatMap { Double($0.1) }
        }
    }

    private func require(_ isInfeasible: Bool, _ answer: String) throws -> Double? {
        if isInfeasible { return nil }
        throw Strange(answer: String(answer.prefix(200)))
    }

    struct Strange: Error {
        let answer: String
    }
}
