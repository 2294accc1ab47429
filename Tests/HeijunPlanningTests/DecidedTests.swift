import HeijunLevelling
import HeijunModel
import Testing

@testable import HeijunPlanning

/// What an applied plan leaves in the ledger, and what closed years need to change.
struct DecidedTests {
    private func city() -> Portfolio {
        body {
            $0.systems = [
                system {
                    $0.room = "third"; $0.targetRoom = "hall"; $0.windowLate = 2
                }
            ]
            addRooms(&$0)
            var lease = ProcurementOption()
            (lease.system, lease.form, lease.years) = ("S1", .lease, 5)
            var cloud = HostingOption()
            (cloud.system, cloud.hosting, cloud.runCost) = ("S1", .saas, Yen(thousands: 150))
            var merger = Consolidation()
            (merger.system, merger.ending) = ("S1", .merge)
            $0.procurementOptions = [lease]
            $0.hostingOptions = [cloud]
            $0.consolidations = [merger]
        }
    }

    /// Applied, a decision is what happens if nothing else is done.
    @Test(
        arguments: [
            (FiscalYear(2031), Hosting?.none, ProcurementForm?.some(.lease), Consolidation.Ending?.none),
            (FiscalYear(2032), .some(.saas), nil, nil), (FiscalYear(2029), .some(.saas), .some(.lease), nil),
            (FiscalYear(2031), nil, nil, .some(.merge)),
        ])
    func appliedDecisionsAreNatural(
        year: FiscalYear, hosting: Hosting?, form: ProcurementForm?, ending: Consolidation.Ending?
    ) throws {
        let portfolio = city()
        let list = alternatives(portfolio).list
        let chosen = try #require(
            list.last {
                let decision = $0.course.decision
                return decision.rebuild == year && decision.hosting == hosting && decision.form == form
                    && decision.ending == ending
            })
        var plan = Plan(asOf: Day(year: 2026, month: 10, day: 1), scope: "一般会計", outcome: .feasible)
        var choice = Plan.Choice(system: "S1")
        let decision = chosen.course.decision
        choice.planned = decision.ends ? nil : decision.rebuild
        (choice.firstRebuild, choice.plannedRenewal) = (decision.rebuild, decision.renewal)
        (choice.newHosting, choice.form, choice.ending) = (hosting, form, ending)
        choice.moveYear = decision.move
        let extended = chosen.course.extensionYears.filter { $0 < year }
        choice.extendedYears = extended.isEmpty ? nil : extended
        plan.choices = [choice]
        var entries = portfolio.entries
        for change in ledgerChanges(of: plan, in: entries) {
            entries.removeAll { $0.kind == change.kind && $0.values == change.before }
            if let after = change.after { entries.append(Entry(kind: change.kind, values: after)) }
        }
        let applied = try Portfolio(entries)
        let natural = alternatives(applied).naturalCourse
        #expect(natural.decision == decision)
        // What was to be paid is still to be paid.
        let inside: (Course.Payment) -> Bool = { $0.year <= FiscalYear(2038) }
        #expect(natural.payments.filter(inside) == chosen.course.payments.filter(inside))
        #expect(ledgerChanges(of: plan, in: applied.entries) == [])
    }

    /// As earlier portfolios recorded it: first and last year.
    @Test func extensionsRecordedByTheirEndsAreRead() throws {
        var portfolio = city()
        portfolio.systems[0].rebuildYear = FiscalYear(2032)
        var decided = PlanDecision()
        decided.system = "S1"
        (decided.extendedFrom, decided.extendedThrough) = (FiscalYear(2030), FiscalYear(2031))
        portfolio.planDecisions = [decided]
        #expect(!decided.isEmpty)
        #expect(alternatives(portfolio).naturalCourse.extensionYears == [FiscalYear(2030), FiscalYear(2031)])
    }

    @Test func whatIsDecidedNoMoreIsTakenOutAgain() throws {
        var portfolio = city()
        var decided = PlanDecision()
        (decided.system, decided.form) = ("S1", .lease)
        portfolio.planDecisions = [decided]
        var plan = Plan(asOf: Day(year: 2026, month: 10, day: 1), scope: "一般会計", outcome: .feasible)
        plan.choices = [Plan.Choice(system: "S1")]
        let changes = ledgerChanges(of: plan, in: portfolio.entries)
        #expect(changes.map(\.verb) == [.removed] && changes[0].kind == "plan_decision")
    }

    // MARK: closed years

    private func pinned(
        to year: Int, natural: Int = 2030, decided: Bool = false,
        by exception: PlanTerms.BudgetException? = nil
    ) -> SystemAlternatives {
        alternatives(
            body {
                $0.systems = [
                    system {
                        $0.rebuildYear = FiscalYear(natural); $0.pinnedYear = FiscalYear(year)
                        $0.isYearDecided = decided
                    }
                ]
                var terms = PlanTerms()
                (terms.system, terms.budgetException) = ("S1", exception)
                $0.planTerms = [terms]
            })
    }

    /// Two building years and FY2026 closed: what goes live in FY2028 or before spends in a closed year.
    @Test(
        arguments: [
            (2031, 2030, false, nil, Plan.FixedBy.pinned), (2028, 2030, false, nil, nil),
            (2028, 2030, false, .supplementary, .pinned), (2031, 2028, false, nil, .budgetClosed),
            (2031, 2028, false, .carryOver, .pinned), (2031, 2030, true, nil, .decided),
            (2031, 2030, true, .supplementary, .pinned), (2030, 2030, true, nil, .pinned),
        ] as [(Int, Int, Bool, PlanTerms.BudgetException?, Plan.FixedBy?)])
    func aPinAloneChangesNoClosedYear(
        pin: Int, natural: Int, decided: Bool, exception: PlanTerms.BudgetException?, fixed: Plan.FixedBy?
    ) {
        #expect(pinned(to: pin, natural: natural, decided: decided, by: exception).facts.fixed == fixed)
    }

    @Test func thePlanListsWhatItDoesNotFollow() async {
        var portfolio = body { $0.systems = [system { $0.rebuildYear = FiscalYear(2028) }] }
        portfolio.systems[0].pinnedYear = FiscalYear(2031)
        let ignored = await plan(portfolio)
        #expect(ignored.choices[0].firstRebuild == FiscalYear(2028))
        #expect(ignored.remarks.contains { $0.en.hasPrefix("A pin against a decided year") })
        var terms = PlanTerms()
        (terms.system, terms.budgetException) = ("S1", .carryOver)
        portfolio.planTerms = [terms]
        let followed = await plan(portfolio)
        #expect(followed.choices[0].firstRebuild == FiscalYear(2031))
        #expect(followed.remarks.contains { $0.ja.hasPrefix("繰越により") })
    }
}

