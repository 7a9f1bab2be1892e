import Testing

@testable import TemplateEngine

@Suite("Views, traces and the host")
struct ViewTests {
    static let node: RecordType = RecordType(
        "Node", [.init("title", .text, "The title"), .init("children", .list(.recursive { node }), "What is below")])

    static func render(
        _ templates: [(String, String)], views: [String: RecordType] = [:], _ root: Value, trace: RenderTrace? = nil
    ) throws -> String {
        let environment = try TemplateEnvironment(
            sources: templates.map { TemplateSource(name: $0.0, text: $0.1) }, views: views,
            globals: ["site": ["name": "Atlas"]],
            filters: ["shout": { .string(($0[0].text ?? "") + "!") }],
            functions: ["asset": { .string("/assets/" + ($0[0].text ?? "")) }])
        return try #require(environment.template(named: templates[0].0)).render(root, trace: trace)
    }

    static let templates = [
        (
            "page.html",
            "{% extends 'base.html' %}{% block main %}{% include 'part.html' %}{% if 0 %}{% include 'other.html' %}{% endif %}{% endblock %}"
        ),
        (
            "base.html",
            "{{ site.name }}: {% block main %}{% endblock %}{% if toc is defined %}{{ toc.title }}{% endif %}"
        ),
        ("part.html", "{{ study.name }}"), ("other.html", "{{ title }}"),
    ]

    @Test("a view that lacks a guarded name") func guarded() throws {
        #expect(
            try Self.render(Self.templates, views: ["page.html": DiagnosticCase.page], DiagnosticCase.data)
                == "Atlas: SABR-COMET")
    }

    @Test("a trace names what was read, not what could have been") func trace() throws {
        let trace = RenderTrace()
        _ = try Self.render(
            Self.templates, views: ["page.html": DiagnosticCase.page], DiagnosticCase.data, trace: trace)
        #expect(trace.templates == ["page.html", "base.html", "part.html"])
        #expect(trace.names == ["study"])
    }

    @Test("dependencies are all templates that a page is made of") func dependencies() throws {
        let environment = try TemplateEnvironment(
            sources: Self.templates.map { TemplateSource(name: $0.0, text: $0.1) }, globals: ["site": ["name": "x"]])
        #expect(
            environment.template(named: "page.html")?.dependencies == [
                "base.html", "other.html", "page.html", "part.html",
            ])
        #expect(environment.templateNames == ["base.html", "other.html", "page.html", "part.html"])
    }

    @Test("filters and functions of the host") func host() throws {
        #expect(
            try Self.render(
                [("a.html", "{{ x|shout }} {{ ['a', '<']|map('shout')|join }} <img src=\"{{ asset('x.png') }}\">")],
                ["x": "hi"]) == "hi! a!&lt;! <img src=\"/assets/x.png\">")
    }

    @Test("records behave as mappings") func records() throws {
        let text =
            "{% for k, v in x.items() %}{{ k }}={{ v }} {% endfor %}{{ x is mapping }} {{ 'patients' in x }} {{ x|length }} {{ x['label'] }} {{ x.get('patients', 0) }} {{ x|tojson }}"
        #expect(
            try Self.render([("a.html", text)], ["x": .record(DiagnosticCase.arm, ["SABR", .none])])
                == "label=SABR True False 1 SABR 0 {\"label\": \"SABR\"}")
    }

    @Test("records of another type with the same names") func otherType() throws {
        let twin = RecordType("Page", [.init("title", .text, "The title"), .init("study", .any, "The study")])
        #expect(
            try Self.render(
                [("a.html", "{{ title }} {{ study.name }}")], views: ["a.html": DiagnosticCase.page],
                .record(twin, ["T", ["name": "S"]])) == "T S")
    }

    @Test("nested types are checked at every level") func recursive() throws {
        let tree = Value.record(Self.node, ["a", .list([.record(Self.node, ["b", []])])])
        #expect(try Self.render([("a.html", "{{ children[0].title }}")], views: ["a.html": Self.node], tree) == "b")
        #expect(throws: TemplateLoadingError.self) {
            try Self.render([("a.html", "{{ children[0].children[0].titel }}")], views: ["a.html": Self.node], tree)
        }
    }

    @Test("a part is checked where it is used, all templates are reported") func collected() {
        do {
            _ = try TemplateEnvironment(
                sources: [
                    .init(name: "a.html", text: "{{ titel }}{% include 'part.html' %}"),
                    .init(name: "b.html", text: "{{ x|uper }}"),
                    .init(name: "part.html", text: "{{ study.nmae }}"), .init(name: "c.html", text: "{% if x %}"),
                ], views: ["a.html": DiagnosticCase.page])
            Issue.record("nothing was reported")
        } catch {
            #expect(
                error.diagnostics.map { "\($0.place?.file ?? "") \($0.identifier)" }.sorted() == [
                    "a.html unknown-variable", "b.html unknown-filter", "c.html unclosed-block",
                    "part.html unknown-field",
                ])
        }
    }

    @Test("a failed render appends nothing") func failure() throws {
        let environment = try TemplateEnvironment(sources: [.init(name: "a.html", text: "before {{ x.y }}")])
        var bytes: [UInt8] = Array("kept".utf8)
        #expect(throws: TemplateError.self) {
            try environment.template(named: "a.html")?.render(["x": [:]], into: &bytes)
        }
        #expect(bytes == Array("kept".utf8))
    }

    @Test("a name that only looks like the end of a script ends nothing") func endings() {
        #expect(throws: TemplateLoadingError.self) {
            try TemplateEnvironment(sources: [.init(name: "a.html", text: "<script>'</scripts>' {{ x }}</script>")])
        }
    }
}
