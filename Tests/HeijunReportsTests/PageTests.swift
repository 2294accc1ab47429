import HeijunModel
import Testing

@testable import HeijunReports

@Test func namesAreEscaped() throws {
    #expect(escaped("<b>A & \"B's\"</b>\u{0}\u{7}") == "&lt;b&gt;A &amp; &quot;B&#39;s&quot;&lt;/b&gt;")
    let files = try Report.files(City.input(), formats: [.html, .svg])
    for file in files {
        #expect(!file.text.contains("<b>A"), "\(file.name)")
    }
    #expect(files[0].text.contains("&lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt;"))
}

@Test func pageIsSelfContained() {
    let page = Page(City.input()).html
    for forbidden in ["<script", "src=", "url(", "@import", "<link", "href="] {
        #expect(!page.contains(forbidden), "\(forbidden)")
    }
    let addresses = page.split(separator: "http").dropFirst().filter {
        $0.hasPrefix("://") || $0.hasPrefix("s://")
    }
    #expect(addresses.allSatisfy { $0.hasPrefix("://www.w3.org/2000/svg") })
    #expect(page.contains("default-src 'none'") || page.contains("default-src &#39;none&#39;"))
}

@Test(arguments: [
    "title", "style", "table", "thead", "tbody", "tr", "th", "td", "svg", "text", "section", "p", "div",
])
func everyElementCloses(name: String) {
    let page = Page(City.input()).html
    let opened = count("<\(name)>", in: page) + count("<\(name) ", in: page)
    #expect(opened == count("</\(name)>", in: page))
}

private func count(_ text: String, in page: String) -> Int { page.ranges(of: text).count }

@Test func pageTellsThePlan() {
    let page = Page(City.input()).html
    for part in [
        "かもめ町（架空）", "令和8年11月21日現在", "計画 P-0001", "ピークは R10 から 22.2 % 下がり", "0.43 %", "評価値 10,043、下限 10,000",
        "第３庁舎の明渡し", "財務会計を R10 → R11 に変更する理由", "R10 は上限を超える。", "上限の設定者は財政課", "公表値", "総務省",
        "この資料の団体と数値は架空である。", "heijun plan verify",
    ] {
        #expect(page.contains(part), "\(part)")
    }
}

@Test func pageWithoutPlan() {
    let page = Page(City.input(plan: nil)).html
    #expect(page.contains("<h1>情報システムの現況</h1>"))
    #expect(page.contains("公表値"))
    #expect(page.contains("方針 L1465"))
    #expect(!page.contains("ピーク"))
}

@Test func pageOfAnImpossiblePlan() {
    var plan = Plan(asOf: City.asOf, scope: "一般会計", outcome: .infeasible)
    plan.conflicts = [Words(ja: "R12 の上限と第３庁舎の期限", en: "ceiling and deadline")]
    let page = Page(City.input(plan: plan)).html
    #expect(page.contains("計画は成立しない：妨げている条件は次の 1 件"))
    #expect(page.contains("<li>R12 の上限と第３庁舎の期限</li>"))
}

@Test func pageInEnglish() {
    let page = Page(City.input(language: .en)).html
    #expect(page.contains("<html lang=\"en\">"))
    #expect(page.contains("The peak falls 22.2 % from that of FY2028"))
    #expect(page.contains("2028 would exceed its ceiling."))
}

@Test func sameInputGivesTheSameBytes() throws {
    let first = try Report.files(City.input()).map(\.utf8)
    let second = try Report.files(City.input()).map(\.utf8)
    #expect(first == second)
}

@Test func filesOfTheReports() throws {
    let names = try Report.files(City.input()).map(\.name)
    #expect(
        names == [
            "report.html", "report.xlsx", "cost-histogram.svg", "roadmap.svg", "standardization.svg",
            "plan.csv",
            "years.csv",
            "plan.json", "standardization.csv", "standardization.json", "findings.csv", "check.json",
        ])
    let csv = try Report.files(City.input(), formats: [.csv])
    #expect(csv.allSatisfy { $0.utf8.starts(with: [0xEF, 0xBB, 0xBF]) })
    #expect(Set(Report.all.map(\.name)).count == Report.all.count)
}

@Test func stableKeysOfThePlan() {
    let text = JSONValue.plan(City.plan(), City.portfolio(), City.input().format).line
    #expect(text.hasPrefix("{\"plan\":\"P-0001\",\"seed\":1,\"inputHash\":"))
    #expect(text.contains("\"objective\":10043,\"bound\":10000,\"gapPercent\":0.43,\"feasible\":true"))
    #expect(text.contains("\"peak\":{\"before\":900000,\"after\":700000,\"year\":2028"))
    #expect(text.contains("\"system\":\"S1\",\"name\":\"財務会計\",\"kind\":\"rebuild\""))
    #expect(text.contains("\"from\":2028,\"to\":2029"))
}
