/// How the pooled effect is tested and its interval made under random effects.
package enum PoolingTest: String, Sendable, Hashable, CaseIterable {
    /// A normal (Wald) interval.
    case wald = "z"
    /// Hartung & Knapp (2001), Sidik & Jonkman (2002): a scaled standard error and t with k − 1 degrees of freedom.
    case hartungKnapp = "knha"
    /// Hartung–Knapp with the scale never below one, so that the standard error is never below Wald's
    /// (Knapp & Hartung 2003).
    case adHocHartungKnapp = "adhoc"
}
