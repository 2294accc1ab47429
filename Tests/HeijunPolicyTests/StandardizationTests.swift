import HeijunModel
import HeijunPolicy
import Testing

struct StandardizationTests {
    @Test(arguments: PublishedSteps.sheets.indices)
    func theOfficialRateIsReproduced(sheet index: Int) throws {
        let sheet = PublishedSteps.sheets[index]
        var steps: [Step] = []
        for (number, letter) in zip(1..., sheet.steps) {
            var step = Step()
            (step.number, step.state) = (number, try #require(PublishedSteps.state(of: letter)))
            steps.append(step)
        }
        let counts = StepCounts(steps)
        #expect(counts.total == 40)
        #expect(counts.rate == Rate(tenThousandths: sheet.rate), "\(sheet.prefecture) \(sheet.business)")
    }

    /// The published overall rate is the mean, cut to four decimals by a rule that is not uniform: half a unit.
    @Test(arguments: PublishedProgress.cities.indices)
    func thePublishedMeanIsReproduced(city index: Int) throws {
        let city = PublishedProgress.cities[index]
        let table = standardizationTable(Self.city(rates: city.rates), asOf: Town.asOf)
        let mean = try #require(table.mean)
        #expect(mean.count == 20)
        #expect(abs(2 * mean.sum - 2 * city.overall * mean.count) <= mean.count, "\(city.name)")
        #expect(abs((table.overallRate?.tenThousandths ?? 0) - city.overall) <= 1)
        #expect(table.rows.allSatisfy { $0.rate?.origin == .reported })
    }

    @Test func kawasakiByHand() {
        let table = standardizationTable(
            Self.city(rates: PublishedProgress.cities[5].rates), asOf: Town.asOf)
        #expect(PublishedProgress.cities[5].name == "川崎市")
        #expect(table.mean?.sum == 124_750)
        #expect(table.overallRate == Rate(tenThousandths: 6238))
        #expect(table.counts[0].done == 4 && table.counts[0].total == 20)
    }

    @Test func stepsWinOverAReportedRate() {
        let town = Town.changed {
            $0.migrated(except: [1: .notStarted, 2: .working, 3: .notApplicable])
            $0.businesses[0].reportedRate = .one
        }
        let row = standardizationTable(town, asOf: Town.asOf).rows[0]
        #expect(row.rate?.rate == Rate(tenThousandths: 9500))
        #expect(row.rate?.origin == .steps)
        #expect(row.steps?.done == 37 && row.steps?.working == 1 && row.steps?.notApplicable == 1)
        #expect(row.findings.map(\.code) == ["reported-rate-differs"])
    }

    @Test(arguments: [
        (Day(year: 2026, month: 3, day: 30), 1), (Day(year: 2026, month: 3, day: 31), 0),
        (Day(year: 2026, month: 4, day: 1), -1), (Day(year: 2024, month: 2, day: 28), 762),
        (Day(year: 2024, month: 3, day: 1), 760),
    ])
    func daysLeftAroundTheDeadline(asOf: Day, left: Int) {
        let town = Town.changed { $0.businesses { $0.state = .working } }
        let table = standardizationTable(town, asOf: asOf)
        #expect(table.rows[0].daysLeft == left)
        #expect(table.rows[0].isLate == (left < 0))
        #expect(table.rows[0].findings.contains { $0.code == "S01" } == (left < 0))
        #expect(table.rows[1].daysLeft == nil)
    }

    @Test func theDeadlineNamesItsSource() {
        var business = Business()
        business.state = .working
        #expect(Deadline.of(business).day == Day(year: 2026, month: 3, day: 31))
        #expect(Deadline.of(business).kind == .principle)
        business.state = .transitionSupport
        #expect(Deadline.of(business).day == Day(year: 2031, month: 3, day: 31))
        #expect(Deadline.of(business).kind == .aim)
        business.deadline = Day(year: 2028, month: 1, day: 1)
        business.deadlineSource = "個別協議"
        #expect(Deadline.of(business).day == Day(year: 2028, month: 1, day: 1))
        #expect(Deadline.of(business).kind == .own && Deadline.of(business).source == "個別協議")
    }

    @Test func aPrefectureHasTwoBusinesses() {
        let town = Town.changed { $0.organizations[0].category = .prefecture }
        let names = standardizationTable(town, asOf: Town.asOf).rows.map(\.name.ja)
        #expect(names == ["生活保護", "児童扶養手当"])
    }

    @Test func theCommonFunctionsStandAfterTheTwenty() {
        let town = Town.changed {
            $0.businesses { _ in }
            var common = Business()
            (common.id, common.state) = ("commonFunctions", .transitionSupport)
            $0.businesses.insert(common, at: 0)
        }
        let table = standardizationTable(town, asOf: Town.asOf)
        #expect(table.rows.count == 21)
        #expect(table.rows.last?.name.ja == "共通機能")
        #expect(table.counts[0].total == 20)
    }

    @Test func theThreeCountsAreDifferentThings() {
        let town = Town.changed {
            $0.migrated(except: [1: .notStarted])
            $0.systems.append(Town.system("S2") { $0.businesses = ["childAllowance"] })
            $0.businesses[14].state = .transitionSupport
        }
        let counts = standardizationTable(town, asOf: Town.asOf).counts
        #expect(counts.map { [$0.done, $0.total] } == [[18, 20], [0, 2], [39, 40]])
        #expect(Set(counts.map(\.label)).count == 3)
    }

    @Test func anEmptyLedgerStillShowsTheTwenty() {
        let table = standardizationTable(Portfolio(), asOf: Town.asOf)
        #expect(table.rows.count == 20)
        #expect(table.overallRate == nil)
        #expect(table.rows.allSatisfy { !$0.isRecorded && $0.state == .undecided })
    }

    /// Twenty businesses with published rates and no steps.
    static func city(rates: [Int]) -> Portfolio {
        Town.changed { town in
            town.systems = []
            town.businesses = zip(StandardBusiness.expected(of: .designatedCity), rates).map { entry, rate in
                var business = Business()
                (business.id, business.state) = (entry.key, .working)
                business.reportedRate = Rate(tenThousandths: rate)
                return business
            }
        }
    }
}

struct CatalogueTests {
    @Test func theOrdersAreComplete() {
        let twenty = StandardBusiness.all.filter(\.isOneOfTwenty)
        #expect(twenty.compactMap(\.progressOrder) == Array(1...20))
        #expect(twenty.compactMap(\.cabinetOrder).sorted() == Array(1...20))
        #expect(StandardBusiness.all.compactMap(\.digitalAgencyOrder).sorted() == Array(1...21))
        #expect(StandardBusiness.all.filter(\.isCabinetOrderVerified).map(\.cabinetOrder) == [1])
    }

