import HeijunModel

/// The category of a body as its name tells it, where a sheet has no column for it.
enum BodyCategory {
    /// Prefecture, designated city, special ward, town or village; a city may be a core city, which no name tells.
    static func guess(prefecture: String, name: String) -> Organization.Category? {
        if name.isEmpty || name == prefecture { return .prefecture }
        if designatedCities.contains(name) { return .designatedCity }
        switch name.last {
        case "市": return .city
        case "町": return .town
        case "村": return .village
        case "区": return prefecture == "東京都" ? .specialWard : nil
        default: return nil
        }
    }

    /// The 20 designated cities (指定都市), as 総務省's sheet of January 2026 has them.
    private static let designatedCities: Set<String> = [
        "札幌市", "仙台市", "さいたま市", "千葉市", "横浜市", "川崎市", "相模原市", "新潟市", "静岡市", "浜松市", "名古屋市", "京都市",
        "大阪市", "堺市", "神戸市", "岡山市", "広島市", "北九州市", "福岡市", "熊本市",
    ]
}
