import Evidence
import Plots
import TemplateEngine

/// Composes the evidence maps: how many studies there are of each disease in each setting, and of each treatment in each
/// disease, and where there are none.
struct MapComposer {
    let context: SiteContext

    private var atlas: Atlas { context.atlas }
    private static let kinds = ["Randomised", "Single-arm", "Cohort or registry", "Running"]
    /// No identifier is empty.
    private static let unstated = ""

    func view() throws(TemplateError) -> Value {
        let counted = atlas.studies.count { $0.mapKind != nil }
        return .record(
            PageViews.map,
            [
                context.site,
                context.page(
                    title: "Evidence map",
                    description: "How many studies there are of each disease in each setting and of each treatment, and where there are none",
                    kind: "map", section: "map", path: Routes.map),
                .list(try graphics().views()), .int(counted), .int(atlas.studies.count - counted),
            ])
    }

    func graphics() -> [Graphic] {
        guard atlas.studies.contains(where: { $0.mapKind != nil }) else { return [] }
        return [bySetting(), byTreatment()].filter { !$0.cells.isEmpty }.map { data in
            Graphic(
                anchor: data.id, title: data.title, file: Routes.plot(data.id, of: Routes.map), width: 1216,
                origin: atlas.site.text.place(.start)
            ) { options throws(PlotError) in try EvidenceMapLayout(data, options: options).scene }
        }
    }

    /// Where there is most, top left; what has no study stays, because a gap is a finding.
    private func bySetting() -> EvidenceMapData {
        let counts = Counts(atlas.studies) { study in
            study.conditions.map { (row: $0.value, column: study.setting?.value ?? Self.unstated) }
        }
        var columns = Counts.sorted(atlas.vocabulary.entries(.settings), counts.columns)
            .map { EvidenceMapData.Heading(id: $0.id, label: $0.label) }
        if counts.columns[Self.unstated] != nil {
            columns.append(.init(id: Self.unstated, label: "Not stated", hasGaps: false))
        }
        return EvidenceMapData(
            id: "settings", title: "Studies by disease and setting",
            description: "Each cell counts the studies of a disease in a setting, by kind. An empty cell is a gap.",
            rowHeader: "Disease",
            rows: Counts.sorted(atlas.vocabulary.entries(.conditions), counts.rows).map { heading($0, depth: 0) },
            columns: columns, kinds: Self.kinds,
            cells: cells(counts) { Routes.studies($0, in: $1 == Self.unstated ? nil : $1) })
    }

    /// Treatments below those that they are kinds of, however many studies there are.
    private func byTreatment() -> EvidenceMapData {
        let counts = Counts(atlas.studies) { study in
            study.testedInterventions.flatMap { name in study.conditions.map { (row: name, column: $0.value) } }
        }
        let conditions = Counts.sorted(atlas.vocabulary.entries(.conditions).filter { counts.columns[$0.id] != nil }, counts.columns)
        return EvidenceMapData(
            id: "treatments", title: "Studies by treatment and disease",
            description: "Each cell counts the studies that test a treatment in a disease, by kind. An empty cell is a gap.",
            rowHeader: "Treatment", rows: treatments(counts.rows),
            columns: conditions.map { .init(id: $0.id, label: $0.label) }, kinds: Self.kinds,
            cells: cells(counts) { Routes.studies(testing: $0, in: $1) })
    }

    /// The treatments that have a study, or a narrower one that has.
    private func treatments(_ counts: [String: Int]) -> [EvidenceMapData.Heading] {
        let entries = atlas.vocabulary.entries(.interventions)
        // A treatment stands where it and its kinds together have most.
        var sums: [String: Int] = [:]
        for entry in entries {
            for above in atlas.vocabulary.ancestry(.interventions, entry.id) { sums[above.id, default: 0] += counts[entry.id] ?? 0 }
        }
        var children: [String: [VocabularyEntry]] = [:]
        for entry in Counts.sorted(entries, sums) { children[entry.parent?.value ?? "", default: []].append(entry) }
        func below(_ parent: String, depth: Int) -> [EvidenceMapData.Heading] {
            (children[parent] ?? []).flatMap { entry -> [EvidenceMapData.Heading] in
                let narrower = below(entry.id, depth: depth + 1)
                return counts[entry.id] == nil && narrower.isEmpty ? [] : [heading(entry, depth: depth)] + narrower
            }
        }
        return below("", depth: 0)
    }

    private func heading(_ entry: VocabularyEntry, depth: Int) -> EvidenceMapData.Heading {
        .init(
            id: entry.id, label: entry.label, href: Routes.root(from: Routes.map) + Routes.entry(entry.kind, entry.id),
            depth: depth)
    }

    private func cells(_ counts: Counts, _ address: (String, String) -> String) -> [EvidenceMapData.Cell] {
        counts.cells.map { place, numbers in
            .init(
                row: place.row, column: place.column, counts: numbers,
                href: Routes.root(from: Routes.map) + address(place.row, place.column))
        }.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    }

    /// Numbers of studies, by cell and kind.
    private struct Counts {
        struct Place: Hashable {
            var row: String
            var column: String
        }

        private(set) var cells: [Place: [Int]] = [:]
        private(set) var rows: [String: Int] = [:]
        private(set) var columns: [String: Int] = [:]

        init(_ studies: [Study], places: (Study) -> [(row: String, column: String)]) {
            for study in studies {
                guard let kind = study.mapKind else { continue }
                let places = Set(places(study).map { Place(row: $0.row, column: $0.column) })
                for place in places { cells[place, default: [Int](repeating: 0, count: MapComposer.kinds.count)][kind] += 1 }
                for row in Set(places.map(\.row)) { rows[row, default: 0] += 1 }
                for column in Set(places.map(\.column)) { columns[column, default: 0] += 1 }
            }
        }

        /// Those with the most studies first.
        static func sorted(_ entries: [VocabularyEntry], _ numbers: [String: Int]) -> [VocabularyEntry] {
            entries.map { (entry: $0, number: numbers[$0.id] ?? 0) }
                .sorted { ($1.number, $0.entry.label, $0.entry.id) < ($0.number, $1.entry.label, $1.entry.id) }
                .map(\.entry)
        }
    }
}

extension Study {
    /// Whether results are still to come.
    var isRunning: Bool { status == .running || status == .planned }

    /// The index of the study's kind on the maps; nil for what is not a study of patients, or of those of another study.
    var mapKind: Int? {
        if partOf != nil { return nil }
        if isRunning { return 3 }
        switch design.kind {
        case .randomised: return 0
        case .singleArm: return 1
        case .cohort, .registry: return 2
        case .metaAnalysis, .review, .survey, .consensus: return nil
        }
    }

    /// What the study tests: the treatments of all arms but the control ones, without the background that the control arms
    /// have too.
    var testedInterventions: Set<String> {
        func treatments(_ arm: Arm) -> Set<String> { Set(arm.interventions.map(\.value)) }
        let all = arms.filter { $0.role != .control }.reduce(into: Set<String>()) { $0.formUnion(treatments($1)) }
        let controls = arms.filter { $0.role == .control }.map(treatments)
        guard let first = controls.first else { return all }
        let tested = all.subtracting(controls.dropFirst().reduce(first) { $0.intersection($1) })
        return tested.isEmpty ? all : tested
    }
}