    @Test(arguments: [
        ("住民記録", "residentRegister"), ("住民基本台帳", "residentRegister"),
        ("戸籍附票", "familyRegisterAddressSupplement"),
        (" 子ども・子育て支援　", "childcareSupport"), ("National pension", "nationalPension"),
        ("共通機能", "commonFunctions"),
    ])
    func namesAndAliasesAreRead(text: String, key: String) {
        #expect(StandardBusiness.named(text)?.key.text == key)
    }

    @Test func anUnknownNameGetsTheNearest() {
        #expect(StandardBusiness.named("固定資産税課税") == nil)
        #expect(StandardBusiness.suggestion(for: "固定資産税課") == "固定資産税")
    }

    @Test func theFortyStepsAreNumbered() {
        #expect(ProcedureStep.all.map(\.number) == Array(1...40))
        #expect(Set(ProcedureStep.all.map(\.item)).count == 18)
        #expect(ProcedureStep.numbered(40)?.name == "⑱-1 運用開始ステータス")
        #expect(ProcedureStep.numbered(25)?.name == "⑨-3 ベンダからのRFP回答受領")
        #expect(ProcedureStep.numbered(0) == nil && ProcedureStep.numbered(41) == nil)
    }

    @Test(arguments: [
        (BusinessOrder.progress, "residentRegister", "sealRegistration"),
        (.digitalAgency, "residentRegister", "childcareSupport"),
        (.cabinet, "childAllowance", "nationalPension"),
    ])
    func theThreeOfficialOrders(order: BusinessOrder, first: Key, last: Key) {
        let table = standardizationTable(Town.portfolio, asOf: Town.asOf).ordered(by: order)
        #expect(table.rows.count == 20 && table.rows.first?.key == first && table.rows.last?.key == last)
    }
}
