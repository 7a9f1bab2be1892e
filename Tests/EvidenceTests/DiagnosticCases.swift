import TestSupport
import Testing

/// A mistake in the small atlas. What is said of it is in Goldens/NAME.txt.
struct DiagnosticCase: Sendable, CustomTestStringConvertible {
    var name: String
    var file: String
    var edits: [(String, String)]

    var testDescription: String { name }

    init(_ name: String, _ file: String, _ edits: (String, String)...) {
        self.name = name
        self.file = "Content/" + file
        self.edits = edits
    }

    var tree: FileTree {
        var tree = FileTree.smallAtlas
        for (text, other) in edits {
            // An empty text stands for a whole file that is written anew.
            if text.isEmpty { tree[file] = other } else { tree.replace(text, with: other, in: file) }
        }
        return tree
    }

    private static let alpha = "studies/alpha.yaml"
    private static let beta = "studies/beta.yaml"
    private static let question = "questions/does-it-help.md"

    private static let sourceFile = "sources/review-2020.yaml"

    static let all: [DiagnosticCase] = reading + documents + studies + judgements + results + questions + prose + words

    private static let reading: [DiagnosticCase] = [
        .init("unknown-field", alpha, ("status:", "statis:")),
        .init("unknown-field-in-effect", alpha, ("value: 0.90", "valeu: 0.90")),
        .init("missing-name", alpha, ("name: ALPHA\n", "")),
        .init("empty-field", alpha, ("setting: metastatic", "setting:")),
        .init("wrong-type-text", alpha, ("name: ALPHA", "name: [ALPHA]")),
        .init("wrong-type-list", alpha, ("results:\n  - outcome", "results:\n  outcome")),
        .init("empty-file", alpha, ("", "")),
        .init("not-a-mapping", alpha, ("", "- a\n- b\n")),
        .init("invalid-yaml", alpha, ("name: ALPHA", "name: A: B")),
        .init("invalid-yaml-bracket", alpha, ("conditions: [lung]", "conditions: [lung")),
        .init("duplicate-field", alpha, ("status: completed", "status: completed\nstatus: running")),
        .init("unknown-value", alpha, ("status: completed", "status: complete")),
        .init(
            "repeated-value", question, ("    include:\n", "    columns: [patients, arms, patients]\n    include:\n")),
        .init("unknown-file", "studies/alpha.json", ("", "{}")),
        .init(
            "invalid-id", "studies/Gamma_1.yaml",
            ("", "name: G\ndesign: {kind: cohort}\nstatus: completed\nconditions: [lung]\n")),
        .init("summary-without-study", "studies/alfa.md", ("", "Text.")),
        .init("missing-front-matter", "pages/about.md", ("---\ntitle: About\n---\n", "")),
        .init("open-front-matter", "pages/about.md", ("---\nSee", "See")),
        .init("too-deep", alpha, ("name: ALPHA", "name: " + String(repeating: "[", count: 240))),
        .init(
            "unsafe-base", "site.yaml",
            ("tagline: Two trials", "tagline: Two trials\nbaseURL: https://example.org/?a=1")),
        .init("unsafe-address", "site.yaml", ("https://creativecommons.org/licenses/by/4.0/", "javascript:alert(1)")),
        .init("unknown-page", "site.yaml", ("[about]", "[abuot]")),
        .init("not-a-flag", beta, ("preferred: true", "preferred: perhaps")),
        .init("alias-bomb", alpha, ("", bomb)),
    ]

