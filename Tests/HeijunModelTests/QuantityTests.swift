import HeijunModel
import Testing

struct YenTests {
    @Test(arguments: [
        ("1200000", 1_200_000), ("1,200,000", 1_200_000), ("１，２００", 1200), ("1,200千円", 1_200_000),
        ("120万円", 1_200_000), ("3百万円", 3_000_000), ("2億円", 200_000_000), ("1,200円", 1200), ("¥1,200", 1200),
        ("￥1,200円", 1200), ("-500", -500), ("▲500", -500), ("△1,500千円", -1_500_000), ("－500", -500),
        ("−500", -500),
        ("0", 0), ("-0", 0), ("007", 7), (" 12 ", 12), ("1000000000000000", 1_000_000_000_000_000),
    ])
    func reads(text: String, amount: Int) throws {
        #expect(try Yen(fieldText: text) == Yen(amount))
    }

    @Test(arguments: [
        "", "円", "千円", "1.5", "1,5", "12,34", ",500", "1,,000", "1,000,", "abc", "1e6", "--5", "1 000", "五千円",
        "+5",
        "99999999999999999999",
    ])
    func refuses(text: String) {
        #expect(throws: ValueProblem.notANumber(text, example: "1200000")) { try Yen(fieldText: text) }
    }

    @Test func namesTheLimitInTheUnitSeen() {
        #expect(
            throws: ValueProblem.outOfRange("1000000000001千円", allowed: "-1000000000000–1000000000000")
        ) {
            try Yen(fieldText: "1000000000001千円")
        }
    }

    @Test(arguments: [
        (1499, 1, 2), (1500, 2, 2), (1000, 1, 1), (1, 0, 1), (0, 0, 0), (-1499, -1, -1), (-1500, -2, -1),
        (-1, 0, 0),
    ])
    func roundsToThousands(amount: Int, nearest: Int, up: Int) {
        #expect(Yen(amount).thousands == nearest && Yen(amount).thousandsRoundedUp == up)
    }

    @Test func addsUp() {
        #expect([Yen(1), Yen(thousands: 2), Yen(-1)].total() == Yen(2000))
        #expect(Yen(7) * 3 - Yen(1) == Yen(20))
    }
}

struct DecimalTests {
    @Test(arguments: [
        ("0.7075", 7075, "0.7075"), ("70.75%", 7075, "0.7075"), ("７０％", 7000, "0.7"), ("1", 10_000, "1"),
        ("100%", 10_000, "1"), ("0", 0, "0"), (".5", 5000, "0.5"), ("0.0001", 1, "0.0001"),
    ])
    func rates(text: String, tenThousandths: Int, kept: String) throws {
        let rate = try Rate(fieldText: text)
        #expect(rate == Rate(tenThousandths: tenThousandths) && rate.fieldText == kept)
    }

    @Test(arguments: ["1.0001", "100.01%", "-0.1", "2"])
    func ratesLieBetweenNoneAndAll(text: String) {
        let problem = #expect(throws: ValueProblem.self) { try Rate(fieldText: text) }
        #expect(problem?.code == "out-of-range")
    }

    @Test(arguments: [
        ("105.5", 1_055_000, "105.5"), ("-0.25", -2500, "-0.25"), ("1,234.5", 12_345_000, "1234.5"),
        ("0.0", 0, "0"), ("12.", 120_000, "12"),
    ])
    func figures(text: String, tenThousandths: Int, kept: String) throws {
        let figure = try Figure(fieldText: text)
        #expect(figure == Figure(tenThousandths: tenThousandths) && figure.fieldText == kept)
    }

    @Test(arguments: ["0.00001", "1.2.3", "1.5,000", "約30", "30件", ""])
    func noFigures(text: String) {
        #expect(throws: ValueProblem.notANumber(text, example: "105.5")) { try Figure(fieldText: text) }
    }

    @Test(arguments: [("2.5", 5), ("2", 4), ("0", 0), ("42.0", 84), ("１．５", 3)])
    func rackUnits(text: String, halves: Int) throws {
        #expect(try RackUnits(fieldText: text) == RackUnits(halves: halves))
    }

    @Test func rackUnitsComeInHalves() {
        #expect(throws: ValueProblem.outOfRange("2.3", allowed: "0, 0.5, 1, 1.5 …")) {
            try RackUnits(fieldText: "2.3")
        }
        #expect(throws: ValueProblem.notANumber("2.25", example: "2.5")) { try RackUnits(fieldText: "2.25") }
    }

    @Test func personMonthsComeInTenths() throws {
        #expect(try PersonMonths(fieldText: "12.5").tenths == 125)
        #expect(throws: ValueProblem.notANumber("1.25", example: "12.5")) {
            try PersonMonths(fieldText: "1.25")
        }
    }

    @Test func amountsAreNotNegative() throws {
        #expect(try Watts(fieldText: "1,500").amount == 1500 && Kilograms(fieldText: "350").amount == 350)
        #expect(throws: ValueProblem.outOfRange("-1", allowed: "0–100000000")) { try Watts(fieldText: "-1") }
        #expect(throws: ValueProblem.self) { try RackUnits(fieldText: "-0.5") }
    }

    @Test func textsReadBack() throws {
        let figures = (-20_001...20_001).map { Figure(tenThousandths: $0) }
        #expect(try figures.map { try Figure(fieldText: $0.fieldText) } == figures)
        let heights = (0...200).map { RackUnits(halves: $0) }
        #expect(try heights.map { try RackUnits(fieldText: $0.fieldText) } == heights)
    }
}
