import Text

/// Writes diagnostics in one of the formats that people and programs read.
package struct DiagnosticWriter: Sendable {
    package enum Format: String, Sendable, CaseIterable {
        /// For a terminal: place, sentence, the line with a caret, help.
        case text
        /// One JSON array, for editors and scripts.
        case json
        /// GitHub workflow commands, which annotate a pull request.
        case github
    }

    package var format: Format

    package init(format: Format) {
        self.format = format
    }

    /// The text of all diagnostics of a collector, each ending in a line break.
    package func write(_ collector: DiagnosticCollector) -> String {
        switch format {
        case .text: collector.shown.map { Self.terminal($0.diagnostic, count: $0.count) }.joined()
        case .json: Self.json(collector.shown)
        case .github: collector.shown.map { Self.github($0.diagnostic) }.joined()
        }
    }

    // MARK: Terminal

    static func terminal(_ diagnostic: Diagnostic, count: Int) -> String {
        var out = ""
        out += location(diagnostic.place)
        out +=
            "\(diagnostic.severity.rawValue): \(ControlCharacter.shown(diagnostic.summary)) [\(diagnostic.identifier)]"
        if count > 1 { out += " (\(count) times)" }
        out += "\n"
        out += excerpt(diagnostic.place)
        for note in diagnostic.notes {
            out += "   note: "
            if let place = note.place { out += location(place) }
            out += ControlCharacter.shown(note.text) + "\n"
        }
        if let help = diagnostic.help { out += "   help: \(ControlCharacter.shown(help))\n" }
        return out
    }

    private static func location(_ place: Place?) -> String {
        guard let place else { return "" }
        let file = ControlCharacter.shown(place.file)
        return place.line > 0 ? "\(file):\(place.line):\(place.column): " : "\(file): "
    }

    private static func excerpt(_ place: Place?) -> String {
        guard let place, let excerpt = place.excerpt else { return "" }
        let number = String(place.line)
        let gutter = String(repeating: " ", count: max(5, number.count + 2) - number.count) + number
        let blank = String(repeating: " ", count: gutter.count)
        let column = place.column - excerpt.firstColumn + 1
        let marks = min(max(1, place.length), max(1, excerpt.text.count - column + 1))
        let shown = ControlCharacter.shown(excerpt.text.replacing("\t", with: " "))
        let indent = String(repeating: " ", count: max(0, column - 1))
        let caret = marks == 1 ? "^" : "^" + String(repeating: "~", count: marks - 1)
        return "\(gutter) | \(shown)\n\(blank) | \(indent)\(caret)\n"
    }

    // MARK: JSON

    /// An array with an object a line.
    static func json(_ diagnostics: [(diagnostic: Diagnostic, count: Int)]) -> String {
        guard !diagnostics.isEmpty else { return "[]\n" }
        let lines = diagnostics.map { "  " + value(of: $0.diagnostic, count: $0.count).written(.compact) }
        return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
    }

    private static func value(of diagnostic: Diagnostic, count: Int) -> JSONValue {
        var object = JSONObject()
        object.set("severity", text: diagnostic.severity.rawValue)
        object.set("identifier", text: diagnostic.identifier)
        object.set("summary", text: diagnostic.summary)
        if let place = diagnostic.place { set(place, &object) }
        if let excerpt = diagnostic.place?.excerpt {
            object.set("excerpt", text: excerpt.text)
            // Of a long line only a part is told.
            if excerpt.firstColumn > 1 { object.set("excerptColumn", count: excerpt.firstColumn) }
        }
        object.set("help", text: diagnostic.help)
        object.set(
            "notes",
            list: diagnostic.notes.map { note in
                var object = JSONObject()
                object.set("text", text: note.text)
                if let place = note.place { set(place, &object) }
                return object.value
            })
        object.set("count", count: count)
        return object.value
    }

    private static func set(_ place: Place, _ object: inout JSONObject) {
        object.set("file", text: place.file)
        guard place.line > 0 else { return }
        object.set("line", count: place.line)
        object.set("column", count: place.column)
        object.set("length", count: place.length)
    }

    // MARK: GitHub

    static func github(_ diagnostic: Diagnostic) -> String {
        let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
        var properties: [String] = []
        if let place = diagnostic.place {
            properties.append("file=\(property(place.file))")
            if place.line > 0 {
                properties.append("line=\(place.line)")
                properties.append("col=\(place.column)")
                properties.append("endColumn=\(place.column + place.length)")
            }
        }
        properties.append("title=\(property(diagnostic.identifier))")
        let message = ([diagnostic.summary] + diagnostic.notes.map(\.text) + [diagnostic.help].compactMap { $0 })
            .joined(separator: "\n")
        return "::\(command) \(properties.joined(separator: ","))::\(data(message))\n"
    }

    private static func data(_ text: String) -> String {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return lines.map { ControlCharacter.shown(String($0)).replacing("%", with: "%25") }.joined(separator: "%0A")
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
