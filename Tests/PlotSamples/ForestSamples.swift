import Plots
import TestSupport

/// Plots that tests and visual checks share.
package enum ForestSamples {
    package typealias Row = ForestPlotData.Row

    package static func data(_ rows: [Row], id: String = "sample", favours: Bool = true) -> ForestPlotData {
        ForestPlotData(
            id: id, title: "Radiotherapy to the prostate: overall survival",
            description: "Hazard ratios of the randomised trials with their 95% confidence intervals.",
            measure: "Hazard ratio", shortMeasure: "HR", rows: rows,
            favours: favours ? .init(left: "Favours radiotherapy", right: "Favours standard of care") : nil)
    }

    package static let two = data(
        [
            .study(.init(label: "STAMPEDE", effect: .init(0.92, 0.80, 1.06), weight: 0.75)),
            .study(.init(label: "HORRAD", effect: .init(0.90, 0.70, 1.14), weight: 0.25)),
            .pooled(.init(label: "Both studies", effect: .init(0.91, 0.81, 1.03), weight: 1)),
        ], id: "two")

    /// Everything that a forest plot can show.
    package static let full: ForestPlotData = {
        var data = ForestSamples.data([], id: "full")
        data.leftColumns = [
            .init(header: "Deaths, radiotherapy", alignment: .trailing, isEssential: false),
            .init(header: "Deaths, control", alignment: .trailing),
        ]
        data.rows = [
            .group(.init(label: "Low metastatic burden", href: "/conditions/low-burden/")),
            .study(
                .init(
                    label: "STAMPEDE", href: "/studies/stampede/", sublabel: "n = 819, median 61 months",
                    effect: .init(0.64, 0.52, 0.79), weight: 0.417, cells: ["143/410", "202/409"], year: 2022)),
            .study(
                .init(
                    label: "HORRAD", href: "/studies/horrad/", sublabel: "n = 160", effect: .init(0.68, 0.42, 1.10),
                    weight: 0.083, isDerived: true, cells: ["31/80", "40/80"], year: 2019)),
            .study(
                .init(
                    label: "PEACE-1, abiraterone with docetaxel in both arms", href: "/studies/peace-1/",
                    effect: .init(0.77, 0.51, 1.16), weight: 0.11,
                    alternatives: [.init(label: "Printed in the abstract", effect: .init(0.98, 0.74, 1.28))],
                    cells: ["60/253", "71/252"], year: 2024)),
            .pooled(
                .init(
                    label: "Subtotal", effect: .init(0.67, 0.56, 0.80), weight: 0.61, kind: .subgroup,
                    cells: ["234/743", "313/741"])),
            .note(.init("Heterogeneity: τ² = 0.00, I² = 0% (0 to 62), Q = 0.61, p = 0.74")),
            .group(.init(label: "High metastatic burden")),
            .study(
                .init(
                    label: "STAMPEDE", href: "/studies/stampede/", effect: .init(1.11, 0.96, 1.28), weight: 0.302,
                    isInverted: true, cells: ["370/553", "357/567"], year: 2022)),
            .study(
                .init(
                    label: "A small single-centre trial", effect: .init(0.45, 0.06, 9.80), weight: 0.008,
                    cells: ["2/14", "4/15"], year: 2015)),
            .study(
                .init(
                    label: "CHAARTED (registry)", effect: .init(0.88, 0.61, 1.27), kind: .shown,
                    comparison: .indirect, cells: ["–", "–"], year: 2020)),
            .study(.init(label: "SWOG 1802", sublabel: "running", effect: nil, kind: .shown)),
            .pooled(
                .init(
                    label: "Subtotal", effect: .init(1.07, 0.93, 1.23), weight: 0.39, kind: .subgroup,
                    cells: ["372/567", "361/582"])),
            .note(.init("Heterogeneity: τ² = 0.00, I² = 0%, Q = 0.71, p = 0.40")),
            .pooled(
                .init(
                    label: "All studies, random effects (REML, Hartung-Knapp)", effect: .init(0.84, 0.62, 1.15),
                    weight: 1, cells: ["606/1310", "674/1323"])),
            .prediction(.init(low: 0.36, high: 1.97)),
            .pooled(
                .init(
                    label: "STOPCAP meta-analysis 2019", href: "/sources/stopcap-2019/",
                    effect: .init(0.92, 0.81, 1.04), kind: .published)),
            .note(.init("Test between groups: Q = 16.3, df = 1, p < 0.001")),
        ]
        return data
    }()

    /// Rows that look like many real trials, the same on every machine.
    package static func many(_ count: Int, hostile: Bool = false, seed: UInt64 = 7) -> ForestPlotData {
        var random = SplitMix(seed: seed)
        var rows: [Row] = []
        for index in 0..<count {
            let centre = 0.5 + 1.2 * random.unit()
            let isShown = random.unit() < 0.1
            let factor = 1.1 + 3 * random.unit() * random.unit()
            rows.append(
                .study(
                    .init(
                        label: hostile ? random.hostileText() : "Trial \(index + 1)",
                        href: index.isMultiple(of: 3) ? "/studies/trial-\(index + 1)/" : nil,
                        sublabel: hostile && random.unit() < 0.3 ? random.hostileText() : "",
                        effect: .init(centre, centre / factor, centre * factor),
                        weight: isShown ? nil : 1 / Double(max(count, 1)),
                        kind: isShown ? .shown : .pooled, year: 1990 + index % 30)))
        }
        if count > 1 {
            rows.append(
                .pooled(.init(label: "All studies (random effects)", effect: .init(0.93, 0.84, 1.03), weight: 1)))
            rows.append(.prediction(.init(low: 0.6, high: 1.4)))
            rows.append(.note(.init("Heterogeneity: τ² = 0.04, I² = 43% (12 to 63), Q = 61.2, p = 0.01")))
        }
        var data = ForestSamples.data(rows, id: "many-\(count)")
        if hostile {
            data.title = random.hostileText()
            data.favours = .init(left: random.hostileText(), right: random.hostileText())
            data.footnotes = [random.hostileText()]
        }
        return data
    }

    /// Twenty studies with all columns that a page gives them.
    package static let twenty: ForestPlotData = {
        var data = many(20)
        data.leftColumns = [
            .init(header: "Radiotherapy", alignment: .trailing), .init(header: "Control", alignment: .trailing),
            .init(header: "Follow-up, months", alignment: .decimal),
        ]
        data.rows = data.rows.map { row in
            guard case .study(var study) = row else { return row }
            study.href = "../../studies/" + study.label.lowercased().replacing(" ", with: "-") + "/index.html#result-os"
            study.sublabel = "phase III, 2019"
            study.cells = ["123/456", "134/455", "38.5"]
            study.isDerived = study.year?.isMultiple(of: 5) ?? false
            return .study(study)
        }
        return data
    }()

    /// Mean differences, accumulating: a linear axis, a wide interval cut off, steps.
    package static let cumulative: ForestPlotData = {
        var data = ForestSamples.data([], id: "cumulative")
        data.title = "Quality of life, cumulative by year"
        data.measure = "Mean difference"
        data.shortMeasure = "MD"
        data.scale = .linear
        data.nullValue = 0
        data.level = 0.9
        data.labelHeader = "Adding"
        data.rightColumns = [.effect, .init(header: "Patients", alignment: .decimal, isEssential: true)]
        data.favours = .init(left: "Favours control", right: "Favours radiotherapy")
        data.rows = [
            .study(.init(label: "Before 2010", effect: .init(4.2, -38, 46.4), kind: .step, cells: ["24"])),
            .study(.init(label: "+ 2012", effect: .init(-1.3, -5.2, 2.6), kind: .step, cells: ["131"])),
            .study(.init(label: "+ 2015", effect: .init(1.1, -1.9, 4.1), kind: .step, cells: ["402"])),
            .study(.init(label: "+ 2019", effect: .init(2.0, 0.02, 3.98), kind: .step, cells: ["1204"])),
            .pooled(.init(label: "All years", effect: .init(2.0, 0.02, 3.98), cells: ["1204"])),
        ]
        return data
    }()

    package static let scenes: [(name: String, data: ForestPlotData)] = [
        ("forest-empty", data([], id: "empty")), ("forest-1", many(1)), ("forest-2", two), ("forest-10", many(10)),
        ("forest-70", many(70)), ("forest-150", many(150)), ("forest-full", full),
        ("forest-cumulative", cumulative), ("forest-hostile", many(10, hostile: true)),
    ]
}
