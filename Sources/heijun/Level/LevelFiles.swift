import HeijunLevelling
import HeijunModel

/// The files that `level` reads; each fault comes with its file and line.
enum LevelFiles {
    /// Reads a problem, plain or gzip, `-` for standard input.
    static func problem(_ path: String) throws -> LevellingProblem {
        var reader = ProblemReader()
        do {
            try readPieces(of: path) { try reader.feed($0) }
            return try reader.finish()
        } catch let error as ProblemError {
            throw Failure(error.words(path), .unreadable)
        }
    }

    static func solution(_ path: String, _ problem: LevellingProblem) throws -> StatedSolution {
        let bytes = try readAll(path)
        do {
            return try StatedSolution(reading: bytes, for: problem)
        } catch {
            throw refusal(error, path)
        }
    }

    static func certificate(_ path: String, _ problem: LevellingProblem) throws -> StatedCertificate {
        let bytes = try readAll(path)
        do {
            return try StatedCertificate(reading: bytes, for: problem)
        } catch {
            throw refusal(error, path)
        }
    }

    /// A file of another kind is unreadable; one of the right kind that was damaged or changed is refused.
    private static func refusal(_ error: ProofFileError, _ path: String) -> Failure {
        if case .header = error.fault { return Failure(error.words(path), .unreadable) }
        return Failure(error.words(path), .refused)
    }

    /// Writes a problem as free MPS, for `level --mps` and `export mps`.
    static func writeMPS(of problem: LevellingProblem, to path: String) throws {
        let export = MPSExport(problem)
        try writePieces(to: path) { sink in try export.write(to: sink) }
    }

    /// Writes a sample problem, for `sample --problem`.
    static func writeSample(activities: Int, seed: UInt64, to path: String) throws {
        guard let sample = ProblemSample(activities: activities, seed: seed) else {
            throw Failure(
                ja: "作業の数 \(activities) は使えません。1〜10,000,000 にしてください。",
                en: "\(activities) activities cannot be made. Give a number from 1 to 10,000,000.", .usage)
        }
        try writePieces(to: path) { sink in try sample.write(to: sink) }
    }
}
