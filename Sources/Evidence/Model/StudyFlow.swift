/// The patients of a study from stage to stage, as far as their numbers are recorded: nothing is filled in, and a stage
/// without a number has no level.
package struct StudyFlow: Sendable {
    /// A recorded number of patients.
    package struct Count: Sendable, Hashable {
        /// The index of the number in the study's enrolment, or of the arm whose size it is.
        package enum Origin: Sendable, Hashable {
            case enrolment(Int)
            case arm(Int)
        }

        package var origin: Origin
        /// What was done with the patients; nil for the size of an arm.
        package var stage: Enrolment.Kind?
        /// The index of the arm; nil for the whole study.
        package var arm: Int?
        package var n: Int
        /// Whether another number is printed for the same.
        package var isDisputed = false
    }

    /// Patients who left after a level.
    package struct Departure: Sendable, Hashable {
        package var kind: Enrolment.Kind
        package var arm: Int?
        /// Those of all reasons together, if that is recorded.
        package var total: Count?
        /// Those of single reasons.
        package var parts: [Count] = []

        var n: Int { total?.n ?? parts.reduce(0) { $0 + $1.n } }
    }

    /// A stage of the whole study, or of its arms beside one another.
    package struct Level: Sendable, Hashable {
        package var counts: [Count]
        package var departures: [Departure] = []

        /// Whether it is of the arms.
        package var isOfArms: Bool { counts.first?.arm != nil }
    }

    package internal(set) var levels: [Level]
    let study: Study
    /// The numbers that the atlas uses, one for each quantity.
    private let numbers: [Quantity: Count]

    /// What a number counts.
    private struct Quantity: Hashable {
        var kind: Enrolment.Kind
        var arm: Int?
        var reason: String?
        var after: Enrolment.Kind?
    }

    /// - Returns: nil if there are fewer than two levels or three numbers, or if the record says that there is no flow.
    init?(_ study: Study) {
        guard study.noFlow == nil else { return nil }
        self.study = study
        let quantities = Self.quantities(of: study)
        numbers = Self.numbers(of: study, quantities)
        levels = []
        levels = stages()
        placeArms()
        placeDepartures(quantities)
        let boxes = levels.reduce(0) { $0 + $1.counts.count + $1.departures.count }
        guard levels.count >= 2, boxes >= 3 else { return nil }
    }

    // MARK: Numbers

    /// What each number of the record counts; nil for those of a population within the study.
    private static func quantities(of study: Study) -> [Quantity?] {
        var arms: [String: Int] = [:]
        for (index, arm) in study.arms.enumerated() { arms[arm.id] = index }
        return study.enrolment.map { item in
            let arm = item.arm.flatMap { arms[$0] }
            guard item.isOfWholeStudy, item.arm == nil || arm != nil else { return nil }
            return Quantity(kind: item.kind, arm: arm, reason: item.reason?.lowercased(), after: item.after)
        }
    }

    /// Of several numbers for one quantity the preferred one, else the first.
    private static func numbers(of study: Study, _ quantities: [Quantity?]) -> [Quantity: Count] {
        var found: [Quantity: Count] = [:]
        var preferred: Set<Quantity> = []
        for (index, quantity) in quantities.enumerated() {
            guard let quantity else { continue }
            let item = study.enrolment[index]
            let isBetter = item.isPreferred && preferred.insert(quantity).inserted
            let other = found[quantity]
            let isDisputed = other.map { $0.isDisputed || $0.n != item.n } ?? false
            if other == nil || isBetter {
                found[quantity] = Count(origin: .enrolment(index), stage: item.kind, arm: quantity.arm, n: item.n)
            }
            found[quantity]?.isDisputed = isDisputed
        }
        return found
    }

    private func count(_ kind: Enrolment.Kind, arm: Int?) -> Count? { numbers[Quantity(kind: kind, arm: arm)] }

    private func counts(_ kind: Enrolment.Kind) -> [Count] { study.arms.indices.compactMap { count(kind, arm: $0) } }

    /// The size of each arm: of a trial those randomised to it, if that is recorded apart.
    private func sizes() -> [Count] {
        study.arms.indices.compactMap { index in
            count(.randomised, arm: index)
                ?? study.arms[index].n.map { Count(origin: .arm(index), stage: nil, arm: index, n: $0) }
        }
    }

    // MARK: Levels

    /// Whether at least two arms have numbers; one alone would look like a stage of the whole study.
    private var hasArms: Bool {
        let stages = Enrolment.Kind.stages.flatMap(counts) + sizes()
        return Set(stages.compactMap(\.arm)).count >= 2
    }

    /// The levels of the stages, without the sizes of the arms.
    private func stages() -> [Level] {
        let hasArms = hasArms
        var found: [Level] = []
        for kind in Enrolment.Kind.stages {
            let whole = count(kind, arm: nil).map { [$0] } ?? []
            let arms = hasArms && kind != .randomised ? counts(kind) : []
            // Where the arms are apart already, their numbers come before what they are together.
            let isApart = found.contains(where: \.isOfArms) || study.design.kind == .randomised && kind > .randomised
            for counts in isApart ? [arms, whole] : [whole, arms] where !counts.isEmpty {
                found.append(Level(counts: counts))
            }
        }
        return found
    }

    /// Puts the arms in their place: of a trial below those randomised, else below the last stage that holds them all.
    private mutating func placeArms() {
        let sizes = sizes()
        guard hasArms, !sizes.isEmpty else { return }
        let sum = sizes.reduce(0) { $0 + $1.n }
        let place: Int
        if study.design.kind == .randomised {
            place = levels.firstIndex { $0.counts.contains { ($0.stage ?? .planned) > .randomised } } ?? levels.count
        } else {
            let whole = levels.indices.filter { !levels[$0].isOfArms }
            place = (whole.last { levels[$0].counts[0].n >= sum } ?? whole.last).map { $0 + 1 } ?? 0
        }
        levels.insert(Level(counts: sizes), at: place)
    }

    // MARK: Departures

    private mutating func placeDepartures(_ quantities: [Quantity?]) {
        struct Side: Hashable {
            var kind: Enrolment.Kind
            var arm: Int?
            var level: Int
        }
        let arms = levels.map { Set($0.counts.compactMap(\.arm)) }
        var places: [Side: Int] = [:]
        for (index, quantity) in quantities.enumerated() {
            guard let quantity, quantity.kind.isDeparture, let count = numbers[quantity],
                count.origin == .enrolment(index),
                let level = level(of: quantity, arms)
            else { continue }
            let side = Side(kind: quantity.kind, arm: quantity.arm, level: level)
            let place = places[side] ?? levels[level].departures.count
            if places[side] == nil {
                places[side] = place
                levels[level].departures.append(Departure(kind: quantity.kind, arm: quantity.arm))
            }
            if quantity.reason == nil {
                levels[level].departures[place].total = count
            } else {
                levels[level].departures[place].parts.append(count)
            }
        }
    }

    /// The level after which patients left: the one that the record names, else the arm's first for patients of an arm,
    /// the first for those excluded, and the last before the analysis for the others. Patients of an arm leave at a level
    /// where it has a box, or at one of the whole study.
    private func level(of quantity: Quantity, _ arms: [Set<Int>]) -> Int? {
        let named = quantity.after.flatMap { level(of: $0, arm: quantity.arm, arms) }
        guard let place = named ?? usualLevel(of: quantity, arms) else { return nil }
        return levels[...place].indices.last { level in
            !levels[level].isOfArms || quantity.arm.map(arms[level].contains) ?? true
        }
    }

    private func level(of stage: Enrolment.Kind, arm: Int?, _ arms: [Set<Int>]) -> Int? {
        // Those randomised to an arm are its size.
        let sizes = levels.firstIndex { $0.isOfArms && ($0.counts[0].stage ?? .randomised) == .randomised }
        if stage == .randomised, let arm, let sizes, arms[sizes].contains(arm) { return sizes }
        let found = levels.indices.filter { levels[$0].counts[0].stage == stage }
        return found.first { levels[$0].isOfArms == (arm != nil) } ?? found.first
            ?? (stage == .randomised ? sizes : nil)
    }

    private func usualLevel(of quantity: Quantity, _ arms: [Set<Int>]) -> Int? {
        if let arm = quantity.arm, let first = arms.firstIndex(where: { $0.contains(arm) }) { return first }
        return quantity.kind == .excluded
            ? levels.indices.first : levels.indices.last { levels[$0].counts[0].stage != .analysed }
    }
}

extension Study {
    /// The flow of its patients; nil if too little is recorded to draw one.
    package var flow: StudyFlow? { StudyFlow(self) }

    /// The stages of the whole study of which a number is recorded, in their order.
    var recordedStages: [Enrolment.Kind] {
        Enrolment.Kind.stages.filter { stage in
            enrolment.contains { $0.kind == stage && $0.isOfWholeStudy }
                || stage == .randomised && design.kind == .randomised && arms.contains { $0.n != nil }
        }
    }
}

extension Enrolment.Kind: Comparable {
    /// In the order in which patients go through a study.
    package static func < (a: Enrolment.Kind, b: Enrolment.Kind) -> Bool { a.rank < b.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
