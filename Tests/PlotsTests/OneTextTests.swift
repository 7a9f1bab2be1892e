import PlotSamples
import Plots
import TestSupport
import Testing
import Text

/// Some thousand values through every surface of a forest plot: the row of the wide, the narrow and the stand-alone form, the
/// table beside it and the sentence of the row say one text.
@Suite("One text for one value, in every part of a plot")
struct OneTextTests {
    private static func effects(_ count: Int, scale: PlotScale, seed: UInt64) -> [ForestPlotData.Effect] {
        var random = SplitMix(seed: seed)
        func size() -> Double {
            var value = 1 + 9 * random.unit()
            for _ in 0..<Int(random.next() % 7) { value = random.next().isMultiple(of: 2) ? value * 10 : value / 10 }
            return random.pick([
                value, value, 1 + (random.unit() - 0.5) / 100, random.pick([0.995, 0.9984, 0.0995, 9.95, 99.5, 1.005]),
            ])
        }
        return (0..<count).map { index in
            var values = [size(), size(), size()].sorted()
            if index.isMultiple(of: 3) {
                let half = values[1] * random.unit() * random.unit() / 100
                values = [values[1] - half, values[1], values[1] + half]
            }
            if scale == .linear, random.next().isMultiple(of: 2) { values = [-values[2], -values[1], -values[0]] }
            if scale == .linear, random.next().isMultiple(of: 4) { values[0] = -values[2] }
            values.sort()
            return random.unit() < 0.05 ? .init(values[1]) : .init(values[1], values[0], values[2])
        }
    }

    private static func printed(_ random: inout SplitMix) -> EstimateText {
        EstimateText(
            value: random.pick(["0.9", "0.90", "1.1"]),
            interval: IntervalText(low: random.pick(["0.70", "0.699"]), high: random.pick(["1.10", "1.101"])))
    }

    @Test("Rows, tables and sentences", arguments: [PlotScale.logarithmic, .linear])
    func rows(scale: PlotScale) throws {
        let language = Language.english
        var random = SplitMix(seed: 9)
        for seed in 1...50 as ClosedRange<UInt64> {
            var data = ForestSamples.data([], favours: false)
            data.scale = scale
            data.nullValue = scale == .linear ? 0 : 1
            let effects = Self.effects(40, scale: scale, seed: seed).map { effect in
                random.unit() < 0.1 ? ForestPlotData.Effect(0.9, 0.7, 1.1, printed: Self.printed(&random)) : effect
            }
            data.rows = effects.enumerated().map { .study(.init(label: "Trial \($0)", effect: $1, weight: 0.02)) }
            let expected = effects.map { effect -> EstimateText in
                let numbers = language.numbers
                let scale: NumberStyle.Scale = scale == .linear ? .difference : .ratio
                if let printed = effect.printed { return printed }
                guard let low = effect.low, let high = effect.high else {
                    return EstimateText(value: numbers.estimate(effect.estimate, scale: scale, null: data.nullValue))
                }
                return numbers.estimate(effect.estimate, low, high, scale: scale, null: data.nullValue)
            }
            for options in [PlotOptions(), PlotOptions(.narrow), PlotOptions(isStandalone: true)] {
                let scene = try data.scene(options, language)
                let rows = scene.groups.filter { $0.kind == .study }
                try #require(rows.count == expected.count)
                for (row, text) in zip(rows, expected) {
                    let drawn = row.texts.map(\.string)
                    if options.variant == .narrow {
                        // Numbers that have no room beside the label may stand on two lines.
                        let both = drawn.joined(separator: " ")
                        #expect(both.contains(language.estimate(text)), "\(drawn)")
                    } else {
                        #expect(
                            drawn.contains(text.value)
                                && text.interval.map { drawn.contains(language.limits($0)) } ?? true, "\(drawn)")
                    }
                    let said =
                        text.interval.map { "hazard ratio \(text.value), 95\u{202F}% CI \(language.interval($0)), " }
                        ?? "hazard ratio \(text.value), interval not stated"
                    #expect(row.sentence?.contains(said) == true, "\(row.sentence ?? "")")
                    #expect(
                        drawn.contains { $0.hasSuffix("2.0\u{202F}%") }
                            && row.sentence?.contains("weight 2.0\u{202F}%") == true)
                }
                guard !options.isStandalone else { continue }
                #expect(scene.table.rows.map { $0.cells[1] } == expected.map(language.estimate))
            }
        }
    }

    @Test("What the verdict of a sentence says is what its numbers show")
    func verdicts() throws {
        for seed in 1...20 as ClosedRange<UInt64> {
            var data = ForestSamples.data([], favours: false)
            data.rows = Self.effects(40, scale: .logarithmic, seed: seed).enumerated().map {
                .study(.init(label: "Trial \($0)", effect: $1))
            }
            for sentence in try data.scene(PlotOptions(), .english).groups.compactMap(\.sentence)
            where sentence.contains(" CI ") {
                let limits = try #require(sentence.split(separator: " CI ").last?.split(separator: ",").first)
                let ends = limits.split(separator: " to ").map { Double($0) }
                guard let low = ends.first ?? nil, let high = ends.last ?? nil else { continue }
                #expect(
                    sentence.contains(low <= 1 && high >= 1 ? ", includes 1" : ", does not include 1"), "\(sentence)")
            }
        }
    }
}
