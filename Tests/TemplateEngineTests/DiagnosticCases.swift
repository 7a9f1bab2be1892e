import TemplateEngine

/// Templates with something wrong in them. What is said about each stands in Goldens/diagnostics.txt.
struct DiagnosticCase: Sendable {
    let name: String
    let templates: [(String, String)]
    var options = TemplateOptions()

    init(
        _ template: String, name: String = "page.html", _ others: [(String, String)] = [],
        _ change: (inout TemplateOptions) -> Void = { _ in }
    ) {
        self.name = name
        templates = [(name, template)] + others
        change(&options)
    }

    static let arm = RecordType(
        "Arm", [.init("label", .text, "Its name"), .init("patients", .optional(.integer), "How many")])
    static let study = RecordType(
        "Study",
        [
            .init("name", .text, "Its name"), .init("summary", .optional(.html), "What it found"),
            .init("arms", .list(.record(arm)), "Its arms"), .init("url", .url, "Where it is"),
            .init("links", .map(.text), "Where else"),
        ])
    static let page = RecordType(
        "StudyPage", [.init("study", .record(study), "The study"), .init("title", .text, "The title")])

    static let data = Value.record(
        page,
        [
            .record(
                study,
                [
                    "SABR-COMET", .none,
                    .list([.record(arm, ["SABR", 66]), .record(arm, ["Control", .none])]), "javascript:alert(1)",
                    ["registry": "data:text/html,x"],
                ]), "A study",
        ])

