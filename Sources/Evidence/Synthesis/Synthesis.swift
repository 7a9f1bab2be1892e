import MetaAnalysis
import Text

/// What the studies of one plan say, each and together.
package struct Synthesis: Sendable {
    package var question: String
    package var plan: SynthesisPlan
    /// Every study of the plan that has an effect to show, in the order of the plan.
    package var rows: [SynthesisRow]
    /// Entries of the plan that have no effect and interval to plot.
    package var unplotted: [SynthesisPlan.Item]
    /// The pooled result; nil if the plan does not pool, or if fewer than two studies can be.
    package var pooled: PooledResult?
    /// Why there is no pooled result, in words.
    package var notPooledBecause: NotPooled?
    /// Results that others published for the same synthesis.
    package var published: [PublishedResult]
    /// The pooled result if, for a study whose documents disagree, the other value were used.
    package var alternatives: [AlternativeResult]
    /// How far rounding of the printed digits alone can move the pooled result; nil without one.
    package var roundingRange: RoundingRange?
    /// What the hazard ratio means for patients, where the plan names the rate of a control arm.
    package var absolute: AbsoluteResult?

    /// Where the plan stands, for messages; no page shows it.
    package var place: Place
    package var id: String { plan.id }
    package var measure: EffectMeasure { plan.measure }
}

/// One study in a synthesis.
package struct SynthesisRow: Sendable {
    /// What the record of the study states of one of the two arms that are compared.
    package struct Side: Sendable, Hashable {
        /// Patients of the arm; of a part of them only where that is recorded.
        package var patients: Int?
        /// Events among them.
        package var events: ArmValue?
    }

    /// Another value that is printed for the same quantity.
    package struct Rival: Sendable {
        /// The identifier of the result.
        package var result: String
        package var effect: Effect
        package var estimate: EffectEstimate
        /// The first place where it is printed.
        package var place: Provenance?
    }

    /// The identifier of the study.
    package var study: String
    /// The study's own name.
    package var name: String
    /// The identifier of the result.
    package var result: String
    /// Who was looked at; nil for the whole study.
    package var population: String?
    package var isSubgroup: Bool
    package var setting: String?
    package var phase: String?
    package var followUp: FollowUp?
    package var experimental: Side
    package var control: Side
    package var provenance: [Provenance]
    /// Of the measure of the synthesis.
    package var rivals: [Rival]
    package var effect: Effect
    /// The effect on the analysis scale.
    package var estimate: EffectEstimate
    package var label: String
    package var group: String?
    package var isPooled: Bool
    package var because: String?
    /// The share of the pooled weight in per cent; nil if the study is not pooled.
    package var weight: Double?
    /// Patients whose data the effect is from, as far as the record tells.
    package var patients: Int?

    /// The limits of the 95 % interval on the natural scale.
    package var limits: (low: Double, high: Double) { effect.limits(of: estimate) }
}

/// What the studies of a plan say together, on the analysis scale, with everything that must be named beside it.
package struct PooledResult: Sendable {
    package var pool: Pool
    /// The result under the model of the plan.
    package var estimate: PooledEstimate
    /// Patients whose data are pooled; nil unless known for each study.
    package var patients: Int?

    /// Two studies only: the interval rests on little.
    package var isFew: Bool { pool.cautions.contains(.twoStudies) }
}

/// A pooled result that somebody published.
package struct PublishedResult: Sendable {
    /// The identifier of the study.
    package var study: String
    package var name: String
    package var patients: Int?
    /// The identifier of the result.
    package var result: String
    package var provenance: [Provenance]
    package var effect: Effect
    /// The effect on the analysis scale.
    package var estimate: EffectEstimate
    package var because: String?

    /// The limits of the 95 % interval on the natural scale.
    package var limits: (low: Double, high: Double) { effect.limits(of: estimate) }
}

/// What a hazard ratio means for patients, given the rate of a control arm at a time.
package struct AbsoluteResult: Sendable {
    /// The identifier of the study whose control arm has the rate.
    package var study: String
    package var name: String
    /// The identifier of the result that states it.
    package var result: String
    /// The arm as the study names it.
    package var arm: String
    package var time: Duration
    /// The rate of the control arm as it is printed.
    package var printed: ArmValue
    package var event: String
    package var effect: AbsoluteEffect
    /// The study whose own hazard ratio is used, by its label; nil if it is the pooled one.
    package var ratioOf: String?
}

/// The pooled result under the other value of a conflict.
package struct AlternativeResult: Sendable {
    /// The identifier of the study.
    package var study: String
    package var name: String
    /// The identifiers of the result that is used and of the other.
    package var used: String
    package var other: String
    /// What the other prints.
    package var effect: Effect
    package var estimate: PooledEstimate
}
