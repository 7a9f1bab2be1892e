import Evidence
import Text

extension Scope {
    /// What a word of the vocabulary is called; its identifier where there is no such word.
    func label(_ kind: Vocabulary.Kind, _ id: String) -> String { ask(.label(kind, id)) { $0.label(kind, id) } }

    /// What an outcome is called, in full and in short.
    func name(ofOutcome id: String) -> OutcomeName {
        ask(.outcomeName(id)) { evidence in
            let entry = evidence.atlas.vocabulary.entry(.outcomes, id)
            return OutcomeName(label: entry?.label ?? id, abbreviation: entry?.abbreviation)
        }
    }

    /// A word of the vocabulary.
    func entry(_ kind: Vocabulary.Kind, _ id: String) -> VocabularyEntry? {
        ask(.entry(kind, id)) { $0.atlas.vocabulary.entry(kind, id) }
    }

    /// The identifiers of the words of a kind, by label.
    func entries(_ kind: Vocabulary.Kind) -> [String] {
        ask(.entries(kind)) { $0.atlas.vocabulary.entries(kind).map(\.id) }
    }

    /// The word directly above each word of a kind that has one.
    func parents(_ kind: Vocabulary.Kind) -> [String: String] {
        ask(.parents(kind)) { evidence in
            var parents: [String: String] = [:]
            for entry in evidence.atlas.vocabulary.entries(kind) { parents[entry.id] = entry.parent?.value }
            return parents
        }
    }

    /// The words directly below a word, by label, and how many studies bear each.
    func narrower(_ kind: Vocabulary.Kind, _ id: String) -> [NarrowerWord] {
        ask(.narrower(kind, id)) { evidence in
            (evidence.uses.narrower[.init(kind: kind, id: id)] ?? []).map { entry in
                NarrowerWord(
                    id: entry.id, label: entry.label,
                    studies: evidence.uses.studies[.init(kind: entry.kind, id: entry.id)]?.count ?? 0)
            }
        }
    }

    /// The studies that bear a word, by name.
    func members(of kind: Vocabulary.Kind, _ id: String) -> [Member] {
        ask(.members(kind, id)) { evidence in
            (evidence.uses.studies[.init(kind: kind, id: id)] ?? [])
                .sorted { evidence.nameRanks[$0] < evidence.nameRanks[$1] }
                .map { index in
                    let study = evidence.atlas.studies[index]
                    return Member(
                        study: study.id, setting: study.setting?.value, conditions: study.conditions.map(\.value),
                        isTesting: kind == .interventions && study.testedInterventions.contains(id),
                        isOfPatients: study.mapKind != nil)
                }
        }
    }

    /// The questions that name a word.
    func questions(naming kind: Vocabulary.Kind, _ id: String) -> [Named] {
        ask(.questionsNaming(kind, id)) { evidence in
            (evidence.uses.questions[.init(kind: kind, id: id)] ?? []).map {
                Named(id: evidence.atlas.questions[$0].id, label: evidence.atlas.questions[$0].title)
            }
        }
    }

    /// The syntheses of an outcome.
    func syntheses(ofOutcome id: String) -> [SynthesisTitle] {
        ask(.synthesesOfOutcome(id)) { evidence in
            (evidence.uses.syntheses[id] ?? []).map { place in
                let question = evidence.atlas.questions[place.question]
                let plan = question.syntheses[place.plan]
                return SynthesisTitle(
                    question: question.id, questionShort: question.short, id: plan.id, title: plan.title)
            }
        }
    }
}

/// What an outcome is called, in full and in short.
struct OutcomeName: Sendable, Hashable, Fingerprinted {
    var label: String
    var abbreviation: String?

    func feed(to fingerprinter: inout Fingerprinter) {
        label.feed(to: &fingerprinter)
        abbreviation.feed(to: &fingerprinter)
    }
}

/// A word below another.
struct NarrowerWord: Sendable, Fingerprinted {
    var id: String
    var label: String
    var studies: Int

    func feed(to fingerprinter: inout Fingerprinter) {
        id.feed(to: &fingerprinter)
        label.feed(to: &fingerprinter)
        studies.feed(to: &fingerprinter)
    }
}

/// A study that bears a word, with the words that its lists are divided by.
struct Member: Sendable, Fingerprinted {
    var study: String
    var setting: String?
    var conditions: [String]
    /// Whether the study tests the treatment, which more than one arm has.
    var isTesting: Bool
    /// Whether it is a study of patients, not a review or a part of another study.
    var isOfPatients: Bool

    func feed(to fingerprinter: inout Fingerprinter) {
        study.feed(to: &fingerprinter)
        setting.feed(to: &fingerprinter)
        conditions.feed(to: &fingerprinter)
        isTesting.feed(to: &fingerprinter)
        isOfPatients.feed(to: &fingerprinter)
    }
}

/// A synthesis by its titles.
struct SynthesisTitle: Sendable, Fingerprinted {
    var question: String
    var questionShort: String
    var id: String
    var title: String

    func feed(to fingerprinter: inout Fingerprinter) {
        question.feed(to: &fingerprinter)
        questionShort.feed(to: &fingerprinter)
        id.feed(to: &fingerprinter)
        title.feed(to: &fingerprinter)
    }
}

extension VocabularyEntry: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        kind.rawValue.feed(to: &fingerprinter)
        id.feed(to: &fingerprinter)
        label.feed(to: &fingerprinter)
        abbreviation.feed(to: &fingerprinter)
        definition.feed(to: &fingerprinter)
        synonyms.feed(to: &fingerprinter)
        (parent?.value).feed(to: &fingerprinter)
        lowerIsBetter.feed(to: &fingerprinter)
        french.feed(to: &fingerprinter)
        provenance.feed(to: &fingerprinter)
    }
}

extension Provenance: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        source.feed(to: &fingerprinter)
        at.feed(to: &fingerprinter)
        printed.feed(to: &fingerprinter)
    }
}
