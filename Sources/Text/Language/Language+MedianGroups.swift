/// What is said of the medians of a question's studies beside one another.
extension Language {
    /// Median overall survival
    public func medianTitle(_ outcome: String) -> String { say("Median \(inSentence(outcome))") }

    public var mediansDescription: String { say("The medians of each group as they are printed. They are not pooled.") }
    public var mediansAreDisputed: String {
        say("* Documents print other values as well; the page of the study has them all.")
    }
    public var months: String { say("months") }
    public var experimentalHeading: String { say("Experimental") }
    public var controlHeading: String { say("Control") }

    /// Of a median that is drawn in months.
    public func printedIn(_ unit: String) -> String { say("printed in \(unit)") }

    /// Below the name of a study that states one median for all its patients.
    public var allPatientsTogether: String { say("all \(words.patient.many) together") }

    // MARK: How patients came to their treatment

    public var randomisedGroup: String { say("Randomised trials") }
    public var chosenGroup: String { say("Not randomised: someone chose who was treated") }
    public var otherGroup: String { say("Others") }
    public func notRandomised(_ design: String) -> String { say("\(design), not randomised") }
    /// The same as a sentence.
    public var chosenSentence: String { say("Not randomised: someone chose who was treated.") }
}
