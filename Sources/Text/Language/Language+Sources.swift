/// What the page of a document says of it and of what the atlas takes from it.
extension Language {
    public var languageFact: String { say("Language") }
    public var licenceFact: String { say("Licence") }
    public var reviewFact: String { say("Peer review") }
    public func peerReviewed(_ isReviewed: Bool) -> String { say(isReviewed ? "peer reviewed" : "not peer reviewed") }

    /// A language by its tag; the tag where its name is not known.
    public func name(ofLanguage tag: String) -> String {
        switch tag {
        case "en": say("English")
        case "fr": say("French")
        default: tag
        }
    }

    // MARK: What an entry of a study's record is about

    public var design: String { say("Design") }
    public var period: String { say("Period") }
    public var arm: String { say("Arm") }
    public var eligibility: String { say("Eligibility") }
    public var discrepancy: String { say("Discrepancy") }
    public var caution: String { say("Caution") }
    public var note: String { say("Note") }
    public func riskOfBias(judgedWith tool: String) -> String { say("Risk of bias, \(tool)") }
}
