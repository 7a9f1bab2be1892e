import MetaAnalysis

/// Everything that the record of a study states, in the order of the record, with what follows from it: which values differ,
/// and where those of a result are. Made once, when the record has been read.
struct StatedValues: Sendable {
    private(set) var all: [StatedValue] = []
    /// The values of each result.
    private(set) var ofResults: [Range<Int>] = []
    private(set) var ofEnrolment = 0..<0
    private(set) var ofCharacteristics = 0..<0
    /// Every quantity for which values are stated that cannot be the same number rounded differently.
    private(set) var conflicts: [Conflict] = []
    /// The conflicts that a result is part of.
    private(set) var conflictsOfResults: [Int: [Int]] = [:]
    /// The results by identifier; of several with one, the first.
    private(set) var results: [String: Int] = [:]
    private(set) var arms: [String: Int] = [:]
    /// The values of the numbers of patients and characteristics that have an address of their own.
    private(set) var numbers: [String: Range<Int>] = [:]
    /// The number of patients of each kind, in the whole study, that the atlas uses.
    private(set) var enrolled: [Enrolment.Kind: Int] = [:]

    /// Of a record in which nothing is stated.
    init() {}

    init(_ study: Study) {
        for (index, arm) in study.arms.enumerated() where arms[arm.id] == nil { arms[arm.id] = index }
        for (index, result) in study.results.enumerated() where results[result.id] == nil { results[result.id] = index }
        all.reserveCapacity(
            study.arms.count + study.enrolment.count + study.characteristics.count + 2 * study.results.count + 8)
        addDesign(of: study)
        ofEnrolment = adding { $0.addEnrolment(of: study) }
        add(study.eligibility, .eligibility, of: study) { .eligibility($0) }
        ofCharacteristics = adding { $0.addCharacteristics(of: study) }
        ofResults.reserveCapacity(study.results.count)
        for (index, result) in study.results.enumerated() {
            ofResults.append(adding { $0.add(result, at: .result(index), of: study) })
        }
        for (index, item) in study.riskOfBias.enumerated() {
            add(
                .riskOfBias(index), .init(topic: .riskOfBias(tool: item.tool), measure: .text), nil, item.provenance,
                of: study)
        }
        add(study.discrepancies, .discrepancy, of: study) { .discrepancy($0) }
        add(study.cautions, .caution, of: study) { .caution($0) }
        add(study.notes, .note, of: study) { .note($0) }
        conflicts = findConflicts(study.id)
        for (index, conflict) in conflicts.enumerated() {
            for member in conflict.members {
                all[member].standing.isInConflict = true
                if case .result(let result) = all[member].address {
                    conflictsOfResults[result, default: []].append(index)
                }
            }
        }
    }

    /// The positions of what is added.
    private mutating func adding(_ add: (inout StatedValues) -> Void) -> Range<Int> {
        let start = all.count
        add(&self)
        return start..<all.count
    }

    private mutating func add(
        _ address: StatedValue.Address, _ subject: StatedValue.Subject, _ quantity: Quantity?,
        _ provenance: [Provenance],
        _ standing: StatedValue.Standing = .init(), of study: Study
    ) {
        all.append(
            StatedValue(
                study: study.id, address: address, subject: subject, quantity: quantity, provenance: provenance,
                standing: standing))
    }

    private mutating func add(
        _ statements: [Statement], _ topic: StatedValue.Topic, of study: Study, at address: (Int) -> StatedValue.Address
    ) {
        for (index, item) in statements.enumerated() {
            add(address(index), .init(topic: topic, measure: .text), .text(item.text), item.provenance, of: study)
        }
    }

    // MARK: Who and how many

