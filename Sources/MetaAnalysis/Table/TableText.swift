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
    /// Swift alone would also read `nan`, `inf` and hexadecimal.
    static func number(_ text: String, column: String) -> Result<Double, Refusal> {
        guard text.utf8.count <= 400 else { return .failure(Refusal(kind: .notANumber(column: column, text: cut(text)))) }
        let plain = text.first == "\u{2212}" ? "-" + text.dropFirst() : text
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

    /// A text short enough for a message.
    static func cut(_ text: String) -> String {
        text.utf8.count <= 60 ? text : String(text.unicodeScalars.prefix(60).map(Character.init)) + "…"
    }

    /// Why a field was not read; wraps the kind of problem until its place is known.
    struct Refusal: Error {
        let kind: TableProblem.Kind
    }
}
