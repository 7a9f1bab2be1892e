import Plots
import Testing

@Suite struct NumberTextTests {
    @Test(arguments: [
        (0.0, 2, "0.00"), (1.005, 2, "1.01"), (1.115, 2, "1.12"), (-0.004, 2, "0.00"), (-0.5, 1, "−0.5"),
        (2.5, 0, "3"), (0.999, 2, "1.00"), (123.456, 1, "123.5"), (0.05, 1, "0.1"), (-12.3, 3, "−12.300"),
        (1e14, 2, "100000000000000"), (9.87e17, 2, "9.87×10¹⁷"), (.nan, 2, "–"), (.infinity, 2, "–"),
    ])
    func fixed(value: Double, decimals: Int, text: String) {
        #expect(NumberText.fixed(value, decimals: decimals) == text)
    }

    @Test(arguments: [
        (0.92, "0.92"), (0.004, "0.004"), (0.0043, "0.0043"), (0.06, "0.06"), (0.064, "0.064"), (0.0996, "0.10"),
        (1.0, "1.00"), (9.87, "9.87"), (9.96, "10.0"), (12.34, "12.3"), (99.7, "100"), (126.53, "127"),
        (1_234_567, "1.23×10⁶"), (0.00002, "2.00×10⁻⁵"),
    ])
    func ratio(value: Double, text: String) {
        #expect(NumberText.value(value, scale: .logarithmic) == text)
    }

    @Test(arguments: [(-3.2, "−3.20"), (12.345, "12.35"), (1234.5, "1234.50"), (123_456.7, "123457"), (0, "0.00")])
    func difference(value: Double, text: String) {
        #expect(NumberText.value(value, scale: .linear) == text)
    }

    @Test func intervals() {
        #expect(NumberText.estimate(0.92, 0.8, 1.06, scale: .logarithmic) == "0.92 (0.80 to 1.06)")
        #expect(NumberText.estimate(-1.5, -3, 0.25, scale: .linear, decimals: 1) == "−1.5 (−3.0 to 0.3)")
    }

    /// What excludes no effect must not look as if it reached it.
    @Test func aLimitNearTheNullValueIsNotShownAsTheNullValue() {
        #expect(NumberText.interval(0.9, 0.998, scale: .logarithmic, nullValue: 1) == "0.90 to 0.998")
        #expect(NumberText.interval(0.9, 1, scale: .logarithmic, nullValue: 1) == "0.90 to 1.00")
        #expect(NumberText.interval(1.0002, 2, scale: .logarithmic, nullValue: 1) == "1.0002 to 2.00")
        #expect(NumberText.interval(-2, -0.04, scale: .linear, decimals: 1, nullValue: 0) == "−2.0 to −0.04")
    }

    @Test func otherForms() {
        #expect(NumberText.percent(0.753) == "75.3%")
        #expect(NumberText.percent(0.753, decimals: 0) == "75%")
        #expect(NumberText.intervalName(level: 0.95) == "95% CI")
        #expect(NumberText.intervalName(level: 0.975) == "97.5% CI")
        #expect(NumberText.pValue(0.0004) == "<0.001")
        #expect(NumberText.pValue(0.0314) == "0.031")
        #expect(NumberText.pValue(0.0999) == "0.10")
        #expect(NumberText.pValue(0.5) == "0.50")
        #expect(NumberText.integer(1234) == "1234")
        #expect(NumberText.integer(-1_234_567) == "−1\u{202F}234\u{202F}567")
    }
}
