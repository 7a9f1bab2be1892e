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
let rows: [Value] = (0..<50).map { index in
    .record(
        rowType,
        [
            .string("Study \(index) & friends"), "Oligometastatic, controlled primary", "radiotherapy <vs> control",
            .int(99 + index), "HR 0.57 (95 % CI 0.30 to 1.10)", index % 3 == 0 ? "" : "as \"printed\"",
            .bool(index % 2 == 0),
        ])
}
let page = Value.record(pageType, ["Studies", .list(rows)])
let environment = try TemplateEnvironment(
    sources: [TemplateSource(name: "table.html", text: text)], views: ["table.html": pageType])
guard let template = environment.template(named: "table.html") else { preconditionFailure("The template was not compiled.") }

let clock = ContinuousClock()
var bytes: [UInt8] = []
var best = Duration.seconds(1)
var total = Duration.zero
let (rounds, pages) = (20, 500)
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

func microseconds(_ duration: Duration, per count: Int) -> Double {
    let (seconds, attoseconds) = duration.components
    return (Double(seconds) * 1e6 + Double(attoseconds) / 1e12) / Double(count)
}
print("table of 50 rows and 6 columns, \(bytes.count) bytes")
print("  best \(microseconds(best, per: pages)) µs per page, mean \(microseconds(total, per: pages * rounds)) µs")
