/// Where a text stands among others as people sort: Ärzte, Trial 2, trial 10, Zeta.
///
///     studies.inPersonOrder(by: \.name)
///
/// Capitals and accents make no difference, numbers go by their size, and signs and spaces only part words. The order is the
/// same on every machine, whatever its locale; texts that are alike in all of this go by their letters.
package struct PersonOrder: Sendable, Hashable, Comparable {
    private let key: [UInt8]
    private let text: String

    package init(_ text: String) {
        self.text = text
        var key: [UInt8] = []
        key.reserveCapacity(text.utf8.count + 8)
        var digits: [UInt8] = []
        /// Whether a sign or space is still to be written; at the ends it counts for nothing.
        var isParted = false
        func endNumber() {
            guard !digits.isEmpty else { return }
            let size = digits.drop { $0 == 0x30 }
            key += [0x02, UInt8(truncatingIfNeeded: size.count >> 8), UInt8(truncatingIfNeeded: size.count)] + size
            digits = []
        }
        for scalar in text.unicodeScalars {
            if scalar.value >= 0x30, scalar.value <= 0x39 {
                if isParted, !key.isEmpty, digits.isEmpty { key.append(0x01) }
                isParted = false
                digits.append(UInt8(scalar.value))
                continue
            }
            endNumber()
            let letters = Self.letters(scalar)
            guard !letters.isEmpty else {
                isParted = isParted || !Self.isMark(scalar)
                continue
            }
            if isParted, !key.isEmpty { key.append(0x01) }
            isParted = false
            key += letters
        }
        endNumber()
        self.key = key
    }

    package static func < (one: PersonOrder, other: PersonOrder) -> Bool {
        if one.key != other.key { return one.key.lexicographicallyPrecedes(other.key) }
        return one.text.unicodeScalars.lexicographicallyPrecedes(other.text.unicodeScalars)
    }

    package static func == (one: PersonOrder, other: PersonOrder) -> Bool {
        one.text.unicodeScalars.elementsEqual(other.text.unicodeScalars)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(key) }

    // MARK: Letters

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .spacingMark, .format: true
        default: false
        }
    }

    /// A letter without its capital and accents; empty for what is none.
    private static func letters(_ scalar: Unicode.Scalar) -> [UInt8] {
        switch scalar.value {
        case 0x61...0x7A: return [UInt8(scalar.value)]
        case 0x41...0x5A: return [UInt8(scalar.value + 0x20)]
        case 0..<0x80: return []
        default: break
        }
        guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return [] }
        // What Unicode calls LATIN SMALL LETTER E WITH ACUTE is an e.
        if let name = scalar.properties.name, name.hasPrefix("LATIN ") {
            let words = name.split(separator: " ", maxSplits: 4)
            if words.count > 3, words[2] == "LETTER" || words[2] == "LIGATURE" {
                if let other = others[name] { return other }
                if words[3].utf8.count <= 2 { return words[3].utf8.map { $0 + 0x20 } }
            }
        }
        // After the Latin letters.
        return [0xF8] + Array(scalar.properties.lowercaseMapping.utf8)
    }

    private static let others: [String: [UInt8]] = [
        "LATIN SMALL LETTER SHARP S": Array("ss".utf8), "LATIN CAPITAL LETTER SHARP S": Array("ss".utf8),
        "LATIN SMALL LETTER ETH": Array("d".utf8), "LATIN CAPITAL LETTER ETH": Array("d".utf8),
        "LATIN SMALL LETTER THORN": Array("th".utf8), "LATIN CAPITAL LETTER THORN": Array("th".utf8),
        "LATIN SMALL LETTER DOTLESS I": Array("i".utf8),
    ]
}

extension Sequence {
    /// The elements as people sort them by a text; those of one text stay as they are.
    package func inPersonOrder(by text: (Element) -> String) -> [Element] {
        enumerated().map { (key: PersonOrder(text($0.element)), index: $0.offset, element: $0.element) }
            .sorted { $0.key != $1.key ? $0.key < $1.key : $0.index < $1.index }
            .map(\.element)
    }
}
