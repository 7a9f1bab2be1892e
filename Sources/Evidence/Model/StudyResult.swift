import MetaAnalysis

/// What a study found for one outcome in one population: an effect, values of arms, or a statement.
package struct StudyResult: Sendable {
    /// The address of the result within its study.
    package var id: String
    package var outcome: Marked<String>
    /// Who was looked at; nil for the whole study.
    package var population: String?
    package var isSubgroup = false
    /// Which report of the study the result is from, when there are several.
    package var report: String?
    package var followUp: FollowUp?
    /// The time point that a rate refers to.
    package var time: Duration?
    package var analysis: String?
    package var effect: Effect?
    /// Medians, proportions, counts, means and differences.
    package var values: [ArmValues] = []
    package var text: String?
    /// A p-value that is printed without an effect.
    package var p: Marked<PrintedPValue>?
    /// Why the printed value should be read with care.
    package var doubt: String?
    package var note: String?
    package var isPreferred = false
    package var because: String?
    package var provenance: [Provenance] = []
    package var mark: Mark

    package func values(_ kind: ArmValues.Kind) -> ArmValues? { values.first { $0.kind == kind } }

    /// The proportion of an arm's patients that the result states in per cent for a time, strictly between 0 and 1.
    package func survival(of arm: String) -> (proportion: Double, printed: ArmValue, time: Duration)? {
        guard let time, let values = values(.proportion), values.unit == .percent, let entry = values.entry(arm),
            case .number(let number, _) = entry.value, number.value > 0, number.value < 100
        else { return nil }
        return (number.value / 100, entry.value, time)
    }
}

/// How long patients were followed.
package struct FollowUp: Sendable, Hashable {
    package var median: PrintedNumber?
    package var low: PrintedNumber?
    package var high: PrintedNumber?
    /// A median for each arm, where the arms differ.
    package var arms: [String: PrintedNumber] = [:]
    package var unit: Duration.Unit
}
