import TestSupport
import Testing
import Text

@testable import Site

/// Printed values of every form through the whole site: the study's page, the lists, the plot with its sentence, description
/// and table say one text.
@Suite("One text for one value, on every page")
struct SiteOneTextTests {
    private struct Trial {
        var id: String
        var value: String
        var low: String
        var high: String

        /// As pages write what is printed.
        var text: EstimateText { NumberStyle().printed(value, low, high) }
    }

    private static let trials: [Trial] = {
        var random = SplitMix(seed: 12)
        func printed(_ value: Double, _ decimals: Int) -> String {
            let text = NumberStyle.program.fixed(value, decimals: decimals)
            // Some documents print no zero before the point, or two.
            return text.hasPrefix("0.") && random.unit() < 0.2
                ? (random.unit() < 0.5 ? String(text.dropFirst()) : "0" + text) : text
        }
        return (0..<60).map { index in
            let decimals = 1 + Int(random.next() % 4)
            let value = 0.2 + 2 * random.unit()
            let factor = 1.3 + random.unit() * random.pick([0.2, 2, 20])
            // A lower limit that is printed as 0 determines no interval, and is told as an error.
            var lowDecimals = decimals + Int(random.next() % 2)
            while NumberStyle.program.fixed(value / factor, decimals: lowDecimals).allSatisfy({ "0.".contains($0) }) {
                lowDecimals += 1
            }
            return Trial(
                id: "trial-\(index)", value: printed(value, decimals), low: printed(value / factor, lowDecimals),
                high: printed(value * factor, decimals))
        }
    }()

    @Test("A printed ratio")
    func printed() async throws {
        var tree = FileTree.smallAtlas
        // Without its medians, which a ratio above 1 would contradict.
        let record = try #require(tree["Content/studies/alpha.yaml"])
            .replacing("    median: {treated: 45, control: 43, unit: months}\n", with: "")
        var members = ""
        var rows = ""
        for trial in Self.trials {
            tree["Content/studies/\(trial.id).yaml"] = record.replacing(
                "name: ALPHA", with: "name: \(trial.id.uppercased())"
            )
            .replacing(
                "value: 0.90, low: 0.70, high: 1.14",
                with: "value: \"\(trial.value)\", low: \"\(trial.low)\", high: \"\(trial.high)\"")
            members += "  - {study: \(trial.id), role: direct}\n"
            rows += "      - {study: \(trial.id), result: overall-survival, pooled: false, because: Shown.}\n"
        }
        let file = "Content/questions/does-it-help.md"
        tree.replace(
            "  - {study: alpha, role: direct}\n", with: "  - {study: alpha, role: direct}\n" + members, in: file)
        tree.replace(
            "      - {study: alpha, result: overall-survival}\n",
            with: "      - {study: alpha, result: overall-survival}\n" + rows,
            in: file)
        let site = try SiteFolder(tree)
        let report = try await site.build()
        #expect(report.isPublished, "\(report.diagnostics.sorted.map(\.diagnostic.summary))")
        let language = Language.english
        let question = PageText(try #require(site.read("Public/questions/does-it-help/index.html")))
        let plot = PageText(try #require(site.read("Public/questions/does-it-help/os/forest.svg")))
        let list = PageText(try #require(site.read("Public/studies/index.html")))
        for trial in Self.trials {
            let (name, text) = (trial.id.uppercased(), trial.text)
            let limits = try #require(text.interval)
            let effect = language.effect("HR", text, level: 0.95)
            let sentence = "\(name): hazard ratio \(text.value), 95\u{202F}% CI \(language.interval(limits)), "
            #expect(
                question.attributes.count { $0.hasPrefix(sentence) } == 2, "the wide and the narrow plot: \(sentence)")
            #expect(plot.lines.contains { $0.hasPrefix(sentence) }, "\(sentence)")
            #expect(
                question.lines.contains(language.estimate(text)),
                "the table beside the plot: \(language.estimate(text))")
            #expect(plot.lines.contains(text.value) && plot.lines.contains(language.limits(limits)), "\(name)")
            #expect(list.lines.contains { $0.hasSuffix(": \(effect)") }, "the list: \(effect)")
            let study = PageText(try #require(site.read("Public/studies/\(trial.id)/index.html")))
            #expect(study.lines.contains { $0.contains(effect) }, "the study: \(effect)")
        }
    }
}
