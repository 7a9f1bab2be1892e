import Diagnostics
import Markdown
import Text

/// Everything that the content says: the documents, the studies, the questions and the words.
public struct Atlas: Sendable {
    public var site: SiteDescription
    /// In the order of their identifiers, as are studies, questions and pages.
    public var sources: [Source]
    public var studies: [Study]
    public var questions: [Question]
    public var pages: [ProsePage]
    public var vocabulary: Vocabulary
    /// The records with errors of their own, as `studies/ID`: what follows from those is not reported again.
    public var broken: Set<String> = [] {
        didSet { hasSoundVocabulary = !broken.contains { $0.hasPrefix("vocabulary/") } }
    }
    /// Whether every vocabulary file was read without errors.
    private(set) var hasSoundVocabulary = true

    private var sourceIndex: [String: Int]
    private var studyIndex: [String: Int]
    private var questionIndex: [String: Int]
    private var pageIndex: [String: Int]

    public init(
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

    public func source(_ id: String) -> Source? { sourceIndex[id].map { sources[$0] } }
    public func study(_ id: String) -> Study? { studyIndex[id].map { studies[$0] } }
    public func question(_ id: String) -> Question? { questionIndex[id].map { questions[$0] } }
    public func page(_ id: String) -> ProsePage? { pageIndex[id].map { pages[$0] } }

    /// Whether a study was read without errors.
    func isSound(study id: String) -> Bool { !broken.contains("studies/\(id)") }

    public func hasSource(_ id: String) -> Bool { sourceIndex[id] != nil }
    public func hasStudy(_ id: String) -> Bool { studyIndex[id] != nil }
    /// The place of a study among all studies.
    package func index(ofStudy id: String) -> Int? { studyIndex[id] }
}

/// What `site.yaml` says.
public struct SiteDescription: Sendable {
    public var name = "Evidence atlas"
    public var tagline: String?
    public var description: String?
    /// A BCP 47 language tag.
    public var language = "en"
    public var baseURL: String?
    public var licence: Link?
    public var editors: [String] = []
    /// The sections in the head of each page: `questions`, `map`, `studies`, `ongoing`, `sources`, `glossary`,
    /// `discrepancies`, or the ID of a page.
    public var navigation: [Marked<String>] = []
    /// The pages in the foot of each page.
    public var footerPages: [Marked<String>] = []
    public var disclaimer: String?
    /// The words for what the atlas is about.
    public var words = Language.Words()
    public var text = SourceText(file: "site.yaml", text: "")

    public struct Link: Sendable {
        public var label: String
        public var url: String
    }

    public init() {}
}

/// A page of prose: about, methods, and the like.
public struct ProsePage: Sendable {
    public var id: String
    public var title: String
    public var description: String?
    public var body: MarkdownDocument
}

/// A value and where it stands in its file.
public struct Marked<Value: Sendable>: Sendable {
    public var value: Value
    public var mark: Mark

    public init(_ value: Value, _ mark: Mark) {
        self.value = value
        self.mark = mark
    }
}

/// A range in one line of a file: line and column from 1, in characters.
public struct Mark: Sendable, Hashable {
    public var line: Int32
    public var column: Int32
    public var length: Int32

    public static let start = Mark(line: 1, column: 1, length: 1)
}

extension SourceText {
    /// The place of a mark in this file.
    public func place(_ mark: Mark) -> Place {
        place(line: Int(mark.line), column: Int(mark.column), length: Int(mark.length))
    }
}
