import Evidence
import Plots
import Text

/// How the patients of a study came to their treatment: what the medians of a question are grouped by.
enum MedianGroup: CaseIterable {
    case randomised
    case chosen
    case oneGroup
    case others

    init(_ kind: Design.Kind, isCompared: Bool) {
        switch kind {
        case .metaAnalysis, .review, .survey, .consensus: self = .others
        case .randomised, .cohort, .registry, .singleArm:
            self = !isCompared ? .oneGroup : kind == .randomised ? .randomised : .chosen
        }
    }

    func heading(in language: Language) -> String {
        switch self {
        case .randomised: language.randomisedGroup
        case .chosen: language.chosenGroup
        case .oneGroup: language.oneGroup
        case .others: language.otherGroup
        }
    }

    /// What a sentence says of a study in the group.
    func design(_ kind: Design.Kind, in language: Language) -> String {
        self == .chosen ? language.notRandomised(language.label(of: kind)) : language.label(of: kind)
    }
}
