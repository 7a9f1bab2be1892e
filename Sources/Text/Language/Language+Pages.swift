/// Titles, leads and counts of the pages that list things.
extension Language {
    // MARK: Titles

    package var questionsTitle: String { say("Questions") }
    package var questionsDescription: String { say("Clinical questions and what the studies say") }
    package var studiesTitle: String { say("Studies") }
    package var studiesDescription: String { say("Every study of the atlas") }
    package var sourcesTitle: String { say("Sources") }
    package var sourcesDescription: String { say("The documents that the atlas draws on") }
    package var mapTitle: String { say("Evidence map") }
    package var mapDescription: String {
        say(
            "How many studies there are of each \(words.disease.one) in each setting and of each \(words.treatment.one), and where there are none"
        )
    }
    package var ongoingTitle: String { say("Running trials") }
    package var ongoingDescription: String { say("Trials whose results are still to come") }
    package var glossaryTitle: String { say("Glossary") }
    package var glossaryDescription: String { say("The words that the atlas uses, and what they mean") }
    package var discrepanciesTitle: String { say("Discrepancies") }
    package var discrepanciesDescription: String { say("Where documents disagree with one another or with themselves") }
    package var notFoundTitle: String { say("Page not found") }

    // MARK: Counts

    /// "12 studies"
    package func studies(_ number: Int) -> String { say("\(number) \(number == 1 ? "study" : "studies")") }

    /// What a question in a list has: "12 studies, 2 plots".
    package func questionFacts(studies: Int, plots: Int) -> String {
        plots == 0
            ? self.studies(studies) : say("\(self.studies(studies)), \(plots) \(plots == 1 ? "plot" : "plots")")
    }

    package func studiesLead(_ number: Int) -> String {
        say("\(studies(number)), one record each, however many documents report it.")
    }

    /// "12 studies draw on it"
    package func studiesDrawing(_ number: Int) -> String {
        say("\(number) \(number == 1 ? "study draws" : "studies draw") on it")
    }

    /// What is counted on the home page, after its number.
    package func countedStudies(_ number: Int) -> String { say(number == 1 ? "study" : "studies") }
    package func countedResults(_ number: Int) -> String { say(number == 1 ? "result" : "results") }
    package func countedDocuments(_ number: Int) -> String { say(number == 1 ? "document" : "documents") }
    package func countedRunning(_ number: Int) -> String { say(number == 1 ? "running trial" : "running trials") }
    package func countedDiscrepancies(_ number: Int) -> String { say(number == 1 ? "discrepancy" : "discrepancies") }

    /// The number of patients to show in a list: "99", "340 planned", or a dash.
    package func patients(_ number: Int?, planned: Int?) -> String {
        if let number { return "\(number)" }
        return planned.map { say("\($0) planned") } ?? missing
    }

    /// What a study found in short: "ALPHA, death, late starters: HR 0.90 (95 % CI 0.81 to 1.00)".
    ///
    /// - Parameters:
    ///   - effect: As it is written.
    ///   - population: The patients that it is about; nil for all of the study.
    ///   - study: Nil where the study is named beside it.
    package func mainEffect(
        _ effect: String, on outcome: String, of population: String?, in study: String? = nil
    ) -> String {
        say("\(series([study, outcome, population].compactMap { $0 })): \(effect)")
    }

    // MARK: Groups

    /// The heading of questions that name no disease.
    package var otherQuestions: String { say("Other questions") }
    /// The heading of trials that name no disease.
    package var otherTrials: String { say("Other") }
    /// The heading of studies whose setting no document states.
    package var settingNotStated: String { say("Setting not stated") }
    /// The same as the column of a map.
    package var notStated: String { say("Not stated") }
    /// The heading of studies that have a treatment as no more than the comparison, or in all arms.
    package var onlyCompared: String { say("Only as background or comparison") }

