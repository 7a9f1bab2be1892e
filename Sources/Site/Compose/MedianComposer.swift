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
        return question.outcomes.compactMap { outcome in
            var isConflicting = false
            let rows = members.flatMap { member -> [DumbbellPlotData.Row] in
                guard let result = Self.result(of: member.study, for: outcome.value) else { return [] }
                let hasOther = hasConflict(member.study, result)
                let found = self.rows(member.study, result, isDirect: member.role == .direct, hasOther: hasOther)
                if hasOther, !found.isEmpty { isConflicting = true }
                return found
            }
            return rows.isEmpty ? nil : graphic(outcome.value, MedianGroup.sorted(rows), isConflicting: isConflicting)
        }
    }

    private func graphic(_ outcome: String, _ rows: [DumbbellPlotData.Row], isConflicting: Bool) -> Graphic {
        let label = context.label(.outcomes, outcome)
        let notes = [
            MedianGroup.note(on: rows),
            isConflicting ? "* Documents print other values as well; the page of the study has them all." : nil,
        ]
        let data = DumbbellPlotData(
            id: "medians-\(question.id)-\(outcome)", title: "Median \(label.loweredFirst)",
            description: "The medians of each group as they are printed. They are not pooled.",
            measure: "Median \(label.loweredFirst)", unit: "months", experimental: "Experimental", control: "Control",
            decimals: 2, rows: rows, footnotes: notes.compactMap { $0 })
        return Graphic(
            anchor: "medians-\(outcome)", title: data.title, file: Routes.plot("medians-\(outcome)", of: page),
            origin: question.text.place(.start), data: data)
    }

    /// The result to show: of the whole study, the preferred one, else the first; without one, that of the only
    /// population that there is.
    static func result(of study: Study, for outcome: String) -> StudyResult? {
        let results = study.results.filter { result in
            guard result.outcome.value == outcome, let values = result.values(.median) else { return false }
            return values.timeUnit != nil
        }
        let whole = results.filter { $0.population == nil && !$0.isSubgroup }
        if let first = whole.first(where: \.isPreferred) ?? whole.first { return first }
        return Set(results.map(\.population)).count == 1 ? results.first(where: \.isPreferred) ?? results.first : nil
    }

    private func hasConflict(_ study: Study, _ result: StudyResult) -> Bool {
        study.statedValues(ofResult: result.id).contains { $0.subject.measure == .values(.median) && $0.standing.isInConflict }
    }

    // MARK: Rows

    private func rows(_ study: Study, _ result: StudyResult, isDirect: Bool, hasOther: Bool) -> [DumbbellPlotData.Row] {
        guard let values = result.values(.median), let unit = values.timeUnit else {
            return []
        }
        func value(_ arm: String) -> DumbbellPlotData.Value? {
            values.entry(arm).flatMap { Self.value($0.value, unit) }
        }
        func row(_ what: String, isCompared: Bool) -> DumbbellPlotData.Row {
            let parts = [result.population, what, unit == .months ? nil : "printed in \(unit.rawValue)"]
            let group = MedianGroup(study.design.kind, isCompared: isCompared)
            return .init(
                label: study.name + (hasOther ? "\u{00A0}*" : ""),
                sublabel: parts.compactMap { $0 }.joined(separator: "; "),
                href: Routes.root(from: page) + Routes.result(study.id, result.id), group: group.heading,
                design: group.design(study.design.kind), isIndirect: !isDirect)
        }
        func alone(_ what: String, _ value: DumbbellPlotData.Value?, name: String? = nil) -> DumbbellPlotData.Row {
            var row = row(what, isCompared: false)
            row.single = value
            row.singleName = name
            return row
        }
        let controls = study.arms.filter { $0.role == .control }
        let tested = study.arms.filter { $0.role == .experimental && value($0.id) != nil }
        let control = controls.first { value($0.id) != nil }
        func compared(_ arm: Arm?) -> DumbbellPlotData.Row {
            var row = row([arm?.label, control?.label].compactMap { $0 }.joined(separator: " vs "), isCompared: true)
            row.experimental = arm.flatMap { value($0.id) }
            row.control = control.flatMap { value($0.id) }
            row.experimentalName = arm?.label
            row.controlName = (control ?? controls.first)?.label
            return row
        }
        var rows: [DumbbellPlotData.Row] = []
        if controls.isEmpty {
            rows = study.arms.filter { value($0.id) != nil }.map { alone($0.label, value($0.id), name: $0.label) }
        } else {
            rows = tested.map(compared)
            if tested.isEmpty, control != nil { rows.append(compared(nil)) }
        }
        if rows.isEmpty, let all = value("all") { rows.append(alone("all patients together", all)) }
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

extension ArmValues {
    /// The unit, if it is one of time.
    fileprivate var timeUnit: Duration.Unit? {
        if case .time(let unit)? = unit { unit } else { nil }
    }
}

extension String {
    /// With a small first letter, unless it begins an abbreviation.
    var loweredFirst: String {
        guard let second = dropFirst().first, second.isLowercase else { return self }
        return prefix(1).lowercased() + dropFirst()
    }
}
