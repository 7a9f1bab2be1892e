import TemplateEngine

/// A page or another file of the site, composed: where it goes, what it is made of, and what it was composed from.
struct Page: Sendable {
    enum Content: Sendable {
        /// A view for a template.
        case view(Value, template: String)
        /// Bytes as they are.
        case bytes([UInt8])
    }

    /// The file, from the root of the site.
    var path: String
    var content: Content
    var inputs: PageInputs
}