    package func studiesCaption(_ label: String) -> String { say("\(label), studies") }
    package func otherStudiesCaption(_ label: String) -> String {
        say("\(label), secondary analyses, reviews and surveys")
    }

    /// How many studies bear a word.
    package func entryLead(_ number: Int, hasNarrower: Bool) -> String {
        let rest = say("; those of narrower entries are on their own pages")
        guard number > 0 else {
            return say("No study of the atlas bears this word itself\(hasNarrower ? rest : "").")
        }
        return say("\(studies(number))\(hasNarrower ? rest : "").")
    }

    /// A synthesis by the question that it belongs to.
    package func synthesis(_ title: String, of question: String) -> String { say("\(question): \(title)") }

    // MARK: Running trials

    package func ongoingLead(_ number: Int) -> String {
        say(
            "\(number) \(number == 1 ? "trial is" : "trials are") running or planned, as far as the documents of this atlas know. Their results will change the answers."
        )
    }

    package func ongoingDated(_ number: Int) -> String {
        say(
            "For \(number) of them a document prints when \(number == 1 ? "it ends" : "they end") or began. All are in the lists below."
        )
    }

    package func ongoingCaption(_ label: String) -> String { say("Running trials, \(label)") }

    // MARK: Maps

    package var mapLead: String {
        say(
            "How many studies there are of each \(words.disease.one) in each setting, and of each \(words.treatment.one) in each \(words.disease.one). A dash is a gap: no study in this atlas. An arrow down says that only narrower \(words.treatment.many) have studies."
        )
    }

    package func mapCounted(_ counted: Int, others: Int) -> String {
        say(
            "Studies of \(words.patient.many) counted: \(counted), each under every \(words.disease.one) and every \(words.treatment.one) that it tests, and in its one setting. Secondary analyses, reviews, meta-analyses, guidelines and surveys not counted: \(others). A wider word does not include the narrower ones: what is counted under a kind of something is not counted again under the whole. Choose a cell for the list behind it."
        )
    }

    package var mapBySettingTitle: String { say("Studies by \(words.disease.one) and setting") }
    package var mapBySettingDescription: String {
        say("Each cell counts the studies of a \(words.disease.one) in a setting, by kind. An empty cell is a gap.")
    }
    package var mapByTreatmentTitle: String { say("Studies by \(words.treatment.one) and \(words.disease.one)") }
    package var mapByTreatmentDescription: String {
        say(
            "Each cell counts the studies that test a \(words.treatment.one) in a \(words.disease.one), by kind. An empty cell is a gap."
        )
    }
    package var diseaseHeader: String { say(capitalised(words.disease.one)) }
    package var treatmentHeader: String { say(capitalised(words.treatment.one)) }

    // MARK: Timeline

    package var timelineTitle: String { say("When running trials end") }
    package var timelineDescription: String {
        say("The planned span of each running trial whose documents print a date.")
    }
    package var timelineNote: String {
        say(
            "As the documents print it, the newest of them at the vertical line; a registry may know better by now. What became of a trial that was to end before the line, no document says."
        )
    }

    // MARK: Citations

    package func doi(_ name: String) -> String { say("doi \(name)") }
    package var unknownAuthors: String { say("Authors unknown") }
    package func authors(_ names: [String], hasMore: Bool) -> String {
        series(names) + (hasMore ? say(" et al") : "")
    }
}

/// The page of a question, and pages of prose.
extension Language {
    /// A place in a document: "Doe 2020, Table 1".
    package func place(_ place: String, in source: String) -> String { say("\(source), \(place)") }

    // MARK: What a question says of its parts

    package var criterionPatients: String { say(capitalised(words.patient.many)) }
    package var criterionTreatment: String { say(capitalised(words.treatment.one)) }
    package var criterionComparison: String { say("Compared with") }
    package var criterionOutcomes: String { say("Outcomes") }
    package var criterionSetting: String { say("Setting") }
}
