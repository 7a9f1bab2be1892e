/// How the variance between studies, τ², is estimated.
package enum TauSquaredEstimator: String, Sendable, Hashable, CaseIterable {
    /// DerSimonian & Laird (1986), moments of Q: max(0, (Q − (k − 1)) / (Σw − Σw²/Σw)), w = 1/v.
    case derSimonianLaird = "DL"
    /// Paule & Mandel (1982): the τ² at which the generalised Q equals its degrees of freedom.
    case pauleMandel = "PM"
    /// Restricted maximum likelihood (Viechtbauer 2005): the root of yᵀPPy = tr P that Fisher scoring reaches.
    case restrictedMaximumLikelihood = "REML"
    /// Maximum likelihood (Hardy & Thompson 1996): the root of yᵀPPy = tr W.
    case maximumLikelihood = "ML"
    /// Empirical Bayes (Morris 1983): the same root as Paule–Mandel.
    case empiricalBayes = "EB"
    /// Sidik & Jonkman (2005), two steps from the crude variance Σ(yᵢ − ȳ)²/k.
    case sidikJonkman = "SJ"
    /// Hedges (1983), the variance-components (Cochran ANOVA) estimator: Σ(yᵢ − ȳ)²/(k − 1) less the mean of the vᵢ.
    case hedges = "HE"
}
