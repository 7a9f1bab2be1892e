import Evidence
import TemplateEngine
import TestSupport
import Testing
import Text

@testable import Site

/// Every page of an atlas, composed and rendered in memory: its inputs and its bytes.
struct ComposedSite {
    private(set) var inputs: [String: PageInputs] = [:]
    private(set) var bytes: [String: [UInt8]] = [:]

    init(_ tree: FileTree) async throws {
        let files = tree.paths.filter { $0.hasPrefix("Content/") }.map { path in
            ContentFile(
                path: String(path.dropFirst("Content/".count)), name: path, bytes: Array((tree[path] ?? "").utf8))
        }
        let (atlas, problems) = await AtlasReader.read(files)
        let errors = problems.filter { $0.severity == .error }
        try #require(errors.isEmpty, "\(errors.map(\.summary))")
        let (syntheses, failures) = Synthesiser.run(atlas)
        try #require(failures.isEmpty, "\(failures.map(\.summary))")
        let theme = TemplateFolder(try InputFolder(SiteFolder.templates, purpose: "template", option: "--templates"))
        let templates = try TemplateEnvironment(
            sources: theme.sources, options: SiteBuilder.templateOptions, views: PageViews.byTemplate,
            globals: WordsView.globals(.english))
        let context = SiteEvidence(
            atlas: atlas, syntheses: syntheses, templates: templates, baseURL: nil, assets: theme.assets,
            language: .english)
        for plan in SiteComposer(evidence: context).plans() {
            for page in try plan.pages(from: context) {
                inputs[page.path] = page.inputs
                switch page.content {
                case .bytes(let made): bytes[page.path] = made
                case .view(let view, let name):
                    var out: [UInt8] = []
                    try templates.template(named: name)?.render(view, into: &out)
                    bytes[page.path] = out
                }
            }
        }
    }

    /// The pages whose inputs differ from those of another site, without the plots and files that are made with them.
    func pagesReadingAnew(against other: ComposedSite) -> Set<String> {
        Set(inputs.keys.filter { $0.hasSuffix(".html") && inputs[$0] != other.inputs[$0] })
    }
}