    private static let documents: [DiagnosticCase] = [
        .init("issued-month", sourceFile, ("issued: 2020", "issued: 2020-13")),
        .init("issued-day", sourceFile, ("issued: 2020", "issued: 2020-02-30")),
        .init("issued-zero", sourceFile, ("issued: 2020", "issued: 2020-00")),
        .init("issued-short", sourceFile, ("issued: 2020", "issued: 20")),
        .init("issued-with-dots", sourceFile, ("issued: 2020", "issued: 13.05.2003")),
        .init("no-language", sourceFile, ("language: en", "language: english")),
        .init("language-of-site", "site.yaml", ("tagline: Two trials", "tagline: Two trials\nlanguage: en_GB")),
        .init("doi-as-address", sourceFile, ("DOI: 10.1000/xyz", "DOI: https://doi.org/10.1000/xyz")),
        .init("no-doi", sourceFile, ("DOI: 10.1000/xyz", "DOI: xyz")),
        .init("control-character", alpha, ("name: ALPHA", "name: AL\u{1B}[31mPHA")),
        .init("control-character-of-direction", "studies/alpha.md", ("ALPHA found", "ALPHA \u{202E}found")),
        .init("control-character-as-escape", alpha, ("name: ALPHA", #"name: "AL\u0007PHA""#)),
        .init(
            "control-character-as-escapes", question, ("title: Does it help?", #"title: "Does \e[2J \x9b help?""#),
            ("short: Treatment", #"short: "a\u2028b""#)),
        .init(
            "control-character-as-reference", "pages/about.md",
            ("See ", "See &#27;[31m `a` [b](https://c.org \"&#x202E;\") ")),
    ]

    /// Each line names the one before twenty times.
    private static let bomb =
        "a0: &a0 x\n"
        + (1...6).map {
            "a\($0): &a\($0) [" + Array(repeating: "*a\($0 - 1)", count: 20).joined(separator: ",") + "]\n"
        }.joined()

    private static let studies: [DiagnosticCase] = [
        .init("unknown-condition", alpha, ("conditions: [lung]", "conditions: [lnug]")),
        .init("unknown-setting", alpha, ("setting: metastatic", "setting: metastatik")),
        .init("unknown-intervention", alpha, ("interventions: [treatment]", "interventions: [surgery]")),
        .init(
            "unknown-source", alpha,
            (
                "{source: review-2020, at: Table 1, printed: \"432\"}",
                "{source: review-2021, at: Table 1, printed: \"432\"}"
            )),
        .init("unknown-study", "studies/pooled.yaml", ("[alpha, beta]", "[alpha, bata]")),
        .init("self-reference", "studies/pooled.yaml", ("[alpha, beta]", "[pooled]")),
        .init("duplicate-name", beta, ("name: BETA", "name: \" Alpha\"")),
        .init("duplicate-arm", alpha, ("id: control", "id: treated")),
        .init(
            "reserved-arm", alpha,
            ("{id: control, role: control, label: Control, n: 216", "{id: all, role: control, label: Control, n: 216")),
        .init("arms-do-not-add-up", alpha, ("label: Control, n: 216", "label: Control, n: 226")),
        .init("not-a-count-of-patients", alpha, ("n: 432", "n: many")),
        .init(
            "missing-provenance", alpha,
            (
                "  - {kind: randomised, n: 432, from: {source: review-2020, at: Table 1, printed: \"432\"}}",
                "  - {kind: randomised, n: 432}"
            )),
        .init("missing-printed", alpha, (", printed: \"432\"", "")),
        .init(
            "enrolment-conflict", alpha,
            (
                "enrolment:\n",
                "enrolment:\n  - {kind: randomised, n: 440, from: {source: review-2020, at: section 2, printed: \"440\"}}\n"
            )),
        .init("unknown-enrolment-arm", alpha, ("{kind: randomised, n: 432", "{kind: randomised, arm: tretaed, n: 432")),
        .init(
            "not-a-date", alpha,
            (
                "status: completed",
                "status: completed\nperiod: {start: spring, from: {source: review-2020, at: x, printed: \"1\"}}"
            )),
        .init(
            "dates-reversed", alpha,
            (
                "status: completed",
                "status: completed\nperiod: {start: 2021, end: 2019-05, from: {source: review-2020, at: x, printed: \"1\"}}"
            )),
        .init(
            "empty-characteristic", alpha,
            (
                "status: completed",
                "status: completed\ncharacteristics:\n  - {name: Age, from: {source: review-2020, at: x, printed: \"1\"}}"
            )),
        .init(
            "characteristic-conflict", alpha,
            (
                "status: completed",
                "status: completed\ncharacteristics:\n  - {name: Age, value: 60, from: {source: review-2020, at: x, printed: \"1\"}}\n  - {name: Age, value: 70, from: {source: review-2020, at: x, printed: \"1\"}}"
            )),
        .init(
            "duplicate-number", alpha,
            (
                "status: completed",
                "status: completed\ncharacteristics:\n  - {id: age, name: Age, value: 60, from: {source: review-2020, at: x, printed: \"1\"}}\n  - {id: age, name: Size, value: 70, from: {source: review-2020, at: x, printed: \"1\"}}"
            )),
    ]

    private static let judgements: [DiagnosticCase] = [
        .init(
            "unknown-judgement", alpha,
            assessed("tool: RoB 2, domains: [{domain: Randomisation process, judgement: lwo}]")),
        .init("unknown-overall", alpha, assessed("tool: RoB 2, overall: some concerns")),
        .init("empty-assessment", alpha, assessed("tool: RoB 2")),
        .init("assessment-without-domains", alpha, assessed("tool: RoB 2, domains: []")),
        .init(
            "duplicate-domain", alpha,
            assessed(
                "tool: RoB 2, domains: [{domain: Missing data, judgement: low}, {domain: missing data, judgement: high}]"
            )),
        .init(
            "too-many-domains", alpha,
            assessed(
                "tool: RoB 2, domains: [" + (1...41).map { "{domain: D\($0), judgement: low}" }.joined(separator: ", ")
                    + "]")),
        .init("domain-without-judgement", alpha, assessed("tool: RoB 2, domains: [{domain: Missing data}]")),
        .init("unknown-outcome-of-assessment", alpha, assessed("tool: RoB 2, outcome: survival, overall: low")),
        .init(
            "assessment-without-provenance", alpha,
            ("status: completed", "status: completed\nriskOfBias:\n  - {tool: RoB 2, overall: low}")),
        .init("assessment-without-tool", alpha, assessed("overall: low")),
        .init(
            "reason-of-a-stage", alpha,
            ("{kind: randomised, n: 432", "{kind: randomised, n: 432, reason: Refused, after: screened")),
        .init(
            "after-no-stage", alpha,
            (
                "enrolment:\n",
                "enrolment:\n  - {kind: lost, after: treated, n: 4, from: {source: review-2020, at: x, printed: \"4\"}}\n"
            )),
        .init(
            "lost-conflict", alpha,
            (
                "enrolment:\n",
                "enrolment:\n  - {kind: lost, n: 4, from: {source: review-2020, at: x, printed: \"4\"}}\n  - {kind: lost, n: 5, from: {source: review-2020, at: y, printed: \"5\"}}\n"
            )),
    ]

    /// An assessment that is added to the study.
    private static func assessed(_ fields: String) -> (String, String) {
        (
            "status: completed",
            "status: completed\nriskOfBias:\n  - {\(fields), from: {source: review-2020, at: Figure 1, printed: low}}"
        )
    }

    private static let results: [DiagnosticCase] = [
        .init("unknown-outcome", alpha, ("outcome: overall-survival", "outcome: overal-survival")),
        .init("unknown-arm", alpha, ("compare: treated/control", "compare: tretaed/control")),
        .init("unknown-arm-in-median", alpha, ("median: {treated: 45", "median: {treatment: 45")),
        .init("reversed-comparison", alpha, ("compare: treated/control", "compare: control/treated")),
        .init("invalid-comparison", alpha, ("compare: treated/control", "compare: treated")),
        .init("comparison-with-itself", alpha, ("compare: treated/control", "compare: control/control")),
        .init("invalid-groups", alpha, ("compare: treated/control", "contrast: prognostic, groups: one")),
        .init("estimate-outside-interval", alpha, ("value: 0.90", "value: 1.90")),
        .init("limits-reversed", alpha, ("low: 0.70, high: 1.14", "low: 1.14, high: 0.70")),
        .init("half-interval", alpha, ("low: 0.70, high: 1.14", "low: 0.70")),
        .init("invalid-level", alpha, ("high: 1.14", "high: 1.14, level: 0.95")),
        .init("effect-not-estimable", alpha, ("value: 0.90", "value: NE")),
        .init("median-not-reported", alpha, ("median: {treated: 45", "median: {treated: NR")),
        .init("ratio-of-zero", alpha, ("value: 0.90, low: 0.70", "value: 0.00, low: 0.00")),
        .init("equal-limits", alpha, ("value: 0.90, low: 0.70, high: 1.14", "value: 1.00, low: 1.00, high: 1.00")),
        .init("rounded-value", alpha, ("value: 0.90, low: 0.70, high: 1.14", "value: 0.00")),
        .init("rounded-limit", alpha, ("value: 0.90, low: 0.70", "value: 0.30, low: 0.00")),
        .init("not-a-number", alpha, ("value: 0.90", "value: \"0,90\"")),
        .init("not-a-p-value", beta, ("p: \"0.27\"", "p: ns")),
        .init("ratio-not-positive", alpha, ("value: 0.90, low: 0.70", "value: -0.90, low: -1.70")),
        .init("asymmetric-interval", alpha, ("high: 1.14", "high: 2.14")),
        .init("p-value-mismatch", beta, ("p: \"0.27\"", "p: \"0.027\"")),
        .init(
            "direction-contradicts-medians", alpha,
            ("value: 0.90, low: 0.70, high: 1.14", "value: 0.70, low: 0.55, high: 0.89"),
            ("treated: 45, control: 43", "treated: 33, control: 43")),
        .init("events-above-total", beta, ("treated: 14/37", "treated: 41/37")),
        .init("not-a-count", beta, ("treated: 14/37", "treated: 14 of 37")),
        .init("not-a-proportion", beta, ("treated: 37.8", "treated: 378")),
        .init("percentage-mismatch", beta, ("treated: 37.8", "treated: 73.8")),
        .init(
            "no-arm-value", beta, ("count: {treated: 14/37, control: 5/38, p: \"0.016\"}", "count: {unit: patients}")),
        .init(
            "empty-result", beta,
            (
                "    count: {treated: 14/37, control: 5/38, p: \"0.016\"}\n    proportion: {treated: 37.8, control: 13.2, unit: \"%\"}\n",
                ""
            )),
        .init("empty-effect", alpha, (", value: 0.90, low: 0.70, high: 1.14", "")),
        .init("interval-of-a-median", alpha, ("treated: 45,", "treated: {value: 45, low: 46, high: 50},")),
        .init(
            "undecided-conflict", beta, ("    preferred: true\n    because: The table agrees with the figure.\n", "")),
        .init(
            "twice-preferred", beta,
            (
                "    outcome: overall-survival\n",
                "    outcome: overall-survival\n    preferred: true\n    because: The text is right.\n"
            )),
        .init("empty-provenance", alpha, ("from: {source: review-2020, at: Table 1, printed: \"432\"}", "from: []")),
        .init("empty-printed", alpha, ("printed: \"432\"", "printed: []")),
        .init("empty-conditions", alpha, ("conditions: [lung]", "conditions: []")),
        .init(
            "date-with-day", alpha,
            (
                "status: completed",
                "status: completed\nperiod: {end: 2020-05-31, from: {source: review-2020, at: x, printed: \"1\"}}"
            )),
        .init("preferred-without-reason", beta, ("    because: The table agrees with the figure.\n", "")),
        .init("duplicate-result", beta, ("id: overall-survival-text", "id: response")),
        .init("reserved-result", beta, ("id: overall-survival-text", "id: randomised")),
    ]

    private static let questions: [DiagnosticCase] = [
        .init("question-unknown-study", question, ("{study: alpha, role: direct}", "{study: aplha, role: direct}")),
        .init("question-duplicate-study", question, ("{study: beta, role: direct}", "{study: alpha, role: direct}")),
        .init(
            "unknown-result", question,
            ("{study: alpha, result: overall-survival}", "{study: alpha, result: overall-survivl}")),
        .init("study-not-in-question", question, ("  - {study: alpha, role: direct}\n", "")),
        .init(
            "wrong-outcome", question, ("{study: beta, result: overall-survival}", "{study: beta, result: response}")),
        .init("wrong-measure", question, ("measure: HR", "measure: OR")),
        .init(
            "no-standard-error", alpha, (", low: 0.70, high: 1.14", ""),
            ("median: {treated: 45, control: 43, unit: months}", "p: \"0.4\"")),
        .init(
            "doubtful-value-pooled", beta, ("    preferred: true\n", "    preferred: true\n    doubt: Misprinted.\n")),
        .init(
            "other-value-preferred", question,
            ("{study: beta, result: overall-survival}", "{study: beta, result: overall-survival-text}")),
        .init(
            "patients-counted-twice", question,
            (
                "      - {study: beta, result: overall-survival}\n",
                "      - {study: beta, result: overall-survival}\n      - {study: pooled, result: overall-survival}\n"
            )),
        .init("published-of-another-measure", "studies/pooled.yaml", ("measure: HR", "measure: OR")),
        .init(
            "same-study-twice", question,
            ("      - {study: beta, result: overall-survival}\n", "      - {study: alpha, result: overall-survival}\n")),
        .init("not-pooled-without-reason", question, ("    model: common\n", "    pool: false\n")),
        .init(
            "entry-not-pooled-without-reason", question,
            (
                "result: overall-survival}\n      - {study: beta",
                "result: overall-survival, pooled: false}\n      - {study: beta"
            )),
        .init("one-favours-label", question, ("favours: [treatment, control]", "favours: [treatment]")),
        .init(
            "no-include", question,
            (
                "    include:\n      - {study: alpha, result: overall-survival}\n      - {study: beta, result: overall-survival}\n",
                ""
            )),
        .init(
            "duplicate-synthesis", question,
            (
                "syntheses:\n",
                "syntheses:\n  - {id: os, title: A, outcome: overall-survival, measure: HR, pool: false, because: b, include: []}\n"
            )),
        .init(
            "absolute-without-event", question,
            ("    include:\n", "    absolute: {study: alpha, result: overall-survival, arm: control}\n    include:\n")),
        .init(
            "absolute-unknown-result", question,
            (
                "    include:\n",
                "    absolute: {study: alpha, result: overall-survivl, arm: control, event: die}\n    include:\n"
            )),
        .init(
            "absolute-wrong-outcome", question,
            (
                "    include:\n",
                "    absolute: {study: beta, result: response, arm: control, event: respond}\n    include:\n"
            )),
        .init(
            "not-a-control-arm", question,
            (
                "    include:\n",
                "    absolute: {study: alpha, result: overall-survival, arm: treated, event: die}\n    include:\n"
            )),
        .init(
            "no-rate-at-a-time", question,
            (
                "    include:\n",
                "    absolute: {study: alpha, result: overall-survival, arm: control, event: die}\n    include:\n"
            )),
        .init(
            "no-hazard-ratio", question,
            (
                "    include:\n",
                "    absolute: {study: pooled, result: overall-survival, arm: control, event: die}\n    include:\n"
            ), ("    model: common\n", "    pool: false\n    because: They differ.\n")),
    ]

    private static let prose: [DiagnosticCase] = [
        .init("dangling-study", question, ("study:alpha)", "study:alhpa)")),
        .init("dangling-term", question, ("term:trial", "term:trail")),
        .init("dangling-source", question, ("[@review-2020, Table 1]", "[@review-2002, Table 1]")),
        .init("dangling-question", "pages/about.md", ("question:does-it-help", "question:does-it-hurt")),
        .init("dangling-page", "pages/about.md", ("question:does-it-help", "page:abuot")),
        .init("dangling-source-link", "pages/about.md", ("question:does-it-help", "source:review")),
        .init(
            "unknown-part", "studies/alpha.md",
            ("value:alpha/overall-survival", "value:alpha/overall-survival/proportion")),
        .init(
            "unknown-arm-of-value", "studies/alpha.md",
            ("value:alpha/overall-survival", "value:alpha/overall-survival/median/placebo")),
        .init("unknown-number", "studies/alpha.md", ("value:alpha/overall-survival", "value:alpha/planned")),
        .init("short-value-address", "studies/alpha.md", ("value:alpha/overall-survival", "value:alpha")),
        .init(
            "value-text-differs", "studies/alpha.md",
            ("[](value:alpha/overall-survival)", "[HR 0.80 (95% CI 0.70 to 1.14)](value:alpha/overall-survival)")),
        .init("pooled-text-differs", question, ("Together: [](pooled:os)", "Together: [HR 0.50](pooled:os)")),
        .init("unknown-synthesis", question, ("![](forest:os)", "![](forest:pfs)")),
        .init("synthesis-without-question", "pages/about.md", ("[](question:does-it-help)", "[](pooled:os)")),
        .init("not-pooled", question, ("    model: common\n", "    pool: false\n    because: They differ.\n")),
        .init("unknown-scheme", "pages/about.md", ("question:does-it-help", "javascript:alert(1)")),
        .init("relative-link", "pages/about.md", ("question:does-it-help", "../x.html")),
        .init(
            "unknown-heading", "pages/about.md",
            ("See [](question:does-it-help)", "## Data\n\nSee [it](#dta) and [it](#data)")),
        .init("heading-where-none-is", "pages/about.md", ("[](question:does-it-help)", "[it](#data)")),
        .init("empty-link", "pages/about.md", ("[](question:does-it-help)", "[x]()")),
        .init(
            "table-too-wide", "pages/about.md",
            ("See ", String(repeating: "|a", count: 120) + "|\n" + String(repeating: "|-", count: 120) + "|\n\nSee ")),
        .init(
            "paragraph-too-long", "pages/about.md",
            ("See ", String(repeating: "Too much of it. ", count: 1_100) + "\n\nSee ")),
        .init(
            "notes", "pages/about.md",
            ("See ", "One[^a], two[^b].\n\n[^a]: A note.\n[^a]: Another.\n[^c]: A lost one.\n\nSee ")),
        .init("second-link", "pages/about.md", ("See ", "See [x](../a/) and [y](/a/) and\n[z](/b/) ")),
        .init(
            "citation-of-nothing", "pages/about.md", ("See ", "As said [@smith_2020, T1] and [@review-2020, T2]. See ")),
        .init("plot-in-text", question, ("![](forest:os)", "See ![](forest:os) here.")),
        .init("repeated-plot", question, ("![](forest:os)", "![](forest:os)\n\n![](forest:os)")),
        .init("not-an-image", "pages/about.md", ("[](question:does-it-help)", "![](study:alpha)")),
        .init("raw-html", "pages/about.md", ("See ", "See <b>this</b> ")),
        .init("unbound-number", "studies/alpha.md", ("[@review-2020, Table 1].", "with a median of 45 months.")),
    ]

    private static let words: [DiagnosticCase] = [
        .init("duplicate-word", "vocabulary/more.yaml", ("", "terms:\n  trial: {label: Trial, definition: Again.}\n")),
        .init("unknown-parent", "vocabulary/words.yaml", ("parent: cancer", "parent: cancre")),
        .init(
            "too-deep-vocabulary", "vocabulary/more.yaml",
            (
                "",
                "terms:\n"
                    + (0...22).map {
                        "  t\($0): {label: T\($0), definition: A word.\($0 > 0 ? ", parent: t\($0 - 1)" : "")}\n"
                    }.joined()
            )),
        .init(
            "circular-parent", "vocabulary/words.yaml",
            (
                "cancer: {label: Cancer, definition: A disease.}",
                "cancer: {label: Cancer, definition: A disease., parent: lung}"
            )),
    ]
}
