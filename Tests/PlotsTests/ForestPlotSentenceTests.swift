import PlotSamples
import Plots
import Testing

@Suite struct ForestPlotSentenceTests {
    private func sentences(_ data: ForestPlotData) throws -> [String] {
        try data.scene(PlotOptions(), .english).groups.compactMap(\.sentence)
    }

    @Test func everyRowOfTheFullSample() throws {
        #expect(
            try sentences(ForestSamples.full) == [
                "Group: Low metastatic burden",
                "STAMPEDE: hazard ratio 0.64, 95\u{202F}% CI 0.52 to 0.79, does not include 1, weight 41.7\u{202F}%",
                "HORRAD: hazard ratio 0.68, 95\u{202F}% CI 0.42 to 1.10, includes 1, weight 8.3\u{202F}%, interval derived",
                "PEACE-1, abiraterone with docetaxel in both arms: hazard ratio 0.77, 95\u{202F}% CI 0.51 to 1.16, "
                    + "includes 1, weight 11.0\u{202F}%",
                "PEACE-1, abiraterone with docetaxel in both arms, Printed in the abstract: hazard ratio 0.98, "
                    + "95\u{202F}% CI 0.74 to 1.28, includes 1, alternative value, not used",
                "Subtotal: pooled hazard ratio 0.67, 95\u{202F}% CI 0.56 to 0.80, does not include 1, weight 61.0\u{202F}%",
                "Heterogeneity: τ² = 0.00, I² = 0% (0 to 62), Q = 0.61, p = 0.74",
                "Group: High metastatic burden",
                "STAMPEDE: hazard ratio 1.11, 95\u{202F}% CI 0.96 to 1.28, includes 1, weight 30.2\u{202F}%, "
                    + "inverted from the printed ratio",
                "A small single-centre trial: hazard ratio 0.45, 95\u{202F}% CI 0.060 to 9.80, includes 1, weight 0.8\u{202F}%",
                "CHAARTED (registry): hazard ratio 0.88, 95\u{202F}% CI 0.61 to 1.27, includes 1, not pooled, "
                    + "indirect comparison",
                "SWOG 1802: no estimate, not pooled",
                "Subtotal: pooled hazard ratio 1.07, 95\u{202F}% CI 0.93 to 1.23, includes 1, weight 39.0\u{202F}%",
                "Heterogeneity: τ² = 0.00, I² = 0%, Q = 0.71, p = 0.40",
                "All studies, random effects (REML, Hartung-Knapp): pooled hazard ratio 0.84, 95\u{202F}% CI 0.62 to 1.15, "
                    + "includes 1, weight 100.0\u{202F}%",
                "Prediction interval: hazard ratio 0.36 to 1.97",
                "STOPCAP meta-analysis 2019: pooled hazard ratio 0.92, 95\u{202F}% CI 0.81 to 1.04, includes 1, "
                    + "as published",
                "Test between groups: Q = 16.3, df = 1, p < 0.001",
            ])
    }

    @Test func narrowAndWideSayTheSame() throws {
        let wide = try ForestSamples.full.scene(PlotOptions(), .english)
        let narrow = try ForestSamples.full.scene(PlotOptions(.narrow), .english)
        #expect(wide.groups.compactMap(\.sentence) == narrow.groups.compactMap(\.sentence))
        #expect(wide.table == narrow.table)
    }

    @Test func steps() throws {
        let data = ForestSamples.data([
            .study(.init(label: "Without HORRAD", effect: .init(0.92, 0.80, 1.06), kind: .step)),
            .study(.init(label: "An estimate alone", effect: .init(0.57))),
        ])
        #expect(
            try sentences(data) == [
                "Without HORRAD: pooled hazard ratio 0.92, 95\u{202F}% CI 0.80 to 1.06, includes 1",
                "An estimate alone: hazard ratio 0.57, interval not stated",
            ])
    }

    @Test func noStudies() throws {
        #expect(try sentences(ForestSamples.data([])) == ["No study to show"])
    }

    @Test func sorting() throws {
        let labels = { (data: ForestPlotData) in
            data.rows.compactMap { row -> String? in
                if case .study(let study) = row { study.label } else { nil }
            }
        }
        let data = ForestSamples.data([
            .study(.init(label: "b", effect: .init(0.9), weight: 0.1, year: 2001)),
            .study(.init(label: "C", effect: .init(0.8), weight: 0.6, year: 1999)),
            .study(.init(label: "a", effect: nil)),
            .group(.init(label: "Group")),
            .study(.init(label: "z", effect: .init(2), weight: 0.1, year: 2020)),
            .study(.init(label: "y", effect: .init(1), weight: 0.2, year: 2021)),
        ])
        #expect(labels(data.sorted(by: .effect)) == ["C", "b", "a", "y", "z"])
        #expect(labels(data.sorted(by: .year)) == ["C", "b", "a", "z", "y"])
        #expect(labels(data.sorted(by: .weight)) == ["C", "b", "a", "y", "z"])
        #expect(labels(data.sorted(by: .name)) == ["a", "b", "C", "y", "z"])
    }
}
