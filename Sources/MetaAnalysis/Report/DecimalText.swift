/// Numbers as people read them: fixed decimals, rounded half away from zero, with U+2212 for minus.
public enum DecimalText {
    /// - Parameter places: 0 to 12.
    public static func fixed(_ value: Double, places: Int) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
        let places = min(max(places, 0), 12)
        var unit = 1.0
        for _ in 0..<places { unit *= 10 }
        let scaled = (abs(value) * unit).rounded(.toNearestOrAwayFromZero)
        guard scaled < 9e18 else { return "\(value)" }
        var digits = String(UInt64(scaled))
        while digits.count <= places { digits = "0" + digits }
        let sign = value < 0 && scaled > 0 ? "\u{2212}" : ""
        guard places > 0 else { return sign + digits }
        return sign + digits.dropLast(places) + "." + digits.suffix(places)
    }

    /// A p-value: three decimals, two from 0.1 on, `<0.001` below, `>0.99` at the end.
    public static func pValue(_ p: Double) -> String {
        p < 0.001 ? "<0.001" : p >= 0.995 && p < 1 ? ">0.99" : p < 0.0995 ? fixed(p, places: 3) : fixed(p, places: 2)
    }
}
