import CLibXML2
import HeijunModel

/// libxml2's push parser, set up so that it opens nothing, resolves no entity and cannot be made to hang.
///
/// `NOENT` is on, since without it attribute values carry `&` as `&#38;`; it has nothing to expand, because a
/// document type ends the reading before its first declaration is seen. The file's own encoding declaration is
/// ignored: the bytes given are UTF-8.
final class PushParser {
    /// What ended the reading, where something did.
    private(set) var failure: ImportError? { didSet { isOver = failure != nil } }
    /// Whether anything did: asked at every event.
    private var isOver = false
    private let context: xmlParserCtxtPtr
    private let limits: Limits
    private let events: any XMLEvents
    private var depth = 0
    private var bytes = 0
    private var isRootClosed = false
    private var openNames = Pile<Name>()
    private var privateUse = PrivateUse()
    private var firstPrivateUse = Place.start

    /// Sets the parser up; nil where there is no memory for it.
    init?(limits: Limits, events: (xmlDictPtr) -> any XMLEvents) {
        _ = Self.isReady
        var handler = Self.handler
        guard let context = xmlCreatePushParserCtxt(&handler, nil, nil, 0, nil),
            let names = context.pointee.dict
        else { return nil }
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        xmlCtxtUseOptions(context, Int32(options))
        self.context = context
        self.limits = limits
        self.events = events(names)
        context.pointee._private = Unmanaged.passUnretained(self).toOpaque()
    }

    deinit {
        // libxml2 keeps what an internal subset declares in a document of its own, and leaves it to us.
        if let document = context.pointee.myDoc { xmlFreeDoc(document) }
        xmlFreeParserCtxt(context)
    }

    /// Once in a process: nothing outside is loaded but the parts of a schema, which are in memory.
    private static let isReady: Bool = {
        xmlInitParser()
        xmlSetExternalEntityLoader(SchemaParts.loader)
        return true
    }()

    /// Sets libxml2 up before anything else of it is used.
    static func prepare() { _ = isReady }

    /// Parses the next piece of the text.
    func push(_ piece: UnsafeRawBufferPointer) {
        var rest = piece
        while failure == nil, !rest.isEmpty {
            let part = rest.prefix(1 << 16)
            parse(UnsafeRawBufferPointer(rebasing: part))
            if privateUse.look(at: UnsafeRawBufferPointer(rebasing: part)) { noteFirstPrivateUse(part) }
            rest = UnsafeRawBufferPointer(rebasing: rest[part.endIndex...])
        }
    }

    /// Ends the text.
    func finish() {
        guard failure == nil else { return }
        if isAfterStrayAmpersand {
            return stop(.malformed(code: Int(XML_ERR_ENTITYREF_SEMICOL_MISSING.rawValue), detail: ""))
        }
        let open = openNames.last.map { String(cString: $0) } ?? ""
        let code = xmlParseChunk(context, nil, 0, 1)
        // What was left unparsed till now is a piece of something that never ends, or follows a stray &.
        if !isRootClosed && failure?.reason.isStrayAmpersand != true {
            failure = ImportError(.truncated(open: open), at: place)
        } else if failure == nil, code != 0 || context.pointee.wellFormed == 0 {
            failure = ImportError(.malformed(code: Int(code), detail: ""), at: place)
        }
    }

    /// Whether the parser still waits for the end of a reference that has run into a tag: its & stands for itself.
    private var isAfterStrayAmpersand: Bool {
        guard let input = context.pointee.input, let start = input.pointee.cur else { return false }
        let rest = UnsafeBufferPointer(start: start, count: max(0, input.pointee.end - start))
        return rest.first == UInt8(ascii: "&") && rest.contains(UInt8(ascii: "<"))
    }

