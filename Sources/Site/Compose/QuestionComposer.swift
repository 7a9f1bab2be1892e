import Evidence
import Markdown
import TemplateEngine

/// Composes a question's page.
struct QuestionComposer {
    let context: SiteContext
    let scope: Scope
    let question: Question

    /// How the identifiers of a page's own text begin.
    static let textPrefix = "text-"

    func view() throws(TemplateError) -> Value {
        let path = Routes.question(question.id)
        let root = Routes.root(from: path)
        let page = context.page(
            title: question.title, description: question.answer?.plainText() ?? question.short, kind: "question",
            section: "questions", path: path, breadcrumbs: [CommonViews.link("Questions", Routes.questions)])
        let plots = PlotParts(context: context, page: page, root: root, question: question.id)
        var prose = ProseRenderer(context: context, question: question.id, root: root, plot: plots.html)
        let answer = question.answer.map { prose.html($0, idPrefix: "answer-") } ?? ""
        let body = prose.html(question.body, idPrefix: Self.textPrefix)
        var rest: [Value] = []
        for synthesis in context.syntheses.of(question) where !prose.shown.contains("\(question.id)/\(synthesis.id)") {
            rest.append(.safe(plots.html(synthesis)))
        }
        if let failure = plots.failure { throw failure }
        let view: Value = .record(
            QuestionViews.question,
            [
                .string(question.title), .safe(answer), .list(criteria()), .safe(body),
                .list(Self.sections(of: question.body)), .list(rest),
                .list(try MedianComposer(context: context, question: question).graphics().views()),
                .list(try RiskOfBiasComposer(context: context).graphics(of: question).views()), .list(studies()),
                .list(conflicts()), .list(prose.cited.compactMap { context.atlas.source($0) }.map(context.reference)),
            ])
        return .record(PageViews.question, [context.site, page, view])
    }

    private static func sections(of document: MarkdownDocument) -> [Value] {
        document.sections(idPrefix: textPrefix).map { .record(CommonViews.section, [.string($0.title), .string($0.anchor)]) }
    }

    private func criteria() -> [Value] {
        var found: [Value] = []
        func add(_ label: String, _ text: String?, _ links: [Value] = []) {
            guard text != nil || !links.isEmpty else { return }
            found.append(.record(QuestionViews.term, [.string(label), .string(text ?? ""), .list(links)]))
        }
        add("Patients", question.population)
        add("Treatment", question.intervention)
        add("Compared with", question.comparison)
        add("Outcomes", nil, context.links(.outcomes, question.outcomes))
        if let setting = question.setting { add("Setting", nil, context.links(.settings, [setting])) }
        return found
    }

    private func studies() -> [Value] {
        Question.Role.allCases.compactMap { role in
            let members = question.members.filter { $0.role == role }
            guard !members.isEmpty else { return nil }
            let table = StudyTable.view.value(
                of: scope.table(
                    of: members.map { ($0.study.value, $0.because ?? "") },
                    effects: role == .direct ? .question(question.id) : nil))
            return .record(QuestionViews.studies, [.string(scope.language.heading(of: role)), .string(role.rawValue), table])
        }
    }

    private func conflicts() -> [Value] {
        question.members.compactMap { context.atlas.study($0.study.value) }.flatMap { study in
            context.conflictsOfStudy[study.id] == nil ? [] : ConflictComposer(context: context, study: study).views()
        }
    }

    /// The view of a page of prose, which may show plots of any question.
    static func prosePage(_ prose: ProsePage, in context: SiteContext) throws(TemplateError) -> Value {
        let path = Routes.page(prose.id)
        let root = Routes.root(from: path)
        let page = context.page(
            title: prose.title, description: prose.description ?? "", kind: "page", section: prose.id, path: path)
        let plots = PlotParts(context: context, page: page, root: root, question: nil)
        var renderer = ProseRenderer(context: context, root: root, plot: plots.html)
        let body = renderer.html(prose.body, idPrefix: textPrefix)
        if let failure = plots.failure { throw failure }
        let references = renderer.cited.compactMap { context.atlas.source($0) }.map(context.reference)
        return .record(PageViews.prose, [context.site, page, .safe(body), .list(sections(of: prose.body)), .list(references)])
    }
}

/// Makes the plots of one page, and keeps the first failure, because prose cannot throw.
private final class PlotParts {
    let context: SiteContext
    let page: Value
    let root: String
    let question: String?
    private(set) var failure: TemplateError?
    private var count = 0

    init(context: SiteContext, page: Value, root: String, question: String?) {
        self.context = context
        self.page = page
        self.root = root
        self.question = question
    }

    func html(_ synthesis: Synthesis) -> String {
        count += 1
        // A plot of another question may have the identifier of one of this page.
        let prefix = synthesis.question == question ? "" : "part-\(count)-"
        let composer = SynthesisComposer(context: context, synthesis: synthesis, root: root, idPrefix: prefix)
        do throws(TemplateError) {
            return try composer.html(page: page)
        } catch {
            failure = failure ?? error
            return ""
        }
    }
}
