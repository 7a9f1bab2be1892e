/// What the page of a document says of it and of what the atlas takes from it.
extension Language {
    package var languageFact: String { say("Language") }
    package var licenceFact: String { say("Licence") }
    package var reviewFact: String { say("Peer review") }
    package func peerReviewed(_ isReviewed: Bool) -> String { say(isReviewed ? "peer reviewed" : "not peer reviewed") }

    /// A language by its tag; the tag where its name is not known.
    package func name(ofLanguage tag: String) -> String {
        switch tag {
        case "en": say("English")
        case "fr": say("French")
        default: tag
        }
    }

    // MARK: What an entry of a study's record is about

    package var design: String { say("Design") }
    package var period: String { say("Period") }
    package var arm: String { say("Arm") }
    package var eligibility: String { say("Eligibility") }
    package var discrepancy: String { say("Discrepancy") }
    package var caution: String { say("Caution") }
    package var note: String { say("Note") }
    package func riskOfBias(judgedWith tool: String) -> String { say("Risk of bias, \(tool)") }
}
