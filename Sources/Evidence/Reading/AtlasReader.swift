import Diagnostics
import Markdown
import Text

/// Reads the files of a content folder into an atlas.
package enum AtlasReader {
    /// The largest content file that is read.
    package static let maximumFileSize = 4 << 20

    /// What one file was read into.
    private enum Record: Sendable {
        case site(SiteDescription)
        case source(Source)
        case study(Study)
        case summary(id: String, MarkdownDocument)
        case question(Question)
        case page(ProsePage)
        case vocabulary([VocabularyEntry])
        case nothing
    }

    /// Reads all files; the order they are given in does not matter.
    ///
    /// - Parameter jobs: how many files are read at the same time.
    /// - Returns: the atlas as far as it could be read, and every problem found. Only an atlas without errors may be
    ///   validated further or published.
    package static func read(_ files: [ContentFile], jobs: Int = 1) async -> (atlas: Atlas, diagnostics: [Diagnostic]) {
        let files = files.sorted { $0.path < $1.path }
        let read = await Parallel.map(files, jobs: jobs) { record(of: $0) }
        var broken: Set<String> = []
        for (file, (_, found)) in zip(files, read) where found.contains(where: { $0.severity == .error }) {
            broken.insert(String(file.path.prefix { $0 != "." }))
        }
        var diagnostics: [Diagnostic] = []
        var site: SiteDescription?
        var sources: [Source] = []
        var studies: [Study] = []
        var questions: [Question] = []
        var pages: [ProsePage] = []
        var summaries: [(id: String, MarkdownDocument)] = []
        var words: [VocabularyEntry] = []
        for (record, found) in read {
            diagnostics.append(contentsOf: found)
            switch record {
            case .site(let value): site = value
            case .source(let value): sources.append(value)
            case .study(let value): studies.append(value)
            case .summary(let id, let document): summaries.append((id, document))
            case .question(let value): questions.append(value)
            case .page(let value): pages.append(value)
            case .vocabulary(let entries): words += entries
            case .nothing: break
            }
        }
        var indexes: [String: Int] = [:]
        for (index, study) in studies.enumerated() { indexes[study.id] = index }
        for (id, document) in summaries {
            if let index = indexes[id] {
                studies[index].summary = document
            } else if !broken.contains("studies/\(id)") {
                let names = indexes
                diagnostics.append(
                    .error(
                        "summary-without-study", "there is no study '\(id)' for this summary",
                        at: document.source.place(line: 1)
                    ) { Suggestion.didYouMean(id, among: names.keys) ?? "add studies/\(id).yaml" })
            }
        }
        if site == nil {
            diagnostics.append(
                .error("missing-site", "the content has no site.yaml", help: "add one with at least 'name: …'"))
        }
        diagnostics += repeated(words)
        var atlas = Atlas(
            site: site ?? SiteDescription(), sources: sources, studies: studies, questions: questions, pages: pages,
            vocabulary: Vocabulary(words))
        atlas.broken = broken
        return (atlas, diagnostics)
    }

    private static func repeated(_ words: [VocabularyEntry]) -> [Diagnostic] {
        var firsts: [Vocabulary.Kind: [String: VocabularyEntry]] = [:]
        return words.compactMap { entry in
            guard let first = firsts[entry.kind]?[entry.id] else {
                firsts[entry.kind, default: [:]][entry.id] = entry
                return nil
            }
            return .error(
                "duplicate-id", "another entry of '\(entry.kind.rawValue)' is called '\(entry.id)'",
                at: entry.text.place(entry.place), notes: [.init("it is here", at: first.text.place(first.place))],
                help: "give each its own ID, or delete one")
        }
    }

    private static func record(of file: ContentFile) -> (Record, [Diagnostic]) {
        let parts = file.path.split(separator: "/").map(String.init)
        guard let last = parts.last else { return (.nothing, []) }
        // Documentation for editors is not content.
        if parts.count == 1, last.hasSuffix(".md") { return (.nothing, []) }
        let text: SourceText
        do {
            text = try TextFile(name: file.name, bytes: file.bytes).source(limit: maximumFileSize).withLineFeeds()
        } catch {
            return (.nothing, [Diagnostic(error)])
        }
        let id = String(last.prefix { $0 != "." })
        switch (parts.count, parts[0], String(last.dropFirst(id.count))) {
        case (1, "site.yaml", _):
            let (site, found) = SiteDescription.read(text)
            return (.site(site), found)
        case (2, "sources", ".yaml"):
            let (source, found) = Source.read(id: id, file: text)
            return (source.map(Record.source) ?? .nothing, found)
        case (2, "studies", ".yaml"):
            let (study, found) = Study.read(id: id, file: text)
            return (study.map(Record.study) ?? .nothing, found)
        case (2, "studies", ".md"):
            return (.summary(id: id, MarkdownDocument(text.text, in: text)), [])
        case (2, "questions", ".md"):
            let (question, found) = Question.read(id: id, file: text)
            return (question.map(Record.question) ?? .nothing, found)
        case (2, "pages", ".md"):
            let (page, found) = ProsePage.read(id: id, file: text)
            return (page.map(Record.page) ?? .nothing, found)
        case (2, "vocabulary", ".yaml"):
            let (entries, found) = Vocabulary.entries(in: text)
            return (.vocabulary(entries), found)
        default:
            let problem = Diagnostic.error(
                "unknown-file", "nothing reads this file", at: Place(file: file.name),
                help:
                    "content is site.yaml, sources/*.yaml, studies/*.yaml and *.md, questions/*.md, pages/*.md and vocabulary/*.yaml"
            )
            return (.nothing, [problem])
        }
    }
}
