extension StudyFlow {
    /// Where the recorded numbers do not add up.
    package enum Imbalance: Sendable, Hashable {
        /// Of `above` patients so many left and so many go on, and no number is recorded for `missing` of them.
        case rest(above: Count, left: Int, below: Count, missing: Int)
        /// More patients than in the stage before.
        case growth(above: Count, below: Count)
        /// Those who left and those who went on are more than there were.
        case excess(above: Count, left: Int, below: Count)
        /// The arms together have fewer or more patients than the stage before.
        case arms(above: Count, sum: Int, left: Int)
        /// No number is recorded for an arm beside others.
        case unknownArm(Int)
        /// The reasons do not add up to all who left.
        case reasons(Departure, sum: Int)
    }

    /// Where the recorded numbers do not add up, from top to bottom.
    package var imbalances: [Imbalance] {
        var balance = Balance(arms: study.arms.count)
        for level in levels { balance.add(level) }
        return balance.found
    }

    private struct Balance {
        let arms: Int
        var found: [Imbalance] = []
        private var whole: (count: Count, left: Int)?
        private var ofArm: [Int: (count: Count, left: Int)] = [:]
        /// Whether the arms have been compared with the stage above them.
        private var isDivided = false

        init(arms: Int) { self.arms = arms }

        mutating func add(_ level: Level) {
            if level.isOfArms { divide(level.counts) }
            for count in level.counts {
                if let arm = count.arm {
                    if let above = ofArm[arm] { compare(above, count) }
                    ofArm[arm] = (count, 0)
                } else {
                    if let whole { compare(whole, count) }
                    whole = (count, 0)
                    isDivided = false
                }
            }
            for departure in level.departures {
                let parts = departure.parts.reduce(0) { $0 + $1.n }
                if departure.total != nil, !departure.parts.isEmpty, parts != departure.n {
                    found.append(.reasons(departure, sum: parts))
                }
                if !isPart(departure, of: level) { whole?.left += departure.n }
                if let arm = departure.arm { ofArm[arm]?.left += departure.n }
            }
        }

        /// Whether those who left an arm are among those who left the whole, where so many are recorded for that too.
        private func isPart(_ departure: Departure, of level: Level) -> Bool {
            guard departure.arm != nil else { return false }
            let same = level.departures.filter { $0.kind == departure.kind }
            let ofArms = same.filter { $0.arm != nil }.reduce(0) { $0 + $1.n }
            return same.contains { $0.arm == nil && ofArms <= $0.n }
        }

        /// Compares the arms with the stage that they are parts of.
        private mutating func divide(_ counts: [Count]) {
            guard !isDivided else { return }
            isDivided = true
            if counts.count < arms {
                let known = Set(counts.compactMap(\.arm))
                found += (0..<arms).filter { !known.contains($0) }.map { .unknownArm($0) }
            }
            guard let whole else { return }
            let sum = counts.reduce(0) { $0 + $1.n }
            let rest = whole.count.n - whole.left - sum
            if rest < 0 || rest > 0 && counts.count == arms {
                found.append(.arms(above: whole.count, sum: sum, left: whole.left))
            }
        }

        private mutating func compare(_ above: (count: Count, left: Int), _ below: Count) {
            // Those screened in whom the disease was not found need no other number.
            if below.stage == .identified, above.count.stage == .screened, below.n <= above.count.n { return }
            let rest = above.count.n - above.left - below.n
            if below.n > above.count.n {
                found.append(.growth(above: above.count, below: below))
            } else if rest > 0 {
                found.append(.rest(above: above.count, left: above.left, below: below, missing: rest))
            } else if rest < 0 {
                found.append(.excess(above: above.count, left: above.left, below: below))
            }
        }
    }
}
