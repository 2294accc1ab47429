import HeijunImport
import HeijunModel

extension ReadingOptions {
    /// The limits that the body has set (`heijun set setting:import.max-depth value=300`); Heijun's where it has not.
    init(settingsIn stored: [Entry]) {
        self.init()
        func value(_ setting: Setting) -> Int { setting.value(in: stored) }
        vendor.depth = value(.importDepth)
        inventory.depth = min(inventory.depth, vendor.depth)
        for path in [\ReadingOptions.vendor, \ReadingOptions.inventory] {
            self[keyPath: path].names = value(.importNames)
            self[keyPath: path].attributes = value(.importAttributes)
            self[keyPath: path].namespaces = value(.importNamespaces)
            self[keyPath: path].fieldBytes = value(.importField) << 10
            self[keyPath: path].recordBytes = value(.importRecord) << 10
            self[keyPath: path].pendingBytes = value(.importTag) << 10
        }
        sheets.ratio = value(.importRatio)
    }
}

extension Setting {
    /// The value among stored records, or the standard.
    func value(in stored: [Entry]) -> Int {
        let kind = SettingValue.kind
        guard let position = kind.position["value"],
            let entry = stored.first(where: { $0.kind == kind.name && kind.key(of: $0.values) == key.text }),
            let text = entry.values[position], let number = Int(text), range.contains(number)
        else { return standard }
        return number
    }
}
