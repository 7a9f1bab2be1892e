import Evidence

/// The identifiers of what a study states on its page.
struct StudyAnchors {
    private let study: Study
    /// Of each number of patients: what it counts and of which arm, with a number where several do.
    let enrolment: [String]

    init(_ study: Study) {
        self.study = study
        var counts: [String: Int] = [:]
        enrolment = study.enrolment.map { item in
            let name = "patients-" + [item.kind.rawValue, item.arm].compactMap { $0 }.joined(separator: "-")
            counts[name, default: 0] += 1
            return counts[name].map { $0 > 1 ? "\(name).\($0)" : name } ?? name
        }
    }

    /// Where something stated stands; empty for the page as a whole.
    subscript(_ address: StatedValue.Address) -> String {
        switch address {
        case .design, .period: ""
        case .arm(let index): study.arms[index].anchor
        case .enrolment(let index): enrolment[index]
        case .eligibility: "eligibility"
        case .characteristic: "characteristics"
        case .result(let index): "result-\(study.results[index].id)"
        case .riskOfBias(let index): Self.riskOfBias(index)
        case .discrepancy: "conflicts"
        case .caution: "cautions"
        case .note: "notes"
        }
    }

    /// Of an assessment of the risk of bias, by its place in the record.
    static func riskOfBias(_ index: Int) -> String { "risk-of-bias-\(index + 1)" }
}

extension Arm {
    var anchor: String { "arm-\(id)" }
}
