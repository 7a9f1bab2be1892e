import Evidence
import TemplateEngine
import Text

/// Composes a document's page: what it contributed, value by value.
struct SourceComposer {
    let context: SiteContext
    let source: Source

    private var language: Language { context.language }

    func view() -> Value {
        let path = Routes.source(source.id)
        return .record(
            PageViews.source,
            [
                context.site,
                context.page(
                    title: source.short, description: source.citation(in: context.language), kind: "source", section: "sources", path: path,
                    breadcrumbs: [CommonViews.link("Sources", Routes.sources)]),
                .string(source.short), .string(source.citation(in: context.language)), .optional(source.link), .list(facts()),
                .string(source.note ?? ""), .string(source.tables ?? ""), .list(contributions()),
            ])
    }

    private func facts() -> [Value] {
        var facts: [Value] = []
        func add(_ label: String, _ text: String?) {
            guard let text else { return }
            facts.append(.record(StudyViews.fact, [.string(label), .string(text), .list([]), .list([])]))
        }
        add("Language", source.language.map { ["en": "English", "fr": "French"][$0] ?? $0 })
        add("Licence", source.license)
        add("Peer review", source.isPeerReviewed.map { $0 ? "peer reviewed" : "not peer reviewed" })
        return facts
    }

    private func contributions() -> [Value] {
        (context.studiesOfSource[source.id] ?? []).map { index in
            let study = context.atlas.studies[index]
            return .record(
                PageViews.contributions,
                [.string(study.name), .string(Routes.study(study.id)), .list(items(study))])
        }
    }

    private func items(_ study: Study) -> [Value] {
        let base = Routes.study(study.id)
        let anchors = StudyAnchors(study)
        var items: [Value] = []
        var rest = study.statedValues[...]
        while let first = rest.first {
            let values = rest.prefix { $0.address == first.address }
            rest = rest.dropFirst(values.count)
            let places = first.provenance.filter { $0.source == source.id }
            guard !places.isEmpty else { continue }
            let (what, value, anchor) = (what(first), value(values, study), anchors[first.address])
            for place in places {
                items.append(
                    .record(
                        PageViews.contribution,
                        [
                            .string(what), .string(value), .string(place.at), .list(place.readable.map(Value.string)),
                            .string(anchor.isEmpty ? base : "\(base)#\(anchor)"),
                        ]))
            }
        }
        return items
    }

    /// What an entry of a study's record is about.
    private func what(_ value: StatedValue) -> String {
        switch value.subject.topic {
        case .outcome(let outcome): language.series([context.label(.outcomes, outcome), value.subject.population].compactMap { $0 })
        case .patients(let kind): language.patients(language.label(of: kind))
        case .characteristic(let name): name
        case .riskOfBias(let tool): language.riskOfBias(tool: tool)
        case .design: language.design
        case .period: language.period
        case .arm: language.arm
        case .eligibility: language.eligibility
        case .discrepancy: language.discrepancy
        case .caution: language.caution
        case .note: language.note
        }
    }

    /// What an entry of a study's record says first.
    private func value(_ values: ArraySlice<StatedValue>, _ study: Study) -> String {
        guard let first = values.first else { return "" }
        switch first.address {
        case .design: return study.designLabel
        case .arm(let index): return study.arms[index].label
        case .result(let index): return study.mainText(ofResult: study.results[index].id, in: language) ?? ""
        case .riskOfBias(let index): return study.riskOfBias[index].overall.map(language.label(of:)) ?? ""
        default: return values.itemText(in: language)
        }
    }
}
