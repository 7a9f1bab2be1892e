import MetaAnalysis

extension Quantity {
    /// Whether both can stand for the same value, rounded differently. What are not two values of a kind do not disagree.
    func agrees(with other: Quantity) -> Bool {
        switch (self, other) {
        case (.effect(let a), .effect(let b)): a.agrees(with: b)
        case (.amount(let a, _), .amount(let b, _)): a.agrees(with: b)
        case (.pValue(let a), .pValue(let b)): a.agrees(with: b)
        default: true
        }
    }
}

extension StatedValue.Subject {
    /// Whether two values can be of the same report: neither their reports nor their follow-ups tell them apart.
    func isComparable(with other: StatedValue.Subject) -> Bool {
        if let a = report, let b = other.report, a != b { return false }
        if let a = followUp, let b = other.followUp, !a.agrees(with: b) { return false }
        return true
    }
}

extension FollowUp {
    fileprivate func agrees(with other: FollowUp) -> Bool {
        func months(_ number: PrintedNumber, _ unit: Duration.Unit) -> ClosedRange<Double> {
            (number.range.lowerBound * unit.months)...(number.range.upperBound * unit.months)
        }
        if let a = median, let b = other.median { return months(a, unit).sharesInterior(with: months(b, other.unit)) }
        return arms == other.arms || arms.isEmpty || other.arms.isEmpty
    }
}

extension Effect {
    fileprivate func agrees(with other: Effect) -> Bool {
        if let a = value.map({ oriented($0) }), let b = other.value.map({ other.oriented($0) }),
            !a.sharesInterior(with: b)
        {
            return false
        }
        guard let a = interval, let b = other.interval, a.level == b.level else { return true }
        let (first, second) = (oriented(a), other.oriented(b))
        return first.low.sharesInterior(with: second.low) && first.high.sharesInterior(with: second.high)
    }

    /// What a printed number can stand for, experimental against control.
    private func oriented(_ number: PrintedNumber) -> ClosedRange<Double> {
        guard isInverted else { return number.range }
        guard measure.isRatio else { return -number.range.upperBound ... -number.range.lowerBound }
        let least = Double.leastNormalMagnitude
        return 1 / max(number.range.upperBound, least)...1 / max(number.range.lowerBound, least)
    }

    private func oriented(_ interval: PrintedInterval) -> (low: ClosedRange<Double>, high: ClosedRange<Double>) {
        isInverted
            ? (oriented(interval.high), oriented(interval.low)) : (oriented(interval.low), oriented(interval.high))
    }
}

extension ArmValue {
    fileprivate func agrees(with other: ArmValue) -> Bool {
        switch (self, other) {
        case (.number(let a, let first), .number(let b, let second)):
            guard a.agrees(with: b) else { return false }
            guard let first, let second, first.level == second.level else { return true }
            return first.low.agrees(with: second.low) && first.high.agrees(with: second.high)
        case (.count(let a, let m), .count(let b, let n)): return a == b && (m == nil || n == nil || m == n)
        case (.above(let limit), .number(let number, _)), (.number(let number, _), .above(let limit)):
            return number.range.upperBound > limit.value
        case (.below(let limit), .number(let number, _)), (.number(let number, _), .below(let limit)):
            return number.range.lowerBound < limit.value
        default: return self == other
        }
    }
}
