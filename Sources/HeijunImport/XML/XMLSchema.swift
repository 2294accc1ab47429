import CLibXML2
import HeijunModel
import Synchronization

/// A schema (XSD) that files are held against. It is read without network: what it includes or imports must be given
/// with it, and entities are refused in it as in any file.
public final class XMLSchema: @unchecked Sendable {
    // libxml2 only reads a schema once it is made, from any thread.
    let schema: xmlSchemaPtr
    /// Whether the validator remembers each child of an element until it ends, and values until the file ends.
    let remembersChildren: Bool, remembersValues: Bool
    private static let textLimit = 16 << 20

    /// Why a text is no schema: the sentence of the parser and the line.
    public struct Fault: Error, Hashable, Sendable {
        public let line: Int, detail: String
    }

    /// Reads a schema.
    ///
    /// - Parameter parts: Other schemas that it may include or import, by the names of their files.
    /// - Throws: The first thing that is wrong with it.
    public init(_ bytes: [UInt8], parts: [String: [UInt8]] = [:]) throws(Fault) {
        PushParser.prepare()
        let cost = SchemaCost()
        let used = try XMLSchema.used(bytes, of: parts, cost)
        if let excess = cost.excess() { throw Fault(line: 1, detail: excess) }
        (remembersChildren, remembersValues) = (cost.remembersChildren, cost.remembersValues)
        let result = SchemaParts.lend(used) { XMLSchema.parse(bytes) }
        schema = try result.get().schema
    }

    deinit { xmlSchemaFree(schema) }

    /// The schemas that a text includes or imports, and those again; each is looked at as any file is.
    private static func used(
        _ bytes: [UInt8], of parts: [String: [UInt8]], _ cost: SchemaCost
    ) throws(Fault) -> [String: [UInt8]] {
        var used: [String: [UInt8]] = [:], waiting = [bytes], size = 0
        while let text = waiting.popLast() {
            size += text.count
            guard size <= textLimit else {
                throw Fault(line: 1, detail: "more than \(textLimit >> 20) MiB with what it includes")
            }
            try checkHarmless(text, cost)
            for location in cost.takeLocations() {
                guard let name = [location, location + ".xsd"].first(where: { parts[$0] != nil }),
                    used[name] == nil
                else { continue }
                used[name] = parts[name]
                waiting.append(parts[name] ?? [])
            }
        }
        return used
    }

    /// A schema on its way out of the lock that it was made under.
    private struct Made: @unchecked Sendable {
        let schema: xmlSchemaPtr
    }

    /// Reads the text as any file is read: no entities, no excess.
    private static func checkHarmless(_ bytes: [UInt8], _ cost: SchemaCost) throws(Fault) {
        guard let parser = PushParser(limits: .vendor, events: { _ in cost }) else { return }
        var source = TextSource()
        let fed = bytes.withUnsafeBytes { bytes in
            Result { () throws(ImportError) in
                try source.feed(bytes, isLast: true) { parser.push($0) }
            }
        }
        if case .failure(let error) = fed { throw Fault(line: error.line, detail: error.words.en) }
        parser.finish()
        if let failure = parser.failure { throw Fault(line: failure.line, detail: failure.words.en) }
    }

    private static func parse(_ bytes: [UInt8]) -> Result<Made, Fault> {
        let faults = SchemaFaults(line: nil)
        return bytes.withUnsafeBytes { buffer in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let context = xmlSchemaNewMemParserCtxt(start, Int32(clamping: buffer.count)) else {
                return .failure(Fault(line: 1, detail: "memory"))
            }
            defer { xmlSchemaFreeParserCtxt(context) }
            xmlSchemaSetParserStructuredErrors(context, SchemaFaults.take, faults.pointer)
            let schema = xmlSchemaParse(context)
            withExtendedLifetime(faults) {}
            guard let schema else {
                return .failure(faults.found.first ?? Fault(line: 1, detail: "no schema"))
            }
            return .success(Made(schema: schema))
        }
    }
}

/// What schemas may include or import while one is being read: the only outside texts that libxml2 ever gets.
enum SchemaParts {
    private static let lent = Mutex<[String: [UInt8]]>([:])
    private static let turn = Mutex<Void>(())

    /// Lends texts while `body` runs; one schema at a time.
    static func lend<Value: Sendable>(_ parts: [String: [UInt8]], _ body: () -> Value) -> Value {
        turn.withLock { _ in
            lent.withLock { $0 = parts }
            defer { lent.withLock { $0 = [:] } }
            return body()
        }
    }

    /// What libxml2 calls for every outside text.
    static let loader: xmlExternalEntityLoader = { address, _, context in
        guard let address else { return nil }
        let path = String(cString: address)
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        let bytes = SchemaParts.lent.withLock { $0[name] ?? $0[name + ".xsd"] }
        guard let bytes else { return nil }
        return bytes.withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            let buffer = xmlParserInputBufferCreateMem(
                start, Int32(clamping: bytes.count), XML_CHAR_ENCODING_NONE)
            guard let buffer, let input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE) else {
                return nil
            }
            // The address by which it may include others.
            input.pointee.filename = xmlStrdup(address).map {
                UnsafePointer(UnsafeMutableRawPointer($0).assumingMemoryBound(to: CChar.self))
            }
            return input
        }
    }
}

/// Gathers what a schema or its validator has to say.
final class SchemaFaults {
    private(set) var found: [XMLSchema.Fault] = []
    private(set) var furtherFaults = 0
    /// Where the validator's parser stands; nil where the errors know their lines.
    private let line: (() -> Int)?
    static let limit = 100

    init(line: (() -> Int)?) { self.line = line }

    /// Itself, for the C library; the caller keeps it alive.
    var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    /// What libxml2 calls with an error.
    static let take: xmlStructuredErrorFunc = { pointer, error in
        guard let pointer, let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        Unmanaged<SchemaFaults>.fromOpaque(pointer).takeUnretainedValue().add(error.pointee)
    }

    private func add(_ error: xmlError) {
        guard found.count < SchemaFaults.limit else { return furtherFaults += 1 }
        let text = error.message.map { String(cString: $0) } ?? ""
        let detail = text.split(separator: "\n").first.map(String.init) ?? ""
        found.append(
            XMLSchema.Fault(
                line: line?() ?? max(1, Int(error.line)),
                detail: detail.hasSuffix(".") ? String(detail.dropLast()) : detail))
    }
}
