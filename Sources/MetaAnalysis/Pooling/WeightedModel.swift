/// A weighted linear model of the effects whose weights depend on τ²: 1 / (vᵢ + τ²).
///
/// Everything the estimators of τ² need of a model, in the notation of Viechtbauer (2005):
/// P = W − W X (XᵀWX)⁻¹ XᵀW.
protocol WeightedModel {
    /// Number of studies.
    var count: Int { get }
    /// Number of coefficients.
    var coefficientCount: Int { get }
    var studyNames: [String] { get }
    var smallestVariance: Double { get }
    /// Σ(yᵢ − ȳ)² / k, moderators or none.
    var crudeVariance: Double { get }
    /// The Hedges (1983) estimate, not truncated.
    var hedgesEstimate: Double { get }

    /// yᵀPy and yᵀPPy, the generalised Q and minus its derivative.
    func generalizedQ(at tauSquared: Double) -> (q: Double, slope: Double)
    func evaluate(at tauSquared: Double) -> ModelEvaluation
    /// Twice the log-likelihood at `tauSquared` less twice that at zero, restricted or not.
    func doubledLogLikelihoodGain(at tauSquared: Double, restricted: Bool) -> Double
}

/// The traces and quadratic forms of a model at one τ².
struct ModelEvaluation {
    /// yᵀPy.
    var q = 0.0
    /// yᵀPPy.
    var qq = 0.0
    /// yᵀPPPy.
    var qqq = 0.0
    /// tr P.
    var trace = 0.0
    /// tr PP.
    var squaredTrace = 0.0
    /// tr W.
    var weightSum = 0.0
    /// tr WW.
    var squaredWeightSum = 0.0
}