    private mutating func addDesign(of study: Study) {
        add(.design, .init(topic: .design, measure: .text), nil, study.design.provenance, of: study)
        if let period = study.period {
            add(.period, .init(topic: .period, measure: .text), nil, period.provenance, of: study)
        }
        for (index, arm) in study.arms.enumerated() {
            add(
                .arm(index), .init(topic: .arm, measure: .patients, arm: arm.id),
                arm.n.map { .amount(.count($0, of: nil), unit: nil) }, arm.provenance, of: study)
        }
    }

    private mutating func addEnrolment(of study: Study) {
        for (index, item) in study.enrolment.enumerated() {
            if item.isOfWholeStudy, item.arm == nil, item.reason == nil {
                let other = enrolled[item.kind]
                if other == nil || item.isPreferred && other.map({ !study.enrolment[$0].isPreferred }) == true {
                    enrolled[item.kind] = index
                }
            }
            if let id = item.id, numbers[id] == nil { numbers[id] = all.count..<(all.count + 1) }
            add(
                .enrolment(index),
                .init(
                    topic: .patients(item.kind), measure: .patients, population: item.population, arm: item.arm,
                    after: item.after, reason: item.reason),
                .amount(.count(item.n, of: nil), unit: nil), item.provenance,
                .init(isPreferred: item.isPreferred, because: item.because), of: study)
        }
    }

    private mutating func addCharacteristics(of study: Study) {
        for (index, item) in study.characteristics.enumerated() {
            let standing = StatedValue.Standing(isPreferred: item.isPreferred, because: item.because)
            var subject = StatedValue.Subject(
                topic: .characteristic(item.name), measure: .characteristic, population: item.population, arm: item.arm)
            let start = all.count
            if let value = item.value {
                add(
                    .characteristic(index), subject, .amount(.number(value, interval: nil), unit: item.unit),
                    item.provenance,
                    standing, of: study)
            }
            if let text = item.text {
                subject.measure = .text
                add(.characteristic(index), subject, .text(text), item.provenance, standing, of: study)
            }
            if let id = item.id, numbers[id] == nil { numbers[id] = start..<all.count }
        }
    }

    // MARK: Results

    /// The effect, the values of arms, the p-values that stand without an effect, and what is stated in words.
    private mutating func add(_ result: StudyResult, at address: StatedValue.Address, of study: Study) {
        var subject = StatedValue.Subject(
            topic: .outcome(result.outcome.value), measure: .text, population: result.population,
            isSubgroup: result.isSubgroup, time: result.time, followUp: result.followUp, analysis: result.analysis,
            report: result.report)
        let standing = StatedValue.Standing(
            isPreferred: result.isPreferred, because: result.because, doubt: result.doubt)
        if let effect = result.effect {
            var own = subject
            own.measure = .effect(effect.measure, effect.contrast)
            own.comparison = .init(experimental: effect.experimental, control: effect.control)
            var taken = standing
            taken.isDerived = effect.isDerived
            taken.isInverted = effect.isInverted
            add(address, own, .effect(effect), result.provenance, taken, of: study)
        }
        for values in result.values {
            subject.measure = .values(values.kind)
            for entry in ordered(values.entries) {
                subject.arm = entry.arm
                add(address, subject, .amount(entry.value, unit: values.unit), result.provenance, standing, of: study)
            }
        }
        subject.arm = nil
        subject.measure = .pValue
        for p in result.values.map(\.p?.value) + [result.p?.value] {
            if let p { add(address, subject, .pValue(p), result.provenance, standing, of: study) }
        }
        if let text = result.text {
            subject.measure = .text
            add(address, subject, .text(text), result.provenance, standing, of: study)
        }
    }

    /// The entries in the order of the study's arms; those of all patients, and a difference between arms, last.
    private func ordered(_ entries: [ArmValues.Entry]) -> [ArmValues.Entry] {
        guard entries.count > 1 else { return entries }
        let ranks = entries.map { $0.arm.flatMap { arms[$0] } ?? .max }
        guard zip(ranks, ranks.dropFirst()).contains(where: >) else { return entries }
        return entries.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { entries[$0] }
    }
}
