/// What is said of the medians of a question's studies beside one another.
extension Language {
    /// Median overall survival
    package func medianTitle(_ outcome: String) -> String { say("Median \(inSentence(outcome))") }

    package var mediansDescription: String {
        say("The medians of each group as they are printed. They are not pooled.")
    }
    package var mediansAreDisputed: String {
        say("* Documents print other values as well; the page of the study has them all.")
    }
    package var months: String { say("months") }
    package var experimentalHeading: String { say("Experimental") }
    package var controlHeading: String { say("Control") }

    /// Of a median that is drawn in months.
    package func printedIn(_ unit: String) -> String { say("printed in \(unit)") }

    /// Below the name of a study that states one median for all its patients.
    package var allPatientsTogether: String { say("all \(words.patient.many) together") }

    // MARK: How patients came to their treatment

    package var randomisedGroup: String { say("Randomised trials") }
    package var chosenGroup: String { say("Not randomised: someone chose who was treated") }
    package var otherGroup: String { say("Others") }
    package func notRandomised(_ design: String) -> String { say("\(design), not randomised") }
    /// The same as a sentence.
    package var chosenSentence: String { say("Not randomised: someone chose who was treated.") }
}