/// Whatever a plan chooses, applying it makes what happens if nothing is done cost the same.
struct AppliedCostTests {
    @Test(arguments: UInt64(1)...20)
    func applyingCostsNothing(seed: UInt64) throws {
        var portfolio = Portfolio.fictional(systems: 40, seed: seed)
        portfolio.addOptions(seed: seed)
        var generator = Draws(seed: seed, run: 0)
        let model = model(portfolio)
        let picks = model.systems.map { generator.below($0.list.count) }
        let solution = LevellingSolution(picks: picks, objective: 0, bound: 0)
        let made = PlanWriter(model: model, options: PlanOptions()).plan(solution, hash: "")
        var entries = portfolio.entries
        for change in ledgerChanges(of: made, in: entries) {
            entries.removeAll { $0.kind == change.kind && $0.values == change.before }
            if let after = change.after { entries.append(Entry(kind: change.kind, values: after)) }
        }
        let applied = PlannedCourses(try Portfolio(entries), plan: nil)
        let planned = PlannedCourses(portfolio, plan: made)
        for ((facts, after), (_, before)) in zip(applied.courses, planned.courses) {
            let inside: (Course.Payment) -> Bool = { $0.year <= planned.basis.last }
            let (one, other) = (after.payments.filter(inside), before.payments.filter(inside))
            let more = one.filter { !other.contains($0) }, less = other.filter { !one.contains($0) }
            #expect(
                one == other,
                "\(facts.system.id) \(before.decision): \(less.map(Self.text)) → \(more.map(Self.text))")
        }
    }

    private static func text(_ payment: Course.Payment) -> String {
        "\(payment.year.startYear) \(payment.kind.rawValue) \(payment.amount)"
    }
}
