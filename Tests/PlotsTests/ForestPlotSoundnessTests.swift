import PlotSamples
import Plots
import TestSupport
import Testing

/// No text touches another or leaves the frame, whatever the data.
@Suite struct ForestPlotSoundnessTests {
    @Test(arguments: [1, 2, 10, 70, 150], [PlotVariant.wide, .narrow])
    func ordinaryRows(count: Int, variant: PlotVariant) throws {
        let scene = try ForestSamples.many(count).scene(PlotOptions(variant), .english)
        #expect(scene.textFaults == [])
        #expect(scene.markFaults == [])
        #expect(scene.width == (variant == .wide ? 860 : 328))
    }

    @Test(arguments: [0, 1, 2, 10, 70, 150], [PlotVariant.wide, .narrow])
    func hostileRows(count: Int, variant: PlotVariant) throws {
        for seed in 1...6 {
            let data = ForestSamples.many(count, hostile: true, seed: UInt64(seed))
            let scene = try data.scene(PlotOptions(variant, isStandalone: seed.isMultiple(of: 2)), .english)
            #expect(scene.textFaults == [], "seed \(seed)")
            #expect(scene.markFaults == [], "seed \(seed)")
        }
    }

    @Test(arguments: [PlotVariant.wide, .narrow])
    func samples(variant: PlotVariant) throws {
        for (name, data) in ForestSamples.scenes {
            for isStandalone in [false, true] {
                let scene = try data.scene(PlotOptions(variant, isStandalone: isStandalone), .english)
                #expect(scene.textFaults == [], "\(name)")
                #expect(scene.markFaults == [], "\(name)")
            }
        }
    }

    /// Random structure: columns, groups, alternatives, clipped axes, numbers of every size, every width.
    @Test func randomPlots() throws {
        for seed in 1...400 {
            var random = SplitMix(seed: UInt64(seed))
            let data = Self.random(&random)
            let variant: PlotVariant = random.unit() < 0.5 ? .wide : .narrow
            let width = variant == .wide ? 300 + 900 * random.unit() : 280 + 300 * random.unit()
            let scene = try data.scene(PlotOptions(variant, width: width, isStandalone: random.unit() < 0.5), .english)
            #expect(scene.textFaults == [], "seed \(seed)")
            #expect(scene.markFaults == [], "seed \(seed)")
        }
    }

    static func random(_ random: inout SplitMix) -> ForestPlotData {
        let isLinear = random.unit() < 0.4
        let size = [0.01, 0.3, 1, 3, 9, 25][Int(random.next() % 6)]
        func number(_ random: inout SplitMix) -> Double {
            let x = (random.unit() - 0.5) * 2 * size
            return isLinear ? x * 1000 : min(max(exp10(x), 1e-11), 1e11)
        }
        func effect(_ random: inout SplitMix) -> ForestPlotData.Effect {
            let values = [number(&random), number(&random), number(&random)].sorted()
            return random.unit() < 0.1 ? .init(values[1]) : .init(values[1], values[0], values[2])
        }
        func text(_ random: inout SplitMix) -> String {
            random.unit() < 0.3 ? random.hostileText() : "Trial of something"
        }
        var data = ForestSamples.data([], favours: random.unit() < 0.7)
        data.scale = isLinear ? .linear : .logarithmic
        data.nullValue = random.unit() < 0.1 ? nil : isLinear ? 0 : 1
        data.title = text(&random)
        data.measure = random.unit() < 0.2 ? random.hostileText() : "Hazard ratio"
        data.shortMeasure = random.unit() < 0.1 ? random.hostileText() : "HR"
        let alignments: [ForestPlotData.Column.Alignment] = [.leading, .trailing, .centre, .decimal]
        for _ in 0..<(random.next() % 4) {
            data.leftColumns.append(
                .init(header: text(&random), alignment: random.pick(alignments), isEssential: random.unit() < 0.5))
        }
        if random.unit() < 0.3 {
            data.rightColumns.append(.init(header: text(&random), alignment: random.pick(alignments)))
        }
        let columns = (data.leftColumns + data.rightColumns).count { $0.content == .cells }
        for _ in 0..<(random.next() % 14) {
            let cells = (0..<columns).map { _ in
                random.unit() < 0.2 ? random.hostileText() : "\(random.next() % 1000).5"
            }
            switch random.next() % 8 {
            case 0: data.rows.append(.group(.init(label: text(&random), cells: cells)))
            case 1: data.rows.append(.note(.init(text(&random))))
            case 2:
                data.rows.append(
                    .pooled(
                        .init(
                            label: text(&random), effect: effect(&random),
                            kind: random.pick([.overall, .subgroup, .published]), cells: cells)))
            case 3:
                let values = [number(&random), number(&random)].sorted()
                data.rows.append(.prediction(.init(low: values[0], high: values[1])))
            default:
                data.rows.append(
                    .study(
                        .init(
                            label: text(&random), sublabel: random.unit() < 0.3 ? text(&random) : "",
                            effect: random.unit() < 0.1 ? nil : effect(&random), weight: random.unit(),
                            kind: random.pick([.pooled, .shown, .step]),
                            comparison: random.pick([.direct, .indirect]), isDerived: random.unit() < 0.3,
                            isInverted: random.unit() < 0.3,
                            alternatives: random.unit() < 0.2
                                ? [.init(label: text(&random), effect: effect(&random))] : [],
                            cells: cells)))
            }
        }
        return data
    }

    private static func exp10(_ x: Double) -> Double {
        var result = 1.0
        for _ in 0..<Int(x.magnitude * 10) { result *= 1.258_925_411_794_167 }
        return x < 0 ? 1 / result : result
    }
}
