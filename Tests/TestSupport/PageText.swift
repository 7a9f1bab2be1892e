/// What a reader gets of an HTML or SVG file: its texts, a line for each block, and the texts of attributes that are shown or
/// read out.
package struct PageText: Sendable {
    /// The visible texts, white space folded, a line a block; headings, list items and cells begin a line.
    public private(set) var lines: [String] = []
    /// The texts of attributes that a reader meets: titles, labels, descriptions.
    public private(set) var attributes: [String] = []

    /// The elements that begin no line of their own.
    private static let inline: Set<String> = [
        "a", "b", "abbr", "em", "strong", "span", "q", "sup", "sub", "code", "del", "i", "tspan", "small", "cite",
    ]
    private static let spoken: Set<String> = [
        "title", "alt", "aria-label", "aria-description", "data-label", "placeholder",
    ]

    package init(_ markup: String) {
        var rest = Substring(markup)
        var line = ""
        var isInPlotText = false
        func close(_ lines: inout [String]) {
            let text = line.split(whereSeparator: \.isWhitespaceOfMarkup).joined(separator: " ")
            if !text.isEmpty { lines.append(text) }
            line = ""
        }
        while let start = rest.firstIndex(of: "<") {
            line += Self.decoded(rest[..<start])
            rest = rest[start...]
            guard let end = Self.endOfTag(rest) else { break }
            let tag = rest[rest.index(after: rest.startIndex)..<end]
            rest = rest[rest.index(after: end)...]
            let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
            if !Self.inline.contains(name) { close(&lines) }
            if !tag.hasPrefix("/") { read(tag, of: name) }
            if name == "style" || name == "script", !tag.hasPrefix("/"), !tag.hasSuffix("/"),
                let close = rest.firstRange(of: "</\(name)")
            {
                rest = rest[close.lowerBound...]
            }
            // Of a shortened text of a plot the title has the whole.
            if isInPlotText, tag.hasPrefix("/"), name == "title", let close = rest.firstRange(of: "</text") {
                rest = rest[close.lowerBound...]
            }
            if name == "text" { isInPlotText = !tag.hasPrefix("/") }
        }
        line += Self.decoded(rest)
        close(&lines)
    }

    /// The index of the `>` that ends a tag, none within quotes.
    private static func endOfTag(_ text: Substring) -> Substring.Index? {
        var quote: Character?
        for index in text.indices {
            let character = text[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == ">" {
                return index
            }
        }
        return nil
    }

    private mutating func read(_ tag: Substring, of element: String) {
        var rest = tag
        var found: [String: String] = [:]
        while let equals = rest.firstRange(of: "=\"") {
            let name = rest[..<equals.lowerBound].split(separator: " ").last.map(String.init) ?? ""
            let value = rest[equals.upperBound...]
            guard let end = value.firstIndex(of: "\"") else { break }
            found[name] = Self.decoded(value[..<end])
            rest = value[value.index(after: end)...]
        }
        for (name, value) in found.sorted(by: { $0.key < $1.key }) where Self.spoken.contains(name) {
            attributes.append(value)
        }
        if element == "meta", found["name"] == "description", let content = found["content"] {
            attributes.append(content)
        }
    }

    private static func decoded(_ text: Substring) -> String {
        let text = String(text)
        guard text.contains("&") else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#34;", with: "\"").replacing("&#39;", with: "'").replacing("&#8239;", with: "\u{202F}")
            .replacing("&nbsp;", with: "\u{A0}").replacing("&amp;", with: "&")
    }
}

extension Character {
    /// White space that markup folds; no-break spaces are text.
    fileprivate var isWhitespaceOfMarkup: Bool {
        self == " " || self == "\n" || self == "\t" || self == "\r\n" || self == "\r"
    }
}
