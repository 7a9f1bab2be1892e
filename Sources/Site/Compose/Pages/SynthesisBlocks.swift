import Evidence
import TemplateEngine

/// Composes the syntheses that one page shows.
struct SynthesisBlocks {
    let scope: Scope
    /// The way from the page to the root of the site.
    let root: String
    /// The question whose page it is.
    let question: String?
    /// Those that belong to the question, with their plots.
    private(set) var own: [SynthesisComposer] = []
    private var count = 0

    init(scope: Scope, root: String, question: String?) {
        self.scope = scope
        self.root = root
        self.question = question
    }

    mutating func block(_ address: SynthesisAddress) throws(TemplateError) -> SynthesisBlock? {
        guard let synthesis = scope.synthesis(address) else { return nil }
        count += 1
        let isOwn = address.question == question
        // A plot of another question may have the identifier of one of this page.
        let composer = SynthesisComposer(
            scope: scope, synthesis: synthesis, root: root, idPrefix: isOwn ? "" : "part-\(count)-")
        if isOwn { own.append(composer) }
        return try composer.block()
    }
}
