extension PoolReport {
    /// The report for a terminal: ratios on their natural scale, everything else in its units.
    public func text() -> String {
        var lines: [String] = []
        lines += studyLines
        lines.append("")
        if let common {
            let name: String =
                switch options.method {
                case .mantelHaenszel: "Mantel–Haenszel"
                case .peto: "Peto"
                case .common, .random: "Common effect"
                }
            lines.append("\(name): \(described(common))")
        }
        if let random {
            lines.append("Random effects (\(random.estimator.rawValue), \(described(random.pooled.test))): "
                + described(random.pooled))
        }
        if let prediction {
            lines.append("Prediction interval: \(range(prediction.interval)) [\(prediction.convention.rawValue)]")
        }
        lines += heterogeneityLines
        lines += subgroupLines
        lines += regressionLines
        lines += asymmetryLines
        if let sensitivity {
            lines.append(
                sensitivity.conclusionChanges
                    ? "The conclusion changes with the method."
                    : "The conclusion is the same under every method.")
        }
        lines += cautions.map { "Note: \(described($0))." }
        lines += omissions.map { "Not computed from these data: \($0.part)." }
        return lines.joined(separator: "\n") + "\n"
    }

    private var studyLines: [String] {
        let critical = NormalDistribution.criticalValue(level: options.level)
        let rows: [[String]] = studies.indices.map { index in
            let study = studies[index]
            let interval = ConfidenceInterval(
                around: study.estimate, halfWidth: critical * study.standardError, level: options.level)
            var row = [study.study, number(study.estimate), range(interval)]
            if let weight = (random?.weights ?? commonWeights)?[index] {
                row.append(DecimalText.fixed(weight, places: 1) + "%")
            }
            return row
        }
        var widths: [Int] = []
        for row in rows {
            for (column, cell) in row.enumerated() {
                if column == widths.count { widths.append(0) }
                widths[column] = max(widths[column], cell.count)
            }
        }
        return rows.map { row in
            row.enumerated().map { column, cell in
                let padding = String(repeating: " ", count: widths[column] - cell.count)
                return column == 0 ? cell + padding : padding + cell
            }.joined(separator: "  ")
        }
    }

    private var heterogeneityLines: [String] {
        if let counts = countHeterogeneity {
            return ["Heterogeneity: Q = \(fixed(counts.q, 2)), df = \(counts.degreesOfFreedom)\(described(p: counts.pValue))"]
        }
        guard let heterogeneity else { return [] }
        var line = "Heterogeneity: Q = \(fixed(heterogeneity.q, 2)), df = \(heterogeneity.degreesOfFreedom)"
            + "\(described(p: heterogeneity.pValue)); "
            + "I² = \(fixed(random?.iSquared ?? heterogeneity.iSquared, 1))%"
        if let random {
            line += "; τ² = \(fixed(random.tauSquared, 4))"
            switch tauSquaredInterval {
            case .interval(let limits): line += " (\(fixed(limits.low, 4)) to \(fixed(limits.high, 4)))"
            case .empty: line += " (no τ² is compatible with the data)"
            case nil: break
            }
        }
        return [line]
    }

    private var subgroupLines: [String] {
        guard let subgroups else { return [] }
        let levels = subgroups.levels.map {
            "  \($0.group) (\($0.studies.count)): \(number($0.pooled.estimate)) (\(range($0.pooled.interval)))"
        }
        let between = subgroups.between
        return ["Subgroups:"] + levels + [
            "  Between subgroups: Q = \(fixed(between.q, 2)), df = \(between.degreesOfFreedom)"
                + "\(described(p: between.pValue))"
        ]
    }

    private var regressionLines: [String] {
        guard let metaRegression else { return [] }
        return ["Meta-regression, on the analysis scale:"]
            + metaRegression.coefficients.map {
                "  \($0.name): \(fixed($0.estimate, 4)) (\(fixed($0.pooled.interval.low, 4)) to "
                    + "\(fixed($0.pooled.interval.high, 4)))" + described(p: $0.pooled.pValue)
            }
    }

    private var asymmetryLines: [String] {
        var lines: [String] = []
        if let egger {
            lines.append("Egger's test: bias \(fixed(egger.bias.estimate, 2))" + described(p: egger.bias.pValue))
        }
        if let trimAndFill {
            lines.append(
                "Trim and fill (\(trimAndFill.estimator.rawValue)): \(trimAndFill.filled.count) studies supplied on the "
                    + "\(trimAndFill.side.rawValue), \(number(trimAndFill.pooled.estimate)) (\(range(trimAndFill.pooled.interval)))")
        }
        return lines
    }

    // MARK: Wording

    private func fixed(_ value: Double, _ places: Int) -> String { DecimalText.fixed(value, places: places) }
    private func number(_ analysed: Double) -> String { fixed(measure.printedScale(analysed), 3) }
    private func range(_ interval: ConfidenceInterval) -> String { "\(number(interval.low)) to \(number(interval.high))" }

    private func described(p: Double?) -> String {
        guard let p else { return "" }
        let text = DecimalText.pValue(p)
        return text.hasPrefix("<") ? ", p < \(text.dropFirst())" : ", p = \(text)"
    }

    private func described(_ pooled: PooledEstimate) -> String {
        let percent = DecimalText.fixed(100 * pooled.interval.level, places: 1)
        let level = percent.hasSuffix(".0") ? String(percent.dropLast(2)) : percent
        let name = measure == .generic ? "" : measure.rawValue + " "
        return "\(name)\(number(pooled.estimate)) (\(level)% CI \(range(pooled.interval)))" + described(p: pooled.pValue)
    }

    private func described(_ test: PoolingTest) -> String {
        switch test {
        case .wald: "Wald interval"
        case .hartungKnapp: "Hartung–Knapp interval"
        case .adHocHartungKnapp: "Hartung–Knapp interval, ad hoc"
        }
    }

    private func described(_ caution: InterpretationPolicy.Caution) -> String {
        switch caution {
        case .singleStudy: "one study; there is nothing to pool"
        case .twoStudies: "two studies; how much effects vary between studies is unknown, and the interval ignores it"
        case .fewStudies: "fewer than five studies; how much effects vary between studies is hardly known"
        case .zeroWidthInterval: "the studies agree so exactly that the Hartung–Knapp interval has no width; "
            + "that is a defect of the method, not precision"
        case .emptyTauSquaredInterval: "the studies agree more closely than chance allows at this level"
        case .regressionOnFewStudies: "a regression on fewer than ten studies"
        case .tooManyForInfluence: "too many studies for leave-one-out and cumulative analyses"
        case .continuityCorrection: "tables with a zero cell had a half added to each cell"
        }
    }
}
