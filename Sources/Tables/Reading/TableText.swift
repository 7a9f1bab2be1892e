/// Reads the fields of a table.
enum TableText {
    /// A text without white space and characters that show nothing at its ends.
    static func trimmed(_ text: String) -> String {
        var part = Substring(text)
        while let first = part.first, isBlank(first) { part.removeFirst() }
        while let last = part.last, isBlank(last) { part.removeLast() }
        return String(part)
    }

    private static func isBlank(_ character: Character) -> Bool {
        character.isWhitespace
            || character.unicodeScalars.allSatisfy {
                $0.properties.isDefaultIgnorableCodePoint || $0.properties.generalCategory == .control
            }
    }

    /// A finite number in decimal or scientific notation; a minus may be U+2212.
    ///
    /// - Parameter allowsComma: whether one comma may stand for the decimal point.
    ///
    /// Swift alone would also read `nan`, `inf` and hexadecimal.
    static func number(_ text: String, column: String, allowsComma: Bool) -> Result<Double, Refusal> {
        guard text.utf8.count <= 400 else {
            return .failure(Refusal(kind: .notANumber(column: column, text: cut(text))))
        }
        var plain = text.first == "\u{2212}" ? "-" + text.dropFirst() : text
        if allowsComma, !plain.contains("."), plain.count(where: { $0 == "," }) == 1 {
            plain = plain.replacing(",", with: ".")
        }
        let lower = plain.lowercased()
        if ["nan", "-nan", "+nan", "inf", "-inf", "+inf", "infinity", "-infinity", "+infinity"].contains(lower) {
            return .failure(Refusal(kind: .notFinite(column: column, text: text)))
        }
        let allowed = plain.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || "+-.eE".utf8.contains($0)
        }
        guard allowed, let value = Double(plain) else {
            return .failure(Refusal(kind: .notANumber(column: column, text: cut(text))))
        }
        guard value.isFinite else { return .failure(Refusal(kind: .notFinite(column: column, text: cut(text)))) }
        return .success(value)
    }

    /// Whether a field says, as papers and software do, that there is no number: `NE`, `NR`, `NA`, `NaN`, `Inf`, a dash.
    static func saysNotEstimable(_ text: String) -> Bool {
        var plain = text.lowercased().filter { !" ./".contains($0) }
        if plain.count > 1, let sign = plain.first, "+-\u{2212}".contains(sign) { plain.removeFirst() }
        return notEstimable.contains(plain)
    }

    private static let notEstimable: Set<String> = [
        "ne", "nr", "na", "nan", "nc", "inf", "infinity", "\u{221E}", "-", "\u{2212}", "\u{2013}", "\u{2014}",
        "not estimable", "not reached", "not reported", "notestimable", "notreached", "notreported",
    ]

    /// A text short enough for a message.
    static func cut(_ text: String) -> String {
        text.utf8.count <= 60 ? text : String(text.unicodeScalars.prefix(60).map(Character.init)) + "…"
    }

    /// Why a field was not read; wraps the kind of problem until its place is known.
    struct Refusal: Error {
        let kind: TableProblem.Kind
    }
}
