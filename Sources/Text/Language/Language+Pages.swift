/// Titles, leads and counts of the pages that list things.
extension Language {
    // MARK: Titles

    public var questionsTitle: String { say("Questions") }
    public var questionsDescription: String { say("Clinical questions and what the studies say") }
    public var studiesTitle: String { say("Studies") }
    public var studiesDescription: String { say("Every study of the atlas") }
    public var sourcesTitle: String { say("Sources") }
    public var sourcesDescription: String { say("The documents that the atlas draws on") }
    public var mapTitle: String { say("Evidence map") }
    public var mapDescription: String {
        say(
            "How many studies there are of each \(words.disease.one) in each setting and of each \(words.treatment.one), and where there are none"
        )
    }
    public var ongoingTitle: String { say("Running trials") }
    public var ongoingDescription: String { say("Trials whose results are still to come") }
    public var glossaryTitle: String { say("Glossary") }
    public var glossaryDescription: String { say("The words that the atlas uses, and what they mean") }
    public var discrepanciesTitle: String { say("Discrepancies") }
    public var discrepanciesDescription: String { say("Where documents disagree with one another or with themselves") }
    public var notFoundTitle: String { say("Page not found") }

    // MARK: Counts

    /// "12 studies"
    public func studies(_ number: Int) -> String { say("\(number) \(number == 1 ? "study" : "studies")") }

    /// What a question in a list has: "12 studies, 2 plots".
    public func questionFacts(studies: Int, plots: Int) -> String {
        plots == 0
            ? self.studies(studies) : say("\(self.studies(studies)), \(plots) \(plots == 1 ? "plot" : "plots")")
    }

    public func studiesLead(_ number: Int) -> String {
        say("\(studies(number)), one record each, however many documents report it.")
    }

    /// "12 studies draw on it"
    public func studiesDrawing(_ number: Int) -> String {
        say("\(number) \(number == 1 ? "study draws" : "studies draw") on it")
    }

    /// What is counted on the home page, after its number.
    public func countedStudies(_ number: Int) -> String { say(number == 1 ? "study" : "studies") }
    public func countedResults(_ number: Int) -> String { say(number == 1 ? "result" : "results") }
    public func countedDocuments(_ number: Int) -> String { say(number == 1 ? "document" : "documents") }
    public func countedRunning(_ number: Int) -> String { say(number == 1 ? "running trial" : "running trials") }
    public func countedDiscrepancies(_ number: Int) -> String { say(number == 1 ? "discrepancy" : "discrepancies") }

    /// The number of patients to show in a list: "99", "340 planned", or a dash.
    public func patients(_ number: Int?, planned: Int?) -> String {
        if let number { return "\(number)" }
        return planned.map { say("\($0) planned") } ?? missing
    }

    // MARK: Groups

    /// The heading of questions that name no disease.
    public var otherQuestions: String { say("Other questions") }
    /// The heading of trials that name no disease.
    public var otherTrials: String { say("Other") }
    /// The heading of studies whose setting no document states.
    public var settingNotStated: String { say("Setting not stated") }
    /// The same as the column of a map.
    public var notStated: String { say("Not stated") }
    /// The heading of studies that have a treatment as no more than the comparison, or in all arms.
    public var onlyCompared: String { say("Only as background or comparison") }

    public func studiesCaption(_ label: String) -> String { say("\(label), studies") }
    public func otherStudiesCaption(_ label: String) -> String { say("\(label), secondary analyses, reviews and surveys") }

    /// How many studies bear a word.
    public func entryLead(_ number: Int, hasNarrower: Bool) -> String {
        let rest = say("; those of narrower entries are on their own pages")
        guard number > 0 else {
            return say("No study of the atlas bears this word itself\(hasNarrower ? rest : "").")
        }
        return say("\(studies(number))\(hasNarrower ? rest : "").")
    }

    /// A synthesis by the question that it belongs to.
    public func synthesis(_ title: String, of question: String) -> String { say("\(question): \(title)") }

    // MARK: Running trials

    public func ongoingLead(_ number: Int) -> String {
        say(
            "\(number) \(number == 1 ? "trial is" : "trials are") running or planned, as far as the documents of this atlas know. Their results will change the answers."
        )
    }

    public func ongoingDated(_ number: Int) -> String {
        say(
            "For \(number) of them a document prints when \(number == 1 ? "it ends" : "they end") or began. All are in the lists below."
        )
    }

    public func ongoingCaption(_ label: String) -> String { say("Running trials, \(label)") }

    // MARK: Maps

    public var mapLead: String {
        say(
            "How many studies there are of each \(words.disease.one) in each setting, and of each \(words.treatment.one) in each \(words.disease.one). A dash is a gap: no study in this atlas. An arrow down says that only narrower \(words.treatment.many) have studies."
        )
    }

    public func mapCounted(_ counted: Int, others: Int) -> String {
        say(
            "Studies of \(words.patient.many) counted: \(counted), each under every \(words.disease.one) and every \(words.treatment.one) that it tests, and in its one setting. Secondary analyses, reviews, meta-analyses, guidelines and surveys not counted: \(others). A wider word does not include the narrower ones: what is counted under a kind of something is not counted again under the whole. Choose a cell for the list behind it."
        )
    }

    public var mapBySettingTitle: String { say("Studies by \(words.disease.one) and setting") }
    public var mapBySettingDescription: String {
        say("Each cell counts the studies of a \(words.disease.one) in a setting, by kind. An empty cell is a gap.")
    }
    public var mapByTreatmentTitle: String { say("Studies by \(words.treatment.one) and \(words.disease.one)") }
    public var mapByTreatmentDescription: String {
        say(
            "Each cell counts the studies that test a \(words.treatment.one) in a \(words.disease.one), by kind. An empty cell is a gap.")
    }
    public var diseaseHeader: String { say(capitalised(words.disease.one)) }
    public var treatmentHeader: String { say(capitalised(words.treatment.one)) }

    // MARK: Timeline

    public var timelineTitle: String { say("When running trials end") }
    public var timelineDescription: String { say("The planned span of each running trial whose documents print a date.") }
    public var timelineNote: String {
        say(
            "As the documents print it, the newest of them at the vertical line; a registry may know better by now. What became of a trial that was to end before the line, no document says."
        )
    }

    // MARK: Citations

    public func doi(_ name: String) -> String { say("doi \(name)") }
    public var unknownAuthors: String { say("Authors unknown") }
    public func authors(_ names: [String], hasMore: Bool) -> String {
        series(names) + (hasMore ? say(" et al") : "")
    }
}

/// The page of a question, and pages of prose.
extension Language {
    /// A place in a document: "Doe 2020, Table 1".
    public func place(_ place: String, in source: String) -> String { say("\(source), \(place)") }

    // MARK: What a question says of its parts

    public var criterionPatients: String { say(capitalised(words.patient.many)) }
    public var criterionTreatment: String { say(capitalised(words.treatment.one)) }
    public var criterionComparison: String { say("Compared with") }
    public var criterionOutcomes: String { say("Outcomes") }
    public var criterionSetting: String { say("Setting") }
}
