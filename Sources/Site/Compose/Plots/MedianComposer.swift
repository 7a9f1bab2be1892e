import Evidence
import MetaAnalysis
import Plots
import TemplateEngine
import Text

/// Composes the medians of a question's studies, arm beside arm, without pooling them.
struct MedianComposer {
    let scope: Scope
    let question: Question

    private var language: Language { scope.language }
    private var page: String { Routes.question(question.id) }

    /// A row of a plot and the group that it stands in.
    private struct GroupedRow {
        var group: MedianGroup
        var row: DumbbellPlotData.Row
        /// Whether documents print other values as well.
        var isDisputed: Bool
    }

    /// A plot for each outcome of the question for which a study states a median time.
    func graphics() -> [Graphic] {
        let members = question.members.filter { $0.role == .direct || $0.role == .indirect }.compactMap { member in
            scope.medians(ofStudy: member.study.value).map { (study: $0, isDirect: member.role == .direct) }
        }
        return question.outcomes.compactMap { outcome in
            let rows = members.flatMap { member -> [GroupedRow] in
                guard let result = member.study.results[outcome.value] else { return [] }
                return self.rows(member.study, result, isDirect: member.isDirect)
            }
            return rows.isEmpty ? nil : graphic(outcome.value, rows)
        }
    }

    private func graphic(_ outcome: String, _ rows: [GroupedRow]) -> Graphic {
        let title = language.medianTitle(scope.label(.outcomes, outcome))
        let notes = [
            // A plot of one group has no heading; that its studies compare without randomisation is said below it.
            rows.allSatisfy { $0.group == .chosen } ? language.chosenSentence : nil,
            rows.contains(where: \.isDisputed) ? language.mediansAreDisputed : nil,
        ]
        let ordered = MedianGroup.allCases.flatMap { group in rows.filter { $0.group == group } }
        let data = DumbbellPlotData(
            id: "medians-\(question.id)-\(outcome)", title: title, description: language.mediansDescription,
            measure: title,
            unit: language.months, experimental: language.experimentalHeading, control: language.controlHeading,
            decimals: 2,
            rows: ordered.map(\.row), footnotes: notes.compactMap { $0 })
        return Graphic(
            anchor: "medians-\(outcome)", title: data.title, file: Routes.plot("medians-\(outcome)", of: page),
            origin: question.text.place(.start), data: data)
    }

    // MARK: Rows

    private func rows(_ study: StudyMedians, _ result: StudyMedians.Result, isDirect: Bool) -> [GroupedRow] {
        let (unit, isDisputed) = (result.unit, result.isDisputed)
        func value(_ arm: String) -> DumbbellPlotData.Value? {
            result.values[arm].flatMap { Self.value($0, unit) }
        }
        func row(_ what: String, isCompared: Bool) -> GroupedRow {
            let parts = [
                result.population, what, unit == .months ? nil : language.printedIn(language.unit(.time(unit))),
            ]
            let group = MedianGroup(study.design, isCompared: isCompared)
            let row = DumbbellPlotData.Row(
                label: study.name + (isDisputed ? "\u{00A0}*" : ""),
                sublabel: language.sequence(parts.compactMap { $0 }),
                href: Routes.root(from: page) + Routes.result(study.id, result.id), group: group.heading(in: language),
                design: group.design(study.design, in: language), isIndirect: !isDirect)
            return GroupedRow(group: group, row: row, isDisputed: isDisputed)
        }
        func alone(_ what: String, _ value: DumbbellPlotData.Value?, name: String? = nil) -> GroupedRow {
            var row = row(what, isCompared: false)
            row.row.single = value
            row.row.singleName = name
            return row
        }
        let controls = study.arms.filter { $0.role == .control }
        let tested = study.arms.filter { $0.role == .experimental && value($0.id) != nil }
        let control = controls.first { value($0.id) != nil }
        func compared(_ arm: Arm?) -> GroupedRow {
            var row = row(language.versus([arm?.label, control?.label].compactMap { $0 }), isCompared: true)
            row.row.experimental = arm.flatMap { value($0.id) }
            row.row.control = control.flatMap { value($0.id) }
            row.row.experimentalName = arm?.label
            row.row.controlName = (control ?? controls.first)?.label
            return row
        }
        var rows: [GroupedRow] = []
        if controls.isEmpty {
            rows = study.arms.filter { value($0.id) != nil }.map { alone($0.label, value($0.id), name: $0.label) }
        } else {
            rows = tested.map(compared)
            if tested.isEmpty, control != nil { rows.append(compared(nil)) }
        }
        if rows.isEmpty, let all = value("all") { rows.append(alone(language.allPatientsTogether, all)) }
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
