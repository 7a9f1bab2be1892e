/// Estimates with their intervals.
///
/// The digits follow from the estimate and its limits alone:
///
/// - A ratio has two decimals near one, one from 10 and none from 100 on, and two significant digits below 0.1.
/// - A difference has two decimals, one where its interval is 20 wide and none where it is 200 wide.
/// - Both have more where the interval is narrow: the width of a difference's interval is written with two significant
///   digits, that of a ratio's with at least two units of its last digit, so that limits that differ are never written alike.
/// - What is not the null value is never written as if it were: 0.9984 stays 0.998.
/// - From a million on, and below a ten-thousandth, a ratio is written as digits and a power of ten; so is a difference from a
///   million on, and where it would need more than six decimals.
///
/// Each of these rounds in the same direction, so the estimate lies within its limits as written.
extension NumberStyle {
    package enum Scale: Sendable, Hashable {
        case ratio
        case difference
    }

    /// An estimate and its interval, rounded together.
    ///
    /// - Parameter null: The value of no difference, which no other number is rounded onto; nil where there is none.
    package func estimate(_ value: Double, _ low: Double, _ high: Double, scale: Scale, null: Double?) -> EstimateText {
        let digits = RowDigits(scale, null, width: Self.width(min(value, low), max(value, high)) ?? value.magnitude)
        return EstimateText(
            value: text(value, digits), interval: IntervalText(low: text(low, digits), high: text(high, digits)))
    }

    /// An interval without an estimate: where the effect of a new study is expected.
    package func interval(_ low: Double, _ high: Double, scale: Scale, null: Double?) -> IntervalText {
        let digits = RowDigits(
            scale, null, width: Self.width(low, high) ?? (low.isFinite ? low.magnitude : high.magnitude))
        return IntervalText(low: text(low, digits), high: text(high, digits))
    }

    /// An estimate whose interval is not known; its digits follow its size.
    package func estimate(_ value: Double, scale: Scale, null: Double?) -> String {
        text(value, RowDigits(scale, null, width: scale == .ratio ? 0 : value.magnitude))
    }

    /// Whether an interval includes the null value; what is written as the null value is it.
    package static func includes(_ null: Double, low: Double, high: Double, scale: Scale) -> Bool {
        let digits = RowDigits(scale, null, width: width(low, high) ?? 1)
        return (low <= null || digits.isNull(low)) && (high >= null || digits.isNull(high))
    }

    private static func width(_ low: Double, _ high: Double) -> Double? {
        let width = high - low
        return width.isFinite ? width : nil
    }

    private func text(_ value: Double, _ digits: RowDigits) -> String {
        guard value.isFinite else { return notFinite(value) }
        let value = digits.isNull(value) ? digits.null ?? value : value
        let decimals = digits.decimals(of: value)
        let size = value.magnitude
        // Rounded to a million is a million.
        let isLarge = size >= 1e6 - 0.5 / Self.powersOfTen[decimals]
        let isSmall = size > 0 && (digits.scale == .ratio ? size < 9.95e-5 : decimals > 6 && size < 1e-3)
        if isLarge || isSmall {
            let exponent = Self.exponent(of: value, decimals: 2)
            return scientific(value, decimals: min(max(digits.places + exponent, 2), Self.mostDecimals))
        }
        return value == 0 && decimals > 6 ? "0" : fixed(value, decimals: decimals)
    }
}

/// How many digits the numbers of one row have.
private struct RowDigits {
    let scale: NumberStyle.Scale
    let null: Double?
    /// The decimals that the width of the interval asks for; below zero where it is wide.
    let places: Int
    /// The fewest decimals of a difference that is written without a power of ten.
    private let usual: Int
    /// What is nearer to the null value than this is a rounding error of the machine.
    private let tolerance: Double

    init(_ scale: NumberStyle.Scale, _ null: Double?, width: Double) {
        self.scale = scale
        self.null = null
        tolerance = scale == .ratio ? 1e-12 : width * 1e-12
        switch scale {
        case .ratio:
            places = Self.places(of: width, units: 1.95) ?? -NumberStyle.mostDecimals
            usual = 0
        case .difference:
            places = Self.places(of: width, units: 9.95) ?? -NumberStyle.mostDecimals
            usual = width >= 199.5 ? 0 : width >= 19.95 ? 1 : 2
        }
    }

    /// The fewest decimals with which a width is at least so many units of the last digit; nil for no width at all.
    private static func places(of width: Double, units: Double) -> Int? {
        guard width > 0, width.isFinite else { return nil }
        let exponent = NumberStyle.exponent(of: width / units, decimals: NumberStyle.mostDecimals)
        return -exponent
    }

    func isNull(_ value: Double) -> Bool {
        guard let null else { return false }
        return (value - null).magnitude <= tolerance
    }

    func decimals(of value: Double) -> Int {
        var decimals = min(max(scale == .ratio ? Self.usual(value) : usual, places), NumberStyle.mostDecimals)
        guard let null, value != null else { return decimals }
        let distance = (value - null).magnitude
        guard distance * NumberStyle.powersOfTen[decimals] < 0.500_000_1 else { return decimals }
        while decimals < NumberStyle.mostDecimals, distance * NumberStyle.powersOfTen[decimals] < 0.95 { decimals += 1 }
        return decimals
    }

    /// The decimals of a ratio by its size.
    private static func usual(_ ratio: Double) -> Int {
        let size = ratio.magnitude
        if size >= 99.5 { return 0 }
        if size >= 9.95 { return 1 }
        if size >= 0.0995 || size == 0 { return 2 }
        if size >= 0.00995 { return 3 }
        return size >= 0.000995 ? 4 : 5
    }
}
