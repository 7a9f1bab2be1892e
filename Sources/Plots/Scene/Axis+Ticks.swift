extension Axis {
    /// Ticks at round values: as many as fit without their labels coming closer than `gap`, always with the null value.
    ///
    /// Logarithmic axes use, from coarse to fine, powers of ten, 1-2-5, 1-1.5-2-3-5-7 and, where the range is short,
    /// equal steps that meet the null value; linear axes 1-2-5 steps.
    func ticks(null: Double?, type: Typography = .tick, limit: Int = 9, gap: Double = 7) -> [Tick] {
        var best: [Tick] = []
        for candidate in candidates(null: null) {
            let ticks = withNull(candidate.filter { $0.value >= low * slackLow && $0.value <= high * slackHigh }, null)
            if ticks.count > limit || !areApart(ticks, type: type, gap: gap) {
                if best.count >= 3 || ticks.count > 3 * limit { break }
                continue
            }
            if ticks.count > best.count { best = ticks }
        }
        if best.isEmpty, let null, null >= low, null <= high { best = [tick(null, decimals: 2)] }
        return best
    }

    /// A tick may be a rounding error beyond the end.
    private var slackLow: Double { low > 0 ? 1 - 1e-9 : 1 + 1e-9 }
    private var slackHigh: Double { high > 0 ? 1 + 1e-9 : 1 - 1e-9 }

    private func candidates(null: Double?) -> [[Tick]] {
        scale == .linear ? linearCandidates() : logarithmicCandidates(null: null)
    }

    private func linearCandidates() -> [[Tick]] {
        let span = high - low
        guard span > 0 else { return [] }
        var exponent = 15
        while exponent > -12, PlotMath.powerOfTen(exponent) > span { exponent -= 1 }
        var result: [[Tick]] = []
        for power in [exponent, exponent - 1, exponent - 2] {
            for digit in [5.0, 2.0, 1.0] {
                result.append(multiples(of: digit, power: power))
            }
        }
        return result
    }

    /// Multiples of digit × 10^power within the axis, computed from whole numbers so that labels are exact.
    private func multiples(of digit: Double, power: Int) -> [Tick] {
        let step = digit * PlotMath.powerOfTen(power)
        let first = (low / step - 1e-9).rounded(.up)
        let last = (high / step + 1e-9).rounded(.down)
        guard first <= last, last - first <= 40 else { return [] }
        var ticks: [Tick] = []
        var index = first
        while index <= last {
            // Dividing by a power of ten is exact where multiplying by its inverse is not.
            let value = power < 0 ? index * digit / PlotMath.powerOfTen(-power) : index * step
            ticks.append(tick(value, decimals: max(0, -power)))
            index += 1
        }
        return ticks
    }

    private func logarithmicCandidates(null: Double?) -> [[Tick]] {
        let decades = (PlotMath.ln(high) - PlotMath.ln(low)) / PlotMath.ln(10)
        let firstPower = Int((PlotMath.ln(low) / PlotMath.ln(10)).rounded(.down))
        let lastPower = Int((PlotMath.ln(high) / PlotMath.ln(10)).rounded(.up))
        var result: [[Tick]] = []
        for stride in [6, 3, 2, 1] where decades > Double(stride) {
            let powers = (firstPower...max(firstPower, lastPower)).filter { $0.isMultiple(of: stride) }
            result.append(powers.map { tick(digit: 1, power: $0) })
        }
        for digits in [[1, 2, 5], [1, 1.5, 2, 3, 5, 7]] where decades <= 4 {
            var ticks: [Tick] = []
            for power in firstPower...max(firstPower, lastPower) {
                for digit in digits { ticks.append(tick(digit: digit, power: power)) }
            }
            result.append(ticks)
        }
        if decades < 0.75 {
            let power = Int((PlotMath.ln(high - low) / PlotMath.ln(10)).rounded(.down))
            for (digit, power) in [(5.0, power), (2, power), (1, power), (5, power - 1), (2, power - 1)] {
                result.append(multiples(of: digit, power: power))
            }
        }
        return result
    }

    private func tick(digit: Double, power: Int) -> Tick {
        let value = power < 0 ? digit / PlotMath.powerOfTen(-power) : digit * PlotMath.powerOfTen(power)
        if power < -4 || power > 5 {
            let label = digit == 1 ? NumberText.powerOfTen(power) : NumberText.scientific(value, isTrimmed: true)
            return Tick(value: value, label: label)
        }
        return tick(value, decimals: max(0, -power) + (digit == 1.5 ? 1 : 0))
    }

    private func tick(_ value: Double, decimals: Int) -> Tick {
        let isLong = value.magnitude >= 1e6 || value != 0 && value.magnitude < 1e-7
        let label =
            isLong ? NumberText.scientific(value, isTrimmed: true) : NumberText.trimmed(value, decimals: decimals)
        return Tick(value: value, label: label)
    }

    /// The ticks with the null value, without those whose labels would be too near to it.
    private func withNull(_ ticks: [Tick], _ null: Double?) -> [Tick] {
        guard let null, null >= low, null <= high else { return ticks }
        if ticks.contains(where: { ($0.value - null).magnitude <= 1e-9 * max(1e-9, null.magnitude) }) { return ticks }
        let isWhole = null == null.rounded()
        let nullTick = tick(null, decimals: isWhole ? 0 : 4)
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