    private func parse(_ piece: UnsafeRawBufferPointer) {
        bytes += piece.count
        guard bytes <= limits.fileBytes else { return stop(.tooLarge(.file, limit: limits.fileBytes)) }
        let start = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
        let code = xmlParseChunk(context, start, Int32(piece.count), 0)
        guard failure == nil else { return }
        if code != 0 || context.pointee.wellFormed == 0 {
            return stop(.malformed(code: Int(code), detail: ""))
        }
        checkSizes()
    }

    /// An unfinished tag is scanned again with every piece, and names are never forgotten: both need an end.
    private func checkSizes() {
        if let input = context.pointee.input, input.pointee.end - input.pointee.cur > limits.pendingBytes {
            stop(.tooLarge(.tag, limit: limits.pendingBytes))
        } else if xmlDictSize(context.pointee.dict) > limits.names {
            stop(.tooLarge(.names, limit: limits.names))
        }
    }
}

extension PushParser {
    /// What is odd about the text, and no error.
    var notes: [ImportError] {
        var notes: [ImportError] = []
        if let version = context.pointee.version.map({ String(cString: $0) }), version != "1.0" {
            notes.append(ImportError(.laterXML(version), at: .start))
        }
        if let first = privateUse.first {
            notes.append(ImportError(.privateUse(first.name, count: privateUse.count), at: firstPrivateUse))
        }
        return notes
    }

    /// Where the piece's first such character stands: so many lines before or after what the parser has come to.
    private func noteFirstPrivateUse(_ piece: Slice<UnsafeRawBufferPointer>) {
        guard failure == nil, let input = context.pointee.input, let first = privateUse.first else { return }
        func breaks(_ bytes: some Sequence<UInt8>) -> Int { bytes.count { $0 == UInt8(ascii: "\n") } }
        let unread = UnsafeBufferPointer(
            start: input.pointee.cur, count: max(0, input.pointee.end - input.pointee.cur))
        let line = Int(input.pointee.line)
        let ahead = unread.count - first.beforeEnd
        firstPrivateUse = Place(
            line: ahead >= 0
                ? line + breaks(unread.prefix(ahead))
                : max(1, line - breaks(piece.suffix(first.beforeEnd).dropLast(unread.count))), column: 1)
    }

    private var cursor: Cursor? { context.pointee.input.map(Cursor.init) }
    private var place: Place { cursor?.place ?? .start }

    /// Ends the reading. libxml2 frees its buffer at once: nothing of the present event may be touched after.
    private func stop(_ reason: ImportError.Reason) {
        stop(ImportError(reason, at: place))
    }

    private func stop(_ error: ImportError) {
        if failure == nil { failure = error }
        xmlStopParser(context)
    }

    @inline(__always)
    private func guarded(_ event: () throws(ImportError) -> Void) {
        guard !isOver else { return }
        do { try event() } catch { stop(error) }
    }

    fileprivate func start(_ tag: StartTag) {
        guarded { () throws(ImportError) in
            depth += 1
            guard depth <= limits.depth else {
                throw ImportError(.tooLarge(.depth, limit: limits.depth), at: tag.place)
            }
            openNames.push(tag.name)
            try events.start(tag)
        }
    }

    /// Whether an element has no more attributes and namespaces than any honest one; libxml2 compares each with each.
    fileprivate func holds(declared: Int, attributes: Int) -> Bool {
        if attributes > limits.attributes {
            refuse(.tooLarge(.attributes, limit: limits.attributes), isTag: true)
        } else if declared > limits.namespaces {
            refuse(.tooLarge(.namespaces, limit: limits.namespaces), isTag: true)
        }
        return !isOver
    }

