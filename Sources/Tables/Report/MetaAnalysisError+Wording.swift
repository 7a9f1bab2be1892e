import MetaAnalysis

extension MetaAnalysisError {
    /// A stable kebab-case name for the kind of problem.
    package var identifier: String {
        switch self {
        case .noStudies: "no-studies"
        case .tooFewStudies: "too-few-studies"
        case .estimateOutOfRange: "estimate-out-of-range"
        case .standardErrorOutOfRange: "standard-error-out-of-range"
        case .varianceOutOfRange: "variance-out-of-range"
        case .levelOutOfRange: "level-out-of-range"
        case .notPositive: "not-positive"
        case .pValueOutOfRange: "p-value-out-of-range"
        case .limitsOutOfOrder: "limits-out-of-order"
        case .outOfRange: "out-of-range"
        case .impossibleCounts: "impossible-counts"
        case .zeroCell: "zero-cell"
        case .noInformativeTable: "no-informative-table"
        case .nullEstimateWithPValue: "null-estimate-with-p"
        case .notConverged: "not-converged"
        case .singularDesign: "singular-design"
        case .invalidModerator: "invalid-moderator"
        case .groupCountMismatch: "group-count-mismatch"
        case .noVariation: "no-variation"
        case .measureNotSupported: "measure-not-supported"
        }
    }

    /// One plain sentence without a full stop.
    package var summary: String {
        switch self {
        case .noStudies: "there are no studies to pool"
        case .tooFewStudies(let procedure, let needed, let found):
            "\(procedure.name) needs at least \(needed) studies, and there are \(found)"
        case .estimateOutOfRange(let study, let value):
            "the effect\(of(study)) is \(value), not a number that can be pooled"
        case .standardErrorOutOfRange(let study, let value):
            "the standard error\(of(study)) is \(value), and must be positive and finite"
        case .varianceOutOfRange(let study, let value):
            "the variance\(of(study)) is \(value), and must be positive and finite"
        case .levelOutOfRange(let level): "a confidence level of \(level) is not between 0 and 1"
        case .notPositive(let quantity, let value): "\(quantity.name) is \(value), and must be positive"
        case .pValueOutOfRange(let p): "a p-value of \(p) gives no standard error"
        case .limitsOutOfOrder(let low, let high): "the lower limit \(low) is not below the upper limit \(high)"
        case .outOfRange(let quantity, let value, let low, let high):
            "\(quantity.name) is \(value), and must be between \(low) and \(high)"
        case .impossibleCounts(let events, let total): "\(plain(events)) events among \(plain(total)) are impossible"
        case .zeroCell: "a table with a zero cell has no ratio without a correction"
        case .noInformativeTable(let procedure): "no study has the events that \(procedure.name) needs"
        case .nullEstimateWithPValue: "an estimate of no difference has no standard error from its p-value"
        case .notConverged(let procedure, let studies):
            "\(procedure.name) did not settle for \(studies.count) studies, the first of them '\(studies.first ?? "")'"
        case .singularDesign(let procedure, let moderators):
            "\(procedure.name) cannot tell its moderators apart: \(moderators.map { "'\($0)'" }.joined(separator: ", "))"
        case .invalidModerator(let name): "the moderator '\(name)' does not have one finite number for each study"
        case .groupCountMismatch(let studies, let groups): "there are \(groups) group labels for \(studies) studies"
        case .noVariation(let procedure): "\(procedure.name) is not defined when all studies are the same"
        case .measureNotSupported(let measure, let procedure):
            "\(procedure.name) does not go with the measure \(measure.rawValue)"
        }
    }

    private func of(_ study: String) -> String { study.isEmpty ? "" : " of '\(study)'" }
    private func plain(_ count: Double) -> String {
        count == count.rounded() && abs(count) < 1e15 ? String(Int64(count)) : "\(count)"
    }
}

extension MetaAnalysisError.Procedure {
    /// As in a sentence.
    package var name: String {
        switch self {
        case .pooling(let estimator): "pooling with \(estimator.rawValue)"
        case .commonEffect: "pooling"
        case .hartungKnapp: "the Hartung–Knapp interval"
        case .predictionInterval: "a prediction interval"
        case .tauSquaredInterval: "the interval of τ²"
        case .heterogeneityInterval: "the interval of I²"
        case .mantelHaenszel: "the Mantel–Haenszel method"
        case .peto: "Peto's method"
        case .subgroups: "a comparison of subgroups"
        case .metaRegression: "meta-regression"
        case .leaveOneOut: "leave-one-out"
        case .egger: "Egger's test"
        case .rankTest: "the rank test"
        case .trimAndFill: "trim and fill"
        case .effectSize: "an effect size"
        }
    }
}

extension MetaAnalysisError.Quantity {
    /// As in a sentence.
    package var name: String {
        switch self {
        case .ratio: "a ratio or its limit"
        case .observedMinusExpectedVariance: "the variance of O − E"
        case .standardDeviation: "a standard deviation"
        case .sampleSize: "a number of people"
        case .survival: "survival"
        case .events: "the number of events"
        }
    }
}
