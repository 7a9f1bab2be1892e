/// Breaks a text into lines no wider than a given width, and shortens what does not fit.
struct TextFitter {
    /// A text as set: its lines, and whether an ellipsis stands for a part of it.
    struct Fitted {
        var lines: [String]
        var isShortened: Bool
        /// Whether a line ends inside a word.
        var breaksWord = false
        /// The room of a text that fits on one line.
        var room: Double?
    }

    let size: Double
    let face: FontFace
    private let table: AdvanceTable
    private let unit: Double

    init(size: Double, face: FontFace = .regular) {
        self.size = size
        self.face = face
        table = AdvanceTable(face)
        unit = size / 1000 * face.safety
    }

    /// The width to keep free for a text.
    func room(for text: String) -> Double {
        Double(table.advance(of: text)) * unit
    }

    /// The text in at most `lineLimit` lines, each no wider than `width`; broken at spaces, after hyphens and slashes,
    /// inside a word only where nothing else fits.
    func fit(_ text: String, width: Double, lineLimit: Int = 1) -> Fitted {
        // A width that was made of a text's own room must hold it, however the sum was rounded.
        let width = width + 1e-6
        let room = room(for: text)
        if room <= width { return Fitted(lines: [text], isShortened: false, room: room) }
        var lines: [String] = []
        var breaksWord = false
        var start = text.startIndex
        while start < text.endIndex, lines.count < max(lineLimit, 1) {
            let isLast = lines.count + 1 >= lineLimit
            let scan = scan(text, from: start, width: width)
            if scan.end == text.endIndex {
                lines.append(String(text[start...]))
                return Fitted(lines: lines, isShortened: false, breaksWord: breaksWord)
            }
            if isLast {
                lines.append(trimmed(text[start..<scan.ellipsis]) + "…")
                return Fitted(lines: lines, isShortened: true)
            }
            let stop = scan.breaking ?? scan.end
            guard stop > start else {
                // One character is wider than the line.
                lines.append("…")
                return Fitted(lines: lines, isShortened: true)
            }
            breaksWord = breaksWord || scan.breaking == nil
            lines.append(trimmed(text[start..<stop]))
            start = stop
        }
        return Fitted(lines: lines, isShortened: false, breaksWord: breaksWord)
    }

    private struct Scan {
        /// How far the text fits; how far it fits with an ellipsis; the last place to break before that.
        var end: String.Index
        var ellipsis: String.Index
        var breaking: String.Index?
    }

    private func scan(_ text: String, from start: String.Index, width: Double) -> Scan {
        let dots = Double(table.advance(of: 0x2026)) * unit
        var result = Scan(end: start, ellipsis: start, breaking: nil)
        var used = 0.0
        var index = start
        while index < text.endIndex {
            let character = text[index]
            var advance = 0
            for scalar in character.unicodeScalars {
                advance += table.advance(of: scalar.value)
            }
            index = text.index(after: index)
            used += Double(advance) * unit
            // A space at the end of a line takes no room.
            if used > width, character != " " { return result }
            result.end = index
            if used + dots <= width { result.ellipsis = index }
            if breaksAfter(character, next: index < text.endIndex ? text[index] : nil) { result.breaking = index }
        }
        return result
    }

    /// A line may end after a space, and after a hyphen or a slash within words; a fraction or a range of numbers stays whole.
    private func breaksAfter(_ character: Character, next: Character?) -> Bool {
        switch character {
        case " ": true
        case "-", "–", "/": !(next?.isNumber ?? false)
        default: isIdeograph(character)
        }
    }

    private func isIdeograph(_ character: Character) -> Bool {
        guard let first = character.unicodeScalars.first else { return false }
        return (0x2E80...0xA4CF).contains(first.value) || first.value >= 0x20000
    }

    private func trimmed(_ text: Substring) -> String {
        var text = text
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
