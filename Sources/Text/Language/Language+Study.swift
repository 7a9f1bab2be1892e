/// What a study's page says of how the study was done and of whom it studied.
extension Language {
    /// Below the name: Randomised trial, phase 3 · also SABR-COMET
    public func studySubtitle(_ design: String, aliases: [String]) -> String {
        let design = capitalised(design)
        return aliases.isEmpty ? design : say("\(design) · also \(series(aliases))")
    }

    /// The page in a sentence, for search engines.
    public func studyDescription(_ name: String, design: String, conditions: [String]) -> String {
        say("\(name): \(series([design] + conditions))")
    }

    // MARK: Facts

    public var designFact: String { say("Design") }
    public var designNoteFact: String { say("On the design") }
    public var statusFact: String { say("Status") }
    public var conditionsFact: String { say(capitalised(words.disease.one)) }
    public var settingFact: String { say("Setting") }
    public var primaryEndpointFact: String { say("Primary endpoint") }
    public var periodFact: String { say("Period") }
    public var countriesFact: String { say("Countries") }
    public var registrationFact: String { say("Registration") }
    public var includesFact: String { say("Counts the \(words.patient.many) of") }
    public var partOfFact: String { say("Re-analyses") }
    public var overlapsFact: String { say("Has \(words.patient.many) in common with") }

    /// randomised 1:2
    public func randomised(_ ratio: String) -> String { say("randomised \(ratio)") }

    public func centres(_ number: Int) -> String { say(number == 1 ? "one centre" : "\(numbers.count(number)) centres") }

    /// from 2012-02 to 2016-08; nil without either.
    public func period(from start: String?, to end: String?) -> String? {
        switch (start, end) {
        case (let start?, let end?): say("from \(start) to \(end)")
        case (let start?, nil): say("from \(start)")
        case (nil, let end?): say("to \(end)")
        case (nil, nil): nil
        }
    }

    // MARK: Numbers of patients

    /// All arms of a study together.
    public var allPatients: String { say("all \(words.patient.many)") }

    /// A number of patients and what was done with them: Patients screened; with why they left: Patients excluded: too ill
    public func patients(_ done: String, reason: String? = nil) -> String {
        let what = say("\(capitalised(words.patient.many)) \(done)")
        return reason.map { say("\(what): \(inSentence($0))") } ?? what
    }

    /// What a number of patients is: Number of patients screened
    public func numberOfPatients(_ done: String) -> String { say("Number of \(words.patient.many) \(done)") }

    /// Why a number is used of several that differ, and what else there is to say of it.
    public func usedBecause(_ reason: String?, note: String?) -> String {
        [reason.map { say("Used because \($0)") }, note].compactMap { $0 }.joined(separator: say(". "))
    }

    /// Why a value is used of several that differ: Why: The table agrees with the figure.
    public func why(_ reason: String) -> String { say("Why: \(reason)") }

    public func noFlow(because reason: String) -> String { say("No flow of \(words.patient.many) is drawn: \(reason)") }

    // MARK: Where something is printed

    /// Printed in Smith 2020, Table 1
    public func printed(in source: String, at place: String) -> String { say("Printed in \(source), \(place)") }

    /// Printed in 2 places
    public func printed(inPlaces number: Int) -> String { say("Printed in \(numbers.count(number)) places") }
}
