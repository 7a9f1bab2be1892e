"""The inputs whose cost must grow in proportion: each case makes an input of a size, and names the command that reads it."""

BASE = {
    "Content/site.yaml": "name: Growth\nnavigation: [questions, studies]\n",
    "Content/vocabulary/words.yaml": (
        "conditions:\n  lung: {label: Lung, definition: A disease.}\n"
        "settings:\n  early: {label: Early, definition: A stage.}\n"
        "interventions:\n  surgery: {label: Surgery, definition: A treatment.}\n"
        "outcomes:\n  survival: {label: Survival, definition: Time to death., lowerIsBetter: true}\n"
        "terms:\n  trial: {label: Trial, definition: A study.}\n"),
    "Content/sources/doc.yaml": "type: report\ntitle: Document\nshort: Doc 2020\nissued: 2020\n",
    "Content/pages/about.md": "---\ntitle: About\n---\nText.\n",
}

FROM = 'from: {source: doc, at: Table 1, printed: "1"}'


def study(name, results="", arms="", extra="", conditions="lung", status="completed", kind="randomised"):
    """A study with two arms and what is added to it."""
    return (
        f"name: {name}\ndesign: {{kind: {kind}}}\nstatus: {status}\nconditions: [{conditions}]\nsetting: early\narms:\n"
        f"  - {{id: treated, role: experimental, label: Treated, interventions: [surgery], n: 100, {FROM}}}\n"
        f"  - {{id: control, role: control, label: Control, n: 100, {FROM}}}\n{arms}"
        + (f"results:\n{results}" if results else "") + extra)


def effect(index, outcome="survival", extra="", value=None):
    value = value or 0.5 + index % 40 / 100
    return (
        f"  - id: r{index}\n    outcome: {outcome}\n{extra}    effect: {{measure: HR, compare: treated/control, "
        f"value: {value:.2f}, low: {value * 0.8:.2f}, high: {value * 1.25:.2f}}}\n    {FROM}\n")


def studies(count, **options):
    return {
        f"Content/studies/s{index}.yaml": study(f"STUDY {index}", effect(0, value=0.5 + index % 40 / 100), **options)
        for index in range(count)}


def question(name, body="Text.\n", fields="", ids=()):
    members = "".join(f"  - {{study: {id}, role: direct}}\n" for id in ids)
    return (
        f"---\ntitle: Question {name}?\nshort: Q {name}\nconditions: [lung]\nsetting: early\noutcomes: [survival]\nanswer: Yes.\n"
        + (f"studies:\n{members}" if members else "") + fields + f"---\n{body}")


def page(body):
    return {"Content/pages/long.md": "---\ntitle: Long\n---\n" + body}


def lines(count, line):
    return "".join(line(index) for index in range(count))


def synthesis(count):
    ids = [f"s{index}" for index in range(count)]
    fields = (
        "syntheses:\n  - id: os\n    title: Survival\n    outcome: survival\n    measure: HR\n    favours: [surgery, nothing]\n    include:\n"
        + "".join(f"      - {{study: {id}, result: r0}}\n" for id in ids))
    return studies(count) | {"Content/questions/all.md": question("all", "![](forest:os)\n\n[](pooled:os)\n", fields, ids)}


def table(count, row, header):
    return header + "\n" + lines(count, lambda index: row(index) + "\n")


class Case:
    """An input of any size, the command that reads it, and whether the program must find mistakes in it."""

    def __init__(self, name, size, command, is_short, is_wrong, make):
        self.name, self.size, self.command = name, size, command
        self.is_short, self.is_wrong, self.make = is_short, is_wrong, make


CASES = []


def case(name, size, command="check", short=False, wrong=False):
    """Adds a case: `size` is the one at which it is measured, `short` whether the short run has it."""
    def add(make):
        CASES.append(Case(name, size, command, short, wrong, make))
        return make
    return add


# Reading and checking what is right

