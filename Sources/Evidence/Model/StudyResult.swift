import MetaAnalysis

/// What a study found for one outcome in one population: an effect, values of arms, or a statement.
public struct StudyResult: Sendable {
    /// The address of the result within its study.
    public var id: String
    public var outcome: Marked<String>
    /// Who was looked at; nil for the whole study.
    public var population: String?
    public var isSubgroup = false
    /// Which report of the study the result is from, when there are several.
    public var report: String?
    public var followUp: FollowUp?
    /// The time point that a rate refers to.
    public var time: Duration?
    public var analysis: String?
    public var effect: Effect?
    /// Medians, proportions, counts, means and differences.
    public var values: [ArmValues] = []
    public var text: String?
    /// A p-value that is printed without an effect.
    public var p: Marked<PrintedPValue>?
    /// Why the printed value should be read with care.
    public var doubt: String?
    public var note: String?
    public var isPreferred = false
    public var because: String?
    public var provenance: [Provenance] = []
    public var mark: Mark

    public func values(_ kind: ArmValues.Kind) -> ArmValues? { values.first { $0.kind == kind } }

    /// The proportion of an arm's patients that the result states in per cent for a time, strictly between 0 and 1.
    public func survival(of arm: String) -> (proportion: Double, printed: ArmValue, time: Duration)? {
        guard let time, let values = values(.proportion), values.unit == "%", let entry = values.entry(arm),
            case .number(let number, _) = entry.value, number.value > 0, number.value < 100
        else { return nil }
        return (number.value / 100, entry.value, time)
    }
}

/// How long patients were followed.
public struct FollowUp: Sendable, Hashable {
    public var median: PrintedNumber?
    public var low: PrintedNumber?
    public var high: PrintedNumber?
    /// A median for each arm, where the arms differ.
    public var arms: [String: PrintedNumber] = [:]
    public var unit: Duration.Unit
}

/// The values of arms for one kind of quantity.
public struct ArmValues: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case median
        case proportion
        case count
        case mean
        case difference
    }

    public struct Entry: Sendable, Hashable {
        /// The arm's identifier; `all` for all patients together, nil for a difference between arms.
        public var arm: String?
        public var value: ArmValue
        public var mark: Mark
    }

    public var kind: Kind
    public var entries: [Entry]
    public var unit: String?
    public var p: Marked<PrintedPValue>?
    public var mark: Mark

    public func entry(_ arm: String) -> Entry? { entries.first { $0.arm == arm } }
}

/// A value of one arm.
public enum ArmValue: Sendable, Hashable {
    case number(PrintedNumber, interval: PrintedInterval?)
    case count(Int, of: Int?)
    case notReached
    case above(PrintedNumber)
    case below(PrintedNumber)
}

/// An interval as it is printed.
public struct PrintedInterval: Sendable, Hashable {
    public var low: PrintedNumber
    public var high: PrintedNumber
    /// The confidence level in per cent.
    public var level: Double
}

/// A comparison of two arms, as it is printed and as the atlas uses it.
public struct Effect: Sendable {
    public enum Contrast: String, Sendable, CaseIterable {
        case treatment
        case interaction
        case prognostic
    }

    public var measure: EffectMeasure
    public var contrast: Contrast
    /// The arm (or group) in the numerator, after inversion: the experimental one.
    public var experimental: String
    /// The arm (or group) in the denominator, after inversion: the control.
    public var control: String
    /// Whether the printed ratio is upside down and was inverted.
    public var isInverted: Bool
    /// What shows that the printed ratio is upside down.
    public var inversionReason: String?
    public var value: PrintedNumber?
    public var interval: PrintedInterval?
    public var p: Marked<PrintedPValue>?
    public var mark: Mark
    public var valueMark: Mark
    /// The effect on the analysis scale (log for ratios), oriented experimental against control; nil if the printed
    /// figures do not determine it.
    public var estimate: AnalysisEffect?

    /// Whether `compare` names arms of the study.
    public var isBetweenArms: Bool { contrast == .treatment }
}

extension EffectMeasure {
    /// The measure in words.
    public var name: String {
        switch self {
        case .hazardRatio: "hazard ratio"
        case .oddsRatio: "odds ratio"
        case .riskRatio: "risk ratio"
        case .riskDifference: "risk difference"
        case .meanDifference: "mean difference"
        case .standardizedMeanDifference: "standardised mean difference"
        case .generic: "effect"
        }
    }
}

/// An effect on the scale it is analysed on.
public struct AnalysisEffect: Sendable, Hashable {
    public enum Origin: String, Sendable {
        /// From the printed interval.
        case interval
        /// From the printed p-value; the interval that is shown is derived.
        case pValue
    }

    /// The effect; the natural logarithm of a ratio.
    public var estimate: Double
    /// Its standard error on the same scale.
    public var standardError: Double
    public var origin: Origin
    /// The limits of the 95 % interval on the natural scale: those printed, if the level is 95 %.
    public var low: Double
    public var high: Double
    /// Whether the limits were computed (from a p-value or an interval of another level) rather than printed.
    public var isDerived: Bool
}
