import MetaAnalysis
import Text

extension PoolReport {
    /// The report for a terminal: ratios on their natural scale, everything else in its units.
    package func text(_ language: Language) -> String {
        // A name of the table may hold what would steer the terminal.
        PoolReportText(self, language).lines.map(ControlCharacter.shown).joined(separator: "\n") + "\n"
    }
}

/// Says in words what a report has.
private struct PoolReportText {
    private let report: PoolReport
    private let language: Language
    private let summary: PoolSummary

    private var pool: Pool { report.pool }

    init(_ report: PoolReport, _ language: Language) {
        self.report = report
        self.language = language
        summary = PoolSummary(report.pool, report.measure, language)
    }

    var lines: [String] {
        var lines = studies
        lines.append("")
        if let common = pool.common {
            let method = report.options.method.needsCounts ? report.options.method : .common
            lines.append(language.result(of: method, common.test, summary.sentencePart(common), p: common.pValue))
        }
        if let random = pool.random {
            lines.append(
                language.result(
                    of: .random(random.estimator), random.pooled.test, summary.sentencePart(random.pooled),
                    p: random.pooled.pValue))
        }
        if let prediction = summary.prediction { lines.append(language.predictionInterval(prediction)) }
        if !summary.heterogeneity.isEmpty { lines.append(language.heterogeneity(summary.heterogeneity)) }
        lines += subgroups + regression + asymmetry
        if let conclusion = summary.conclusion(names: report.studies.map(\.study)) { lines.append(conclusion) }
        lines += report.differingIntervals(language).map(language.note)
        lines += report.cautions.map { language.note(language.caution($0, pool.estimate?.test ?? .wald)) }
        lines += report.omissions.map { language.notComputed($0.part.rawValue) }
        return lines
    }

    /// The studies as a table: name, estimate, interval, weight.
    private var studies: [String] {
        let table = report.rows.map { row -> [String] in
            guard let text = report.text(of: row, summary, language) else {
                return [row.study, row.position == nil ? language.notEstimableNotPooled : language.notEstimable]
            }
            var cells = [row.study, text.value, text.interval.map(language.interval) ?? ""]
            if let weight = row.position.flatMap({ pool.weights?[$0] }) {
                cells.append(language.numbers.percent(weight))
            }
            return cells
        }
        var widths: [Int] = []
        for row in table {
            for (column, cell) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                if column != 1 || row.count > 2 { widths[column] = max(widths[column], cell.count) }
            }
        }
        return table.map { row in
            row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: max(0, widths[column] - cell.count))
                return column == 0 || row.count == 2 ? cell + (column == 0 ? padding : "") : padding + cell
            }.joined(separator: "  ")
        }
    }

    private var subgroups: [String] {
        guard let found = pool.subgroups else { return [] }
        let levels = found.levels.map { level in
            language.groupResult(
                level.group, studies: level.studies.count, level.pooled.map { language.estimate(summary.text($0)) },
                test: pool.estimate?.test ?? .wald)
        }
        let between = found.between
        return [language.subgroups] + levels + [
            language.betweenSubgroups(
                language.chiSquared(between.q, degreesOfFreedom: between.degreesOfFreedom, p: between.pValue))
        ]
    }

    private var regression: [String] {
        guard let found = report.metaRegression else { return [] }
        return [language.regression]
            + found.coefficients.map { coefficient in
                let pooled = coefficient.pooled
                let text = language.numbers.estimate(
                    pooled.estimate, pooled.interval.low, pooled.interval.high, scale: .difference, null: 0)
                return language.coefficient(coefficient.name, language.estimate(text), p: pooled.pValue)
            }
    }

    private var asymmetry: [String] {
        var lines: [String] = []
        if let egger = report.egger { lines.append(language.egger(bias: egger.bias.estimate, p: egger.bias.pValue)) }
        if let found = report.trimAndFill {
            lines.append(
                language.trimAndFill(
                    found.estimator.rawValue, filled: found.filled.count, side: found.side,
                    language.estimate(summary.text(found.pooled))))
        }
        return lines
    }
}
