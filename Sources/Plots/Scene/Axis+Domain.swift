extension Axis {
    /// The range of an axis for estimates with intervals: all estimates and `kept` values are in it, limits as far as
    /// they do not squeeze the rest; what is beyond is drawn as an arrow.
    ///
    /// A limit stretches the axis beyond the estimates by no more than three times the median half-width of the
    /// intervals or three quarters of the estimates' spread, whichever is more.
    ///
    /// The axis is no longer than the data: where all is near together, so are its ends. Only a single value, which has no
    /// extent, gets an axis of a factor of 2, or of a fiftieth of its size.
    static func domain(
        scale: PlotScale, estimates: [Double], intervals: [(low: Double, high: Double)], kept: [Double]
    ) -> (low: Double, high: Double) {
        var low = Double.infinity
        var high = -Double.infinity
        for value in estimates + kept {
            let place = transform(value, scale)
            low = min(low, place)
            high = max(high, place)
        }
        guard low <= high else { return scale == .logarithmic ? (0.5, 2) : (-1, 1) }
        var outerLow = low
        var outerHigh = high
        var halves: [Double] = []
        for interval in intervals {
            let (from, to) = (transform(interval.low, scale), transform(interval.high, scale))
            outerLow = min(outerLow, from)
            outerHigh = max(outerHigh, to)
            halves.append((to - from) / 2)
        }
        halves.sort()
        let reach = halves.isEmpty ? 0 : 3 * halves[halves.count / 2]
        let stretch = max(reach, 0.75 * (high - low))
        low = max(low - stretch, outerLow)
        high = min(high + stretch, outerHigh)
        let magnitude = max(low.magnitude, high.magnitude)
        let alone = scale == .logarithmic ? PlotMath.ln(2) : magnitude > 0 ? magnitude * 0.02 : 1
        let extent = high - low
        let margin = extent > 1e-9 * max(alone, magnitude) ? extent * 0.03 : alone / 2
        return (restore(low - margin, scale), restore(high + margin, scale))
    }
}
