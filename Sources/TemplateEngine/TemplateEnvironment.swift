import Diagnostics
import Text

/// A set of templates, compiled and ready to render.
///
/// All templates are read, checked against the views they are given, and compiled when the
/// environment is made; every problem of every template is reported at once.
///
///     let environment = try TemplateEnvironment(
///         sources: [TemplateSource(name: "study.html", text: "<h1>{{ study.name }}</h1>")],
///         views: ["study.html": studyPage])
///     var page: [UInt8] = []
///     try environment.template(named: "study.html")?.render(view, into: &page)
package struct TemplateEnvironment: Sendable {
    /// A filter or function of the host. What it throws is reported at the place of its use.
    package typealias HostFunction = @Sendable ([Value]) throws -> Value

    private let templates: [String: Template]

    /// - Parameters:
    ///   - sources: The templates; names are relative to the root of the templates.
    ///   - views: The type of the data of each template that makes a page. A template without one
    ///     takes any mapping or record, and its names are checked only when it renders.
    ///   - globals: Values that every template sees, also imported ones. The data of a page goes before them.
    ///   - filters: Filters of the host; the first argument is the value before the `|`.
    ///   - functions: Functions of the host, called as `{{ name(argument) }}`.
    /// - Throws: ``TemplateLoadingError`` with all problems of all templates.
    package init(
        sources: [TemplateSource],
        options: TemplateOptions = TemplateOptions(),
        views: [String: RecordType] = [:],
        globals: [String: Value] = [:],
        filters: [String: HostFunction] = [:],
        functions: [String: HostFunction] = [:]
    ) throws(TemplateLoadingError) {
        let library = Library(
            sources: sources, options: options, globals: globals, filters: filters, functions: functions)
        var seen: Set<DiagnosticKey> = []
        var diagnostics: [Diagnostic] = []
        func keep(_ diagnostic: Diagnostic) {
            if seen.insert(DiagnosticKey(diagnostic)).inserted { diagnostics.append(diagnostic) }
        }
        for parsed in library.parsed {
            if library.templates[parsed.name] !== parsed {
                keep(
                    .error(
                        "duplicate-template", "there are two templates called '\(parsed.name)'",
                        at: Place(file: parsed.source.file)))
            }
            for problem in parsed.problems {
                let span = problem.span
                keep(
                    .error(
                        problem.identifier, problem.summary,
                        at: parsed.source.place(utf8Offset: span.start, length: span.end - span.start),
                        help: problem.help))
            }
        }
        let used = library.parsed.reduce(into: Set<String>()) { $0.formUnion($1.references) }
        var templates: [String: Template] = [:]
        // Pages first: what they find wrong in a shared template is told with the way to it.
        let ordered = library.parsed.sorted { a, b in
            let (x, y) = (views[a.name] == nil, views[b.name] == nil)
            return x == y ? a.name < b.name : !x
        }
        for parsed in ordered {
            let compiler = Compiler(library, template: parsed, view: views[parsed.name])
            let program = compiler.compile()
            // A part that other templates use may need their names and their place in the page.
            let isPart = views[parsed.name] == nil && used.contains(parsed.name)
            for diagnostic in compiler.diagnostics where !(isPart && Self.partial.contains(diagnostic.identifier)) {
                keep(diagnostic)
            }
            if compiler.diagnostics.isEmpty, parsed.problems.isEmpty {
                templates[parsed.name] = Template(program: program)
            }
        }
        for name in views.keys.sorted() where library.templates[name] == nil {
            keep(
                .error(
                    "unknown-template", "there is no template '\(name)'", at: Place(file: name),
                    help: suggestion(for: name, among: library.templates.keys)))
        }
        guard diagnostics.isEmpty else { throw TemplateLoadingError(diagnostics: diagnostics) }
        self.templates = templates
    }

    /// What is no fault in a template that only makes part of a page.
    private static let partial: Set<String> = [
        "unsafe-context", "context-mismatch", "unknown-variable", "missing-block", "unknown-function",
        "misplaced-super",
    ]

    /// The template of a name, if it can be rendered by itself.
    package func template(named name: String) -> Template? { templates[name] }

    /// The names of the templates that can be rendered by themselves, sorted.
    package var templateNames: [String] { templates.keys.sorted() }

    private struct DiagnosticKey: Hashable {
        let identifier: String
        let summary: String
        let place: Place?

        init(_ diagnostic: Diagnostic) {
            identifier = diagnostic.identifier
            summary = diagnostic.summary
            place = diagnostic.place
        }
    }
}

/// Everything that is wrong with a set of templates.
package struct TemplateLoadingError: Error, Sendable {
    package let diagnostics: [Diagnostic]
}

/// Why a template could not be rendered.
package struct TemplateError: Error, Sendable {
    package let diagnostic: Diagnostic

    package init(diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

/// The templates as they were read, with what the host provides.
final class Library: Sendable {
    let options: TemplateOptions
    let parsed: [ParsedTemplate]
    let templates: [String: ParsedTemplate]
    let globals: [String: Value]
    let filters: [String: TemplateEnvironment.HostFunction]
    let functions: [String: TemplateEnvironment.HostFunction]
    let filterNames: [String]
    let functionNames: [String]

    init(
        sources: [TemplateSource], options: TemplateOptions, globals: [String: Value],
        filters: [String: TemplateEnvironment.HostFunction], functions: [String: TemplateEnvironment.HostFunction]
    ) {
        self.options = options
        parsed = sources.enumerated().map { ParsedTemplate($1, index: $0, options: options) }
        templates = Dictionary(parsed.map { ($0.name, $0) }) { first, _ in first }
        self.globals = globals
        self.filters = filters
        self.functions = functions
        filterNames = filters.keys.sorted()
        functionNames = functions.keys.sorted()
    }
}
