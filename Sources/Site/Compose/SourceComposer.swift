import Evidence
import TemplateEngine

/// Composes a document's page: what it contributed, value by value.
struct SourceComposer {
    let context: SiteContext
    let source: Source

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
        var items: [Value] = []
        let base = Routes.study(study.id)
        func add(_ what: String, _ value: String, _ anchor: String, _ places: [Provenance]) {
            for place in places where place.source == source.id {
                items.append(
                    .record(
                        PageViews.contribution,
                        [
                            .string(what), .string(value), .string(place.at), .list(place.readable.map(Value.string)),
                            .string(anchor.isEmpty ? base : "\(base)#\(anchor)"),
                        ]))
            }
        }
        add("Design", study.designLabel, "", study.design.provenance)
        add("Period", "", "", study.period?.provenance ?? [])
        for arm in study.arms { add("Arm", arm.label, arm.anchor, arm.provenance) }
        for (item, anchor) in zip(study.enrolment, study.enrolmentAnchors) {
            add("Patients \(item.kind.label)", "\(item.n)", anchor, item.provenance)
        }
        for item in study.eligibility { add("Eligibility", item.text, "eligibility", item.provenance) }
        for item in study.characteristics { add(item.name, item.valueText, "characteristics", item.provenance) }
        for result in study.results {
            let label = context.label(.outcomes, result.outcome.value)
            let what = result.population.map { "\(label), \($0)" } ?? label
            add(what, result.mainText(arms: study.arms) ?? "", "result-\(result.id)", result.provenance)
        }
        for (index, item) in study.riskOfBias.enumerated() {
            add("Risk of bias, \(item.tool)", item.overall?.label ?? "", Study.riskOfBiasAnchor(index), item.provenance)
        }
        for item in study.discrepancies { add("Discrepancy", item.text, "conflicts", item.provenance) }
        for item in study.cautions { add("Caution", item.text, "cautions", item.provenance) }
        for item in study.notes { add("Note", item.text, "notes", item.provenance) }
        return items
    }
}
