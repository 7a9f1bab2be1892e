import Evidence

/// The addresses of the site, from its root: `studies/horrad/`.
enum Routes {
    static let home = ""
    static let questions = "questions/"
    static let studies = "studies/"
    static let sources = "sources/"
    static let glossary = "glossary/"
    static let discrepancies = "discrepancies/"

    static func question(_ id: String) -> String { "questions/\(id)/" }
    static func synthesis(_ synthesis: Synthesis) -> String { "questions/\(synthesis.question)/\(synthesis.id)/" }
    static func study(_ id: String) -> String { "studies/\(id)/" }
    static func result(_ study: String, _ result: String) -> String { "studies/\(study)/#result-\(result)" }
    static func source(_ id: String) -> String { "sources/\(id)/" }
    static func page(_ id: String) -> String { "\(id)/" }
    static func entry(_ kind: Vocabulary.Kind, _ id: String) -> String { "glossary/#\(anchor(kind, id))" }
    static func anchor(_ kind: Vocabulary.Kind, _ id: String) -> String { "\(kind.singular)-\(id)" }

    /// The addresses of pages that prose pages must not take.
    static let reserved: Set<String> = [
        "questions", "studies", "sources", "glossary", "discrepancies", "conditions", "interventions", "outcomes",
        "settings", "ongoing", "map", "methods-data", "search", "changes", "data", "assets", "index", "404",
    ]

    /// The file that holds the page of an address.
    static func file(of path: String) -> String {
        path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
    }

    /// The way from a page to the root of the site.
    static func root(from path: String) -> String {
        let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
        return depth == 0 ? "./" : String(repeating: "../", count: depth)
    }
}
