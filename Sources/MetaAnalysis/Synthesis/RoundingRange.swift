/// How far rounding of the printed figures alone can move a pooled result, on the analysis scale.
package struct RoundingRange: Sendable, Hashable {
    package private(set) var estimate: ClosedRange<Double>
    /// Of the interval's limits.
    package private(set) var low: ClosedRange<Double>
    package private(set) var high: ClosedRange<Double>

    /// The most studies for which it is looked for.
    package static let mostStudies = 8

    /// What one study may have been before its figures were rounded.
    package struct Figures: Sendable, Hashable {
        package var estimate: ClosedRange<Double>
        package var standardError: ClosedRange<Double>

        package init(estimate: ClosedRange<Double>, standardError: ClosedRange<Double>) {
            self.estimate = estimate
            self.standardError = standardError
        }
    }

    /// Pools again, with the variance between studies estimated anew each time, where the studies' estimates and errors are
    /// at the ends of what they may have been; then moves one figure after the other, to its ends and between them, as long
    /// as that moves the result further out.
    ///
    /// Under a common effect the extremes are at such corners. Under random effects every estimate moves τ² as well, so that
    /// each has to be tried at both ends on its own. At most some two thousand fits.
    ///
    /// - Returns: nil for more than ``mostStudies``.
    /// - Throws: what pooling throws.
    package init?(_ figures: [Figures], options: Pool.Options) throws(MetaAnalysisError) {
        guard !figures.isEmpty, figures.count <= Self.mostStudies else { return nil }
        var search = RoundingSearch(figures, options)
        try search.tryCorners()
        for target in RoundingSearch.targets.indices { try search.climb(target) }
        guard let found = search.range else { return nil }
        self = found
    }

    fileprivate init(_ pooled: PooledEstimate) {
        estimate = pooled.estimate...pooled.estimate
        low = pooled.interval.low...pooled.interval.low
        high = pooled.interval.high...pooled.interval.high
    }

    fileprivate mutating func include(_ pooled: PooledEstimate) {
        func extended(_ range: ClosedRange<Double>, _ value: Double) -> ClosedRange<Double> {
            min(range.lowerBound, value)...max(range.upperBound, value)
        }
        estimate = extended(estimate, pooled.estimate)
        low = extended(low, pooled.interval.low)
        high = extended(high, pooled.interval.high)
    }
}

/// Looks for the figures that move a pooled result furthest.
private struct RoundingSearch {
    /// What is to be as large as possible: each of the three numbers of a result, and its negative.
    static let targets: [@Sendable (PooledEstimate) -> Double] = [
        { $0.estimate }, { -$0.estimate }, { $0.interval.low }, { -$0.interval.low }, { $0.interval.high },
        { -$0.interval.high },
    ]

    private let figures: [RoundingRange.Figures]
    private let options: Pool.Options
    private(set) var range: RoundingRange?
    /// For each target the best value so far and where it was found: shares of the way from the lower to the upper end, for
    /// each study of its estimate and of its error.
    private var best: [(value: Double, position: [Double])] = []

    init(_ figures: [RoundingRange.Figures], _ options: Pool.Options) {
        self.figures = figures
        self.options = options
        best = Self.targets.map { _ in (-.infinity, []) }
    }

    /// Every end of every error, with every end of every estimate for up to four studies, and with all estimates at the same
    /// end for more.
    mutating func tryCorners() throws(MetaAnalysisError) {
        let count = figures.count
        let estimates = count <= 4 ? Array(0..<(1 << count)) : [0, (1 << count) - 1]
        for corner in 0..<(1 << count) {
            for estimate in estimates {
                var position: [Double] = []
                for index in 0..<count {
                    position.append(estimate & (1 << index) == 0 ? 0 : 1)
                    position.append(corner & (1 << index) == 0 ? 0 : 1)
                }
                try visit(position)
            }
        }
    }

    /// Moves one figure at a time from the best position of a target, until none moves it further.
    mutating func climb(_ index: Int) throws(MetaAnalysisError) {
        for sweep in 0..<4 {
            let before = best[index].value
            for coordinate in 0..<(2 * figures.count) {
                for share in sweep == 0 ? [0, 0.25, 0.5, 0.75, 1] : [0, 0.5, 1] {
                    var position = best[index].position
                    guard position[coordinate] != share else { continue }
                    position[coordinate] = share
                    try visit(position)
                }
            }
            if best[index].value <= before { return }
        }
    }

    private mutating func visit(_ position: [Double]) throws(MetaAnalysisError) {
        var studies: [StudyEffect] = []
        for (index, figure) in figures.enumerated() {
            studies.append(
                try StudyEffect(
                    study: "", estimate: Self.point(figure.estimate, position[2 * index]),
                    standardError: Self.point(figure.standardError, position[2 * index + 1])))
        }
        let pooled = try options.estimate(studies)
        if range == nil { range = RoundingRange(pooled) } else { range?.include(pooled) }
        for (index, target) in Self.targets.enumerated() {
            let value = target(pooled)
            if value > best[index].value { best[index] = (value, position) }
        }
    }

    private static func point(_ range: ClosedRange<Double>, _ share: Double) -> Double {
        range.lowerBound + share * (range.upperBound - range.lowerBound)
    }
}
