import MetaAnalysis

/// What a document states, as it is printed.
package indirect enum Quantity: Sendable {
    /// A comparison of two arms, with its interval and p-value.
    case effect(Effect)
    /// A number of something, with its unit: a median, a proportion, a mean, a difference, a number of patients.
    case amount(ArmValue, unit: Unit?)
    case pValue(PrintedPValue)
    /// Words, beside a number or alone.
    case text(String)

    /// The scale on which two quantities of a kind are compared.
    package enum Scale: Sendable, Hashable {
        case natural
        /// Ratios: 0.5 and 2 lie equally far from 1.
        case logarithmic
    }

    /// The number on its natural scale, experimental against control; nil where none is stated, as for a median that is not
    /// reached.
    package var number: Double? {
        switch self {
        case .effect(let effect):
            effect.value.map { effect.isInverted ? (effect.measure.isRatio ? 1 / $0.value : -$0.value) : $0.value }
        case .amount(.number(let number, _), _), .amount(.above(let number), _), .amount(.below(let number), _):
            number.value
        case .amount(.count(let events, _), _): Double(events)
        case .amount(.notReached, _), .pValue, .text: nil
        }
    }

    /// The interval as it is printed.
    package var interval: PrintedInterval? {
        switch self {
        case .effect(let effect): effect.interval
        case .amount(.number(_, let interval), _): interval
        case .amount, .pValue, .text: nil
        }
    }

    /// The p-value that is printed with it, or that it is.
    package var p: PrintedPValue? {
        switch self {
        case .effect(let effect): effect.p?.value
        case .pValue(let p): p
        case .amount, .text: nil
        }
    }

    package var unit: Unit? {
        if case .amount(_, let unit) = self { unit } else { nil }
    }

    package var scale: Scale {
        if case .effect(let effect) = self, effect.measure.isRatio { .logarithmic } else { .natural }
    }
}
