import HeijunModel

/// Dictionaries that every profile may use by name.
enum Dictionaries {
    static let all: [String: Profile.ValueMap] = [
        "vendors": vendors, "equipment-kinds": equipmentKinds, "no-placeholders": noPlaceholders,
    ]

    /// Any value but those that firmware leaves where one should stand.
    private static let noPlaceholders = Profile.ValueMap(
        values: Dictionary(placeholders.map { ($0, "") }) { first, _ in first })

    /// Names that makers are written by, and the one that is kept. The legal forms are the makers' own.
    private static let vendors: Profile.ValueMap = {
        var map = Profile.ValueMap()
        map.parts = [
            ("hewlett packard enterprise", "Hewlett Packard Enterprise"), ("hewlett-packard", "HP"),
            ("hp inc", "HP"), ("dell", "Dell"), ("fujitsu client computing", "富士通クライアントコンピューティング"),
            ("fujitsu", "富士通"), ("富士通クライアントコンピューティング", "富士通クライアントコンピューティング"),
            ("富士通", "富士通"), ("nec corporation", "日本電気"), ("nec computers", "日本電気"), ("日本電気", "日本電気"),
            ("hitachi", "日立製作所"), ("日立製作所", "日立製作所"), ("lenovo", "Lenovo"), ("vmware", "VMware"),
            ("microsoft", "Microsoft"), ("cisco", "Cisco"), ("juniper", "Juniper"),
            ("alaxala", "アラクサラネットワークス"),
            ("アラクサラ", "アラクサラネットワークス"), ("yamaha", "ヤマハ"), ("ヤマハ", "ヤマハ"),
            ("allied telesis", "アライドテレシス"), ("アライドテレシス", "アライドテレシス"), ("netapp", "NetApp"),
            ("supermicro", "Supermicro"), ("super micro", "Supermicro"), ("oracle", "Oracle"),
            ("innotek", "Oracle"), ("canon", "キヤノン"), ("キヤノン", "キヤノン"), ("ricoh", "リコー"), ("リコー", "リコー"),
            ("epson", "セイコーエプソン"), ("apple", "Apple"), ("panasonic", "パナソニック"), ("toshiba", "東芝"),
            ("dynabook", "Dynabook"), ("マイクロソフト", "Microsoft"), ("シスコ", "Cisco"), ("fortinet", "Fortinet"),
            ("red hat", "Red Hat"), ("intel", "Intel"), ("qemu", "QEMU"),
        ].map { (matchForm($0.0), $0.1) }
        map.values = noPlaceholders.values
        for (name, kept) in [
            matchForm("NEC"): "日本電気", matchForm("HP"): "HP", matchForm("HPE"): "Hewlett Packard Enterprise",
        ] {
            map.values[name] = kept
        }
        return map
    }()

    /// Words for kinds of equipment; any other is `other`.
    private static let equipmentKinds: Profile.ValueMap = {
        var map = Profile.ValueMap()
        map.parts = [
            ("仮想", "virtual"), ("virtual", "virtual"), ("vm", "virtual"), ("サーバ", "server"),
            ("server", "server"),
            ("ストレージ", "storage"), ("storage", "storage"), ("nas", "storage"), ("スイッチ", "network"),
            ("ルータ", "network"), ("ネットワーク", "network"), ("ファイアウォール", "network"), ("switch", "network"),
            ("router", "network"), ("network", "network"), ("firewall", "network"), ("パソコン", "client"),
            ("pc", "client"), ("端末", "client"), ("ノート", "client"), ("client", "client"),
            ("プリンタ", "printer"), ("複合機", "printer"), ("printer", "printer"), ("ups", "power"),
            ("電源", "power"), ("power", "power"),
        ].map { (matchForm($0.0), $0.1) }
        map.otherwise = "other"
        return map
    }()

    /// A text of the field for kinds of equipment as the ledger says it, where a word in it tells; else as it is.
    static func kindWord(_ text: String, _ field: FieldInfo) -> String {
        guard field.key == "equipment_kind", !text.isEmpty else { return text }
        let form = matchForm(text)
        return equipmentKinds.parts.first { form.contains($0.part) }?.value ?? text
    }

    /// Whether a text is among the placeholders, or one letter over and over.
    static func isPlaceholder(_ text: String, _ placeholders: Set<String>) -> Bool {
        guard text.utf8.count <= 48 else { return false }
        let form = matchForm(text)
        if placeholders.contains(form) { return true }
        return form.count >= 4 && form.allSatisfy { $0 == form.first }
    }

    /// Texts that firmware and installers leave where an identity should stand; without width and case.
    static let placeholders: Set<String> = Set(
        [
            "", "-", "--", "0", "00000000", "000000000000", "0123456789", "123456789", "1234567890",
            "default",
            "default string", "to be filled by o.e.m.", "to be filled by oem", "system serial number",
            "system product name", "system manufacturer", "system name", "chassis serial number",
            "base board serial number",
            "not specified", "not available", "not applicable", "n/a", "na", "none", "null", "nil", "unknown",
            "undefined", "invalid", "empty", "no asset tag", "asset tag", "no asset information", "serial",
            "serial number", "ssn", "oem", "o.e.m.", "x.x", "xxxxxxxx", "xxxxxxxxxxxx", "tbd", "test",
            "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "03000200-0400-0500-0006-000700080009", "00020003-0004-0005-0006-000700080009",
            "00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff", "0.0.0.0", "不明", "なし", "無し", "無",
            "未設定", "未定", "未記入", "該当なし",
        ].map(matchForm))
}

/// Units of sizes of memory and storage, in bytes.
enum SizeUnit {
    private static let factors: [(name: String, bytes: Int)] = [
        ("bytes", 1), ("byte", 1), ("b", 1), ("kib", 1024), ("kb", 1024), ("k", 1024),
        ("mib", 1_048_576), ("mb", 1_048_576), ("m", 1_048_576), ("mo", 1_048_576),
        ("gib", 1_073_741_824), ("gb", 1_073_741_824), ("g", 1_073_741_824), ("go", 1_073_741_824),
        ("tib", 1_099_511_627_776), ("tb", 1_099_511_627_776), ("t", 1_099_511_627_776),
    ]

    static var names: [String] { ["bytes", "KiB", "MiB", "GiB", "TiB"] }

    /// The bytes of a unit; nil for what is none. K, M and G count by 1024, as memory is counted.
    static func named(_ name: String) -> Int? {
        factors.first { $0.name == name.lowercased() }?.bytes
    }

    /// `16 GB`, `16384` with a unit beside it, or `4,096MB` as whole MiB.
    static func mebibytes(_ text: String, _ unit: String?) throws(ImportError.Reason) -> String {
        let plain = halfWidth(text).filter { $0 != "," }
        let number = plain.prefix { $0.isNumber || $0 == "." }
        let written = trimmed(String(plain.dropFirst(number.count)))
        let name = written.isEmpty ? unit ?? "bytes" : String(written)
        guard let factor = SizeUnit.named(name), let value = Double(number), value >= 0, value < 1e18 else {
            throw .notASize(text)
        }
        return String(Int((value * Double(factor) / 1_048_576).rounded()))
    }
}
