import Diagnostics
import Testing
import Text

@testable import Markdown

/// Writes references plainly, so that tests see what reached them.
struct PlainReferences: MarkdownReferences {
    var links: [String] = []

    mutating func link(to destination: String, text: String, at place: () -> Place) -> MarkdownLink {
        links.append(destination)
        return destination.hasPrefix("value:")
            ? .reference(MarkdownReference("VALUE", to: "#v", style: "value")) : .address(destination)
    }

    mutating func image(of destination: String, text: String, at place: () -> Place) -> MarkdownImage { .part }

    mutating func citation(_ citations: [MarkdownDocument.Citation], at place: () -> Place) -> [MarkdownReference] {
        citations.map { MarkdownReference("\($0.source)|\($0.place)", to: "#\($0.source)") }
    }
}

/// The HTML of a text, with the parts in it as figures.
private func html(_ text: String) -> String {
    var references = PlainReferences()
    return MarkdownDocument(text).pieces(resolving: &references, language: .english).map { piece in
        switch piece {
        case .html(let html): html
        case .part(let destination): "<figure>\(destination)</figure>\n"
        }
    }.joined()
}

@Suite("Markdown becomes safe HTML")
struct MarkdownTests {
    @Test("Sections carry the anchors of their headings")
    func sections() {
        let text = "# One\n\n### One\n\n## One `and` *two*\n\n## One"
        let sections = MarkdownDocument(text).sections()
        #expect(sections.map(\.title) == ["One", "One and two", "One"])
        #expect(sections.map(\.anchor) == ["one", "one-and-two", "one-3"])
        for section in sections { #expect(html(text).contains("<h2 id=\"\(section.anchor)\">")) }
    }

    @Test(
        "Contents say what the headings show",
        arguments: ["A <b>bold</b> heading", "`<code>` & *em*", "a [b](c) ~~d~~ <!-- e -->", "x  y"])
    func contents(_ heading: String) {
        let document = MarkdownDocument("## \(heading)\n")
        let title = document.sections().first?.title ?? ""
        let shown = html("## \(heading)\n").split(separator: ">", maxSplits: 1)[1].replacing("</h2>\n", with: "")
        let plain = ["<em>", "</em>", "<code>", "</code>", "<del>", "</del>", "</a>", "<a href=\"c\">"].reduce(shown) {
            $0.replacing($1, with: "")
        }
        #expect(MarkupText.escaped(title) == plain)
    }

    @Test("Headings of one text, and links to them, by the thousand") func manyHeadings() {
        let text = (0..<4_000).map { _ in "## Same\n\n" }.joined()
        let headings = MarkdownDocument(text).headings
        #expect(headings.count == 4_000 && headings.last?.anchor == "same-4000")
    }

    @Test(
        "Constructs",
        arguments: [
            (
                "plain *em* **strong** ~~gone~~ `code <`",
                "<p>plain <em>em</em> <strong>strong</strong> <del>gone</del> <code>code &lt;</code></p>\n"
            ),
            ("# One\n\n## One", "<h2 id=\"one\">One</h2>\n<h2 id=\"one-2\">One</h2>\n"),
            ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
            ("3. a\n\n   b", "<ol start=\"3\">\n<li><p>a</p>\n<p>b</p>\n</li>\n</ol>\n"),
            ("> quoted", "<blockquote>\n<p>quoted</p>\n</blockquote>\n"),
            ("a  \nb", "<p>a<br>\nb</p>\n"),
            (
                "[](value:x/y) and [text](study:z)",
                "<p><a class=\"value\" href=\"#v\">VALUE</a> and <a href=\"study:z\">text</a></p>\n"
            ),
            ("![](forest:q/s)", "<figure>forest:q/s</figure>\n"),
            (
                "said [@ghannam-2022, Table 5; @sohaib-2025] so",
                "<p>said (<a href=\"#ghannam-2022\">ghannam-2022|Table 5</a>; <a href=\"#sohaib-2025\">sohaib-2025|</a>) so</p>\n"
            ),
            ("said [@a-1,\nTable 5] so", "<p>said (<a href=\"#a-1\">a-1|Table 5</a>) so</p>\n"),
            ("open [@a-1\n\nnext", "<p>open [@a-1</p>\n<p>next</p>\n"),
            ("not a [@ citation]", "<p>not a [@ citation]</p>\n"),
            (
                "[@smith_2020, T1] and [@known, T2] [x",
                "<p>(<a href=\"#smith_2020\">smith_2020|T1</a>) and (<a href=\"#known\">known|T2</a>) [x</p>\n"
            ),
            ("[@ no] [@a b] [@c]", "<p>[@ no] (<a href=\"#a b\">a b|</a>) (<a href=\"#c\">c|</a>)</p>\n"),
            ("https://a.org/guide，详见", "<p><a href=\"https://a.org/guide\">https://a.org/guide</a>，详见</p>\n"),
            ("见https://a.org/x。", "<p>见<a href=\"https://a.org/x\">https://a.org/x</a>。</p>\n"),
            (
                "“https://a.org/x”, (www.b.org/y.)",
                "<p>“<a href=\"https://a.org/x\">https://a.org/x</a>”, (<a href=\"http://www.b.org/y\">www.b.org/y</a>.)</p>\n"
            ),
            (
                "https://a.org/x.，https://b.org/东京、[@c]",
                "<p><a href=\"https://a.org/x\">https://a.org/x</a>.，<a href=\"https://b.org/东京\">https://b.org/东京</a>、(<a href=\"#c\">c|</a>)</p>\n"
            ),
            (
                "https://a.org/Michelson–Morley",
                "<p><a href=\"https://a.org/Michelson–Morley\">https://a.org/Michelson–Morley</a></p>\n"
            ),
            (
                "<https://a.org/，x> [https://a.org/，](https://a.org/，)",
                "<p><a href=\"https://a.org/，x\">https://a.org/，x</a> <a href=\"https://a.org/，\">https://a.org/，</a></p>\n"
            ),
            ("https://，x", "<p>https://，x</p>\n"), ("x@y.de，z", "<p><a href=\"mailto:x@y.de\">x@y.de</a>，z</p>\n"),
            ("## A <b>bold</b> one", "<h2 id=\"a-bold-one\">A &lt;b&gt;bold&lt;/b&gt; one</h2>\n"),
            ("https://example.org/a", "<p><a href=\"https://example.org/a\">https://example.org/a</a></p>\n"),
        ])
    func constructs(_ text: String, _ expected: String) {
        #expect(html(text) == expected)
    }

    @Test("Tables have scopes and alignment, with or without rows")
    func tables() {
        #expect(
            html("| a | b |\n|---|--:|\n| 1 | 2 |") == """
                <div class="table-scroll" tabindex="0"><table>
                <thead>
                <tr><th scope="col">a</th><th scope="col" class="align-right">b</th></tr>
                </thead>
                <tbody>
                <tr><td>1</td><td class="align-right">2</td></tr>
                </tbody>
                </table></div>

                """)
        #expect(!html("| a |\n|---|").contains("tbody"))
    }

