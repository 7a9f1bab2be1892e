import Evidence
import TemplateEngine

/// Composes the pages that list things.
struct ListComposer {
    let scope: Scope

    func home() -> PageContent<HomePage> {
        let (site, counts, language) = (scope.site(), scope.counts(), scope.language)
        return scope.content(
            HomePage(
                groups: questionCards(root: Routes.root(from: Routes.home)),
                counts: [
                    .init(
                        number: "\(counts.studies)", label: language.countedStudies(counts.studies),
                        path: Routes.studies),
                    .init(number: "\(counts.results)", label: language.countedResults(counts.results), path: ""),
                    .init(
                        number: "\(counts.sources)", label: language.countedDocuments(counts.sources),
                        path: Routes.sources),
                    .init(
                        number: "\(counts.running)", label: language.countedRunning(counts.running),
                        path: Routes.ongoing),
                    .init(
                        number: "\(counts.disagreements)", label: language.countedDiscrepancies(counts.disagreements),
                        path: Routes.discrepancies),
                ], map: Routes.map),
            on: PageHead(
                title: site.tagline ?? site.name, description: site.description ?? "", kind: .home, path: Routes.home))
    }

    func questions() -> PageContent<QuestionsPage> {
        scope.content(
            QuestionsPage(groups: questionCards(root: Routes.root(from: Routes.questions))),
            on: PageHead(
                title: scope.language.questionsTitle, description: scope.language.questionsDescription,
                kind: .questions,
                section: "questions", path: Routes.questions))
    }

    /// The questions by their first disease.
    private func questionCards(root: String) -> [QuestionCards] {
        scope.questionsByDisease().map { group in
            QuestionCards(
                label: group.condition?.label ?? scope.language.otherQuestions,
                questions: group.questions.compactMap(scope.card).map { card($0, root: root) })
        }
    }

    private func card(_ question: QuestionSummary, root: String) -> QuestionCard {
        var prose = ProseComposer(scope: scope, question: question.id, root: root)
        return QuestionCard(
            title: question.title, short: question.short, path: Routes.question(question.id),
            answer: question.answer.map { prose.html($0, idPrefix: "\(question.id)-") } ?? "",
            facts: scope.language.questionFacts(studies: question.studies, plots: question.syntheses))
    }

    func studies() -> PageContent<StudiesPage> {
        let studies = scope.studies()
        return scope.content(
            StudiesPage(
                lead: scope.language.studiesLead(studies.count),
                table: scope.table(of: studies.map { ($0, "") }, effects: .anywhere)),
            on: PageHead(
                title: scope.language.studiesTitle, description: scope.language.studiesDescription, kind: .studies,
                section: "studies", path: Routes.studies))
    }

    func sources() -> PageContent<SourcesPage> {
        scope.content(
            SourcesPage(
                rows: scope.sources().compactMap(scope.row(ofSource:)).map { source in
                    .init(
                        short: source.short, title: source.title, path: Routes.source(source.id), about: source.about,
                        studies: scope.language.studiesDrawing(source.studies))
                }),
            on: PageHead(
                title: scope.language.sourcesTitle, description: scope.language.sourcesDescription, kind: .sources,
                section: "sources", path: Routes.sources))
    }

    func glossary() -> PageContent<GlossaryPage> {
        let groups = Vocabulary.Kind.allCases.compactMap { kind -> GlossaryPage.Group? in
            let entries = scope.entries(kind)
            guard !entries.isEmpty else { return nil }
            return .init(
                label: scope.language.heading(of: kind), anchor: kind.rawValue,
                entries: entries.compactMap { scope.entry(kind, $0) }.map(scope.block))
        }
        return scope.content(
            GlossaryPage(groups: groups),
            on: PageHead(
                title: scope.language.glossaryTitle, description: scope.language.glossaryDescription, kind: .glossary,
                section: "glossary", path: Routes.glossary))
    }

    func notFound() -> PageContent<NotFoundPage> {
        // The page is shown at any address, so that its links must not depend on that.
        let root = scope.baseURL.map { String($0.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }) } ?? "/"
        return scope.content(
            NotFoundPage(questions: Routes.questions, studies: Routes.studies),
            on: PageHead(title: scope.language.notFoundTitle, kind: .notFound, path: Routes.notFound, root: root))
    }
}
