import TemplateEngine

extension FuzzedReader {
    /// The template engine: what can be loaded is rendered, within limits, and no value gets out of its place.
    static func readTemplate(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        var options = TemplateOptions()
        (options.stepLimit, options.outputLimit, options.textLimit) = (2_000, 100_000, 10_000)
        (options.itemLimit, options.programLimit) = (1_000, 20_000)
        let sources = [
            TemplateSource(name: "case.html", text: text),
            TemplateSource(name: "part.html", text: "<b>{{ s }}</b>"),
            TemplateSource(name: "base.html", text: "<p>{% block main %}{{ n }}{% endblock %}</p>"),
        ]
        guard let environment = try? TemplateEnvironment(sources: sources, options: options),
            let page: String = try? environment.template(named: "case.html")?.render(data)
        else { return }
        // The mark of the data that only an escape may take into a page; a template may write it itself.
        precondition(
            text.contains("<q") || text.contains("safe") || !page.contains("<q\u{1}"), "a value was not escaped")
    }

    private static let data: Value = [
        "s": "it's <q\u{1}> & \"x\"", "n": 7, "f": 2.5, "l": [3, 1, 2], "e": [], "d": ["b": 2, "a": 1],
        "none": .none, "yes": true, "h": .safe("<em>x</em>"),
        "recs": [["n": "b", "v": 2, "o": ["p": 1]], ["n": "a", "v": 1, "o": ["p": 3]]],
    ]
}