    @Test("Footnotes and tasks")
    func footnotes() {
        let text = html("a[^1] b[^1]\n\n[^1]: note\n\n- [x] done\n- [ ] open")
        #expect(text.contains("<a href=\"#fn-1\" id=\"fnref-1\">1</a>"))
        #expect(text.contains("id=\"fnref-1-2\""))
        #expect(text.contains("<li id=\"fn-1\">"))
        #expect(text.contains("\u{2611}") && text.contains("\u{2610}"))
    }

    @Test(
        "Raw HTML is only ever text",
        arguments: [
            "<script>alert(1)</script>", "a <img src=x onerror=alert(1)> b", "<div onclick=x>\n\nb", "<!-- c -->",
            "<a href=\"javascript:x\">y</a>", "[x](<javascript:alert(1)> \"t\\\"<script>\")",
        ])
    func rawHTML(_ text: String) {
        let out = html(text)
        #expect(!out.contains("<script") && !out.contains("<img") && !out.contains("<div o") && !out.contains("<!--"))
        #expect(!out.contains("\"<"))
    }

    @Test("Events know their lines, also behind front matter")
    func places() {
        let source = SourceText(file: "q.md", text: "---\ntitle: x\n---\n\npara\n\n[a](study:b)\n")
        let document = MarkdownDocument("\npara\n\n[a](study:b)\n", in: source, firstLine: 4)
        let link = document.events.first { if case .enter(.link) = $0.event { true } else { false } }
        #expect(link.map { document.place(of: $0) } == Place(file: "q.md", line: 7, column: 1, length: 12))
        #expect(
            link.map { document.place(of: $0, needle: "study:b") } == Place(file: "q.md", line: 7, column: 5, length: 7)
        )
    }

    @Test("Depth does not exhaust the stack")
    func depth() {
        for text in [
            String(repeating: "> ", count: 5000) + "x", String(repeating: "*", count: 20_000) + "x",
            String(repeating: "[", count: 20_000),
            String(repeating: "![", count: 5_000) + String(repeating: "](x)", count: 5_000),
            String(repeating: "- ", count: 3000) + "x",
        ] {
            let document = MarkdownDocument(text)
            #expect(!document.problems.isEmpty || !html(text).isEmpty)
        }
        #expect(!html(String(repeating: "> ", count: 5000) + "x").isEmpty)
        #expect(!html(String(repeating: "[", count: 15_000)).isEmpty)
    }

    @Test("Parsing at the same time on many threads gives the same result")
    func concurrency() async {
        let text = "a ~~b~~ | c\n\n| x | y |\n|---|---|\n| 1 | ~~2~~ |\n\nhttps://example.org [^1]\n\n[^1]: n"
        let expected = html(text)
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 { group.addTask { html(text) == expected } }
            for await same in group { #expect(same) }
        }
    }
}

@Suite("Slugs")
struct SlugTests {
    @Test(arguments: [("Hello, World!", "hello-world"), ("  ", "section"), ("Überleben 2 Jahre", "überleben-2-jahre")])
    func make(_ text: String, _ slug: String) {
        #expect(Slug.make(text) == slug)
    }

    @Test(arguments: [("sabr-comet", true), ("-a", false), ("a--b", false), ("A", false), ("../x", false), ("", false)])
    func validity(_ text: String, _ isValid: Bool) {
        #expect(Slug.isValid(text) == isValid)
    }
}