case("vocabulary", 1500)(lambda n: {
    "Content/vocabulary/more.yaml": "terms:\n" + lines(n, lambda i: f"  t{i}: {{label: Term {i}, definition: A word.}}\n")})
case("vocabulary: parents", 1500)(lambda n: {
    "Content/vocabulary/more.yaml": "terms:\n" + lines(
        n, lambda i: f"  t{i}: {{label: Term {i}, definition: A word.{f', parent: t{i - 1}' if i % 10 else ''}}}\n")})
case("sources", 300)(lambda n: {
    f"Content/sources/d{i}.yaml": f"type: report\ntitle: D{i}\nshort: D{i}\nauthor: [{{family: Doe}}]\nissued: 2020-02-29\nlanguage: en\nDOI: 10.1000/{i}\n"
    for i in range(n)})
case("studies", 200)(studies)
case("results of one study", 400, short=True)(lambda n: {
    "Content/studies/one.yaml": study("ONE", lines(n, lambda i: effect(i, extra=f"    population: Group {i}\n")))})
case("results with follow-ups of one study", 300)(lambda n: {
    "Content/studies/one.yaml": study("ONE", lines(n, lambda i: effect(
        i, extra=f"    report: R{i}\n    followUp: {{median: {i % 90}, unit: months}}\n")))})
case("conflicts of one study", 300)(lambda n: {
    "Content/studies/one.yaml": study("ONE", lines(n, lambda i: effect(2 * i, extra=f"    population: G{i}\n", value=0.5)
        + effect(2 * i + 1, extra=f"    population: G{i}\n    preferred: true\n    because: It is so.\n", value=0.8)))})
case("arms of one study", 300)(lambda n: {
    "Content/studies/one.yaml": study(
        "ONE", lines(n, lambda i: f"  - id: r{i}\n    outcome: survival\n    population: G{i}\n    median: {{a{i}: {i + 1}, unit: months}}\n    {FROM}\n"),
        arms=lines(n, lambda i: f"  - {{id: a{i}, role: single, label: Arm {i}, n: 3, {FROM}}}\n"))})
case("numbers of patients of one study", 400)(lambda n: {
    "Content/studies/one.yaml": study("ONE", extra="enrolment:\n" + lines(
        n, lambda i: f"  - {{id: n{i}, kind: analysed, population: G{i}, n: {i}, {FROM}}}\n"))})
case("characteristics of one study", 400)(lambda n: {
    "Content/studies/one.yaml": study("ONE", extra="characteristics:\n" + lines(
        n, lambda i: f"  - {{id: c{i}, name: Trait {i}, value: {i}, {FROM}}}\n")),
    "Content/studies/one.md": lines(n, lambda i: f"[](value:one/c{i})\n\n")})
case("statements of one study", 400)(lambda n: {
    "Content/studies/one.yaml": study("ONE", extra="cautions:\n" + lines(n, lambda i: f"  - {{text: Caution {i}, {FROM}}}\n"))})
case("study that includes others", 200)(lambda n: studies(n) | {
    "Content/studies/meta.yaml": study("META", kind="meta-analysis", extra=f"includes: [{', '.join(f's{i}' for i in range(n))}]\n")})
case("studies that include one another", 200)(lambda n: {
    f"Content/studies/s{i}.yaml": study(f"S {i}", effect(0), extra=f"includes: [s{i + 1}]\n" if i + 1 < n else "") for i in range(n)})
case("questions", 150)(lambda n: {f"Content/questions/q{i}.md": question(i) for i in range(n)})
case("studies of one question", 200)(lambda n: studies(n) | {
    "Content/questions/all.md": question("all", ids=[f"s{i}" for i in range(n)])})
case("values in prose", 400)(lambda n: {
    "Content/studies/one.yaml": study("ONE", lines(n, lambda i: effect(i, extra=f"    population: Group {i}\n"))),
    "Content/studies/one.md": lines(n, lambda i: f"[](value:one/r{i}) [@doc, Table {i}]\n\n")})

