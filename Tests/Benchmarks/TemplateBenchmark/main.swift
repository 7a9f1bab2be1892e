/// Measures how long a page with a table of 50 rows and 6 columns takes.
import TemplateEngine

let rowType = RecordType(
    "Row",
    [
        .init("name", .text, "The study"), .init("setting", .text, "Where"), .init("arms", .text, "What was compared"),
        .init("patients", .integer, "How many"), .init("effect", .text, "The effect"), .init("note", .text, "A remark"),
        .init("isPreferred", .bool, "Whether it is used"),
    ])
let pageType = RecordType(
    "Page", [.init("title", .text, "The title"), .init("rows", .list(.record(rowType)), "The rows")])
let text = """
    <!doctype html><html><head><title>{{ title }}</title></head><body><h1>{{ title }}</h1>
    <table>
    {% for row in rows %}
    <tr{% if row.isPreferred %} class="preferred"{% endif %}><td>{{ row.name }}</td><td>{{ row.setting }}</td><td>{{ row.arms }}</td>
    <td>{{ row.patients }}</td><td>{{ row.effect }}</td><td>{% if row.note %}{{ row.note }}{% else %}none{% endif %}</td></tr>
    {% endfor %}
    </table></body></html>
    """
let macroText = """
    {% macro cells(row) %}<td>{{ row.name }}</td><td>{{ row.setting }}</td><td>{{ row.arms }}</td>
    <td>{{ row.patients }}</td><td>{{ row.effect }}</td><td>{% if row.note %}{{ row.note }}{% else %}none{% endif %}</td>{% endmacro %}
    <table>{% for row in rows %}<tr{% if row.isPreferred %} class="preferred"{% endif %}>{{ cells(row) }}</tr>
    {% endfor %}</table>
    """
let cells: [[Value]] = (0..<50).map { index in
    [
        .string("Study \(index) & friends"), "Oligometastatic, controlled primary", "radiotherapy <vs> control",
        .int(99 + index),
        "HR 0.57 (95 % CI 0.30 to 1.10)", index % 3 == 0 ? "" : "as \"printed\"", .bool(index % 2 == 0),
    ]
}
let records = Value.record(pageType, ["Studies", .list(cells.map { .record(rowType, $0) })])
let mappings: Value = [
    "title": "Studies", "rows": .list(cells.map { .map(Array(zip(rowType.fields.map(\.name), $0))) }),
]

let clock = ContinuousClock()

func microseconds(_ duration: Duration, per count: Int) -> Double {
    let (seconds, attoseconds) = duration.components
    return (Double(seconds) * 1e6 + Double(attoseconds) / 1e12) / Double(count)
}

/// Prints the best and the mean time of a page over some rounds.
func measure(_ what: String, _ template: Template, _ page: Value) throws {
    let (rounds, pages) = (20, 500)
    var bytes: [UInt8] = []
    var (best, total) = (Duration.seconds(1), Duration.zero)
    for _ in 0..<rounds {
        let time = try clock.measure {
            for _ in 0..<pages {
                bytes.removeAll(keepingCapacity: true)
                try template.render(page, into: &bytes)
            }
        }
        best = min(best, time)
        total += time
    }
    print(
        what, "best", microseconds(best, per: pages), "µs, mean", microseconds(total, per: pages * rounds), "µs,",
        bytes.count, "bytes")
}

func template(_ text: String, isChecked: Bool = true) throws -> Template {
    let environment = try TemplateEnvironment(
        sources: [TemplateSource(name: "table.html", text: text)], views: isChecked ? ["table.html": pageType] : [:])
    guard let template = environment.template(named: "table.html") else {
        preconditionFailure("The template was not compiled.")
    }
    return template
}

print("a table of 50 rows and 6 columns")
try measure("  records:       ", template(text), records)
try measure("  macro per row: ", template(macroText), records)
try measure("  mappings:      ", template(text, isChecked: false), mappings)
let loading = try clock.measure { for _ in 0..<200 { _ = try template(text) } }
print("  loading:        ", microseconds(loading, per: 200), "µs")
