/// A horizontal axis: a range of values laid over a range of positions.
struct Axis: Sendable {
    struct Tick: Sendable, Hashable {
        var value: Double
        var label: String
    }

    let scale: PlotScale
    /// The ends of the axis, on the natural scale.
    let low: Double
    let high: Double
    /// The positions of the ends.
    let start: Double
    let end: Double
    private let transformedLow: Double
    private let unit: Double

    init(scale: PlotScale, low: Double, high: Double, start: Double, end: Double) {
        self.scale = scale
        self.low = low
        self.high = high
        self.start = start
        self.end = end
        transformedLow = Self.transform(low, scale)
        unit = (end - start) / (Self.transform(high, scale) - transformedLow)
    }

    static func transform(_ value: Double, _ scale: PlotScale) -> Double {
        scale == .logarithmic ? PlotMath.ln(value) : value
    }

    static func restore(_ value: Double, _ scale: PlotScale) -> Double {
        scale == .logarithmic ? PlotMath.exponential(value) : value
    }

    /// Where a value is, also beyond the ends.
    func position(_ value: Double) -> Double {
        start + (Self.transform(value, scale) - transformedLow) * unit
    }

    /// Where a value is, or the end that it is beyond.
    func clamped(_ value: Double) -> Double {
        min(max(position(value), start), end)
    }
}
