import Evidence
import TemplateEngine
import Text

/// Composes the page of a condition, setting, intervention or outcome: what it means, and what there is about it.
struct EntryComposer {
    let scope: Scope
    let entry: VocabularyEntry

    func page() -> PageContent<EntryPage> {
        let members = scope.members(of: entry.kind, entry.id)
        let narrower = scope.narrower(entry.kind, entry.id)
        let kind = scope.language.heading(of: entry.kind)
        return scope.content(
            EntryPage(
                kind: entry.kind.rawValue, entry: scope.block(of: entry),
                narrower: narrower.map {
                    .init(label: $0.label, path: Routes.entry(entry.kind, $0.id), studies: $0.studies)
                },
                lead: scope.language.entryLead(members.count, hasNarrower: !narrower.isEmpty), groups: groups(members),
                questions: scope.questions(naming: entry.kind, entry.id).map { Link($0.label, Routes.question($0.id)) },
                syntheses: syntheses()),
            on: PageHead(
                title: entry.label, description: entry.definition, kind: .entry,
                path: Routes.entry(entry.kind, entry.id),
                breadcrumbs: [
                    Link(scope.language.glossaryTitle, Routes.glossary),
                    Link(kind, "\(Routes.glossary)#\(entry.kind.rawValue)"),
                ]))
    }

    private func groups(_ members: [Member]) -> [EntryPage.Group] {
        guard !members.isEmpty else { return [] }
        switch entry.kind {
        case .conditions: return bySetting(members)
        case .interventions: return byDisease(members)
        case .settings, .outcomes, .terms: return [group("", "all", members)]
        }
    }

    private func bySetting(_ members: [Member]) -> [EntryPage.Group] {
        // Sorted before anything is asked, so that a page notes its reading in one order.
        Dictionary(grouping: members, by: \.setting).sorted { ($0.key ?? "") < ($1.key ?? "") }.map {
            setting, members in
            (label: setting.map { scope.label(.settings, $0) }, setting: setting, members: members)
        }.sorted { a, b in
            // The largest first; those without a setting last.
            guard let first = a.label, let second = b.label else { return a.label != nil }
            return (b.members.count, first, a.setting ?? "") < (a.members.count, second, b.setting ?? "")
        }.map { group($0.label ?? scope.language.settingNotStated, Routes.settingAnchor($0.setting), $0.members) }
    }

    /// Those that test the treatment, under each disease that they name, the largest group first; then those in which it is
    /// no more than the comparison or what all arms have.
    private func byDisease(_ members: [Member]) -> [EntryPage.Group] {
        var tested: [String: [Member]] = [:]
        for member in members where member.isTesting {
            for condition in Set(member.conditions) { tested[condition, default: []].append(member) }
        }
        let groups = tested.sorted { $0.key < $1.key }.map {
            (label: scope.label(.conditions, $0), condition: $0, members: $1)
        }
        .sorted {
            ($1.members.count, PersonOrder($0.label), $0.condition) < (
                $0.members.count, PersonOrder($1.label), $1.condition
            )
        }
        .map { group($0.label, Routes.anchor(.conditions, $0.condition), $0.members) }
        let compared = members.filter { !$0.isTesting }
        return compared.isEmpty ? groups : groups + [group(scope.language.onlyCompared, "comparison", compared)]
    }

    private func group(_ label: String, _ anchor: String, _ members: [Member]) -> EntryPage.Group {
        let purpose: MainEffectPurpose = entry.kind == .outcomes ? .outcome(entry.id) : .anywhere
        func table(ofPatients: Bool) -> StudyTable {
            scope.table(of: members.filter { $0.isOfPatients == ofPatients }.map { ($0.study, "") }, effects: purpose)
        }
        let name = label.isEmpty ? entry.label : label
        return EntryPage.Group(
            label: label, anchor: anchor, studies: table(ofPatients: true), others: table(ofPatients: false),
            caption: scope.language.studiesCaption(name), otherCaption: scope.language.otherStudiesCaption(name))
    }

    private func syntheses() -> [Link] {
        guard entry.kind == .outcomes else { return [] }
        return scope.syntheses(ofOutcome: entry.id).map {
            Link(scope.language.synthesis($0.title, of: $0.questionShort), Routes.synthesis($0.question, $0.id))
        }
    }
}
