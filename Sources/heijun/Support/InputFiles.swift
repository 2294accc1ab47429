import HeijunImport
import HeijunModel

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The files that paths on the command line mean: a folder's, a zip archive's, or the file itself.
enum InputFiles {
    /// Endings of the files that a folder is searched for.
    private static let endings = [".xml", ".xml.gz", ".ocs", ".nessus", ".swidtag", ".zip"]

    /// The files in order of their names, each once; a member of an archive is written `archive.zip!member`.
    ///
    /// - Throws: `cannotRead` for a folder without any, `unreadable` for a broken archive.
    static func expanded(_ paths: [String]) throws -> [String] {
        var seen: Set<String> = []
        return try paths.flatMap { path in
            guard isFolder(path) else { return try members(of: path) }
            let found = files(in: path, depth: 0)
            guard !found.isEmpty else {
                throw Failure(
                    ja: "\(path): フォルダーに XML のファイルがありません。場所を確かめてください。",
                    en: "\(path): the folder holds no XML file. Check its place.", .cannotRead)
            }
            return try found.flatMap(members)
        }.filter { seen.insert($0).inserted }
    }

    private static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return path != "-" && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The files of a folder itself whose names end so, in order.
    static func files(endingIn ending: String, of folder: String) -> [String] {
        names(in: folder).filter { $0.lowercased().hasSuffix(ending) }.sorted().map { folder + "/" + $0 }
    }

    private static func files(in folder: String, depth: Int) -> [String] {
        guard depth < 16 else { return [] }
        let names = names(in: folder)
        let base = folder.hasSuffix("/") ? folder : folder + "/"
        return names.sorted().flatMap { name -> [String] in
            let path = base + name
            if isFolder(path) { return files(in: path, depth: depth + 1) }
            return endings.contains { name.lowercased().hasSuffix($0) } ? [path] : []
        }
    }

    /// Everything in a folder that is not hidden.
    private static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }

    /// The XML files of a zip archive; the file itself where it is none, or a workbook.
    private static func members(of path: String) throws -> [String] {
        guard path.lowercased().hasSuffix(".zip") else { return [path] }
        let names = try Archives.open(path, ratio: SheetLimits.standard.ratio) { $0.names }.filter { name in
            !name.hasSuffix("/") && !name.hasPrefix("__MACOSX/")
                && endings.dropLast().contains { name.lowercased().hasSuffix($0) }
        }
        guard !names.isEmpty else {
            throw Failure(
                ja: "\(path): ZIP の中に XML のファイルがありません。", en: "\(path): the archive holds no XML file.",
                .unreadable)
        }
        return names.sorted().map { "\(path)!\($0)" }
    }

    /// A path from the root, so that a file stands in the same folder however it is named; `-` stays.
    static func absolute(_ path: String) -> String {
        guard path != "-", !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
        defer { free(folder) }
        return String(cString: folder) + "/" + path
    }

    /// Archive and member of a path such as `archive.zip!member`; nil for any other.
    static func packed(_ path: String) -> (archive: String, member: String)? {
        guard let mark = path.lowercased().firstRange(of: ".zip!") else { return nil }
        let archive = String(path[..<path.index(before: mark.upperBound)])
        return access(archive, F_OK) == 0 ? (archive, String(path[mark.upperBound...])) : nil
    }
}
