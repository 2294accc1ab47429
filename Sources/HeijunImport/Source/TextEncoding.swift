/// An encoding that is taken: its name in messages and the C library's name for it.
///
/// The list is closed: the C library knows encodings, such as UTF-7, whose only use today is to deceive.
/// Shift_JIS is read as CP932, since what offices call Shift_JIS holds ①, ㈱ and 髙. EUC-JP keeps the standard's own
/// characters, 〜 and − among them; only for those that it does not have, such as ①, is EUC-JP-MS asked.
struct TextEncoding: Hashable {
    let name: String
    let iconvName: String
    /// Whether UTF-8 bytes might pass for it.
    let isEightBit: Bool
    /// The C library's name for a wider encoding, asked for what the first does not have.
    var widerName: String?

    static let utf8 = TextEncoding(name: "UTF-8", iconvName: "UTF-8", isEightBit: false)
    static let utf16Little = TextEncoding(name: "UTF-16LE", iconvName: "UTF-16LE", isEightBit: false)
    static let utf16Big = TextEncoding(name: "UTF-16BE", iconvName: "UTF-16BE", isEightBit: false)
    static let cp932 = TextEncoding(name: "Shift_JIS", iconvName: "CP932", isEightBit: true)
    static let eucJP = TextEncoding(
        name: "EUC-JP", iconvName: "EUC-JP", isEightBit: true, widerName: "EUC-JP-MS")
    static let iso2022JP = TextEncoding(name: "ISO-2022-JP", iconvName: "ISO-2022-JP", isEightBit: true)
    static let latin1 = TextEncoding(name: "ISO-8859-1", iconvName: "WINDOWS-1252", isEightBit: true)

    private static let names: [String: TextEncoding] = [
        "utf-8": utf8, "utf8": utf8, "us-ascii": utf8, "ascii": utf8,
        "utf-16": utf16Big, "utf-16be": utf16Big, "utf-16le": utf16Little,
        "shift_jis": cp932, "shift-jis": cp932, "sjis": cp932, "x-sjis": cp932, "ms_kanji": cp932,
        "windows-31j": cp932, "cp932": cp932, "ms932": cp932, "windows-932": cp932, "x-ms-cp932": cp932,
        "csshiftjis": cp932, "cswindows31j": cp932, "sjis-win": cp932,
        "euc-jp": eucJP, "eucjp": eucJP, "x-euc-jp": eucJP, "eucjp-win": eucJP, "eucjp-ms": eucJP,
        "euc-jp-ms": eucJP, "cp51932": eucJP, "iso-2022-jp": iso2022JP, "csiso2022jp": iso2022JP,
        "cp50220": iso2022JP, "cp50221": iso2022JP, "cp50222": iso2022JP, "iso-2022-jp-ms": iso2022JP,
        "iso-8859-1": latin1, "latin1": latin1, "windows-1252": latin1,
    ]

    /// The encoding that a declaration names; nil where it is not taken.
    static func named(_ name: String) -> TextEncoding? { names[name.lowercased()] }

    /// What turns its bytes into UTF-8; nil where the machine does not know it.
    func decoder() -> (any TextDecoder)? {
        self == .iso2022JP ? ISO2022Decoder() : Iconv(from: iconvName, wider: widerName)
    }

    /// Whether it is one of the two orders of UTF-16.
    var isUTF16: Bool { self == .utf16Little || self == .utf16Big }
}

/// What the first bytes of a file say of it.
struct FileHead {
    /// The encoding and how many bytes of mark stand before the text.
    let encoding: TextEncoding
    let markLength: Int

    /// Bytes that are enough to judge any file by.
    static let length = 1024

    /// Reads the head of an XML file.
    init(ofXML bytes: [UInt8]) throws(ImportError.Reason) {
        let (marked, length) = FileHead.mark(bytes)
        let guessed = marked ?? FileHead.guess(bytes)
        let declared = FileHead.declaredName(bytes, in: guessed)
        encoding = try FileHead.agreed(guessed, declared: declared)
        markLength = length
    }

    /// The byte order mark, if there is one.
    static func mark(_ bytes: [UInt8]) -> (TextEncoding?, length: Int) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16Little, 2) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16Big, 2) }
        return (nil, 0)
    }

    /// UTF-16 shows itself by the zero beside the first `<`.
    private static func guess(_ bytes: [UInt8]) -> TextEncoding? {
        if bytes.starts(with: [0x3C, 0x00]) { return .utf16Little }
        if bytes.starts(with: [0x00, 0x3C]) { return .utf16Big }
        return nil
    }

    /// The encoding that bytes and declaration agree on.
    private static func agreed(
        _ guessed: TextEncoding?, declared: String?
    ) throws(ImportError.Reason) -> TextEncoding {
        guard let declared else { return guessed ?? .utf8 }
        guard let named = TextEncoding.named(declared) else { throw .unknownEncoding(declared) }
        guard let guessed else {
            if named.isUTF16 { throw .wrongEncoding(declared: declared, actual: "UTF-8") }
            return named
        }
        let agrees = guessed == named || (guessed.isUTF16 && declared.lowercased() == "utf-16")
        guard agrees else { throw .wrongEncoding(declared: declared, actual: guessed.name) }
        return guessed
    }

    /// The name in `<?xml … encoding="…"?>`.
    private static func declaredName(_ bytes: [UInt8], in encoding: TextEncoding?) -> String? {
        let ascii = encoding?.isUTF16 == true ? bytes.filter { $0 != 0 } : bytes
        let text = String(decoding: ascii.prefix(length), as: UTF8.self)
        guard let start = text.firstRange(of: "<?xml"), let end = text.firstRange(of: "?>"),
            start.upperBound <= end.lowerBound
        else { return nil }
        return quoted(after: "encoding", in: text[start.upperBound..<end.lowerBound])
    }

    /// The quoted value after `name` and an equals sign.
    private static func quoted(after name: String, in text: Substring) -> String? {
        guard let found = text.firstRange(of: name) else { return nil }
        let rest = text[found.upperBound...].drop { $0.isWhitespace || $0 == "=" }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        return String(rest.dropFirst().prefix { $0 != quote })
    }
}

extension ImportError.FileFormat {
    /// What a file seems to be whose first byte is not one of XML.
    init(_ bytes: [UInt8]) {
        self =
            if bytes.starts(with: [0x50, 0x4B]) { .zip } else if bytes.starts(with: [0x1F, 0x8B]) {
                .gzip
            } else if bytes.starts(with: "SQLite format 3".utf8) {
                .database
            } else if bytes.first == UInt8(ascii: "{") || bytes.first == UInt8(ascii: "[") { .json } else {
                .unknown
            }
    }
}
