/// Pooling of 2 × 2 tables without first computing each study's effect.
package struct CountPooling: Sendable, Hashable {
    /// Log odds ratio, log risk ratio or risk difference; Wald's test.
    package let pooled: PooledEstimate
    /// The heterogeneity of the studies' own effects around the pooled one; nil where no study has any.
    package let heterogeneity: HeterogeneityTest?
    /// Tables that had a zero cell and were given a half in each, for Q only; the pooled effect is not corrected.
    package let correctedInQ: [Int]
    /// Tables that cannot say anything (nobody, or everybody, had the event) and are not in Q.
    package let notInQ: [Int]

    package struct HeterogeneityTest: Sendable, Hashable {
        package let q: Double
        package let degreesOfFreedom: Int
        package let pValue: Double
    }

    /// Mantel–Haenszel pooling.
    ///
    /// The odds ratio with the variance of Robins, Breslow & Greenland (1986); the risk ratio with that of
    /// Greenland & Robins (1985); the risk difference with that of Sato (1989), as in metafor.
    /// The pooled effect uses the tables as they are; Q uses the studies' own effects, with a half added to each
    /// cell of tables with a zero.
    ///
    /// - Parameters:
    ///   - tables: at least one.
    ///   - measure: `.oddsRatio`, `.riskRatio` or `.riskDifference`.
    /// - Throws: `noStudies`, `measureNotSupported`, `levelOutOfRange`;
    ///   `noInformativeTable` when no table has events where they are needed.
    package static func mantelHaenszel(_ tables: [TwoByTwoTable], measure: EffectMeasure, level: Double = 0.95)
        throws(MetaAnalysisError) -> CountPooling
    {
        guard !tables.isEmpty else { throw .noStudies }
        let (estimate, variance): (Double, Double) =
            switch measure {
            case .oddsRatio: try pooledOddsRatio(tables)
            case .riskRatio: try pooledRiskRatio(tables)
            case .riskDifference: try pooledRiskDifference(tables)
            case .hazardRatio, .meanDifference, .standardizedMeanDifference, .generic:
                throw .measureNotSupported(measure, by: .mantelHaenszel)
            }
        guard variance > 0, variance.isFinite, estimate.isFinite else {
            throw .noInformativeTable(.mantelHaenszel)
        }
        var terms: [(effect: Double, variance: Double)] = []
        var corrected: [Int] = []
        var left: [Int] = []
        for (index, table) in tables.enumerated() {
            guard table.isInformativeForRatios,
                let one = try? EffectEstimate.counts(table, measure: measure, correction: .whereAnyCellIsZero(0.5))
            else {
                left.append(index)
                continue
            }
            if one.addedToCells > 0 { corrected.append(index) }
            terms.append((one.effect.estimate, one.effect.variance))
        }
        return CountPooling(
            pooled: try .wald(estimate, variance.squareRoot(), level: level),
            heterogeneity: test(terms, around: estimate), correctedInQ: corrected, notInQ: left)
    }

    /// Peto's one-step odds ratio, Σ(O − E) / ΣV, on the log scale (Yusuf et al. 1985).
    ///
    /// - Throws: `noStudies`, `levelOutOfRange`; `noInformativeTable` when nobody, or everybody, had the event.
    package static func peto(_ tables: [TwoByTwoTable], level: Double = 0.95) throws(MetaAnalysisError)
        -> CountPooling
    {
        guard !tables.isEmpty else { throw .noStudies }
        let terms = tables.map(\.petoTerms)
        let sum = terms.reduce(0) { $0 + $1.observedMinusExpected }
        let variance = terms.reduce(0) { $0 + $1.variance }
        guard variance > 0 else { throw .noInformativeTable(.peto) }
        let estimate = sum / variance
        let used = terms.filter { $0.variance > 0 }
        return CountPooling(
            pooled: try .wald(estimate, (1 / variance).squareRoot(), level: level),
            heterogeneity: test(
                used.map { ($0.observedMinusExpected / $0.variance, 1 / $0.variance) }, around: estimate),
            correctedInQ: [], notInQ: terms.indices.filter { terms[$0].variance == 0 })
    }

    private static func test(_ terms: [(effect: Double, variance: Double)], around pooled: Double)
        -> HeterogeneityTest?
    {
        guard !terms.isEmpty else { return nil }
        let q = terms.reduce(0) { $0 + ($1.effect - pooled) * ($1.effect - pooled) / $1.variance }
        let df = terms.count - 1
        guard df > 0 else { return HeterogeneityTest(q: 0, degreesOfFreedom: 0, pValue: 1) }
        return HeterogeneityTest(
            q: q, degreesOfFreedom: df,
            pValue: ChiSquaredDistribution(degreesOfFreedom: Double(df)).upperTail(q))
    }
}

extension CountPooling {
    private static func pooledOddsRatio(_ tables: [TwoByTwoTable]) throws(MetaAnalysisError) -> (Double, Double) {
        var (r, s, pr, mixed, qs) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for t in tables {
            let n = t.total
            let p = (t.treatmentEvents + t.controlNonEvents) / n
            let q = (t.treatmentNonEvents + t.controlEvents) / n
            let ri = t.treatmentEvents / n * t.controlNonEvents
            let si = t.treatmentNonEvents / n * t.controlEvents
            r += ri
            s += si
            pr += p * ri
            mixed += p * si + q * ri
            qs += q * si
        }
        guard r > 0, s > 0 else { throw .noInformativeTable(.mantelHaenszel) }
        return (Elementary.log(r / s), 0.5 * (pr / (r * r) + mixed / (r * s) + qs / (s * s)))
    }

    private static func pooledRiskRatio(_ tables: [TwoByTwoTable]) throws(MetaAnalysisError) -> (Double, Double) {
        var (r, s, d) = (0.0, 0.0, 0.0)
        for t in tables {
            let (n1, n0, n) = (t.treatmentTotal, t.controlTotal, t.total)
            let events = t.treatmentEvents + t.controlEvents
            r += t.treatmentEvents * (n0 / n)
            s += t.controlEvents * (n1 / n)
            d += (n1 / n) * (n0 / n) * events - t.treatmentEvents / n * t.controlEvents
        }
        guard r > 0, s > 0 else { throw .noInformativeTable(.mantelHaenszel) }
        return (Elementary.log(r / s), d / (r * s))
    }

    private static func pooledRiskDifference(_ tables: [TwoByTwoTable]) throws(MetaAnalysisError) -> (Double, Double) {
        var (numerator, weight, p, q) = (0.0, 0.0, 0.0, 0.0)
        for t in tables {
            let (a, b, c, d) = (t.treatmentEvents, t.treatmentNonEvents, t.controlEvents, t.controlNonEvents)
            let (n1, n0, n) = (t.treatmentTotal, t.controlTotal, t.total)
            numerator += a * (n0 / n) - c * (n1 / n)
            weight += n1 * (n0 / n)
            p += (n1 / n) * (n1 / n) * c - (n0 / n) * (n0 / n) * a + (n1 / n) * (n0 / n) * ((n0 - n1) / 2)
            q += (a * (d / n) + c * (b / n)) / 2
        }
        guard weight > 0 else { throw .noInformativeTable(.mantelHaenszel) }
        let estimate = numerator / weight
        return (estimate, (estimate * p + q) / (weight * weight))
    }
}