    /// Found when the templates are loaded, against the view `StudyPage`.
    static let loading: [DiagnosticCase] = [
        // Syntax
        DiagnosticCase("{{ title"), DiagnosticCase("a\n{% if title %}b"), DiagnosticCase("{% for a in %}{% endfor %}"),
        DiagnosticCase("{{ }}"), DiagnosticCase("{% %}"), DiagnosticCase("{# never closed"),
        DiagnosticCase("{% raw %}x"),
        DiagnosticCase("{% fro x in y %}"), DiagnosticCase("{% endif %}"),
        DiagnosticCase("{% if title %}{% endfor %}{% endif %}"),
        DiagnosticCase("{{ title | }}"), DiagnosticCase("{{ (title }}"), DiagnosticCase("{{ title ] }}"),
        DiagnosticCase("{{ 'open }}"), DiagnosticCase("{{ 99999999999999999999 }}"), DiagnosticCase("{{ 1a }}"),
        DiagnosticCase("{{ title ? 1 }}"), DiagnosticCase("{{ title is }}"), DiagnosticCase("{{ f(a=1, 2) }}"),
        DiagnosticCase("{{ title.1.x[] }}"), DiagnosticCase("{% set loop = 1 %}"), DiagnosticCase("{% set 1 = 2 %}"),
        DiagnosticCase("{% macro m(a, a) %}{% endmacro %}"), DiagnosticCase("{% macro m(a=1, b) %}{% endmacro %}"),
        DiagnosticCase("{% block a %}{% endblock b %}"),
        DiagnosticCase("{% block a %}{% endblock %}{% block a %}{% endblock %}"),
        DiagnosticCase("{{ title is string is defined }}"),
        DiagnosticCase("{{ " + String(repeating: "(", count: 120) + "1" + String(repeating: ")", count: 120) + " }}"),
        // Not supported
        DiagnosticCase("{% autoescape false %}{% endautoescape %}"), DiagnosticCase("{% do x %}"),
        DiagnosticCase("{% trans %}a{% endtrans %}"),
        DiagnosticCase("{% for a in study.arms recursive %}{% endfor %}"), DiagnosticCase("{% include title %}"),
        DiagnosticCase("{% import 'm.html' as m with context %}", [("m.html", "")]), DiagnosticCase("{{ f(*title) }}"),
        DiagnosticCase("{{ joiner() }}"), DiagnosticCase("{{ title|pprint }}"),
        DiagnosticCase("{{ title is callable }}"),
        DiagnosticCase("{% for a in study.arms %}{{ loop }}{% endfor %}"),
        DiagnosticCase("{% if title %}{% extends 'b.html' %}{% endif %}", [("b.html", "")]),
        DiagnosticCase("{{ 010 }} {{ 1__0 }} {{ 0x }} {{ 2e }}"), DiagnosticCase("{{ '\\x4' }}"),
        DiagnosticCase("{{ '\\N{DASH}' }}"), DiagnosticCase("{% if title %}a{% else if study %}b{% endif study %}"),
        DiagnosticCase("{% for a, (b, 1) in study.arms %}{% endfor %}"), DiagnosticCase("{% set a, = study.arms %}"),
        DiagnosticCase("{{ title.zfill(3) }}"), DiagnosticCase("{{ title.__class__ }}"),
        DiagnosticCase("{{ title|attr('upper') }}"), DiagnosticCase("{% macro m() %}{% endmacro %}{{ m.name }}"),
        // Names
        DiagnosticCase("{{ titel }}"), DiagnosticCase("{{ study.nmae }}"), DiagnosticCase("{{ study.zzz }}"),
        DiagnosticCase("{% for arm in study.arms %}{{ arm.lable }}{% endfor %}"),
        DiagnosticCase("{{ study.arms.label }}"),
        DiagnosticCase("{{ study.name.first }}"), DiagnosticCase("{{ study['nmae'] }}"),
        DiagnosticCase("{{ study.arms[0].lable }}"),
        DiagnosticCase("{{ study.arms|map(attribute='lable')|join }}"),
        DiagnosticCase("{{ study.arms|sort(attribute='label,pations')|length }}"),
        DiagnosticCase("{{ (study.arms|first).lable }}"), DiagnosticCase("{% set s = study %}{{ s.nmae }}"),
        DiagnosticCase(
            "{% for label, arms in study.arms|groupby('label') %}{% for a in arms %}{{ a.x }}{% endfor %}{% endfor %}"),
        DiagnosticCase("{{ title|uper }}"), DiagnosticCase("{{ title is strin }}"),
        DiagnosticCase("{{ study.arms|selectattr('label', 'equl', 'x')|list }}"),
        DiagnosticCase("{{ [title]|map('uper')|list }}"), DiagnosticCase("{{ fomat(title) }}"),
        DiagnosticCase("{{ title.uper() }}"),
        DiagnosticCase("{% for a in study.arms %}{{ loop.idnex }}{% endfor %}"), DiagnosticCase("{{ loop.index }}"),
        DiagnosticCase("{{ super() }}"),
        DiagnosticCase("{% macro card(name) %}{% endmacro %}{{ card(nam='x') }}{{ card(1, 2) }}"),
        DiagnosticCase("{{ title|replace('a') }}"),
        DiagnosticCase("{{ title|truncate(lenght=3) }}"), DiagnosticCase("{{ title is divisibleby }}"),
        DiagnosticCase("{{ range() }}"),
        DiagnosticCase("{{ study.nmae }} {{ titel }}\n{{ title|uper }}"),
        // Other templates
        DiagnosticCase("{% include 'prat.html' %}", [("part.html", "")]),
        DiagnosticCase("{% include '../secret.html' %}"),
        DiagnosticCase(
            "{% extends 'base.html' %}{% block mian %}{% endblock %}", [("base.html", "{% block main %}{% endblock %}")]
        ),
        DiagnosticCase("{% extends 'base.html' %}lost {{ title }}", [("base.html", "{% block main %}{% endblock %}")]),
        DiagnosticCase("{% extends 'base.html' %}", [("base.html", "{% block main required %}{% endblock %}")]),
        DiagnosticCase("{% include 'part.html' %}", [("part.html", "{% include 'page.html' %}")]),
        DiagnosticCase("{% extends 'page.html' %}"),
        DiagnosticCase("{% from 'm.html' import crad %}", [("m.html", "{% macro card() %}{% endmacro %}")]),
        DiagnosticCase("{% import 'm.html' as m %}{{ m.crad() }}", [("m.html", "{% macro card() %}{% endmacro %}")]),
        DiagnosticCase(
            "{% import 'm.html' as m %}{{ m.card() }}", [("m.html", "{% macro card() %}{{ title }}{% endmacro %}")]),
        DiagnosticCase("{% include 'part.html' %}", [("part.html", "<p>\n{{ study.nmae }}</p>")]),
        DiagnosticCase(
            "{% extends 'base.html' %}", [("base.html", "{% include 'part.html' %}"), ("part.html", "{{ titel }}")]),
        // Contexts
        DiagnosticCase("<script>var a = {{ title }};</script>"),
        DiagnosticCase("<style>p { color: {{ title }} }</style>"),
        DiagnosticCase("<p class={{ title }}>"), DiagnosticCase("<p {{ title }}>"), DiagnosticCase("<{{ title }}>"),
        DiagnosticCase("<p onclick=\"go('{{ title }}')\">"), DiagnosticCase("<p style=\"color: {{ title }}\">"),
        DiagnosticCase("<!-- {{ title }} -->"),
        DiagnosticCase("<iframe srcdoc=\"{{ title }}\">"), DiagnosticCase("<a href=\"javascript:{{ title }}\">"),
        DiagnosticCase("<a href=\"{{ title }}:{{ title }}\">"),
        DiagnosticCase("<script type=\"{{ title }}\"></script>"), DiagnosticCase("<p class=\"{{ title }}"),
        DiagnosticCase("<p {% if title %}class=\"a{% endif %}>"),
        DiagnosticCase("<{% if title %}p{% else %}q{% endif %}>"),
        DiagnosticCase("<p>\n{% if title %}\n  <a href=\"x\"{% elif study %}\n  <b title='x'{% else %}{% endif %}>"),
        DiagnosticCase("<p class={% if title %}\"a{% else %}'a{% endif %}\">"),
        DiagnosticCase("{% for a in study.arms %}<p class=\"{% endfor %}"),
        DiagnosticCase("{% macro m() %}<p class=\"{% endmacro %}{{ m() }}"),
        DiagnosticCase("<p {% if title %}data-{% endif %}href=\"x\">"),
        DiagnosticCase("<![CDATA[{{ title }}]]>", name: "feed.xml"),
        DiagnosticCase("<meta http-equiv=\"refresh\" content=\"0;url={{ title }}\">"),
        DiagnosticCase("{\"a\": \"{% if title %}\"{% endif %}}", name: "page.json"),
        DiagnosticCase("{{ title|safe }}") { $0.allowsSafeFilter = false },
    ]

