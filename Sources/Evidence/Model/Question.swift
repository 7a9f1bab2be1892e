import Diagnostics
import Markdown
import MetaAnalysis
import Text

/// A clinical question, what is known about it, and what the studies say together.
public struct Question: Sendable {
    public enum Role: String, Sendable, CaseIterable {
        case direct
        case indirect
        case context
        case running
    }

    public struct Member: Sendable {
        public var study: Marked<String>
        public var role: Role
        public var because: String?
    }

    public var id: String
    public var title: String
    public var short: String
    public var conditions: [Marked<String>] = []
    public var setting: Marked<String>?
    public var population: String?
    public var intervention: String?
    public var comparison: String?
    public var outcomes: [Marked<String>] = []
    public var interventions: [Marked<String>] = []
    public var answer: MarkdownDocument?
    public var members: [Member] = []
    public var syntheses: [SynthesisPlan] = []
    public var body: MarkdownDocument
    public var text: SourceText

    public func plan(_ id: String) -> SynthesisPlan? { syntheses.first { $0.id == id } }
}

/// What to put together, and how, as an editor asked for it.
public struct SynthesisPlan: Sendable {
    public enum Model: String, Sendable, CaseIterable {
        case common
        case random
    }

    public struct Item: Sendable {
        public var study: Marked<String>
        public var result: Marked<String>
        public var isPooled: Bool
        public var because: String?
        public var label: String?
        public var group: String?
    }

    public struct Published: Sendable {
        public var study: Marked<String>
        public var result: Marked<String>
        public var because: String?
    }

    /// Where the rate of a control arm stands that says what the hazard ratio means for a hundred patients.
    public struct Absolute: Sendable {
        public var study: Marked<String>
        /// A result that states the proportion of the arm's patients without the event at a time.
        public var result: Marked<String>
        public var arm: Marked<String>
        /// What happens to patients, in the plural: "die".
        public var event: String
    }

    /// What a column of the forest plot shows of each study.
    public enum Column: String, Sendable, CaseIterable {
        case patients
        /// Patients of the experimental and the control arm.
        case arms
        /// Events of patients in each arm, where the result states them.
        case events
        case followUp = "follow-up"
        case setting
        case phase
    }

    /// The order of studies in the forest plot, within their groups.
    public enum Order: String, Sendable, CaseIterable {
        case effect
        case weight
        case name
    }

    public var id: String
    public var title: String
    public var outcome: Marked<String>
    public var measure: EffectMeasure
    public var isPooled: Bool
    public var because: String?
    public var model: Model?
    public var estimator: TauSquaredEstimator?
    public var test: PoolingTest?
    public var favours: (experimental: String, control: String)?
    public var items: [Item] = []
    public var published: [Published] = []
    public var absolute: Absolute?
    /// Columns left of the plot.
    public var columns: [Column] = [.patients]
    /// As they are listed if nil.
    public var order: Order?
    public var mark: Mark
}
