import PlotSamples
import Testing

@testable import Plots

/// What a dumbbell plot says and where it puts its marks.
@Suite struct DumbbellPlotTests {
    private func data(_ rows: [DumbbellPlotData.Row]) -> DumbbellPlotData {
        DumbbellPlotData(
            id: "d", title: "Medians", measure: "Median", unit: "months", experimental: "Experimental",
            control: "Control",
            rows: rows)
    }

    private func scene(_ rows: [DumbbellPlotData.Row], _ variant: PlotVariant = .wide) throws -> Scene {
        try data(rows).scene(PlotOptions(variant), .english)
    }

    private func row(_ label: String, in scene: Scene) throws -> SceneGroup {
        try #require(scene.groups.first { $0.sentence?.hasPrefix(label) == true })
    }

    // MARK: Groups

    @Test(arguments: [PlotVariant.wide, .narrow])
    func rowsStandBelowTheirGroupsDirectOnesFirst(variant: PlotVariant) throws {
        let scene = try OtherSamples.groupedDumbbell.scene(PlotOptions(variant), .english)
        let said = scene.groups.compactMap(\.sentence)
        #expect(
            said == [
                "Randomised trials",
                "E2108, randomised trial: median overall survival 54.9 months with Surgery, 53.1 months with No surgery",
                "SABR-COMET, randomised trial, indirect: median overall survival 50 months with Stereotactic radiotherapy, 28 months with Standard of care",
                "Not randomised",
                "A cohort, cohort, not randomised, indirect: median overall survival not reached (over 40) with Experimental, not reached with Control",
                "One group",
                "Nothing compared, single-arm trial: median overall survival 23.4 months with Radiotherapy, one group, not compared",
                "Nothing reached, single-arm trial, indirect: median overall survival not reached (over 12), one group, not compared",
            ])
        #expect(scene.table.rows.map(\.kind) == [.heading, .study, .study, .heading, .study, .heading, .study, .study])
        #expect(scene.table.rows.allSatisfy { $0.cells.count == scene.table.columns.count })
    }

    @Test func aSingleGroupHasNoHeadingAndRowsWithoutOneComeFirst() throws {
        func headings(_ groups: [String]) throws -> [String] {
            let rows = groups.map { DumbbellPlotData.Row(label: "In \($0)", group: $0, single: .stated(1)) }
            return try scene(rows).groups.compactMap { $0.kind == .heading || $0.kind == .study ? $0.sentence : nil }
                .map { String($0.prefix { $0 != ":" }) }
        }
        #expect(try headings(["a", "a"]) == ["In a", "In a"])
        #expect(try headings(["b", "", "a", "b"]) == ["In", "b", "In b", "In b", "a", "In a"])
    }

    @Test func indirectRowsDifferInShape() throws {
        func marks(_ isIndirect: Bool) throws -> SceneGroup {
            try row(
                "A",
                in: scene([.init(label: "A", isIndirect: isIndirect, experimental: .stated(3), control: .stated(2))]))
        }
        #expect(try marks(false).circles.map(\.style) == [.control, .experimental])
        #expect(try marks(true).circles.map(\.style) == [.controlIndirect, .experimentalIndirect, .dotIndirect])
        #expect(try marks(true).texts.contains { $0.string == "indirect" })
    }

    // MARK: Not reached

    @Test(arguments: [PlotVariant.wide, .narrow])
    func whatIsNotReachedStandsRightOfTheAxis(variant: PlotVariant) throws {
        var places: Set<Double> = []
        for highest in [5.0, 60, 3000] {
            let scene = try scene(
                [
                    .init(label: "Open", experimental: .notReached(beyond: nil), control: .stated(3)),
                    .init(label: "High", experimental: .stated(highest), control: .stated(1)),
                ], variant)
            let axis = try #require(scene.groups.first { $0.kind == .axis })
            let end = try #require(axis.lines.first?.x2)
            let open = try row("Open", in: scene)
            let mark = try #require(open.circles.first { $0.style == .experimental })
            #expect(mark.x - mark.radius > end)
            #expect(axis.texts.contains { $0.string == "NR" && $0.x == mark.x })
            #expect(open.lines.isEmpty)
            let high = try #require(try row("High", in: scene).circles.first { $0.style == .experimental })
            #expect(high.x + high.radius < end)
            places.insert(mark.x)
        }
        #expect(places.count == 1)
    }

    @Test func aBoundIsWhereTheDashedLineStarts() throws {
        let scene = try scene([
            .init(label: "Open", experimental: .notReached(beyond: 50), control: .stated(20)),
            .init(label: "Stated", experimental: .stated(50), control: .stated(20)),
        ])
        let open = try row("Open", in: scene)
        let line = try #require(open.lines.first { $0.style == .spanOpen })
        let stated = try #require(try row("Stated", in: scene).circles.first { $0.style == .experimental })
        #expect(line.x1 == stated.x)
        // Only one arm is open: nothing leaves the line of the row.
        #expect(Set(open.circles.map(\.y) + [line.y1, line.y2]).count == 1)
    }

    @Test func twoOpenArmsStandBesideOneAnother() throws {
        let scene = try scene([
            .init(label: "Open", experimental: .notReached(beyond: nil), control: .notReached(beyond: 30))
        ])
        let circles = try row("Open", in: scene).circles
        #expect(circles.map(\.style) == [.control, .experimental])
        #expect(circles[0].x == circles[1].x && circles[0].y - circles[1].y >= circles[0].radius + circles[1].radius)
    }

    @Test func withoutOpenValuesThereIsNoLane() throws {
        let scene = try scene([.init(label: "A", experimental: .stated(3), control: .stated(2))])
        #expect(!scene.texts.contains { $0.string.hasPrefix("NR") })
        #expect(!scene.groups.flatMap(\.lines).contains { $0.style == .lane })
    }

    // MARK: Room

    @Test func longDetailsGetAWiderColumnWhereThePlotHasRoom() throws {
        let details = String(repeating: "Surgery of the primary tumour and ", count: 4)
        let rows = [DumbbellPlotData.Row(label: "A", sublabel: details, experimental: .stated(3), control: .stated(2))]
        func start(_ width: Double) throws -> Double {
            let scene = try data(rows).scene(PlotOptions(.wide, width: width), .english)
            return try #require(scene.groups.first { $0.kind == .axis }?.lines.first?.x1)
        }
        #expect(try start(860) == start(600) + 40)
    }
}
