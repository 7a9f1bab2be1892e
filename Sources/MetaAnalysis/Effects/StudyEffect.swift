/// One study's effect, ready to be pooled: the analysis scale (logs for ratios) throughout.
package struct StudyEffect: Sendable, Hashable {
    /// The study's name; it appears in errors and reports.
    package let study: String
    package let effect: EffectEstimate

    package var estimate: Double { effect.estimate }
    package var standardError: Double { effect.standardError }
    package var variance: Double { effect.variance }

    /// - Parameters:
    ///   - estimate: on the analysis scale.
    ///   - standardError: on the analysis scale, positive.
    /// - Throws: `estimateOutOfRange` or `standardErrorOutOfRange`.
    package init(study: String, estimate: Double, standardError: Double) throws(MetaAnalysisError) {
        try self.init(study: study, effect: EffectEstimate(estimate: estimate, standardError: standardError))
    }

    /// - Parameter variance: the squared standard error.
    /// - Throws: `estimateOutOfRange` or `varianceOutOfRange`.
    package init(study: String, estimate: Double, variance: Double) throws(MetaAnalysisError) {
        guard variance >= 1e-60, variance <= 1e60 else { throw .varianceOutOfRange(study: study, value: variance) }
        try self.init(study: study, effect: EffectEstimate(estimate: estimate, variance: variance))
    }

    /// - Throws: `estimateOutOfRange` or `standardErrorOutOfRange`.
    package init(study: String, effect: EffectEstimate) throws(MetaAnalysisError) {
        guard abs(effect.estimate) <= 1e30 else { throw .estimateOutOfRange(study: study, value: effect.estimate) }
        guard effect.standardError >= 1e-30, effect.standardError <= 1e30 else {
            throw .standardErrorOutOfRange(study: study, value: effect.standardError)
        }
        self.study = study
        self.effect = effect
    }
}
