import Evidence
import MetaAnalysis
import Plots
import TemplateEngine

/// Composes the medians of a question's studies, arm beside arm, without pooling them.
struct MedianComposer {
    let context: SiteContext
    let question: Question

    private var page: String { Routes.question(question.id) }

    /// A plot for each outcome of the question for which a study states a median time.
    func graphics() -> [Graphic] {
        let members = question.members.filter { $0.role == .direct || $0.role == .indirect }
            .compactMap { member in context.atlas.study(member.study.value).map { (study: $0, role: member.role) } }
            .sorted { $0.role == .direct && $1.role != .direct }
        return question.outcomes.compactMap { outcome in
            var isConflicting = false
            let rows = members.flatMap { member -> [DumbbellPlotData.Row] in
                guard let result = Self.result(of: member.study, for: outcome.value) else { return [] }
                let hasOther = hasConflict(member.study, result)
                let found = self.rows(member.study, result, isDirect: member.role == .direct, hasOther: hasOther)
                if hasOther, !found.isEmpty { isConflicting = true }
                return found
            }
            return rows.isEmpty ? nil : graphic(outcome.value, rows, isConflicting: isConflicting)
        }
    }

    private func graphic(_ outcome: String, _ rows: [DumbbellPlotData.Row], isConflicting: Bool) -> Graphic {
        let label = context.label(.outcomes, outcome)
        let data = DumbbellPlotData(
            id: "medians-\(question.id)-\(outcome)", title: "Median \(label.loweredFirst)",
            description: "The medians of each group as they are printed. They are not pooled.",
            measure: "Median \(label.loweredFirst)", unit: "months", experimental: "Experimental", control: "Control",
            decimals: 2, rows: rows,
            footnotes: isConflicting ? ["* Documents print other values as well; the page of the study has them all."] : [])
        return Graphic(
            anchor: "medians-\(outcome)", title: data.title, file: Routes.plot("medians-\(outcome)", of: page),
            origin: question.text.place(.start)
        ) { options throws(PlotError) in try DumbbellPlotLayout(data, options: options).scene }
    }

    /// The result to show: of the whole study, the preferred one, else the first; without one, that of the only
    /// population that there is.
    static func result(of study: Study, for outcome: String) -> StudyResult? {
        let results = study.results.filter { result in
            guard result.outcome.value == outcome, let values = result.values(.median) else { return false }
            return values.unit.flatMap(Duration.Unit.init(rawValue:)) != nil
        }
        let whole = results.filter { $0.population == nil && !$0.isSubgroup }
        if let first = whole.first(where: \.isPreferred) ?? whole.first { return first }
        return Set(results.map(\.population)).count == 1 ? results.first(where: \.isPreferred) ?? results.first : nil
    }

    private func hasConflict(_ study: Study, _ result: StudyResult) -> Bool {
        guard let own = study.results.firstIndex(where: { $0.id == result.id }) else { return false }
        return context.conflictsOfStudy[study.id]?.contains { conflict in
            guard case .result(_, let quantity) = conflict.subject else { return false }
            return quantity.hasPrefix(ArmValues.Kind.median.rawValue) && conflict.members.contains(own)
        } ?? false
    }

    // MARK: Rows

    private func rows(_ study: Study, _ result: StudyResult, isDirect: Bool, hasOther: Bool) -> [DumbbellPlotData.Row] {
        guard let values = result.values(.median), let unit = values.unit.flatMap(Duration.Unit.init(rawValue:)) else {
            return []
        }
        func value(_ arm: String) -> DumbbellPlotData.Value? {
            values.entry(arm).flatMap { Self.value($0.value, unit) }
        }
        func row(
            _ what: String, _ experimental: DumbbellPlotData.Value?, _ control: DumbbellPlotData.Value?,
            _ single: DumbbellPlotData.Value? = nil
        ) -> DumbbellPlotData.Row {
            let parts = [isDirect ? nil : "indirect", result.population, what, unit == .months ? nil : "printed in \(unit.rawValue)"]
            return .init(
                label: study.name + (hasOther ? "\u{00A0}*" : ""),
                sublabel: parts.compactMap { $0 }.joined(separator: "; "),
                href: Routes.root(from: page) + Routes.result(study.id, result.id), experimental: experimental, control: control, single: single)
        }
        let control = study.arms.first { $0.role == .control && value($0.id) != nil }
        let tested = study.arms.filter { $0.role == .experimental && value($0.id) != nil }
        var rows: [DumbbellPlotData.Row] = []
        if study.arms.contains(where: { $0.role == .control }) {
            rows = tested.map { arm in
                row([arm.label, control?.label].compactMap { $0 }.joined(separator: " vs "), value(arm.id), control.flatMap { value($0.id) })
            }
            if tested.isEmpty, let control { rows.append(row(control.label, nil, value(control.id))) }
        } else {
            rows = study.arms.filter { value($0.id) != nil }.map { row($0.label, nil, nil, value($0.id)) }
        }
        if rows.isEmpty, let all = value("all") { rows.append(row("all patients together", nil, nil, all)) }
        return rows
    }

    /// A printed median in months; nil for one that is only known to be below a limit.
    private static func value(_ value: ArmValue, _ unit: Duration.Unit) -> DumbbellPlotData.Value? {
        switch value {
        case .number(let number, _): .stated(number.value * unit.months)
        case .notReached: .notReached(beyond: nil)
        case .above(let number): .notReached(beyond: number.value * unit.months)
        case .below, .count: nil
        }
    }
}

extension String {
    /// With a small first letter, unless it begins an abbreviation.
    var loweredFirst: String {
        guard let second = dropFirst().first, second.isLowercase else { return self }
        return prefix(1).lowercased() + dropFirst()
    }
}
