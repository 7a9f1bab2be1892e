import TestSupport
import Testing

@testable import Site

@Suite("What pages say")
struct PageTests {
    @Test("The same value everywhere, linked to its place")
    func values() async throws {
        let site = try SiteFolder()
        try await site.build()
        let question = try #require(site.read("Public/questions/does-it-help/index.html"))
        let study = try #require(site.read("Public/studies/alpha/index.html"))
        let pooled = "HR 0.91 (95\u{202F}% CI 0.81 to 1.03)"
        #expect(question.contains("Together the two studies give \(pooled): the interval includes 1."))
        #expect(question.contains("With one more digit our result is 0.915 (0.810 to 1.034)"))
        #expect(question.contains("published HR 0.92 (95\u{202F}% CI 0.81 to 1.04). It rounds."))
        #expect(question.contains("with HR 0.85 (95\u{202F}% CI 0.74 to 0.98) for BETA"))
        #expect(
            study.contains(
                "<a class=\"value\" href=\"../../studies/alpha/index.html#result-overall-survival\">HR 0.90 (95\u{202F}% CI 0.70 to 1.14)</a>"
            ))
        #expect(study.contains("id=\"result-overall-survival\""))
        #expect(study.contains("<q class=\"printed\">HR 0.90 (0.70–1.14)</q>"))
    }

    @Test("A source's page lists every value taken from it")
    func sources() async throws {
        let site = try SiteFolder()
        try await site.build()
        let source = try #require(site.read("Public/sources/review-2020/index.html"))
        for figure in ["HR 0.90 (0.70–1.14)", "HR 0.85 (0.74–0.98)", "2061", "14 (37.8%)"] {
            #expect(source.contains(figure))
        }
    }

    @Test("Discrepancies name both values and the reason")
    func discrepancies() async throws {
        let site = try SiteFolder()
        try await site.build()
        let page = try #require(site.read("Public/discrepancies/index.html"))
        #expect(
            page.contains("HR 0.92 (95\u{202F}% CI 0.80 to 1.06)")
                && page.contains("HR 0.85 (95\u{202F}% CI 0.74 to 0.98)"))
        #expect(page.contains("Why: The table agrees with the figure."))
    }

    @Test("A disputed difference is named by what it is, a disputed number of an arm by its arm")
    func disputedQuantities() async throws {
        var tree = FileTree.smallAtlas
        tree.replace(
            "  - outcome: response",
            with: """
                  - {id: gain, outcome: response, difference: {value: 4.5, unit: months}, preferred: true, because: It fits., from: {source: review-2020, at: Table 1, printed: "4.5"}}
                  - {id: gain-text, outcome: response, difference: {value: 6.5, unit: months}, from: {source: review-2020, at: section 2, printed: "6.5"}}
                  - outcome: response
                """, in: "Content/studies/beta.yaml")
        tree.replace(
            "enrolment:\n",
            with: """
                enrolment:
                  - {kind: analysed, n: 1000, arm: treated, preferred: true, because: It fits., from: {source: review-2020, at: Table 1, printed: "1000"}}
                  - {kind: analysed, n: 1001, arm: treated, from: {source: review-2020, at: section 2, printed: "1001"}}

                """, in: "Content/studies/beta.yaml")
        let site = try SiteFolder(tree)
        let report = try await site.build()
        #expect(report.isPublished)
        let page = try #require(site.read("Public/studies/beta/index.html"))
        #expect(page.contains("<p class=\"conflict-what\">Response, difference</p>"))
        #expect(page.contains("<span class=\"conflict-value\">6.5 months</span>"))
        #expect(page.contains("<p class=\"conflict-what\">Number of patients analysed, Treatment</p>"))
    }

    @Test("Disagreements that are no values, and doubted values, are listed too")
    func otherDiscrepancies() async throws {
        var tree = FileTree.smallAtlas
        tree.replace(
            "status: completed\nconditions: [lung]\nsetting",
            with:
                "status: completed\ndiscrepancies:\n  - {text: One calls it phase 2., from: {source: review-2020, at: Table 9, printed: phase 2}}\nconditions: [lung]\nsetting",
            in: "Content/studies/alpha.yaml")
        tree.replace(
            "    median: {treated: 45", with: "    doubt: Mislabelled.\n    median: {treated: 45",
            in: "Content/studies/alpha.yaml")
        let site = try SiteFolder(tree)
        try await site.build()
        for name in ["Public/discrepancies/index.html", "Public/studies/alpha/index.html"] {
            let page = try #require(site.read(name))
            #expect(
                page.contains("One calls it phase 2.") && page.contains("Mislabelled.") && page.contains("Table 9"),
                "\(name)")
        }
    }

    @Test("No script, no inline style, a strict policy, and no absolute link, on every page")
    func policy() async throws {
        let site = try SiteFolder()
        try await site.build { $0.baseURL = "https://example.org/atlas/" }
        for (path, bytes) in try site.contents() where path.hasSuffix(".html") {
            let page = String(decoding: bytes, as: UTF8.self)
            #expect(
                !page.contains("<script") && !page.contains("<style") && !page.contains(" style=\"")
                    && !page.contains(" on" + "click"), "\(path)")
            #expect(page.contains("Content-Security-Policy\" content=\"default-src 'none'"), "\(path)")
            if path != "/404.html" { #expect(!page.contains("href=\"/"), "\(path)") }
        }
        #expect(site.read("Public/404.html")?.contains("href=\"/atlas/index.html\"") == true)
        #expect(
            site.read("Public/studies/alpha/index.html")?.contains(
                "<link rel=\"canonical\" href=\"https://example.org/atlas/studies/alpha/\">") == true)
        #expect(
            site.read("Public/sitemap.xml")?.contains("<loc>https://example.org/atlas/questions/does-it-help/</loc>")
                == true)
    }

    @Test(
        "Hostile content stays text",
        arguments: [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "{{ 7*7 }}", "]]>", "javascript:alert(1)",
        ])
    func hostile(_ text: String) async throws {
        let quoted = "'" + text.replacing("'", with: "''") + "'"
        var tree = FileTree.smallAtlas
        tree.replace("name: ALPHA", with: "name: \(quoted)", in: "Content/studies/alpha.yaml")
        tree.replace(
            "label: Treatment, interventions", with: "label: \(quoted), interventions", in: "Content/studies/alpha.yaml"
        )
        tree.replace(
            "at: Table 1, printed: \"432\"", with: "at: \(quoted), printed: \(quoted)", in: "Content/studies/alpha.yaml"
        )
        tree.replace("title: Overall survival", with: "title: \(quoted)", in: "Content/questions/does-it-help.md")
        tree.replace("title: About", with: "title: \(quoted)", in: "Content/pages/about.md")
        let site = try SiteFolder(tree)
        let report = try await site.build()
        #expect(report.isPublished)
        for (path, bytes) in try site.contents() where path.hasSuffix(".html") || path.hasSuffix(".svg") {
            let page = String(decoding: bytes, as: UTF8.self)
            #expect(
                !page.contains("<script") && !page.contains("<img") && !page.contains("href=\"javascript:")
                    && !page.contains("src=\"javascript:"), "\(path)")
        }
    }
}