    fileprivate func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guarded { () throws(ImportError) in
            if let cursor { try events.text(bytes, cursor) }
        }
    }

    fileprivate func end() {
        guarded { () throws(ImportError) in
            depth -= 1
            isRootClosed = depth == 0
            _ = openNames.pop()
            if let cursor { try events.end(cursor) }
        }
    }

    fileprivate func refuse(_ reason: ImportError.Reason, isTag: Bool = false) {
        guard failure == nil, let cursor else { return }
        stop(ImportError(reason, at: isTag ? cursor.tagStart : cursor.place))
    }

    /// An error of libxml2 itself; only the first is kept.
    fileprivate func report(_ error: xmlError) {
        guard failure == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        let place = Place(line: max(1, Int(error.line)), column: max(1, Int(error.int2)))
        let isAmpersand = cursor?.behind.last == UInt8(ascii: "&")
        if !isAmpersand, error.code == Int32(XML_ERR_NAME_REQUIRED.rawValue) {
            failure = ImportError(.malformed(code: Int(XML_ERR_GT_REQUIRED.rawValue), detail: ""), at: place)
        } else {
            failure = ImportError(.init(error), at: place)
        }
    }
}

extension PushParser {
    /// The events that are heard. Everything else is nil: no subset, no entity, no outside resource is looked at.
    private static var handler: xmlSAXHandler {
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = { context, name, _, namespace, declared, _, count, _, attributes in
            PushParser.ask(context) { parser in
                guard let name, let cursor = parser.cursor,
                    parser.holds(declared: Int(declared), attributes: Int(count))
                else { return }
                parser.start(
                    StartTag(
                        name: name, namespace: namespace, cursor: cursor, count: Int(count),
                        attributes: attributes))
            }
        }
        handler.endElementNs = { context, _, _, _ in PushParser.ask(context) { $0.end() } }
        handler.characters = heard
        handler.ignorableWhitespace = heard
        handler.cdataBlock = heard
        handler.internalSubset = { context, name, _, _ in
            PushParser.ask(context) { parser in
                guard !parser.limits.takesDoctype else { return }
                parser.refuse(.doctype(name.map { String(cString: $0) } ?? ""), isTag: true)
            }
        }
        handler.entityDecl = { context, name, _, _, _, _ in
            PushParser.ask(context) { $0.refuse(.entity(name.map { String(cString: $0) } ?? "")) }
        }
        handler.reference = { context, name in
            PushParser.ask(context) { $0.refuse(.entity(name.map { String(cString: $0) } ?? "")) }
        }
        handler.serror = { context, error in
            if let error { PushParser.ask(context) { $0.report(error.pointee) } }
        }
        return handler
    }

    private static let heard: charactersSAXFunc = { context, text, count in
        PushParser.ask(context) { $0.text(UnsafeBufferPointer(start: text, count: Int(count))) }
    }

    /// Asks the parser of a context, which outlives its context and need not be held for each of millions of events.
    @inline(__always)
    private static func ask(_ context: UnsafeMutableRawPointer?, _ body: (PushParser) -> Void) {
        let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self).pointee._private
        if let parser { Unmanaged<PushParser>.fromOpaque(parser)._withUnsafeGuaranteedRef(body) }
    }
}

extension ImportError.Reason {
    /// What libxml2 found, in our words where they say more.
    fileprivate init(_ error: xmlError) {
        func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }
        switch xmlParserErrors(UInt32(bitPattern: error.code)) {
        case XML_ERR_TAG_NAME_MISMATCH:
            self = .mismatchedTag(open: text(error.str1), line: Int(error.int1), found: text(error.str2))
        case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY: self = .entity(text(error.str1))
        default:
            let lines = text(error.message).split(separator: "\n").map(String.init)
            if let bytes = lines.dropFirst().first, bytes.hasPrefix("Bytes: ") {
                self = .badBytes(encoding: "UTF-8", bytes: String(bytes.dropFirst(7)))
            } else {
                self = .malformed(code: Int(error.code), detail: lines.first ?? "")
            }
        }
    }

    /// Whether an & begins no entity, with more text after it.
    fileprivate var isStrayAmpersand: Bool {
        guard case .malformed(let code, _) = self else { return false }
        return code == Int(XML_ERR_NAME_REQUIRED.rawValue)
    }
}