# Mistakes

case("misspelt fields", 1000, short=True, wrong=True)(lambda n: {
    "Content/vocabulary/more.yaml": "terms:\n" + lines(n, lambda i: f"  t{i}: {{lable: Term {i}, definition: A word.}}\n")})
case("misspelt fields on one line", 1000, short=True, wrong=True)(lambda n: {
    "Content/vocabulary/more.yaml": "terms: {" + lines(n, lambda i: f"t{i}: {{lable: Term {i}, definition: A word.}}, ") + "}\n"})
case("unknown arms", 400, wrong=True)(lambda n: {
    "Content/studies/one.yaml": study("ONE", lines(
        n, lambda i: f"  - id: r{i}\n    outcome: survival\n    median: {{trated: 4, unit: months}}\n    {FROM}\n"))})
case("unknown arms among many", 300, wrong=True)(lambda n: {
    "Content/studies/one.yaml": study(
        "ONE", lines(n, lambda i: f"  - id: r{i}\n    outcome: survival\n    median: {{b{i}: 4, unit: months}}\n    {FROM}\n"),
        arms=lines(n, lambda i: f"  - {{id: a{i}, role: single, label: Arm {i}}}\n"))})
case("unknown outcomes among many", 400, wrong=True)(lambda n: {
    "Content/vocabulary/more.yaml": "outcomes:\n" + lines(n, lambda i: f"  o{i}: {{label: O {i}, definition: A., lowerIsBetter: true}}\n"),
    "Content/studies/one.yaml": study("ONE", lines(n, lambda i: effect(i, outcome=f"p{i}")))})
case("unknown results of a synthesis", 300, wrong=True)(lambda n: {
    "Content/studies/one.yaml": study("ONE", lines(n, lambda i: effect(i, extra=f"    population: G{i}\n"))),
    "Content/questions/all.md": question("all", ids=["one"], fields=(
        "syntheses:\n  - id: os\n    title: T\n    outcome: survival\n    measure: HR\n    include:\n"
        + lines(n, lambda i: f"      - {{study: one, result: x{i}}}\n")))})
case("studies of one name", 200)(lambda n: {f"Content/studies/s{i}.yaml": study("SAME", effect(0)) for i in range(n)})
case("repeated words", 800, wrong=True)(lambda n: {
    "Content/vocabulary/m1.yaml": "terms:\n" + lines(n, lambda i: f"  t{i}: {{label: T, definition: A.}}\n"),
    "Content/vocabulary/m2.yaml": "terms:\n" + lines(n, lambda i: f"  t{i}: {{label: T, definition: A.}}\n")})
case("links that lead nowhere", 400, wrong=True)(lambda n: page(lines(n, lambda i: f"[a](study:s{i}) [b](term:t{i}) [c](value:s{i}/x) [@nobody-{i}]\n\n")))
case("links to headings that are none", 400, wrong=True)(lambda n: page(lines(n, lambda i: f"# H {i}\n\n[a](#g-{i})\n\n")))
case("control characters as escapes", 800, wrong=True)(lambda n: {
    "Content/vocabulary/more.yaml": "terms:\n" + lines(n, lambda i: f'  t{i}: {{label: "T\\u0007", definition: A.}}\n')})

# Markdown

case("headings and links to them", 400, "build", short=True)(lambda n: page(
    lines(n, lambda i: f"# Heading {i}\n\n[see](#heading-{i})\n\n")))
