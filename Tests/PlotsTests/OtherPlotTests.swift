import PlotSamples
import Plots
import TestSupport
import Testing

/// The plots other than forest plots: sound whatever the data.
@Suite struct OtherPlotTests {
    @Test(arguments: OtherSamples.scenes.map(\.name), [PlotVariant.wide, .narrow])
    func samples(name: String, variant: PlotVariant) throws {
        let layout = try #require(OtherSamples.scenes.first { $0.name == name }).layout
        for isStandalone in [false, true] {
            let scene = try layout(PlotOptions(variant, isStandalone: isStandalone))
            #expect(scene.textFaults == [])
            #expect(scene.markFaults == [])
        }
    }

    @Test(arguments: [0, 1, 2, 10, 40], [PlotVariant.wide, .narrow])
    func hostileRows(count: Int, variant: PlotVariant) throws {
        for seed in 1...4 {
            let options = PlotOptions(variant, isStandalone: seed.isMultiple(of: 2))
            let scenes = [
                try DumbbellPlotLayout(OtherSamples.hostileDumbbell(count, seed: UInt64(seed)), options: options).scene,
                try TimelineLayout(OtherSamples.hostileTimeline(count, seed: UInt64(seed)), options: options).scene,
                try EvidenceMapLayout(
                    OtherSamples.hostileMap(count, 1 + seed, seed: UInt64(seed)), options: options
                ).scene,
                try FunnelPlotLayout(OtherSamples.hostileFunnel(count, seed: UInt64(seed)), options: options).scene,
                try GalbraithPlotLayout(OtherSamples.hostileFunnel(count, seed: UInt64(seed)), options: options).scene,
                try BaujatPlotLayout(
                    id: "", title: "", studies: OtherSamples.baujat(count, seed: UInt64(seed)), options: options
                ).scene,
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
                    let scene = try AbsoluteEffectLayout(data, options: PlotOptions(variant)).scene
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
        let sentence = try AbsoluteEffectLayout(OtherSamples.icons).scene.groups[0].sentence
        #expect(
            sentence == "Of 100 people, 40 die within 3 years with standard of care and 33 with radiotherapy: 7 fewer (95% CI 12 fewer to 1 more)")
        // What may be chance does not look like what is not.
        func styles(_ data: AbsoluteEffectData) throws -> Set<MarkStyle> { Set(try AbsoluteEffectLayout(data).scene.groups.flatMap { $0.circles.map(\.style) }) }
        #expect(try styles(OtherSamples.icons).contains(.personUnsure) && !styles(OtherSamples.icons).contains(.personSpared))
        var close = OtherSamples.icons
        close.difference = -0.1 ... -0.001
        #expect(try AbsoluteEffectLayout(close).scene.groups[0].sentence?.hasSuffix("(95% CI 10 fewer to less than 1 fewer)") == true)
        var sure = OtherSamples.icons
        sure.difference = -0.12 ... -0.01
        #expect(try styles(sure).contains(.personSpared) && !styles(sure).contains(.personUnsure))
        // Fewer of what is welcome is a loss.
        sure.isWelcome = true
        #expect(try !styles(sure).contains(.personSpared))
        var data = OtherSamples.icons
        data.controlRisk = 40
        #expect(throws: PlotError.weight(item: "standard of care")) { try AbsoluteEffectLayout(data) }
    }

    @Test func refusedNumbers() {
        var funnel = OtherSamples.funnel
        funnel.studies[1].standardError = 0
        #expect(throws: PlotError.notPositive(item: "Trial 2")) { try FunnelPlotLayout(funnel) }
        #expect(throws: PlotError.notPositive(item: "Trial 2")) { try GalbraithPlotLayout(funnel) }
        #expect(throws: PlotError.notFinite(item: "a")) {
            try BaujatPlotLayout(id: "", title: "", studies: [.init(label: "a", contribution: .nan, influence: 1)])
        }
        var dumbbell = OtherSamples.dumbbell
        dumbbell.rows[0].control = .stated(.nan)
        #expect(throws: PlotError.notFinite(item: "SABR-COMET")) { try DumbbellPlotLayout(dumbbell) }
        var timeline = OtherSamples.timeline
        timeline.trials[0].end = .init(year: 2001)
        #expect(throws: PlotError.reversedInterval(item: "PLATON")) { try TimelineLayout(timeline) }
        // A year alone is not before one of its months.
        timeline.trials[0].start = .init(year: 2025, month: 9)
        timeline.trials[0].end = .init(year: 2025)
        timeline.trials[0].primaryCompletion = nil
        #expect((try? TimelineLayout(timeline)) != nil)
        timeline.trials[0].end = .init(year: 2030, month: 13)
        #expect(throws: PlotError.outOfRange(item: "PLATON")) { try TimelineLayout(timeline) }
        var map = OtherSamples.map
        map.cells[0].row = "prostrate"
        #expect(throws: PlotError.cell(item: "prostrate, oligo")) { try EvidenceMapLayout(map) }
        map.cells[0] = .init(row: "prostate", column: "oligo", counts: [-1, 0, 0])
        #expect(throws: PlotError.outOfRange(item: "prostate, oligo")) { try EvidenceMapLayout(map) }
        var spark = OtherSamples.spark
        spark.studies[0].low = -1
        #expect(throws: PlotError.notPositive(item: spark.sentence)) { try SparkForestLayout(spark) }
    }
}
