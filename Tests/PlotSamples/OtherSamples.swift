import Plots
import TestSupport

/// Plots other than forest plots that tests and visual checks share.
package enum OtherSamples {
    package static let spark = SparkForestData(
        id: "spark", title: "STAMPEDE, overall survival: HR 0.92 (95\u{202F}% CI 0.18 to 1.06)",
        effect: .init(0.92, 0.18, 1.06),
        axis: 0.25...4)

    package static let dumbbell = DumbbellPlotData(
        id: "medians", title: "Median overall survival", measure: "Median overall survival", unit: "months",
        experimental: "Radiotherapy", control: "Standard of care",
        rows: [
            .init(
                label: "SABR-COMET", sublabel: "n = 99", href: "/studies/sabr-comet/", experimental: .stated(50),
                control: .stated(28)),
            .init(label: "HORRAD", experimental: .stated(45), control: .stated(43)),
            .init(label: "ORIOLE", experimental: .notReached(beyond: 18.8), control: .stated(5.8)),
            .init(
                label: "A trial where neither is reached", experimental: .notReached(beyond: nil),
                control: .notReached(beyond: 30)),
            .init(label: "Gomez 2019", experimental: .stated(41.2), control: .stated(17)),
            .init(label: "Equal arms", experimental: .stated(20), control: .stated(20)),
            .init(label: "One arm", experimental: .stated(33.5), control: nil),
        ])

    /// Groups, indirect rows, arms with names of their own, one group alone.
    package static let groupedDumbbell = DumbbellPlotData(
        id: "grouped", title: "Median overall survival", measure: "Median overall survival", unit: "months",
        experimental: "Experimental", control: "Control",
        rows: [
            .init(
                label: "SABR-COMET", sublabel: "Stereotactic radiotherapy vs Standard of care",
                group: "Randomised trials",
                design: "randomised trial", isIndirect: true, experimental: .stated(50), control: .stated(28),
                experimentalName: "Stereotactic radiotherapy", controlName: "Standard of care"),
            .init(
                label: "A cohort",
                sublabel:
                    "Surgery of the primary tumour, with or without radiotherapy, then systemic therapy vs Systemic therapy alone",
                group: "Not randomised", design: "cohort, not randomised", isIndirect: true,
                experimental: .notReached(beyond: 40), control: .notReached(beyond: nil)),
            .init(
                label: "E2108", sublabel: "Surgery vs No surgery", group: "Randomised trials",
                design: "randomised trial",
                experimental: .stated(54.9), control: .stated(53.1), experimentalName: "Surgery",
                controlName: "No surgery"),
            .init(
                label: "Nothing compared", group: "One group", design: "single-arm trial", single: .stated(23.4),
                singleName: "Radiotherapy"),
            .init(
                label: "Nothing reached", group: "One group", design: "single-arm trial", isIndirect: true,
                single: .notReached(beyond: 12)),
        ])

    package static let timeline = TimelineData(
        id: "running", title: "Running trials",
        trials: [
            .init(
                label: "PLATON", compares: "Local treatment to all sites vs none", patients: 410, question: "Prostate",
                href: "/studies/platon/", status: "recruiting",
                start: .init(year: 2018, month: 11), end: .init(year: 2028)),
            .init(
                label: "SWOG 1802", href: "/studies/swog-1802/", status: "recruiting",
                start: .init(year: 2018, month: 9), end: .init(year: 2031, month: 10)),
            .init(label: "STAMPEDE2", status: "recruiting", start: .init(year: 2023, month: 10)),
            .init(
                label: "CORE", status: "completed", start: .init(year: 2016, month: 11),
                end: .init(year: 2024, month: 1)),
            .init(
                label: "A planned trial", status: "not yet recruiting", start: nil, end: .init(year: 2030)),
        ], asOf: .init(year: 2026, month: 11))

    package static func hostileDumbbell(_ count: Int, seed: UInt64) -> DumbbellPlotData {
        var random = SplitMix(seed: seed)
        let size = random.pick([100, 0.001, 900_000, 1e12])
        func value(_ random: inout SplitMix) -> DumbbellPlotData.Value? {
            let number = random.unit() * size
            switch random.next() % 5 {
            case 0: return nil
            case 1: return .notReached(beyond: random.unit() < 0.5 ? number : nil)
            default: return .stated(number)
            }
        }
        let groups = [random.hostileText(), random.hostileText()]
        return DumbbellPlotData(
            id: random.hostileText(), title: random.hostileText(), measure: random.hostileText(),
            unit: random.unit() < 0.5 ? "months" : random.hostileText(), experimental: random.hostileText(),
            control: random.hostileText(),
            rows: (0..<count).map { _ in
                .init(
                    label: random.hostileText(), sublabel: random.hostileText(),
                    group: random.pick(["", "Randomised", groups[0], groups[1]]), design: random.hostileText(),
                    isIndirect: random.unit() < 0.3, experimental: value(&random), control: value(&random),
                    single: random.unit() < 0.2 ? value(&random) : nil, experimentalName: random.hostileText())
            }, footnotes: [random.hostileText()])
    }

    package static func hostileTimeline(_ count: Int, seed: UInt64) -> TimelineData {
        var random = SplitMix(seed: seed)
        return TimelineData(
            id: "t", title: random.hostileText(),
            trials: (0..<count).map { _ in
                let start = 1980 + Int(random.next() % 40)
                return .init(
                    label: random.hostileText(), compares: random.hostileText(),
                    patients: random.unit() < 0.5 ? 410 : nil,
                    question: random.hostileText(), status: random.hostileText(),
                    start: random.unit() < 0.8 ? .init(year: start) : nil,
                    end: random.unit() < 0.5 ? .init(year: start + Int(random.next() % 20)) : nil)
            }, asOf: random.unit() < 0.5 ? .init(year: 2026) : nil)
    }

    package static let map = EvidenceMapData(
        id: "map", title: "Evidence map", rowHeader: "Condition",
        rows: [
            .init(id: "prostate", label: "Prostate cancer", href: "/conditions/prostate/"),
            .init(id: "lung", label: "Non-small-cell lung cancer"),
            .init(id: "breast", label: "Breast cancer"), .init(id: "renal", label: "Renal cell carcinoma"),
        ],
        columns: [
            .init(id: "oligo", label: "Oligometastatic"), .init(id: "progression", label: "Oligoprogressive disease"),
            .init(id: "primary", label: "Primary tumour in metastatic disease"),
            .init(id: "brain", label: "Brain metastases"),
        ],
        kinds: ["Randomised, reported", "Running", "Not randomised"],
        cells: [
            .init(row: "prostate", column: "oligo", counts: [5, 8, 21], href: "/map/prostate/oligo/"),
            .init(row: "prostate", column: "primary", counts: [4, 3, 0]),
            .init(row: "lung", column: "oligo", counts: [6, 5, 12]),
            .init(row: "lung", column: "progression", counts: [1, 2, 0]),
            .init(row: "lung", column: "brain", counts: [12, 4, 30]),
            .init(row: "breast", column: "oligo", counts: [1, 1, 4]),
            .init(row: "breast", column: "primary", counts: [0, 0, 0]),
            .init(row: "renal", column: "primary", counts: [2, 1, 17]),
        ])

    package static func hostileMap(_ rows: Int, _ columns: Int, seed: UInt64) -> EvidenceMapData {
        var random = SplitMix(seed: seed)
        let kinds = 1 + Int(random.next() % 4)
        var cells: [EvidenceMapData.Cell] = []
        for row in 0..<rows {
            for column in 0..<columns where random.unit() < 0.7 {
                cells.append(
                    .init(
                        row: "\(row)", column: "\(column)",
                        counts: (0..<kinds).map { _ in Int(random.next() % random.pick([1, 5, 40, 10_000])) },
                        href: random.unit() < 0.5 ? "/x/" : nil))
            }
        }
        return EvidenceMapData(
            id: "m", title: random.hostileText(), rowHeader: random.hostileText(),
            rows: (0..<rows).map { .init(id: "\($0)", label: random.hostileText()) },
            columns: (0..<columns).map { .init(id: "\($0)", label: random.hostileText()) },
            kinds: (0..<kinds).map { _ in random.hostileText() }, cells: cells)
    }

    package static let funnel: FunnelPlotData = {
        var random = SplitMix(seed: 11)
        let studies = (0..<14).map { index in
            let error = 0.06 + 0.4 * random.unit()
            let estimate = [0.55, 0.7, 0.78, 0.85, 0.95, 1.1, 0.4][index % 7] + 0.1 * random.unit()
            return FunnelPlotData.Study(
                label: "Trial \(index + 1)", href: index == 0 ? "/studies/one/" : nil, estimate: estimate,
                standardError: error)
        }
        return FunnelPlotData(
            id: "funnel", title: "Funnel plot: overall survival", measure: "Hazard ratio", pooled: 0.82,
            studies: studies)
    }()

    package static func hostileFunnel(_ count: Int, seed: UInt64) -> FunnelPlotData {
        var random = SplitMix(seed: seed)
        let isLinear = random.unit() < 0.5
        let size = random.pick([0.001, 1, 8])
        return FunnelPlotData(
            id: "f", title: random.hostileText(), measure: random.hostileText(),
            scale: isLinear ? .linear : .logarithmic, nullValue: isLinear ? 0 : 1,
            pooled: random.unit() < 0.5 ? nil : isLinear ? random.unit() * size : 0.2 + random.unit(),
            studies: (0..<count).map { _ in
                .init(
                    label: random.hostileText(),
                    estimate: isLinear ? (random.unit() - 0.5) * size : 0.01 + 3 * random.unit(),
                    standardError: 0.0001 + random.unit() * size)
            }, footnotes: [random.hostileText()])
    }

    package static let icons = AbsoluteEffectData(
        id: "icons", title: "Deaths within three years", event: "die within 3 years", experimental: "radiotherapy",
        control: "standard of care", experimentalRisk: 0.33, controlRisk: 0.402, difference: -0.12...0.01)

    package static let galbraith: FunnelPlotData = {
        var data = funnel
        (data.form, data.id, data.title) = (.galbraith, "galbraith", "Galbraith plot: overall survival")
        return data
    }()

    package static func baujat(_ count: Int, seed: UInt64) -> BaujatPlotData {
        var random = SplitMix(seed: seed)
        return BaujatPlotData(
            id: "baujat", title: "Baujat plot",
            studies: (0..<count).map { index in
                .init(
                    label: "Trial \(index + 1)", contribution: 4 * random.unit() * random.unit(),
                    influence: random.unit() * random.unit())
            })
    }

    package static let scenes: [(name: String, data: any PlotData)] =
        [
            ("spark", spark), ("dumbbell", dumbbell), ("dumbbell-groups", groupedDumbbell), ("map", map),
            ("funnel", funnel),
            ("galbraith", galbraith), ("baujat", baujat(12, seed: 4)), ("icons", icons), ("timeline", timeline),
        ] + RiskOfBiasSamples.scenes + FlowSamples.scenes
}
