import HeijunModel

extension Profile {
    /// What a profile writes for the folder that a file came in.
    static let folderMark = "%folder"

    /// The profile for a file at a path: where it names the folder, the file's stands.
    ///
    /// Files of one delivery number their records from 1, and nothing in them says which delivery it is; the folder
    /// does. Without one, as on standard input, keys that need it are passed over and the field stays empty.
    public func standing(at path: String) -> Profile {
        let folder = deliveryFolder(of: path)
        var profile = self
        profile.records = records.map { $0.standing(in: folder) }
        return profile
    }

    /// The name of the nearest folder around a file that is none of the format's own and says more than that it is a
    /// delivery; an archive counts as a folder.
    func deliveryFolder(of path: String) -> String? {
        delivery(of: path)?.name
    }

    /// The delivery's folder: its name, and its path.
    public func delivery(of path: String) -> (name: String, folder: String)? {
        let parts = path.split(whereSeparator: { "/!\\".contains($0) }).dropLast()
        let names = parts.map { $0.lowercased().hasSuffix(".zip") ? String($0.dropLast(4)) : String($0) }
        let outer = names.lastIndex {
            !innerFolders.contains($0.uppercased()) && !DeliveryName.saysNothing($0)
        }
        return outer.map { (names[$0], String(path[..<parts[$0].endIndex])) }
    }

    /// What a file is called by which the next delivery of the same file is known: its own name, with the delivery's
    /// folder where files of every delivery bear the same names.
    public func sourceName(of path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard records.contains(where: \.namesFolder), let folder = deliveryFolder(of: path) else {
            return name
        }
        return "\(folder)/\(name)"
    }
}

/// Names of folders that tell no delivery from another: what offices and contractors call every one of them, and the
/// places that files are copied from.
enum DeliveryName {
    private static let empty = Set(
        [
            ".", "..", "納品", "納品物", "納品データ", "納品書類", "納品図書", "電子納品", "電子納品物", "電子納品データ", "電子成果品",
            "成果品", "成果物", "成果", "納品cd", "納品dvd", "正", "副", "正本", "副本", "データ", "data", "cd", "cdr", "cdrom",
            "dvd",
            "dvdr", "disk", "disc", "vol", "volume", "media", "mnt", "usb", "tmp", "temp", "home", "root",
            "users", "desktop",
            "デスクトップ", "downloads", "ダウンロード", "documents", "ドキュメント", "新しいフォルダー", "新しいフォルダ", "new folder",
        ].map(matchForm))

    /// Whether a folder's name, but for numbers, is one that any delivery has.
    static func saysNothing(_ name: String) -> Bool {
        var form = matchForm(name)
        if empty.contains(form) { return true }
        form.removeAll { "-_()[] #.".contains($0) || $0.isASCII && $0.isNumber }
        return form.isEmpty || empty.contains(form)
    }
}

extension Profile.RecordRule {
    /// Whether the delivery's folder is a part of its records' keys.
    fileprivate var namesFolder: Bool {
        keys.contains { $0.contains(where: \.isFolder) } || fields.contains(where: \.isFolder)
    }

    fileprivate func standing(in folder: String?) -> Self {
        var rule = self
        rule.keys = keys.compactMap { $0.standing(in: folder) }
        rule.fields = fields.map { $0.standing(in: folder) }
        rule.children = children.map { $0.standing(in: folder) }
        return rule
    }
}

extension [Profile.KeyPart] {
    fileprivate func standing(in folder: String?) -> Self? {
        guard let folder else { return contains(where: \.isFolder) ? nil : self }
        return map { $0.isFolder ? .text(keyForm(folder)) : $0 }
    }
}

extension Profile.KeyPart {
    var isFolder: Bool {
        switch self {
        case .folder: true
        case .parent, .text, .paths: false
        }
    }
}

extension Profile.FieldRule {
    fileprivate func standing(in folder: String?) -> Self {
        var rule = self
        if isFolder { rule.constant = folder }
        return rule
    }
}
