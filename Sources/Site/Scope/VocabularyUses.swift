import Evidence

/// What the words of the vocabulary are used for: one walk over the atlas, so that each page needs only its own part.
struct VocabularyUses: Sendable {
    /// A word of one kind.
    struct Word: Hashable, Sendable {
        var kind: Vocabulary.Kind
        var id: String
    }

    /// Indexes of the studies that bear a word, in the order of the atlas.
    private(set) var studies: [Word: [Int]] = [:]
    /// Indexes of the questions that name a word.
    private(set) var questions: [Word: [Int]] = [:]
    /// The syntheses of an outcome, as question and index of the plan.
    private(set) var syntheses: [String: [(question: Int, plan: Int)]] = [:]
    /// The entries directly below a word, by label.
    private(set) var narrower: [Word: [VocabularyEntry]] = [:]

    init(_ atlas: Atlas) {
        for (index, study) in atlas.studies.enumerated() {
            var words = Set(study.conditions.map { Word(kind: .conditions, id: $0.value) })
            if let setting = study.setting { words.insert(Word(kind: .settings, id: setting.value)) }
            for arm in study.arms {
                for name in arm.interventions { words.insert(Word(kind: .interventions, id: name.value)) }
            }
            for result in study.results { words.insert(Word(kind: .outcomes, id: result.outcome.value)) }
            for name in study.design.primaryEndpoints { words.insert(Word(kind: .outcomes, id: name.value)) }
            for word in words { studies[word, default: []].append(index) }
        }
        for (index, question) in atlas.questions.enumerated() {
            var words = Set(question.conditions.map { Word(kind: .conditions, id: $0.value) })
            if let setting = question.setting { words.insert(Word(kind: .settings, id: setting.value)) }
            for name in question.interventions { words.insert(Word(kind: .interventions, id: name.value)) }
            for name in question.outcomes { words.insert(Word(kind: .outcomes, id: name.value)) }
            for word in words { questions[word, default: []].append(index) }
            for (number, plan) in question.syntheses.enumerated() {
                syntheses[plan.outcome.value, default: []].append((index, number))
            }
        }
        for kind in Vocabulary.Kind.allCases {
            for entry in atlas.vocabulary.entries(kind) {
                if let parent = entry.parent { narrower[Word(kind: kind, id: parent.value), default: []].append(entry) }
            }
        }
    }
}
