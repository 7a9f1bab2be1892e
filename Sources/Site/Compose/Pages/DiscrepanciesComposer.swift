import Evidence
import TemplateEngine

/// Composes the list of all that documents disagree about.
struct DiscrepanciesComposer {
    let scope: Scope

    func page() -> PageContent<DiscrepanciesPage> {
        let studies = scope.disputedStudies()
        let conflicts = studies.flatMap { ConflictComposer(scope: scope).blocks(of: $0) }
        let others = studies.flatMap(others)
        let doubts = studies.flatMap(doubts)
        let language = scope.language
        return scope.content(
            DiscrepanciesPage(
                conflicts: conflicts, others: others, doubts: doubts,
                conflictsLabel: language.differentValues(conflicts.count),
                othersLabel: language.otherDisagreements(others.count),
                doubtsLabel: language.doubtedValues(doubts.count)),
            on: PageHead(
                title: language.discrepanciesTitle, description: language.discrepanciesDescription,
                kind: .discrepancies,
                section: "discrepancies", path: Routes.discrepancies))
    }

    private func others(_ study: String) -> [DiscrepanciesPage.Remark] {
        guard let found = scope.disputes(ofStudy: study) else { return [] }
        return found.others.map {
            .init(
                study: found.name, path: Routes.study(study) + "#conflicts", what: "", text: $0.text,
                provenance: scope.provenance($0.provenance))
        }
    }

    private func doubts(_ study: String) -> [DiscrepanciesPage.Remark] {
        guard let found = scope.disputes(ofStudy: study) else { return [] }
        return found.doubts.map {
            .init(
                study: found.name, path: Routes.result(study, $0.result),
                what: scope.language.series([scope.label(.outcomes, $0.outcome), $0.value].compactMap { $0 }),
                text: $0.doubt,
                provenance: scope.provenance($0.provenance))
        }
    }
}
