import HeijunModel

extension InventoryReading {
    /// Puts corrected keys in where references lead nowhere.
    ///
    /// - Parameter isThere: Whether a record of a kind has a key.
    /// - Returns: The references that still lead nowhere.
    mutating func correct(
        _ dangling: [(reference: KeyIndex.Reference, error: ImportError)], by corrections: Corrections?,
        isThere: (_ kind: Int, _ key: String) -> Bool
    ) -> [(reference: KeyIndex.Reference, error: ImportError)] {
        guard let corrections else { return dangling }
        return dangling.filter { reference, error in
            guard places.indices.contains(reference.entry), places[reference.entry] == reference.record,
                let text = corrections.text(at: error.place, element: error.element),
                text.isEmpty || isThere(reference.target, text)
            else { return true }
            replace(reference, by: text)
            return false
        }
    }

    private mutating func replace(_ reference: KeyIndex.Reference, by text: String) {
        let name = reference.element.split(separator: "/").last.map { $0.drop { $0 == "@" } } ?? ""
        guard let kind = RecordKind.named(entries[reference.entry].kind),
            let position = kind.position[String(name)], let old = entries[reference.entry].values[position]
        else { return }
        guard kind.fields[position].isList else {
            entries[reference.entry].values[position] = text.isEmpty ? nil : text
            return
        }
        let keys = old.split(separator: " ").map { $0 == reference.text ? text : String($0) }
        let rest = keys.filter { !$0.isEmpty }.joined(separator: " ")
        entries[reference.entry].values[position] = rest.isEmpty ? nil : rest
    }
}
