import Testing

@testable import TemplateEngine

@Suite("Typed views")
struct TypedViewTests {
    struct Arm: Sendable {
        var label: String
        var patients: Int?
    }

    struct Trial: Sendable {
        var name: String
        var link: String?
        var arms: [Arm]
        var isRunning: Bool
        var control: Arm?
    }

    static let arm = View<Arm>(
        "Arm",
        [
            .text("label", "The arm as the study names it", \.label),
            .integer("patients", "How many were randomised to it", ifAny: \.patients),
        ])

    static let trial = View<Trial>(
        "Trial",
        [
            .text("name", "The name of the trial", \.name),
            .url("link", "Where it is registered", ifAny: \.link),
            .parts("arms", arm, "Its arms", \.arms),
            .flag("running", "Whether it is running", \.isRunning),
            .part("control", arm, "The control arm", ifAny: \.control),
            .html("title", "Its name as HTML") { "<b>\($0.name)</b>" },
            .texts("words", "Words by name", named: { [("short", $0.name)] }),
        ])

    static let subject = Trial(
        name: "A & B", link: nil, arms: [Arm(label: "x", patients: 3), Arm(label: "y", patients: nil)], isRunning: true,
        control: nil)

    @Test("The name, type and value of each field belong together")
    func values() throws {
        let environment = try TemplateEnvironment(
            sources: [
                TemplateSource(
                    name: "t.html",
                    text: """
                        {{ name }}|{{ title }}|{% for arm in arms %}{{ arm.label }}={{ arm.patients | default("?") }};{% endfor %}|\
                        {{ running }}|{{ "none" if control is not defined }}|{{ words.short }}|{{ link is defined }}
                        """)
            ],
            views: ["t.html": Self.trial.type])
        let template = try #require(environment.template(named: "t.html"))
        #expect(
            try template.render(Self.trial.value(of: Self.subject))
                == "A &amp; B|<b>A & B</b>|x=3;y=?;|True|none|A &amp; B|False")
    }

    @Test("A template that names no field of a view does not load")
    func unknownField() {
        #expect(throws: TemplateLoadingError.self) {
            try TemplateEnvironment(
                sources: [TemplateSource(name: "t.html", text: "{% for arm in arms %}{{ arm.lable }}{% endfor %}")],
                views: ["t.html": Self.trial.type])
        }
    }

    @Test("A list of no subjects is empty")
    func empty() {
        guard case .list(let items) = Self.arm.list(of: [Arm]()) else {
            Issue.record("not a list")
            return
        }
        #expect(items.isEmpty)
    }
}
