/// Texts one below the other with their decimal points aligned.
///
/// Positions follow the natural widths, so that the points meet in the fonts that are measured; the column's width has
/// the safety for wider ones. A text without a number is set against the column's edge.
struct DecimalAlignment {
    /// The widest natural part up to the point, and the widest natural rest.
    private var before = 0.0
    private var after = 0.0
    /// How much more than its natural width any text needs.
    private var excess = 0.0
    private var plain = 0.0

    /// The width that all texts need together.
    var width: Double { max(before + after + excess, plain) }

    mutating func add(_ text: String, _ type: Typography) {
        guard !text.isEmpty else { return }
        let natural = TextMeasure.width(of: text, size: type.size, face: type.face)
        excess = max(excess, natural * (TextMeasure.safety - 1))
        guard let prefix = Self.prefix(text, type) else {
            plain = max(plain, natural * TextMeasure.safety)
            return
        }
        before = max(before, prefix)
        after = max(after, natural - prefix)
    }

    /// How far right of the column's left edge a text starts.
    func offset(of text: String, _ type: Typography) -> Double {
        guard let prefix = Self.prefix(text, type) else { return 0 }
        return before - prefix
    }

    /// How far left of the column's right edge a text ends.
    func inset(of text: String, _ type: Typography) -> Double {
        guard let prefix = Self.prefix(text, type) else { return 0 }
        return after - (TextMeasure.width(of: text, size: type.size, face: type.face) - prefix)
    }

    /// The width of what stands before the decimal point of a text's first number; nil without a number.
    private static func prefix(_ text: String, _ type: Typography) -> Double? {
        var end = text.utf8.startIndex
        var hasDigit = false
        while end < text.utf8.endIndex {
            let isDigit = (0x30...0x39).contains(text.utf8[end])
            if hasDigit, !isDigit { break }
            hasDigit = hasDigit || isDigit
            end = text.utf8.index(after: end)
        }
        guard hasDigit else { return nil }
        return TextMeasure.width(of: text[..<end], size: type.size, face: type.face)
    }
}
