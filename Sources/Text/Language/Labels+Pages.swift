extension Language {
    /// What the pages that list things say.
    static let listLabels = LabelGroup(
        "lists", "What the pages that list things say",
        [
            Label("mapLink", "The link to the evidence map on the home page") {
                $0.say("Evidence map: what has been studied where, and what has not")
            },
            Label("questions", "The heading of questions") { $0.say("Questions") },
            Label("plots", "The heading of syntheses") { $0.say("Plots") },
            Label("studies", "The heading of studies") { $0.say("Studies") },
            Label("allStudies", "The caption of the table of all studies") { $0.say("All studies") },
            Label("secondary", "Above the table of what is not a study of patients") {
                $0.say("Secondary analyses, reviews, meta-analyses, guidelines and surveys")
            },
            Label("kindsOfWords", "What a screen reader calls the contents of the glossary") {
                $0.say("Kinds of words")
            },
            Label("alsoCalled", "Before the synonyms of a word") { $0.say("Also called") },
            Label("also", "The same within a sentence") { $0.say("Also:") },
            Label("french", "Before the French word") { $0.say("French") },
            Label("frenchIs", "The same within a sentence") { $0.say("French:") },
            Label("partOf", "Before the wider word") { $0.say("Part of") },
            Label("narrower", "Before the narrower words") { $0.say("Narrower") },
            Label("noMap", "In place of the maps if there is no study") { $0.say("There is no study to show yet.") },
            Label("noTrial", "In place of the lists if no trial is running") {
                $0.say("No running trial is recorded.")
            },
            Label("nothingHere", "What the page for an unknown address says first") {
                $0.say("There is nothing at this address. It may have moved: look among these lists.")
            },
        ])

    /// The columns of tables of studies.
    static let columnLabels = LabelGroup(
        "columns", "The columns of tables of studies",
        [
            Label("study", "A study") { $0.say("Study") },
            Label("trial", "A running trial") { $0.say("Trial") },
            Label("design", "How it was done") { $0.say("Design") },
            Label("disease", "Its conditions") { $0.diseaseHeader },
            Label("setting", "Its setting") { $0.say("Setting") },
            Label("patients", "How many patients it has") { $0.say($0.capitalised($0.words.patient.many)) },
            Label("effect", "Its main effect") { $0.say("Main effect") },
            Label("effectAxis", "The axis of the main effects") {
                $0.say("ratio, 95\u{202F}% interval; log axis 0.25 to 4, line at 1")
            },
            Label("effectOnPhones", "The main effect and its axis in one") {
                $0.say("Main effect (log axis 0.25 to 4, line at 1)")
            },
            Label("compares", "What its arms are") { $0.say("What it compares") },
            Label("end", "When it is to end") { $0.say("Planned end") },
            Label("question", "The questions that it belongs to") { $0.say("Question") },
            Label("missing", "What stands where nothing is known") { $0.missing },
        ])
}

extension Language {
    /// What the pages of questions say.
    static let questionLabels = LabelGroup(
        "question", "What the pages of questions say",
        [
            Label("answer", "Above the answer") { $0.say("Answer") },
            Label("furtherPlots", "The heading of syntheses that the text does not show") { $0.say("Further plots") },
            Label("medians", "The link to the medians") { $0.say("Medians") },
            Label("mediansHeading", "The heading of the medians") { $0.say("Medians, without pooling") },
            Label("mediansLead", "What medians are") {
                $0.say(
                    "Half of the \($0.words.patient.many) of a group had the event by this time. Medians of different studies are not averaged: their \($0.words.patient.many) and their follow-up differ. One result a study, that of the whole study where there is one."
                )
            },
            Label("riskOfBias", "The link to the risk of bias") { $0.say("Risk of bias") },
            Label("riskOfBiasHeading", "The heading of the risk of bias") { $0.say("Risk of bias, as printed") },
            Label("riskOfBiasLead", "Whose judgements these are") {
                $0.say(
                    "What documents judged of the studies that answer the question, with the tool that they used; the atlas judges nothing itself. Each row leads to the study's page, with the reasons and the place."
                )
            },
            Label("studies", "The heading of the studies") { $0.say("Studies") },
            Label("discrepancies", "The heading of the conflicts") { $0.say("Discrepancies in full") },
        ])
}
