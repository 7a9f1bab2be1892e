/// Different values that are printed for the same quantity of a study.
public struct Conflict: Sendable {
    public enum Subject: Sendable, Hashable {
        /// A quantity of results; the members are indexes of the study's results.
        case result(outcome: String, quantity: String)
        /// A number of patients; the members are indexes of the study's enrolment.
        case enrolment(Enrolment.Kind)
        /// A characteristic; the members are indexes of the study's characteristics.
        case characteristic(String)
    }

    public var study: String
    public var subject: Subject
    public var population: String?
    /// Indexes into the study's results, enrolment or characteristics, in the order of the file.
    public var members: [Int]
    /// The member that the atlas uses, if one is marked.
    public var preferred: Int?
    public var because: String?
}

extension Study {
    /// Every quantity for which the record holds values that cannot be the same number rounded differently.
    func findConflicts() -> [Conflict] {
        resultConflicts + enrolmentConflicts + characteristicConflicts
    }

    // MARK: Results

    private struct QuantityKey: Hashable {
        var outcome: String
        var quantity: String
        var population: String?
        var time: Double?
        var analysis: String?
    }

    private var resultConflicts: [Conflict] {
        // What is said of an outcome only once cannot differ; most outcomes are.
        var seen: Set<String> = []
        var repeated: Set<String> = []
        for result in results where !seen.insert(result.outcome.value).inserted { repeated.insert(result.outcome.value) }
        guard !repeated.isEmpty else { return [] }
        var groups: [QuantityKey: [(index: Int, figure: Figure)]] = [:]
        var order: [QuantityKey] = []
        for (index, result) in results.enumerated() where repeated.contains(result.outcome.value) {
            for (quantity, figure) in result.figures {
                let key = QuantityKey(
                    outcome: result.outcome.value, quantity: quantity, population: result.population,
                    time: result.time?.months, analysis: result.analysis)
                if groups[key] == nil { order.append(key) }
                groups[key, default: []].append((index, figure))
            }
        }
        var conflicts: [Conflict] = []
        for key in order {
            guard let members = groups[key], members.count > 1 else { continue }
            let clashing = Self.clashing(members.count) { a, b in
                results[members[a].index].isComparable(with: results[members[b].index])
                    && !members[a].figure.agrees(with: members[b].figure)
            }
            guard !clashing.isEmpty else { continue }
            let indexes = clashing.map { members[$0].index }
            let preferred = indexes.first { results[$0].isPreferred }
            conflicts.append(
                Conflict(
                    study: id, subject: .result(outcome: key.outcome, quantity: key.quantity),
                    population: key.population, members: indexes, preferred: preferred,
                    because: preferred.flatMap { results[$0].because }))
        }
        return conflicts
    }

    private var enrolmentConflicts: [Conflict] {
        conflicts(
            of: enrolment, key: { $0.quantity }, differ: { $0.n != $1.n },
            subject: { .enrolment($0.kind) }, population: \.population, isPreferred: \.isPreferred, because: \.because)
    }

    private var characteristicConflicts: [Conflict] {
        conflicts(
            of: characteristics, key: { [$0.name.lowercased(), $0.arm ?? "", $0.population ?? "", $0.unit ?? ""] },
            differ: { a, b in
                guard let x = a.value, let y = b.value else { return false }
                return !x.agrees(with: y)
            },
            subject: { .characteristic($0.name) }, population: \.population, isPreferred: \.isPreferred,
            because: \.because)
    }

    private func conflicts<Item>(
        of items: [Item], key: (Item) -> [String], differ: (Item, Item) -> Bool, subject: (Item) -> Conflict.Subject,
        population: (Item) -> String?, isPreferred: (Item) -> Bool, because: (Item) -> String?
    ) -> [Conflict] {
        var groups: [[String]: [Int]] = [:]
        var order: [[String]] = []
        for (index, item) in items.enumerated() {
            let key = key(item)
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(index)
        }
        return order.compactMap { key in
            guard let members = groups[key], members.count > 1 else { return nil }
            let clashing = Self.clashing(members.count) { differ(items[members[$0]], items[members[$1]]) }
            guard let first = clashing.first else { return nil }
            let indexes = clashing.map { members[$0] }
            let preferred = indexes.first { isPreferred(items[$0]) }
            return Conflict(
                study: id, subject: subject(items[members[first]]), population: population(items[members[first]]),
                members: indexes, preferred: preferred, because: preferred.flatMap { because(items[$0]) })
        }
    }

    /// The positions, of `count`, that clash with at least one other.
    private static func clashing(_ count: Int, _ clash: (Int, Int) -> Bool) -> [Int] {
        // A quantity is stated a handful of times; the bound keeps hostile records linear.
        let count = min(count, 200)
        var found: Set<Int> = []
        for a in 0..<count {
            for b in (a + 1)..<max(a + 1, count) where clash(a, b) {
                found.insert(a)
                found.insert(b)
            }
        }
        return found.sorted()
    }
}
