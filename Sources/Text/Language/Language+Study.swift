/// What a study's page says of how the study was done and of whom it studied.
extension Language {
    /// Below the name: Randomised trial, phase 3 · also SABR-COMET
    package func studySubtitle(_ design: String, aliases: [String]) -> String {
        let design = capitalised(design)
        return aliases.isEmpty ? design : say("\(design) · also \(series(aliases))")
    }

    /// The page in a sentence, for search engines.
    package func studyDescription(_ name: String, design: String, conditions: [String]) -> String {
        say("\(name): \(series([design] + conditions))")
    }

    // MARK: Facts

    package var designFact: String { say("Design") }
    package var designNoteFact: String { say("On the design") }
    package var statusFact: String { say("Status") }
    package var conditionsFact: String { say(capitalised(words.disease.one)) }
    package var settingFact: String { say("Setting") }
    package var primaryEndpointFact: String { say("Primary endpoint") }
    package var periodFact: String { say("Period") }
    package var countriesFact: String { say("Countries") }
    package var registrationFact: String { say("Registration") }
    package var includesFact: String { say("Counts the \(words.patient.many) of") }
    package var partOfFact: String { say("Re-analyses") }
    package var overlapsFact: String { say("Has \(words.patient.many) in common with") }

    /// randomised 1:2
    package func randomised(_ ratio: String) -> String { say("randomised \(ratio)") }

    package func centres(_ number: Int) -> String {
        say(number == 1 ? "one centre" : "\(numbers.count(number)) centres")
    }

    /// from 2012-02 to 2016-08; nil without either.
    package func period(from start: String?, to end: String?) -> String? {
        switch (start, end) {
        case (let start?, let end?): say("from \(start) to \(end)")
        case (let start?, nil): say("from \(start)")
        case (nil, let end?): say("to \(end)")
        case (nil, nil): nil
        }
    }

    // MARK: Numbers of patients

    /// All arms of a study together.
    package var allPatients: String { say("all \(words.patient.many)") }

    /// A number of patients and what was done with them: Patients screened; with why they left: Patients excluded: too ill
    package func patients(_ done: String, reason: String? = nil) -> String {
        let what = say("\(capitalised(words.patient.many)) \(done)")
        return reason.map { say("\(what): \(inSentence($0))") } ?? what
    }

    /// What a number of patients is: Number of patients screened
    package func numberOfPatients(_ done: String) -> String { say("Number of \(words.patient.many) \(done)") }

    /// Why a number is used of several that differ, and what else there is to say of it.
    package func usedBecause(_ reason: String?, note: String?) -> String {
        [reason.map { say("Used because \($0)") }, note].compactMap { $0 }.joined(separator: say(". "))
    }

    /// Why a value is used of several that differ: Why: The table agrees with the figure.
    package func why(_ reason: String) -> String { say("Why: \(reason)") }

    package func noFlow(because reason: String) -> String {
        say("No flow of \(words.patient.many) is drawn: \(reason)")
    }

    // MARK: Where something is printed

    /// Printed in Smith 2020, Table 1
    package func printed(in source: String, at place: String) -> String { say("Printed in \(source), \(place)") }

    /// Printed in 2 places
    package func printed(inPlaces number: Int) -> String { say("Printed in \(numbers.count(number)) places") }
}
