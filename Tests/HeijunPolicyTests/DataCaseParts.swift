import HeijunModel
import HeijunPolicy

extension Portfolio {
    mutating func orders(_ pairs: (Key, Key)...) {
        systems = ["S1", "S2", "S3"].map { Town.system(Key($0)) }
        precedences = pairs.map {
            var order = Precedence()
            (order.first, order.then) = $0
            return order
        }
    }

    mutating func separated(_ year: Int) {
        systems = [Town.system("S1"), Town.system("S2") { $0.rebuildYear = FiscalYear(year) }]
        var pair = Separation()
        (pair.first, pair.second) = ("S1", "S2")
        separations = [pair]
    }

    mutating func group(_ one: Key?, _ other: Key?) {
        systems = [Town.system("S1") { $0.targetRoom = one }, Town.system("S2") { $0.targetRoom = other }]
        var group = MoveGroup()
        (group.id, group.members) = ("G1", ["S1", "S2"])
        moveGroups = [group]
    }

    mutating func taxed(_ rate: Rate) {
        cost(2026, .build, .planned, 1)
        costs[0].taxRate = rate
    }

    mutating func step(_ number: Int) {
        businesses { _ in }
        var step = Step()
        (step.business, step.number) = ("residentRegister", number)
        steps = [step]
    }

    mutating func people(_ count: Int) {
        var population = Population()
        (population.organization, population.count) = (organization.name, count)
        populations = [population]
    }

    mutating func set(_ setting: Setting, _ text: String) {
        var value = SettingValue()
        (value.id, value.value) = (setting.key, text)
        settingValues = [value]
    }

    mutating func transition(planned day: Day?) {
        businesses {
            ($0.state, $0.transitionReason, $0.plannedDay) = (.transitionSupport, .vendorResources, day)
        }
    }

    mutating func interim(until day: Day) {
        businesses { ($0.state, $0.interimDue) = (.migratedInterim, day) }
    }

    mutating func migrated(except others: [Int: Step.State]) {
        businesses { _ in }
        steps(of: "residentRegister", .done, except: others)
    }
}
