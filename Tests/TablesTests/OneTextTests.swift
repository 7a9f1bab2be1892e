import Diagnostics
import MetaAnalysis
import Plots
import TestSupport
import Testing
import Text

@testable import Tables

/// Random tables through `pool` and `plot`: the terminal, the rows of the figure, their sentences and its description say one
/// text.
@Suite("One text for one value, in terminal and figure")
struct TableOneTextTests {
    private static let measures: [EffectMeasure] = [
        .hazardRatio, .oddsRatio, .meanDifference, .riskDifference, .standardizedMeanDifference,
    ]

    /// Some studies with printed limits, some with a standard error; of every size, and close to no difference.
    private static func table(_ measure: EffectMeasure, _ random: inout SplitMix) -> String {
        let isPrinted = random.next().isMultiple(of: 2)
        let size = random.pick([1e-4, 0.01, 0.3, 1, 8])
        let lines = (0..<3 + Int(random.next() % 5)).map { index in
            let estimate = (random.unit() - 0.5) * size
            let error = size * (0.02 + random.unit()) * random.pick([0.1, 0.5])
            let values = [estimate, estimate - 1.96 * error, estimate + 1.96 * error]
            guard isPrinted else { return "Study \(index),\(values[0]),\(error)" }
            let decimals = size < 0.001 ? 6 : size < 0.1 ? 4 : 2 + Int(random.next() % 2)
            let printed = values.map { NumberStyle.program.fixed(measure.printedScale($0), decimals: decimals) }
            return "Study \(index),\(printed.joined(separator: ","))"
        }
        return (isPrinted ? "study,estimate,low,high\n" : "study,yi,sei\n") + lines.joined(separator: "\n") + "\n"
    }

    @Test("Studies, pooled result and prediction", arguments: measures)
    func tables(measure: EffectMeasure) throws {
        let language = Language.english
        var random = SplitMix(seed: 77)
        var compared = 0
        for _ in 0..<120 {
            var options = TableOptions()
            options.measure = measure
            var collector = DiagnosticCollector()
            let csv = Self.table(measure, &random)
            // Limits that print alike, or a ratio that prints as 0, are told as mistakes.
            guard
                let analysis = TableAnalysis(
                    TableSource(name: "t.csv", text: csv), options: options, language: language, &collector)
            else { continue }
            let lines = analysis.report.text(language).split(separator: "\n", omittingEmptySubsequences: false).map(
                String.init)
            let scene = try #require(TableFigure(.forest, .init()).scene(of: analysis, &collector))
            for group in scene.groups where group.kind == .study {
                let label = try #require(group.texts.first?.string)
                let line = try #require(lines.first { $0.hasPrefix(label + " ") })
                let cells = line.split(separator: "  ").map { $0.trimming(" ") }
                let drawn = group.texts.map(\.string)
                #expect(drawn.contains(cells[1]) && drawn.contains("(\(cells[2]))"), "\(line): \(drawn)")
                #expect(
                    group.sentence?.contains(" \(cells[1]), 95\u{202F}% CI \(cells[2]), ") == true,
                    "\(line): \(group.sentence ?? "")")
                #expect(cells.last.map { group.sentence?.contains("weight \($0)") == true } ?? false, "\(line)")
                compared += 1
            }
            let pooled = try #require(
                lines.first { $0.hasPrefix("Random effects") }?.firstRange(of: "): ").map { range in
                    let line = lines.first { $0.hasPrefix("Random effects") } ?? ""
                    return String(line[range.upperBound...].prefix { $0 != ")" }) + ")"
                })
            #expect(scene.description.contains("Pooled: \(pooled)."), "\(pooled): \(scene.description)")
            let diamond = try #require(scene.groups.first { $0.kind == .pooled })
            let bare = pooled.dropFirst(measure.rawValue.count + 1).replacing("(95\u{202F}% CI ", with: "(")
            #expect(
                bare
                    == diamond.texts.map(\.string).filter {
                        $0.first?.isNumber == true || "(\u{2212}".contains($0.first ?? " ")
                    }.prefix(2).joined(separator: " "))
            if let prediction = lines.first(where: { $0.hasPrefix("Prediction interval: ") }) {
                let limits = try #require(
                    prediction.dropFirst("Prediction interval: ".count).firstRange(of: " (").map {
                        prediction.dropFirst("Prediction interval: ".count)[..<$0.lowerBound]
                    })
                #expect(
                    scene.groups.first { $0.kind == .prediction }?.sentence?.hasSuffix(" " + limits) == true,
                    "\(prediction)")
            }
        }
        #expect(compared > 200)
    }
}

extension Substring {
    fileprivate func trimming(_ character: Character) -> String {
        var text = self
        while text.first == character { text.removeFirst() }
        while text.last == character { text.removeLast() }
        return String(text)
    }
}
