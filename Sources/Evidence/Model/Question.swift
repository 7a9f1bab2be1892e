import Diagnostics
import Markdown
import MetaAnalysis
import Text

/// A clinical question, what is known about it, and what the studies say together.
package struct Question: Sendable {
    package enum Role: String, Sendable, CaseIterable {
        case direct
        case indirect
        case context
        case running
    }

    package struct Member: Sendable {
        package var study: Marked<String>
        package var role: Role
        package var because: String?
    }

    package var id: String
    package var title: String
    package var short: String
    package var conditions: [Marked<String>] = []
    package var setting: Marked<String>?
    package var population: String?
    package var intervention: String?
    package var comparison: String?
    package var outcomes: [Marked<String>] = []
    package var interventions: [Marked<String>] = []
    package var answer: MarkdownDocument?
    package var members: [Member] = []
    package var syntheses: [SynthesisPlan] = []
    package var body: MarkdownDocument
    package var text: SourceText

    package func plan(_ id: String) -> SynthesisPlan? { syntheses.first { $0.id == id } }
}

/// What to put together, and how, as an editor asked for it.
package struct SynthesisPlan: Sendable {
    package enum Model: String, Sendable, CaseIterable {
        case common
        case random
    }

    package struct Item: Sendable {
        package var study: Marked<String>
        package var result: Marked<String>
        package var isPooled: Bool
        package var because: String?
        package var label: String?
        package var group: String?
    }

    package struct Published: Sendable {
        package var study: Marked<String>
        package var result: Marked<String>
        package var because: String?
    }

    /// Where the rate of a control arm stands that says what the hazard ratio means for a hundred patients.
    package struct Absolute: Sendable {
        package var study: Marked<String>
        /// A result that states the proportion of the arm's patients without the event at a time.
        package var result: Marked<String>
        package var arm: Marked<String>
        /// What happens to patients, in the plural: "die".
        package var event: String
    }

    /// What a column of the forest plot shows of each study.
    package enum Column: String, Sendable, CaseIterable {
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
    package enum Order: String, Sendable, CaseIterable {
        case effect
        case weight
        case name
    }

    package var id: String
    package var title: String
    package var outcome: Marked<String>
    package var measure: EffectMeasure
    package var isPooled: Bool
    package var because: String?
    package var model: Model?
    package var estimator: TauSquaredEstimator?
    package var test: PoolingTest?
    package var favours: (experimental: String, control: String)?
    package var items: [Item] = []
    package var published: [Published] = []
    package var absolute: Absolute?
    /// Columns left of the plot.
    package var columns: [Column] = [.patients]
    /// As they are listed if nil.
    package var order: Order?
    package var mark: Mark
}
