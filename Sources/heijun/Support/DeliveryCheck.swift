import HeijunImport
import HeijunModel

/// Keeps two deliveries (電子納品) whose folders bear the same name from being taken for one: their documents are numbered
/// from 1 in each, and would overwrite one another.
enum DeliveryCheck {
    private static let files: Set<String> = [
        "INDEX_C.XML", "INDEX_D.XML", "MEET.XML", "PLAN.XML", "PHOTO.XML", "REPORT.XML", "DRAWING.XML",
        "DRAWINGS.XML",
        "DRAWINGF.XML", "REGISTER.XML", "OTHRS.XML", "SURVEY.XML", "SURV_DAT.XML", "BORING.XML",
    ]

    /// - Throws: `refused`, with both folders, where two deliveries of the files bear one name.
    static func check(_ paths: [String]) throws {
        guard let profile = Profile.builtIn.first(where: { $0.id == "denshi-nohin-files" }) else { return }
        var roots: [String: String] = [:]
        for path in paths {
            let absolute = InputFiles.absolute(path)
            guard let file = absolute.split(separator: "/").last, files.contains(file.uppercased()),
                let (name, root) = profile.delivery(of: absolute)
            else { continue }
            if let other = roots[matchForm(name)], other != root { throw failure(name, other, root) }
            roots[matchForm(name)] = root
        }
    }

    private static func failure(_ name: String, _ first: String, _ second: String) -> Failure {
        Failure(
            ja: "納品フォルダー「\(name)」が2か所にあります（\(first) と \(second)）。成果品が互いに上書きされるため取り込みません。"
                + "どちらかのフォルダーを工事番号など別の名前にするか、別の納品物でないなら片方だけを指定してください。",
            en:
                "The delivery folder “\(name)” is there twice (\(first) and \(second)); their documents would overwrite "
                + "one another. Rename one of them, say after its number, or give only one of them.", .refused
        )
    }
}
