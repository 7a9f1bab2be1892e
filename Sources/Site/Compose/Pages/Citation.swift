import Evidence
import Text

extension Source {
    /// The document in one line, with as much as is known.
    func citation(in language: Language) -> String {
        var parts: [String] = []
        if authors.isEmpty {
            parts.append(language.unknownAuthors)
        } else {
            let shown = authors.prefix(6).map { author in
                author.given.map { "\(author.family) \($0)" } ?? author.family
            }
            parts.append(language.authors(shown, hasMore: authors.count > 6 || hasMoreAuthors))
        }
        parts.append(title)
        var place = containerTitle ?? ""
        if let issued { place += (place.isEmpty ? "" : " ") + issued }
        if let volume { place += ";\(volume)" }
        if let issue { place += "(\(issue))" }
        if let page { place += ":\(page)" }
        if !place.isEmpty { parts.append(place) }
        if let doi { parts.append(language.doi(doi)) }
        return parts.map { $0.hasSuffix(".") || $0.hasSuffix("?") ? $0 : $0 + "." }.joined(separator: " ")
    }
}
