import HeijunLevelling
import HeijunModel

extension ProblemError {
    /// `file:line: what is wrong and what to do`.
    func words(_ path: String) -> Words {
        Words(ja: "\(path):\(line): \(fault.words.ja)", en: "\(path):\(line): \(fault.words.en)")
    }
}

extension ProblemFault {
    /// What is wrong with a problem file, with the value seen and what to do.
    var words: Words {
        switch self {
        case .header(let seen):
            Words(
                ja: "先頭の行は「levelling 1」である必要があります（実際は「\(seen)」）。平準化問題のファイルか確かめてください。",
                en:
                    "The file must begin with “levelling 1”, not “\(seen)”. Check that it is a levelling problem."
            )
        case .unknownRecord(let word):
            Words(
                ja: "「\(word)」という記録はありません。activity、alternative などの綴りを確かめてください。",
                en: "There is no record “\(word)”. Check the spelling: activity, alternative, limit, …")
        case .missing(let field):
            Words(ja: "項目（\(field)）が足りません。書き足してください。", en: "A field is missing: \(field). Add it.")
        case .surplus(let field):
            Words(
                ja: "「\(field)」は余分です。取り除いてください。", en: "“\(field)” is one field too many. Remove it.")
        case .notANumber(let field):
            Words(
                ja: "「\(field)」は整数ではありません。数字だけで書いてください。",
                en: "“\(field)” is not a whole number. Write digits only.")
        case .notALoad(let field):
            Words(
                ja: "「\(field)」は負荷の形（資源:期:負荷）ではありません。例: 0:3:120。",
                en: "“\(field)” is not resource:period:load. Write it like 0:3:120.")
        case .tooLarge(let value):
            Words(
                ja: "\(value) は大きすぎます。絶対値は 1,099,511,627,776 未満にしてください（単位を千円などに）。",
                en: "\(value) is too large. Keep sizes below 1,099,511,627,776, with a larger unit.")
        case .periodCount(let count):
            Words(
                ja: "期の数 \(count) は使えません。1〜4,194,304 を一度だけ書いてください。",
                en: "\(count) periods cannot be used. Give a number from 1 to 4,194,304, once.")
        case .noPeriods:
            Words(
                ja: "「periods」がまだありません。先頭の行の次に書いてください。",
                en: "“periods” has not been given. Put it after the first line.")
        case .repeated(let what):
            Words(ja: "「\(what)」が二度あります。片方を消してください。", en: "“\(what)” stands twice. Remove one.")
        case .secondLevelled:
            Words(
                ja: "平準化する資源（levelled）は一つだけです。",
                en: "Only one resource can be levelled. Remove the second mark.")
        case .tooManyRows:
            Words(
                ja: "資源の数×期の数が 4,194,304 を超えます。減らしてください。",
                en: "Resources times periods pass 4,194,304. Use fewer.")
        case .tooManyLoads:
            Words(
                ja: "負荷が 4,294,967,295 個を超えます。問題を分けてください。",
                en: "There are more than 4,294,967,295 loads. Split the problem.")
        default: nameWords
        }
    }

    /// Those that are about names and numbers of things.
    private var nameWords: Words {
        switch self {
        case .unknownResource(let number):
            Words(
                ja: "番号 \(number) の資源はまだありません。resource の行を先に書いてください。",
                en: "There is no resource \(number) yet. Put its resource line first.")
        case .unknownPeriod(let number):
            Words(
                ja: "期 \(number) はありません。期は 0 から数えます。",
                en: "There is no period \(number). Periods count from 0.")
        case .negativeWeight(let weight):
            Words(
                ja: "重み \(weight) は負です。0 以上にしてください。", en: "The weight \(weight) is negative. Use 0 or more.")
        case .noActivity:
            Words(
                ja: "alternative の前に activity がありません。",
                en: "An alternative comes before any activity. Put its activity first.")
        case .noAlternative:
            Words(
                ja: "負荷の前に alternative がありません。", en: "A load comes before any alternative of its activity.")
        case .duplicateActivity(let name):
            Words(
                ja: "「\(name)」という作業が二つあります。名前を変えてください。",
                en: "Two activities are called “\(name)”. Rename one.")
        case .unknownActivity(let name):
            Words(
                ja: "「\(name)」という作業はありません。綴りを確かめてください。",
                en: "No activity is called “\(name)”. Check the spelling.")
        case .unknownActivityNumber(let number):
            Words(ja: "番号 \(number) の作業はありません。", en: "There is no activity number \(number).")
        case .notUTF8:
            Words(
                ja: "名前が UTF-8 ではありません。UTF-8 で保存し直してください。",
                en: "A name is not UTF-8. Save the file as UTF-8.")
        default:
            Words(
                ja: "重み・負荷・ペナルティの合計が 2⁶² に達し得ます。単位を大きくしてください。",
                en: "Weights, loads and penalties together could reach 2⁶². Use a larger unit.")
        }
    }
}

extension ProofFileError {
    /// `file:line: what is wrong and what to do`.
    func words(_ path: String) -> Words {
        Words(ja: "\(path):\(line): \(fault.words.ja)", en: "\(path):\(line): \(fault.words.en)")
    }
}

extension ProofFileError.Fault {
    /// What is wrong with a solution or certificate file, with the value seen and what to do.
    var words: Words {
        switch self {
        case .header(let line):
            Words(
                ja: "先頭の行は「\(line)」である必要があります。ファイルを取り違えていないか確かめてください。",
                en: "The file must begin with “\(line)”. Check that it is the right file.")
        case .unexpected(let text):
            Words(
                ja: "「\(text)」はここに書けません。ファイルを作り直してください。",
                en: "“\(text)” cannot stand here. Make the file again.")
        case .notANumber(let text):
            Words(ja: "「\(text)」は整数ではありません。", en: "“\(text)” is not a whole number.")
        case .unknownActivity(let name):
            Words(
                ja: "「\(name)」という作業は問題にありません。問題のファイルを確かめてください。",
                en: "The problem has no activity “\(name)”. Check that it is the right problem.")
        case .repeated(let name): Words(ja: "「\(name)」が二度あります。", en: "“\(name)” stands twice.")
        case .tooDeep:
            Words(ja: "証明の木が深すぎます（2,000 段まで）。", en: "The proof's tree is deeper than 2,000 nodes.")
        case .endMissing:
            Words(
                ja: "途中で終わっています。もう一度受け取ってください。", en: "The file is cut short. Obtain it again.")
        case .afterEnd: Words(ja: "end の行より後に文字があります。", en: "Something follows the end line.")
        case .changed:
            Words(
                ja: "書かれた後に変更されています（検査値が合いません）。",
                en: "The file was changed after it was written: its checksum does not fit.")
        }
    }
}