    /// Found when the page is rendered.
    static let rendering: [DiagnosticCase] = [
        DiagnosticCase("{{ study.summary }}"), DiagnosticCase("{% if study.summary %}{% endif %}"),
        DiagnosticCase("{% for a in study.arms %}\n  {{ a.patients }}\n{% endfor %}"),
        DiagnosticCase("<a href=\"{{ study.url }}\">x</a>"),
        DiagnosticCase("<a href=\"{{ study.links.registry }}\">x</a>"),
        DiagnosticCase("<a href=\"{{ title }}{{ study.url }}\">x</a>"),
        DiagnosticCase("{{ study.links.regsitry }}"), DiagnosticCase("{{ study.arms[5].label }}"),
        DiagnosticCase("{{ 1 / 0 }}"),
        DiagnosticCase("{{ title + 1 }}"), DiagnosticCase("{{ 9223372036854775807 + 1 }}"),
        DiagnosticCase("{{ title < 1 }}"),
        DiagnosticCase("{% for a in range(10 ** 12) %}{% endfor %}"), DiagnosticCase("{{ 'a' * 100000000 }}"),
        DiagnosticCase("{% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(1) }}") { $0.callLimit = 3 },
        DiagnosticCase(
            "{% import 'm.html' as m %}{{ m.card(study) }}",
            [("m.html", "{% macro card(s) %}\n<b>{{ s.nmae }}</b>{% endmacro %}")]),
        DiagnosticCase("{% include 'part.html' %}", [("part.html", "{{ study.summary }}")]),
        DiagnosticCase(
            "{% extends 'base.html' %}{% block main %}{{ study.summary }}{% endblock %}",
            [("base.html", "<main>{% block main %}{% endblock %}</main>")]),
        DiagnosticCase("{% for a in range(100) %}{% for b in range(100) %}{% endfor %}{% endfor %}") {
            $0.stepLimit = 1000
        },
        DiagnosticCase("{% for a in range(100) %}{{ title }}{% endfor %}") { $0.outputLimit = 100 },
        DiagnosticCase("{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}"), DiagnosticCase("{{ title() }}"),
        DiagnosticCase("{% for a, b in study.arms %}{% endfor %}"),
        DiagnosticCase("{% for a, (b, c) in [(1, (2, 3, 4))] %}{% endfor %}"),
        DiagnosticCase("{{ ['a']|sum(start='') }}"), DiagnosticCase("{{ [[1]]|unique|list }}"),
        DiagnosticCase("{{ ','.join([1]) }}"), DiagnosticCase("{{ '99999999999999999999'|int }}"),
        DiagnosticCase("{{ '%y'|format(1) }}"), DiagnosticCase("{{ (-8) ** 0.5 }}"),
        DiagnosticCase("{{ study.arms|map(attribute='patients')|list }}"),
        DiagnosticCase("{{ 'x'|attr('y') }}"), DiagnosticCase("{{ title|round }}"),
        DiagnosticCase("{{ '%d'|format(title) }}"),
        DiagnosticCase("{{ fail('x') }}"), DiagnosticCase("{% set a = [] %}{{ a|first }}"),
        DiagnosticCase("{{ title.items() }}"),
        DiagnosticCase("{{ {'onclick': 'x'}|xmlattr }}"),
        DiagnosticCase("{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}"),
    ]
}
