/// Digital object identifiers: `10.3390/cancers14235929`.
enum DOI {
    /// Whether a text is an identifier by itself: the directory 10, the number of a registrant, and a suffix without blanks
    /// (DOI Handbook, section 2.2).
    static func isValid(_ text: String) -> Bool {
        guard let slash = text.firstIndex(of: "/"), text.hasPrefix("10.") else { return false }
        let registrant = text[..<slash].dropFirst(3).split(separator: ".", omittingEmptySubsequences: false)
        let suffix = text[text.index(after: slash)...]
        return registrant.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
            && !suffix.isEmpty && suffix.allSatisfy { !$0.isWhitespace }
    }

    /// The identifier within a text such as `https://doi.org/10.1000/xyz` or `doi:10.1000/xyz`, if there is one.
    static func found(in text: String) -> String? {
        guard let start = text.firstRange(of: "10.")?.lowerBound else { return nil }
        let rest = String(text[start...])
        return isValid(rest) ? rest : nil
    }
}
