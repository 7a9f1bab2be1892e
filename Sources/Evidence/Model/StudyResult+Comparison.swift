import MetaAnalysis

/// A printed quantity, as far as it can be compared with another.
enum Figure {
    case effect(Effect)
    case value(ArmValue)
    case pValue(PrintedPValue)

    /// Whether both can stand for the same value, rounded differently.
    func agrees(with other: Figure) -> Bool {
        switch (self, other) {
        case (.effect(let a), .effect(let b)): a.agrees(with: b)
        case (.value(let a), .value(let b)): a.agrees(with: b)
        case (.pValue(let a), .pValue(let b)): a.agrees(with: b)
        default: true
        }
    }
}

extension StudyResult {
    /// The quantities that the result states, by name.
    var figures: [(quantity: String, figure: Figure)] {
        var found: [(String, Figure)] = []
        var p = self.p?.value
        if let effect {
            let comparison = "\(effect.measure.rawValue) \(effect.experimental)/\(effect.control)"
            found.append((effect.contrast == .treatment ? comparison : "\(effect.contrast.rawValue) \(comparison)", .effect(effect)))
            if effect.contrast == .treatment { p = effect.p?.value ?? p }
        }
        for values in values {
            for entry in values.entries {
                found.append(("\(values.kind.rawValue) \(entry.arm ?? "") \(values.unit ?? "")", .value(entry.value)))
            }
            p = p ?? values.p?.value
        }
        if let p { found.append(("p", .pValue(p))) }
        return found
    }

    /// Whether two results can be of the same report: neither their reports nor their follow-ups tell them apart.
    func isComparable(with other: StudyResult) -> Bool {
        if let a = report, let b = other.report, a != b { return false }
        if let a = followUp, let b = other.followUp, !a.agrees(with: b) { return false }
        return true
    }
}

extension FollowUp {
    func agrees(with other: FollowUp) -> Bool {
        func months(_ number: PrintedNumber, _ unit: Duration.Unit) -> ClosedRange<Double> {
            (number.range.lowerBound * unit.months)...(number.range.upperBound * unit.months)
        }
        if let a = median, let b = other.median { return months(a, unit).sharesInterior(with: months(b, other.unit)) }
        return arms == other.arms || arms.isEmpty || other.arms.isEmpty
    }
}

extension Effect {
    func agrees(with other: Effect) -> Bool {
        if let a = value, let b = other.value {
            if isInverted == other.isInverted {
                guard a.agrees(with: b) else { return false }
            } else if measure.isRatio {
                // One is printed upside down: compare what both allow on the same side.
                let inverse = 1 / max(a.range.upperBound, .leastNonzeroMagnitude)...1 / max(a.range.lowerBound, .leastNonzeroMagnitude)
                guard inverse.sharesInterior(with: b.range) else { return false }
            }
        }
        if let a = interval, let b = other.interval, a.level == b.level, isInverted == other.isInverted {
            return a.low.agrees(with: b.low) && a.high.agrees(with: b.high)
        }
        return true
    }
}

extension ArmValue {
    func agrees(with other: ArmValue) -> Bool {
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
