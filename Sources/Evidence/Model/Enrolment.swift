/// A number of patients.
package struct Enrolment: Sendable {
    /// What was done with the patients, in the order in which they go through a study.
    package enum Kind: String, Sendable, CaseIterable {
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
        package var isDeparture: Bool { self == .excluded || self == .withdrawn || self == .lost }

        /// The kinds that stand for the patients of a study, the best first.
        static let counted: [Kind] = [.randomised, .analysed, .enrolled]

        /// Those that stand for the patients of a study of records where nothing better is stated.
        static let found: [Kind] = [.eligible, .identified]
    }

    /// An address of its own within the study, if it needs one.
    package var id: String?
    package var kind: Kind
    package var n: Int
    package var population: String?
    package var arm: String?
    /// Of patients who left: why, in our words.
    package var reason: String?
    /// Of patients who left: the stage after which they did.
    package var after: Kind?
    package var isPreferred = false
    package var because: String?
    package var note: String?
    package var provenance: [Provenance] = []
    package var mark: Mark

    /// Whether it counts patients of the whole study or of an arm, not of a population within it.
    var isOfWholeStudy: Bool { population == nil }

    /// What is counted; two numbers for one quantity that differ are a conflict.
    var quantity: [String] {
        [kind.rawValue, arm ?? "", population ?? "", after?.rawValue ?? "", reason?.lowercased() ?? ""]
    }
}
