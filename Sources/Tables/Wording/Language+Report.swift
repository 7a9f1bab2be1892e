import MetaAnalysis
import Text

/// What `atlas pool` says of a table.
extension Language {
    /// Random effects (REML, Wald interval): HR 0.92 (95 % CI 0.81 to 1.03), p = 0.15
    func result(of method: PoolingMethod, _ test: PoolingTest, _ result: String, p: Double?) -> String {
        let ending = p.map { say("\(result), \(pValue($0))") } ?? result
        return switch method {
        case .random(let estimator): say("Random effects (\(estimator.rawValue), \(interval(of: test))): \(ending)")
        case .common: say("Common effect: \(ending)")
        case .mantelHaenszel: say("Mantel-Haenszel: \(ending)")
        case .peto: say("Peto: \(ending)")
        }
    }

    func predictionInterval(_ interval: String) -> String { say("Prediction interval: \(interval)") }
    func heterogeneity(_ text: String) -> String { say("Heterogeneity: \(text)") }

    var subgroups: String { say("Subgroups:") }

    /// Experimental (4): 0.92 (0.81 to 1.03)
    func groupResult(_ group: String, studies: Int, _ result: String?, test: PoolingTest) -> String {
        result.map { say("  \(group) (\(numbers.count(studies))): \($0)") }
            ?? say("  \(group) (\(numbers.count(studies))): too few studies for the \(interval(of: test))")
    }

    func betweenSubgroups(_ test: String) -> String { say("  Between subgroups: \(test)") }

    var regression: String { say("Meta-regression, on the analysis scale:") }

    func coefficient(_ name: String, _ estimate: String, p: Double?) -> String {
        p.map { say("  \(name): \(estimate), \(pValue($0))") } ?? say("  \(name): \(estimate)")
    }

    func egger(bias: Double, p: Double?) -> String {
        let bias = numbers.statistic(bias)
        return p.map { say("Egger's test: bias \(bias), \(pValue($0))") } ?? say("Egger's test: bias \(bias)")
    }

    func trimAndFill(_ estimator: String, filled: Int, side: TrimAndFill.Side, _ result: String) -> String {
        let number = numbers.count(filled)
        switch (side, filled) {
        case (.left, 1): return say("Trim and fill (\(estimator)): 1 study supplied on the left, \(result)")
        case (.right, 1): return say("Trim and fill (\(estimator)): 1 study supplied on the right, \(result)")
        case (.left, _): return say("Trim and fill (\(estimator)): \(number) studies supplied on the left, \(result)")
        case (.right, _): return say("Trim and fill (\(estimator)): \(number) studies supplied on the right, \(result)")
        }
    }

    var notEstimable: String { say("not estimable") }
    var notEstimableNotPooled: String { say("not estimable, not pooled") }

    func note(_ text: String) -> String { say("Note: \(text).") }
    func notComputed(_ part: String) -> String { say("Not computed from these data: \(part).") }

    /// The interval of Alpha is shown as printed, 0.70 to 1.10, and analysed as 0.72 to 1.13
    package func analysedInterval(of study: String, printed: IntervalText, analysed: IntervalText) -> String {
        say(
            "the interval of \(study) is shown as printed, \(interval(printed)), and analysed as \(interval(analysed)), in the middle of which its estimate lies"
        )
    }

    /// What must be known beside a result.
    ///
    /// - Parameter test: of the pooled result.
    func caution(_ caution: InterpretationPolicy.Caution, _ test: PoolingTest) -> String {
        switch caution {
        case .singleStudy: say("one study; there is nothing to pool")
        case .twoStudies where test == .wald:
            say("two studies; how much effects vary between studies is unknown, and the interval ignores it")
        case .twoStudies:
            say(
                "two studies; how much effects vary between studies is unknown, and the interval rests on what two can tell of it"
            )
        case .fewStudies: say("fewer than five studies; how much effects vary between studies is hardly known")
        case .zeroWidthInterval:
            say(
                "the studies agree so exactly that the Hartung-Knapp interval has no width; that is a defect of the method, not precision"
            )
        case .emptyTauSquaredInterval: say("the studies agree more closely than chance allows at this level")
        case .regressionOnFewStudies: say("a regression on fewer than ten studies")
        case .tooManyForInfluence: say("too many studies for leave-one-out and cumulative analyses")
        case .notEstimable: say("studies that are not estimable are shown and not pooled")
        case .continuityCorrection: say("tables with a zero cell had a half added to each cell")
        }
    }
}
