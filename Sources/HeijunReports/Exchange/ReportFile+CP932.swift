extension ReportFile {
    /// The file in CP932, for spreadsheets that read nothing else. Signs that CP932 lacks but has a twin of are
    /// written as the twin: − as －, — as ―, ¥ as ￥.
    ///
    /// - Throws: `.unwritable` for any other character that CP932 does not have.
    public func cp932() throws(ExchangeProblem) -> [UInt8] {
        let twins: [Unicode.Scalar: Unicode.Scalar] = ["−": "－", "—": "―", "–": "－", "¥": "￥"]
        let plain = String(String.UnicodeScalarView(text.unicodeScalars.map { twins[$0] ?? $0 }))
        if let bytes = HeijunReports.cp932(plain) { return bytes }
        let foreign = plain.unicodeScalars.first { HeijunReports.cp932(String($0)) == nil }
        throw .unwritable(
            character: foreign ?? "?", format: "CP932", kind: "report", key: name, field: "text")
    }
}
