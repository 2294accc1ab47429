import HeijunModel

/// Reads one field's bytes into its kept text.
///
/// Values already written as Heijun writes them are recognized byte by byte; anything else takes the field's own
/// reading, which gives the same result, only slower.
final class FieldReader {
    let field: FieldInfo
    let name: ImportError.FieldName
    /// Position of the kind whose keys the field holds, where it holds other records' keys.
    let target: Int?
    /// The key that was last found to be there; neighbours often refer to the same record.
    var lastFound = ""
    private let quick: Quick

    /// Forms that can be recognized without making a string first.
    private enum Quick {
        case text, key, year, day, flag
        /// Digits without a leading zero, at most so many, and so many decimals without a trailing one.
        case digits(Int, places: Int = 0)
        /// 0, 1 or a fraction between.
        case fraction
        /// Whole numbers and halves.
        case halves(Int)
        case choices([(bytes: [UInt8], text: String)])
        case none
    }

    /// Makes the reader of a field; `isIdentity` says whether it is part of the record's key.
    init(_ field: FieldInfo, isIdentity: Bool, target: Int?) {
        self.target = target
        self.field = field
        name = .init(field)
        quick = field.isList ? .none : FieldReader.quick(field, isIdentity)
    }

    private static func quick(_ field: FieldInfo, _ isIdentity: Bool) -> Quick {
        switch field.type {
        case .text: .text
        case .reference: .key
        // A key that names no record may be a code with rules of its own.
        case .key: isIdentity ? .key : .none
        case .integer: .digits(12)
        case .yen: .digits(15)
        case .watts, .kilograms: .digits(8)
        case .personMonths: .digits(5, places: 1)
        case .rackUnits: .halves(4)
        case .figure: .digits(11, places: 4)
        case .rate: .fraction
        case .fiscalYear: .year
        case .day: .day
        case .flag: field.isRequired ? .none : .flag
        case .choice(let choices): .choices(choices.map { (Array($0.value.utf8), $0.value) })
        }
    }

    /// The kept text of a value; nil where the field is empty.
    func text(of bytes: UnsafeBufferPointer<UInt8>) throws(ImportError.Reason) -> String? {
        if bytes.isEmpty { return nil }
        if let known = quickly(bytes) { return known }
        guard let string = String(validating: bytes, as: UTF8.self) else {
            throw .badBytes(encoding: "UTF-8", bytes: "?")
        }
        return try text(of: string)
    }

    /// The kept text of a value; nil where the field is empty.
    func text(of string: String) throws(ImportError.Reason) -> String? {
        let value = trimmed(string)
        if value.isEmpty { return nil }
        do {
            let kept = try field.canonical(String(value))
            return kept.isEmpty ? nil : kept
        } catch {
            throw .value(error, field: name)
        }
    }

    private func quickly(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        if case .choices(let choices) = quick {
            return choices.first { bytes.elementsEqual($0.bytes) }?.text
        }
        switch quick {
        case .text: return bytes.hasInkAtEnds ? String(validating: bytes, as: UTF8.self) : nil
        case .key: return bytes.isKey ? String(validating: bytes, as: UTF8.self) : nil
        default: return isPlain(bytes) ? String(decoding: bytes, as: UTF8.self) : nil
        }
    }

    private func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch quick {
        case .digits(let limit, let places): bytes.isNumber(ofAtMost: limit, places: places)
        case .fraction: bytes.isNumber(ofAtMost: 1, places: 4) && bytes.isAtMostOne
        case .halves(let limit):
            bytes.isNumber(ofAtMost: limit, places: 1)
                && (bytes.last == UInt8(ascii: "5") || !bytes.contains(UInt8(ascii: ".")))
        case .year: bytes.isYear
        case .day: bytes.isDay
        case .flag: bytes.elementsEqual("true".utf8)
        case .text, .key, .choices, .none: false
        }
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether the character at `index` is surely no blank; the rarer blanks of Unicode all begin with the bytes
    /// that are said no to here.
    private func isInk(at index: Int) -> Bool {
        switch self[index] {
        case ...0x20, 0x7F, 0xC2, 0xE1, 0xE2: false
        case 0xE3: index + 1 < count && self[index + 1] != 0x80
        default: true
        }
    }

    /// Whether no blank begins or ends the text.
    fileprivate var hasInkAtEnds: Bool {
        let last = lastIndex { $0 & 0xC0 != 0x80 } ?? 0
        return isInk(at: 0) && isInk(at: last)
    }

    /// Whether the text surely holds no blank.
    fileprivate var isKey: Bool {
        for index in 0..<count where self[index] & 0xC0 != 0x80 && !isInk(at: index) { return false }
        return true
    }

    /// Digits as Heijun writes a number that is not negative.
    fileprivate func isNumber(ofAtMost limit: Int, places: Int) -> Bool {
        let point = firstIndex(of: UInt8(ascii: ".")) ?? count
        let decimals = self[Swift.min(point + 1, count)...]
        guard (1...limit).contains(point), self[..<point].allSatisfy(\.isDigit), self[0] != 0x30 || point == 1
        else { return false }
        if point == count { return true }
        return (1...Swift.max(1, places)).contains(decimals.count) && places > 0
            && decimals.allSatisfy(\.isDigit) && decimals.last != 0x30
    }

    /// Whether a number of one digit and decimals is 1 or less.
    fileprivate var isAtMostOne: Bool { self[0] == 0x30 || (count == 1 && self[0] == 0x31) }

    private func number(_ range: Range<Int>) -> Int { self[range].reduce(0) { $0 * 10 + Int($1) - 0x30 } }

    fileprivate var isYear: Bool {
        count == 4 && allSatisfy(\.isDigit) && FiscalYear.range.contains(FiscalYear(number(0..<4)))
    }

    fileprivate var isDay: Bool {
        guard count == 10, self[4] == UInt8(ascii: "-"), self[7] == UInt8(ascii: "-"),
            indices.allSatisfy({ $0 == 4 || $0 == 7 || self[$0].isDigit })
        else { return false }
        return Day(existingYear: number(0..<4), month: number(5..<7), day: number(8..<10)) != nil
    }
}
