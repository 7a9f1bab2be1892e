/// Plots of two arms side by side.
extension Language {
    package var oneGroup: String { say("One group") }
    package var oneGroupNotCompared: String { say("One group, not compared") }

    /// Radiotherapy, indirect
    package func indirect(_ text: String) -> String { text.isEmpty ? say("indirect") : say("\(text), indirect") }

    package var designHeader: String { say("Design") }
    package var detailsHeader: String { say("Details") }
    package var noStudyStates: String { say("No study states this") }

    // MARK: Values

    /// not reached (over 18.8)
    package func notReached(over bound: String) -> String { say("not reached (over \(bound))") }

    /// Not reached, where there is little room.
    package var notReachedShort: String { say("NR") }

    /// NR, >18.8
    package func notReachedShort(over bound: String) -> String { say("NR, >\(bound)") }

    package func explainsNotReached(hasBounds: Bool) -> String {
        hasBounds
            ? say("NR: not reached within follow-up. A dashed line starts at the value that it is known to be over.")
            : say("NR: not reached within follow-up.")
    }

    // MARK: Sentences

    /// ORIOLE, randomised trial: median survival 50 months with radiotherapy, 28 months with observation
    package func medians(
        _ study: String, measure: String, _ first: String, with experimental: String, _ second: String,
        with control: String
    ) -> String {
        say("\(study): \(measure) \(first) with \(experimental), \(second) with \(control)")
    }

    /// Gomez 2019: median survival 23.4 months with radiotherapy, one group, not compared
    package func median(_ study: String, measure: String, _ value: String, with arm: String?) -> String {
        guard let arm else { return say("\(study): \(measure) \(value), one group, not compared") }
        return say("\(study): \(measure) \(value) with \(arm), one group, not compared")
    }

    /// Both values where there is one column: 50 / 28.
    package func both(_ first: String, _ second: String) -> String { say("\(first) / \(second)") }
}
