extension Profile {
    /// The profiles that come with Heijun, in the order in which files are tried with them.
    ///
    /// They are the files of `Inventory/profiles`, embedded so that one binary suffices.
    public static let builtIn: [Profile] = BuiltInProfiles.files.compactMap { file in
        do throws(ProfileError) { return try Profile(json: Array(file.json.utf8)) } catch { return nil }
    }

    /// Heijun's own inventory as imports name it.
    public static let inventoryName = "heijun-inventory-1"

    /// The texts of the profiles that come with Heijun, by id.
    public static var builtInTexts: [(id: String, json: String)] { BuiltInProfiles.files }
}
