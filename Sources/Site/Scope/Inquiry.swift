import Evidence

/// A question that the composer of a page may ask of the evidence.
enum Inquiry: Hashable, Sendable {
    // Narrow ones first.
    case studyTitle(String)
    case studyRow(String)
    case studyTrial(String)
    case studyMainEffect(String, MainEffectPurpose)
    case studyQuestions(String)
    case role(study: String, question: String)
    case mainText(result: String, study: String)
    case lowerIsBetter(String)
    case outcomeName(String)
    case studyDisputes(String)
    case studyMedians(String)
    case studyJudgements(String)
    case contributions(source: String, study: String)
    case questionCard(String)
    case sourceShort(String)
    case sourceReference(String)
    case sourceRow(String)
    case label(Vocabulary.Kind, String)
    case link(String, question: String?)

    // What belongs to a word, a document, the atlas.
    case entry(Vocabulary.Kind, String)
    case entries(Vocabulary.Kind)
    case parents(Vocabulary.Kind)
    case narrower(Vocabulary.Kind, String)
    case members(Vocabulary.Kind, String)
    case questionsNaming(Vocabulary.Kind, String)
    case synthesesOfOutcome(String)
    case studiesOfSource(String)
    case site
    case frame
    case counts
    case studies
    case sources
    case runningTrials
    case newestDocument
    case questionsByDisease
    case map
    case disputed

    // Whole records.
    case study(String)
    case question(String)
    case source(String)
    case page(String)
    case synthesis(question: String, String)
}
