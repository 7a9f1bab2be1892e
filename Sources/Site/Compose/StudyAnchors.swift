import Evidence

/// The identifiers of a study's facts on its page.
extension Study {
    /// Of each number of patients: what it counts and of which arm, with a number where several do.
    var enrolmentAnchors: [String] {
        var counts: [String: Int] = [:]
        return enrolment.map { item in
            let name = "patients-" + [item.kind.rawValue, item.arm].compactMap { $0 }.joined(separator: "-")
            counts[name, default: 0] += 1
            return counts[name].map { $0 > 1 ? "\(name).\($0)" : name } ?? name
        }
    }

    /// Of an assessment of the risk of bias, by its place in the record.
    static func riskOfBiasAnchor(_ index: Int) -> String { "risk-of-bias-\(index + 1)" }
}

extension Arm {
    var anchor: String { "arm-\(id)" }
}
