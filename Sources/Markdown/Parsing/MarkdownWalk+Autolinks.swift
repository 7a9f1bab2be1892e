import CCmarkGFM

/// Addresses that are links without any sign around them.
extension MarkdownWalk {
    /// Writes a bare address as a link that ends before punctuation of any script, where the library goes on to the next
    /// space; languages without spaces have none.
    /// - Returns: Whether the node was such an address.
    mutating func emitAutolink(_ node: Node, _ range: Range<Int>) -> Bool {
        guard let child = cmark_node_first_child(node), cmark_node_next(child) == nil,
            cmark_node_get_type(child) == CMARK_NODE_TEXT
        else { return false }
        let (text, url) = (literal(child), string(cmark_node_get_url(node)))
        guard url.hasSuffix(text), ["", "http://", "mailto:"].contains(url.dropLast(text.count)) else { return false }
        let wanted = Array(text.utf8)
        let end = min(lines.text.utf8.count, max(range.upperBound, position + 16_384) + wanted.count)
        let found = lines.find(wanted, in: min(range.lowerBound, end)..<end, isLast: false) ?? range.lowerBound
        // In angle brackets and in a link of its own the address is what its writer made it.
        if let before = lines.byte(at: found - 1), before == UInt8(ascii: "<") || before == UInt8(ascii: "[") {
            return false
        }
        var scheme = String(url.dropLast(text.count))
        var (rest, start) = (text[...], found)
        while !rest.isEmpty {
            let address = Self.address(in: rest)
            if address.isEmpty {
                emitText(String(rest), start..<(start + rest.utf8.count))
                break
            }
            let end = start + address.utf8.count
            emit(.enter(.link(destination: scheme + address, title: "")), start..<end)
            emit(.text(String(address)), start..<end)
            emit(.exit(.link(destination: scheme + address, title: "")), start..<end)
            position = end
            rest = rest[address.endIndex...]
            // Behind the punctuation may come another address.
            let next = Self.nextAddress(in: rest) ?? rest.endIndex
            if next > rest.startIndex {
                emitText(String(rest[..<next]), end..<(end + rest[..<next].utf8.count))
            }
            start = end + rest[..<next].utf8.count
            rest = rest[next...]
            scheme = rest.hasPrefix("www.") ? "http://" : ""
        }
        position = found + wanted.count
        return true
    }

    /// The part of a text that is an address, without the punctuation at its end; empty if nothing is left of it.
    private static func address(in text: Substring) -> Substring {
        var address = text.prefix { character in
            !character.isWhitespace && (character.isASCII || !isPunctuation(character))
        }
        // Where nothing was cut the library has seen to the end.
        guard address.endIndex < text.endIndex else { return address }
        while let last = address.last {
            let isUnbalanced = last == ")" && address.count { $0 == ")" } > address.count { $0 == "(" }
            guard "?!.,:;*_~'\"".contains(last) || isUnbalanced else { break }
            address.removeLast()
        }
        let isScheme = ["http:/", "https:/", "ftp:/", "www", "http", "https", "ftp"].contains(address)
        return isScheme || address.hasSuffix("//") ? address.prefix(0) : address
    }

    /// Punctuation that no address holds unescaped; hyphens and dashes may be part of a name.
    private static func isPunctuation(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        switch scalar.properties.generalCategory {
        case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .otherPunctuation: return true
        // The full-width forms of ASCII signs, such as ～ and ＋.
        case .mathSymbol, .currencySymbol, .modifierSymbol: return (0xFF00...0xFFEF).contains(scalar.value)
        default: return false
        }
    }

    private static func nextAddress(in text: Substring) -> Substring.Index? {
        ["https://", "http://", "www."].compactMap { text.firstRange(of: $0)?.lowerBound }.min()
    }
}
