import Plots
import TestSupport

/// Flows of patients that tests and visual checks share.
package enum FlowSamples {
    /// A trial with everything: those who left with reasons, before and after randomisation, and a total at the end.
    package static let trial = FlowData(
        id: "flow", title: "Flow of patients", description: "The recorded numbers of patients from stage to stage.",
        arms: ["Radiotherapy to the primary tumour, then standard treatment", "Standard treatment"],
        levels: [
            .init(
                boxes: [.init(stage: "screened", number: 12_631, href: "#screened")],
                departures: [
                    .init(
                        kind: "excluded", number: 12_495, href: "#excluded",
                        reasons: [
                            .init(text: "did not meet the criteria", number: 12_400, href: "#excluded.2"),
                            .init(text: "declined to take part", number: 95),
                        ])
                ]),
            .init(boxes: [.init(stage: "randomised", number: 136, href: "#randomised", isDisputed: true)]),
            .init(
                boxes: [.init(stage: "", arm: 0, number: 68, href: "#arm-a"), .init(stage: "", arm: 1, number: 68)],
                departures: [
                    .init(kind: "lost to follow-up", arm: 0, number: 1),
                    .init(kind: "withdrawn", arm: 0, reasons: [.init(text: "withdrew consent", number: 2, href: "#w")]),
                ]),
            .init(boxes: [.init(stage: "treated", arm: 0, number: 65)]),
            .init(boxes: [.init(stage: "analysed", arm: 0, number: 65), .init(stage: "analysed", arm: 1, number: 68)]),
            .init(boxes: [.init(stage: "analysed", number: 133)], departures: [.init(kind: "excluded", number: 1)]),
        ])

    /// A cohort and its groups.
    package static let groups = FlowData(
        id: "groups", title: "Flow of patients", arms: ["Radiotherapy", "Surgery", "Brachytherapy", "None"],
        levels: [
            .init(boxes: [.init(stage: "analysed", number: 15_501)]),
            .init(boxes: [1131, 294, 45, 14_031].enumerated().map { .init(stage: "", arm: $0, number: $1) }),
        ])

    /// More groups than stand beside one another.
    package static let many = FlowData(
        id: "many", title: "Flow of patients", arms: (1...9).map { "Group \($0)" },
        levels: [
            .init(boxes: [.init(stage: "enrolled", number: 900)]),
            .init(
                boxes: (0..<9).map { .init(stage: "", arm: $0, number: 100) },
                departures: [.init(kind: "lost to follow-up", arm: 8, number: 4), .init(kind: "withdrawn", number: 3)]),
            .init(boxes: [.init(stage: "analysed", number: 893)]),
        ])

    package static let empty = FlowData(id: "none", title: "Flow of patients", levels: [])

    /// Any levels of the whole study and of its arms in any order.
    package static func hostile(_ levels: Int, arms: Int, seed: UInt64) -> FlowData {
        var random = SplitMix(seed: seed)
        func number(_ random: inout SplitMix) -> Int {
            Int(random.next() % random.pick([2, 100, 20_000, 1_000_000_000_000]))
        }
        func departure(_ arm: Int?, _ random: inout SplitMix) -> FlowData.Departure {
            .init(
                kind: random.hostileText(), arm: arm, number: random.unit() < 0.5 ? nil : number(&random),
                href: random.unit() < 0.5 ? "#x" : nil,
                reasons: (0..<(random.next() % 3)).map { _ in
                    .init(text: random.hostileText(), number: number(&random), href: "#y")
                })
        }
        return FlowData(
            id: random.hostileText(), title: random.hostileText(), description: random.hostileText(),
            arms: (0..<arms).map { _ in random.hostileText() },
            levels: (0..<levels).map { _ in
                let isOfArms = arms > 0 && random.unit() < 0.5
                let members: [Int?] = isOfArms ? (0..<arms).filter { _ in random.unit() < 0.8 } : [nil]
                return .init(
                    boxes: members.map { arm in
                        .init(
                            stage: random.unit() < 0.3 ? "" : random.hostileText(), arm: arm, number: number(&random),
                            href: random.unit() < 0.5 ? "#z" : nil, isDisputed: random.unit() < 0.3)
                    },
                    departures: (0..<(random.next() % 3)).map { _ in
                        departure(
                            isOfArms && !members.isEmpty && random.unit() < 0.6 ? random.pick(members) : nil, &random)
                    })
            })
    }

    package static let scenes: [(name: String, data: any PlotData)] = [
        ("flow", trial),
        ("flow-groups", groups),
        ("flow-many", many),
        ("flow-empty", empty),
    ]
}
