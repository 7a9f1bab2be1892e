/// How the variance between studies, τ², is estimated.
public enum TauSquaredEstimator: String, Sendable, Hashable, CaseIterable {
    /// DerSimonian & Laird (1986), eq. 8: moments of Q with inverse-variance weights.
    case derSimonianLaird = "DL"
    /// Paule & Mandel (1982): the τ² at which the generalised Q equals its degrees of freedom.
    case pauleMandel = "PM"
    /// Restricted maximum likelihood (Raudenbush 2009; Viechtbauer 2005, eq. 7).
    case restrictedMaximumLikelihood = "REML"
    /// Maximum likelihood (Hardy & Thompson 1996).
    case maximumLikelihood = "ML"
    /// Empirical Bayes (Morris 1983): the same root as Paule–Mandel.
    case empiricalBayes = "EB"
    /// Sidik & Jonkman (2005), two steps from the crude variance Σ(yᵢ − ȳ)²/k.
    case sidikJonkman = "SJ"
    /// Hedges (1983), the variance-components (Cochran ANOVA) estimator.
    case hedges = "HE"
}
