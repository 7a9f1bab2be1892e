extension ForestPlotData {
    /// The axis of the plot between two positions.
    func axis(rows: [ForestPlotRow], from start: Double, to end: Double) -> Axis {
        var estimates: [Double] = []
        var intervals: [(low: Double, high: Double)] = []
        var kept = nullValue.map { [$0] } ?? []
        var prediction: (low: Double, high: Double)?
        for row in rows {
            guard let effect = row.effect else { continue }
            if row.kind == .prediction {
                prediction = (drawable(effect.low ?? effect.estimate), drawable(effect.high ?? effect.estimate))
                continue
            }
            estimates.append(effect.estimate)
            if let low = effect.low, let high = effect.high {
                let (from, to) = (drawable(low), drawable(high))
                intervals.append((from, to))
                // A diamond is cut only if the axis is asked for, or if it would leave nothing else to see.
                if row.kind == .pooled, (from, to) == (low, high) { kept += [low, high] }
            }
        }
        var (low, high) = Axis.domain(scale: scale, estimates: estimates, intervals: intervals, kept: kept)
        if let prediction { (low, high) = Self.stretched(low, high, to: prediction, scale) }
        if let nullValue, favours != nil {
            (low, high) = Self.widened(low, high, around: nullValue, scale)
        }
        return Axis(scale: scale, low: low, high: high, start: start, end: end)
    }

    /// A limit, or the furthest that can be drawn.
    private func drawable(_ limit: Double) -> Double {
        min(max(limit, scale == .logarithmic ? 1e-12 : -1e12), 1e12)
    }

    /// A prediction interval stretches the axis on either side by at most three tenths of its length, so that it does not
    /// squeeze the studies; what is beyond is an arrow.
    private static func stretched(
        _ low: Double, _ high: Double, to prediction: (low: Double, high: Double), _ scale: PlotScale
    ) -> (Double, Double) {
        let (from, to) = (Axis.transform(low, scale), Axis.transform(high, scale))
        let most = 0.3 * (to - from)
        let margin = 0.03 * (to - from)
        let left = min(from, max(Axis.transform(prediction.low, scale) - margin, from - most))
        let right = max(to, min(Axis.transform(prediction.high, scale) + margin, to + most))
        return (Axis.restore(left, scale), Axis.restore(right, scale))
    }

    /// Both sides of the null value keep a fifth of the axis, so that what they favour can be said there.
    private static func widened(
        _ low: Double, _ high: Double, around null: Double, _ scale: PlotScale
    ) -> (Double, Double) {
        let (from, to, middle) = (
            Axis.transform(low, scale), Axis.transform(high, scale), Axis.transform(null, scale)
        )
        let left = max(middle - from, (to - middle) / 4)
        let right = max(to - middle, (middle - from) / 4)
        return (Axis.restore(middle - left, scale), Axis.restore(middle + right, scale))
    }
}
