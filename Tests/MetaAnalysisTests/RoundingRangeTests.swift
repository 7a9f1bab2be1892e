import Testing

@testable import MetaAnalysis

/// How far rounding can move a pooled result, against trying everything.
@Suite("The range that rounding allows")
struct RoundingRangeTests {
    /// Three trials with ratios printed to two decimals: of each the ends of its estimate and of its standard error.
    static let figures: [RoundingRange.Figures] = [
        .init(estimate: (-1.064)...(-1.036), standardError: 0.352...0.391),
        .init(estimate: (-1.221)...(-1.187), standardError: 0.441...0.493),
        .init(estimate: (-0.703)...(-0.683), standardError: 0.262...0.291),
    ]

    /// The extremes of a result over so many values of each figure, evenly from end to end.
    private func exhaustive(_ options: Pool.Options, steps: Int) throws -> (low: [Double], high: [Double]) {
        let coordinates = 2 * Self.figures.count
        var (least, most) = ([Double](repeating: .infinity, count: 3), [Double](repeating: -.infinity, count: 3))
        var position = [Int](repeating: 0, count: coordinates)
        while true {
            func at(_ range: ClosedRange<Double>, _ index: Int) -> Double {
                range.lowerBound + (range.upperBound - range.lowerBound) * Double(position[index]) / Double(steps - 1)
            }
            let studies = try Self.figures.enumerated().map { index, figure in
                try StudyEffect(
                    study: "\(index)", estimate: at(figure.estimate, 2 * index),
                    standardError: at(figure.standardError, 2 * index + 1))
            }
            let pooled = try options.estimate(studies)
            for (index, value) in [pooled.estimate, pooled.interval.low, pooled.interval.high].enumerated() {
                least[index] = min(least[index], value)
                most[index] = max(most[index], value)
            }
            guard let next = position.firstIndex(where: { $0 < steps - 1 }) else { return (least, most) }
            position[next] += 1
            for index in 0..<next { position[index] = 0 }
        }
    }

    private func ends(_ range: RoundingRange) -> (low: [Double], high: [Double]) {
        let ranges = [range.estimate, range.low, range.high]
        return (ranges.map(\.lowerBound), ranges.map(\.upperBound))
    }

    @Test("Under a common effect it is what all corners together reach, no less and no more")
    func commonEffect() throws {
        let options = Pool.Options(method: .common)
        let found = ends(try #require(try RoundingRange(Self.figures, options: options)))
        let expected = try exhaustive(options, steps: 2)
        for index in 0..<3 {
            #expect(abs(found.low[index] - expected.low[index]) < 1e-9)
            #expect(abs(found.high[index] - expected.high[index]) < 1e-9)
        }
    }

    @Test(
        "Under random effects nothing that rounding allows lies outside of it",
        arguments: [PoolingTest.wald, .adHocHartungKnapp])
    func randomEffects(test: PoolingTest) throws {
        let options = Pool.Options(method: .random(.restrictedMaximumLikelihood), test: test)
        let found = ends(try #require(try RoundingRange(Self.figures, options: options)))
        let expected = try exhaustive(options, steps: 3)
        for index in 0..<3 {
            #expect(found.low[index] <= expected.low[index] + 1e-6)
            #expect(found.high[index] >= expected.high[index] - 1e-6)
            // And it is no wider than a finer grid explains.
            #expect(found.low[index] > expected.low[index] - 0.02)
            #expect(found.high[index] < expected.high[index] + 0.02)
        }
    }
}
