/// The standard normal distribution.
package enum NormalDistribution {
    /// Φ(z), the probability below z.
    package static func cdf(_ z: Double) -> Double {
        0.5 * Elementary.erfc(-z * 0.707106781186547524400844362105)
    }

    /// 1 − Φ(z), the probability above z, to full relative accuracy far into the tail.
    package static func upperTail(_ z: Double) -> Double { cdf(-z) }

    /// The two-sided p-value of a z statistic.
    package static func twoSidedP(_ z: Double) -> Double { min(1, 2 * cdf(-abs(z))) }

    /// The z whose lower tail is `p`; −∞ at 0 and ∞ at 1.
    ///
    /// Source: M. J. Wichura (1988), Algorithm AS 241 (PPND16), accurate to about 1e-16.
    package static func quantile(_ p: Double) -> Double {
        if p <= 0 { return -.infinity }
        if p >= 1 { return .infinity }
        let q = p - 0.5
        if abs(q) <= 0.425 {
            let r = 0.180625 - q * q
            return q * polynomial(r, central.numerator) / polynomial(r, central.denominator)
        }
        let tail = tailQuantile(q < 0 ? p : 1 - p)
        return q < 0 ? -tail : tail
    }

    /// The z whose upper tail is `p`, accurate for tiny tails.
    package static func upperQuantile(_ p: Double) -> Double {
        if p < 0.075 && p > 0 { return tailQuantile(p) }
        return -quantile(p)
    }

    /// The critical value of a two-sided interval of this level (0.95 gives 1.959963984540054).
    ///
    /// - Parameter level: the coverage as a proportion, in (0, 1).
    package static func criticalValue(level: Double) -> Double { upperQuantile((1 - level) / 2) }

    private static func tailQuantile(_ p: Double) -> Double {
        let r = (-Elementary.log(p)).squareRoot()
        return r <= 5
            ? polynomial(r - 1.6, near.numerator) / polynomial(r - 1.6, near.denominator)
            : polynomial(r - 5, far.numerator) / polynomial(r - 5, far.denominator)
    }

    private static func polynomial(_ x: Double, _ c: Coefficients) -> Double {
        ((((((c.7 * x + c.6) * x + c.5) * x + c.4) * x + c.3) * x + c.2) * x + c.1) * x + c.0
    }

    private typealias Coefficients = (Double, Double, Double, Double, Double, Double, Double, Double)
    private typealias Rational = (numerator: Coefficients, denominator: Coefficients)

    private static let central: Rational = (
        (
            3.3871328727963666080, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
            4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3
        ),
        (
            1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
            2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3
        )
    )
    private static let near: Rational = (
        (
            1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
            1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4
        ),
        (
            1, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1,
            1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9
        )
    )
    private static let far: Rational = (
        (
            6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1,
            2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7
        ),
        (
            1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
            7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15
        )
    )
}
