import Diagnostics
import MetaAnalysis
import TestSupport
import Testing
import Text

@testable import Evidence

@Suite("What is read has one form")
struct ReadingTests {
    @Test(
        "Dates are read as far as they are known, and only those of the calendar",
        arguments: [
            ("2020", true), ("2020-09", true), ("2020-12-31", true), ("2020-02-29", true), ("2000-02-29", true),
            ("1900-02-28", true),
            ("2019-02-29", false), ("1900-02-29", false), ("2020-13", false), ("2020-00", false), ("2020-02-30", false),
            ("2020-04-31", false), ("2020-01-00", false), ("20", false), ("13.05.2003", false), ("2020-1", false),
            ("2020-01-01-01", false),
            ("0000", false), ("20200", false), ("+202", false), ("２０２０", false), ("2020-", false), ("", false),
            ("n.d.", false),
        ])
    func dates(text: String, isDate: Bool) {
        #expect((PartialDate(text) != nil) == isDate)
    }

    @Test(
        "Tags of languages are those of BCP 47",
        arguments: [
            ("en", true), ("fr-CA", true), ("zh-Hant", true), ("zh-Hant-TW", true), ("es-419", true),
            ("de-CH-1996", true), ("nds", true),
            ("de-1901-x-own", true), ("en-x-test", true), ("EN-us", true), ("english", false), ("en_GB", false),
            ("jp", false), ("", false),
            ("e", false), ("en-", false), ("en-GB-Latn", false), ("en-GB-US", false), ("en-toolongsubtag", false),
            ("français", false), ("en-x", false),
        ])
    func languages(text: String, isTag: Bool) {
        #expect(LanguageTag.isValid(text) == isTag)
    }

    @Test(
        "A DOI is one by itself",
        arguments: [
            ("10.3390/cancers14235929", true), ("10.1000.10/123456", true),
            ("10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2", true),
            ("https://doi.org/10.1000/xyz", false), ("doi:10.1000/xyz", false), ("10.1000", false), ("10.1000/", false),
            ("10./x", false),
            ("10.1000/a b", false), ("11.1000/x", false), ("10.10a/x", false),
        ])
    func identifiers(text: String, isIdentifier: Bool) {
        #expect(DOI.isValid(text) == isIdentifier)
    }

    @Test(
        "A number has one form however it was typed",
        arguments: [
            ("0.90", "0.90"), (".90", "0.90"), ("00.90", "0.90"), ("+0.90", "0.90"), ("-.5", "-0.5"), ("−00.5", "−0.5"),
            ("000", "0"), ("0", "0"),
            ("007", "7"), ("5.", "5"), ("10.0", "10.0"), ("0.00", "0.00"), ("100", "100"),
        ])
    func numbers(typed: String, text: String) {
        #expect(PrintedNumber(decimal: typed)?.text == text)
        #expect(PrintedNumber(decimal: typed)?.value == PrintedNumber(typed)?.value)
        #expect(PrintedNumber(decimal: typed)?.halfUnit == PrintedNumber(typed)?.halfUnit)
    }

    @Test(
        "So has a p-value",
        arguments: [
            ("<.001", "p < 0.001"), (".03", "p = 0.03"), ("= 00.10", "p = 0.10"), ("3.4e-7", "p = 3.4×10⁻⁷"),
            ("≤.05", "p ≤ 0.05"),
        ])
    func pValues(typed: String, phrase: String) {
        #expect(PrintedPValue(decimal: typed)?.text(in: .english) == phrase)
    }

    @Test("What was typed as .90 is shown as 0.90, and what is printed stays in the provenance")
    func shown() async throws {
        var tree = FileTree.smallAtlas
        tree.replace("value: 0.90, low: 0.70", with: "value: 00.90, low: .70", in: "Content/studies/alpha.yaml")
        let (atlas, _, diagnostics) = await tree.checked()
        #expect(diagnostics.isEmpty)
        let study = try #require(atlas.study("alpha"))
        #expect(study.mainText(ofResult: "overall-survival", in: .english) == "HR 0.90 (95\u{202F}% CI 0.70 to 1.14)")
        let result = try #require(study.result("overall-survival"))
        #expect(result.provenance.first?.printed == ["HR 0.90 (0.70–1.14)"])
    }

