import HeijunModel

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The `Inventory` folder that comes with Heijun.
enum Samples {
    /// The folder: below the working directory, beside the binary, or above it as in a checkout.
    static var folder: String? {
        let program = programFolder
        let parents = sequence(first: program) {
            $0.contains("/") ? String($0[..<$0.lastIndex(of: "/")!]) : nil
        }
        let candidates =
            ["Inventory", "\(program)/../share/heijun/Inventory"] + parents.map { "\($0)/Inventory" }
        return candidates.first { access("\($0)/sample-city", F_OK) == 0 }
    }

    /// The inventory file of a sample.
    ///
    /// - Throws: `cannotRead` naming the samples that are there.
    static func file(of name: String) throws -> String {
        let names = try names()
        guard names.contains(name), let folder else {
            let hint = closest(to: name, among: names).map {
                say("「\($0)」ではありませんか。", "Did you mean “\($0)”?")
            }
            throw Failure(
                ja: "「\(name)」という見本はありません。\(hint ?? "")見本: \(names.joined(separator: "、"))",
                en: "There is no sample “\(name)”. \(hint ?? "") Samples: \(names.joined(separator: ", "))",
                .cannotRead)
        }
        return "\(folder)/\(name)/inventory.xml"
    }

    /// The samples' names, in order.
    static func names() throws -> [String] {
        guard let folder, let directory = opendir(folder) else {
            throw Failure(
                ja: "Inventory フォルダーが見つかりません。Heijun のフォルダーで実行してください。",
                en: "The Inventory folder is not found. Run Heijun in its own folder.", .cannotRead)
        }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if access("\(folder)/\(name)/inventory.xml", R_OK) == 0 { names.append(name) }
        }
        return names.sorted()
    }

    private static var programFolder: String {
        var path = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
        let count = readlink("/proc/self/exe", &path, Int(PATH_MAX))
        guard count > 0 else { return "." }
        let text = path.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
        return text.lastIndex(of: "/").map { String(text[..<$0]) } ?? "."
    }
}
