import HeijunImport
import HeijunModel

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The import profile that a command names.
enum ProfileChoice {
    /// A profile that comes with Heijun, by name, or the user's own, by its file.
    ///
    /// - Throws: `usage` where neither is there, `unreadable` with the place of what is wrong in the file.
    static func named(_ name: String) throws -> Profile {
        if let known = Profile.builtIn.first(where: { $0.id == name || $0.name == name }) { return known }
        guard name.hasSuffix(".json") || access(name, F_OK) == 0 else {
            let names = Profile.builtIn.map(\.id)
            let hint = closest(to: name, among: names).map {
                say("「\($0)」ではありませんか。", "Did you mean “\($0)”? ")
            }
            throw Failure(
                ja: "「\(name)」という取込プロファイルはありません。\(hint ?? "")名前: \(names.joined(separator: "、"))",
                en:
                    "There is no import profile “\(name)”. \(hint ?? "")Names: \(names.joined(separator: ", "))",
                .usage)
        }
        let bytes = try readAll(name)
        return try understood(name) { () throws(ProfileError) in try Profile(json: bytes) }
    }
}
