// How much a file that is imported may ask of the machine. The standards are far above any honest inventory.

extension Setting {
    /// The limits of the import.
    static let imports = [
        importDepth, importNames, importAttributes, importNamespaces, importField, importRecord, importTag,
        importRatio,
    ]

    public static let importDepth = Setting(
        key: "import.max-depth", standard: 256, range: 8...100_000, unit: Words(ja: "段", en: "levels"),
        note: Words(ja: "取り込む XML の要素の深さの上限。", en: "Elements inside one another in an XML file."))
    public static let importNames = Setting(
        key: "import.max-names", standard: 20_000, range: 500...1_000_000, unit: Words(ja: "種類", en: "names"),
        note: Words(ja: "要素名と属性名の種類の上限。", en: "Different element and attribute names of a file."))
    public static let importAttributes = Setting(
        key: "import.max-attributes", standard: 1000, range: 10...20_000,
        unit: Words(ja: "個", en: "attributes"),
        note: Words(ja: "1要素の属性の数の上限。", en: "Attributes of one element."))
    public static let importNamespaces = Setting(
        key: "import.max-namespaces", standard: 200, range: 10...5000, unit: Words(ja: "個", en: "namespaces"),
        note: Words(ja: "1要素の名前空間宣言の数の上限。", en: "Namespaces declared by one element."))
    public static let importField = Setting(
        key: "import.max-field-kib", standard: 1024, range: 1...65_536, unit: Words(ja: "KiB", en: "KiB"),
        note: Words(ja: "1項目の文字の量の上限。", en: "Text of one field."))
    public static let importRecord = Setting(
        key: "import.max-record-kib", standard: 4096, range: 1...262_144, unit: Words(ja: "KiB", en: "KiB"),
        note: Words(ja: "1記録（内側の記録を含む）の量の上限。", en: "One record with the records inside it."))
    public static let importTag = Setting(
        key: "import.max-tag-kib", standard: 1024, range: 1...8192, unit: Words(ja: "KiB", en: "KiB"),
        note: Words(ja: "1つのタグ、注釈、処理命令の量の上限。", en: "One tag, comment or instruction."))
    public static let importRatio = Setting(
        key: "import.max-ratio", standard: 400, range: 10...100_000, unit: Words(ja: "倍", en: "times"),
        note: Words(
            ja: "gzip・zip・Excel を展開した量の、圧縮時に対する比の上限（8 MiB を超えるもの）。",
            en: "Unpacked size of gzip, zip and workbooks against the packed one, above 8 MiB."))
}
