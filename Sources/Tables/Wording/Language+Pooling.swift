import MetaAnalysis
import Text

/// How studies were pooled.
extension Language {
    /// Wald interval
    package func interval(of test: PoolingTest) -> String {
        switch test {
        case .wald: say("Wald interval")
        case .hartungKnapp: say("Hartung-Knapp interval")
        case .adHocHartungKnapp: say("ad hoc Hartung-Knapp interval")
        }
    }

    /// random effects, REML, ad hoc Hartung-Knapp interval
    package func method(_ method: PoolingMethod, _ test: PoolingTest) -> String {
        switch method {
        case .common: say("common effect, inverse variance, \(interval(of: test))")
        case .random(let estimator): say("random effects, \(estimator.rawValue), \(interval(of: test))")
        case .mantelHaenszel: say("Mantel-Haenszel, \(interval(of: test))")
        case .peto: say("Peto, \(interval(of: test))")
        }
    }

    /// REML, ad hoc Hartung-Knapp interval: one of the ways to pool that were tried; the common effect without an estimator.
    package func choice(_ estimator: TauSquaredEstimator?, _ test: PoolingTest) -> String {
        estimator.map { say("\($0.rawValue), \(interval(of: test))") } ?? say("common effect")
    }

    // MARK: Rows of a figure

    /// All studies, random effects
    package func allStudies(_ method: PoolingMethod) -> String {
        switch method {
        case .common: say("All studies, common effect")
        case .random: say("All studies, random effects")
        case .mantelHaenszel: say("All studies, Mantel-Haenszel")
        case .peto: say("All studies, Peto")
        }
    }

    /// 3 pooled studies, random effects
    package func pooledStudies(_ count: Int, _ method: PoolingMethod) -> String {
        switch method {
        case .common: say("\(numbers.count(count)) pooled studies, common effect")
        case .random: say("\(numbers.count(count)) pooled studies, random effects")
        case .mantelHaenszel: say("\(numbers.count(count)) pooled studies, Mantel-Haenszel")
        case .peto: say("\(numbers.count(count)) pooled studies, Peto")
        }
    }

    /// Experimental, 4 studies
    package func group(_ name: String, studies: Int) -> String { say("\(name), \(numbers.count(studies)) studies") }

    /// Overall effect: p = 0.03
    package func overallEffect(p: Double) -> String { say("Overall effect: \(pValue(p).keptTogether)") }

    /// Heterogeneity: Q = 1.14, df = 2, p = 0.57; I² = 0 %; τ² = 0.000
    ///
    /// - Parameters:
    ///   - iSquared: in per cent; nil for none.
    ///   - tauSquared: nil under a common effect.
    package func heterogeneity(q: Double, degreesOfFreedom: Int, p: Double, iSquared: Double?, tauSquared: Double?)
        -> String
    {
        say(
            "Heterogeneity: \(spread(q: q, degreesOfFreedom: degreesOfFreedom, p: p, iSquared: iSquared, tauSquared: tauSquared))"
        )
    }

    private func spread(q: Double, degreesOfFreedom: Int, p: Double, iSquared: Double?, tauSquared: Double?) -> String {
        sequence(
            [
                chiSquared(q, degreesOfFreedom: degreesOfFreedom, p: p), iSquared.map(self.iSquared),
                tauSquared.map(self.tauSquared),
            ].compactMap { $0?.keptTogether })
    }

    /// Test between groups: Q = 1.14, df = 1, p = 0.29; with so few studies a difference is easily missed
    package func betweenGroups(q: Double, degreesOfFreedom: Int, p: Double, isEasilyMissed: Bool) -> String {
        let test = chiSquared(q, degreesOfFreedom: degreesOfFreedom, p: p).keptTogether
        return isEasilyMissed
            ? say("Test between groups: \(test); with so few studies a difference is easily missed")
            : say("Test between groups: \(test)")
    }

    /// Diamonds of groups: random effects, REML within the group, Wald interval.
    package func groupDiamonds(_ method: PoolingMethod, _ test: PoolingTest) -> String {
        switch method {
        case .random(let estimator):
            say("Diamonds of groups: random effects, \(estimator.rawValue) within the group, \(interval(of: test)).")
        case .common, .mantelHaenszel, .peto:
            say("Diamonds of groups: common effect within the group, \(interval(of: test)).")
        }
    }

    /// No diamond for a group of fewer than three studies, which allow no ad hoc Hartung-Knapp interval.
    package func groupsWithoutDiamond(fewerThan fewest: Int, _ test: PoolingTest) -> String {
        say("No diamond for a group of fewer than \(inWords(fewest)) studies, which allow no \(interval(of: test)).")
    }

    // MARK: Beside the result

    /// 0.30 to 1.10 (Higgins-Thompson-Spiegelhalter, t with 1 degree of freedom)
    package func prediction(_ interval: IntervalText, _ convention: PredictionConvention, degreesOfFreedom: Int)
        -> String
    {
        let freedom =
            degreesOfFreedom == 1
            ? say("t with 1 degree of freedom") : say("t with \(numbers.count(degreesOfFreedom)) degrees of freedom")
        return switch convention {
        case .higginsThompsonSpiegelhalter:
            say("\(self.interval(interval)) (Higgins-Thompson-Spiegelhalter, \(freedom))")
        case .hartungKnapp: say("\(self.interval(interval)) (with the Hartung-Knapp standard error, \(freedom))")
        }
    }

    /// 0.013 (95 % CI 0.001 to 0.200)
    package func tauSquared(_ variance: Double, low: Double, high: Double, level: Double) -> String {
        let limits = IntervalText(low: numbers.variance(low), high: numbers.variance(high))
        return say("\(tauSquared(variance)) (\(intervalName(level: level)) \(interval(limits)))")
    }

    /// 0.013 (the Q-profile interval is empty …)
    package func tauSquaredWithoutInterval(_ variance: Double) -> String {
        say("\(tauSquared(variance)) (the Q-profile interval is empty: the studies agree more closely than chance)")
    }
}

extension String {
    /// With no place for a line to break.
    package var keptTogether: String { replacing(" ", with: "\u{A0}") }
}
