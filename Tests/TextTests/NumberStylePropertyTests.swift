import TestSupport
import Testing

@testable import Text

/// Estimates and intervals of every size: what they are written as keeps their order and their side of the null value.
@Suite("Numbers of one row, rounded together")
struct NumberStylePropertyTests {
    struct Row {
        var value: Double
        var low: Double
        var high: Double
    }

    private static let edges: [Double] = [
        1e-12, 9.94e-5, 9.95e-5, 9.96e-5, 0.000_994, 0.000_995, 0.000_996, 0.00994, 0.00995, 0.0994, 0.0995, 0.09951,
        0.1, 0.494,
        0.4949, 0.5, 0.9, 0.99, 0.994, 0.995, 0.996, 0.999, 0.9994, 0.9995, 0.9999, 0.99999, 0.999_999_9, 1,
        1.000_000_1, 1.0001, 1.0004,
        1.0005, 1.004, 1.005, 1.0051, 1.1, 2, 9.94, 9.949, 9.95, 9.951, 9.99, 10, 99.4, 99.49, 99.5, 99.51, 100, 999.5,
        9999.4,
        9999.5, 99_999.5, 999_999.4, 999_999.5, 999_999.96, 1_000_000, 1.005e6, 9.994e6, 9.995e6, 1e7, 1e12,
    ]

    private static func rows(_ count: Int, scale: NumberStyle.Scale) -> [Row] {
        var random = SplitMix(seed: scale == .ratio ? 41 : 42)
        func size(_ random: inout SplitMix) -> Double {
            let edge = random.pick(edges)
            if random.next().isMultiple(of: 2) { return edge }
            // From 10⁻⁷ to 10⁷, every power alike.
            var value = 1 + 9 * random.unit()
            for _ in 0..<Int(random.next() % 8) { value = random.next().isMultiple(of: 2) ? value * 10 : value / 10 }
            return value
        }
        return (0..<count).map { index in
            var value = size(&random)
            var (below, above): (Double, Double)
            switch index % 4 {
            case 0: (below, above) = (size(&random), size(&random))
            case 1:
                // Narrow, around anything.
                let half = value * size(&random) / 1e4
                (below, above) = (value - half, value + half)
            case 2:
                // Close to no difference.
                value = 1 + (random.unit() - 0.5) * size(&random) / 1e3
                (below, above) = (1 - random.unit() * 1e-3, 1 + random.unit() * 1e-3)
            default: (below, above) = (value, size(&random))
            }
            if scale == .difference {
                if random.next().isMultiple(of: 2) { (value, below, above) = (-value, -below, -above) }
                if index % 4 == 2 { (value, below, above) = (value - 1, below - 1, above - 1) }
            } else {
                (value, below, above) = (max(value, 0), max(below, 0), max(above, 0))
            }
            let sorted = [value, below, above].sorted()
            return Row(value: sorted[1], low: sorted[0], high: sorted[2])
        }
    }

    @Test(
        "Order, distinct limits and the side of the null value are kept",
        arguments: [NumberStyle.Scale.ratio, .difference])
    func kept(scale: NumberStyle.Scale) throws {
        let numbers = NumberStyle()
        let null = scale == .ratio ? 1.0 : 0
        for row in Self.rows(6000, scale: scale) {
            let text = numbers.estimate(row.value, row.low, row.high, scale: scale, null: null)
            let interval = try #require(text.interval)
            let shown = "\(row): \(text)"
            for written in [text.value, interval.low, interval.high] where written != "0" {
                try #require(WrittenNumber.isWellFormed(written), "\(shown)")
            }
            let value = try #require(WrittenNumber.value(text.value))
            let low = try #require(WrittenNumber.value(interval.low))
            let high = try #require(WrittenNumber.value(interval.high))
            try #require(low <= value && value <= high, "\(shown)")
            let width = row.high - row.low
            let isApart = width > 1e-9 * max(row.high.magnitude, row.low.magnitude)
            if isApart { try #require(low < high, "\(shown)") }
            for (exact, written) in [(row.value, value), (row.low, low), (row.high, high)] {
                let distance = (exact - null).magnitude
                if distance > 1e-11 * max(1, width) {
                    try #require(written != null && (exact < null) == (written < null), "\(shown)")
                }
                // Never further off than half a unit of what the width asks for, or of the second digit.
                let most = max(0.0051 * exact.magnitude, scale == .ratio ? width * 0.26 : width * 0.051)
                try #require((written - exact).magnitude <= max(most, 0.005_001), "\(shown)")
            }
        }
    }

    @Test("The same numbers have the same text whatever row they stand in before")
    func rowsAlone() {
        let numbers = NumberStyle()
        let rows = Self.rows(500, scale: .ratio)
        let forward = rows.map { numbers.estimate($0.value, $0.low, $0.high, scale: .ratio, null: 1) }
        let backward = rows.reversed().map { numbers.estimate($0.value, $0.low, $0.high, scale: .ratio, null: 1) }
        #expect(forward == backward.reversed())
    }

    @Test("A difference turned round has the same digits")
    func mirrored() {
        let numbers = NumberStyle()
        for row in Self.rows(5000, scale: .difference) {
            let one = numbers.estimate(row.value, row.low, row.high, scale: .difference, null: 0)
            let other = numbers.estimate(-row.value, -row.high, -row.low, scale: .difference, null: 0)
            func turned(_ text: String) -> String {
                text.first == "\u{2212}"
                    ? String(text.dropFirst()) : text.allSatisfy { "0.".contains($0) } ? text : "\u{2212}" + text
            }
            #expect(other.value == turned(one.value))
            #expect(other.interval?.high == one.interval.map { turned($0.low) })
        }
    }

    @Test("p-values and percentages keep their order")
    func monotonous() throws {
        let numbers = NumberStyle()
        var previous = 0.0
        for step in 0...20_000 {
            let text = numbers.relation(pValue: Double(step) / 20_000)
            let value = try #require(Double(text.dropFirst(2)))
            // Below 0.001 comes "< 0.001", above 0.99 "> 0.99".
            #expect(value >= previous)
            #expect(text.first == "<" ? step < 20 : text.first == ">" ? step >= 19_900 : true)
            previous = value
        }
    }
}
