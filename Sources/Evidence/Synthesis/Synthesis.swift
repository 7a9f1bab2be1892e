import MetaAnalysis
import Text

/// What the studies of one plan say, each and together.
public struct Synthesis: Sendable {
    public var question: String
    public var plan: SynthesisPlan
    /// Every study of the plan that has an effect to show, in the order of the plan.
    public var rows: [SynthesisRow]
    /// Entries of the plan that have no effect and interval to plot.
    public var unplotted: [SynthesisPlan.Item]
    /// The pooled result; nil if the plan does not pool, or if fewer than two studies can be.
    public var pooled: PooledResult?
    /// Why there is no pooled result, in words.
    public var notPooledBecause: String?
    /// Results that others published for the same synthesis.
    public var published: [PublishedResult]
    /// The pooled result if, for a study whose documents disagree, the other value were used.
    public var alternatives: [AlternativeResult]
    /// How far rounding of the printed digits alone can move the pooled result; nil without one.
    public var roundingRange: RoundingRange?
    /// What the hazard ratio means for patients, where the plan names the rate of a control arm.
    public var absolute: AbsoluteResult?

    /// Where the plan stands, for messages; no page shows it.
    public var place: Place
    public var id: String { plan.id }
    public var measure: EffectMeasure { plan.measure }
}

/// One study in a synthesis.
public struct SynthesisRow: Sendable {
    /// What the record of the study states of one of the two arms that are compared.
    public struct Side: Sendable, Hashable {
        /// Patients of the arm; of a part of them only where that is recorded.
        public var patients: Int?
        /// Events among them.
        public var events: ArmValue?
    }

    /// Another value that is printed for the same quantity.
    public struct Rival: Sendable {
        /// The identifier of the result.
        public var result: String
        public var effect: Effect
        public var estimate: EffectEstimate
        /// The first place where it is printed.
        public var place: Provenance?
    }

    /// The identifier of the study.
    public var study: String
    /// The study's own name.
    public var name: String
    /// The identifier of the result.
    public var result: String
    /// Who was looked at; nil for the whole study.
    public var population: String?
    public var isSubgroup: Bool
    public var setting: String?
    public var phase: String?
    public var followUp: FollowUp?
    public var experimental: Side
    public var control: Side
    public var provenance: [Provenance]
    /// Of the measure of the synthesis.
    public var rivals: [Rival]
    public var effect: Effect
    /// The effect on the analysis scale.
    public var estimate: EffectEstimate
    public var label: String
    public var group: String?
    public var isPooled: Bool
    public var because: String?
    /// The share of the pooled weight in per cent; nil if the study is not pooled.
    public var weight: Double?
    /// Patients whose data the effect is from, as far as the record tells.
    public var patients: Int?

    /// The limits of the 95 % interval on the natural scale.
    public var limits: (low: Double, high: Double) { effect.limits(of: estimate) }
}

/// What the studies of a plan say together, on the analysis scale, with everything that must be named beside it.
public struct PooledResult: Sendable {
    public var pool: Pool
    /// The result under the model of the plan.
    public var estimate: PooledEstimate
    /// Patients whose data are pooled; nil unless known for each study.
    public var patients: Int?

    /// Two studies only: the interval rests on little.
    public var isFew: Bool { pool.cautions.contains(.twoStudies) }
}

/// A pooled result that somebody published.
public struct PublishedResult: Sendable {
    /// The identifier of the study.
    public var study: String
    public var name: String
    public var patients: Int?
    /// The identifier of the result.
    public var result: String
    public var provenance: [Provenance]
    public var effect: Effect
    /// The effect on the analysis scale.
    public var estimate: EffectEstimate
    public var because: String?

    /// The limits of the 95 % interval on the natural scale.
    public var limits: (low: Double, high: Double) { effect.limits(of: estimate) }
}

/// What a hazard ratio means for patients, given the rate of a control arm at a time.
public struct AbsoluteResult: Sendable {
    /// The identifier of the study whose control arm has the rate.
    public var study: String
    public var name: String
    /// The identifier of the result that states it.
    public var result: String
    /// The arm as the study names it.
    public var arm: String
    public var time: Duration
    /// The rate of the control arm as it is printed.
    public var printed: ArmValue
    public var event: String
    public var effect: AbsoluteEffect
    /// The study whose own hazard ratio is used, by its label; nil if it is the pooled one.
    public var ratioOf: String?
}

/// The pooled result under the other value of a conflict.
public struct AlternativeResult: Sendable {
    /// The identifier of the study.
    public var study: String
    public var name: String
    /// The identifiers of the result that is used and of the other.
    public var used: String
    public var other: String
    /// What the other prints.
    public var effect: Effect
    public var estimate: PooledEstimate
}
