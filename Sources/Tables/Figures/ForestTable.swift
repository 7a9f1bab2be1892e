import Diagnostics
import MetaAnalysis
import Plots
import Text

/// Says what the forest plot of a table shows.
struct ForestTable {
    private let analysis: TableAnalysis
    private let appearance: TableFigure.Appearance
    private let repeatedNames: Set<String>
    private let summary: PoolSummary

    private var table: PoolTable { analysis.table }
    private var report: PoolReport { analysis.report }
    private var pool: Pool { report.pool }
    private var measure: EffectMeasure { report.measure }
    private var language: Language { analysis.language }

    init(_ analysis: TableAnalysis, _ appearance: TableFigure.Appearance) {
        self.analysis = analysis
        self.appearance = appearance
        summary = PoolSummary(analysis.report.pool, analysis.report.measure, analysis.language)
        var seen: Set<String> = []
        repeatedNames = Set(analysis.table.rows.map(\.study).filter { !seen.insert($0).inserted })
    }

    /// - Returns: nil if the variant cannot be made of these studies; the collector then says why.
    func data(_ collector: inout DiagnosticCollector) -> ForestPlotData? {
        let name = language.measure(measure.rawValue)
        var data = ForestPlotData(
            id: "forest", title: appearance.visibleTitle ?? language.capitalised(name),
            description: language.forestDescription(
                measure: name, studies: table.rows.count, pooled: pool.estimate.map(summary.sentencePart)),
            measure: language.capitalised(name),
            shortMeasure: measure == .generic
                ? language.capitalised(name) : language.abbreviation(ofMeasure: measure.rawValue),
            scale: measure.isRatio ? .logarithmic : .linear, nullValue: measure.nullValue, level: report.options.level)
        data.favours = appearance.favours.map { .init(left: $0.left, right: $0.right) }
        switch appearance.variant {
        case .studies:
            data.leftColumns = columns.map(\.column) + shown.left.map(\.column)
            data.rightColumns = (pool.weights == nil ? [.effect] : [.effect, .weight]) + shown.right.map(\.column)
            data.rows = rows()
            data.footnotes = summary.groupFootnotes + report.differingIntervals(language).map(language.footnote)
        case .cumulative, .leaveOneOut:
            guard let steps = steps(&collector) else { return nil }
            data.labelHeader = language.studiesPooled
            data.rightColumns = [.effect]
            data.rows = steps + overall(weight: nil)
        }
        return appearance.order.map { data.sorted(by: $0) } ?? data
    }

    // MARK: Studies

    private typealias Column = (column: ForestPlotData.Column, text: (PoolTable.Row) -> String)

