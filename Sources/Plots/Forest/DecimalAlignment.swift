/// Texts one below the other with their decimal points aligned.
struct DecimalAlignment {
    /// The widest part before the point, and the widest rest.
    private(set) var before = 0.0
    private(set) var after = 0.0
    private var plain = 0.0

    /// The width that all texts need together.
    var width: Double { max(before + after, plain) }

    mutating func add(_ text: String, _ type: Typography) {
        guard !text.isEmpty else { return }
        let room = type.room(text)
        guard let prefix = Self.prefix(text, type) else {
            plain = max(plain, room)
            return
        }
        before = max(before, prefix)
        after = max(after, room - prefix)
    }

    /// How far right of the column's left edge a text starts.
    func offset(of text: String, _ type: Typography) -> Double {
        guard let prefix = Self.prefix(text, type) else { return 0 }
        return before - prefix
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
        return TextMeasure.width(of: String(text[..<end]), size: type.size, face: type.face)
    }
}
