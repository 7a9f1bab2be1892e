import Plots
import TestSupport

/// Judgements of risk of bias that tests and visual checks share.
package enum RiskOfBiasSamples {
    /// Domains whose names fit above their columns, with a gap and two assessments of one study.
    package static let judgements = RiskOfBiasData(
        id: "rob-2", title: "Risk of bias: RoB 2", description: "What documents judged with RoB 2, domain by domain.",
        domains: [
            "Randomisation process", "Deviations from intended interventions", "Missing outcome data",
            "Measurement of the outcome", "Selection of the reported result",
        ],
        rows: [
            .init(
                label: "TRIAL A", href: "/studies/trial-a/",
                judgements: [.low, .someConcerns, .low, .low, .low], overall: .someConcerns),
            .init(
                label: "TRIAL B", sublabel: "Overall survival", href: "/studies/trial-b/",
                judgements: [.low, .low, .low, .low, nil], overall: .low),
            .init(
                label: "TRIAL B", sublabel: "Progression-free survival", href: "/studies/trial-b/",
                judgements: [.low, .high, .low, .high, .low], overall: .high),
            .init(label: "Étude à très long nom, sans jugement global 👩‍⚕️", judgements: [.high, .low, nil, .low, .low]),
        ])

    /// Every judgement, and so many domains that their headers are numbers.
    package static let numbered = RiskOfBiasData(
        id: "all-words", title: "Risk of bias: every word",
        domains: (1...12).map { "Domain \($0) of a tool with very many parts" },
        rows: [
            .init(
                label: "One",
                judgements: [
                    .low, .someConcerns, .moderate, .high, .serious, .critical, .unclear, .noInformation, nil, .low,
                    .low, .high,
                ],
                overall: .critical),
            .init(label: "Two", judgements: [RiskOfBiasData.Judgement?](repeating: nil, count: 12), overall: .unclear),
        ])

    package static let empty = RiskOfBiasData(id: "none", title: "Risk of bias", domains: [], rows: [])

    package static func hostile(_ rows: Int, _ domains: Int, seed: UInt64) -> RiskOfBiasData {
        var random = SplitMix(seed: seed)
        let hasOverall = random.unit() < 0.5
        func judgement(_ random: inout SplitMix) -> RiskOfBiasData.Judgement? {
            random.unit() < 0.2 ? nil : random.pick(RiskOfBiasData.Judgement.allCases)
        }
        return RiskOfBiasData(
            id: random.hostileText(), title: random.hostileText(), description: random.hostileText(),
            domains: (0..<domains).map { _ in random.hostileText() },
            rows: (0..<rows).map { _ in
                .init(
                    label: random.hostileText(), sublabel: random.unit() < 0.5 ? "" : random.hostileText(),
                    href: random.unit() < 0.5 ? "/x/" : nil,
                    judgements: (0..<domains).map { _ in judgement(&random) },
                    overall: hasOverall ? judgement(&random) : nil)
            })
    }

    package static let scenes: [(name: String, data: any PlotData)] = [
        ("risk-of-bias", judgements),
        ("risk-of-bias-numbered", numbered),
        ("risk-of-bias-empty", empty),
    ]
}
