/// Forest plots: headers, rows, sentences, and what explains the marks.
extension Language {
    // MARK: Headers

    /// HR (95 % CI)
    package func effectHeader(_ measure: String, level: Double) -> String {
        say("\(measure) (\(intervalName(level: level)))")
    }

    package var weightHeader: String { say("Weight") }
    package var remarksHeader: String { say("Remarks") }

    /// Favours radiotherapy
    package func favours(_ arm: String) -> String { say("Favours \(arm)") }

    /// An arrow to the side of an axis that a text is about.
    package func toLeft(_ text: String) -> String { say("\u{2190}\u{A0}\(text)") }
    package func toRight(_ text: String) -> String { say("\(text)\u{A0}\u{2192}") }

    // MARK: Rows

    /// (0.80 to 1.06)
    package func limits(_ interval: IntervalText) -> String { say("(\(interval.low) to \(interval.high))") }

    package var predictionInterval: String { say("Prediction interval") }
    package var noEstimate: String { say("no estimate") }
    package var noStudyToShow: String { say("No study to show") }

    /// Group: low metastatic burden
    package func group(_ label: String) -> String { say("Group: \(label)") }

    /// Weight 75.0 %
    package func weight(_ weight: String) -> String { say("Weight \(weight)") }

    /// A cell with its header before it, where there are no columns: Patients 410.
    package func cell(_ header: String, _ text: String) -> String { say("\(header)\u{A0}\(text)") }

    /// STAMPEDE: hazard ratio 0.92, 95 % CI 0.80 to 1.06, includes 1, weight 75.0 %, not pooled
    ///
    /// - Parameters:
    ///   - measure: As it stands within a sentence.
    ///   - estimate: Nil for a study without one.
    ///   - intervalName: See ``intervalName(level:)``.
    ///   - verdict: See ``verdict(includesNull:null:)``; nil where there is no value of no difference.
    package func forestRow(
        _ name: String, measure: String, isPooled: Bool, _ estimate: EstimateText?, intervalName: String,
        verdict: String?,
        weight: String?, remarks: [String]
    ) -> String {
        var text = remarks.isEmpty ? "" : ", " + remarks.joined(separator: ", ")
        if let weight, estimate != nil { text = ", weight \(weight)\(text)" }
        guard let estimate else { return say("\(name): \(noEstimate)\(text)") }
        if let interval = estimate.interval {
            if let verdict { text = ", \(verdict)\(text)" }
            text = ", \(intervalName) \(interval.low) to \(interval.high)\(text)"
        } else {
            text = ", interval not stated\(text)"
        }
        return say("\(name): \(isPooled ? "pooled " : "")\(measure) \(estimate.value)\(text)")
    }

    /// Prediction interval: hazard ratio 0.36 to 1.97
    package func predictionRow(_ label: String, measure: String, _ interval: IntervalText) -> String {
        say("\(label): \(measure) \(self.interval(interval))")
    }

    // MARK: Remarks

    package var remarkShown: String { say("not pooled") }
    package var remarkIndirect: String { say("indirect comparison") }
    package var remarkDerived: String { say("interval derived") }
    package var remarkInverted: String { say("inverted from the printed ratio") }
    package var remarkAlternative: String { say("alternative value, not used") }
    package var remarkPublished: String { say("as published") }

    // MARK: Explanations

    package var explainsDerived: String {
        say("\u{2020} \(numbers.level(0.95)) interval derived: none, or one of another level, is printed.")
    }
    package var explainsInverted: String { say("\u{2021} Printed the other way up in the source; inverted here.") }
    package var explainsShown: String { say("Hollow mark: shown, not pooled.") }
    package var explainsIndirect: String { say("Circle: indirect comparison.") }
    package var explainsAlternative: String { say("Small mark: another printed value, not used.") }
    package var explainsPublished: String { say("Hollow diamond: as published by others.") }
    package var explainsArrow: String { say("Arrow: the interval extends beyond the axis.") }
}

/// The forest plot of a synthesis.
extension Language {
    /// What it shows and what of it is pooled: Forest plot of the hazard ratio for overall survival: three results, two of them
    /// pooled.
    ///
    /// - Parameters:
    ///   - outcome: As it stands within a sentence.
    ///   - pooled: How many results are pooled; nil if none is.
    package func forestPlot(of measure: String, for outcome: String, results: Int, pooled: Int?) -> String {
        let shown = results == 1 ? "\(inWords(results)) result" : "\(inWords(results)) results"
        guard let pooled, pooled != results else {
            return say("Forest plot of the \(measure) for \(outcome): \(shown).")
        }
        return say("Forest plot of the \(measure) for \(outcome): \(shown), \(inWords(pooled)) of them pooled.")
    }

    /// Pooled: HR 0.92 (95 % CI 0.81 to 1.03).
    package func pooled(_ result: String) -> String { say("Pooled: \(result).") }

    /// - Parameter because: A sentence, with or without its full stop; nil if no reason is stated.
    package func notPooled(because reason: String?) -> String {
        guard let reason, !reason.isEmpty else { return say("The studies are not pooled.") }
        return say("The studies are not pooled: \(reason)\(reason.hasSuffix(".") ? "" : ".")")
    }

    /// What the sides of the axis favour: Below 1 favours radiotherapy, above it favours control.
    package func sides(of null: Double, below: String, above: String) -> String {
        say("Below \(numbers.plain(null)) favours \(below), above it favours \(above).")
    }

    package var followUpHeader: String { say("Follow-up") }
    package var settingHeader: String { say("Setting") }
    package var phaseHeader: String { say("Phase") }

    /// The column of one arm: Radiotherapy, patients
    package func patientsHeader(_ arm: String) -> String { say("\(capitalised(arm)), \(words.patient.many)") }
    package func eventsHeader(_ arm: String) -> String { say("\(capitalised(arm)), events") }

    /// The arms of a plan that does not name them.
    package var experimentalSide: String { say("experimental") }
    package var controlSide: String { say("control") }

    /// median follow-up 40 months
    package func medianFollowUp(_ time: String) -> String { say("median follow-up \(time)") }

    /// STOPCAP, as published
    package func asPublished(_ study: String) -> String { say("\(study), as published") }
}
