/// What stands beside a synthesis.
extension Language {
    /// Why nothing is pooled although the plan asks for it.
    package func tooFewToPool(_ studies: Int) -> String {
        studies == 1 ? say("only one study can be pooled") : say("no study can be pooled")
    }

    /// Why nothing is pooled where the figures allow no result.
    package var poolNotComputed: String { say("the pooled result could not be computed") }

    /// Progression-free survival: without each study
    package func withoutEachStudy(_ title: String) -> String { say("\(title): without each study") }

    package func influenceDescription(measure: String) -> String {
        say("The pooled \(measure) when each study in turn is left out.")
    }

    package var iSquaredHeader: String { say("I²") }
    package var allStudiesTogether: String { say("All studies") }

    /// Wald intervals here, with all studies too, because two studies allow no other; …
    package func influenceNote(interval: String, shown: String) -> String {
        say(
            "\(capitalised(interval))s here, with all studies too, because two studies allow no other; the result above has the \(shown)."
        )
    }

    /// Together the three studies give HR 0.92 (95 % CI 0.81 to 1.03): the interval includes 1.
    package func together(_ studies: Int, _ result: String, includesNull: Bool, null: Double, favoured: String)
        -> String
    {
        let verdict = verdict(includesNull: includesNull, null: null)
        return includesNull
            ? say("Together the \(inWords(studies)) studies give \(result): the interval \(verdict).")
            : say(
                "Together the \(inWords(studies)) studies give \(result): the interval \(verdict), \(inFavour(of: favoured))."
            )
    }

    package var theExperimentalArm: String { say("the experimental arm") }
    package var theControlArm: String { say("the control arm") }

    package func fewStudiesWarning(_ studies: Int) -> String {
        say(
            "Only \(inWords(studies)) studies: the spread between studies cannot be estimated well, and the interval may be too narrow."
        )
    }

    /// with HR 0.60 (95 % CI 0.40 to 0.90) for HORRAD
    package func with(_ value: String, for study: String) -> String { say("with \(value) for \(study)") }

    package func shownNotPooled(_ because: String) -> String { say("shown, not pooled. \(because)") }

    /// What rounding of the printed figures leaves open; the arguments are a result with one more digit and three ranges.
    package func rounding(_ result: EstimateText, estimate: IntervalText, low: IntervalText, high: IntervalText)
        -> String
    {
        say(
            "With one more digit our result is \(self.estimate(result)). The printed figures are rounded: whatever their digits before rounding were, it lies within \(interval(estimate)), its lower limit within \(interval(low)) and its upper limit within \(interval(high))."
        )
    }

    /// Hazard ratio for
    package func measureLead(_ measure: String) -> String { say("\(capitalised(measure)) for") }

    /// 3 studies, 1 234 patients
    package func pooledSize(studies: Int, patients: Int?) -> String {
        let patients = patients.map(numbers.count) ?? missing
        return say("\(numbers.count(studies)) studies, \(patients) \(words.patient.many)")
    }

    /// published HR 0.92 (95 % CI 0.81 to 1.04) in 2 126 patients.
    package func publishedResult(_ result: String, patients: Int?) -> String {
        patients.map { say("published \(result) in \(numbers.count($0)) \(words.patient.many).") }
            ?? say("published \(result).")
    }

    // MARK: A hundred patients

    package var experimentalTreatment: String { say("the experimental \(words.treatment.one)") }
    package var controlTreatment: String { say("the control \(words.treatment.one)") }

    /// Overall survival: of 100 patients, within 3 years
    package func absoluteTitle(_ title: String, time: String) -> String {
        say("\(title): of 100 \(words.patient.many), within \(time)")
    }

    /// die within 3 years
    package func event(_ event: String, within time: String) -> String { say("\(event) within \(time)") }

    package func sentence(_ text: String) -> String { say("\(text).") }

    /// What an absolute effect rests on.
    ///
    /// - Parameter ratioOf: the study whose own hazard ratio is used; nil for the pooled one.
    package func absoluteAssumptions(ratioOf study: String?, study control: String, time: String, rate: String)
        -> String
    {
        let ratio = study.map { say("the hazard ratio of \($0)") } ?? say("the pooled hazard ratio")
        return say(
            "Computed from \(ratio) and the rate of the control arm of \(control) at \(time), \(rate) without the event, as if the ratio were the same at all times. The interval is that of the ratio alone; how sure the rate is, is not in it."
        )
    }

    // MARK: Asymmetry

    package func funnelTitle(_ title: String) -> String { say("\(title): funnel plot") }
    package func galbraithTitle(_ title: String) -> String { say("\(title): Galbraith plot") }
    package func baujatTitle(_ title: String) -> String { say("\(title): Baujat plot") }
}
