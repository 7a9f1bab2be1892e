import PlotSamples
import Testing

@testable import Plots

/// A traffic light that needs no colours, and says no more than was judged.
@Suite struct RiskOfBiasTests {
    @Test(arguments: [0, 1, 2, 10, 40], [PlotVariant.wide, .narrow])
    func hostile(rows: Int, variant: PlotVariant) throws {
        for (seed, domains) in [1, 5, 8, 40, 0].enumerated() {
            let data = RiskOfBiasSamples.hostile(rows, domains, seed: UInt64(seed + 1))
            let scene = try data.scene(PlotOptions(variant, isStandalone: seed.isMultiple(of: 2)), .english)
            #expect(scene.textFaults == [], "\(domains) domains")
            #expect(scene.markFaults == [], "\(domains) domains")
        }
    }

    @Test func sentences() throws {
        let wide = try RiskOfBiasSamples.judgements.scene(PlotOptions(), .english)
        #expect(
            wide.groups.compactMap(\.sentence).first
                == "TRIAL A: randomisation process low risk, deviations from intended interventions some concerns, missing outcome data low risk, measurement of the outcome low risk, selection of the reported result low risk; overall some concerns"
        )
        #expect(
            wide.groups.compactMap(\.sentence)[1].hasPrefix("TRIAL B, Overall survival: randomisation process low risk")
        )
        #expect(
            wide.groups.compactMap(\.sentence)[1].hasSuffix(
                "selection of the reported result not judged; overall low risk"))
        let narrow = try RiskOfBiasSamples.judgements.scene(PlotOptions(.narrow), .english)
        #expect(
            Array(narrow.groups.compactMap(\.sentence).prefix(3)) == [
                "TRIAL A", "Randomisation process: low risk", "Deviations from intended interventions: some concerns",
            ])
        let none = try RiskOfBiasSamples.empty.scene(PlotOptions(), .english)
        #expect(none.groups.compactMap(\.sentence) == ["No judgement is recorded"])
    }

    @Test("The legend names the judgements that occur, and the gaps; what is not judged has no disc")
    func legend() throws {
        var data = RiskOfBiasSamples.judgements
        let texts = try data.scene(PlotOptions(), .english).texts.map(\.string)
        #expect(
            texts.filter { ["Low risk", "Some concerns", "Moderate risk", "High risk", "Not judged"].contains($0) } == [
                "Low risk", "Some concerns", "High risk", "Not judged",
            ])
        data.rows = [.init(label: "A", judgements: [.low, nil, .low, .low, .low])]
        let styles = try data.scene(PlotOptions(), .english).groups.flatMap(\.circles).map(\.style)
        // One more of each in the legend.
        #expect(styles.count { $0 == .judgedLow } == 5 && styles.count { $0 == .notJudged } == 2)
    }

    @Test("Names that do not fit above their columns become numbers that are explained")
    func numbers() throws {
        let scene = try RiskOfBiasSamples.numbered.scene(PlotOptions(), .english)
        let texts = scene.texts.map(\.string)
        #expect(texts.contains("D12") && texts.contains("D1 – Domain 1 of a tool with very many parts"))
        #expect(!(try RiskOfBiasSamples.judgements.scene(PlotOptions(), .english).texts.contains { $0.string == "D1" }))
        // The whole has its name in either case.
        #expect(texts.contains("Overall"))
    }

    /// Two judgements that look alike without colour could be taken for one another.
    @Test func everySignIsAnother() {
        var shapes: Set<[String]> = []
        for judgement in RiskOfBiasData.Judgement.allCases {
            var (discs, signs) = (SceneGroup(.frame), SceneGroup(.mark))
            JudgementSign.draw(judgement, x: 0, y: 0, discs: &discs, signs: &signs)
            #expect(discs.circles.count == 1)
            shapes.insert(signs.paths.map(\.commands) + signs.circles.map { "\($0.x) \($0.y)" })
        }
        #expect(shapes.count == RiskOfBiasData.Judgement.allCases.count)
    }

    @Test func table() throws {
        let table = try RiskOfBiasSamples.judgements.scene(PlotOptions(), .english).table
        #expect(table.columns.map(\.header).last == "Overall")
        #expect(
            table.rows[1].cells == [
                "TRIAL B, Overall survival", "low risk", "low risk", "low risk", "low risk", "not judged", "low risk",
            ])
        #expect(table.rows[1].href == "/studies/trial-b/")
    }

    @Test func refused() {
        var data = RiskOfBiasSamples.judgements
        data.rows[0].judgements.removeLast()
        #expect(throws: PlotError.judgements(item: "TRIAL A")) { try data.scene(PlotOptions(), .english) }
        #expect(PlotError.judgements(item: "TRIAL A").description == "'TRIAL A' has not one judgement for each domain")
        #expect(throws: PlotError.width) { try data.scene(PlotOptions(width: 200), .english) }
    }
}
