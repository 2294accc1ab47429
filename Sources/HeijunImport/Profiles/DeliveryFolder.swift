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

    /// The name of the nearest folder around a file that is none of the format's own; an archive counts as a folder.
    func deliveryFolder(of path: String) -> String? {
        let parts = path.split(whereSeparator: { "/!\\".contains($0) }).dropLast()
        let outer = parts.last { $0 != "." && $0 != ".." && !innerFolders.contains($0.uppercased()) }
        return outer.map { $0.lowercased().hasSuffix(".zip") ? String($0.dropLast(4)) : String($0) }
    }
}

extension Profile.RecordRule {
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
