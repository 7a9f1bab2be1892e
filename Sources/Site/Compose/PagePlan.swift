import TemplateEngine

/// A file of the site that can be made, on any thread, when its turn comes.
struct PagePlan: Sendable {
    enum Content: Sendable {
        /// A page rendered by a template from a view.
        case template(String, @Sendable () throws(TemplateError) -> Value)
        /// Bytes as they are.
        case bytes(@Sendable () -> [UInt8])
    }

    /// The file, from the root of the site.
    var path: String
    var content: Content
    /// Whether the page belongs in the site map.
    var isListed = true
}
