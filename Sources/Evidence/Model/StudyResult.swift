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
        guard let time, let values = values(.proportion), values.unit == .percent, let entry = values.entry(arm),
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
