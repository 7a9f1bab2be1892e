/// Funnel, Galbraith and Baujat plots.
extension Language {
    package var standardErrorHeader: String { say("Standard error") }
    package var standardErrorOfLogarithmHeader: String { say("Standard error of the logarithm") }
    package var precisionHeader: String { say("Precision (1 / standard error)") }
    package var zValueHeader: String { say("z-value (distance from no effect in standard errors)") }

    /// Trial 2: hazard ratio 0.85, standard error 0.123
    package func funnelPoint(_ study: String, measure: String, _ estimate: String, standardError: String) -> String {
        say("\(study): \(measure) \(estimate), standard error \(standardError)")
    }

    /// The regions of a funnel, from the middle outwards.
    package var funnelRegions: [String] {
        let (p10, p05, p01) = (
            numbers.fixed(0.1, decimals: 2), numbers.fixed(0.05, decimals: 2), numbers.fixed(0.01, decimals: 2)
        )
        return [say("p > \(p10)"), say("\(p05) to \(p10)"), say("\(p01) to \(p05)"), say("p < \(p01)")]
    }

    package var explainsFunnelLines: String {
        say("Dashed line: pooled estimate; thin lines: its \(numbers.level(0.95)) limits by standard error.")
    }

    package var explainsGalbraithLines: String {
        say(
            "Dashed line: pooled estimate; studies beyond the thin lines differ from it by more than \(numbers.fixed(1.96, decimals: 2)) of their standard errors."
        )
    }

    // MARK: Baujat

    package var contributionAxis: String { say("Contribution to heterogeneity (part of Q)") }
    package var influenceAxis: String { say("Influence on the pooled estimate") }
    package var contributionHeader: String { say("Contribution to Q") }
    package var influenceHeader: String { say("Influence") }

    /// Trial 2: contribution to Q 1.20, influence 0.34
    package func baujatPoint(_ study: String, contribution: String, influence: String) -> String {
        say("\(study): contribution to Q \(contribution), influence \(influence)")
    }
}