case("headings of one name", 400, "build")(lambda n: page(lines(n, lambda i: "# Same\n\n")))
case("paragraphs", 1500, "build")(lambda n: page(lines(n, lambda i: f"A **bold** word, `code` and [a link](https://example.org/{i}).\n\n")))
case("list items", 1500, "build")(lambda n: page(lines(n, lambda i: f"- item {i}\n")))
case("table rows", 800, "build")(lambda n: page("|a|b|\n|-|-|\n" + lines(n, lambda i: f"|{i}|x|\n")))
case("footnotes", 300, "build")(lambda n: page(lines(n, lambda i: f"Text[^n{i}].\n\n[^n{i}]: Note {i}.\n\n")))
case("references to one footnote", 400, "build")(lambda n: page("[^a]: Note.\n\n" + lines(n, lambda i: "Text[^a].\n\n")))
case("citations", 800, "build")(lambda n: page(lines(n, lambda i: f"Text [@doc, Table {i}].\n\n")))
case("addresses", 800, "build")(lambda n: page(lines(n, lambda i: f"See https://example.org/{i}, or a@b.org.\n\n")))
case("brackets", 1500)(lambda n: page(lines(n, lambda i: "[a [b ![c <d *e `f\n\n")))
case("citations that do not end", 1500)(lambda n: page(lines(n, lambda i: "[@doc [@doc; [@\n\n")))
case("raw HTML", 800)(lambda n: page(lines(n, lambda i: "a <b>c</b>\n\n")))
case("link definitions", 800, "build")(lambda n: page(lines(n, lambda i: f"[a{i}]\n\n[a{i}]: https://example.org/{i}\n\n")))

# Pages

case("page of a study with many results", 150, "build", short=True)(lambda n: {
    "Content/studies/one.yaml": study("ONE", lines(n, lambda i: effect(i, extra=f"    population: Group {i}\n")))})
case("page of a study with many conflicts", 100, "build")(lambda n: {
    "Content/studies/one.yaml": study("ONE", lines(n, lambda i: effect(2 * i, extra=f"    population: G{i}\n", value=0.5)
        + effect(2 * i + 1, extra=f"    population: G{i}\n    preferred: true\n    because: It is so.\n", value=0.8)))})
case("page of a study with many medians", 100, "build")(lambda n: {
    "Content/studies/one.yaml": study("ONE", lines(
        n, lambda i: f"  - id: r{i}\n    outcome: survival\n    population: G{i}\n    median: {{treated: {i + 1}, control: {i + 2}, unit: months}}\n    {FROM}\n"))})
case("page of a study with many patients lost", 60, "build")(lambda n: {
    "Content/studies/one.yaml": study("ONE", extra="enrolment:\n" + f"  - {{kind: randomised, n: 100000, {FROM}}}\n" + lines(
        n, lambda i: f"  - {{kind: lost, after: randomised, reason: Reason {i}, n: {i}, {FROM}}}\n"))})
case("page of a study with many assessments", 60, "build")(lambda n: {
    "Content/studies/one.yaml": study("ONE", extra="riskOfBias:\n" + lines(
        n, lambda i: f"  - {{tool: Tool {i % 3}, overall: low, domains: [{{domain: D{i % 5}, judgement: low}}], {FROM}}}\n"))})
case("pages of studies", 60, "build", short=True)(studies)
case("pages of sources", 150, "build")(lambda n: {
    f"Content/sources/d{i}.yaml": f"type: report\ntitle: D{i}\nshort: D{i}\n" for i in range(n)})
case("page of a source with many values", 100, "build")(lambda n: studies(n))
case("pages of questions", 60, "build")(lambda n: {f"Content/questions/q{i}.md": question(i) for i in range(n)})
case("page of a question with many studies", 60, "build")(lambda n: studies(n) | {
    "Content/questions/all.md": question("all", ids=[f"s{i}" for i in range(n)])})
case("page of a question with many medians", 60, "build")(lambda n: {
    f"Content/studies/s{i}.yaml": study(f"S {i}", f"  - id: r0\n    outcome: survival\n    median: {{treated: {i + 1}, control: {i + 2}, unit: months}}\n    {FROM}\n")
    for i in range(n)} | {"Content/questions/all.md": question("all", ids=[f"s{i}" for i in range(n)])})
