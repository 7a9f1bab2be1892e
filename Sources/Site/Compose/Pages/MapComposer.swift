import Evidence
import Plots
import TemplateEngine

/// Composes the evidence maps: how many studies there are of each disease in each setting, and of each treatment in each
/// disease, and where there are none.
struct MapComposer {
    let scope: Scope

    /// No identifier is empty.
    private static let unstated = ""

    func parts() throws(TemplateError) -> PageParts {
        let members = scope.mapMembers()
        let counted = members.count { $0.kind != nil }
        let graphics =
            counted == 0 ? [] : [bySetting(members), byTreatment(members)].filter { !$0.cells.isEmpty }.map(graphic)
        let language = scope.language
        let content = MapPage(
            figures: try graphics.figures(language), lead: language.mapLead,
            counted: language.mapCounted(counted, others: members.count - counted))
        return PageParts(
            view: MapPage.view.value(
                of: scope.content(
                    content,
                    on: PageHead(
                        title: language.mapTitle, description: language.mapDescription, kind: .map, section: "map",
                        path: Routes.map))),
            graphics: graphics)
    }

    private func graphic(_ data: EvidenceMapData) -> Graphic {
        Graphic(
            anchor: data.id, title: data.title, file: Routes.plot(data.id, of: Routes.map), width: 1216,
            origin: scope.site().text.place(.start), data: data)
    }

    /// Where there is most, top left; what has no study stays, because a gap is a finding.
    private func bySetting(_ members: [MapMember]) -> EvidenceMapData {
        let counts = Counts(members) { member in
            member.conditions.map { (row: $0, column: member.setting ?? Self.unstated) }
        }
        var columns = Counts.sorted(words(.settings), counts.columns).map {
            EvidenceMapData.Heading(id: $0.id, label: $0.label)
        }
        if counts.columns[Self.unstated] != nil {
            columns.append(.init(id: Self.unstated, label: scope.language.notStated, hasGaps: false))
        }
        return EvidenceMapData(
            id: "settings", title: scope.language.mapBySettingTitle,
            description: scope.language.mapBySettingDescription,
            rowHeader: scope.language.diseaseHeader,
            rows: Counts.sorted(words(.conditions), counts.rows).map { heading(.conditions, $0, depth: 0) },
            columns: columns, kinds: MapKind.allCases.map(scope.language.label),
            cells: cells(counts) { Routes.studies($0, in: $1 == Self.unstated ? nil : $1) })
    }

    /// Treatments below those that they are kinds of, however many studies there are.
    private func byTreatment(_ members: [MapMember]) -> EvidenceMapData {
        let counts = Counts(members) { member in
            member.tested.flatMap { name in member.conditions.map { (row: name, column: $0) } }
        }
        let conditions = Counts.sorted(words(.conditions).filter { counts.columns[$0.id] != nil }, counts.columns)
        return EvidenceMapData(
            id: "treatments", title: scope.language.mapByTreatmentTitle,
            description: scope.language.mapByTreatmentDescription, rowHeader: scope.language.treatmentHeader,
            rows: treatments(counts.rows), columns: conditions.map { .init(id: $0.id, label: $0.label) },
            kinds: MapKind.allCases.map(scope.language.label),
            cells: cells(counts) { Routes.studies(testing: $0, in: $1) })
    }

    private func words(_ kind: Vocabulary.Kind) -> [Named] {
        scope.entries(kind).map { Named(id: $0, label: scope.label(kind, $0)) }
    }

    /// The treatments that have a study, or a narrower one that has.
    private func treatments(_ counts: [String: Int]) -> [EvidenceMapData.Heading] {
        let parents = scope.parents(.interventions)
        let entries = words(.interventions)
        // A treatment stands where it and its kinds together have most.
        var sums: [String: Int] = [:]
        for entry in entries {
            var above: String? = entry.id
            // A chain that is too deep, or a circle, is an error of the vocabulary.
            for _ in 0..<Vocabulary.deepest {
                guard let id = above else { break }
                sums[id, default: 0] += counts[entry.id] ?? 0
                above = parents[id]
            }
        }
        var children: [String: [Named]] = [:]
        for entry in Counts.sorted(entries, sums) { children[parents[entry.id] ?? "", default: []].append(entry) }
        func below(_ parent: String, depth: Int) -> [EvidenceMapData.Heading] {
            (children[parent] ?? []).flatMap { entry -> [EvidenceMapData.Heading] in
                let narrower = below(entry.id, depth: depth + 1)
                return counts[entry.id] == nil && narrower.isEmpty
                    ? [] : [heading(.interventions, entry, depth: depth)] + narrower
            }
        }
        return below("", depth: 0)
    }

    private func heading(_ kind: Vocabulary.Kind, _ entry: Named, depth: Int) -> EvidenceMapData.Heading {
        .init(
            id: entry.id, label: entry.label, href: Routes.root(from: Routes.map) + Routes.entry(kind, entry.id),
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

        init(_ members: [MapMember], places: (MapMember) -> [(row: String, column: String)]) {
            for member in members {
                guard let kind = member.kind else { continue }
                let places = Set(places(member).map { Place(row: $0.row, column: $0.column) })
                for place in places {
                    cells[place, default: [Int](repeating: 0, count: MapKind.allCases.count)][kind.rawValue] += 1
                }
                for row in Set(places.map(\.row)) { rows[row, default: 0] += 1 }
                for column in Set(places.map(\.column)) { columns[column, default: 0] += 1 }
            }
        }

        /// Those with the most studies first; those with as many stay as they are, by their labels.
        static func sorted(_ entries: [Named], _ numbers: [String: Int]) -> [Named] {
            entries.enumerated().map { (entry: $1, rank: $0, number: numbers[$1.id] ?? 0) }
                .sorted { ($1.number, $0.rank) < ($0.number, $1.rank) }
                .map(\.entry)
        }
    }
}
