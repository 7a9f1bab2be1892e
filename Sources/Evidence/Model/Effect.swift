import MetaAnalysis

/// A comparison of two arms, as it is printed and as the atlas uses it.
package struct Effect: Sendable {
    package enum Contrast: String, Sendable, CaseIterable {
        case treatment
        case interaction
        case prognostic
    }

    /// Which printed figures give the standard error.
    package enum Basis: Sendable, Hashable {
        /// The printed interval.
        case interval
        /// The printed p-value; the interval that is shown is derived.
        case pValue
    }

    package var measure: EffectMeasure
    package var contrast: Contrast
    /// The arm (or group) in the numerator, after inversion: the experimental one.
    package var experimental: String
    /// The arm (or group) in the denominator, after inversion: the control.
    package var control: String
    /// Whether the printed ratio is upside down and was inverted.
    package var isInverted: Bool
    /// What shows that the printed ratio is upside down.
    package var inversionReason: String?
    package var value: PrintedNumber?
    package var interval: PrintedInterval?
    package var p: Marked<PrintedPValue>?
    package var mark: Mark
    package var valueMark: Mark
    /// The effect on the analysis scale (log for ratios), oriented experimental against control; nil if the printed
    /// figures do not determine it.
    package private(set) var estimate: EffectEstimate?
    package private(set) var basis: Basis?

    init(
        measure: EffectMeasure, contrast: Contrast, experimental: String, control: String, isInverted: Bool,
        inversionReason: String?, value: PrintedNumber?, interval: PrintedInterval?, p: Marked<PrintedPValue>?,
        mark: Mark,
        valueMark: Mark
    ) {
        self.measure = measure
        self.contrast = contrast
        self.experimental = experimental
        self.control = control
        self.isInverted = isInverted
        self.inversionReason = inversionReason
        self.value = value
        self.interval = interval
        self.p = p
        self.mark = mark
        self.valueMark = valueMark
        guard let (found, basis) = analysed() else { return }
        estimate = isInverted ? found.inverted : found
        self.basis = basis
    }

    /// Whether `compare` names arms of the study.
    package var isBetweenArms: Bool { contrast == .treatment }

    /// Whether the limits of the 95 % interval are computed (from a p-value or an interval of another level), not printed.
    package var isDerived: Bool { estimate != nil && !hasPrintedLimits }

    private var hasPrintedLimits: Bool { basis == .interval && interval?.level == 95 }

    /// The estimate that the printed figures determine, as they are printed: from the interval where one is printed, else
    /// from an exact p-value; nil if neither is there, or if the figures cannot be (an estimate outside its interval is
    /// reported when the content is validated).
    private func analysed() -> (EffectEstimate, Basis)? {
        guard let value = value?.value else { return nil }
        if let interval,
            let found = try? EffectEstimate(
                measure: measure, value: value, low: interval.low.value, high: interval.high.value,
                level: interval.level / 100)
        {
            return (found, .interval)
        }
        guard let p = p?.value, !p.isBound, p.range.lowerBound > 0, p.range.upperBound < 1 else { return nil }
        let middle = (p.range.lowerBound + p.range.upperBound) / 2
        return (try? EffectEstimate(measure: measure, value: value, pValue: middle)).map { ($0, .pValue) }
    }

    /// The limits of the 95 % interval on the natural scale, experimental against control: those printed, if the level is
    /// 95 %, else those that the estimate gives.
    ///
    /// - Parameter estimate: this effect's own, on the analysis scale.
    package func limits(of estimate: EffectEstimate) -> (low: Double, high: Double) {
        if hasPrintedLimits, let interval {
            let (low, high) = (interval.low.value, interval.high.value)
            guard isInverted else { return (low, high) }
            return measure.isRatio ? (1 / high, 1 / low) : (-high, -low)
        }
        let computed = try? estimate.interval()
        return (
            measure.printedScale(computed?.low ?? estimate.estimate),
            measure.printedScale(computed?.high ?? estimate.estimate)
        )
    }
}

/// An interval as it is printed.
package struct PrintedInterval: Sendable, Hashable {
    package var low: PrintedNumber
    package var high: PrintedNumber
    /// The confidence level in per cent.
    package var level: Double
}
