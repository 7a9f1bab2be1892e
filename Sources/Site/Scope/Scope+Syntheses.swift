import Evidence
import Text

extension Scope {
    /// A synthesis with all that was computed.
    func synthesis(_ address: SynthesisAddress) -> Synthesis? {
        ask(.synthesis(question: address.question, address.id)) { $0.syntheses.synthesis(address.question, address.id) }
    }

    /// Whether an effect below the null value is good news of an outcome; nil if there is no such outcome.
    func lowerIsBetter(_ outcome: String) -> Bool? {
        ask(.lowerIsBetter(outcome)) { $0.atlas.vocabulary.entry(.outcomes, outcome)?.lowerIsBetter }
    }

    /// The part that a study plays for a question.
    func role(ofStudy study: String, in question: String) -> Question.Role? {
        ask(.role(study: study, question: question)) { evidence in
            evidence.questionsOfStudy[study]?.first { $0.question.id == question }?.member.role
        }
    }

    /// What a result says in short.
    func mainText(ofResult result: String, in study: String) -> String? {
        ask(.mainText(result: result, study: study)) { evidence in
            evidence.atlas.study(study)?.mainText(ofResult: result, in: evidence.language)
        }
    }
}

extension Question.Role: Fingerprinted {}
