import Diagnostics
import Evidence
import MetaAnalysis
import Plots

/// Says what the forest plot of a table shows.
struct ForestTable {
    private let analysis: TableAnalysis
    private let appearance: TablePlot.Appearance
    private let repeatedNames: Set<String>

    private var table: PoolTable { analysis.table }
    private var report: PoolReport { analysis.report }
    private var measure: EffectMeasure { report.measure }

    init(_ analysis: TableAnalysis, _ appearance: TablePlot.Appearance) {
        self.analysis = analysis
        self.appearance = appearance
        var seen: Set<String> = []
        repeatedNames = Set(analysis.table.rows.map(\.effect.study).filter { !seen.insert($0).inserted })
    }

    /// - Returns: nil if the variant cannot be made of these studies; the collector then says why.
    func data(_ collector: inout DiagnosticCollector) -> ForestPlotData? {
        let name = measure.name.capitalisedFirst
        var data = ForestPlotData(
            id: "forest", title: appearance.visibleTitle ?? name, description: description, measure: name,
            shortMeasure: measure == .generic ? "Effect" : measure.rawValue,
            scale: measure.isRatio ? .logarithmic : .linear, nullValue: measure.nullValue, level: report.options.level)
        data.favours = appearance.favours.map { .init(left: $0.left, right: $0.right) }
        switch appearance.variant {
        case .studies:
            data.leftColumns = columns.map(\.column) + shown.left.map(\.column)
            data.rightColumns = (weights == nil ? [.effect] : [.effect, .weight]) + shown.right.map(\.column)
            data.rows = rows()
            if report.subgroups?.levels.contains(where: { $0.studies.count > 1 }) == true {
                data.footnotes = [groupFootnote]
            }
            return appearance.order.map { data.sorted(by: $0) } ?? data
        case .cumulative, .leaveOneOut:
            guard let steps = steps(&collector) else { return nil }
            data.labelHeader = "Studies pooled"
            data.rightColumns = [.effect]
            data.rows = steps + overall()
            return appearance.order.map { data.sorted(by: $0) } ?? data
        }
    }

    private var description: String {
        let count = table.rows.count
        var out = "Forest plot of the \(measure.name) in \(count.inWords) \(count == 1 ? "study" : "studies")."
        if let pooled {
            let text = [pooled.estimate, pooled.interval.low, pooled.interval.high]
                .map { ValueText.effect(measure.printedScale($0)) }
            out += " Pooled: \(text[0]) (\(ValueText.level(pooled.interval.level * 100)) CI \(text[1]) to \(text[2]))."
        }
        return out
    }

    // MARK: Studies

    private var pooled: PooledEstimate? { report.random?.pooled ?? report.common }
    private var weights: [Double]? { report.random?.weights ?? report.commonWeights }

    private typealias Column = (column: ForestPlotData.Column, text: (PoolTable.Row) -> String)

    /// The columns beside the labels, and each row's text for them.
    private var columns: [Column] {
        var columns: [Column] = []
        if table.hasYears {
            columns.append((.init(header: "Year", alignment: .trailing), { $0.year.map(Self.plain) ?? "\u{2013}" }))
        }
        if table.tables != nil {
            func events(_ arm: @escaping (TwoByTwoTable) -> (Double, Double)) -> (PoolTable.Row) -> String {
                { row in
                    guard case .counts(let counts, _) = row.source else { return "" }
                    let (events, total) = arm(counts)
                    return "\(Self.plain(events))/\(Self.plain(total))"
                }
            }
            columns.append(
                (
                    .init(header: "Treatment", alignment: .trailing, isEssential: true),
                    events { ($0.treatmentEvents, $0.treatmentTotal) }
                ))
            columns.append(
                (
                    .init(header: "Control", alignment: .trailing, isEssential: true),
                    events { ($0.controlEvents, $0.controlTotal) }
                ))
        }
        return columns
    }

