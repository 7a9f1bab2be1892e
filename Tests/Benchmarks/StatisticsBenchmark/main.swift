// Times the statistics that a site build spends its time on, in microseconds.
import MetaAnalysis
import Tables
import Text

/// Deterministic numbers in [0, 1), so that every run times the same data.
struct Generator {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / 9_007_199_254_740_992
    }
}

func studies(_ count: Int) throws(MetaAnalysisError) -> [StudyEffect] {
    var generator = Generator()
    var studies: [StudyEffect] = []
    for index in 0..<count {
        let error = 0.05 + 0.4 * generator.next()
        let effect = -0.2 + (generator.next() + generator.next() - 1) * (0.8 + 2 * error)
        studies.append(try StudyEffect(study: "Study \(index)", estimate: effect, standardError: error))
    }
    return studies
}

/// The median time of one call, over several rounds of `repeats` calls.
func microseconds(repeats: Int, _ body: () throws -> Void) rethrows -> Double {
    var rounds: [Double] = []
    for _ in 0..<9 {
        let clock = ContinuousClock()
        let time = try clock.measure { for _ in 0..<repeats { try body() } }
        let (seconds, attoseconds) = time.components
        rounds.append((Double(seconds) * 1e6 + Double(attoseconds) / 1e12) / Double(repeats))
    }
    return rounds.sorted()[4]
}

func show(_ name: String, _ value: Double) {
    let time = NumberStyle.program.fixed(value, decimals: value < 100 ? 2 : 0)
    print(name + String(repeating: " ", count: max(1, 56 - name.count)) + time + " µs")
}

let ten = try studies(10)
let hundred = try studies(100)
let thousand = try studies(1000)
show(
    "10 studies, REML, Hartung–Knapp, Q-profile",
    try microseconds(repeats: 1000) {
        _ = try RandomEffects(ten, test: .hartungKnapp)
        _ = try TauSquaredInterval.qProfile(ten)
    })
for estimator in TauSquaredEstimator.allCases {
    show(
        "10 studies, \(estimator.rawValue), Wald",
        try microseconds(repeats: 1000) {
            _ = try RandomEffects(ten, estimator: estimator, test: .wald)
        })
}
show("10 studies, everything of a synthesis", try microseconds(repeats: 50) { _ = try Pool(ten) })
let rows = "study,yi,sei\n" + ten.map { "\($0.study),\($0.estimate),\($0.standardError)\n" }.joined()
show(
    "10 studies, report as JSON",
    try microseconds(repeats: 50) {
        _ = try PoolReport(PoolTable(csv: rows, measure: .hazardRatio)).json()
    })
show("100 studies, REML, ad hoc Hartung–Knapp", try microseconds(repeats: 200) { _ = try RandomEffects(hundred) })
show("1 000 studies, leave-one-out, REML", try microseconds(repeats: 1) { _ = try Influence.leaveOneOut(thousand) })
show("1 000 studies, cumulative, REML", try microseconds(repeats: 1) { _ = try Influence.cumulative(thousand) })
let csv = "study,yi,sei\n" + thousand.map { "\($0.study),\($0.estimate),\($0.standardError)\n" }.joined()
show("1 000 rows, table", try microseconds(repeats: 20) { _ = try PoolTable(csv: csv, measure: .hazardRatio) })
