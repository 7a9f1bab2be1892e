import Diagnostics
import Evidence
import Plots
import TemplateEngine
import Text

/// Everything that composing a page may look at: the evidence, the templates, and indexes over both.
struct SiteEvidence: Sendable {
    let atlas: Atlas
    let syntheses: Syntheses
    let templates: TemplateEnvironment
    let baseURL: String?
    /// The language of the pages.
    let language: Language
    /// The assets of the theme.
    let assets: [TemplateFolder.Asset]
    /// The view that all pages share.
    let frame: Prepared<SiteFrame>

    /// The questions that each study belongs to.
    let questionsOfStudy: [String: [(question: Question, member: Question.Member)]]
    /// The studies that draw on each document, by index in the atlas.
    let studiesOfSource: [String: [Int]]
    /// The conflicts of each study that has any.
    let conflictsOfStudy: [String: [Conflict]]
    /// What the words of the vocabulary are used for.
    let uses: VocabularyUses
    let mainEffects: MainEffects
    let sparks = SparkStore()
    /// The studies as lists show them, by index in the atlas.
    private let rows: [Prepared<StudyRow>]
    /// The studies in the order of their names, by index in the atlas.
    let studiesByName: [Int]
    /// The place of each study in that order.
    let nameRanks: [Int]

    init(
        atlas: Atlas, syntheses: Syntheses, templates: TemplateEnvironment, baseURL: String?,
        assets: [TemplateFolder.Asset], language: Language
    ) {
        self.atlas = atlas
        self.syntheses = syntheses
        self.templates = templates
        self.baseURL = baseURL
        self.language = language
        self.assets = assets
        frame = Prepared(SiteFrame(atlas, assets: assets, language: language))
        rows = atlas.studies.map { study in
            Prepared(StudyRow(study) { kind, id in atlas.vocabulary.entry(kind, id)?.label ?? id })
        }
        var questions: [String: [(Question, Question.Member)]] = [:]
        for question in atlas.questions {
            for member in question.members { questions[member.study.value, default: []].append((question, member)) }
        }
        questionsOfStudy = questions
        var studies: [String: [Int]] = [:]
        var conflicts: [String: [Conflict]] = [:]
        for (index, study) in atlas.studies.enumerated() {
            for source in study.sources { studies[source, default: []].append(index) }
            if !study.conflicts.isEmpty { conflicts[study.id] = study.conflicts }
        }
        studiesOfSource = studies
        conflictsOfStudy = conflicts
        uses = VocabularyUses(atlas)
        mainEffects = MainEffects(atlas, syntheses)
        // Studies stand in the order of their identifiers, which decides between equal names.
        let order = atlas.studies.indices.inPersonOrder { atlas.studies[$0].name }
        var ranks = [Int](repeating: 0, count: order.count)
        for (rank, index) in order.enumerated() { ranks[index] = rank }
        studiesByName = order
        nameRanks = ranks
    }

    /// A study as lists show it.
    func row(ofStudy id: String) -> Prepared<StudyRow>? { atlas.index(ofStudy: id).map { rows[$0] } }

    func label(_ kind: Vocabulary.Kind, _ id: String) -> String { atlas.vocabulary.entry(kind, id)?.label ?? id }
}
