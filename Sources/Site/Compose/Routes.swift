import Evidence

/// The files of the site, from its root: `studies/horrad/index.html`.
///
/// Links name the file and not only its folder, so that the site can be read from a disk, a shared folder, or a host that
/// serves nothing but files. The address that a page gives for itself leaves `index.html` out.
enum Routes {
    static let home = "index.html"
    static let questions = "questions/index.html"
    static let studies = "studies/index.html"
    static let sources = "sources/index.html"
    static let map = "map/index.html"
    static let ongoing = "ongoing/index.html"
    static let glossary = "glossary/index.html"
    static let notFound = "404.html"
    static let discrepancies = "discrepancies/index.html"

    static func question(_ id: String) -> String { "questions/\(id)/index.html" }
    static func synthesis(_ question: String, _ id: String) -> String { "\(self.question(question))#synthesis-\(id)" }
    /// The folder of a synthesis's files.
    static func files(_ synthesis: Synthesis) -> String { "questions/\(synthesis.question)/\(synthesis.id)/" }
    /// A plot of its own, from the page that shows it.
    static func plot(_ name: String, of page: String) -> String { "\(page.dropLast("index.html".count))\(name).svg" }
    static func study(_ id: String) -> String { "studies/\(id)/index.html" }
    static func result(_ study: String, _ result: String) -> String { "\(self.study(study))#result-\(result)" }
    static func source(_ id: String) -> String { "sources/\(id)/index.html" }
    static func page(_ id: String) -> String { "\(id)/index.html" }
    /// The page of a word with studies behind it; a term stands in the glossary only.
    static func entry(_ kind: Vocabulary.Kind, _ id: String) -> String {
        kind == .terms ? "\(glossary)#\(anchor(kind, id))" : "\(kind.rawValue)/\(id)/index.html"
    }
    /// The studies of a condition in a setting; of those without one if nil.
    static func studies(_ condition: String, in setting: String?) -> String {
        "\(entry(.conditions, condition))#\(settingAnchor(setting))"
    }
    /// The studies that test a treatment in a disease.
    static func studies(testing intervention: String, in condition: String) -> String {
        "\(entry(.interventions, intervention))#\(anchor(.conditions, condition))"
    }
    static func settingAnchor(_ setting: String?) -> String { setting.map { "setting-\($0)" } ?? "no-setting" }
    static func anchor(_ kind: Vocabulary.Kind, _ id: String) -> String { "\(kind.singular)-\(id)" }

    /// The addresses of pages that prose pages must not take.
    static let reserved: Set<String> = [
        "questions", "studies", "sources", "glossary", "discrepancies", "conditions", "interventions", "outcomes",
        "settings", "ongoing", "map", "methods-data", "search", "changes", "data", "assets", "index", "404",
    ]

    /// The address of a file, as it is given to search engines: without `index.html`.
    static func address(of file: String) -> String {
        file == "index.html" || file.hasSuffix("/index.html") ? String(file.dropLast("index.html".count)) : file
    }

    /// The way from a page to the root of the site.
    static func root(from path: String) -> String {
        let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
        return depth == 0 ? "./" : String(repeating: "../", count: depth)
    }
}
