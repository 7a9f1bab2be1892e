import Evidence
import TemplateEngine

/// Composes the page of a condition, setting, intervention or outcome: what it means, and what there is about it.
struct EntryComposer {
    let context: SiteContext
    let entry: VocabularyEntry

    private var atlas: Atlas { context.atlas }
    private var word: VocabularyUses.Word { .init(kind: entry.kind, id: entry.id) }

    func view() -> Value {
        let studies = (context.uses.studies[word] ?? []).sorted { context.nameRanks[$0] < context.nameRanks[$1] }
            .map { atlas.studies[$0] }
        let section = CommonViews.link(entry.kind.rawValue.capitalisedFirst, "\(Routes.glossary)#\(entry.kind.rawValue)")
        return .record(
            PageViews.vocabularyEntry,
            [
                context.site,
                context.page(
                    title: entry.label, description: entry.definition, kind: "entry",
                    path: Routes.entry(entry.kind, entry.id), breadcrumbs: [CommonViews.link("Glossary", Routes.glossary), section]),
                .string(entry.kind.singular), context.entry(entry), .list(narrower()), .int(studies.count),
                .list(groups(studies)), .list(questions()), .list(syntheses()),
            ])
    }

    private func narrower() -> [Value] {
        (context.uses.narrower[word] ?? []).map { entry in
            let count = context.uses.studies[.init(kind: entry.kind, id: entry.id)]?.count ?? 0
            return .record(
                PageViews.narrower,
                [.string(entry.label), .string(Routes.entry(entry.kind, entry.id)), .int(count)])
        }
    }

    private func groups(_ studies: [Study]) -> [Value] {
        guard !studies.isEmpty else { return [] }
        switch entry.kind {
        case .conditions: return bySetting(studies)
        case .interventions: return byDisease(studies)
        default: return [group("", "all", studies)]
        }
    }

    private func bySetting(_ studies: [Study]) -> [Value] {
        var members: [String?: [Study]] = [:]
        for study in studies { members[study.setting?.value, default: []].append(study) }
        return members.map { setting, studies in
            (label: setting.map { context.label(.settings, $0) }, setting: setting, studies: studies)
        }.sorted { a, b in
            // The largest first; those without a setting last.
            guard let first = a.label, let second = b.label else { return a.label != nil }
            return (b.studies.count, first, a.setting ?? "") < (a.studies.count, second, b.setting ?? "")
        }.map { group($0.label ?? "Setting not stated", Routes.settingAnchor($0.setting), $0.studies) }
    }

    /// Those that test the treatment, under each disease that they name, the largest group first; then those in which it is
    /// no more than the comparison or what all arms have.
    private func byDisease(_ studies: [Study]) -> [Value] {
        let tested = studies.filter { $0.testedInterventions.contains(entry.id) }
        var members: [String: [Study]] = [:]
        for study in tested {
            for condition in Set(study.conditions.map(\.value)) { members[condition, default: []].append(study) }
        }
        let groups = members.map { (label: context.label(.conditions, $0), condition: $0, studies: $1) }
            .sorted { ($1.studies.count, $0.label, $0.condition) < ($0.studies.count, $1.label, $1.condition) }
            .map { group($0.label, Routes.anchor(.conditions, $0.condition), $0.studies) }
        let compared = studies.filter { !$0.testedInterventions.contains(entry.id) }
        return compared.isEmpty ? groups : groups + [group("Only as background or comparison", "comparison", compared)]
    }

    private func group(_ label: String, _ anchor: String, _ studies: [Study]) -> Value {
        func table(_ studies: [Study]) -> Value {
            context.studyTable(studies.map { ($0, "") }) { study in
                entry.kind == .outcomes
                    ? context.mainEffects.effect(of: study, on: entry.id) : context.mainEffects.effect(of: study)
            }
        }
        return .record(
            PageViews.studyGroup,
            [
                .string(label), .string(anchor), table(studies.filter { $0.mapKind != nil }),
                table(studies.filter { $0.mapKind == nil }),
            ])
    }

    private func questions() -> [Value] {
        (context.uses.questions[word] ?? []).map { index in
            CommonViews.link(atlas.questions[index].title, Routes.question(atlas.questions[index].id))
        }
    }

    private func syntheses() -> [Value] {
        guard entry.kind == .outcomes else { return [] }
        return (context.uses.syntheses[entry.id] ?? []).map { place in
            let question = atlas.questions[place.question]
            let plan = question.syntheses[place.plan]
            return CommonViews.link("\(question.short): \(plan.title)", Routes.synthesis(question.id, plan.id))
        }
    }
}
