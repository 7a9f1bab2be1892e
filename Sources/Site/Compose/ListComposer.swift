import Evidence
import TemplateEngine

/// Composes the pages that list things.
struct ListComposer {
    let context: SiteContext

    private var atlas: Atlas { context.atlas }

    func home() -> Value {
        let root = Routes.root(from: Routes.home)
        return .record(
            PageViews.home,
            [
                context.site,
                context.page(
                    title: atlas.site.tagline ?? atlas.site.name, description: atlas.site.description ?? "",
                    kind: "home", path: Routes.home),
                .list(questionGroups(root: root)), .int(atlas.studies.count),
                .int(atlas.studies.reduce(0) { $0 + $1.results.count }), .int(atlas.sources.count),
                .int(context.conflictsOfStudy.values.reduce(0) { $0 + $1.count } + atlas.studies.reduce(0) { $0 + $1.discrepancies.count }),
                .int(atlas.studies.count { $0.isRunning }),
            ])
    }

    func questions() -> Value {
        .record(
            PageViews.questions,
            [
                context.site,
                context.page(
                    title: "Questions", description: "Clinical questions and what the studies say", kind: "questions",
                    section: "questions", path: Routes.questions),
                .list(questionGroups(root: Routes.root(from: Routes.questions))),
            ])
    }

    /// The questions by their first disease, in the order of the diseases' labels.
    private func questionGroups(root: String) -> [Value] {
        var groups: [String: [Question]] = [:]
        for question in atlas.questions {
            groups[question.conditions.first?.value ?? "", default: []].append(question)
        }
        return groups.map { (id: $0, label: $0.isEmpty ? "Other questions" : context.label(.conditions, $0), questions: $1) }
            .sorted { ($0.label, $0.id) < ($1.label, $1.id) }
            .map { group in
                .record(
                    PageViews.questionGroup,
                    [.string(group.label), .list(group.questions.map { card($0, root: root) })])
            }
    }

    private func card(_ question: Question, root: String) -> Value {
        var prose = ProseRenderer(context: context, question: question.id, root: root, plot: { _ in "" })
        let answer = question.answer.map { prose.html($0, idPrefix: "\(question.id)-") } ?? ""
        return .record(
            CommonViews.questionCard,
            [
                .string(question.title), .string(question.short), .string(Routes.question(question.id)), .safe(answer),
                .string(context.labels(.conditions, question.conditions)), .int(question.members.count),
                .int(question.syntheses.count),
            ])
    }

    func studies() -> Value {
        let rows = context.studiesByName.map { atlas.studies[$0] }
        return .record(
            PageViews.studies,
            [
                context.site,
                context.page(
                    title: "Studies", description: "Every study of the atlas", kind: "studies", section: "studies",
                    path: Routes.studies),
                context.studyTable(rows.map { ($0, "") }) { context.mainEffects.effect(of: $0) },
            ])
    }

    func sources() -> Value {
        .record(
            PageViews.sources,
            [
                context.site,
                context.page(
                    title: "Sources", description: "The documents that the atlas draws on", kind: "sources",
                    section: "sources", path: Routes.sources),
                .list(
                    atlas.sources.map { source in
                        .record(
                            PageViews.sourceRow,
                            [
                                .string(source.short), .string(source.title), .string(Routes.source(source.id)),
                                .string(source.note ?? ""), .int(context.studiesOfSource[source.id]?.count ?? 0),
                            ])
                    }),
            ])
    }

    func discrepancies() -> Value {
        let studies = atlas.studies.filter { context.conflictsOfStudy[$0.id] != nil }
        return .record(
            PageViews.discrepancies,
            [
                context.site,
                context.page(
                    title: "Discrepancies",
                    description: "Where documents disagree with one another or with themselves", kind: "discrepancies",
                    section: "discrepancies", path: Routes.discrepancies),
                .list(studies.flatMap { ConflictComposer(context: context, study: $0).views() }),
                .list(atlas.studies.flatMap(others)), .list(atlas.studies.flatMap(doubts)),
            ])
    }

    private func others(_ study: Study) -> [Value] {
        study.discrepancies.map {
            remark(study, Routes.study(study.id) + "#conflicts", "", $0.text, $0.provenance)
        }
    }

    private func doubts(_ study: Study) -> [Value] {
        study.results.compactMap { result in
            guard let doubt = result.doubt else { return nil }
            let outcome = context.label(.outcomes, result.outcome.value)
            let value = result.mainText(arms: study.arms).map { ", \($0)" } ?? ""
            return remark(study, Routes.result(study.id, result.id), outcome + value, doubt, result.provenance)
        }
    }

    private func remark(_ study: Study, _ path: String, _ what: String, _ text: String, _ places: [Provenance]) -> Value {
        .record(
            PageViews.remark,
            [.string(study.name), .string(path), .string(what), .string(text), context.provenance(places)])
    }

    func notFound() -> Value {
        // The page is shown at any address, so that its links must not depend on that.
        let root = context.baseURL.map { String($0.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }) } ?? "/"
        return .record(
            PageViews.notFound,
            [context.site, context.page(title: "Page not found", kind: "404", path: "404.html", root: root)])
    }
}
