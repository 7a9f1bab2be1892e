import Testing

@testable import Text

@Suite("Numbers as people read them")
struct NumberStyleTests {
    private let numbers = NumberStyle()

    private func ratio(_ value: Double, _ low: Double, _ high: Double) -> String {
        Language.english.estimate(numbers.estimate(value, low, high, scale: .ratio, null: 1))
    }

    private func difference(_ value: Double, _ low: Double, _ high: Double) -> String {
        Language.english.estimate(numbers.estimate(value, low, high, scale: .difference, null: 0))
    }

    @Test(
        "Halves are rounded away from zero as printed, the minus sign is a minus sign, and zero has none",
        arguments: [
            (1.005, 2, "1.01"), (0.125, 2, "0.13"), (-0.125, 2, "−0.13"), (-0.004, 2, "0.00"), (1, 2, "1.00"),
            (12.3, 0, "12"), (999.999, 2, "1000.00"), (0.1 + 0.2, 1, "0.3"), (1e20, 2, "1.00×10²⁰"), (.nan, 1, "–"),
            (.infinity, 1, "∞"), (-.infinity, 1, "−∞"), (10_000, 1, "10\u{202F}000.0"), (9999.4, 0, "9999"),
            (-1_234_567.25, 2, "−1\u{202F}234\u{202F}567.25"), (0.000_000_000_001, 12, "0.000000000001"),
        ])
    func fixed(value: Double, decimals: Int, text: String) {
        #expect(numbers.fixed(value, decimals: decimals) == text)
    }

    @Test(
        "A ratio's digits follow its size and its interval, and the estimate lies within",
        arguments: [
            (0.92, 0.81, 1.034, "0.92 (0.81 to 1.03)"),
            // Two roundings would give 1.00 (0.999 to 0.9995).
            (0.999, 0.9985, 0.9995, "0.9990 (0.9985 to 0.9995)"),
            // A limit beside 1 is not rounded onto it; nor is an estimate.
            (0.926, 0.859, 0.9984, "0.93 (0.86 to 0.998)"), (0.9, 0.8, 0.9996, "0.90 (0.80 to 0.9996)"),
            (1.0002, 0.5, 2, "1.0002 (0.50 to 2.00)"), (0.995, 0.7, 1.4, "0.995 (0.70 to 1.40)"),
            (1, 0.8, 1.25, "1.00 (0.80 to 1.25)"),
            (77.086, 0.000_668_9, 8_884_223.51, "77.1 (0.00067 to 8.88×10⁶)"),
            (0.000_37, 0.000_02, 0.0069, "0.00037 (2.00×10⁻⁵ to 0.0069)"),
            (0.02, 0.012, 0.033, "0.020 (0.012 to 0.033)"), (0.019, 0.011, 0.03, "0.019 (0.011 to 0.030)"),
            (12.3, 8.1, 18.7, "12.3 (8.10 to 18.7)"), (1.02, 1.01, 1.03, "1.02 (1.01 to 1.03)"),
            (150, 149.8, 150.2, "150.0 (149.8 to 150.2)"),
            (1.3778761442981354e31, 2e10, 9e51, "1.38×10³¹ (2.00×10¹⁰ to 9.00×10⁵¹)"),
            (999_999.4, 999_998, 1_000_001, "999\u{202F}999 (999\u{202F}998 to 1.000001×10⁶)"),
            (0.5, 0, 12_345, "0.50 (0.00 to 12\u{202F}345)"), (2, 0.3, .infinity, "2.00 (0.30 to ∞)"),
            // What the machine's rounding left of 1 is 1.
            (0.9999999999999998, 0.8, 1.25, "1.00 (0.80 to 1.25)"),
        ])
    func ratios(value: Double, low: Double, high: Double, text: String) {
        #expect(ratio(value, low, high) == text)
    }

