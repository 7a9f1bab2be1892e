/// What an effect measures, and on which scale it is analysed.
package enum EffectMeasure: String, Sendable, Hashable, CaseIterable {
    case hazardRatio = "HR"
    case oddsRatio = "OR"
    case riskRatio = "RR"
    case riskDifference = "RD"
    case meanDifference = "MD"
    case standardizedMeanDifference = "SMD"
    case generic = "generic"

    /// Whether the measure is a ratio, analysed on the natural-log scale.
    package var isRatio: Bool {
        switch self {
        case .hazardRatio, .oddsRatio, .riskRatio: true
        case .riskDifference, .meanDifference, .standardizedMeanDifference, .generic: false
        }
    }

    /// The value that means no difference, as printed: 1 for ratios, 0 otherwise.
    package var nullValue: Double { isRatio ? 1 : 0 }

    /// From the printed to the analysis scale: the natural log of a ratio, anything else unchanged.
    ///
    /// - Throws: `notPositive` for a ratio of zero or less, or one that is not finite.
    package func analysisScale(_ printed: Double) throws(MetaAnalysisError) -> Double {
        guard isRatio else { return printed }
        guard printed > 0, printed.isFinite else { throw .notPositive(.ratio, value: printed) }
        return Elementary.log(printed)
    }

    /// From the analysis scale back to the printed one: the exponential for ratios.
    package func printedScale(_ analysed: Double) -> Double { isRatio ? Elementary.exp(analysed) : analysed }
}
