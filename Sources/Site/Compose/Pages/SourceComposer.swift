import Evidence
import TemplateEngine
import Text

/// Composes a document's page: what it contributed, value by value.
struct SourceComposer {
    let scope: Scope
    let source: Source

    private var language: Language { scope.language }

    func page() -> PageContent<SourcePage> {
        let citation = scope.reference(source.id)?.citation ?? ""
        return scope.content(
            SourcePage(
                short: source.short, citation: citation, url: source.link, facts: facts(), note: source.note ?? "",
                tables: source.tables ?? "", studies: scope.studies(ofSource: source.id).compactMap(contributions)),
            on: PageHead(
                title: source.short, description: citation, kind: .source, section: "sources",
                path: Routes.source(source.id),
                breadcrumbs: [Link(language.sourcesTitle, Routes.sources)]))
    }

    private func facts() -> [FactBlock] {
        [
            source.language.map { FactBlock(label: language.languageFact, text: language.name(ofLanguage: $0)) },
            source.license.map { FactBlock(label: language.licenceFact, text: $0) },
            source.isPeerReviewed.map { FactBlock(label: language.reviewFact, text: language.peerReviewed($0)) },
        ].compactMap { $0 }
    }

    private func contributions(to study: String) -> SourcePage.Contributions? {
        let base = Routes.study(study)
        return scope.contributions(of: source.id, to: study).map { found in
            .init(
                name: found.name, path: base, anchor: study,
                items: found.items.map { item in
                    .init(
                        what: what(item), value: item.value.isEmpty ? language.missing : item.value, at: item.place.at,
                        printed: item.place.readable, path: item.anchor.isEmpty ? base : "\(base)#\(item.anchor)")
                })
        }
    }

    /// What an entry of a study's record is about.
    private func what(_ item: StudyContributions.Item) -> String {
        switch item.topic {
        case .outcome(let outcome):
            language.series([scope.label(.outcomes, outcome), item.population].compactMap { $0 })
        case .patients(let kind): language.patients(language.label(of: kind))
        case .characteristic(let name): name
        case .riskOfBias(let tool): language.riskOfBias(judgedWith: tool)
        case .design: language.design
        case .period: language.period
        case .arm: language.arm
        case .eligibility: language.eligibility
        case .discrepancy: language.discrepancy
        case .caution: language.caution
        case .note: language.note
        }
    }
}
