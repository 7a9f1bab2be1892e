/// Percentages and the numbers of tests.
extension NumberStyle {
    /// A percentage (0 to 100) with its sign: 75.3 %.
    ///
    /// What is less than all is never written as 100 %, and what is more than nothing never as 0 %: > 99 %, < 0.1 %.
    package func percent(_ percentage: Double, decimals: Int = 1) -> String {
        let (relation, digits) =
            percentage.isFinite ? bounded(percentage, decimals: decimals) : (nil, notFinite(percentage))
        return (relation.map { $0 + " " } ?? "") + digits + Self.thin + "%"
    }

    /// A percentage as it is read after a name: `= 54 %`, `> 99 %`.
    package func relation(percent percentage: Double, decimals: Int = 0) -> String {
        let (relation, digits) = bounded(percentage, decimals: decimals)
        return (relation ?? "=") + " " + digits + Self.thin + "%"
    }

    private func bounded(_ percentage: Double, decimals: Int) -> (relation: String?, digits: String) {
        let unit = 1 / Self.powersOfTen[min(max(decimals, 0), 6)]
        // Sums of weights are no more exact than this.
        if percentage < 100 - 1e-9, percentage >= 100 - unit / 2 { return (">", fixed(100 - unit, decimals: decimals)) }
        if percentage > 1e-9, percentage < unit / 2 { return ("<", fixed(unit, decimals: decimals)) }
        return (nil, fixed(percentage, decimals: decimals))
    }

    /// A p-value as it is read after its letter: `= 0.03`, `< 0.001`, `> 0.99`; three decimals below 0.1, two above.
    package func relation(pValue p: Double) -> String {
        guard p.isFinite else { return "= " + Self.missing }
        if p < 0.001 { return "< " + fixed(0.001, decimals: 3) }
        if p >= 0.995 { return "> " + fixed(0.99, decimals: 2) }
        return "= " + fixed(p, decimals: p < 0.0995 ? 3 : 2)
    }

    /// A test statistic such as Q, z or t: two decimals, fewer from a thousand on.
    package func statistic(_ value: Double) -> String {
        let size = value.magnitude
        if size >= 999_999.5 { return scientific(value) }
        return fixed(value, decimals: size >= 9_999.5 ? 0 : size >= 999.95 ? 1 : 2)
    }

    /// τ²: three decimals, with two significant digits where those would be zeros, fewer from ten on.
    package func variance(_ value: Double) -> String {
        guard value > 0 else { return fixed(value, decimals: 3) }
        if value < 9.95e-7 || value >= 999_999.5 { return scientific(value) }
        if value >= 9.9995 { return fixed(value, decimals: value >= 999.5 ? 0 : value >= 99.95 ? 1 : 2) }
        guard value < 0.00995 else { return fixed(value, decimals: 3) }
        return fixed(value, decimals: 1 - Self.exponent(of: value, decimals: 1))
    }

    /// The level of an interval, a proportion, in per cent: 95 %, 99.99 %.
    package func level(_ level: Double) -> String { trimmed(level * 100, decimals: 8) + Self.thin + "%" }
}