@Suite("Links of a rendered page")
struct PageLinksTests {
    private func links(_ html: String, path: String = "studies/alpha/index.html") -> PageLinks {
        PageLinks(Array(html.utf8), of: path, made: "study.html")
    }

    @Test func targets() {
        let page = links(
            "<a href=\"../../index.html\">a</a><a href=\"#x\">b</a><a href=\"../beta/index.html#r\">c</a><a href=\"https://example.org\">d</a><a href=\"mailto:a@b\">e</a><p id=\"x\">"
        )
        #expect(
            page.targets == [
                .init(path: "index.html", fragment: ""), .init(path: "studies/alpha/index.html", fragment: "x"),
                .init(path: "studies/beta/index.html", fragment: "r"),
            ])
        #expect(page.identifiers == ["x"] && page.repeated.isEmpty)
    }

    @Test func escaping() {
        #expect(links("<a href=\"../../../etc/passwd\">").escaping == ["../../../etc/passwd"])
    }

    @Test func repeated() {
        #expect(links("<p id=\"a\"><p id=\"a\">").repeated == ["a"])
    }

    @Test("Broken links, doubled anchors and doubled addresses are found")
    func addressBook() {
        var book = AddressBook()
        book.add(
            links("<a href=\"../beta/index.html\">x</a><p id=\"a\"><p id=\"a\"><a href=\"#b\">y</a>"),
            at: "studies/alpha/index.html")
        book.add(file: "robots.txt")
        book.add(file: "robots.txt")
        #expect(Set(book.problems().map(\.identifier)) == ["broken-link", "duplicate-anchor", "address-taken"])
        #expect(book.problems().count == 4)
    }
}

@Suite("Data for templates")
struct TemplateRenderingTests {
    @Test("JSON and YAML data reach the template with their types and order")
    func data() throws {
        let site = try SiteFolder()
        try site.write("{% for k, v in d.items() %}{{ k }}={{ v }};{% endfor %}{{ e }}", to: "t/page.txt")
        try site.write(
            "{\"d\": {\"b\": 1, \"a\": 2.5, \"c\": true, \"n\": null, \"s\": \"1\"}, \"e\": \"\\ud83d\\ude00 \\u00e9\"}",
            to: "t/data.json")
        let (bytes, problems) = try TemplateRendering(
            template: site.path + "/t/page.txt", data: site.path + "/t/data.json", folder: nil
        ).run()
        #expect(problems.isEmpty)
        #expect(String(decoding: bytes, as: UTF8.self) == "b=1;a=2.5;c=True;n=None;s=1;😀 é")
    }

    @Test("A mistake is said at its place")
    func mistake() throws {
        let site = try SiteFolder()
        try site.write("<p>{{ nmae }}</p>", to: "t/page.html")
        try site.write("name: x\n", to: "t/data.yaml")
        let (_, problems) = try TemplateRendering(
            template: site.path + "/t/page.html", data: site.path + "/t/data.yaml", folder: nil
        ).run()
        #expect(problems.hasPrefix("\(site.path)/t/page.html:1:7: error: 'nmae' is"))
        #expect(problems.contains("did you mean 'name'?"))
    }
}

@Suite("The documentation of the views")
struct ViewDocumentationTests {
    @Test("Every template and every record type is described")
    func complete() {
        let text = ViewDocumentation.text
        for template in PageViews.byTemplate.keys {
            #expect(text.contains("\n\(template)\n") || text.hasPrefix("\(template)\n"))
        }
        #expect(text.contains("\nProvenance\n    source   The document, as it is named in short (text)\n"))
    }
}
