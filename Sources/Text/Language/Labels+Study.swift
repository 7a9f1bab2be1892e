extension Language {
    /// What the pages of studies and documents, and the list of discrepancies, say.
    static let studyLabels = LabelGroup(
        "study", "What the page of a study says",
        [
            Label("belongsTo", "Before the questions that the study belongs to") { $0.say("Belongs to:") },
            Label("cautions", "The heading of reservations") { $0.say("Cautions") },
            Label("results", "The heading of the results") { $0.say("Results") },
            Label("inverted", "Before why a printed ratio was inverted") { $0.say("Inverted.") },
            Label("derived", "Before how an interval was derived") { $0.say("Derived.") },
            Label("doubt", "Before why a value should be read with care") { $0.say("Read with care.") },
            Label("used", "Before why a value is used of several that differ") { $0.say("Used here.") },
            Label("disagreement", "Where another value is printed for the same") { $0.say("Disagreement.") },
            Label("otherValue", "The sentence after it, before the link") {
                $0.say("Another value is printed for this: see")
            },
            Label("otherValueLink", "The link within the sentence") { $0.say("discrepancies") },
            Label("riskOfBias", "The heading of judgements, in the contents") { $0.say("Risk of bias") },
            Label("riskOfBiasPrinted", "The heading of judgements") { $0.say("Risk of bias, as printed") },
            Label("riskOfBiasLead", "What the judgements are") {
                $0.say(
                    "What documents judged of this study, with the tool that they used. The atlas judges nothing itself."
                )
            },
            Label("overall", "What was judged of the whole") { $0.say("Overall") },
            Label("discrepancies", "The heading of what documents disagree about") { $0.say("Discrepancies") },
            Label("conflicts", "What the values below the heading are") {
                $0.say("Different values are printed for the same quantity. Both stay; the one marked is used.")
            },
            Label("usedHere", "Beside the value that is used") { $0.say("used here") },
            Label("design", "The heading of how the study was done") { $0.say("Design") },
            Label("arms", "The heading of the arms") { $0.say("Arms") },
            Label("patients", "The heading of numbers of patients") { $0.say($0.capitalised($0.words.patient.many)) },
            Label("eligibility", "The heading of who could enter") { $0.say("Who could enter") },
            Label("characteristics", "The heading of who was studied") {
                $0.say("Who the \($0.words.patient.many) were")
            },
            Label("notes", "The heading of what else is stated") { $0.say("Notes") },
            Label("sources", "The heading of the documents") { $0.say("Sources") },
        ])

    /// What stands beside the citation of a document.
    static let referenceLabels = LabelGroup(
        "references", "What stands beside the citation of a document",
        [
            Label("heading", "The heading of the documents that a text cites") { $0.say("References") },
            Label("read", "The link to the document") { $0.say("Read it") },
            Label("readDocument", "The same on the page of the document") { $0.say("Read the document") },
            Label("takenFromIt", "The link to its page, and a heading there") {
                $0.say("What the atlas takes from it")
            },
            Label("studies", "What a screen reader calls the list of the studies that draw on it") {
                $0.say("Studies on this page")
            },
            Label("value", "The column of what a value is") { $0.say("Value") },
            Label("inAtlas", "The column of the value as the atlas writes it") { $0.say("In the atlas") },
            Label("place", "The column of the place in the document") { $0.say("Place") },
            Label("printed", "The column of the figures as printed") { $0.say("As printed") },
        ])

    /// What the list of discrepancies says.
    static let discrepancyLabels = LabelGroup(
        "discrepancies", "What the list of discrepancies says",
        [
            Label("lead", "What stands on the page") {
                $0.say(
                    "Where documents print different values for the same quantity, the atlas keeps all of them, says which it uses and why, and shows the pooled result under the other. What disagrees without being a value, and what should be read with care, stands below."
                )
            },
            Label("kinds", "What a screen reader calls the contents") { $0.say("Kinds of discrepancies") },
            Label("values", "The heading of different values") { $0.say("Different values for the same quantity") },
            Label("others", "The heading of other disagreements") { $0.say("Other disagreements") },
            Label("doubts", "The heading of doubted values") { $0.say("Values to read with care") },
            Label("doubtsLead", "What the doubted values are") {
                $0.say(
                    "Printed figures that do not fit together, or whose meaning is not clear. They are kept as printed."
                )
            },
        ])
}
