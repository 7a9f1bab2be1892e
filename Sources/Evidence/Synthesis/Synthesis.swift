import MetaAnalysis

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
    /// The pooled results of the plan's groups and the test between them; studies by their place among the pooled rows.
    public var subgroups: Subgroups?
    /// The pooled result without each study, from three pooled studies on.
    public var leaveOneOut: [InfluenceRow]
    /// All studies with the kind of interval that those have; nil without them.
    public var comparableToLeaveOneOut: PooledEstimate?
    /// The pooled result under each model, estimator and interval.
    public var sensitivity: [SensitivityResult]
    /// How far rounding of the printed digits alone can move the pooled result; nil without one.
    public var roundingRange: RoundingRange?
    /// What the hazard ratio means for patients, where the plan names the rate of a control arm.
    public var absolute: AbsoluteResult?

    public var id: String { plan.id }
    public var measure: EffectMeasure { plan.measure }
}

/// One study in a synthesis.
public struct SynthesisRow: Sendable {
    public var study: Study
    public var result: StudyResult
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

/// A pooled effect, on the analysis scale, with everything that must be named beside it.
public struct PooledResult: Sendable {
    public var model: SynthesisPlan.Model
    /// The estimator of τ² under random effects.
    public var estimator: TauSquaredEstimator?
    public var estimate: PooledEstimate
    public var studies: Int
    public var patients: Int?
    public var heterogeneity: Heterogeneity
    /// I² in per cent: from Q under the common effect, from τ² under random effects.
    public var iSquared: Double
    public var tauSquared: Double?
    /// The Q-profile interval of τ²; nil where it does not apply.
    public var tauSquaredInterval: TauSquaredInterval?
    public var prediction: PredictionInterval?
    /// Two studies only: the interval rests on little.
    public var isFew: Bool

    /// A limit or estimate on the natural scale.
    public func natural(_ value: Double, _ measure: EffectMeasure) -> Double { measure.printedScale(value) }
}

/// A pooled result that somebody published.
public struct PublishedResult: Sendable {
    public var study: Study
    public var result: StudyResult
    public var effect: Effect
    /// The effect on the analysis scale.
    public var estimate: EffectEstimate
    public var because: String?

    /// The limits of the 95 % interval on the natural scale.
    public var limits: (low: Double, high: Double) { effect.limits(of: estimate) }
}

/// What a hazard ratio means for patients, given the rate of a control arm at a time.
public struct AbsoluteResult: Sendable {
    public var study: Study
    public var result: StudyResult
    public var arm: Arm
    public var time: Duration
    /// The rate of the control arm as it is printed.
    public var printed: ArmValue
    public var event: String
    public var effect: AbsoluteEffect
    /// The row whose own hazard ratio is used; nil if it is the pooled one.
    public var row: SynthesisRow?
}

/// The pooled result under the other value of a conflict.
public struct AlternativeResult: Sendable {
    public var study: String
    public var used: String
    public var other: String
    public var pooled: PooledResult
}

/// The pooled result under one choice of model, estimator and interval.
public struct SensitivityResult: Sendable {
    public var label: String
    /// The estimator of τ²; nil for the common effect.
    public var estimator: TauSquaredEstimator?
    public var estimate: PooledEstimate
    /// Whether the interval excludes no effect.
    public var excludesNull: Bool
    /// Whether this is the choice that the page shows first.
    public var isChosen: Bool
}

/// The extremes of a pooled result that rounding of the printed figures allows, on the analysis scale.
public struct RoundingRange: Sendable {
    public var estimate: ClosedRange<Double>
    public var low: ClosedRange<Double>
    public var high: ClosedRange<Double>
}
