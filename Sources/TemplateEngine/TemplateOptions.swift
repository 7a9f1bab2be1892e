/// How templates are read, and how much a render may use.
package struct TemplateOptions: Sendable {
    /// Whether the first line break after a tag is removed, as `trim_blocks` of Jinja.
    package var trimBlocks = false
    /// Whether blanks before a tag that begins its line are removed, as `lstrip_blocks` of Jinja.
    package var lstripBlocks = false
    /// Whether a line break at the end of a template is kept.
    package var keepsTrailingNewline = false
    /// Whether the filter `safe` may be used. Without it only the host can vouch for HTML.
    package var allowsSafeFilter = true
    /// The format of a template by the extension of its name, without one such as `j2`; what is not listed is markup,
    /// which is escaped.
    package var formats: [String: TemplateFormat] = [
        "json": .json, "jsonld": .json, "geojson": .json, "webmanifest": .json, "txt": .plain, "text": .plain,
        "csv": .plain, "tsv": .plain, "md": .plain, "r": .plain, "py": .plain, "sh": .plain, "css": .plain,
        "js": .plain,
        "yaml": .plain, "yml": .plain, "toml": .plain, "ini": .plain, "bib": .plain, "ris": .plain, "tex": .plain,
    ]
    /// The most bytes that one render may write.
    package var outputLimit = 64 << 20
    /// The most turns of loops and calls of macros in one render.
    package var stepLimit = 10_000_000
    /// How deep macros may call each other.
    package var callLimit = 50
    /// The longest text, in bytes, that an expression may make.
    package var textLimit = 16 << 20
    /// The most items of a list that an expression may make.
    package var itemLimit = 100_000
    /// The largest compiled template, counted in nodes.
    package var programLimit = 400_000

    package init() {}

    func format(of name: String) -> TemplateFormat {
        var parts = name.split(separator: "/").last?.split(separator: ".").map { $0.lowercased() } ?? []
        if let last = parts.last, ["j2", "jinja", "jinja2"].contains(last) { parts.removeLast() }
        guard parts.count > 1, let last = parts.last else { return .markup }
        return formats[last] ?? .markup
    }
}

/// What a template makes, which decides how values are escaped in it.
package enum TemplateFormat: Sendable {
    /// HTML, SVG or XML.
    case markup
    case json
    /// Nothing is escaped.
    case plain
}
