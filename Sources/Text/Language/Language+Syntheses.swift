/// What stands beside a synthesis.
extension Language {
    /// Progression-free survival: without each study
    package func withoutEachStudy(_ title: String) -> String { say("\(title): without each study") }

    package func influenceDescription(measure: String) -> String { say("The pooled \(measure) when each study in turn is left out.") }

    package var iSquaredHeader: String { say("I²") }
    package var allStudiesTogether: String { say("All studies") }

    /// Wald intervals here, with all studies too, because two studies allow no other; …
    package func influenceNote(interval: String, shown: String) -> String {
        say(
            "\(capitalised(interval))s here, with all studies too, because two studies allow no other; the result above has the \(shown).")
    }

    /// Together the three studies give HR 0.92 (95 % CI 0.81 to 1.03): the interval includes 1.
    package func together(_ studies: Int, _ result: String, includesNull: Bool, null: Double, favoured: String) -> String {
        let verdict = verdict(includesNull: includesNull, null: null)
        return includesNull
            ? say("Together the \(inWords(studies)) studies give \(result): the interval \(verdict).")
            : say("Together the \(inWords(studies)) studies give \(result): the interval \(verdict), \(inFavour(of: favoured)).")
    }

    package var experimentalArm: String { say("the experimental arm") }
    package var controlArm: String { say("the control arm") }

    package func fewStudiesWarning(_ studies: Int) -> String {
        say(
            "Only \(inWords(studies)) studies: the spread between studies cannot be estimated well, and the interval may be too narrow.")
    }

    /// with HR 0.60 (95 % CI 0.40 to 0.90) for HORRAD
    package func with(_ value: String, for study: String) -> String { say("with \(value) for \(study)") }

    package func shownNotPooled(_ because: String) -> String { say("shown, not pooled. \(because)") }

    /// What rounding of the printed figures leaves open; the arguments are a result with one more digit and three ranges.
    package func rounding(_ result: EstimateText, estimate: IntervalText, low: IntervalText, high: IntervalText) -> String {
        say(
            "With one more digit our result is \(self.estimate(result)). The printed figures are rounded: whatever their digits before rounding were, it lies within \(interval(estimate)), its lower limit within \(interval(low)) and its upper limit within \(interval(high)).")
    }
}
