import MetaAnalysis
import Text

/// The words for what the record of a study says with a code.
extension Language {
    /// months, mg/dl
    package func unit(_ unit: Unit) -> String {
        switch unit {
        case .percent: "%"
        case .time(.days): say("days")
        case .time(.weeks): say("weeks")
        case .time(.months): say("months")
        case .time(.years): say("years")
        case .other(let word): word
        }
    }

    /// experimental
    package func label(of role: Arm.Role) -> String {
        switch role {
        case .experimental: say("experimental")
        case .control: say("control")
        case .single: say("single")
        }
    }

    /// What was done with the patients, after their number: "screened", "lost to follow-up".
    package func label(of kind: Enrolment.Kind) -> String {
        switch kind {
        case .planned: say("planned")
        case .screened: say("screened")
        case .identified: say("found to have the condition")
        case .eligible: say("eligible")
        case .enrolled: say("enrolled")
        case .randomised: say("randomised")
        case .treated: say("treated")
        case .analysed: say("analysed")
        case .excluded: say("excluded")
        case .withdrawn: say("withdrawn")
        case .lost: say("lost to follow-up")
        }
    }

    /// The kind of value as a heading: Median.
    package func heading(of kind: ArmValues.Kind) -> String {
        switch kind {
        case .median: say("Median")
        case .proportion: say("Proportion")
        case .count: say(capitalised(words.patient.many))
        case .mean: say("Mean")
        case .difference: say("Difference")
        }
    }

    /// The kind of value within a sentence: median.
    package func label(of kind: ArmValues.Kind) -> String {
        switch kind {
        case .median: say("median")
        case .proportion: say("proportion")
        case .count: say("count")
        case .mean: say("mean")
        case .difference: say("difference")
        }
    }

    /// hazard ratio
    package func label(of measure: EffectMeasure) -> String { self.measure(measure.rawValue) }

    /// low risk, some concerns
    package func label(of judgement: RiskOfBias.Judgement) -> String {
        switch judgement {
        case .low: riskLow
        case .someConcerns: riskSomeConcerns
        case .moderate: riskModerate
        case .high: riskHigh
        case .serious: riskSerious
        case .critical: riskCritical
        case .unclear: riskUnclear
        case .noInformation: riskNoInformation
        }
    }
}
