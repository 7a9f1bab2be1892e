/// What a ratio means in people: risks in each arm and their difference, at one time.
///
///     let effect = try AbsoluteEffect(hazardRatio: 0.68, low: 0.52, high: 0.90, controlSurvival: 0.73)
///     effect.survivalGainPerThousand.value
package struct AbsoluteEffect: Sendable, Hashable {
    /// A value with the limits that belong to those of the ratio.
    package struct Bounded: Sendable, Hashable {
        package let value: Double
        package let low: Double
        package let high: Double
    }

    /// How many must be treated for one to benefit or be harmed.
    package enum NumberNeeded: Sendable, Hashable {
        /// For one more to survive.
        case toBenefit(Double)
        /// For one fewer to survive.
        case toHarm(Double)
        /// No difference: no finite number would do.
        case none
    }

    /// Survival (the proportion without the event) in the control arm.
    package let controlSurvival: Double
    /// Survival in the treatment arm: S₀^HR.
    package let treatmentSurvival: Bounded
    /// Survivors per thousand, treatment less control.
    package let survivalGainPerThousand: Bounded
    /// 1 / (S₁ − S₀), for the estimate and for each limit of the ratio.
    package let numberNeeded: NumberNeeded
    /// The number needed at the low limit of the hazard ratio. When it is a benefit at one limit and a harm
    /// at the other, the interval runs through infinity (Altman 1998).
    package let numberNeededAtLow: NumberNeeded
    /// The number needed at the high limit of the hazard ratio.
    package let numberNeededAtHigh: NumberNeeded

    /// From a hazard ratio and the control arm's survival at a time, under proportional hazards:
    /// S₁(t) = S₀(t)^HR (Altman & Andersen 1999). The uncertainty of S₀ is not included.
    ///
    /// - Parameters:
    ///   - hazardRatio: on the printed scale, with the limits of its interval.
    ///   - controlSurvival: a proportion in (0, 1).
    /// - Throws: `notPositive`, `limitsOutOfOrder`, `outOfRange`.
    package init(hazardRatio: Double, low: Double, high: Double, controlSurvival: Double) throws(MetaAnalysisError) {
        for ratio in [hazardRatio, low, high] where !(ratio > 0 && ratio.isFinite) {
            throw .notPositive(.ratio, value: ratio)
        }
        guard low <= hazardRatio, hazardRatio <= high else { throw .limitsOutOfOrder(low: low, high: high) }
        guard controlSurvival > 0, controlSurvival < 1 else {
            throw .outOfRange(.survival, value: controlSurvival, low: 0, high: 1)
        }
        let survival = [hazardRatio, high, low].map { Elementary.pow(controlSurvival, $0) }
        let gain = survival.map { 1000 * ($0 - controlSurvival) }
        self.controlSurvival = controlSurvival
        treatmentSurvival = Bounded(value: survival[0], low: survival[1], high: survival[2])
        survivalGainPerThousand = Bounded(value: gain[0], low: gain[1], high: gain[2])
        numberNeeded = NumberNeeded(gainPerThousand: gain[0])
        numberNeededAtLow = NumberNeeded(gainPerThousand: gain[2])
        numberNeededAtHigh = NumberNeeded(gainPerThousand: gain[1])
    }
}

extension AbsoluteEffect.NumberNeeded {
    init(gainPerThousand gain: Double) {
        if gain > 0 {
            self = .toBenefit(1000 / gain)
        } else if gain < 0 {
            self = .toHarm(-1000 / gain)
        } else {
            self = .none
        }
    }
}
