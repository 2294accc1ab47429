import CLibZip

/// The packed parts of a workbook, unpacked piece by piece; nothing is written anywhere.
final class ZipArchive {
    private let archive: OpaquePointer
    /// libzip's own.
    var handle: OpaquePointer { archive }
    private let bytes: UnsafeMutableRawBufferPointer?
    private let limits: SheetLimits

    /// Opens an archive where it stands; its parts are read when they are asked for.
    init(at path: String, limits: SheetLimits) throws(SheetError) {
        self.limits = limits
        bytes = nil
        var code: Int32 = 0
        guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
            var error = zip_error_t()
            zip_error_init_with_code(&error, code)
            defer { zip_error_fini(&error) }
            throw SheetError(.damaged(String(cString: zip_error_strerror(&error))))
        }
        self.archive = archive
    }

    /// Opens an archive that is whole in memory.
    init(_ file: [UInt8], limits: SheetLimits) throws(SheetError) {
        self.limits = limits
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: file.count, alignment: 16)
        bytes.copyBytes(from: file)
        self.bytes = bytes
        var error = zip_error_t()
        zip_error_init(&error)
        guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, &error) else {
            bytes.deallocate()
            throw SheetError(.damaged(String(cString: zip_error_strerror(&error))))
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
            zip_source_free(source)
            bytes.deallocate()
            throw SheetError(.damaged(String(cString: zip_error_strerror(&error))))
        }
        self.archive = archive
    }

    deinit {
        zip_discard(archive)
        bytes?.deallocate()
    }

    /// Whether there is such a part.
    func holds(_ path: String) -> Bool { zip_name_locate(archive, path, 0) >= 0 }

    /// Unpacks a part, piece by piece; stops where the taker says that it has enough.
    ///
    /// - Parameter take: Gets each piece and whether it is the last (which is empty); false ends the reading.
    func read(_ path: String, _ take: (UnsafeRawBufferPointer, Bool) -> Bool) throws(SheetError) {
        let index = zip_name_locate(archive, path, 0)
        guard index >= 0 else { throw SheetError(.missingPart(path)) }
        try read(at: UInt64(index), path, take)
    }

    /// Unpacks the part at an index, which messages call `path`.
    func read(
        at index: UInt64, _ path: String, _ take: (UnsafeRawBufferPointer, Bool) -> Bool
    ) throws(SheetError) {
        var entry = zip_stat_t()
        guard zip_stat_index(archive, index, 0, &entry) == 0 else { throw SheetError(.missingPart(path)) }
        guard let part = zip_fopen_index(archive, entry.index, 0) else {
            throw SheetError(.damaged(String(cString: zip_strerror(archive))))
        }
        defer { zip_fclose(part) }
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
        defer { piece.deallocate() }
        guard let buffer = piece.baseAddress else { return }
        var total = 0
        while true {
            let count = Int(zip_fread(part, buffer, UInt64(piece.count)))
            guard count >= 0 else { throw SheetError(.damaged(path)) }
            total += count
            try check(total, packed: Int(entry.comp_size))
            let goesOn = take(UnsafeRawBufferPointer(rebasing: piece[..<count]), count == 0)
            if count == 0 || !goesOn { return }
        }
    }

    /// Refuses a part that unpacks to more than any table does.
    private func check(_ total: Int, packed: Int) throws(SheetError) {
        guard total <= limits.partBytes else {
            throw SheetError(.tooLarge(.part, limit: limits.partBytes))
        }
        guard total <= 8 << 20 || total / max(1, packed) <= limits.ratio else {
            throw SheetError(.tooLarge(.ratio, limit: limits.ratio))
        }
    }
}

extension ZipArchive {
    /// Parses a part as XML.
    func parse<Events: PartEvents>(
        _ path: String, as make: (PartNames) -> Events
    ) throws(SheetError) -> Events {
        var parserLimits = Limits()
        parserLimits.fileBytes = limits.partBytes
        var made: Events?
        let parser = PushParser(limits: parserLimits) { dictionary in
            let events = make(PartNames(dictionary))
            made = events
            return events
        }
        guard let parser, let events = made else { throw SheetError(.damaged(path)) }
        var source = TextSource()
        var problem: ImportError?
        try read(path) { piece, isLast in
            do throws(ImportError) {
                try source.feed(piece, isLast: isLast) { parser.push($0) }
            } catch {
                problem = error
            }
            return problem == nil && parser.failure == nil
        }
        if problem == nil && parser.failure == nil { parser.finish() }
        if events.isDone { return events }
        if let failure = events.failure { throw failure }
        if let error = problem ?? parser.failure { throw SheetError(.part(path, error)) }
        return events
    }
}
