import PlotSamples
import Plots
import TestSupport
import Testing

/// The plots other than forest plots: sound whatever the data.
@Suite struct OtherPlotTests {
    @Test(arguments: OtherSamples.scenes.map(\.name), [PlotVariant.wide, .narrow])
    func samples(name: String, variant: PlotVariant) throws {
        let data = try #require(OtherSamples.scenes.first { $0.name == name }).data
        for isStandalone in [false, true] {
            let scene = try data.scene(PlotOptions(variant, isStandalone: isStandalone), .english)
            #expect(scene.textFaults == [])
            #expect(scene.markFaults == [])
        }
    }

    @Test(arguments: [0, 1, 2, 10, 40], [PlotVariant.wide, .narrow])
    func hostileRows(count: Int, variant: PlotVariant) throws {
        for seed in 1...4 {
            let options = PlotOptions(variant, isStandalone: seed.isMultiple(of: 2))
            let scenes = [
                try OtherSamples.hostileDumbbell(count, seed: UInt64(seed)).scene(options, .english),
                try OtherSamples.hostileTimeline(count, seed: UInt64(seed)).scene(options, .english),
                try OtherSamples.hostileMap(count, 1 + seed, seed: UInt64(seed)).scene(options, .english),
                try OtherSamples.hostileFunnel(count, seed: UInt64(seed)).scene(options, .english),
                try galbraith(OtherSamples.hostileFunnel(count, seed: UInt64(seed))).scene(options, .english),
                try OtherSamples.baujat(count, seed: UInt64(seed)).scene(options, .english),
            ]
            for scene in scenes {
                #expect(scene.textFaults == [], "\(scene.kind) seed \(seed)")
                #expect(scene.markFaults == [], "\(scene.kind) seed \(seed)")
            }
        }
    }

    @Test func iconsSayWhatTheyShow() throws {
        for (with, without) in [(0.0, 0.0), (1, 1), (0, 1), (1, 0), (0.334, 0.4), (0.4, 0.334), (0.3341, 0.3349)] {
            for seed in 1...8 {
                var random = SplitMix(seed: UInt64(seed))
                var data = OtherSamples.icons
                data.experimentalRisk = with
                data.controlRisk = without
                if seed > 1 {
                    data.title = random.hostileText()
                    data.event = random.hostileText()
                    data.control = random.hostileText()
                }
                for variant in [PlotVariant.wide, .narrow] {
                    let scene = try data.scene(PlotOptions(variant), .english)
                    #expect(scene.textFaults == [])
                    #expect(scene.markFaults == [])
                    let people = scene.groups.flatMap { $0.circles.map(\.style) + $0.rects.map(\.style) }
                    let events =
                        people.count { $0 == .personEvent }
                        + people.count { $0 == .personSpared || $0 == .personHarmed || $0 == .personUnsure }
                    // Each key shows one person more.
                    #expect(
                        events == Int((max(with, without) * 100).rounded())
                            + (with == without || (with - without).magnitude < 0.005 ? 1 : 2))
                }
            }
        }
        let sentence = try OtherSamples.icons.scene(PlotOptions(), .english).groups[0].sentence
        #expect(
            sentence
                == "Of 100 people, 40 die within 3 years with standard of care and 33 with radiotherapy: 7 fewer (95\u{202F}% CI 12 fewer to 1 more)"
        )
        // What may be chance does not look like what is not.
        func styles(_ data: AbsoluteEffectData) throws -> Set<MarkStyle> {
            Set(try data.scene(PlotOptions(), .english).groups.flatMap { $0.circles.map(\.style) })
        }
        #expect(
            try styles(OtherSamples.icons).contains(.personUnsure)
                && !styles(OtherSamples.icons).contains(.personSpared))
        var close = OtherSamples.icons
        close.difference = -0.1 ... -0.001
        #expect(
            try close.scene(PlotOptions(), .english).groups[0].sentence?.hasSuffix(
                "(95\u{202F}% CI 10 fewer to less than 1 fewer)") == true)
        var sure = OtherSamples.icons
        sure.difference = -0.12 ... -0.01
        #expect(try styles(sure).contains(.personSpared) && !styles(sure).contains(.personUnsure))
        // Fewer of what is welcome is a loss.
        sure.isWelcome = true
        #expect(try !styles(sure).contains(.personSpared))
        var data = OtherSamples.icons
        data.controlRisk = 40
        #expect(throws: PlotError.weight(item: "standard of care")) { try data.scene(PlotOptions(), .english) }
    }

    private func galbraith(_ data: FunnelPlotData) -> FunnelPlotData {
        var data = data
        data.form = .galbraith
        return data
    }

    @Test func refusedNumbers() {
        var funnel = OtherSamples.funnel
        funnel.studies[1].standardError = 0
        #expect(throws: PlotError.notPositive(item: "Trial 2")) { try funnel.scene(PlotOptions(), .english) }
        #expect(throws: PlotError.notPositive(item: "Trial 2")) { try galbraith(funnel).scene(PlotOptions(), .english) }
        #expect(throws: PlotError.notFinite(item: "a")) {
            try BaujatPlotData(id: "", title: "", studies: [.init(label: "a", contribution: .nan, influence: 1)])
                .scene(PlotOptions(), .english)
        }
        var dumbbell = OtherSamples.dumbbell
        dumbbell.rows[0].control = .stated(.nan)
        #expect(throws: PlotError.notFinite(item: "SABR-COMET")) { try dumbbell.scene(PlotOptions(), .english) }
        var timeline = OtherSamples.timeline
        timeline.trials[0].end = .init(year: 2001)
        #expect(throws: PlotError.reversedInterval(item: "PLATON")) { try timeline.scene(PlotOptions(), .english) }
        // A year alone is not before one of its months.
        timeline.trials[0].start = .init(year: 2025, month: 9)
        timeline.trials[0].end = .init(year: 2025)
        #expect((try? timeline.scene(PlotOptions(), .english)) != nil)
        timeline.trials[0].end = .init(year: 2030, month: 13)
        #expect(throws: PlotError.outOfRange(item: "PLATON")) { try timeline.scene(PlotOptions(), .english) }
        var map = OtherSamples.map
        map.cells[0].row = "prostrate"
        #expect(throws: PlotError.cell(item: "prostrate, oligo")) { try map.scene(PlotOptions(), .english) }
        map.cells[0] = .init(row: "prostate", column: "oligo", counts: [-1, 0, 0])
        #expect(throws: PlotError.outOfRange(item: "prostate, oligo")) { try map.scene(PlotOptions(), .english) }
        var spark = OtherSamples.spark
        spark.effect.low = -1
        #expect(throws: PlotError.notPositive(item: spark.title)) { try spark.scene(PlotOptions(), .english) }
    }
}
