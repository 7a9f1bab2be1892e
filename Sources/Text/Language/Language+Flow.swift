/// The flow of patients from stage to stage.
extension Language {
    package var noFlow: String { say("No number of \(words.patient.many) is recorded") }

    /// Radiotherapy: 37 patients analysed
    ///
    /// - Parameters:
    ///   - arm: Nil for the whole study.
    ///   - what: What was done with them or became of them; empty for the size of an arm.
    ///   - number: Nil where only the reasons have numbers.
    package func flowStep(arm: String?, _ number: Int?, _ what: String, isDisputed: Bool) -> String {
        var text = arm.map { "\($0): " } ?? ""
        text += number.map(patients) ?? words.patient.many
        if !what.isEmpty { text += " \(what)" }
        if number == nil { text += ", by reason" }
        if isDisputed { text += ", other numbers are printed too" }
        return say(text)
    }

    /// Radiotherapy: 2 patients lost to follow-up: moved away
    package func flowReason(arm: String?, _ number: Int, _ what: String, reason: String, isDisputed: Bool) -> String {
        let who = arm.map { "\($0): " } ?? ""
        return say("\(who)\(patients(number)) \(what): \(reason)\(isDisputed ? ", other numbers are printed too" : "")")
    }

    /// A reason with how many it was: 2 moved away.
    package func flowReason(_ number: String, _ reason: String) -> String { say("\(number) \(reason)") }

    package var stageHeader: String { say("Stage") }
    package var armHeader: String { say("Arm") }
    package var reasonHeader: String { say("Reason") }
    package var inTheArm: String { say("In the arm") }
    package var allArms: String { say("All") }
}
