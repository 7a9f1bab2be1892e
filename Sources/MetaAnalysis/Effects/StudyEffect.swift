/// One study's effect, ready to be pooled: the analysis scale (logs for ratios) throughout.
public struct StudyEffect: Sendable, Hashable {
    /// The study's name; it appears in errors and reports.
    public let study: String
    public let estimate: Double
    public let standardError: Double

    public var variance: Double { standardError * standardError }
    public var effect: EffectEstimate { EffectEstimate(estimate: estimate, standardError: standardError) }

    /// - Parameters:
    ///   - estimate: on the analysis scale.
    ///   - standardError: on the analysis scale, positive.
    /// - Throws: `estimateOutOfRange` or `standardErrorOutOfRange`.
    public init(study: String, estimate: Double, standardError: Double) throws(MetaAnalysisError) {
        guard abs(estimate) <= 1e30 else { throw .estimateOutOfRange(study: study, value: estimate) }
        guard standardError >= 1e-30, standardError <= 1e30 else {
            throw .standardErrorOutOfRange(study: study, value: standardError)
        }
        self.study = study
        self.estimate = estimate
        self.standardError = standardError
    }

    /// - Parameter variance: the squared standard error.
    /// - Throws: `estimateOutOfRange` or `standardErrorOutOfRange`.
    public init(study: String, estimate: Double, variance: Double) throws(MetaAnalysisError) {
        guard variance > 0 else { throw .standardErrorOutOfRange(study: study, value: variance) }
        try self.init(study: study, estimate: estimate, standardError: variance.squareRoot())
    }

    /// - Throws: `estimateOutOfRange` or `standardErrorOutOfRange`.
    public init(study: String, effect: EffectEstimate) throws(MetaAnalysisError) {
        try self.init(study: study, estimate: effect.estimate, standardError: effect.standardError)
    }
}
