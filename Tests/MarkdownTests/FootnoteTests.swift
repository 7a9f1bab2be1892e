import Diagnostics
import Testing
import Text

@testable import Markdown

@Suite("Notes")
struct FootnoteTests {
    private static func told(_ text: String) -> [String] {
        MarkdownDocument(text).problems.map {
            "\($0.place?.line ?? 0):\($0.place?.column ?? 0)+\($0.place?.length ?? 0) \($0.severity) \($0.identifier): \($0.summary)"
        }
    }

    @Test("missing and unused notes are told at their places") func problems() {
        let text =
            "Seen[^a] and again[^a]; missing[^b].\n\n[^a]: One note, two places.\n[^c]: Never used, and lost without a word.\n"
        #expect(
            Self.told(text) == [
                "1:32+4 warning missing-footnote: the text has no note 'b'",
                "4:1+4 warning unused-footnote: nothing refers to the note 'c', so that it is not shown",
            ])
        #expect(MarkdownDocument("a[^note]\n\n[^notes]: x\n[^d]: y\n").problems.first?.help == "did you mean 'notes'?")
    }

    @Test(
        "where no note is, none is missing",
        arguments: [
            "`[^a]` and \\[^b] and \\[^c\\]", "```\n[^a]: x\n```", "    [^a]: code", "<div>\n[^a]: x\n</div>",
            "a^2 [x^2] [^ a]",
            "a[^A]\n\n[^a]: note", "> a[^q]\n>\n> [^q]: quoted", "- a[^l]\n\n[^l]: x [^m]\n\n[^m]: y",
        ])
    func silence(_ text: String) {
        #expect(Self.told(text).isEmpty)
    }

    @Test("two notes of one name") func repeated() {
        #expect(
            Self.told("a[^1]\n\n[^1]: x\n[^1]: y\n") == [
                "4:1+4 warning repeated-footnote: there are two notes called '1'; the first is shown"
            ])
    }

    @Test("each place that refers to a note has a way back") func waysBack() {
        var references = PlainReferences()
        let document = MarkdownDocument("a[^x] b[^x] c[^y]\n\n[^x]: One [^y].\n[^y]: Two.\n")
        let html = document.html(resolving: &references, idPrefix: "p-", language: .english)
        #expect(
            html.contains(
                """
                <li id="p-fn-1"><p>One <sup class="footnote-ref"><a href="#p-fn-2" id="p-fnref-2-2">2</a></sup>.</p>
                <a class="footnote-back" href="#p-fnref-1" aria-label="Back to the text, place 1 of 2">\u{21A9}<sup>1</sup></a> \
                <a class="footnote-back" href="#p-fnref-1-2" aria-label="Back to the text, place 2 of 2">\u{21A9}<sup>2</sup></a></li>
                """))
        for occurrence in ["p-fnref-1", "p-fnref-1-2", "p-fnref-2", "p-fnref-2-2"] {
            #expect(html.contains("id=\"\(occurrence)\"") && html.contains("href=\"#\(occurrence)\""))
        }
        let one = MarkdownDocument("a[^x]\n\n[^x]: One.").html(resolving: &references, language: .english)
        #expect(one.contains("href=\"#fnref-1\" aria-label=\"Back to the text\">\u{21A9}</a></li>"))
    }

    @Test("the words are those of the language") func language() {
        var references = PlainReferences()
        let bracketed = Language(code: "zz") { "[\($0)]" }
        let html = MarkdownDocument("a[^x] b[^x]\n\n[^x]: One.").html(resolving: &references, language: bracketed)
        #expect(html.contains("aria-label=\"[Notes]\"") && html.contains("\"[Back to the text, place 2 of 2]\""))
    }
}
