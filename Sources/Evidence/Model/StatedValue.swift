import MetaAnalysis

/// Something that a document states about a study: what it is, the figure, where it is printed, and how the atlas takes it.
///
/// Conflicts, the pages of documents, the links of prose, plots of medians and exports are made from these alone.
///
///     study.statedValues.filter { $0.subject.topic == .outcome("overall-survival") && $0.subject.measure == .values(.median) }
package struct StatedValue: Sendable {
    /// The identifier of the study.
    package let study: String
    package let address: Address
    package let subject: Subject
    /// Nil for what is no value: how the study was done, when, what an arm without a size is.
    package let quantity: Quantity?
    package let provenance: [Provenance]
    package internal(set) var standing: Standing

    /// Where it stands in the record of its study, by its place in a list of the record.
    package enum Address: Sendable, Hashable {
        case design
        case period
        case arm(Int)
        case enrolment(Int)
        case eligibility(Int)
        case characteristic(Int)
        case result(Int)
        case riskOfBias(Int)
        case discrepancy(Int)
        case caution(Int)
        case note(Int)
    }

    /// What is stated.
    package enum Topic: Sendable, Hashable {
        case outcome(String)
        case patients(Enrolment.Kind)
        /// The arm that ``Subject/arm`` names.
        case arm
        case characteristic(String)
        case design
        case period
        case eligibility
        case riskOfBias(tool: String)
        case discrepancy
        case caution
        case note
    }

    /// The kind of value.
    package enum Measure: Sendable, Hashable {
        case effect(EffectMeasure, Effect.Contrast)
        case values(ArmValues.Kind)
        case patients
        case characteristic
        case pValue
        case text

        /// As exports name it: `HR`, `median`, `patients`, `p`.
        package var code: String {
            switch self {
            case .effect(let measure, _): measure.rawValue
            case .values(let kind): kind.rawValue
            case .patients: "patients"
            case .characteristic: "characteristic"
            case .pValue: "p"
            case .text: "text"
            }
        }
    }

    /// Two arms (or groups), after inversion.
    package struct Comparison: Sendable, Hashable {
        package var experimental: String
        package var control: String
    }

    /// What the figure is, in codes.
    package struct Subject: Sendable {
        package var topic: Topic
        package var measure: Measure
        /// Who was looked at; nil for the whole study.
        package var population: String?
        package var isSubgroup = false
        /// The arm's identifier; `all` for all patients together.
        package var arm: String?
        package var comparison: Comparison?
        /// The time point that a rate refers to.
        package var time: Duration?
        package var followUp: FollowUp?
        package var analysis: String?
        /// Which report of the study it is from, when there are several.
        package var report: String?
        /// Of patients who left: after which stage, and why.
        package var after: Enrolment.Kind?
        package var reason: String?
    }

    /// How the atlas takes it.
    package struct Standing: Sendable, Hashable {
        /// Whether it is used of several that differ, and why.
        package var isPreferred = false
        package var because: String?
        /// Whether another value is printed for the same quantity.
        package var isInConflict = false
        /// Why the printed value should be read with care.
        package var doubt: String?
        /// Whether the interval that is shown is computed, not printed.
        package var isDerived = false
        /// Whether the printed ratio is upside down and was inverted.
        package var isInverted = false
    }
}
