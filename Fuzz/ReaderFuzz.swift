/// What libFuzzer calls: the bytes are read as a problem, in two pieces cut where the last byte says; a problem that
/// is one is counted, written as MPS and taken apart into the forest of its bound. Nothing may trap.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let cut = bytes.isEmpty ? 0 : Int(bytes[count - 1]) % count
    if let problem = read(bytes, cut) {
        use(problem)
    }
    useProofFiles(bytes)
    return 0
}

private func read(_ bytes: [UInt8], _ cut: Int) -> LevellingProblem? {
    do throws(ProblemError) {
        var reader = ProblemReader()
        try reader.feed(bytes[..<cut])
        try reader.feed(bytes[cut...])
        return try reader.finish()
    } catch {
        return nil
    }
}

private func use(_ problem: LevellingProblem) {
    guard problem.rowCount < 4096 else { return }
    MPSExport(problem).write { (_: borrowing [UInt8]) in }
    let duals = Duals(isRay: true, scale: 1, lambda: [], rho: [], pi: [])
    let proof = Certificate(duals: [duals], root: .leaf(duals: 0))
    _ = try? Verifier(problem).bound(provenBy: proof)
    _ = Evaluation(of: problem.names.map { _ in 0 }, in: problem)
}

/// The same bytes as the files that answer a fixed problem.
private func useProofFiles(_ bytes: [UInt8]) {
    guard let problem = read(Array(small.utf8), 40) else { return }
    let solution = try? StatedSolution(reading: bytes, for: problem)
    // With a right checksum put below, so that what stands above it is tried too.
    var checksum = ProofChecksum()
    checksum.take(bytes + [10])
    let sealed = bytes + Array("\nend \(checksum.text)\n".utf8)
    guard let proof = try? StatedCertificate(reading: sealed, for: problem) else { return }
    _ = Verifier(problem).verify(solution, proof)
}

private let small = """
    levelling 1
    periods 2
    resource cost levelled
    limit 0 9 -
    weight peak 3
    weight roughness 1
    activity A
    alternative 0 0 1 0:0:5
    alternative 2 1 2 0:1:5
    activity B
    alternative 0 0 1 0:0:5
    before A B
    together A B
    """
