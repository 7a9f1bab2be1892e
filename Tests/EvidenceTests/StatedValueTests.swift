import MetaAnalysis
import TestSupport
import Testing
import Text

@testable import Evidence

@Suite("What a study states, value by value")
struct StatedValueTests {
    private static let beta = "Content/studies/beta.yaml"

    private func study(_ id: String = "beta", _ tree: FileTree = .smallAtlas) async throws -> Study {
        try #require(await tree.checked().atlas.study(id))
    }

    /// Results of beta in place of its response.
    private func withResults(_ results: String) async throws -> Study {
        var tree = FileTree.smallAtlas
        tree.replace("  - outcome: response\n", with: results + "  - outcome: response\n", in: Self.beta)
        return try await study("beta", tree)
    }

    /// The unit was once taken for an arm, because a quantity was a text that was split at its spaces.
    @Test("A difference has a unit and no arm")
    func difference() async throws {
        let study = try await withResults(
            """
              - id: gain
                outcome: response
                difference: {value: 4.5, low: 1.0, high: 8.0, unit: months}
                preferred: true
                because: The table agrees with the figure.
                from: {source: review-2020, at: Table 1, printed: "4.5 months"}
              - id: gain-text
                outcome: response
                difference: {value: 6.5, low: 1.0, high: 8.0, unit: months}
                from: {source: review-2020, at: section 2, printed: "6.5 months"}

            """)
        let conflict = try #require(study.conflicts.first { $0.subject.topic == .outcome("response") })
        #expect(conflict.subject.measure == .values(.difference) && conflict.subject.arm == nil)
        let values = conflict.members.map { study.statedValues[$0] }
        #expect(values.map { $0.quantity?.unit } == [.time(.months), .time(.months)])
        #expect(
            values.map { $0.quantity?.text(in: .english) } == [
                "4.5 (95\u{202F}% CI 1.0 to 8.0) months", "6.5 (95\u{202F}% CI 1.0 to 8.0) months",
            ])
        #expect(conflict.preferred == conflict.members[0] && conflict.because == "The table agrees with the figure.")
        #expect(
            values.map(\.standing.isInConflict) == [true, true] && values.map(\.standing.isPreferred) == [true, false])
    }

    @Test("Values of other arms, units, comparisons and kinds are no conflict")
    func otherQuantities() async throws {
        func conflicts(_ first: String, _ second: String) async throws -> Int {
            try await withResults(
                """
                  - id: first
                    outcome: quality
                    \(first)
                    from: {source: review-2020, at: Table 1, printed: "1"}
                  - id: second
                    outcome: quality
                    \(second)
                    from: {source: review-2020, at: section 2, printed: "2"}

                """
            ).conflicts.count { $0.subject.topic == .outcome("quality") }
        }
        #expect(try await conflicts("mean: {treated: 4, unit: points}", "mean: {treated: 5, unit: points}") == 1)
        #expect(try await conflicts("mean: {treated: 4, unit: points}", "mean: {control: 5, unit: points}") == 0)
        #expect(try await conflicts("mean: {treated: 4, unit: points}", "mean: {treated: 5, unit: days}") == 0)
        #expect(try await conflicts("mean: {treated: 4, unit: points}", "median: {treated: 5, unit: points}") == 0)
        #expect(try await conflicts("p: \"0.03\"", "p: \"0.04\"") == 1)
        let effect = "effect: {measure: OR, compare: treated/control, value: 2.0, p: \"0.03\"}"
        #expect(try await conflicts(effect, "p: \"0.04\"") == 1)
        #expect(try await conflicts(effect, effect.replacing("OR", with: "RR")) == 0)
        // Of an interaction the p-value is another one.
        #expect(
            try await conflicts(
                "effect: {measure: OR, contrast: interaction, groups: young / old, value: 2.0, p: \"0.03\"}",
                "p: \"0.04\"") == 0)
    }

    @Test("A clash is found beyond the values that each is compared with")
    func manyValues() async throws {
        var results = ""
        for index in 0..<300 {
            results +=
                "  - {id: r\(index), outcome: response, mean: {treated: \(index == 299 ? 9 : 4), unit: points}, from: {source: review-2020, at: x, printed: \"4\"}}\n"
        }
        let conflict = try #require(await withResults(results).conflicts.first { $0.subject.measure == .values(.mean) })
        #expect(conflict.members.count == 201)
    }

    @Test("The record is stated in its order, a result by effect, arms in the order of the study, p-value and words")
    func order() async throws {
        let study = try await withResults(
            """
              - id: words
                outcome: response
                effect: {measure: OR, compare: treated/control, value: 2.0}
                proportion: {all: 25, control: 13.2, treated: 37.8, unit: "%", p: "0.016"}
                text: More shrank.
                from: {source: review-2020, at: section 2, printed: "14"}

            """)
        let values = study.statedValues(ofResult: "words")
        #expect(values.map(\.subject.measure.code) == ["OR", "proportion", "proportion", "proportion", "p", "text"])
        #expect(values.map(\.subject.arm) == [nil, "treated", "control", "all", nil, nil])
        #expect(study.mainText(ofResult: "words", in: .english) == "OR 2.0")
        #expect(study.mainText(ofResult: "response", in: .english) == "37.8\u{202F}% vs 13.2\u{202F}%")
        let topics = study.statedValues.map(\.subject.topic)
        #expect(topics.prefix(4) == [.design, .arm, .arm, .patients(.randomised)])
    }

    @Test(
        "A p-value is written like every other number",
        arguments: [
            ("0.09", "p = 0.09"), ("<0.001", "p < 0.001"), ("3.4e-7", "p = 3.4×10\u{207B}⁷"), ("> 0.05", "p > 0.05"),
        ])
    func printedPValue(_ text: String, _ written: String) {
        #expect(PrintedPValue(text)?.text(in: .english) == written)
    }

    /// The columns of results.csv that are not names.
    private func row(_ value: StatedValue) -> [String] {
        var pair = ""
        if let comparison = value.subject.comparison { pair = "\(comparison.experimental)/\(comparison.control)" }
        let outcome = if case .outcome(let id) = value.subject.topic { id } else { "" }
        let interval = value.quantity?.interval
        let place = value.provenance.first
        return [
            value.study, outcome, value.subject.measure.code, value.subject.population ?? "", value.subject.arm ?? "",
            pair,
            value.subject.time.map { "\($0.value.text) \($0.unit.rawValue)" } ?? "",
            value.quantity?.number.map { NumberStyle.program.trimmed($0, decimals: 4) } ?? "", interval?.low.text ?? "",
            interval?.high.text ?? "", interval.map { NumberStyle.program.plain($0.level) } ?? "",
            value.quantity?.p?.text ?? "",
            value.quantity?.unit?.code ?? "", value.standing.isInverted ? "inverted" : "",
            value.standing.isDerived ? "derived" : "", value.standing.isPreferred ? "preferred" : "",
            value.standing.isInConflict ? "conflict" : "", place?.source ?? "", place?.at ?? "",
            place?.printed.joined(separator: "; ") ?? "",
        ]
    }

    @Test("A row of a table of results follows from a value alone")
    func rows() async throws {
        let rows = try await study().statedValues.filter { $0.quantity != nil }.map { row($0).joined(separator: ",") }
        #expect(
            rows == [
                "beta,,patients,,,,,2061,,,,,,,,,,review-2020,Table 1,2061",
                "beta,overall-survival,HR,,,treated/control,,0.92,0.80,1.06,95,0.27,,,,preferred,conflict,review-2020,Table 1,HR 0.92 (0.80–1.06), p = 0.27",
                "beta,overall-survival,HR,,,treated/control,,0.85,0.74,0.98,95,,,,,,conflict,review-2020,section 2,HR 0.85 (0.74–0.98)",
                "beta,response,proportion,,treated,,,37.8,,,,,%,,,,,review-2020,section 2,14 (37.8%); 5 (13.2%)",
                "beta,response,proportion,,control,,,13.2,,,,,%,,,,,review-2020,section 2,14 (37.8%); 5 (13.2%)",
                "beta,response,count,,treated,,,14,,,,,,,,,,review-2020,section 2,14 (37.8%); 5 (13.2%)",
                "beta,response,count,,control,,,5,,,,,,,,,,review-2020,section 2,14 (37.8%); 5 (13.2%)",
                "beta,response,p,,,,,,,,,0.016,,,,,,review-2020,section 2,14 (37.8%); 5 (13.2%)",
            ])
        let inverted = try await study(
            "alpha",
            .smallAtlas.replacing(
                "compare: treated/control, value: 0.90, low: 0.70, high: 1.14",
                with: "compare: control/treated, because: The medians show it., value: 2.00, p: \"0.04\"",
                in: "Content/studies/alpha.yaml"))
        let effect = try #require(inverted.statedValues(ofResult: "overall-survival").first)
        #expect(
            row(effect).joined(separator: ",")
                == "alpha,overall-survival,HR,,,treated/control,,0.5,,,,0.04,,inverted,derived,,,review-2020,Table 1,HR 0.90 (0.70–1.14)"
        )
        #expect(effect.quantity?.scale == .logarithmic)
    }
}
