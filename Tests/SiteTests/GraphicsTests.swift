import Tables
import TestSupport
import Testing

@testable import Evidence
@testable import Site

@Suite("Graphics in pages")
struct GraphicsTests {
    private static let thin = "\u{202F}"

    private func page(_ path: String, _ tree: FileTree = .smallAtlas) async throws -> String {
        let site = try SiteFolder(tree)
        let report = try await site.build()
        #expect(report.isPublished)
        return try #require(site.read("Public/" + path))
    }

    private static let question = "questions/does-it-help/index.html"

    // MARK: Medians

    @Test("Medians stand arm beside arm, once as marks and once as a table")
    func medians() async throws {
        let page = try await page(Self.question)
        #expect(page.contains("<h2 id=\"medians\">Medians, without pooling</h2>"))
        #expect(page.contains("id=\"medians-overall-survival\""))
        #expect(
            page.contains(
                "aria-label=\"ALPHA, randomised trial: median overall survival 45 months with Treatment, 43 months with Control\""
            ))
        #expect(
            page.contains(
                "href=\"../../studies/alpha/index.html#result-overall-survival\">ALPHA</a></th>\n<td class=\"number\">45</td>\n<td class=\"number\">43</td>\n<td>Randomised trial</td>\n<td>Treatment vs Control</td>"
            ))
        #expect(!page.contains("aria-label=\"BETA, randomised trial: Median"))
        // A single group of rows has no heading.
        #expect(!page.contains("aria-label=\"Randomised trials\""))
    }

    @Test("Medians are grouped by how patients came to their treatment, direct before indirect")
    func medianGroups() async throws {
        var tree = FileTree.smallAtlas
        let file = "Content/questions/does-it-help.md"
        func add(
            _ name: String, _ design: String, role: String, median: String = "{treated: 30, control: 20, unit: months}"
        ) {
            let id = name.lowercased()
            tree["Content/studies/\(id).yaml"] = """
                name: \(name)
                design: {kind: \(design)}
                status: completed
                conditions: [lung]
                arms:
                  - {id: treated, role: experimental, label: Surgery}
                  - {id: control, role: control, label: No surgery}
                results:
                  - outcome: overall-survival
                    median: \(median)
                    from: {source: review-2020, at: Table 4, printed: "30, 20"}

                """
            tree.replace(
                "  - {study: beta, role: direct}\n",
                with:
                    "  - {study: beta, role: direct}\n  - {study: \(id), role: \(role)\(role == "direct" ? "" : ", because: Other patients")}\n",
                in: file)
        }
        add("DELTA", "registry", role: "direct")
        add("GAMMA", "cohort", role: "indirect")
        add("OMEGA", "cohort", role: "indirect", median: "{all: 30, unit: months}")
        let page = try await page(Self.question, tree)
        let figure = try #require(page.split(separator: "id=\"medians-overall-survival\"").last)
        let labels = figure.split(separator: "aria-label=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        #expect(
            labels.filter { !$0.hasPrefix("Median") }.prefix(7) == [
                "Randomised trials",
                "ALPHA, randomised trial: median overall survival 45 months with Treatment, 43 months with Control",
                "Not randomised: someone chose who was treated",
                "DELTA, registry, not randomised: median overall survival 30 months with Surgery, 20 months with No surgery",
                "GAMMA, cohort, not randomised, indirect: median overall survival 30 months with Surgery, 20 months with No surgery",
                "One group", "OMEGA, cohort, indirect: median overall survival 30 months, one group, not compared",
            ])
        #expect(figure.contains("<tr class=\"row-group\">\n<th scope=\"row\">Randomised trials</th>"))
        #expect(figure.contains("<td>Cohort, not randomised, indirect</td>"))
    }

    @Test("Where nothing was randomised and no heading says so, a note does")
    func medianNote() async throws {
        var tree = FileTree.smallAtlas
        let words = "Not randomised: someone chose who was treated."
        #expect(try await !page(Self.question, tree).contains(words))
        tree.replace(
            "design: {kind: randomised, phase: \"3\"}", with: "design: {kind: cohort}", in: "Content/studies/alpha.yaml"
        )
        #expect(try await page(Self.question, tree).contains(words))
    }

    @Test("A median that is not reached has a lane of its own; that of one group a square; a conflict is marked")
    func medianKinds() async throws {
        var tree = FileTree.smallAtlas
        tree.replace(
            "median: {treated: 45, control: 43, unit: months}",
            with: "median: {treated: not reached, control: 43, unit: months}",
            in: "Content/studies/alpha.yaml")
        tree.replace(
            "  - outcome: response",
            with: """
                  - id: os-median
                    outcome: overall-survival
                    median: {all: 2, unit: years}
                    preferred: true
                    because: The table agrees with the figure.
                    from: {source: review-2020, at: section 2, printed: "2 years"}
                  - id: os-median-text
                    outcome: overall-survival
                    median: {all: 3, unit: years}
                    from: {source: review-2020, at: section 4, printed: "3 years"}
                  - outcome: response
                """, in: "Content/studies/beta.yaml")
        let page = try await page(Self.question, tree)
        #expect(
            page.contains(
                "aria-label=\"ALPHA, randomised trial: median overall survival not reached with Treatment, 43 months with Control\""
            ))
        #expect(page.contains("plot-lane") && page.contains("NR: not reached within follow-up."))
        #expect(
            page.contains(
                "aria-label=\"BETA\u{00A0}*, randomised trial: median overall survival 24 months, one group, not compared\""
            ))
        #expect(page.contains("all patients together; printed in years"))
        #expect(page.contains("* Documents print other values as well; the page of the study has them all."))
    }

    @Test(
        "Of several results the whole study's preferred one is shown, then the first; a single population is better than nothing"
    )
    func choice() throws {
        func study(_ results: [(id: String, population: String?, isPreferred: Bool)]) -> Study {
            var study = Study(
                id: "s", name: "S", design: Design(kind: .cohort), status: .completed,
                text: .init(file: "s.yaml", text: ""))
            study.results = results.map { entry in
                var result = StudyResult(
                    id: entry.id, outcome: Marked("os", .start), population: entry.population, mark: .start)
                result.isPreferred = entry.isPreferred
                result.values = [ArmValues(kind: .median, entries: [], unit: .time(.months), mark: .start)]
                return result
            }
            study.complete()
            return study
        }
        func chosen(_ results: [(String, String?, Bool)]) -> String? {
            StudyMedians(study(results.map { (id: $0.0, population: $0.1, isPreferred: $0.2) })).results["os"]?.id
        }
        #expect(chosen([("a", nil, false), ("b", nil, true)]) == "b")
        #expect(chosen([("a", "few", true), ("b", nil, false), ("c", nil, false)]) == "b")
        #expect(chosen([("a", "few", false)]) == "a")
        #expect(chosen([("a", "few", false), ("b", "many", false)]) == nil)
    }

    // MARK: Main effects

    @Test("Each study that answers the question has its main effect as a small plot with a title")
    func sparks() async throws {
        let page = try await page(Self.question)
        let sentence = "ALPHA, overall survival: HR 0.90 (95\(Self.thin)% CI 0.70 to 1.14)"
        #expect(page.contains("role=\"img\" aria-label=\"\(sentence)\"><title>\(sentence)</title>"))
        #expect(page.contains("<span class=\"row-note\">OS: HR 0.92 (95\(Self.thin)% CI 0.80 to 1.06)</span>"))
        // The table of context has none.
        #expect(page.split(separator: "plot-spark").count == 3)
    }

    @Test("The other printed value is drawn below the one that is used")
    func alternatives() async throws {
        let page = try await page(Self.question)
        #expect(page.contains("class=\"plot-row-alternative\""))
        #expect(
            page.contains("Doe 2020, section 2: hazard ratio 0.85")
                || page.contains("BETA, Doe 2020, section 2: hazard ratio 0.85"))
        #expect(page.contains("Small mark: another printed value, not used."))
    }

    @Test("An interval of another level is said to be derived, not to be missing")
    func derived() async throws {
        var tree = FileTree.smallAtlas
        tree.replace(
            "low: 0.70, high: 1.14", with: "low: 0.73, high: 1.10, level: 90", in: "Content/studies/alpha.yaml")
        let page = try await page(Self.question, tree)
        #expect(page.contains("† 95\u{202F}% interval derived: none, or one of another level, is printed."))
    }

    @Test("A study has its main effect beside it wherever it is listed")
    func sparksInLists() async throws {
        let site = try SiteFolder()
        try await site.build()
        let sentence = "BETA, overall survival: HR 0.92 (95\(Self.thin)% CI 0.80 to 1.06)"
        for path in ["studies", "conditions/lung", "outcomes/overall-survival", "interventions/treatment"] {
            let page = try #require(site.read("Public/\(path)/index.html"))
            let expected =
                path == "interventions/treatment"
                ? sentence.replacing("BETA", with: "ALPHA").replacing("0.92", with: "0.90").replacing(
                    "0.80 to 1.06", with: "0.70 to 1.14") : sentence
            #expect(page.contains("role=\"img\" aria-label=\"\(expected)\""), "\(path)")
        }
        // An outcome without a ratio has no small plots.
        #expect(try #require(site.read("Public/outcomes/response/index.html")).contains("plot-spark") == false)
    }

    @Test("A plan names the columns and the order of its plot")
    func columnsAndOrder() async throws {
        var tree = FileTree.smallAtlas
        let file = "Content/questions/does-it-help.md"
        tree.replace(
            "    include:\n", with: "    columns: [arms, phase, setting]\n    sort: weight\n    include:\n", in: file)
        let page = try await page(Self.question, tree)
        for header in ["Treatment,", "Control,", "Phase", "Setting"] {
            #expect(page.contains("font-weight=\"bold\">\(header)</text>"), "\(header)")
        }
        #expect(!page.contains("font-weight=\"bold\">Patients</text>"))
        let names = page.split(separator: "class=\"plot-label\"").dropFirst().compactMap { part in
            ["ALPHA", "BETA"].first { part.prefix(200).contains(">\($0)</text>") }
        }
        #expect(names.prefix(2) == ["BETA", "ALPHA"])
        tree.replace("columns: [arms, phase, setting]", with: "columns: [arms, fase, arms]", in: file)
        let site = try SiteFolder(tree)
        let report = try await site.build()
        #expect(report.diagnostics.sorted.map(\.diagnostic.identifier) == ["unknown-value", "repeated-value"])
    }

    @Test("Groups have their own diamonds, and the test between them says when it can see little")
    func groups() async throws {
        var tree = FileTree.smallAtlas
        tree["Content/studies/gamma.yaml"] = tree["Content/studies/alpha.yaml"]?.replacing("ALPHA", with: "GAMMA")
        let file = "Content/questions/does-it-help.md"
        tree.replace(
            "  - {study: beta, role: direct}\n",
            with: "  - {study: beta, role: direct}\n  - {study: gamma, role: direct}\n", in: file)
        tree.replace(
            "      - {study: alpha, result: overall-survival}\n      - {study: beta, result: overall-survival}\n",
            with:
                "      - {study: alpha, result: overall-survival, group: Small}\n      - {study: gamma, result: overall-survival, group: Small}\n      - {study: beta, result: overall-survival, group: Large}\n",
            in: file)
        let page = try await page(Self.question, tree)
        // Two equal studies: the same estimate, an interval narrower by the root of two on the log scale.
        #expect(
            page.contains(
                "aria-label=\"Small, 2 studies: pooled hazard ratio 0.90, 95\u{202F}% CI 0.76 to 1.07, includes 1, weight 40.0\u{202F}%\""
            ))
        #expect(!page.contains("Large, 1"))
        #expect(
            page.contains(
                "Test between groups: \("Q = 0.04, df = 1, p = 0.85".keptTogether); with so few studies a difference is easily missed"
            ))
        #expect(page.contains("Diamonds of groups: common effect within the group, Wald interval."))
    }

    // MARK: Three studies

    @Test("With three pooled studies the result without each is drawn, with two not")
    func influence() async throws {
        var tree = FileTree.smallAtlas
        #expect(try await page(Self.question, tree).contains("id=\"influence-os\"") == false)
        tree["Content/studies/gamma.yaml"] = tree["Content/studies/alpha.yaml"]?.replacing("ALPHA", with: "GAMMA")
        let file = "Content/questions/does-it-help.md"
        tree.replace(
            "  - {study: beta, role: direct}\n",
            with: "  - {study: beta, role: direct}\n  - {study: gamma, role: direct}\n", in: file)
        tree.replace(
            "      - {study: beta, result: overall-survival}\n",
            with: "      - {study: beta, result: overall-survival}\n      - {study: gamma, result: overall-survival}\n",
            in: file)
        let page = try await page(Self.question, tree)
        #expect(page.contains("id=\"influence-os\""))
        // Without GAMMA the two others are left, whose pooled result is known.
        #expect(
            page.contains(
                "aria-label=\"Without GAMMA: pooled hazard ratio 0.91, 95\u{202F}% CI 0.81 to 1.03, includes 1\""))
    }

    // MARK: Ten studies

    @Test("Funnel, Galbraith and Baujat plots come with ten pooled studies, not before", arguments: [9, 10])
    func bias(_ count: Int) async throws {
        var tree = FileTree.smallAtlas
        var members = ""
        var items = ""
        for index in 3...count {
            tree["Content/studies/more-\(index).yaml"] = """
                name: MORE \(index)
                design: {kind: randomised}
                status: completed
                conditions: [lung]
                arms:
                  - {id: treated, role: experimental, label: Treatment}
                  - {id: control, role: control, label: Control}
                results:
                  - outcome: overall-survival
                    effect: {measure: HR, compare: treated/control, value: 0.90, low: 0.70, high: 1.14}
                    from: {source: review-2020, at: Table \(index), printed: "HR 0.90 (0.70–1.14)"}

                """
            members += "  - {study: more-\(index), role: direct}\n"
            items += "      - {study: more-\(index), result: overall-survival}\n"
        }
        let file = "Content/questions/does-it-help.md"
        tree.replace("  - {study: beta, role: direct}\n", with: "  - {study: beta, role: direct}\n" + members, in: file)
        tree.replace(
            "      - {study: beta, result: overall-survival}\n",
            with: "      - {study: beta, result: overall-survival}\n" + items, in: file)
        let page = try await page(Self.question, tree)
        for kind in ["funnel", "galbraith", "baujat"] { #expect(page.contains("id=\"\(kind)-os\"") == (count == 10)) }
    }

    // MARK: Absolute effect

    @Test("A control arm's rate at a time and the pooled ratio give a picture of a hundred patients")
    func absolute() async throws {
        var tree = FileTree.smallAtlas
        tree["Content/studies/alpha.yaml"] =
            (tree["Content/studies/alpha.yaml"] ?? "") + """
                  - id: os-2-years
                    outcome: overall-survival
                    time: {value: 2, unit: years}
                    proportion: {treated: 62, control: 60, unit: "%"}
                    from: {source: review-2020, at: Table 2, printed: "62% vs 60%"}

                """
        let file = "Content/questions/does-it-help.md"
        tree.replace(
            "    include:\n",
            with: "    absolute: {study: alpha, result: os-2-years, arm: control, event: die}\n    include:\n", in: file
        )
        // 0.60 to the power 0.915 is 0.627.
        let pooled = try await page(Self.question, tree)
        #expect(
            pooled.contains(
                "<p>Of 100 people, 40 die within 2 years with control and 37 with treatment: 3 fewer (95\u{202F}% CI 6 fewer to 1 more).</p>"
            ))
        #expect(
            pooled.contains(
                "Computed from the pooled hazard ratio and the rate of the control arm of ALPHA at 2 years, 60\(Self.thin)% without the event"
            ))
        #expect(pooled.contains("href=\"../../studies/alpha/index.html#result-os-2-years\">ALPHA, Control</a>"))
        // Without pooling the study's own ratio of 0.90: 0.631.
        tree.replace("    model: common\n", with: "    pool: false\n    because: They differ.\n", in: file)
        tree.replace("answer: \"Perhaps: [](pooled:os).\"\n", with: "", in: file)
        tree.replace("Together: [](pooled:os).", with: "", in: file)
        let own = try await page(Self.question, tree)
        #expect(own.contains("Computed from the hazard ratio of ALPHA and"))
    }

    // MARK: Map, lists, running trials

    @Test("Each cell of the map leads to its list, and what has no setting has a cell too")
    func map() async throws {
        let map = try await page("map/index.html")
        #expect(
            map.contains(
                "<a href=\"../conditions/lung/index.html#setting-metastatic\" aria-label=\"Lung cancer, Metastatic: 1 randomised\">"
            ))
        #expect(map.contains("<a href=\"../conditions/lung/index.html#no-setting\""))
        // No study bears 'cancer' itself: a gap that stays visible.
        #expect(map.contains("aria-label=\"Cancer\""))
        #expect(map.contains("Studies of patients counted: 2,") && map.contains("surveys not counted: 1."))
    }

    @Test("Treatments have a map of their own, and each of its cells its list")
    func treatments() async throws {
        let site = try SiteFolder()
        try await site.build()
        let map = try #require(site.read("Public/map/index.html"))
        #expect(
            map.contains(
                "<a href=\"../interventions/treatment/index.html#condition-lung\" aria-label=\"Treatment, Lung cancer: 1 randomised\">"
            ))
        let list = try #require(site.read("Public/interventions/treatment/index.html"))
        #expect(list.contains("<h3 id=\"condition-lung\">Lung cancer <span class=\"abbreviation\">1</span></h3>"))
    }

    @Test("What all arms have is no treatment under test, and a secondary analysis is no other study")
    func background() async throws {
        var tree = FileTree.smallAtlas
        tree.replace(
            "interventions: [treatment], n: 216", with: "interventions: [treatment, waiting], n: 216",
            in: "Content/studies/alpha.yaml")
        tree.replace(
            "role: control, label: Control, n: 216",
            with: "role: control, label: Control, interventions: [waiting], n: 216", in: "Content/studies/alpha.yaml")
        tree.replace(
            "  treatment: {", with: "  waiting: {label: Waiting, definition: Nothing is done.}\n  treatment: {",
            in: "Content/vocabulary/words.yaml")
        tree["Content/studies/again.yaml"] = """
            name: AGAIN
            design: {kind: randomised}
            status: completed
            conditions: [lung]
            setting: metastatic
            partOf: alpha
            arms:
              - {id: treated, role: experimental, label: Treatment, interventions: [treatment]}
              - {id: control, role: control, label: Control}
            results:
              - outcome: overall-survival
                population: few
                effect: {measure: HR, compare: treated/control, value: 0.5, low: 0.25, high: 1}
                from: {source: review-2020, at: Table 9, printed: "HR 0.5 (0.25–1)"}

            """
        let site = try SiteFolder(tree)
        try await site.build()
        let map = try #require(site.read("Public/map/index.html"))
        #expect(!map.contains("Waiting"))
        #expect(map.contains("aria-label=\"Treatment, Lung cancer: 1 randomised\""))
        #expect(map.contains("aria-label=\"Lung cancer, Metastatic: 1 randomised\""))
    }

    @Test("An effect in a part of the patients says so where studies are listed")
    func partOfThePatients() async throws {
        var tree = FileTree.smallAtlas
        tree.replace(
            "  - outcome: overall-survival\n",
            with: "  - outcome: overall-survival\n    population: men\n    subgroup: true\n",
            in: "Content/studies/alpha.yaml")
        let page = try await page("studies/index.html", tree)
        #expect(page.contains("aria-label=\"ALPHA, overall survival, men: HR 0.90 "))
        #expect(!page.contains("aria-label=\"ALPHA, overall survival: HR"))
    }

    @Test("What only a control arm had is listed apart and not on the map")
    func comparisons() async throws {
        var tree = FileTree.smallAtlas
        tree.replace(
            "role: control, label: Control, n: 216",
            with: "role: control, label: Control, interventions: [waiting], n: 216", in: "Content/studies/alpha.yaml")
        tree.replace(
            "  treatment: {", with: "  waiting: {label: Waiting, definition: Nothing is done.}\n  treatment: {",
            in: "Content/vocabulary/words.yaml")
        let site = try SiteFolder(tree)
        try await site.build()
        let map = try #require(site.read("Public/map/index.html"))
        #expect(!map.contains("Waiting"))
        let list = try #require(site.read("Public/interventions/waiting/index.html"))
        #expect(
            list.contains(
                "<h3 id=\"comparison\">Only as background or comparison <span class=\"abbreviation\">1</span></h3>"))
    }

    @Test("Every plot of a page is a file of its own as well, without links, and the page leads to it")
    func files() async throws {
        let site = try SiteFolder()
        try await site.build()
        for (page, file) in [
            (Self.question, "questions/does-it-help/medians-overall-survival.svg"),
            (Self.question, "questions/does-it-help/os/forest.svg"),
            ("map/index.html", "map/settings.svg"), ("map/index.html", "map/treatments.svg"),
        ] {
            let svg = try #require(site.read("Public/\(file)"))
            #expect(
                svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\"") && svg.contains("<title>")
                    && svg.contains("<style>"))
            #expect(!svg.contains("<a ") && !svg.contains("href"))
            let root = String(repeating: "../", count: page.split(separator: "/").count - 1)
            #expect(try #require(site.read("Public/\(page)")).contains("<a href=\"\(root)\(file)\">Plot (SVG)"))
        }
    }

    @Test("What cannot be drawn is an error that says where, and nothing is published")
    func undrawable() async throws {
        let site = try SiteFolder()
        try site.write(
            (FileTree.smallAtlas["Content/studies/alpha.yaml"] ?? "")
                .replacing(
                    "value: 0.90, low: 0.70, high: 1.14",
                    with: "value: 9000000000000, low: 900000000000, high: 90000000000000"
                )
                .replacing("    median: {treated: 45, control: 43, unit: months}\n", with: "")
                .replacing("HR 0.90 (0.70–1.14)", with: "HR 9000000000000 (900000000000–90000000000000)"),
            to: "Content/studies/alpha.yaml")
        let report = try await site.build()
        #expect(!report.isPublished)
        let problem = report.diagnostics.sorted.map(\.diagnostic).first { $0.identifier == "cannot-be-drawn" }
        #expect(report.diagnostics.sorted.map(\.diagnostic.identifier) == ["cannot-be-drawn"])
        #expect(
            problem?.summary
                == "the plot 'Overall survival' cannot be drawn: 'ALPHA' has a number too large or too small to draw")
        #expect(problem?.place?.file.hasSuffix("questions/does-it-help.md") == true && problem?.place?.line == 16)
    }

    @Test("A condition has its studies by setting, its questions, and its place among the words")
    func entries() async throws {
        let site = try SiteFolder()
        try await site.build()
        let lung = try #require(site.read("Public/conditions/lung/index.html"))
        #expect(lung.contains("<h3 id=\"setting-metastatic\">Metastatic <span class=\"abbreviation\">1</span></h3>"))
        #expect(lung.contains("<h3 id=\"no-setting\">Setting not stated <span class=\"abbreviation\">1</span></h3>"))
        #expect(
            lung.contains(
                "<p class=\"beside-title\">Secondary analyses, reviews, meta-analyses, guidelines and surveys</p>"))
        #expect(lung.contains("<dt>Part of</dt><dd><a href=\"../../conditions/cancer/index.html\">Cancer</a></dd>"))
        #expect(lung.contains("<li><a href=\"../../questions/does-it-help/index.html\">Does it help?</a></li>"))
        let cancer = try #require(site.read("Public/conditions/cancer/index.html"))
        #expect(cancer.contains("<a href=\"../../conditions/lung/index.html\">Lung cancer</a> (3)"))
        #expect(
            cancer.contains(
                "No study of the atlas bears this word itself; those of narrower entries are on their own pages."))
        let outcome = try #require(site.read("Public/outcomes/overall-survival/index.html"))
        #expect(
            outcome.contains(
                "<li><a href=\"../../questions/does-it-help/index.html#synthesis-os\">Treatment: Overall survival</a></li>"
            ))
        #expect(
            site.exists("Public/settings/metastatic/index.html")
                && site.exists("Public/interventions/treatment/index.html"))
        #expect(!site.exists("Public/terms"))
        // A term stays in the glossary.
        let question = try #require(site.read("Public/" + Self.question))
        #expect(question.contains("href=\"../../glossary/index.html#term-trial\""))
        #expect(question.contains("href=\"../../outcomes/overall-survival/index.html\""))
    }

    @Test("Running trials are listed by disease, and those with a date are on the timeline")
    func ongoing() async throws {
        var tree = FileTree.smallAtlas
        tree.replace(
            "status: completed",
            with:
                "status: running\nperiod: {start: 2020-09, end: 2027, from: {source: review-2020, at: Table 3, printed: \"2027\"}}",
            in: "Content/studies/alpha.yaml")
        tree.replace("status: completed", with: "status: planned", in: "Content/studies/beta.yaml")
        tree.replace(
            "navigation: [questions, studies]", with: "navigation: [questions, map, studies, ongoing]",
            in: "Content/site.yaml")
        let page = try await page("ongoing/index.html", tree)
        #expect(page.contains("2 trials are running or planned"))
        #expect(page.contains("For 1 of them a document prints"))
        #expect(page.contains("aria-label=\"ALPHA: running, started Sep 2020, end 2027, 432 patients\""))
        #expect(
            page.contains(
                "<td data-label=\"Planned end\">2027</td>\n<td data-label=\"Question\"><a href=\"../questions/does-it-help/index.html\">Treatment</a></td>"
            ))
        #expect(page.contains("<td data-label=\"What it compares\">Treatment vs Control</td>"))
        #expect(page.contains("<span class=\"tag\">planned</span>"))
        #expect(page.contains("aria-current=\"true\">Running trials</a>"))
        let none = try await self.page("ongoing/index.html")
        #expect(
            none.contains("0 trials are running or planned") && none.contains("<p>No running trial is recorded.</p>"))
    }

    @Test("A page must not take the address of the map")
    func reserved() async throws {
        let site = try SiteFolder()
        try site.write("---\ntitle: Map\n---\nText.\n", to: "Content/pages/map.md")
        let report = try await site.build()
        #expect(report.diagnostics.sorted.contains { $0.diagnostic.identifier == "address-taken" })
    }
}