    /// The columns that were asked for. Numbers are aligned on their points, texts at the left.
    private var shown: (left: [Column], right: [Column]) {
        let found = table.shownNames.enumerated().map { index, name -> Column in
            let isNumeric = table.rows.allSatisfy { $0.shown[index].isEmpty || Double($0.shown[index]) != nil }
            return (.init(header: name, alignment: isNumeric ? .decimal : .leading), { $0.shown[index] })
        }
        let left = appearance.columns.left.count
        return (Array(found.prefix(left)), Array(found.dropFirst(left)))
    }

    private static func plain(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
    }

    private func rows() -> [ForestPlotData.Row] {
        guard table.hasGroups else { return table.rows.indices.map(study) + overall() }
        var rows: [ForestPlotData.Row] = []
        var groups: [String] = []
        let members = Dictionary(grouping: table.rows.indices) { table.rows[$0].group ?? "" }
        let levels = Dictionary((report.subgroups?.levels ?? []).map { ($0.group, $0) }) { first, _ in first }
        var seen: Set<String> = []
        for row in table.rows where seen.insert(row.group ?? "").inserted { groups.append(row.group ?? "") }
        for group in groups {
            rows.append(.group(.init(label: group)))
            rows += (members[group] ?? []).map(study)
            rows += levels[group].map(subtotal) ?? []
        }
        rows += overall()
        if let between = report.subgroups?.between {
            rows.append(
                .note(.init("Test between groups: " + "Q = \(fixed(between.q, 2)), df = \(between.degreesOfFreedom), \(ValueText.pValue(between.pValue))".whole)))
        }
        return rows
    }

    private func study(_ index: Int) -> ForestPlotData.Row {
        let row = table.rows[index]
        let isPrinted = row.printedInterval.map { $0.level == report.options.level } ?? false
        var isDerived = false
        if case .pValue = row.source { isDerived = true }
        return .study(
            .init(
                label: name(row),
                effect: isPrinted ? printed(row) : effect(row.effect.estimate, interval(row.effect)),
                weight: weights.map { $0[index] / 100 }, isDerived: isDerived, cells: (columns + shown.left + shown.right).map { $0.text(row) },
                year: row.year.flatMap { Int(exactly: $0.rounded()) }))
    }

    /// A study's name, with its year where another has the same.
    private func name(_ row: PoolTable.Row) -> String {
        guard let year = row.year, repeatedNames.contains(row.effect.study) else { return row.effect.study }
        return "\(row.effect.study) \(Self.plain(year))"
    }

    /// The limits as the table has them, which need not be symmetric about the estimate to the last digit.
    private func printed(_ row: PoolTable.Row) -> ForestPlotData.Effect? {
        row.printedInterval.map { .init(measure.printedScale(row.effect.estimate), $0.low, $0.high) }
    }

    private func interval(_ study: StudyEffect) -> ConfidenceInterval {
        let level = report.options.level
        let half = NormalDistribution.criticalValue(level: level) * study.standardError
        return ConfidenceInterval(low: study.estimate - half, high: study.estimate + half, level: level)
    }

    // MARK: Together

    private func subtotal(_ level: Subgroups.Level) -> [ForestPlotData.Row] {
        // One study is what it is, and no pooled result.
        guard level.studies.count > 1 else { return [] }
        let weight = weights.map { weights in level.studies.reduce(0) { $0 + weights[$1] } / 100 }
        return [
            .pooled(
                .init(
                    label: "\(level.group), \(level.studies.count) studies",
                    effect: effect(level.pooled.estimate, level.pooled.interval), weight: weight,
                    kind: .subgroup)),
            .note(
                .init(
                    heterogeneity(
                        level.heterogeneity,
                        iSquared: report.random == nil
                            ? level.heterogeneity.iSquared : level.heterogeneity.iSquared(tauSquared: level.tauSquared),
                        tauSquared: report.random == nil ? nil : level.tauSquared))),
        ]
    }

    private var groupFootnote: String {
        report.random.map { "Diamonds of groups: \($0.estimator.rawValue) within the group, Wald interval." }
            ?? "Diamonds of groups: common effect within the group, Wald interval."
    }

