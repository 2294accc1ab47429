import HeijunLevelling
import HeijunModel

extension LevelNames {
    /// What a verification found, in one sentence.
    func words(_ fault: ProofFault) -> Words {
        switch fault {
        case .noPick(let number):
            Words(ja: "\(activity(number)): 選択がありません。", en: "\(activity(number)): has no pick.")
        case .noAlternative(let number, let pick):
            Words(
                ja: "\(activity(number)): 選択肢 \(pick) はありません。",
                en: "\(activity(number)): has no alternative \(pick).")
        case .overLimit(let row, let load, let limit):
            Words(
                ja: "\(self.row(row).ja) \(limit) を超えています: \(load)。",
                en: "\(load) exceeds \(self.row(row).en), which is \(limit).")
        case .broken(let constraint):
            Words(
                ja: "\(self.constraint(constraint).ja) が守られていません。",
                en: "\(self.constraint(constraint).en): does not hold.")
        case .objective(let stated?, let counted):
            Words(
                ja: "目的値 \(stated) とありますが、計算し直すと \(counted) です。",
                en: "The stated objective \(stated) is \(counted) when counted again.")
        case .objective(nil, let counted):
            Words(
                ja: "目的値が書かれていません（計算すると \(counted)）。",
                en: "No objective is stated; counted again it is \(counted).")
        case .boundAboveObjective(let bound, let objective):
            Words(
                ja: "下界 \(bound) が目的値 \(objective) より大きくなっています。",
                en: "The stated bound \(bound) is above the objective \(objective).")
        case .boundsDiffer(let solution, let certificate):
            Words(
                ja: "下界が解（\(text(solution))）と証明（\(text(certificate))）で異なります。",
                en: "The solution states the bound \(text(solution)), the certificate \(text(certificate)).")
        case .solutionOfInfeasible:
            Words(
                ja: "証明は「解なし」を主張していますが、解が添えられています。",
                en: "The certificate claims that there is no solution, but here is one.")
        case .boundNotProven(let stated, let proven):
            Words(
                ja: "証明が示す下界は \(text(proven)) で、書かれた \(text(stated)) に足りません。",
                en: "The certificate proves \(text(proven)), not the stated \(text(stated)).")
        default: certificateWords(fault)
        }
    }

    /// What keeps a certificate from proving anything.
    private func certificateWords(_ fault: ProofFault) -> Words {
        switch fault {
        case .otherProblem:
            Words(ja: "この証明は別の問題のものです。", en: "The certificate was made for another problem.")
        case .noDuals(let number):
            Words(ja: "証明に双対値 \(number) がありません。", en: "The certificate has no duals \(number).")
        case .duals(let number, let fault):
            Words(
                ja: "証明の双対値 \(number): \(words(fault).ja)",
                en: "Duals \(number) of the certificate: \(words(fault).en)")
        case .noActivity(let number):
            Words(
                ja: "証明が作業 \(number) を挙げています（ありません）。",
                en: "The certificate names activity \(number), which is not there.")
        case .noChoice(let number, let alternative):
            Words(
                ja: "証明が \(activity(number)) の選択肢 \(alternative) を挙げています（ありません）。",
                en:
                    "The certificate names alternative \(alternative) of \(activity(number)), which is not there."
            )
        case .childCount(let number):
            Words(
                ja: "\(activity(number)) での分岐の数が合いません。",
                en: "The branch on \(activity(number)) has not one child per group.")
        case .uncovered(let number, let alternative):
            Words(
                ja: "\(activity(number)) での分岐が選択肢 \(alternative) を覆っていません。",
                en: "The branch on \(activity(number)) leaves out alternative \(alternative).")
        case .excludedTwice(let number):
            Words(
                ja: "\(activity(number)) が一つの除外に二度あります。",
                en: "\(activity(number)) stands twice in one exclusion.")
        case .noConstraint:
            Words(ja: "証明が挙げる制約がありません。", en: "The certificate names a constraint that is not there.")
        case .notRefuted(let constraint):
            Words(
                ja: "\(self.constraint(constraint).ja) は、証明の言う所でもまだ守れます。",
                en: "\(self.constraint(constraint).en): can still hold where the certificate says it cannot.")
        case .emptyRay(let number):
            Words(
                ja: "証明の双対値 \(number) は、解がないことを示していません。",
                en: "Duals \(number) of the certificate do not show that nothing is left.")
        default: Words(ja: "証明が正しくありません。", en: "The certificate is not right.")
        }
    }

    private func words(_ fault: ProofFault.DualsFault) -> Words {
        switch fault {
        case .scale(let scale):
            Words(ja: "倍率 \(scale) が 2 の累乗ではありません。", en: "the scale \(scale) is no power of two up to 2⁴⁰.")
        case .count: Words(ja: "期の数と合いません。", en: "there is not one price per period.")
        case .outOfRange(let price):
            Words(ja: "価格 \(price) が範囲外です。", en: "the price \(price) is out of range.")
        case .peakSum(let sum):
            Words(
                ja: "ピークの価格の和 \(sum) が重みと合いません。", en: "the peak's prices add up to \(sum), not to its weight."
            )
        case .row(let row):
            Words(ja: "\(self.row(row).ja) に価格を付けられません。", en: "\(self.row(row).en) cannot have this price.")
        case .tooLarge: Words(ja: "価格が大きすぎます。", en: "prices are too large.")
        }
    }

    private func text(_ bound: Int?) -> String { bound.map(String.init) ?? say("なし", "none") }
}
