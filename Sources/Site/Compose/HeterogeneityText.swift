import Evidence
import MetaAnalysis

/// How far studies differ, in one line below a plot.
struct HeterogeneityText {
    private let found: Heterogeneity
    private let iSquared: Double
    private let tauSquared: Double?

    /// - Parameters:
    ///   - iSquared: in per cent.
    ///   - tauSquared: nil under a common effect.
    init(_ found: Heterogeneity, iSquared: Double, tauSquared: Double?) {
        self.found = found
        self.iSquared = iSquared
        self.tauSquared = tauSquared
    }

    /// "Heterogeneity: Q = 1.14, df = 2, p = 0.57; I² = 0 %; τ² = 0.000"
    var line: String {
        var parts = [
            "Q = \(ValueText.fixed(found.q, decimals: 2)), df = \(found.degreesOfFreedom), \(ValueText.pValue(found.pValue))",
            "I² = \(Self.percent(iSquared))",
        ]
        if let tauSquared { parts.append("τ² = \(Self.variance(tauSquared))") }
        return "Heterogeneity: " + parts.map(\.whole).joined(separator: "; ")
    }

    /// I² as a whole percentage that is 100 only if all is heterogeneity.
    static func percent(_ iSquared: Double) -> String {
        iSquared > 99.5 && iSquared < 100 ? ">99\u{202F}%" : "\(ValueText.fixed(iSquared, decimals: 0))\u{202F}%"
    }

    /// τ² with three decimals, and with two significant digits where those would be zeros.
    static func variance(_ tauSquared: Double) -> String {
        var decimals = 3
        var limit = 0.00995
        while tauSquared > 0, tauSquared < limit, decimals < 8 {
            decimals += 1
            limit /= 10
        }
        return ValueText.fixed(tauSquared, decimals: decimals)
    }
}

extension String {
    /// With no place for a line to break.
    var whole: String { replacing(" ", with: "\u{A0}") }
}
