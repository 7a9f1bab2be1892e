import Text

/// The words for what content says with a code.
extension Language {
    /// Where a study stands: "stopped early".
    package func label(of status: Study.Status) -> String {
        switch status {
        case .completed: say("completed")
        case .running: say("running")
        case .stoppedEarly: say("stopped early")
        case .planned: say("planned")
        case .unknown: say("status unknown")
        }
    }

    /// How a study was done: "randomised trial".
    package func label(of kind: Design.Kind) -> String {
        switch kind {
        case .randomised: say("randomised trial")
        case .singleArm: say("single-arm trial")
        case .cohort: say("cohort")
        case .registry: say("registry")
        case .metaAnalysis: say("meta-analysis")
        case .review: say("review")
        case .survey: say("survey")
        case .consensus: say("consensus")
        }
    }

    /// How a study was done, with its phase: "randomised trial, phase 3".
    package func design(_ kind: Design.Kind, phase: String?) -> String {
        phase.map { say("\(label(of: kind)), phase \($0)") } ?? label(of: kind)
    }

    /// The entries of a kind, as a heading: "Conditions".
    package func heading(of kind: Vocabulary.Kind) -> String {
        switch kind {
        case .conditions: say("Conditions")
        case .settings: say("Settings")
        case .interventions: say("Interventions")
        case .outcomes: say("Outcomes")
        case .terms: say("Terms")
        }
    }

    /// What the studies of a role are to a question, as a heading.
    package func heading(of role: Question.Role) -> String {
        switch role {
        case .direct: say("Studies that answer the question")
        case .indirect: say("Indirect evidence")
        case .context: say("Context")
        case .running: say("Running trials")
        }
    }
}
