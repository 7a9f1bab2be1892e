import MetaAnalysis

/// How values are written for readers.
///
/// Printed digits are kept; a ratio that was inverted is computed and has two decimals.
public enum ValueText {
    /// A narrow no-break space, which keeps a number and its unit together.
    static let thin = "\u{202F}"

    /// A number with a fixed count of decimals and a true minus sign.
    public static func fixed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return value < 0 ? "\u{2212}\u{221E}" : "\u{221E}" }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (abs(value) * scale).rounded(.toNearestOrAwayFromZero)
        guard scaled < 9e15 else { return "\(value)" }
        let whole = Int64(scaled)
        let unit = Int64(scale)
        var out = value < 0 && whole != 0 ? "\u{2212}" : ""
        out += "\(whole / unit)"
        if decimals > 0 {
            let fraction = "\(whole % unit)"
            out += "." + String(repeating: "0", count: decimals - fraction.count) + fraction
        }
        return out
    }

    /// A ratio or difference on its natural scale: two decimals, more for a ratio near zero.
    public static func effect(_ value: Double) -> String {
        let size = abs(value)
        return fixed(value, decimals: size != 0 && size < 0.01 ? 4 : size < 0.1 ? 3 : 2)
    }

    /// "95 %", with a narrow no-break space.
    public static func level(_ level: Double) -> String {
        (level == level.rounded() ? fixed(level, decimals: 0) : "\(level)") + thin + "%"
    }

    /// A number without needless decimals.
    static func plain(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e9 ? fixed(value, decimals: 0) : "\(value)"
    }

    /// "p = 0.034", "p < 0.001", "p > 0.99".
    public static func pValue(_ value: Double) -> String {
        value < 0.001 ? "p < 0.001" : value >= 0.995 && value < 1 ? "p > 0.99" : "p = " + fixed(value, decimals: value < 0.1 ? 3 : 2)
    }
}
