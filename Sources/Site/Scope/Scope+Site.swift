import Evidence
import TemplateEngine
import Text

extension Scope {
    /// What `site.yaml` says.
    func site() -> SiteDescription { ask(.site) { $0.atlas.site } }

    /// What every page says of the site.
    func siteHead() -> Value { ask(.frame, prepared: { $0.frame })?.value ?? .none }

    /// How much there is.
    func counts() -> AtlasCounts { ask(.counts) { AtlasCounts($0) } }

    /// A document as it is named in short; its identifier where there is no such document.
    func short(ofSource id: String) -> String { ask(.sourceShort(id)) { $0.atlas.source(id)?.short ?? id } }

    /// A document as a list of references shows it.
    func reference(_ id: String) -> SourceReference? {
        ask(.sourceReference(id)) { evidence in
            evidence.atlas.source(id).map { SourceReference($0, language: evidence.language) }
        }
    }

    /// A document as the list of documents shows it.
    func row(ofSource id: String) -> SourceSummary? {
        ask(.sourceRow(id)) { evidence in
            evidence.atlas.source(id).map { source in
                SourceSummary(
                    id: id, short: source.short, title: source.title, about: source.note ?? "",
                    studies: evidence.studiesOfSource[id]?.count ?? 0)
            }
        }
    }

    /// All of a document's record.
    func source(_ id: String) -> Source? { ask(.source(id)) { $0.atlas.source(id) } }

    /// The identifiers of all documents, in their order.
    func sources() -> [String] { ask(.sources) { $0.atlas.sources.map(\.id) } }

    /// The identifiers of the studies that draw on a document, in their order.
    func studies(ofSource id: String) -> [String] {
        ask(.studiesOfSource(id)) { evidence in
            (evidence.studiesOfSource[id] ?? []).map { evidence.atlas.studies[$0].id }
        }
    }

    /// When the newest document was issued, as it is recorded.
    func newestDocument() -> String? { ask(.newestDocument) { $0.atlas.sources.compactMap(\.issued).max() } }

    /// The studies as the maps count them.
    func mapMembers() -> [MapMember] {
        ask(.map) { evidence in
            evidence.atlas.studies.map { study in
                MapMember(
                    kind: study.mapKind, conditions: study.conditions.map(\.value), setting: study.setting?.value,
                    tested: study.testedInterventions.sorted())
            }
        }
    }
}

/// How much an atlas holds.
struct AtlasCounts: Sendable, Fingerprinted {
    var studies: Int
    var results: Int
    var sources: Int
    /// In how many places documents disagree.
    var disagreements: Int
    /// Trials whose results are still to come.
    var running: Int

    init(_ evidence: SiteEvidence) {
        studies = evidence.atlas.studies.count
        results = evidence.atlas.studies.reduce(0) { $0 + $1.results.count }
        sources = evidence.atlas.sources.count
        disagreements =
            evidence.conflictsOfStudy.values.reduce(0) { $0 + $1.count }
            + evidence.atlas.studies.reduce(0) { $0 + $1.discrepancies.count }
        running = evidence.atlas.studies.count { $0.isRunning }
    }

    func feed(to fingerprinter: inout Fingerprinter) {
        for number in [studies, results, sources, disagreements, running] { number.feed(to: &fingerprinter) }
    }
}

/// A document as a list of references shows it.
struct SourceReference: Sendable, Fingerprinted {
    var id: String
    var short: String
    var citation: String
    /// Where it can be read.
    var link: String?

    init(_ source: Source, language: Language) {
        id = source.id
        short = source.short
        citation = source.citation(in: language)
        link = source.link
    }

    func feed(to fingerprinter: inout Fingerprinter) {
        id.feed(to: &fingerprinter)
        short.feed(to: &fingerprinter)
        citation.feed(to: &fingerprinter)
        link.feed(to: &fingerprinter)
    }
}

/// A document as the list of documents shows it.
struct SourceSummary: Sendable, Fingerprinted {
    var id: String
    var short: String
    var title: String
    var about: String
    /// How many studies draw on it.
    var studies: Int

    func feed(to fingerprinter: inout Fingerprinter) {
        for text in [id, short, title, about] { text.feed(to: &fingerprinter) }
        studies.feed(to: &fingerprinter)
    }
}

/// A study as the maps count it.
struct MapMember: Sendable, Fingerprinted {
    /// Nil for what is not counted.
    var kind: MapKind?
    var conditions: [String]
    var setting: String?
    /// The treatments that it tests.
    var tested: [String]

    func feed(to fingerprinter: inout Fingerprinter) {
        (kind?.rawValue).feed(to: &fingerprinter)
        conditions.feed(to: &fingerprinter)
        setting.feed(to: &fingerprinter)
        tested.feed(to: &fingerprinter)
    }
}

extension SiteDescription: Fingerprinted {
    /// A record is a function of the text that it was read from.
    package func feed(to fingerprinter: inout Fingerprinter) { text.text.feed(to: &fingerprinter) }
}

extension Source: Fingerprinted {
    /// A record is a function of the text that it was read from.
    package func feed(to fingerprinter: inout Fingerprinter) {
        id.feed(to: &fingerprinter)
        text.text.feed(to: &fingerprinter)
    }
}
