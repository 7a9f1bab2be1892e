import MetaAnalysis
import Plots
import Text

/// A pooled result in words and in rows of a forest plot: the same for a table and for a page.
package struct PoolSummary: Sendable {
    package let pool: Pool
    package let measure: EffectMeasure
    private let language: Language
    private let levels: [String: Subgroups.Level]

    package init(_ pool: Pool, _ measure: EffectMeasure, _ language: Language) {
        levels = Dictionary((pool.subgroups?.levels ?? []).map { ($0.group, $0) }) { first, _ in first }
        self.pool = pool
        self.measure = measure
        self.language = language
    }

    // MARK: Numbers

    private var scale: NumberStyle.Scale { measure.isRatio ? .ratio : .difference }

    /// An estimate and its interval on the natural scale, rounded together.
    package func text(_ estimate: PooledEstimate) -> EstimateText {
        let natural = natural(estimate)
        return language.numbers.estimate(
            natural.value, natural.low, natural.high, scale: scale, null: measure.nullValue)
    }

    /// HR 0.92 (95 % CI 0.81 to 1.03)
    package func sentencePart(_ estimate: PooledEstimate) -> String {
        language.effect(measure.rawValue, text(estimate), level: estimate.interval.level)
    }

    /// 0.92 (95 % CI 0.81 to 1.03)
    package func numbers(_ estimate: PooledEstimate) -> String {
        language.effect("", text(estimate), level: estimate.interval.level)
    }

    package func text(_ prediction: PredictionInterval) -> IntervalText {
        language.numbers.interval(
            measure.printedScale(prediction.interval.low), measure.printedScale(prediction.interval.high), scale: scale,
            null: measure.nullValue)
    }

    private func natural(_ estimate: PooledEstimate) -> (value: Double, low: Double, high: Double) {
        (
            measure.printedScale(estimate.estimate), measure.printedScale(estimate.interval.low),
            measure.printedScale(estimate.interval.high)
        )
    }

    /// An effect of one study, on the natural scale.
    package func text(_ study: StudyEffect, level: Double) -> EstimateText {
        let interval = ConfidenceInterval(of: study, level: level)
        return language.numbers.estimate(
            measure.printedScale(study.estimate), measure.printedScale(interval.low),
            measure.printedScale(interval.high),
            scale: scale, null: measure.nullValue)
    }

    // MARK: Words

    /// random effects, REML, ad hoc Hartung-Knapp interval
    package var method: String { language.method(pool.options.method, pool.estimate?.test ?? .wald) }

    /// Q = 1.14, df = 2, p = 0.57; I² = 0 %; τ² = 0.000 (95 % CI 0.000 to 0.236)
    package var heterogeneity: String {
        guard let found = pool.heterogeneity else {
            return pool.countHeterogeneity.map {
                language.chiSquared($0.q, degreesOfFreedom: $0.degreesOfFreedom, p: $0.pValue)
            } ?? ""
        }
        var parts = [language.chiSquared(found.q, degreesOfFreedom: found.degreesOfFreedom, p: found.pValue)]
        if let iSquared = pool.iSquared { parts.append(language.iSquared(iSquared)) }
        if let tauSquared = pool.tauSquared {
            switch pool.tauSquaredInterval {
            case .interval(let limits)?:
                parts.append(language.tauSquared(tauSquared, low: limits.low, high: limits.high, level: limits.level))
            case .empty?: parts.append(language.tauSquaredWithoutInterval(tauSquared))
            case nil: parts.append(language.tauSquared(tauSquared))
            }
        }
        return language.sequence(parts)
    }

    /// 0.30 to 1.10 (Higgins-Thompson-Spiegelhalter, t with 1 degree of freedom); nil without one.
    package var prediction: String? {
        pool.prediction.map { language.prediction(text($0), $0.convention, degreesOfFreedom: $0.degreesOfFreedom) }
    }

    /// Whether the conclusion holds under everything that was tried; nil where nothing was.
    ///
    /// - Parameter names: what the studies are called, in the order in which they are pooled.
    package func conclusion(names: [String]) -> String? {
        guard let strip = pool.sensitivity, let shown = pool.estimate else { return nil }
        return language.conclusion(SensitivitySummary(strip, shown: shown, null: measure.nullValue, names: names))
    }

    // MARK: Rows of a forest plot

    package func effect(_ estimate: PooledEstimate) -> ForestPlotData.Effect {
        let natural = natural(estimate)
        return .init(natural.value, natural.low, natural.high)
    }

    /// The diamond of all that is pooled, where new studies are expected, the test, and how far studies differ.
    ///
    /// - Parameters:
    ///   - label: what the diamond is called.
    ///   - weight: as a proportion; nil where the plot has no weights.
    ///   - cells: the texts of the diamond's columns.
    package func overall(label: String, sublabel: String = "", weight: Double?, cells: [String] = []) -> [ForestPlotData
        .Row]
    {
        guard let estimate = pool.estimate else { return [] }
        var rows: [ForestPlotData.Row] = [
            .pooled(.init(label: label, sublabel: sublabel, effect: effect(estimate), weight: weight, cells: cells))
        ]
        if let prediction = pool.prediction {
            let (low, high) = (prediction.interval.low, prediction.interval.high)
            rows.append(.prediction(.init(low: measure.printedScale(low), high: measure.printedScale(high))))
        }
        if let p = estimate.pValue { rows.append(.note(.init(language.overallEffect(p: p)))) }
        if let found = pool.heterogeneity {
            rows.append(.note(.init(line(found, iSquared: pool.iSquared, tauSquared: pool.tauSquared))))
        } else if let found = pool.countHeterogeneity {
            let text = language.heterogeneity(
                q: found.q, degreesOfFreedom: found.degreesOfFreedom, p: found.pValue, iSquared: nil, tauSquared: nil)
            rows.append(.note(.init(text)))
        }
        return rows
    }

    /// The diamond of a group, if it has one, and how far its studies differ. One study is what it is.
    package func subtotal(of group: String, weight: Double?, cells: [String] = []) -> [ForestPlotData.Row] {
        guard let level = levels[group], level.studies.count > 1 else { return [] }
        var rows: [ForestPlotData.Row] = []
        if let pooled = level.pooled {
            rows.append(
                .pooled(
                    .init(
                        label: language.group(level.group, studies: level.studies.count), effect: effect(pooled),
                        weight: weight, kind: .subgroup, cells: cells)))
        }
        let isRandom = pool.random != nil
        rows.append(
            .note(
                .init(
                    line(
                        level.heterogeneity,
                        iSquared: isRandom
                            ? level.heterogeneity.iSquared(tauSquared: level.tauSquared) : level.heterogeneity.iSquared,
                        tauSquared: isRandom ? level.tauSquared : nil))))
        return rows
    }

    /// The test between groups; nothing without them.
    package var betweenGroups: [ForestPlotData.Row] {
        guard let between = pool.subgroups?.between else { return [] }
        let isFew = pool.count < pool.options.policy.minimumForRegression
        return [
            .note(
                .init(
                    language.betweenGroups(
                        q: between.q, degreesOfFreedom: between.degreesOfFreedom, p: between.pValue,
                        isEasilyMissed: isFew && between.pValue > 0.05)))
        ]
    }

    /// How the diamonds of groups were made, and why some groups have none.
    package var groupFootnotes: [String] {
        guard let levels = pool.subgroups?.levels, let test = pool.estimate?.test else { return [] }
        let several = levels.filter { $0.studies.count > 1 }
        var notes: [String] = []
        if several.contains(where: { $0.pooled != nil }) {
            notes.append(language.groupDiamonds(pool.options.method, test))
        }
        if several.contains(where: { $0.pooled == nil }) {
            notes.append(language.groupsWithoutDiamond(fewerThan: pool.options.policy.minimumForHartungKnapp, test))
        }
        return notes
    }

    private func line(_ found: Heterogeneity, iSquared: Double?, tauSquared: Double?) -> String {
        language.heterogeneity(
            q: found.q, degreesOfFreedom: found.degreesOfFreedom, p: found.pValue, iSquared: iSquared,
            tauSquared: tauSquared)
    }
}
