import HeijunModel
import Testing

struct FiscalYearTests {
    @Test(arguments: [
        ("令和7年度", 2025), ("令和07年度", 2025), ("令和７年", 2025), ("R7", 2025), ("R07", 2025), ("r7", 2025),
        ("Ｒ７", 2025), ("Ｒ０７年度", 2025), ("2025年度", 2025), ("２０２５", 2025), ("FY2025", 2025),
        ("fy2025", 2025), ("2025", 2025), ("  2025 ", 2025), ("令和 7 年度", 2025), ("H37", 2025),
        ("H34", 2022), ("平成34年度", 2022), ("H31", 2019), ("R1", 2019), ("令和元年度", 2019), ("R元", 2019),
        ("平成31年度", 2019), ("平成元年度", 1989), ("S63", 1988), ("昭和63年度", 1988), ("S1", 1926),
        ("2150", 2150),
    ])
    func reads(text: String, startYear: Int) throws {
        #expect(try FiscalYear(fieldText: text) == FiscalYear(startYear))
    }

    @Test(arguments: [
        "", "R", "R0", "令和", "7", "25", "R100", "20255", "2025.5", "2025-26", "R7.5", "X7", "令和七年度", "-2025",
        "元",
    ])
    func refuses(text: String) {
        #expect(throws: ValueProblem.notAFiscalYear(text)) { try FiscalYear(fieldText: text) }
    }

    @Test(arguments: ["1925", "2151", "9999", "0000"])
    func refusesYearsBeyondAnyLedger(text: String) {
        #expect(throws: ValueProblem.outOfRange(text, allowed: "1926–2150")) {
            try FiscalYear(fieldText: text)
        }
    }

    @Test(arguments: [
        (2026, "R8", "令和8年度"), (2019, "R1", "令和元年度"), (2018, "H30", "平成30年度"), (1989, "H1", "平成元年度"),
        (1988, "S63", "昭和63年度"), (1926, "S1", "昭和元年度"),
    ])
    func printsInEras(startYear: Int, short: String, long: String) throws {
        let year = FiscalYear(startYear)
        #expect(year.short(.era) == short && year.long(.era) == long)
        #expect(year.short(.western) == "\(startYear)" && year.long(.western) == "\(startYear)年度")
        #expect(try FiscalYear(fieldText: short) == year && FiscalYear(fieldText: long) == year)
    }

    @Test func everyYearReadsBack() throws {
        for startYear in 1926...2150 {
            let year = FiscalYear(startYear)
            #expect(try FiscalYear(fieldText: year.fieldText) == year)
            if startYear < 2018 + 100 { #expect(try FiscalYear(fieldText: year.long(.era)) == year) }
        }
    }

    @Test func runsFromAprilToMarch() {
        let year = FiscalYear(2026)
        #expect(year.firstDay == Day(year: 2026, month: 4, day: 1))
        #expect(year.lastDay == Day(year: 2027, month: 3, day: 31))
        #expect(FiscalYear(of: year.firstDay) == year && FiscalYear(of: year.lastDay) == year)
        #expect(FiscalYear(of: year.lastDay.adding(days: 1)) == FiscalYear(2027))
    }
}

struct DayTests {
    @Test(arguments: [
        ("2026-03-31", 2026, 3, 31), ("2026/3/31", 2026, 3, 31), ("2026.3.31", 2026, 3, 31),
        ("20260331", 2026, 3, 31), ("2026年3月31日", 2026, 3, 31), ("令和8年3月31日", 2026, 3, 31),
        ("Ｒ８．３．３１", 2026, 3, 31), ("R8.3.31", 2026, 3, 31), ("R08.03.31", 2026, 3, 31),
        ("令和8年 3月 31日", 2026, 3, 31), ("令和7年度末", 2026, 3, 31), ("R7年度末", 2026, 3, 31),
        ("2025年度末", 2026, 3, 31), ("令和元年5月1日", 2019, 5, 1), ("H31.4.30", 2019, 4, 30),
        ("2024-02-29", 2024, 2, 29), ("2000-02-29", 2000, 2, 29), ("S64.1.7", 1989, 1, 7),
    ])
    func reads(text: String, year: Int, month: Int, day: Int) throws {
        #expect(try Day(fieldText: text) == Day(year: year, month: month, day: day))
    }

    @Test(arguments: [
        "2025-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "R1.4.30",
        "R8.2.30",
        "H1.1.7", "S1.12.24", "20261301",
    ])
    func knowsTheCalendarAndTheEras(text: String) {
        #expect(throws: ValueProblem.impossibleDay(text)) { try Day(fieldText: text) }
    }

    @Test(arguments: [
        "", "2026", "2026-03", "03-31", "明日", "2026-3-31-1", "26-3-31", "年度末", "2026--31", "R8", "2026-3-3a",
        "31/3/2026",
    ])
    func refuses(text: String) {
        #expect(throws: ValueProblem.notADay(text)) { try Day(fieldText: text) }
    }

    @Test(arguments: ["1900-01-01", "1926-03-31", "2151-04-01", "9999-12-31", "0001-01-01"])
    func refusesDaysBeyondAnyLedger(text: String) {
        #expect(throws: ValueProblem.outOfRange(text, allowed: "1926-04-01–2151-03-31")) {
            try Day(fieldText: text)
        }
    }

    @Test func everyDayFollowsTheOneBefore() throws {
        var day = Day(year: 1988, month: 12, day: 31)
        var wrong: [Day] = []
        for count in 1...45_000 {
            let next = day.adding(days: 1)
            let follows =
                next.day > 1
                ? next.day == day.day + 1 && next.month == day.month
                : Day(existingYear: day.year, month: day.month, day: day.day + 1) == nil
            if !follows || day >= next || day.days(to: next) != 1 { wrong.append(day) }
            if count % 97 == 0 {
                #expect(try Day(fieldText: next.fieldText) == next && Day(fieldText: next.long(.era)) == next)
            }
            day = next
        }
        #expect(wrong == [])
    }

    @Test(arguments: [
        (Day(year: 2019, month: 4, day: 30), "平成31年4月30日"), (Day(year: 2019, month: 5, day: 1), "令和元年5月1日"),
        (Day(year: 1989, month: 1, day: 7), "昭和64年1月7日"), (Day(year: 1989, month: 1, day: 8), "平成元年1月8日"),
    ])
    func erasChangeOnTheirDay(day: Day, text: String) {
        #expect(day.long(.era) == text)
    }
}
