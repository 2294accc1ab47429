public import HeijunModel

/// The states of a business's 40 steps, packed into one letter each as a `PeerProgress` keeps them.
public struct StepLetters: Sendable, Hashable {
    /// 40 letters: n 未, w 作業中, d 完了済み, x 対象外.
    public private(set) var letters: [UInt8]

    /// Steps of which nothing is said are not started.
    public init() { letters = [UInt8](repeating: UInt8(ascii: "n"), count: ProcedureStep.all.count) }

    /// Reads 40 letters; nil where they are others or not 40.
    public init?(_ text: some Collection<UInt8>) {
        guard text.count == ProcedureStep.all.count, text.allSatisfy({ Self.state(of: $0) != nil }) else {
            return nil
        }
        letters = Array(text)
    }

    /// The letters of recorded steps.
    public init(_ steps: [Step]) {
        self.init()
        for step in steps where letters.indices.contains(step.number - 1) {
            letters[step.number - 1] = Self.letter(of: step.state)
        }
    }

    /// The state of a step, 1 to 40.
    public subscript(step: Int) -> Step.State {
        get { Self.state(of: letters[step - 1]) ?? .notStarted }
        set { letters[step - 1] = Self.letter(of: newValue) }
    }

    /// Steps done or not applicable.
    public var settled: Int { letters.count { $0 == UInt8(ascii: "d") || $0 == UInt8(ascii: "x") } }

    /// The official rate, (完了済み + 対象外) ÷ 40.
    public var rate: Rate { Rate(tenThousandths: settled * 10_000 / letters.count) }

    /// The letters as a text.
    public var text: String { String(decoding: letters, as: UTF8.self) }

    /// The letter of a state.
    public static func letter(of state: Step.State) -> UInt8 {
        switch state {
        case .notStarted: UInt8(ascii: "n")
        case .working: UInt8(ascii: "w")
        case .done: UInt8(ascii: "d")
        case .notApplicable: UInt8(ascii: "x")
        }
    }

    private static func state(of letter: UInt8) -> Step.State? {
        switch letter {
        case UInt8(ascii: "n"): .notStarted
        case UInt8(ascii: "w"): .working
        case UInt8(ascii: "d"): .done
        case UInt8(ascii: "x"): .notApplicable
        default: nil
        }
    }
}
