/// Writes diagnostics in one of the formats that people and programs read.
public struct DiagnosticWriter: Sendable {
    public enum Format: String, Sendable, CaseIterable {
        /// For a terminal: place, sentence, the line with a caret, help.
        case text
        /// One JSON array, for editors and scripts.
        case json
        /// GitHub workflow commands, which annotate a pull request.
        case github
    }

    public var format: Format

    public init(format: Format) {
        self.format = format
    }

    /// The text of all diagnostics of a collector, each ending in a line break.
    public func write(_ collector: DiagnosticCollector) -> String {
        switch format {
        case .text: collector.sorted.map { Self.terminal($0.diagnostic, count: $0.count) }.joined()
        case .json: Self.json(collector.sorted)
        case .github: collector.sorted.map { Self.github($0.diagnostic) }.joined()
        }
    }

    // MARK: Terminal

    static func terminal(_ diagnostic: Diagnostic, count: Int) -> String {
        var out = ""
        out += location(diagnostic.place)
        out += "\(diagnostic.severity.rawValue): \(sanitised(diagnostic.summary)) [\(diagnostic.identifier)]"
        if count > 1 { out += " (\(count) times)" }
        out += "\n"
        out += excerpt(diagnostic.place)
        for note in diagnostic.notes {
            out += "   note: "
            if let place = note.place { out += location(place) }
            out += sanitised(note.text) + "\n"
        }
        if let help = diagnostic.help { out += "   help: \(sanitised(help))\n" }
        return out
    }

    private static func location(_ place: Place?) -> String {
        guard let place else { return "" }
        let file = sanitised(place.file)
        return place.line > 0 ? "\(file):\(place.line):\(place.column): " : "\(file): "
    }

    private static func excerpt(_ place: Place?) -> String {
        guard let place, place.line > 0, let text = place.excerpt else { return "" }
        let number = String(place.line)
        let gutter = String(repeating: " ", count: max(5, number.count + 2) - number.count) + number
        let blank = String(repeating: " ", count: gutter.count)
        var (line, column) = (Array(text), place.column)
        // A very long line is cut to a window around what is meant.
        let window = 160
        if line.count > window {
            let start = max(0, min(column - 1 - 40, line.count - window))
            line = Array(line[start..<min(line.count, start + window)])
            column -= start
        }
        let marks = min(max(1, place.length), max(1, line.count - column + 1))
        let shown = sanitised(String(line).replacing("\t", with: " "))
        let indent = String(repeating: " ", count: max(0, column - 1))
        let caret = marks == 1 ? "^" : "^" + String(repeating: "~", count: marks - 1)
        return "\(gutter) | \(shown)\n\(blank) | \(indent)\(caret)\n"
    }

    /// Text of the input with control characters made visible, so that it cannot steer the terminal.
    private static func sanitised(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        var out = ""
        for scalar in text.unicodeScalars {
            if isControl(scalar) { out += "\u{FFFD}" } else { out.unicodeScalars.append(scalar) }
        }
        return out
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    // MARK: JSON

    static func json(_ diagnostics: [(diagnostic: Diagnostic, count: Int)]) -> String {
        var out = "["
        for (index, entry) in diagnostics.enumerated() {
            let diagnostic = entry.diagnostic
            out += index == 0 ? "\n  {" : ",\n  {"
            out += "\"severity\":\(quoted(diagnostic.severity.rawValue))"
            out += ",\"identifier\":\(quoted(diagnostic.identifier))"
            out += ",\"summary\":\(quoted(diagnostic.summary))"
            if let place = diagnostic.place { out += ",\(members(of: place))" }
            if let excerpt = diagnostic.place?.excerpt { out += ",\"excerpt\":\(quoted(excerpt))" }
            if let help = diagnostic.help { out += ",\"help\":\(quoted(help))" }
            if !diagnostic.notes.isEmpty {
                let notes = diagnostic.notes.map { note in
                    "{\"text\":\(quoted(note.text))" + (note.place.map { ",\(members(of: $0))" } ?? "") + "}"
                }
                out += ",\"notes\":[\(notes.joined(separator: ","))]"
            }
            out += ",\"count\":\(entry.count)}"
        }
        return out + (diagnostics.isEmpty ? "]\n" : "\n]\n")
    }

    private static func members(of place: Place) -> String {
        var out = "\"file\":\(quoted(place.file))"
        if place.line > 0 {
            out += ",\"line\":\(place.line),\"column\":\(place.column),\"length\":\(place.length)"
        }
        return out
    }

    static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            default:
                if scalar.value < 0x20 {
                    let hex = String(scalar.value, radix: 16)
                    out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                } else {
                    out.unicodeScalars.append(scalar)
                }
            }
        }
        return out + "\""
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
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