    private func overall() -> [ForestPlotData.Row] {
        guard let pooled else { return [] }
        var rows: [ForestPlotData.Row] = [
            .pooled(
                .init(
                    label: "All studies, \(method.model)", sublabel: method.interval,
                    effect: effect(pooled.estimate, pooled.interval),
                    weight: weights == nil || appearance.variant != .studies ? nil : 1))
        ]
        if let prediction = report.prediction {
            rows.append(
                .prediction(
                    .init(
                        low: measure.printedScale(prediction.interval.low),
                        high: measure.printedScale(prediction.interval.high))))
        }
        if let p = pooled.pValue { rows.append(.note(.init("Overall effect: \(ValueText.pValue(p).whole)"))) }
        if let heterogeneity = report.heterogeneity {
            rows.append(
                .note(
                    .init(
                        self.heterogeneity(
                            heterogeneity, iSquared: report.random?.iSquared ?? heterogeneity.iSquared,
                            tauSquared: report.random?.tauSquared))))
        } else if let counts = report.countHeterogeneity {
            rows.append(
                .note(.init("Heterogeneity: Q = \(fixed(counts.q, 2)), df = \(counts.degreesOfFreedom), \(ValueText.pValue(counts.pValue))")))
        }
        return rows
    }

    private var method: (model: String, interval: String) {
        if let random = report.random {
            return ("random effects", "\(random.estimator.rawValue), \(random.pooled.test.label)")
        }
        switch report.options.method {
        case .mantelHaenszel: return ("Mantel-Haenszel", "")
        case .peto: return ("Peto", "")
        case .common, .random: return ("common effect", "")
        }
    }

    private func heterogeneity(_ found: Heterogeneity, iSquared: Double, tauSquared: Double?) -> String {
        HeterogeneityText(found, iSquared: iSquared, tauSquared: tauSquared).line
    }

    // MARK: Steps

    private func steps(_ collector: inout DiagnosticCollector) -> [ForestPlotData.Row]? {
        let isCumulative = appearance.variant == .cumulative
        let found = isCumulative ? report.cumulative : report.leaveOneOut
        guard !found.isEmpty else {
            let part = isCumulative ? "cumulative" : "leaveOneOut"
            let name = isCumulative ? "a cumulative analysis" : "leave-one-out"
            let needed = isCumulative ? report.options.policy.minimumToPool : report.options.policy.minimumForInfluence
            let reason: String
            if let omission = report.omissions.first(where: { $0.part == part }) {
                reason = omission.error.summary
            } else if table.rows.count < needed {
                reason = "\(name) needs at least \(needed) studies, and there are \(table.rows.count)"
            } else if report.cautions.contains(.tooManyForInfluence) {
                reason = "\(name) is made of at most \(report.options.quadraticLimit) studies, and there are \(table.rows.count)"
            } else {
                reason = "\(name) is not made with the method \(report.options.method.name)"
            }
            collector.report(.error("variant-not-possible", reason, at: analysis.source.whole))
            return nil
        }
        // The studies that the steps are about: in the order of years, or as the table has them.
        let rows = !isCumulative ? table.rows : table.rows.enumerated()
            .sorted { ($0.element.year ?? .infinity, $0.offset) < ($1.element.year ?? .infinity, $1.offset) }.map(\.element)
        return zip(found, rows).enumerated().map { index, pair in
            let (step, row) = pair
            let year = isCumulative ? row.year.map { " (\(Self.plain($0)))" } ?? "" : ""
            let label = isCumulative ? (index == 0 ? step.study + year : "Adding \(step.study)\(year)") : "Without \(name(row))"
            return .study(.init(label: label, effect: effect(step.pooled.estimate, step.pooled.interval), kind: .step))
        }
    }

    // MARK: Numbers

    private func fixed(_ value: Double, _ decimals: Int) -> String { ValueText.fixed(value, decimals: decimals) }

    private func effect(_ estimate: Double, _ interval: ConfidenceInterval) -> ForestPlotData.Effect {
        .init(
            measure.printedScale(estimate), measure.printedScale(interval.low), measure.printedScale(interval.high))
    }
}
