import MetaAnalysis
import TestSupport
import Testing

/// Against values computed with 40 digits (Vectors/distributions.py).
@Suite("Distributions")
struct DistributionTests {
    let reference: JSON

    init() throws {
        reference = try ReferenceFile("distributions.json").root
    }

    private func check(
        _ value: Double, _ expected: JSON, _ name: @autoclosure () -> String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let expected = try #require(Double(expected.string))
        let error = abs(value - expected) / max(abs(expected), .leastNormalMagnitude)
        #expect(
            error < 1e-12 || value == expected, "\(name()): \(value), expected \(expected)",
            sourceLocation: sourceLocation)
    }

    @Test("Normal")
    func normal() throws {
        for row in reference["normal"].array {
            let x = try #require(row["x"].number)
            try check(NormalDistribution.cdf(x), row["lower"], "Φ(\(x))")
            try check(NormalDistribution.upperTail(x), row["upper"], "1 − Φ(\(x))")
        }
        for row in reference["normalQuantile"].array {
            let p = try #require(row["p"].number)
            try check(NormalDistribution.upperQuantile(p), row["upper"], "z(\(p))")
            #expect(NormalDistribution.quantile(p) == -NormalDistribution.upperQuantile(p))
        }
        #expect(abs(NormalDistribution.criticalValue(level: 0.95) - 1.959963984540054) < 1e-15)
        #expect(NormalDistribution.quantile(0) == -.infinity && NormalDistribution.quantile(1) == .infinity)
    }

    @Test("Student's t")
    func student() throws {
        #expect(reference["student"].array.count > 90)
        for row in reference["student"].array {
            let (df, x) = try (#require(row["df"].number), #require(row["x"].number))
            let t = StudentDistribution(degreesOfFreedom: df)
            try check(t.upperTail(x), row["upper"], "t(\(df)) at \(x)")
            #expect(t.cdf(-x) == t.upperTail(x))
        }
        for row in reference["studentQuantile"].array {
            let (df, p) = try (#require(row["df"].number), #require(row["p"].number))
            let t = StudentDistribution(degreesOfFreedom: df)
            try check(t.upperQuantile(p), row["upper"], "t(\(df)) quantile \(p)")
        }
    }

    @Test("χ²")
    func chiSquared() throws {
        #expect(reference["chiSquared"].array.count > 80)
        for row in reference["chiSquared"].array {
            let (df, x) = try (#require(row["df"].number), #require(row["x"].number))
            let chi = ChiSquaredDistribution(degreesOfFreedom: df)
            try check(chi.cdf(x), row["lower"], "χ²(\(df)) below \(x)")
            try check(chi.upperTail(x), row["upper"], "χ²(\(df)) above \(x)")
        }
        for row in reference["chiSquaredQuantile"].array {
            let (df, p) = try (#require(row["df"].number), #require(row["p"].number))
            let chi = ChiSquaredDistribution(degreesOfFreedom: df)
            try check(chi.upperQuantile(p), row["upper"], "χ²(\(df)) upper quantile \(p)")
            if !row["lower"].isMissing { try check(chi.quantile(p), row["lower"], "χ²(\(df)) quantile \(p)") }
        }
    }

    @Test("F")
    func fisher() throws {
        #expect(reference["f"].array.count > 60)
        for row in reference["f"].array {
            let (m, n) = try (#require(row["m"].number), #require(row["n"].number))
            let x = try #require(row["x"].number)
            let f = FDistribution(numerator: m, denominator: n)
            try check(f.cdf(x), row["lower"], "F(\(m), \(n)) below \(x)")
            try check(f.upperTail(x), row["upper"], "F(\(m), \(n)) above \(x)")
        }
        for row in reference["fQuantile"].array {
            let (m, n) = try (#require(row["m"].number), #require(row["n"].number))
            let p = try #require(row["p"].number)
            try check(
                FDistribution(numerator: m, denominator: n).upperQuantile(p), row["upper"],
                "F(\(m), \(n)) quantile \(p)")
        }
    }

    @Test("Extreme arguments give limits, not NaN")
    func extremes() {
        let values = [
            StudentDistribution(degreesOfFreedom: 3).upperTail(1e200),
            StudentDistribution(degreesOfFreedom: 3).upperTail(-.infinity),
            StudentDistribution(degreesOfFreedom: 1e9).upperTail(2),
            StudentDistribution(degreesOfFreedom: 5).density(0),
            StudentDistribution(degreesOfFreedom: 1).upperQuantile(1e-300),
            ChiSquaredDistribution(degreesOfFreedom: 1e6).upperTail(1e6),
            ChiSquaredDistribution(degreesOfFreedom: 1).upperTail(1e5),
            ChiSquaredDistribution(degreesOfFreedom: 2).cdf(.infinity),
            ChiSquaredDistribution(degreesOfFreedom: 1).quantile(1e-200),
            FDistribution(numerator: 3, denominator: 4).upperTail(.infinity),
            FDistribution(numerator: 1, denominator: 1).upperQuantile(1e-100),
        ]
        #expect(values.allSatisfy { !$0.isNaN && $0 >= 0 })
    }
}
