import MetaAnalysis

/// How values are written for readers.
///
/// Printed digits are kept; a ratio that was inverted is computed and has two decimals.
public enum ValueText {
    /// A narrow no-break space, which keeps a number and its unit together.
    static let thin = "\u{202F}"

    /// A number with a fixed count of decimals and a true minus sign.
    public static func fixed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return value < 0 ? "\u{2212}\u{221E}" : "\u{221E}" }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (abs(value) * scale).rounded(.toNearestOrAwayFromZero)
        guard scaled < 9e15 else { return "\(value)" }
        let whole = Int64(scaled)
        let unit = Int64(scale)
        var out = value < 0 && whole != 0 ? "\u{2212}" : ""
        out += "\(whole / unit)"
        if decimals > 0 {
            let fraction = "\(whole % unit)"
            out += "." + String(repeating: "0", count: decimals - fraction.count) + fraction
        }
        return out
    }

    /// A ratio or difference on its natural scale: two decimals, more for a ratio near zero.
    public static func effect(_ value: Double) -> String {
        let size = abs(value)
        return fixed(value, decimals: size != 0 && size < 0.01 ? 4 : size < 0.1 ? 3 : 2)
    }

    /// "HR 0.57 (95 % CI 0.30 to 1.10)"; without an interval "HR 0.57 (p = 0.09)" or "HR 0.57".
    public static func effect(_ effect: Effect) -> String {
        let name = effect.contrast == .interaction ? "interaction \(effect.measure.rawValue)" : effect.measure.rawValue
        guard let value = effect.value else { return effect.p.map(\.value.phrase) ?? "not stated" }
        if let interval = effect.interval {
            let parts = numbers(effect, value, interval)
            return "\(name) \(parts.value) (\(level(interval.level)) CI \(parts.low) to \(parts.high))"
        }
        let text = effect.isInverted ? inverted(value, effect.measure) : value.padded()
        return effect.p.map { "\(name) \(text) (\($0.value.phrase))" } ?? "\(name) \(text)"
    }

    /// The value and the limits of an effect, oriented, with the same number of decimals.
    public static func numbers(
        _ effect: Effect, _ value: PrintedNumber, _ interval: PrintedInterval
    ) -> (value: String, low: String, high: String) {
        guard !effect.isInverted else {
            return (
                inverted(value, effect.measure), inverted(interval.high, effect.measure),
                inverted(interval.low, effect.measure)
            )
        }
        let decimals = max(value.decimals, interval.low.decimals, interval.high.decimals)
        return (value.padded(to: decimals), interval.low.padded(to: decimals), interval.high.padded(to: decimals))
    }

    static func inverted(_ number: PrintedNumber, _ measure: EffectMeasure) -> String {
        effect(measure.isRatio ? 1 / number.value : -number.value)
    }

    /// "95 %", with a narrow no-break space.
    public static func level(_ level: Double) -> String {
        (level == level.rounded() ? fixed(level, decimals: 0) : "\(level)") + thin + "%"
    }

    /// One arm's value, without its unit.
    public static func value(_ value: ArmValue) -> String {
        switch value {
        case .number(let number, nil): number.padded()
        case .number(let number, let interval?):
            "\(number.padded()) (\(level(interval.level)) CI \(interval.low.padded()) to \(interval.high.padded()))"
        case .count(let events, nil): "\(events)"
        case .count(let events, let total?): "\(events)/\(total)"
        case .notReached: "not reached"
        case .above(let number): "> \(number.padded())"
        case .below(let number): "< \(number.padded())"
        }
    }

    /// One arm's value with its unit: "41 months", "36 %".
    public static func value(_ value: ArmValue, unit: String?) -> String {
        switch (value, unit) {
        case (.notReached, _), (_, nil): self.value(value)
        case (_, "%"?): self.value(value) + thin + "%"
        case (_, let unit?): self.value(value) + " " + unit
        }
    }

    /// The values of all arms, in the order of the study's arms: "41 vs 28 months".
    public static func values(_ values: ArmValues, arms: [Arm]) -> String {
        let ordered = values.ordered(by: arms)
        if values.unit == "%" {
            return ordered.map { value($0.value, unit: "%") }.joined(separator: " vs ")
        }
        var out = ordered.map { value($0.value) }.joined(separator: " vs ")
        if let unit = values.unit, ordered.contains(where: { $0.value != .notReached }) { out += " " + unit }
        return out
    }
}

extension ArmValues {
    /// The entries in the order of the study's arms.
    public func ordered(by arms: [Arm]) -> [Entry] {
        guard entries.count > 1 else { return entries }
        let ofArms = arms.flatMap { arm in entries.filter { $0.arm == arm.id } }
        return ofArms + entries.filter { entry in !arms.contains { $0.id == entry.arm } }
    }
}

extension Characteristic {
    /// The value with its unit, or the text.
    public var valueText: String {
        guard let value else { return text ?? "" }
        let number = unit == "%" ? value.padded() + ValueText.thin + "%" : unit.map { "\(value.padded()) \($0)" } ?? value.padded()
        return text.map { "\(number) (\($0))" } ?? number
    }
}
