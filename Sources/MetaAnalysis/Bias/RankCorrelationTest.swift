/// Begg & Mazumdar's (1994) rank test of funnel-plot asymmetry.
package struct RankCorrelationTest: Sendable, Hashable {
    /// Kendall's τ_b between the standardised effects and their variances.
    package let kendallTau: Double
    /// Two-sided.
    package let pValue: Double
    /// Whether the p-value is from the exact distribution rather than the normal approximation.
    package let isExact: Bool

    /// The most studies for which the exact distribution is computed.
    static let exactLimit = 200

    /// The p-value is exact when there are no ties, as in metafor (up to 200 studies), and otherwise from the normal
    /// approximation with the variance corrected for ties (Kendall 1970, ch. 4).
    ///
    /// - Parameter studies: at least three; fewer than ten cannot tell bias from chance.
    /// - Throws: `tooFewStudies`; `noVariation` when all effects or all variances are equal.
    package init(_ studies: [StudyEffect]) throws(MetaAnalysisError) {
        let n = studies.count
        guard n >= 3 else { throw .tooFewStudies(.rankTest, needed: 3, found: n) }
        let model = try LocationModel(studies)
        let (mean, weightSum) = model.location(at: 0)
        let variances = studies.map(\.variance)
        var standardized: [Double] = []
        for study in studies {
            let variance = study.variance - 1 / weightSum
            guard variance > 0 else { throw .noVariation(.rankTest) }
            standardized.append((study.estimate - mean) / variance.squareRoot())
        }
        var score = 0
        for i in 0..<n {
            for j in 0..<i {
                score += Self.sign(standardized[i] - standardized[j]) * Self.sign(variances[i] - variances[j])
            }
        }
        let (effectTies, varianceTies) = (Self.ties(standardized), Self.ties(variances))
        let pairs = Double(n) * Double(n - 1) / 2
        let effectPairs = pairs - effectTies.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
        let variancePairs = pairs - varianceTies.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
        guard effectPairs > 0, variancePairs > 0 else { throw .noVariation(.rankTest) }
        kendallTau = Double(score) / (effectPairs * variancePairs).squareRoot()
        isExact = effectTies.isEmpty && varianceTies.isEmpty && n <= Self.exactLimit
        if isExact {
            pValue = Self.exactPValue(score: score, count: n)
        } else {
            let variance = Self.variance(Double(n), effectTies, varianceTies)
            pValue = NormalDistribution.twoSidedP(Double(score) / variance.squareRoot())
        }
    }

    private static func sign(_ x: Double) -> Int { x > 0 ? 1 : x < 0 ? -1 : 0 }

    /// The sizes of groups of equal values.
    private static func ties(_ values: [Double]) -> [Double] {
        var sizes: [Double] = []
        var run = 1.0
        let sorted = values.sorted()
        for index in 1..<sorted.count {
            if sorted[index] == sorted[index - 1] {
                run += 1
            } else {
                if run > 1 { sizes.append(run) }
                run = 1
            }
        }
        if run > 1 { sizes.append(run) }
        return sizes
    }

    /// The variance of the score with ties (Kendall 1970, ch. 4).
    private static func variance(_ n: Double, _ x: [Double], _ y: [Double]) -> Double {
        func sum(_ ties: [Double], _ term: (Double) -> Double) -> Double { ties.reduce(0) { $0 + term($1) } }
        let main =
            n * (n - 1) * (2 * n + 5)
            - sum(x) { $0 * ($0 - 1) * (2 * $0 + 5) } - sum(y) { $0 * ($0 - 1) * (2 * $0 + 5) }
        let second = sum(x) { $0 * ($0 - 1) } * sum(y) { $0 * ($0 - 1) }
        let third = sum(x) { $0 * ($0 - 1) * ($0 - 2) } * sum(y) { $0 * ($0 - 1) * ($0 - 2) }
        return main / 18 + second / (2 * n * (n - 1)) + third / (9 * n * (n - 1) * (n - 2))
    }

    /// Twice the smaller tail of Kendall's score, from the distribution of the number of inversions
    /// (Kendall 1970, ch. 5).
    static func exactPValue(score: Int, count n: Int) -> Double {
        let pairs = n * (n - 1) / 2
        let concordant = (pairs + score) / 2
        // The distribution is symmetric, so the smaller tail is the lower one of the nearer end.
        let nearer = min(concordant, pairs - concordant)
        var probabilities = [1.0]
        for size in 2...n {
            let length = min(nearer, size * (size - 1) / 2) + 1
            var next = [Double](repeating: 0, count: length)
            var window = 0.0
            for k in 0..<length {
                if k < probabilities.count { window += probabilities[k] }
                if k >= size { window -= probabilities[k - size] }
                next[k] = window / Double(size)
            }
            probabilities = next
        }
        return min(1, 2 * probabilities.reduce(0, +))
    }
}
