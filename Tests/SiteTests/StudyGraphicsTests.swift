import TestSupport
import Testing

@testable import Site

@Suite("Graphics of a study: flow and risk of bias")
struct StudyGraphicsTests {
    private static let alpha = "Content/studies/alpha.yaml"
    private static let page = "studies/alpha/index.html"
    private static let question = "questions/does-it-help/index.html"

    private func page(_ path: String, _ tree: FileTree) async throws -> String {
        let site = try SiteFolder(tree)
        let report = try await site.build()
        #expect(report.isPublished)
        return try #require(site.read("Public/" + path))
    }

    // MARK: Flow

    @Test("Each box leads to the place of its number, and what does not add up is said")
    func flow() async throws {
        var tree = FileTree.smallAtlas
        tree.replace(
            "enrolment:\n",
            with: """
                enrolment:
                  - {kind: screened, n: 600, from: {source: review-2020, at: Figure 1, printed: "600"}}
                  - {kind: excluded, n: 90, reason: Too ill, from: {source: review-2020, at: Figure 1, printed: "90"}}
                  - {kind: excluded, n: 40, reason: Refused, from: {source: review-2020, at: Figure 1, printed: "40"}}
                  - {kind: analysed, n: 210, arm: treated, from: {source: review-2020, at: Figure 1, printed: "210"}}
                  - {kind: lost, n: 4, arm: treated, from: {source: review-2020, at: Figure 1, printed: "4"}}

                """, in: Self.alpha)
        let page = try await page(Self.page, tree)
        #expect(page.contains("<figure class=\"graphic\" id=\"flow\">"))
        #expect(page.contains("<a href=\"#patients-screened\" aria-label=\"600 patients screened\">"))
        #expect(page.contains("<a href=\"#arm-treated\" aria-label=\"Treatment: 216 patients\">"))
        #expect(page.contains("<a href=\"#patients-excluded.2\" aria-label=\"40 patients excluded: refused\">"))
        #expect(
            page.contains("<a href=\"#patients-lost-treated\" aria-label=\"Treatment: 4 patients lost to follow-up\">"))
        #expect(page.contains("<div id=\"patients-excluded.2\"><dt>Patients excluded: refused</dt><dd><b>40</b>"))
        #expect(page.contains("<li id=\"arm-treated\">"))
        #expect(
            page.contains(
                "Drawn from the recorded numbers, as printed; what has no number has no box. 600 screened, 130 of whom left, 432 randomised: no number is recorded for the other 38. Treatment: 216 in the arm, 4 of whom left, 210 analysed: no number is recorded for the other 2.</p>"
            ))
        #expect(
            page.contains(
                "<th scope=\"row\"><a href=\"#patients-lost-treated\">Lost to follow-up</a></th>\n<td>Treatment</td>\n<td class=\"number\">4</td>"
            ))
        let source = try await self.page("sources/review-2020/index.html", tree)
        #expect(source.contains("studies/alpha/index.html#patients-lost-treated\""))
    }

    @Test(
        "The sentences on numbers that do not add up",
        arguments: [
            ("kind: screened, n: 400", "432 randomised are more than 400 screened."),
            ("kind: analysed, n: 440, arm: control", "Control: 440 analysed are more than 216 in the arm."),
            ("kind: excluded, n: 2, after: randomised", "432 randomised, but 2 who left and 432 in the arms make 434."),
            (
                "kind: screened, n: 440}\n  - {kind: excluded, n: 9",
                "440 screened, but 9 who left and 432 randomised make 441."
            ),
        ])
    func imbalances(_ number: String, _ sentence: String) async throws {
        var tree = FileTree.smallAtlas
        let from = "from: {source: review-2020, at: Figure 1, printed: \"1\"}"
        let lines = "  - {" + number.replacing("}", with: ", \(from)}") + ", \(from)}\n"
        tree.replace("enrolment:\n", with: "enrolment:\n" + lines, in: Self.alpha)
        #expect(try await page(Self.page, tree).contains(sentence))
    }

    @Test("Other printed numbers are marked")
    func disputed() async throws {
        var tree = FileTree.smallAtlas
        tree.replace(
            "enrolment:\n",
            with: """
                enrolment:
                  - {kind: analysed, n: 432, preferred: true, because: The text says so., from: {source: review-2020, at: x, printed: "432"}}
                  - {kind: analysed, n: 400, from: {source: review-2020, at: Table 9, printed: "400"}}

                """, in: Self.alpha)
        let page = try await page(Self.page, tree)
        #expect(page.contains("aria-label=\"432 patients analysed, other numbers are printed too\""))
        #expect(page.contains("* Documents print other numbers as well: see the discrepancies."))
    }

    @Test("So are other printed numbers of those who left")
    func disputedDeparture() async throws {
        var tree = FileTree.smallAtlas
        tree.replace(
            "enrolment:\n",
            with: """
                enrolment:
                  - {kind: withdrawn, n: 10, preferred: true, because: The text says so., from: {source: review-2020, at: x, printed: "10"}}
                  - {kind: withdrawn, n: 12, from: {source: review-2020, at: Table 9, printed: "12"}}

                """, in: Self.alpha)
        let page = try await page(Self.page, tree)
        #expect(page.contains("10 patients withdrawn, other numbers are printed too"))
        #expect(page.contains("* Documents print other numbers as well: see the discrepancies."))
    }

    @Test("Where a record says that there is no flow, the page says why; where there are too few numbers, nothing")
    func noFlow() async throws {
        var tree = FileTree.smallAtlas
        let other = try await page("studies/beta/index.html", tree)
        #expect(!other.contains("flow"))
        tree.replace("enrolment:\n", with: "noFlow: They contradict one another.\nenrolment:\n", in: Self.alpha)
        let page = try await page(Self.page, tree)
        #expect(page.contains("No flow of patients is drawn: They contradict one another."))
        #expect(!page.contains("id=\"flow\""))
    }

    // MARK: Risk of bias

    private static var judged: FileTree {
        var tree = FileTree.smallAtlas
        tree[alpha] =
            (tree[alpha] ?? "") + """
                riskOfBias:
                  - tool: RoB 2
                    outcome: overall-survival
                    overall: some-concerns
                    domains:
                      - {domain: Randomisation process, judgement: low, because: Central allocation}
                      - {domain: Missing outcome data, judgement: some-concerns}
                    from: {source: review-2020, at: Figure 2, printed: "Some concerns"}
                  - {tool: ROBINS-I, overall: critical, from: {source: review-2020, at: Table 4, printed: Critical}}

                """
        return tree
    }

    @Test("A study's page has a figure for each tool, and each assessment with its reasons and its place")
    func study() async throws {
        let page = try await page(Self.page, Self.judged)
        #expect(page.contains("<li><a href=\"#risk-of-bias\">Risk of bias</a></li>"))
        #expect(
            page.contains("<p class=\"synthesis-title\">Risk of bias: RoB 2</p>")
                && page.contains("<p class=\"synthesis-title\">Risk of bias: ROBINS-I</p>"))
        #expect(
            page.contains(
                "<a href=\"#risk-of-bias-1\" aria-label=\"ALPHA, Overall survival: randomisation process low risk, missing outcome data some concerns; overall some concerns\">"
            ))
        #expect(page.contains("<a href=\"#risk-of-bias-2\" aria-label=\"ALPHA: overall critical risk\">"))
        #expect(
            page.contains("<h3>RoB 2: <a href=\"../../outcomes/overall-survival/index.html\">Overall survival</a></h3>")
        )
        #expect(
            page.contains(
                "<div><dt>Randomisation process</dt><dd><b>Low risk</b> <span class=\"small\">Central allocation</span></dd></div>"
            ))
        #expect(
            page.contains("Printed in Doe 2020, Figure 2") && page.contains("<q class=\"printed\">Some concerns</q>"))
        let source = try await self.page("sources/review-2020/index.html", Self.judged)
        #expect(source.contains("Risk of bias, RoB 2") && source.contains("studies/alpha/index.html#risk-of-bias-1\""))
    }

    @Test("A question's page shows its direct studies, and names those that nobody judged with the tool")
    func question() async throws {
        var tree = Self.judged
        let page = try await page(Self.question, tree)
        #expect(page.contains("<h2 id=\"risk-of-bias\">Risk of bias, as printed</h2>"))
        #expect(
            page.contains(
                "<a href=\"../../studies/alpha/index.html#risk-of-bias-1\" aria-label=\"ALPHA, Overall survival: randomisation process low risk"
            ))
        #expect(page.contains("No judgement with this tool is recorded for BETA."))
        tree.replace(
            "{study: alpha, role: direct}", with: "{study: alpha, role: indirect}",
            in: "Content/questions/does-it-help.md")
        let other = try await self.page(Self.question, tree)
        #expect(!other.contains("Risk of bias"))
    }

    @Test("Two documents' judgements of one study are two rows that say whose they are")
    func twoDocuments() async throws {
        var tree = Self.judged
        tree["Content/sources/review-2021.yaml"] = (tree["Content/sources/review-2020.yaml"] ?? "").replacing(
            "Doe 2020", with: "Roe 2021")
        tree.replace(
            "  - {tool: ROBINS-I, overall: critical",
            with:
                "  - {tool: rob 2, outcome: overall-survival, overall: high, from: {source: review-2021, at: Figure 3, printed: High}}\n  - {tool: ROBINS-I, overall: critical",
            in: Self.alpha)
        let page = try await page(Self.question, tree)
        #expect(page.contains("aria-label=\"ALPHA, Overall survival; Doe 2020: randomisation process low risk"))
        #expect(
            page.contains(
                "aria-label=\"ALPHA, Overall survival; Roe 2021: randomisation process not judged, missing outcome data not judged; overall high risk\""
            ))
    }

    @Test("Assessments that name more domains than a figure holds are parted, and none is lost")
    func manyDomains() async throws {
        func domains(_ range: ClosedRange<Int>) -> String {
            "[" + range.map { "{domain: Part \($0), judgement: low}" }.joined(separator: ", ") + "]"
        }
        var tree = FileTree.smallAtlas
        tree[Self.alpha] =
            (tree[Self.alpha] ?? "") + """
                riskOfBias:
                  - {tool: Own, domains: \(domains(1...25)), from: {source: review-2020, at: Figure 2, printed: low}}
                  - {tool: Own, domains: \(domains(20...40)), from: {source: review-2020, at: Figure 2, printed: low}}
                  - {tool: Own, domains: \(domains(41...60)), from: {source: review-2020, at: Figure 2, printed: low}}

                """
        let page = try await page(Self.page, tree)
        #expect(page.contains("id=\"judgements-2\"") && !page.contains("id=\"judgements-3\""))
        for index in 1...3 { #expect(page.contains("<a href=\"#risk-of-bias-\(index)\" aria-label")) }
    }

    @Test("Where nothing is recorded nothing is drawn and nothing is said")
    func nothing() async throws {
        let site = try SiteFolder()
        try await site.build()
        for (path, bytes) in try site.contents() where path.hasSuffix(".html") {
            #expect(!String(decoding: bytes, as: UTF8.self).lowercased().contains("risk of bias"), "\(path)")
        }
    }
}
