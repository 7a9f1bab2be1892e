/// What is said of a study and of what it states.
extension Language {
    /// All arms of a study together: all patients
    public var allPatients: String { say("all \(words.patient.many)") }

    /// A number of patients and what was done with them: Patients screened
    public func patients(_ done: String) -> String { say("\(capitalised(words.patient.many)) \(done)") }

    /// What a number of patients is: Number of patients screened
    public func numberOfPatients(_ done: String) -> String { say("Number of \(words.patient.many) \(done)") }

    public var pValueName: String { say("p-value") }
}

/// What the entries of a study's record are.
extension Language {
    public var design: String { say("Design") }
    public var period: String { say("Period") }
    public var arm: String { say("Arm") }
    public var eligibility: String { say("Eligibility") }
    public var discrepancy: String { say("Discrepancy") }
    public var caution: String { say("Caution") }
    public var note: String { say("Note") }
    public func riskOfBias(tool: String) -> String { say("Risk of bias, \(tool)") }
}
