/// A number of patients.
public struct Enrolment: Sendable {
    /// What was done with the patients, in the order in which they go through a study.
    public enum Kind: String, Sendable, CaseIterable {
        case planned
        case screened
        case identified
        case eligible
        case enrolled
        case randomised
        case treated
        case analysed
        case excluded
        case withdrawn
        case lost

        /// The stages of a flow of patients, from top to bottom. What is planned has not happened.
        static let stages: [Kind] = [.screened, .identified, .eligible, .enrolled, .randomised, .treated, .analysed]

        /// Whether the patients left the study at this point.
        public var isDeparture: Bool { self == .excluded || self == .withdrawn || self == .lost }

        /// The kinds that stand for the patients of a study, the best first.
        static let counted: [Kind] = [.randomised, .analysed, .enrolled]

        /// Those that stand for the patients of a study of records where nothing better is stated.
        static let found: [Kind] = [.eligible, .identified]
    }

    /// An address of its own within the study, if it needs one.
    public var id: String?
    public var kind: Kind
    public var n: Int
    public var population: String?
    public var arm: String?
    /// Of patients who left: why, in our words.
    public var reason: String?
    /// Of patients who left: the stage after which they did.
    public var after: Kind?
    public var isPreferred = false
    public var because: String?
    public var note: String?
    public var provenance: [Provenance] = []
    public var mark: Mark

    /// Whether it counts patients of the whole study or of an arm, not of a population within it.
    var isOfWholeStudy: Bool { population == nil }

    /// What is counted; two numbers for one quantity that differ are a conflict.
    var quantity: [String] {
        [kind.rawValue, arm ?? "", population ?? "", after?.rawValue ?? "", reason?.lowercased() ?? ""]
    }
}
