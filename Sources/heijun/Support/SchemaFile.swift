import HeijunImport
import HeijunModel

extension XMLSchema {
    /// Reads a schema with the schemas that lie beside it, which it may include or import.
    ///
    /// - Throws: `cannotRead` where it is missing, `unreadable` with the line of what is wrong in it.
    static func read(_ path: String) throws -> XMLSchema {
        let folder = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
        var parts: [String: [UInt8]] = [:]
        for file in InputFiles.files(endingIn: ".xsd", of: folder.isEmpty ? "/" : folder).prefix(64) {
            let name = file.split(separator: "/").last.map(String.init) ?? file
            let bytes = try readAll(file)
            if bytes.count <= 8 << 20 { parts[name] = bytes }
        }
        let bytes = try readAll(path)
        do throws(XMLSchema.Fault) {
            return try XMLSchema(bytes, parts: parts)
        } catch {
            throw Failure(
                ja:
                    "\(path):\(error.line): XML スキーマとして読めません（\(error.detail)）。include や import の先は同じフォルダーに置いてください。",
                en: "\(path):\(error.line): cannot be read as a schema (\(error.detail)). "
                    + "Put what it includes or imports into the same folder.", .unreadable)
        }
    }
}
