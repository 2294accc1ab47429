import CLibXML2

/// Holds a file against a schema while it is read, in constant memory.
///
/// A parser of its own feeds the validator, and only with what the guarded one has let through.
public struct SchemaReader: ~Copyable {
    private let guardian: PushParser?
    private let validator: Validator?
    private let charge: ValidationCharge
    private var source = TextSource()
    private var isStopped = false

    /// Starts a validation.
    public init(_ schema: XMLSchema, limits: Limits = .vendor) {
        let charge = ValidationCharge(schema, limit: limits.schemaBytes)
        self.charge = charge
        guardian = PushParser(limits: limits) { _ in charge }
        validator = Validator(schema)
    }

    /// Reads the next bytes of the file.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) { take(bytes, isLast: false) }

    private mutating func take(_ bytes: UnsafeRawBufferPointer, isLast: Bool) {
        guard !isStopped, let guardian, let validator else { return }
        do throws(ImportError) {
            try source.feed(bytes, isLast: isLast) { piece in
                guardian.push(piece)
                if guardian.failure == nil { validator.push(piece) }
            }
        } catch {
            isStopped = true
        }
        if guardian.failure != nil { isStopped = true }
    }

    /// Ends the file.
    ///
    /// - Returns: What does not keep to the schema, by line, at most a hundred; a file that is no XML at all is left to
    ///   its reader to refuse.
    public consuming func finish() -> [ImportError] {
        take(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
        if let excess = charge.excess { return [excess] }
        guard !isStopped, let validator else { return [] }
        return validator.finish().map {
            ImportError(.invalid($0.detail), at: Place(line: $0.line, column: 1))
        }
    }
}

/// libxml2's streamed validator with the parser that feeds it.
private final class Validator {
    private let schema: XMLSchema
    private let context: xmlSchemaValidCtxtPtr
    private let parser: xmlParserCtxtPtr
    private let plug: xmlSchemaSAXPlugPtr
    private let faults: SchemaFaults

    init?(_ schema: XMLSchema) {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        guard let parser = xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil) else { return nil }
        xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
        guard let context = xmlSchemaNewValidCtxt(schema.schema) else {
            xmlFreeParserCtxt(parser)
            return nil
        }
        faults = SchemaFaults { Int(parser.pointee.input?.pointee.line ?? 1) }
        xmlSchemaSetValidStructuredErrors(context, SchemaFaults.take, faults.pointer)
        guard let plug = xmlSchemaSAXPlug(context, &parser.pointee.sax, &parser.pointee.userData) else {
            xmlSchemaFreeValidCtxt(context)
            xmlFreeParserCtxt(parser)
            return nil
        }
        (self.schema, self.context, self.parser, self.plug) = (schema, context, parser, plug)
    }

    deinit {
        xmlSchemaSAXUnplug(plug)
        xmlSchemaFreeValidCtxt(context)
        xmlFreeParserCtxt(parser)
    }

    func push(_ piece: UnsafeRawBufferPointer) {
        let start = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
        _ = xmlParseChunk(parser, start, Int32(clamping: piece.count), 0)
    }

    func finish() -> [XMLSchema.Fault] {
        _ = xmlParseChunk(parser, nil, 0, 1)
        return faults.found
    }
}