case("page of a synthesis", 24, "build", short=True)(synthesis)
case("glossary", 400, "build")(lambda n: {
    "Content/vocabulary/more.yaml": "terms:\n" + lines(n, lambda i: f"  t{i}: {{label: Term {i}, definition: A word.}}\n")})
case("pages of conditions", 100, "build")(lambda n: {
    "Content/vocabulary/more.yaml": "conditions:\n" + lines(n, lambda i: f"  c{i}: {{label: Condition {i}, definition: A disease.}}\n")})
case("running trials", 60, "build")(lambda n: {
    f"Content/studies/s{i}.yaml": study(
        f"S {i}", status="running", extra=f"period: {{start: {2000 + i % 20}, end: {2021 + i % 9}, {FROM}}}\n") for i in range(n)})
case("map: one cell", 60, "build", short=True)(studies)
case("map: many conditions and settings", 40, "build")(lambda n: {
    "Content/vocabulary/more.yaml": "conditions:\n" + lines(n, lambda i: f"  c{i}: {{label: Condition {i}, definition: A disease.}}\n")
    + "settings:\n" + lines(8, lambda i: f"  e{i}: {{label: Setting {i}, definition: A stage.}}\n")} | {
    f"Content/studies/s{i}.yaml": study(f"S {i}", effect(0), conditions=f"c{i}") for i in range(n)})

# Tables and templates. Up to 2 000 studies each is left out in turn, which takes the square of their number
# (`Pool.quadraticLimit`); what is measured lies above.

case("pool", 2100, "pool", short=True)(lambda n: {"table.csv": table(
    n, lambda i: f"S{i},{i % 17 / 50 - 0.2:.3f},{0.1 + i % 7 / 50:.3f}", "study,yi,sei")})
case("pool: mistakes", 500, "pool", wrong=True)(lambda n: {"table.csv": table(n, lambda i: f"S{i},x,y", "study,yi,sei")})
case("plot forest", 2100, "forest")(lambda n: {"table.csv": table(
    n, lambda i: f"S{i},{i % 17 / 50 - 0.2:.3f},{0.1 + i % 7 / 50:.3f}", "study,yi,sei")})
case("plot funnel", 2100, "funnel")(lambda n: {"table.csv": table(
    n, lambda i: f"S{i},{i % 17 / 50 - 0.2:.3f},{0.1 + i % 7 / 50:.3f}", "study,yi,sei")})
case("template: a loop", 3000, "render", short=True)(lambda n: {
    "t.html": "{% for row in rows %}<tr><td>{{ row.name }}</td><td>{{ row.value | round(2) }}</td></tr>\n{% endfor %}",
    "data.yaml": "rows:\n" + lines(n, lambda i: f"  - {{name: 'a<b {i}', value: {i}.125}}\n")})
case("template: statements", 800, "render")(lambda n: {
    "t.html": lines(n, lambda i: f"{{% set v{i} = {i} %}}{{% if v{i} > 3 %}}<p class=\"x\">{{{{ v{i} }}}}</p>{{% endif %}}\n"), "data.yaml": "a: 1\n"})
case("template: filters", 2000, "render")(lambda n: {
    "t.html": "{{ rows | sort | unique | join(', ') }} {{ rows | tojson }}",
    "data.yaml": "rows: [" + ", ".join(f"w{i * 7919 % 10007}" for i in range(n)) + "]\n"})
case("template: mistakes", 400, "render", wrong=True)(lambda n: {"t.html": lines(n, lambda i: f"{{{{ a{i} }}}}\n"), "data.yaml": "a: 1\n"})
case("template: mistakes on one line", 400, "render", wrong=True)(lambda n: {"t.html": lines(n, lambda i: f"{{{{ a{i} | nofilter }}}} "), "data.yaml": "a: 1\n"})
