import Evidence
import Plots
import TemplateEngine

/// Composes the evidence map: how many studies there are of each condition in each setting, and where there are none.
struct MapComposer {
    let context: SiteContext

    private var atlas: Atlas { context.atlas }
    private static let kinds = ["Randomised", "Single-arm", "Cohort or registry", "Running"]

    /// A cell; the setting is nil for studies that state none.
    private struct Key: Hashable {
        var condition: String
        var setting: String?
    }

    func view() -> Value {
        var counts: [Key: [Int]] = [:]
        var rows: [String: Int] = [:]
        var columns: [String?: Int] = [:]
        var counted = 0
        for study in atlas.studies {
            guard let kind = Self.kind(of: study) else { continue }
            counted += 1
            columns[study.setting?.value, default: 0] += 1
            for condition in Set(study.conditions.map(\.value)) {
                counts[Key(condition: condition, setting: study.setting?.value), default: [0, 0, 0, 0]][kind] += 1
                rows[condition, default: 0] += 1
            }
        }
        let figure = counted == 0 ? nil : figure(data(counts, rows, columns))
        return .record(
            PageViews.map,
            [
                context.site,
                context.page(
                    title: "Evidence map", description: "How many studies there are of each disease in each setting, and where there are none",
                    kind: "map", section: "map", path: Routes.map),
                figure ?? .none, .int(counted), .int(atlas.studies.count - counted),
            ])
    }

    /// The index of a study's kind; nil for what is not a study of patients.
    private static func kind(of study: Study) -> Int? {
        if study.isRunning { return 3 }
        switch study.design.kind {
        case .randomised: return 0
        case .singleArm: return 1
        case .cohort, .registry: return 2
        case .metaAnalysis, .review, .survey, .consensus: return nil
        }
    }

    private func figure(_ data: EvidenceMapData) -> Value? {
        PlotViews.figure("map", data.title, width: 1216) { options throws(PlotError) in
            try EvidenceMapLayout(data, options: options).scene
        }
    }

    /// Where there is most, top left; what has no study stays, because a gap is a finding.
    private func data(_ counts: [Key: [Int]], _ rows: [String: Int], _ columns: [String?: Int]) -> EvidenceMapData {
        let root = Routes.root(from: Routes.map)
        func sorted(_ kind: Vocabulary.Kind, _ number: (String) -> Int) -> [VocabularyEntry] {
            atlas.vocabulary.entries(kind).map { ($0, number($0.id)) }
                .sorted { ($1.1, $0.0.label, $0.0.id) < ($0.1, $1.0.label, $1.0.id) }.map(\.0)
        }
        let conditions = sorted(.conditions) { rows[$0] ?? 0 }
        let settings = sorted(.settings) { columns[$0] ?? 0 }
        var data = EvidenceMapData(
            id: "evidence-map", title: "Studies by disease and setting",
            description: "Each cell counts the studies of a disease in a setting, by kind. An empty cell is a gap.",
            rowHeader: "Disease",
            rows: conditions.map { .init(id: $0.id, label: $0.label, href: root + Routes.entry(.conditions, $0.id)) },
            columns: settings.map { .init(id: "setting-\($0.id)", label: $0.label) },
            kinds: Self.kinds, cells: [])
        if columns[nil] != nil { data.columns.append(.init(id: "none", label: "Not stated", hasGaps: false)) }
        for condition in conditions {
            for setting in settings.map({ Optional($0.id) }) + (columns[nil] == nil ? [] : [nil]) {
                guard let numbers = counts[Key(condition: condition.id, setting: setting)] else { continue }
                data.cells.append(
                    .init(
                        row: condition.id, column: setting.map { "setting-\($0)" } ?? "none", counts: numbers,
                        href: root + Routes.studies(condition.id, in: setting)))
            }
        }
        return data
    }
}

extension Study {
    /// Whether results are still to come.
    var isRunning: Bool { status == .running || status == .planned }
}
