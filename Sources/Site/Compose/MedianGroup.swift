import Evidence
import Plots

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

    var heading: String {
        switch self {
        case .randomised: "Randomised trials"
        case .chosen: "Not randomised: someone chose who was treated"
        case .oneGroup: "One group"
        case .others: "Others"
        }
    }

    /// What a sentence says of a study in the group.
    func design(_ kind: Design.Kind) -> String {
        self == .chosen ? kind.label + ", not randomised" : kind.label
    }

    /// The rows in the order of the groups, otherwise as they were.
    static func sorted(_ rows: [DumbbellPlotData.Row]) -> [DumbbellPlotData.Row] {
        allCases.flatMap { group in rows.filter { $0.group == group.heading } }
    }

    /// A plot of one group has no heading; that its studies compare without randomisation is said below it.
    static func note(on rows: [DumbbellPlotData.Row]) -> String? {
        Set(rows.map(\.group)) == [chosen.heading] ? chosen.heading + "." : nil
    }
}