    @Test(
        "A difference's digits follow the narrowest thing of its row",
        arguments: [
            (0.00012, 0.00004, 0.0002, "0.00012 (0.00004 to 0.00020)"), (5.23, 2.1, 8.36, "5.23 (2.10 to 8.36)"),
            (-0.0338, -0.0715, 0.0039, "−0.034 (−0.072 to 0.004)"), (250, 100, 400.04, "250 (100 to 400)"),
            (1523.4, 1520.1, 1526.7, "1523.40 (1520.10 to 1526.70)"), (-1.5, -3, 0.251, "−1.50 (−3.00 to 0.25)"),
            (0.004, -1, 1.008, "0.004 (−1.00 to 1.01)"), (-0.9, -1.8, -0.0004, "−0.90 (−1.80 to −0.0004)"),
            (0, -0.02, 0.02, "0.000 (−0.020 to 0.020)"), (1.2e-7, 4e-8, 2e-7, "1.20×10⁻⁷ (4.00×10⁻⁸ to 2.00×10⁻⁷)"),
            (0, -1e-8, 1e-8, "0 (−1.00×10⁻⁸ to 1.00×10⁻⁸)"), (2e6, 1.5e6, 2.5e6, "2.00×10⁶ (1.50×10⁶ to 2.50×10⁶)"),
            (-12_345, -20_000, -4690, "−12\u{202F}345 (−20\u{202F}000 to −4690)"),
            (0.2, 1e-18, 0.4, "0.20 (0.00 to 0.40)"),
        ])
    func differences(value: Double, low: Double, high: Double, text: String) {
        #expect(difference(value, low, high) == text)
    }

    @Test("A number without an interval has the digits of its size")
    func alone() {
        #expect(numbers.estimate(0.9984, scale: .ratio, null: 1) == "0.998")
        #expect(numbers.estimate(0.0123, scale: .ratio, null: 1) == "0.012")
        #expect(numbers.estimate(0.00012, scale: .difference, null: 0) == "0.00012")
        #expect(numbers.estimate(-12.345, scale: .difference, null: 0) == "−12.35")
        #expect(numbers.estimate(0, scale: .difference, null: 0) == "0.00")
    }

    @Test("What is written as the null value is it")
    func includes() {
        #expect(!NumberStyle.includes(1, low: 0.8, high: 0.9999, scale: .ratio))
        #expect(NumberStyle.includes(1, low: 0.8, high: 0.9999999999999998, scale: .ratio))
        #expect(NumberStyle.includes(0, low: 1e-18, high: 0.4, scale: .difference))
        #expect(!NumberStyle.includes(0, low: 1e-5, high: 0.4, scale: .difference))
    }

    @Test(
        "p-values have one rule",
        arguments: [
            (0.0004, "p < 0.001"), (0.001, "p = 0.001"), (0.0314, "p = 0.031"), (0.03, "p = 0.030"),
            (0.0994, "p = 0.099"),
            (0.0999, "p = 0.10"), (0.3499999, "p = 0.35"), (0.994, "p = 0.99"), (0.996, "p > 0.99"), (1, "p > 0.99"),
            (0, "p < 0.001"),
        ])
    func pValues(p: Double, text: String) {
        #expect(Language.english.pValue(p) == text)
    }

    @Test("A percentage is 0 or 100 only where it is")
    func percentages() {
        #expect(numbers.percent(75.34) == "75.3\u{202F}%")
        #expect(numbers.percent(99.97) == "> 99.9\u{202F}%")
        #expect(numbers.percent(0.04) == "< 0.1\u{202F}%")
        #expect(numbers.percent(99.999_999_999_9) == "100.0\u{202F}%")
        #expect(numbers.percent(100, decimals: 0) == "100\u{202F}%")
        #expect(Language.english.iSquared(99.7) == "I² > 99\u{202F}%")
        #expect(Language.english.iSquared(99.4) == "I² = 99\u{202F}%")
        #expect(Language.english.iSquared(0) == "I² = 0\u{202F}%")
        #expect(Language.english.iSquared(53.6) == "I² = 54\u{202F}%")
    }

