import HeijunModel
import HeijunPolicy

/// The settings that planning reads, looked up once.
struct PlanRules {
    let years: Int
    let windowEarly: Int, windowLate: Int
    let renewalEarly: Int, renewalLate: Int
    let maxExtension: Int
    /// Years by which later rebuilds and renewals may depart from their cycles.
    let laterShift: Int
    let extensionPermille: Int
    let largePerYear: Int
    let peakWeight: Int, roughnessWeight: Int
    let changePenalty: Int, softPenalty: Int, systemPenalty: Int
    let leadYears: Int
    let requestCloses: Int
    /// How strictly each kind of bound on a system's own years holds.
    let deadline: YearBound.Strength, support: YearBound.Strength, contract: YearBound.Strength
    let closing: YearBound.Strength, reLease: YearBound.Strength, freeze: YearBound.Strength
    /// The same for ends of support on software and equipment records; nil where planning does not read them.
    let softwareSupport: YearBound.Strength?, equipmentSupport: YearBound.Strength?
    /// How far from its system a part may be to limit it.
    let supportReach: SupportedPart.Reach
    let sideBySide: Int
    let separateMoves: Bool, separateMovePermille: Int
    /// Whether systems in an iDC stay there where their target room has no space.
    let centreStays: Bool
    let maxAlternatives: Int
    let levelsGeneral: Bool
    let goLiveMonth: Int, dualMonths: Int
    let reLeasePermille: Int, eventMovePermille: Int, leasePermille: Int, servicePermille: Int
    let byQuarter: Bool, quarterOpenDays: Int, holidayQuarters: Set<Int>
    let hardLinksBind: Bool, rentInRunning: Bool

    init(_ portfolio: Portfolio) {
        func value(_ setting: Setting) -> Int { portfolio.value(of: setting) }
        years = value(.horizonYears)
        windowEarly = value(.windowEarly)
        windowLate = value(.windowLate)
        renewalEarly = value(.renewalEarly)
        renewalLate = value(.renewalLate)
        maxExtension = value(.maxExtension)
        laterShift = value(.laterShift)
        extensionPermille = value(.extensionRate)
        largePerYear = value(.largePerYear)
        peakWeight = value(.peakWeight)
        roughnessWeight = value(.roughnessWeight)
        changePenalty = value(.changePenalty)
        softPenalty = value(.softPenalty)
        systemPenalty = value(.systemPenalty)
        leadYears = value(.leadYears)
        requestCloses = value(.requestCloses)
        func strength(_ setting: Setting) -> YearBound.Strength { value(setting) == 1 ? .binds : .guides }
        deadline = strength(.hardDeadline)
        let support = YearBound.Strength(rawValue: value(.hardSupport)) ?? .neverExtended
        self.support = support
        func ends(_ setting: Setting) -> YearBound.Strength? {
            value(setting) == 0 ? nil : value(setting) == 1 ? .guides : support
        }
        softwareSupport = ends(.softwareSupport)
        equipmentSupport = ends(.equipmentSupport)
        supportReach = SupportedPart.Reach(rawValue: value(.supportKinds)) ?? .core
        contract = strength(.hardContract)
        closing = strength(.hardClosing)
        reLease = strength(.hardReLease)
        freeze = strength(.hardFreeze)
        sideBySide = value(.sideBySide)
        separateMoves = value(.separateMoves) == 1
        separateMovePermille = value(.separateMoveRate)
        centreStays = value(.centreStays) == 1
        maxAlternatives = value(.maxAlternatives)
        levelsGeneral = value(.levelledLoad) == 1
        goLiveMonth = value(.goLiveMonth)
        dualMonths = value(.dualMonths)
        reLeasePermille = value(.reLeaseRate)
        eventMovePermille = value(.eventMoveRate)
        leasePermille = value(.leasePremium)
        servicePermille = value(.servicePremium)
        byQuarter = value(.moveQuarters) == 1
        quarterOpenDays = value(.quarterOpenDays)
        // The setting's digits are quarters from 1 on.
        holidayQuarters = Set("\(value(.holidayQuarters))".compactMap { $0.wholeNumberValue.map { $0 - 1 } })
        hardLinksBind = value(.hardLinksBind) == 1
        rentInRunning = value(.rentInRunning) == 1
    }

    /// The last fiscal year whose budget is voted or whose request is closed on a day.
    func closedThrough(_ day: Day) -> FiscalYear {
        let current = FiscalYear(of: day)
        let month = requestCloses / 100
        let closing = Day(year: current.startYear, month: month, day: requestCloses % 100)
        // A closing day in January to March lies in the next calendar year.
        let shifted = month >= 4 ? closing : Day(year: closing.year + 1, month: month, day: closing.day)
        return day > shifted ? current.advanced(by: 1) : current
    }
}
