import Evidence
import TemplateEngine

/// Blocks that composers of several pages make.
extension Scope {
    /// A page of the site around its content.
    func content<Content>(_ content: Content, on head: PageHead) -> PageContent<Content> {
        var head = head
        head.baseURL = baseURL
        return PageContent(site: siteHead(), head: head, content: content)
    }

    func provenance(_ places: [Provenance]) -> PrintedPlaces {
        let places = places.map { place in
            PrintedPlace(
                source: short(ofSource: place.source), path: Routes.source(place.source), at: place.at,
                printed: place.readable)
        }
        let summary =
            switch places.count {
            case 0: ""
            case 1: language.printed(in: places[0].source, at: places[0].at)
            default: language.printed(inPlaces: places.count)
            }
        return PrintedPlaces(summary: summary, places: places)
    }

    func statements(_ statements: [Statement]) -> [StatementBlock] {
        statements.map { StatementBlock(text: $0.text, provenance: provenance($0.provenance)) }
    }

    func links(_ kind: Vocabulary.Kind, _ ids: [Marked<String>]) -> [Link] {
        ids.map { Link(label(kind, $0.value), Routes.entry(kind, $0.value)) }
    }

    func references(_ sources: [String]) -> [ReferenceBlock] {
        sources.compactMap(reference).map { source in
            ReferenceBlock(
                short: source.short, path: Routes.source(source.id), citation: source.citation, url: source.link)
        }
    }

    /// A word of the vocabulary.
    func block(of entry: VocabularyEntry) -> WordBlock {
        WordBlock(
            anchor: Routes.anchor(entry.kind, entry.id), label: entry.label, abbreviation: entry.abbreviation ?? "",
            definition: entry.definition, synonyms: language.series(entry.synonyms), french: entry.french ?? "",
            parent: entry.parent.map { Link(label(entry.kind, $0.value), Routes.entry(entry.kind, $0.value)) },
            provenance: provenance(entry.provenance),
            path: entry.kind == .terms ? "" : Routes.entry(entry.kind, entry.id))
    }

    /// Studies as the rows of a table, each with its main effect as a small plot if it has one.
    ///
    /// - Parameter purpose: What the main effects are asked for; nil for a table without them.
    func table(of studies: [(id: String, note: String)], effects purpose: MainEffectPurpose?) -> StudyTable {
        StudyTable(rows: studies.compactMap { row(of: $0.id, note: $0.note, effects: purpose) })
    }

    private func row(of id: String, note: String, effects purpose: MainEffectPurpose?) -> StudyTable.Row? {
        guard let study = row(ofStudy: id) else { return nil }
        let effect = purpose.flatMap { mainEffect(ofStudy: id, for: $0) }
        let drawn = effect.flatMap { spark($0, of: study) }
        let isWorthSaying = study.status != .completed && study.status != .unknown
        return StudyTable.Row(
            name: study.name, path: Routes.study(study.id), design: language.design(study.design, phase: study.phase),
            status: study.status.rawValue, statusLabel: isWorthSaying ? language.label(of: study.status) : nil,
            conditions: language.series(study.conditions), setting: study.setting ?? "",
            patients: language.patients(study.patients, planned: study.planned), results: study.results, note: note,
            spark: drawn?.plot, effect: drawn?.text ?? "")
    }
}