    /// The columns beside the labels, and each row's text for them.
    private var columns: [Column] {
        var columns: [Column] = []
        if table.hasYears {
            columns.append(
                (.init(header: language.year, alignment: .trailing), { $0.year.map(Self.plain) ?? language.missing }))
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
                    .init(header: language.treatment, alignment: .trailing, isEssential: true),
                    events { ($0.treatmentEvents, $0.treatmentTotal) }
                ))
            columns.append(
                (
                    .init(header: language.control, alignment: .trailing, isEssential: true),
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
        let weight = pool.weights == nil ? nil : 1.0
        guard table.hasGroups else { return table.rows.indices.map(study) + overall(weight: weight) }
        var rows: [ForestPlotData.Row] = []
        var groups: [String] = []
        var members: [String: [Int]] = [:]
        for (index, row) in table.rows.enumerated() {
            let group = row.group ?? ""
            if members[group] == nil { groups.append(group) }
            members[group, default: []].append(index)
        }
        for group in groups {
            let indices = members[group] ?? []
            rows.append(.group(.init(label: group)))
            rows += indices.map(study)
            rows += summary.subtotal(
                of: group, weight: pool.weights == nil ? nil : indices.compactMap(self.weight).reduce(0, +))
        }
        return rows + overall(weight: weight) + summary.betweenGroups
    }

    private func study(_ index: Int) -> ForestPlotData.Row {
        let row = table.rows[index]
        var isDerived = false
        if case .pValue = row.source { isDerived = true }
        return .study(
            .init(
                label: name(row), effect: effect(row), weight: weight(index),
                kind: report.rows[index].position == nil ? .shown : .pooled, isDerived: isDerived,
                cells: (columns + shown.left + shown.right).map { $0.text(row) },
                year: row.year.flatMap { Int(exactly: $0.rounded()) }))
    }

    /// The share of a row in the pooled result, as a proportion; nil where it is not pooled, or the method has no weights.
    private func weight(_ index: Int) -> Double? {
        report.rows[index].position.flatMap { position in pool.weights.map { $0[position] / 100 } }
    }

    /// A study's name, with its year where another has the same.
    private func name(_ row: PoolTable.Row) -> String {
        guard let year = row.year, repeatedNames.contains(row.study) else { return row.study }
        return language.study(row.study, year: Self.plain(year))
    }

    /// The limits as the table has them, which need not be symmetric about the estimate; computed where it has none of the
    /// level that is asked for.
    private func effect(_ row: PoolTable.Row) -> ForestPlotData.Effect? {
        guard let effect = row.effect else { return nil }
        let value = measure.printedScale(effect.estimate)
        if let printed = row.printed, printed.interval.level == report.options.level {
            return .init(
                value, printed.interval.low, printed.interval.high,
                printed: language.numbers.printed(printed.value, printed.low, printed.high))
        }
        let interval = ConfidenceInterval(of: effect, level: report.options.level).map(measure.printedScale)
        return .init(value, interval.low, interval.high)
    }

    // MARK: Together

    private func overall(weight: Double?) -> [ForestPlotData.Row] {
        var sublabel = ""
        if case .random(let estimator) = report.options.method {
            sublabel = language.choice(estimator, pool.estimate?.test ?? .wald)
        }
        return summary.overall(label: language.allStudies(report.options.method), sublabel: sublabel, weight: weight)
    }

    // MARK: Steps

    private func steps(_ collector: inout DiagnosticCollector) -> [ForestPlotData.Row]? {
        let isCumulative = appearance.variant == .cumulative
        let found = isCumulative ? report.cumulative : pool.leaveOneOut
        guard !found.isEmpty else {
            collector.report(.error("variant-not-possible", whyNoSteps(isCumulative), at: analysis.source.whole))
            return nil
        }
        // The studies that the steps are about: in the order of years, or as the table has them.
        let pooled = zip(table.rows, report.rows).filter { $1.position != nil }.map(\.0)
        let rows =
            !isCumulative
            ? pooled
            : pooled.enumerated()
                .sorted { ($0.element.year ?? .infinity, $0.offset) < ($1.element.year ?? .infinity, $1.offset) }.map(
                    \.element)
        return zip(found, rows).enumerated().map { index, pair in
            let (step, row) = pair
            let dated = row.year.map { language.study(step.study, inYear: Self.plain($0)) } ?? step.study
            let label = !isCumulative ? language.without(name(row)) : index == 0 ? dated : language.adding(dated)
            return .study(.init(label: label, effect: summary.effect(step.pooled), kind: .step))
        }
    }

    private func whyNoSteps(_ isCumulative: Bool) -> String {
        let part = isCumulative ? Pool.Part.cumulative : .leaveOneOut
        let name = isCumulative ? "a cumulative analysis" : "leave-one-out"
        let policy = report.options.policy
        let needed = isCumulative ? policy.minimumToPool : policy.minimumForInfluence
        if let omission = report.omissions.first(where: { $0.part == part }) { return omission.error.summary }
        if pool.count < needed { return "\(name) needs at least \(needed) studies, and there are \(pool.count)" }
        if report.cautions.contains(.tooManyForInfluence) {
            return "\(name) is made of at most \(Pool.quadraticLimit) studies, and there are \(pool.count)"
        }
        return "\(name) is not made with the method \(report.options.method.name)"
    }
}
