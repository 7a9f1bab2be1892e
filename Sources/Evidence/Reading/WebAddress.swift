/// What a web address must look like.
package enum WebAddress {
    /// Whether a text is an http or https address with a host, and without white space or control characters.
    package static func isValid(_ text: String) -> Bool {
        let lowered = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lowered.hasPrefix) else { return false }
        let host = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        return !host.isEmpty
            && !text.unicodeScalars.contains {
                $0.value <= 0x20 || $0.value == 0x7F || "\"<>\\".unicodeScalars.contains($0)
            }
    }

    /// Whether a text can be the address of a site: a web address without query or fragment.
    package static func isBase(_ text: String) -> Bool {
        isValid(text) && !text.contains("?") && !text.contains("#")
    }
}
