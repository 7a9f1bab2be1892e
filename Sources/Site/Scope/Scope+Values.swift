import Evidence

extension Scope {
    /// What documents disagree about in a study, and which of its values are doubted.
    func disputes(ofStudy id: String) -> StudyDisputes? {
        ask(.studyDisputes(id)) { evidence in evidence.atlas.study(id).map { StudyDisputes($0, in: evidence.language) }
        }
    }

    /// The median times that a study states.
    func medians(ofStudy id: String) -> StudyMedians? {
        ask(.studyMedians(id)) { evidence in evidence.atlas.study(id).map { StudyMedians($0) } }
    }

    /// What documents judged of a study's risk of bias.
    func judgements(ofStudy id: String) -> StudyJudgements? {
        ask(.studyJudgements(id)) { evidence in evidence.atlas.study(id).map { StudyJudgements($0) } }
    }

    /// What a document contributed to a study.
    func contributions(of source: String, to study: String) -> StudyContributions? {
        ask(.contributions(source: source, study: study)) { evidence in
            evidence.atlas.study(study).map { StudyContributions(of: source, to: $0, in: evidence.language) }
        }
    }
}
