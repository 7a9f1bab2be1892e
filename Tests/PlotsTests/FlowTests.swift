import PlotSamples
import Plots
import Tables
import Testing

/// Boxes that hold their text, do not touch, and say what is recorded.
@Suite struct FlowTests {
    @Test(arguments: [0, 1, 2, 10, 40], [PlotVariant.wide, .narrow])
    func hostile(levels: Int, variant: PlotVariant) throws {
        for (seed, arms) in [0, 1, 2, 3, 5, 40].enumerated() {
            let data = FlowSamples.hostile(levels, arms: arms, seed: UInt64(seed + 1))
            let scene = try data.scene(PlotOptions(variant, isStandalone: seed.isMultiple(of: 2)), .english)
            #expect(scene.textFaults == [], "\(arms) arms")
            #expect(scene.markFaults == [], "\(arms) arms")
            #expect(Self.boxFaults(scene) == [], "\(arms) arms")
        }
    }

    @Test(arguments: FlowSamples.scenes.map(\.name), [PlotVariant.wide, .narrow])
    func boxes(name: String, variant: PlotVariant) throws {
        let data = try #require(FlowSamples.scenes.first { $0.name == name }).data
        #expect(Self.boxFaults(try data.scene(PlotOptions(variant), .english)) == [])
    }

    /// Boxes that touch one another, texts that leave the box they begin in, and ways that run into a box's text.
    private static func boxFaults(_ scene: Scene) -> [String] {
        var faults: [String] = []
        let boxes = scene.groups.flatMap(\.rects).filter { $0.style == .stage || $0.style == .departure }.sorted {
            $0.y < $1.y
        }
        for (index, box) in boxes.enumerated() {
            for other in boxes[(index + 1)...] {
                if other.y >= box.y + box.height { break }
                if other.x < box.x + box.width, box.x < other.x + other.width {
                    faults.append("boxes at \(box.y) and \(other.y)")
                }
            }
        }
        for group in scene.groups where group.kind == .mark {
            for text in group.texts {
                let isInside = boxes.contains { box in
                    text.minX >= box.x && text.maxX <= box.x + box.width && text.minY >= box.y
                        && text.maxY <= box.y + box.height
                }
                if !isInside { faults.append("text outside its box: \(text.string.prefix(40))") }
            }
        }
        let texts = scene.groups.filter { $0.kind == .mark }.flatMap(\.texts)
        for way in scene.groups.flatMap(\.lines) where way.style == .way {
            let (left, right) = (min(way.x1, way.x2), max(way.x1, way.x2))
            let (top, bottom) = (min(way.y1, way.y2), max(way.y1, way.y2))
            if top > bottom
                || texts.contains(where: { $0.minX < right && $0.maxX > left && $0.minY < bottom && $0.maxY > top })
            {
                faults.append("way through text at \(left) \(top)")
            }
        }
        return faults
    }

    @Test func sentences() throws {
        let sentences = try FlowSamples.trial.scene(PlotOptions(), .english).groups.compactMap(\.sentence)
        let arm = "Radiotherapy to the primary tumour, then standard treatment: "
        #expect(
            sentences == [
                "12\u{202F}631 patients screened", "12\u{202F}495 patients excluded",
                "12\u{202F}400 patients excluded: did not meet the criteria",
                "95 patients excluded: declined to take part",
                "136 patients randomised, other numbers are printed too", arm + "68 patients",
                "Standard treatment: 68 patients",
                arm + "1 patient lost to follow-up", arm + "patients withdrawn, by reason",
                arm + "2 patients withdrawn: withdrew consent", arm + "65 patients treated",
                arm + "65 patients analysed",
                "Standard treatment: 68 patients analysed", "133 patients analysed", "1 patient excluded",
            ])
        #expect(
            try FlowSamples.empty.scene(PlotOptions(), .english).groups.compactMap(\.sentence) == [
                "No number of patients is recorded"
            ])
    }

    @Test("On a phone each arm is told to its end before the next, and named once")
    func narrow() throws {
        let scene = try FlowSamples.trial.scene(PlotOptions(.narrow), .english)
        let arms = scene.groups.compactMap(\.sentence).filter { $0.contains("tumour") || $0.hasPrefix("Standard") }
        #expect(arms.map { $0.hasPrefix("Standard") } == [false, false, false, false, false, false, true, true])
        #expect(scene.texts.count { $0.string == "Standard treatment" } == 1)
    }

    @Test func table() throws {
        let table = try FlowSamples.trial.scene(PlotOptions(), .english).table
        #expect(table.columns.map(\.header) == ["Stage", "Arm", "Patients", "Reason"])
        #expect(table.rows[2].cells == ["Excluded", "All", "12\u{202F}400", "did not meet the criteria"])
        #expect(table.rows[2].href == "#excluded.2")
        #expect(table.rows[6].cells == ["In the arm", "Standard treatment", "68", ""])
        let groups = try FlowSamples.groups.scene(PlotOptions(), .english).table
        #expect(groups.columns.map(\.header) == ["Stage", "Arm", "Patients"])
    }

    @Test func refused() {
        func error(_ change: (inout FlowData) -> Void) -> PlotError? {
            var data = FlowSamples.trial
            change(&data)
            do throws(PlotError) { _ = try data.scene(PlotOptions(), .english) } catch { return error }
            return nil
        }
        #expect(error { $0.levels[0].boxes[0].number = -1 } == .outOfRange(item: "screened"))
        #expect(error { $0.levels[0].departures[0].reasons[0].number = -1 } == .outOfRange(item: "excluded"))
        #expect(error { $0.levels[4].boxes[1].arm = 2 } == .arm(item: "analysed"))
        #expect(error { $0.levels[4].boxes[1].arm = 0 } == .arm(item: "analysed"))
        #expect(error { $0.levels[4].boxes[1].arm = nil } == .arm(item: "analysed"))
        #expect(error { $0.levels[3].departures = [.init(kind: "lost", arm: 1, number: 1)] } == .arm(item: "lost"))
        #expect(error { $0.levels[0].departures[0].arm = 7 } == .arm(item: "excluded"))
        #expect(PlotError.arm(item: "lost").description == "'lost' belongs to no arm, or comes twice at one level")
    }
}