    @Test("Levels, statistics and variances have one rule each")
    func statistics() {
        #expect(
            [0.95, 0.975, 0.9999, 0.99999, 0.9].map(Language.english.intervalName) == [
                "95\u{202F}% CI", "97.5\u{202F}% CI", "99.99\u{202F}% CI", "99.999\u{202F}% CI", "90\u{202F}% CI",
            ])
        #expect(Language.english.chiSquared(1.1449, degreesOfFreedom: 2, p: 0.5678) == "Q = 1.14, df = 2, p = 0.57")
        #expect(
            [0, 0.0129, 0.00012, 0.00996, 12.34, 523.123, 2e-9].map(numbers.variance) == [
                "0.000", "0.013", "0.00012", "0.010", "12.34", "523.1", "2.00×10⁻⁹",
            ])
        #expect(numbers.significant(0.012_345, digits: 3) == "0.0123")
        #expect(numbers.significant(123_456_789, digits: 3) == "1.23×10⁸")
        #expect(numbers.significant(0.099_96, digits: 3) == "0.100")
    }

    @Test(
        "The digits of a ratio change at 0.001, 0.01, 0.1, 10 and 100, where the written number does",
        arguments: [
            (0.000_994, "0.00099"), (0.000_995, "0.0010"), (0.009_94, "0.0099"), (0.009_95, "0.010"), (0.0994, "0.099"),
            (0.0995, "0.10"), (0.11, "0.11"), (0.25, "0.25"), (0.9, "0.90"), (9.94, "9.94"), (9.951, "10.0"),
            (99.4, "99.4"),
            (99.51, "100"),
        ])
    func thresholds(ratio: Double, text: String) {
        #expect(numbers.estimate(ratio, scale: .ratio, null: 1) == text)
        // A wide interval asks for no digit more.
        #expect(numbers.estimate(ratio, ratio / 9, ratio * 9, scale: .ratio, null: nil).value == text)
    }

    @Test("Printed digits stay, with one zero before the mark and a true minus sign")
    func printed() {
        #expect(
            ["00.90", ".90", "-0.5", "+1.0", "7", "0", "12345.6", "0·92", "0,9", "3.4e-7"].map { numbers.printed($0) }
                == ["0.90", "0.90", "−0.5", "1.0", "7", "0", "12\u{202F}345.6", "0.92", "0.9", "3.4×10⁻⁷"])
        #expect(Language.english.estimate(numbers.printed("0.9", "0.7", "1.10")) == "0.90 (0.70 to 1.10)")
        #expect(numbers.printed("7", decimals: 2) == "7.00")
        #expect(Language.english.pValue(printed: "3.4e-7", relation: "=") == "p = 3.4×10⁻⁷")
    }

    @Test("A comma is as good a mark as a point")
    func comma() {
        let french = NumberStyle(decimalMark: ",")
        #expect(
            french.estimate(0.92, 0.81, 1.034, scale: .ratio, null: 1).interval
                == IntervalText(low: "0,81", high: "1,03"))
        #expect(french.estimate(2e6, 1.5e6, 2.5e6, scale: .ratio, null: 1).value == "2,00×10⁶")
        #expect(french.printed(".90") == "0,90")
        #expect(french.percent(75.3) == "75,3\u{202F}%")
        #expect(NumberStyle.program.fixed(-12_345.678, decimals: 2) == "-12345.68")
    }

    @Test("The verdict names the value of no difference, and the side the arm")
    func verdicts() {
        #expect(Language.english.verdict(includesNull: true, null: 1) == "includes 1")
        #expect(Language.english.verdict(includesNull: false, null: 0) == "does not include 0")
        #expect(Language.english.inFavour(of: "radiotherapy") == "in favour of radiotherapy")
    }
}
