import HeijunModel
import HeijunPolicy

/// The heading of a progress sheet: which column holds what, wherever it stands and however many rows it takes.
struct ProgressHeading {
    /// What a column holds that names the row.
    enum Role: CaseIterable {
        case prefecture, body, code, category, business, rate, step, state

        /// The headings that name it, without blanks and in half-width letters.
        var names: [String] {
            switch self {
            case .prefecture: ["都道府県", "都道府県名", "prefecture"]
            case .body: ["市区町村", "市区町村名", "団体名", "自治体名", "市町村名", "city", "body"]
            case .code: ["団体コード", "市区町村コード", "地方公共団体コード", "自治体コード", "body_code", "code"]
            case .category: ["団体区分", "団体種別", "区分", "category"]
            case .business: ["業務名", "業務", "対象業務", "標準化対象業務", "標準化対象事務", "business"]
            case .rate:
                ["進捗率", "完了率", "全体", "全体進捗率", "全体の進捗率", "団体全体", "平均", "overall_rate", "published_rate"]
            case .step: ["作業ステップ", "ステップ", "ステップ名", "作業項目", "step"]
            case .state: ["状態", "ステータス", "進捗状況", "status"]
            }
        }
    }

    /// The columns that name the row.
    private(set) var roles: [Role: Int] = [:]
    /// Columns of steps by number.
    private(set) var steps: [(column: Int, step: Int)] = []
    /// Columns of businesses by position in `StandardBusiness.all`.
    private(set) var businesses: [(column: Int, business: Int)] = []
    /// Cells of the heading's last row that name nothing known, among columns of businesses.
    private(set) var unknown: [SheetCell] = []

    /// What the sheet's rows are.
    enum Layout { case steps, rates, long }
    let layout: Layout

    /// Reads the heading that ends with the last of the given rows; nil where they are none.
    init?(_ rows: [SheetRow]) {
        guard let last = rows.last else { return nil }
        for row in rows {
            for cell in row.cells {
                let name = ProgressHeading.plain(cell.text)
                if let role = Role.allCases.first(where: { $0.names.contains(name) }) {
                    roles[role] = cell.column
                }
            }
        }
        for cell in last.cells {
            if let step = StepName.number(cell.text) {
                steps.append((cell.column, step))
            } else if let business = StandardBusiness.named(cell.text),
                let position = StandardBusiness.all.firstIndex(of: business)
            {
                businesses.append((cell.column, position))
            } else if !roles.values.contains(cell.column) {
                unknown.append(cell)
            }
        }
        if steps.count >= 10, roles[.business] != nil {
            layout = .steps
        } else if roles[.business] != nil, roles[.step] != nil, roles[.state] != nil {
            layout = .long
        } else if businesses.count >= 2 {
            layout = .rates
        } else {
            return nil
        }
    }

    /// The text without blanks, in half-width small letters.
    static func plain(_ text: String) -> String {
        halfWidth(text).filter { !$0.isWhitespace }.lowercased()
    }
}

/// The names of steps as sheets write them: `①-1 推進体制案の作成`, `１－１`, or the name alone.
public enum StepName {
    /// The number, 1 to 40, that a text begins with or names; nil where it is no step.
    public static func number(_ text: String) -> Int? {
        let plain = ProgressHeading.plain(text)
        return code(plain) ?? byName[plain]
    }

    /// The step nearest to a text that names none, as the ministry writes it; nil where none is near.
    public static func suggestion(for text: String) -> String? {
        let plain = ProgressHeading.plain(text)
        let title = plain.drop { !$0.isLetter || $0.isNumber }
        guard title.count >= 3 else { return nil }
        return closest(to: String(title), among: byName.keys.sorted()).flatMap { byName[$0] }.flatMap {
            ProcedureStep.numbered($0)?.name
        }
    }

    private static func code(_ text: String) -> Int? {
        let scalars = Array(text.unicodeScalars)
        var at = 0
        guard let item = number(scalars, &at), at < scalars.count,
            "-‐‑‒–—―−－ー".unicodeScalars.contains(scalars[at])
        else { return nil }
        at += 1
        guard let part = number(scalars, &at) else { return nil }
        return byCode[item * 10 + part]
    }

    /// A circled or a plain number.
    private static func number(_ scalars: [Unicode.Scalar], _ at: inout Int) -> Int? {
        guard at < scalars.count else { return nil }
        if (0x2460...0x2473).contains(scalars[at].value) {
            at += 1
            return Int(scalars[at - 1].value) - 0x245F
        }
        var value: Int?
        while at < scalars.count, (0x30...0x39).contains(scalars[at].value), (value ?? 0) < 100 {
            value = (value ?? 0) * 10 + Int(scalars[at].value) - 0x30
            at += 1
        }
        return value
    }

    private static let byCode: [Int: Int] = {
        var result: [Int: Int] = [:]
        var part = 0
        for step in ProcedureStep.all {
            part = step.number > 1 && ProcedureStep.all[step.number - 2].item == step.item ? part + 1 : 1
            result[step.item * 10 + part] = step.number
        }
        return result
    }()

    private static let byName: [String: Int] = Dictionary(
        ProcedureStep.all.map { step in
            let name = step.name.split(separator: " ", maxSplits: 1).last.map(String.init) ?? step.name
            return (ProgressHeading.plain(name), step.number)
        }, uniquingKeysWith: { first, _ in first })
}

/// The month that a title names: `令和8年1月_進捗状況` is the last day of January 2026.
enum NamedMonth {
    static func lastDay(in text: String) -> Day? {
        let plain = halfWidth(text)
        guard let yearMark = plain.firstIndex(of: "年") else { return nil }
        let after = plain[plain.index(after: yearMark)...].prefix { $0.isNumber }
        let rest = plain[plain.index(after: yearMark)...].dropFirst(after.count)
        guard let month = Int(after), (1...12).contains(month), rest.first == "月",
            let year = year(plain[..<yearMark])
        else { return nil }
        let next =
            month == 12 ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
        return next.adding(days: -1)
    }

    private static func year(_ text: Substring) -> Int? {
        let digits = String(text.reversed().prefix { $0.isNumber }.reversed())
        let before = text.dropLast(digits.count)
        if before.hasSuffix("令和") { return (Int(digits) ?? 1) + 2018 }
        if before.hasSuffix("令和元") || text.hasSuffix("令和元") { return 2019 }
        guard let year = Int(digits), (2000...2150).contains(year) else { return nil }
        return year
    }
}