    @Test("A document has more authors than are recorded only where its record says so")
    func moreAuthors() async throws {
        var tree = FileTree.smallAtlas
        #expect(await tree.checked().atlas.source("review-2020")?.hasMoreAuthors == false)
        tree.replace(
            "author: [{family: Doe, given: J}]", with: "author: [{family: Doe, given: J}]\netAl: true",
            in: "Content/sources/review-2020.yaml")
        let (atlas, _, diagnostics) = await tree.checked()
        #expect(diagnostics.isEmpty)
        #expect(atlas.source("review-2020")?.hasMoreAuthors == true)
    }

    @Test("Brackets within quotes are no nesting")
    func brackets() async {
        var tree = FileTree.smallAtlas
        let statements = (1...66).map {
            "  - {text: \"Group \($0) [\", from: {source: review-2020, at: T\($0), printed: \"{\"}}\n"
        }.joined()
        tree.replace(
            "status: completed\n", with: "status: completed\ncautions:\n" + statements, in: "Content/studies/alpha.yaml"
        )
        let (atlas, _, diagnostics) = await tree.checked()
        #expect(diagnostics.isEmpty)
        #expect(atlas.study("alpha")?.cautions.count == 66)
    }

    @Test("A citation after one that is wrong is read")
    func citations() async {
        var tree = FileTree.smallAtlas
        tree.replace(
            "[@review-2020, Table 1]", with: "[@smith_2020, T1] and [@review-2020, Table 1], not [@ home]",
            in: "Content/studies/alpha.md")
        let (atlas, _, diagnostics) = await tree.checked()
        #expect(diagnostics.sorted.map(\.diagnostic.summary) == ["no source is called 'smith_2020'"])
        let sources = atlas.study("alpha")?.summary?.events.compactMap { located -> String? in
            if case .citation(let citations) = located.event { citations.first?.source } else { nil }
        }
        #expect(sources == ["smith_2020", "review-2020"])
    }
}

@Suite("Files of mistakes")
struct ManyMistakesTests {
    private static func vocabulary(_ count: Int, separator: String) -> String {
        let entries = (0..<count).map { "t\($0): {lable: T, definition: D.}" }
        return separator == "\n"
            ? "terms:\n" + entries.map { "  \($0)\n" }.joined() : "terms: {" + entries.joined(separator: ", ") + "}\n"
    }

    @Test("Every mistake is counted, a hundred are told, however long the line", arguments: ["\n", ", "])
    func vocabulary(separator: String) async {
        var tree = FileTree.smallAtlas
        tree["Content/vocabulary/more.yaml"] = Self.vocabulary(6000, separator: separator)
        let diagnostics = await tree.checked().diagnostics
        #expect(diagnostics.count(of: .error) == 6000)
        let text = DiagnosticWriter(format: .text).write(diagnostics)
        #expect(text.contains("this file has 5900 more errors [more-problems]"))
        #expect(text.utf8.count < 60_000)
        #expect(DiagnosticWriter(format: .json).write(diagnostics).utf8.count < 60_000)
    }

    @Test("An arm that is none is told with at most a dozen of those that are")
    func arms() async {
        var tree = FileTree.smallAtlas
        let arms = (0..<40).map { "  - {id: a\($0), role: experimental, label: A\($0)}\n" }.joined()
        tree.replace("arms:\n", with: "arms:\n" + arms, in: "Content/studies/beta.yaml")
        tree.replace("count: {treated: 14/37", with: "count: {tretaed: 14/37", in: "Content/studies/beta.yaml")
        let help = await tree.checked().diagnostics.sorted.first?.diagnostic.help
        let named = (0..<12).map { "'a\($0)'" }.joined(separator: ", ")
        #expect(help == "the arms of this study are \(named) and 30 more")
    }
}
