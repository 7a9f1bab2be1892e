import Evidence
import TemplateEngine

/// Composes the list of all that documents disagree about.
struct DiscrepanciesComposer {
    let context: SiteContext

    private var atlas: Atlas { context.atlas }

    func view() -> Value {
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
            let value = study.mainText(ofResult: result.id, in: context.language).map { ", \($0)" } ?? ""
            return remark(study, Routes.result(study.id, result.id), outcome + value, doubt, result.provenance)
        }
    }

    private func remark(_ study: Study, _ path: String, _ what: String, _ text: String, _ places: [Provenance]) -> Value {
        .record(
            PageViews.remark,
            [.string(study.name), .string(path), .string(what), .string(text), context.provenance(places)])
    }

}
