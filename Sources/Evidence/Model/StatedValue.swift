import MetaAnalysis

/// Something that a document states about a study: what it is, the figure, where it is printed, and how the atlas takes it.
///
/// Conflicts, the pages of documents, the links of prose, plots of medians and exports are made from these alone.
///
///     study.statedValues.filter { $0.subject.topic == .outcome("overall-survival") && $0.subject.measure == .values(.median) }
public struct StatedValue: Sendable {
    /// The identifier of the study.
    public let study: String
    public let address: Address
    public let subject: Subject
    /// Nil for what is no value: how the study was done, when, what an arm without a size is.
    public let quantity: Quantity?
    public let provenance: [Provenance]
    public internal(set) var standing: Standing

    /// Where it stands in the record of its study, by its place in a list of the record.
    public enum Address: Sendable, Hashable {
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
    public enum Topic: Sendable, Hashable {
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
    public enum Measure: Sendable, Hashable {
        case effect(EffectMeasure, Effect.Contrast)
        case values(ArmValues.Kind)
        case patients
        case characteristic
        case pValue
        case text

        /// As exports name it: `HR`, `median`, `patients`, `p`.
        public var code: String {
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
    public struct Comparison: Sendable, Hashable {
        public var experimental: String
        public var control: String
    }

    /// What the figure is, in codes.
    public struct Subject: Sendable {
        public var topic: Topic
        public var measure: Measure
        /// Who was looked at; nil for the whole study.
        public var population: String?
        public var isSubgroup = false
        /// The arm's identifier; `all` for all patients together.
        public var arm: String?
        public var comparison: Comparison?
        /// The time point that a rate refers to.
        public var time: Duration?
        public var followUp: FollowUp?
        public var analysis: String?
        /// Which report of the study it is from, when there are several.
        public var report: String?
        /// Of patients who left: after which stage, and why.
        public var after: Enrolment.Kind?
        public var reason: String?
    }

    /// How the atlas takes it.
    public struct Standing: Sendable, Hashable {
        /// Whether it is used of several that differ, and why.
        public var isPreferred = false
        public var because: String?
        /// Whether another value is printed for the same quantity.
        public var isInConflict = false
        /// Why the printed value should be read with care.
        public var doubt: String?
        /// Whether the interval that is shown is computed, not printed.
        public var isDerived = false
        /// Whether the printed ratio is upside down and was inverted.
        public var isInverted = false
    }
}
