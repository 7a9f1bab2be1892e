import PlotSamples
import TestSupport
import Testing
import Text

@testable import Plots

@Suite struct AxisTests {
    private func labels(_ scale: PlotScale, _ low: Double, _ high: Double, width: Double = 300, null: Double?) -> String
    {
        Axis(scale: scale, low: low, high: high, start: 10, end: 10 + width).ticks(null: null, NumberStyle()).map(
            \.label
        )
        .joined(separator: " ")
    }

    @Test(arguments: [
        (0.4, 2.5, "0.5 0.7 1 1.5 2"),
        (0.1, 10, "0.1 0.2 0.5 1 2 5 10"),
        (0.45, 1.5, "0.6 0.8 1 1.2 1.4"),
        (0.8, 1.25, "0.8 0.9 1 1.1 1.2"),
        (0.95, 1.06, "0.96 0.98 1 1.02 1.04 1.06"),
        (0.01, 100, "0.01 0.1 1 10 100"),
        (0.0001, 10000, "0.0001 0.01 1 100 10\u{202F}000"),
        (1e-12, 1e12, "10⁻¹² 10⁻⁶ 1 10⁶ 10¹²"),
        (0.9, 30, "1 2 5 10 20"),
        (0.3, 1.1, "0.3 0.4 0.5 0.6 0.7 0.8 0.9 1 1.1"),
    ])
    func logarithmic(low: Double, high: Double, text: String) {
        #expect(labels(.logarithmic, low, high, null: 1) == text)
    }

    @Test(arguments: [
        (-1.0, 1.0, "−1 −0.5 0 0.5 1"), (-12, 30, "−10 −5 0 5 10 15 20 25 30"),
        (-0.05, 0.2, "−0.05 0 0.05 0.1 0.15 0.2"), (0, 1, "0 0.2 0.4 0.6 0.8 1"), (-3e6, 5e6, "−2×10⁶ 0 2×10⁶ 4×10⁶"),
        (0.1, 0.35, "0.1 0.15 0.2 0.25 0.3 0.35"), (-1e-9, 2e-9, "−1×10⁻⁹ 0 1×10⁻⁹ 2×10⁻⁹"),
    ])
    func linear(low: Double, high: Double, text: String) {
        #expect(labels(.linear, low, high, null: low <= 0 ? 0 : nil) == text)
    }

    @Test func aNullValueBetweenTicksIsAmongThem() {
        #expect(labels(.logarithmic, 0.5, 2, null: 1.1) == "0.5 0.7 1.1 1.5 2")
        #expect(labels(.linear, -10, 10, null: 2.5) == "−10 −5 0 2.5 5 10")
    }

    @Test func ticksAreApartOnEveryAxis() {
        var random = SplitMix(seed: 3)
        for _ in 0..<2000 {
            let scale: PlotScale = random.unit() < 0.5 ? .logarithmic : .linear
            let width = 120 + 700 * random.unit()
            let low = scale == .linear ? (random.unit() - 0.5) * 100 : 0.02 + random.unit()
            let high = low + max(0.01, (random.unit() * random.unit() * random.unit()) * 100)
            let axis = Axis(scale: scale, low: low, high: high, start: 0, end: width)
            let null: Double? = scale == .linear ? 0 : 1
            let ticks = axis.ticks(null: null, NumberStyle())
            let texts = ticks.map { ($0.label, axis.position($0.value), Typography.tick.room($0.label)) }
            for (a, b) in zip(texts, texts.dropFirst()) {
                #expect(a.1 + a.2 / 2 <= b.1 - b.2 / 2, "\(low) \(high) \(width) \(texts)")
            }
            if let null, null >= low, null <= high { #expect(ticks.contains { ($0.value - null).magnitude < 1e-9 }) }
            #expect(ticks.count >= 2 || high / low < 3, "\(scale) \(low) \(high) \(width) \(ticks)")
        }
    }
}
