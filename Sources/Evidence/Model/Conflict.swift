import MetaAnalysis

/// Different values that are printed for the same quantity of a study.
package struct Conflict: Sendable {
    package var study: String
    /// What the values are, in the codes that they share. Where effects differ in their p-values only, it is these.
    package var subject: StatedValue.Subject
    /// Indexes into the study's stated values, in the order of the file.
    package var members: [Int]
    /// The member that the atlas uses, if one is marked.
    package var preferred: Int?
    package var because: String?
}

extension StatedValues {
    /// What two values must have in common to be values of one quantity.
    private struct Key: Hashable {
        var topic: StatedValue.Topic
        var measure: StatedValue.Measure
        var population: String?
        var arm: String?
        var comparison: StatedValue.Comparison?
        var unit: Unit?
        var months: Double?
        var analysis: String?
        var after: Enrolment.Kind?
        var reason: String?

        init(_ subject: StatedValue.Subject, _ quantity: Quantity) {
            if case .characteristic(let name) = subject.topic {
                topic = .characteristic(name.lowercased())
            } else {
                topic = subject.topic
            }
            measure = subject.measure
            population = subject.population
            arm = subject.arm
            comparison = subject.comparison
            unit = quantity.unit
            months = subject.time?.months
            analysis = subject.analysis
            after = subject.after
            reason = subject.reason?.lowercased()
        }
    }

    /// One of the values that are compared.
    private struct Candidate {
        /// Its index among the stated values.
        var value: Int
        var quantity: Quantity
    }

    func findConflicts(_ study: String) -> [Conflict] {
        var groups = Groups()
        // What is said of an outcome only once cannot differ; most outcomes are.
        var seen: Set<StatedValue.Topic> = []
        var repeated: Set<StatedValue.Topic> = []
        for range in ofResults {
            if let topic = range.first.map({ all[$0].subject.topic }), !seen.insert(topic).inserted {
                repeated.insert(topic)
            }
        }
        if !repeated.isEmpty {
            for range in ofResults {
                guard let first = range.first, repeated.contains(all[first].subject.topic) else { continue }
                for value in range where all[value].subject.measure != .pValue {
                    groups.add(value, all[value].subject, all[value].quantity)
                }
                if let (value, p) = pValue(in: range) {
                    var subject = all[value].subject
                    (subject.measure, subject.comparison) = (.pValue, nil)
                    groups.add(value, subject, .pValue(p))
                }
            }
        }
        for range in [ofEnrolment, ofCharacteristics] where range.count > 1 {
            for value in range { groups.add(value, all[value].subject, all[value].quantity) }
        }
        return groups.conflicts(of: study, among: all)
    }

    /// The p-value that stands for a result in comparisons: that of its treatment effect, else the
    /// first that stands without one.
    private func pValue(in range: Range<Int>) -> (value: Int, p: PrintedPValue)? {
        for value in range {
            if case .effect(_, let contrast) = all[value].subject.measure, contrast != .treatment { continue }
            if let p = all[value].quantity?.p { return (value, p) }
        }
        return nil
    }

    /// The values of each quantity, quantities in the order in which they are met.
    private struct Groups {
        private var members: [Key: [Candidate]] = [:]
        private var order: [(key: Key, subject: StatedValue.Subject)] = []

        mutating func add(_ value: Int, _ subject: StatedValue.Subject, _ quantity: Quantity?) {
            guard let quantity, subject.measure != .text else { return }
            let key = Key(subject, quantity)
            if members[key] == nil { order.append((key, subject)) }
            members[key, default: []].append(Candidate(value: value, quantity: quantity))
        }

        func conflicts(of study: String, among all: [StatedValue]) -> [Conflict] {
            order.compactMap { key, subject in
                guard let candidates = members[key], candidates.count > 1 else { return nil }
                let clashing = clashing(candidates, among: all)
                guard !clashing.isEmpty else { return nil }
                let preferred = clashing.first { all[$0].standing.isPreferred }
                return Conflict(
                    study: study, subject: subject, members: clashing, preferred: preferred,
                    because: preferred.flatMap { all[$0].standing.because })
            }
        }

        /// With how many values of one quantity, the first, each is compared: it is stated a handful of times, and the bound
        /// keeps hostile records linear.
        private static let most = 200

        /// The values that clash with at least one other.
        private func clashing(_ candidates: [Candidate], among all: [StatedValue]) -> [Int] {
            var found: Set<Int> = []
            for (position, a) in candidates.enumerated() {
                let subject = all[a.value].subject
                for b in candidates.prefix(min(position, Self.most))
                where !a.quantity.agrees(with: b.quantity) && subject.isComparable(with: all[b.value].subject) {
                    found.insert(a.value)
                    found.insert(b.value)
                }
            }
            return found.sorted()
        }
    }
}
