import HeijunImport

/// What libFuzzer calls: the bytes are a schema, which may include itself; where it is one, a few files are held against it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    guard let schema = try? XMLSchema(bytes, parts: ["a.xsd": bytes]) else { return 0 }
    for file in files {
        var reader = SchemaReader(schema)
        file.withUnsafeBytes { reader.feed($0) }
        _ = reader.finish()
    }
    return 0
}

private let files = [
    "<r/>", "<r><a i=\"1\">1</a><a i=\"1\"/><b>x</b></r>",
    "<inventory xmlns=\"urn:heijun:inventory:1\" version=\"1\"/>",
    "<a><a><a>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</a></a></a>",
].map { Array($0.utf8) }
