/// Cuts the source of a template into literal text and tags.
struct Lexer {
    let bytes: [UInt8]
    let options: TemplateOptions
    var position = 0
    var end: Int
    private var segments: [Segment] = []
    private(set) var problems: [SyntaxProblem] = []
    private var text: [UInt8] = []
    private var textStart = 0
    private var stripsNext = false
    private var trimsNewline = false
    private var isAtLineStart = true

    init(_ text: String, options: TemplateOptions) {
        bytes = Array(text.utf8)
        self.options = options
        end = bytes.count
        if !options.keepsTrailingNewline, bytes.last == 0x0A {
            end -= 1
            if end > 0, bytes[end - 1] == 0x0D { end -= 1 }
        }
    }

    private func byte(_ index: Int) -> UInt8 { index < end ? bytes[index] : 0 }

    mutating func segmentsOfTemplate() -> [Segment] {
        while position < end {
            var start = position
            while start < end, !isOpening(start) { start += 1 }
            guard start < end else {
                appendText(position..<end, before: nil)
                break
            }
            let kind = bytes[start + 1]
            let sign = byte(start + 2)
            let marker: UInt8? = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") ? sign : nil
            appendText(position..<start, before: (kind, marker))
            position = start + (marker == nil ? 2 : 3)
            switch kind {
            case UInt8(ascii: "#"): skipComment(from: start)
            case UInt8(ascii: "%"):
                if !readRaw(from: start) { readTag(from: start, isOutput: false) }
            default: readTag(from: start, isOutput: true)
            }
        }
        flushText()
        return segments
    }

    private func isOpening(_ index: Int) -> Bool {
        guard bytes[index] == UInt8(ascii: "{") else { return false }
        let next = byte(index + 1)
        return next == UInt8(ascii: "{") || next == UInt8(ascii: "%") || next == UInt8(ascii: "#")
    }

    // MARK: Text

    private mutating func appendText(_ range: Range<Int>, before tag: (kind: UInt8, marker: UInt8?)?) {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        if stripsNext {
            while lower < upper, Self.isSpace(bytes[lower]) { lower += 1 }
        } else if trimsNewline {
            if lower < upper, bytes[lower] == 0x0D { lower += 1 }
            if lower < upper, bytes[lower] == 0x0A {
                lower += 1
                isAtLineStart = true
            }
        }
        (stripsNext, trimsNewline) = (false, false)
        if let tag {
            if tag.marker == UInt8(ascii: "-") {
                while lower < upper, Self.isSpace(bytes[upper - 1]) { upper -= 1 }
            } else if tag.marker == nil, options.lstripBlocks, tag.kind != UInt8(ascii: "{") {
                var line = upper
                while line > lower, bytes[line - 1] == 0x20 || bytes[line - 1] == 0x09 { line -= 1 }
                if line > lower ? bytes[line - 1] == 0x0A : isAtLineStart { upper = line }
            }
        }
        isAtLineStart = false
        guard lower < upper else { return }
        if text.isEmpty { textStart = lower }
        var index = lower
        while index < upper {
            if bytes[index] == 0x0D {
                text.append(0x0A)
                if byte(index + 1) == 0x0A { index += 1 }
            } else {
                text.append(bytes[index])
            }
            index += 1
        }
    }

