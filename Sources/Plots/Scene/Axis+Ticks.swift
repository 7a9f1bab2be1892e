import Text

extension Axis {
    /// Ticks at round values: as many as fit without their labels coming closer than `gap`, always with the null value.
    ///
    /// Logarithmic axes use, from coarse to fine, powers of ten, 1-2-5, 1-1.5-2-3-5-7 and, where the range is short,
    /// equal steps that meet the null value; linear axes 1-2-5 steps.
    func ticks(null: Double?, _ numbers: NumberStyle, type: Typography = .tick, limit: Int = 9, gap: Double = 7)
        -> [Tick]
    {
        var best: [Tick] = []
        for index in 0..<candidateCount {
            let candidate = candidate(index, numbers)
            if candidate.isEmpty { continue }
            let ticks = withNull(candidate, null, numbers)
            if ticks.count > limit || !areApart(ticks, type: type, gap: gap) {
                if best.count >= 3 || ticks.count > 3 * limit { break }
                continue
            }
            if ticks.count > best.count { best = ticks }
        }
        if best.isEmpty, let null, null >= low, null <= high { best = [tick(null, decimals: 2, numbers)] }
        return best
    }

    /// A tick may be a rounding error beyond the end.
    private var slackLow: Double { low > 0 ? 1 - 1e-9 : 1 + 1e-9 }
    private var slackHigh: Double { high > 0 ? 1 + 1e-9 : 1 - 1e-9 }

    private var candidateCount: Int { scale == .linear ? 9 : 11 }

    /// The tick values to try, from few to many; empty where a set does not suit the range.
    private func candidate(_ index: Int, _ numbers: NumberStyle) -> [Tick] {
        if scale == .linear {
            let span = high - low
            guard span > 0 else { return [] }
            let power = Int((PlotMath.ln(span) / PlotMath.ln(10)).rounded(.down)) - index / 3
            return multiples(of: index % 3 == 0 ? 5 : index % 3 == 1 ? 2 : 1, power: power, numbers)
        }
        let decades = (PlotMath.ln(high) - PlotMath.ln(low)) / PlotMath.ln(10)
        switch index {
        case 0...3:
            let stride = index == 0 ? 6 : index == 1 ? 3 : index == 2 ? 2 : 1
            return decades > Double(stride) ? powers(of: [1], stride: stride, numbers) : []
        case 4: return decades <= 4 ? powers(of: [1, 2, 5], stride: 1, numbers) : []
        case 5: return decades <= 4 ? powers(of: [1, 1.5, 2, 3, 5, 7], stride: 1, numbers) : []
        default:
            guard decades < 0.75 else { return [] }
            let power = Int((PlotMath.ln(high - low) / PlotMath.ln(10)).rounded(.down)) - (index - 6) / 3
            return multiples(of: index % 3 == 0 ? 5 : index % 3 == 1 ? 2 : 1, power: power, numbers)
        }
    }

    /// The values digit × 10^power within the axis, the power a multiple of the stride.
    private func powers(of digits: [Double], stride: Int, _ numbers: NumberStyle) -> [Tick] {
        let first = Int((PlotMath.ln(low) / PlotMath.ln(10)).rounded(.down))
        let last = max(first, Int((PlotMath.ln(high) / PlotMath.ln(10)).rounded(.up)))
        var ticks: [Tick] = []
        for power in first...last where power.isMultiple(of: stride) {
            let unit = PlotMath.powerOfTen(Int(power.magnitude))
            for digit in digits {
                // Dividing by a power of ten is exact where multiplying by its inverse is not.
                let value = power < 0 ? digit / unit : digit * unit
                if value >= low * slackLow, value <= high * slackHigh {
                    ticks.append(tick(digit: digit, power: power, value: value, numbers))
                }
            }
        }
        return ticks
    }

    /// Multiples of digit × 10^power within the axis, computed from whole numbers so that labels are exact.
    private func multiples(of digit: Double, power: Int, _ numbers: NumberStyle) -> [Tick] {
        let unit = PlotMath.powerOfTen(Int(power.magnitude))
        let step = power < 0 ? digit / unit : digit * unit
        let first = (low / step - 1e-9).rounded(.up)
        let last = (high / step + 1e-9).rounded(.down)
        guard first <= last, last - first <= 40 else { return [] }
        var ticks: [Tick] = []
        var index = first
        while index <= last {
            let value = power < 0 ? index * digit / unit : index * step
            ticks.append(tick(value, decimals: max(0, -power), numbers))
            index += 1
        }
        return ticks
    }

    private func tick(digit: Double, power: Int, value: Double, _ numbers: NumberStyle) -> Tick {
        if power < -4 || power > 5 {
            let label = digit == 1 ? NumberStyle.powerOfTen(power) : numbers.scientific(value, isTrimmed: true)
            return Tick(value: value, label: label)
        }
        return tick(value, decimals: max(0, -power) + (digit == 1.5 ? 1 : 0), numbers)
    }

    private func tick(_ value: Double, decimals: Int, _ numbers: NumberStyle) -> Tick {
        let isLong = value.magnitude >= 1e6 || value != 0 && value.magnitude < 1e-7
        let label =
            isLong ? numbers.scientific(value, isTrimmed: true) : numbers.trimmed(value, decimals: decimals)
        return Tick(value: value, label: label)
    }

    /// The ticks with the null value, without those whose labels would be too near to it.
    private func withNull(_ ticks: [Tick], _ null: Double?, _ numbers: NumberStyle) -> [Tick] {
        guard let null, null >= low, null <= high else { return ticks }
        if ticks.contains(where: { ($0.value - null).magnitude <= 1e-9 * max(1e-9, null.magnitude) }) { return ticks }
        let isWhole = null == null.rounded()
        let nullTick = tick(null, decimals: isWhole ? 0 : 4, numbers)
        let place = position(null)
        var result = ticks.filter { (position($0.value) - place).magnitude > 36 }
        result.append(nullTick)
        result.sort { $0.value < $1.value }
        return result
    }

    private func areApart(_ ticks: [Tick], type: Typography, gap: Double) -> Bool {
        var edge = -Double.infinity
        for tick in ticks {
            let centre = position(tick.value)
            let half = type.room(tick.label) / 2
            if centre - half < edge + gap { return false }
            edge = centre + half
        }
        return true
    }
}
