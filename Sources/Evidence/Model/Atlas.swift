import Diagnostics
import Markdown
import Text

/// Everything that the content says: the documents, the studies, the questions and the words.
package struct Atlas: Sendable {
    package var site: SiteDescription
    /// In the order of their identifiers, as are studies, questions and pages.
    package var sources: [Source]
    package var studies: [Study]
    package var questions: [Question]
    package var pages: [ProsePage]
    package var vocabulary: Vocabulary
    /// The records with errors of their own, as `studies/ID`: what follows from those is not reported again.
    package var broken: Set<String> = [] {
        didSet { hasSoundVocabulary = !broken.contains { $0.hasPrefix("vocabulary/") } }
    }
    /// Whether every vocabulary file was read without errors.
    private(set) var hasSoundVocabulary = true

    private var sourceIndex: [String: Int]
    private var studyIndex: [String: Int]
    private var questionIndex: [String: Int]
    private var pageIndex: [String: Int]

    package init(
        site: SiteDescription, sources: [Source], studies: [Study], questions: [Question], pages: [ProsePage],
        vocabulary: Vocabulary
    ) {
        self.site = site
        self.sources = sources.sorted { $0.id < $1.id }
        self.studies = studies.sorted { $0.id < $1.id }
        self.questions = questions.sorted { $0.id < $1.id }
        self.pages = pages.sorted { $0.id < $1.id }
        self.vocabulary = vocabulary
        sourceIndex = Self.index(self.sources.lazy.map(\.id))
        studyIndex = Self.index(self.studies.lazy.map(\.id))
        questionIndex = Self.index(self.questions.lazy.map(\.id))
        pageIndex = Self.index(self.pages.lazy.map(\.id))
    }

    private static func index(_ ids: some Sequence<String>) -> [String: Int] {
        Dictionary(ids.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    package func source(_ id: String) -> Source? { sourceIndex[id].map { sources[$0] } }
    package func study(_ id: String) -> Study? { studyIndex[id].map { studies[$0] } }
    package func question(_ id: String) -> Question? { questionIndex[id].map { questions[$0] } }
    package func page(_ id: String) -> ProsePage? { pageIndex[id].map { pages[$0] } }

    /// Whether a study was read without errors.
    func isSound(study id: String) -> Bool { !broken.contains("studies/\(id)") }

    package func hasSource(_ id: String) -> Bool { sourceIndex[id] != nil }
    package func hasStudy(_ id: String) -> Bool { studyIndex[id] != nil }
    /// The place of a study among all studies.
    package func index(ofStudy id: String) -> Int? { studyIndex[id] }
}

/// What `site.yaml` says.
package struct SiteDescription: Sendable {
    package var name = "Evidence atlas"
    package var tagline: String?
    package var description: String?
    /// A BCP 47 language tag.
    package var language = "en"
    package var baseURL: String?
    package var licence: Link?
    package var editors: [String] = []
    /// The sections in the head of each page: `questions`, `map`, `studies`, `ongoing`, `sources`, `glossary`,
    /// `discrepancies`, or the ID of a page.
    package var navigation: [Marked<String>] = []
    /// The pages in the foot of each page.
    package var footerPages: [Marked<String>] = []
    package var disclaimer: String?
    /// The words for what the atlas is about.
    package var words = Language.Words()
    package var text = SourceText(file: "site.yaml", text: "")

    package struct Link: Sendable {
        package var label: String
        package var url: String
    }

    package init() {}
}

/// A page of prose: about, methods, and the like.
package struct ProsePage: Sendable {
    package var id: String
    package var title: String
    package var description: String?
    package var body: MarkdownDocument
}

/// A value and where it stands in its file.
package struct Marked<Value: Sendable>: Sendable {
    package var value: Value
    package var mark: Mark

    package init(_ value: Value, _ mark: Mark) {
        self.value = value
        self.mark = mark
    }
}

/// A range in one line of a file: line and column from 1, in characters.
package struct Mark: Sendable, Hashable {
    package var line: Int32
    package var column: Int32
    package var length: Int32

    package static let start = Mark(line: 1, column: 1, length: 1)
}

extension SourceText {
    /// The place of a mark in this file.
    package func place(_ mark: Mark) -> Place {
        place(line: Int(mark.line), column: Int(mark.column), length: Int(mark.length))
    }
}