    private mutating func flushText() {
        guard !text.isEmpty else { return }
        segments.append(.text(text, Span(start: textStart, end: textStart + text.count)))
        text.removeAll()
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    // MARK: Comments and raw text

    private mutating func skipComment(from start: Int) {
        var index = position
        while index + 1 < end {
            if bytes[index] == UInt8(ascii: "#"), bytes[index + 1] == UInt8(ascii: "}") {
                let sign = index > start + 2 ? bytes[index - 1] : 0
                position = index + 2
                endTag(sign: sign, isBlock: true)
                return
            }
            index += 1
        }
        problems.append(
            SyntaxProblem("unclosed-tag", "this comment has no '#}'", Span(start: start, end: start + 2)))
        position = end
    }

    /// After the end of a tag: what its sign and the options do to the text that follows.
    private mutating func endTag(sign: UInt8, isBlock: Bool) {
        if sign == UInt8(ascii: "-") {
            stripsNext = true
        } else if isBlock, options.trimBlocks, sign != UInt8(ascii: "+") {
            trimsNewline = true
        }
    }

    private func skipSpace(_ index: Int) -> Int {
        var index = index
        while index < end, Self.isSpace(bytes[index]) { index += 1 }
        return index
    }

    private func hasWord(_ word: String, at index: Int) -> Bool {
        let utf8 = Array(word.utf8)
        guard index + utf8.count <= end else { return false }
        return bytes[index..<(index + utf8.count)].elementsEqual(utf8)
    }

    private mutating func readRaw(from start: Int) -> Bool {
        var index = skipSpace(position)
        guard hasWord("raw", at: index) else { return false }
        index = skipSpace(index + 3)
        let opensWithDash = byte(index) == UInt8(ascii: "-")
        if opensWithDash { index += 1 }
        guard hasWord("%}", at: index) else { return false }
        let body = index + 2
        index = body
        while index < end {
            if bytes[index] == UInt8(ascii: "{"), byte(index + 1) == UInt8(ascii: "%") {
                let sign = byte(index + 2)
                let marker: UInt8? = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") ? sign : nil
                var close = skipSpace(index + (marker == nil ? 2 : 3))
                if hasWord("endraw", at: close) {
                    close = skipSpace(close + 6)
                    let last = byte(close)
                    if last == UInt8(ascii: "-") || last == UInt8(ascii: "+") { close += 1 }
                    if hasWord("%}", at: close) {
                        if opensWithDash { stripsNext = true }
                        appendText(body..<index, before: (UInt8(ascii: "%"), marker))
                        position = close + 2
                        endTag(sign: last, isBlock: true)
                        return true
                    }
                }
            }
            index += 1
        }
        problems.append(
            SyntaxProblem("unclosed-tag", "this 'raw' has no 'endraw'", Span(start: start, end: body)))
        position = end
        return true
    }

    // MARK: Tags

    private mutating func readTag(from start: Int, isOutput: Bool) {
        flushText()
        var tokens: [Token] = []
        var open: [(symbol: Symbol, span: Span)] = []
        let closing = isOutput ? UInt8(ascii: "}") : UInt8(ascii: "%")
        do throws(SyntaxProblem) {
            while true {
                position = skipSpace(position)
                guard position < end else {
                    throw SyntaxProblem(
                        "unclosed-tag", isOutput ? "this '{{' has no '}}'" : "this '{%' has no '%}'",
                        Span(start: start, end: start + 2))
                }
                if open.isEmpty {
                    let sign = bytes[position]
                    let isSigned = sign == UInt8(ascii: "-") || (!isOutput && sign == UInt8(ascii: "+"))
                    let index = isSigned ? position + 1 : position
                    if byte(index) == closing, byte(index + 1) == UInt8(ascii: "}") {
                        tokens.append(Token(kind: .end, span: Span(start: position, end: index + 2)))
                        position = index + 2
                        endTag(sign: isSigned ? sign : 0, isBlock: !isOutput)
                        break
                    }
                }
                let token = try nextToken()
                if case .symbol(let symbol) = token.kind {
                    switch symbol {
                    case .leftParenthesis, .leftBracket, .leftBrace: open.append((symbol, token.span))
                    case .rightParenthesis, .rightBracket, .rightBrace:
                        guard let last = open.popLast() else {
                            throw SyntaxProblem(
                                "template-syntax", "nothing was opened for this '\(symbol.rawValue)'", token.span)
                        }
                        guard Self.matches(last.symbol, symbol) else {
                            throw SyntaxProblem(
                                "template-syntax", "this '\(last.symbol.rawValue)' is not closed", last.span)
                        }
                    default: break
                    }
                }
                tokens.append(token)
            }
        } catch {
            problems.append(error)
            tokens = [Token(kind: .end, span: error.span)]
            position = min(position, error.span.end)
            recover(closing: closing)
        }
        let span = Span(start: start, end: position)
        segments.append(isOutput ? .output(tokens, span) : .tag(tokens, span))
    }

    private static func matches(_ open: Symbol, _ close: Symbol) -> Bool {
        switch open {
        case .leftParenthesis: close == .rightParenthesis
        case .leftBracket: close == .rightBracket
        default: close == .rightBrace
        }
    }

    private mutating func recover(closing: UInt8) {
        while position < end {
            if bytes[position] == closing, byte(position + 1) == UInt8(ascii: "}") {
                position += 2
                return
            }
            position += 1
        }
    }
}
