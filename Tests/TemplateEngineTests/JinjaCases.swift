import Diagnostics
import Foundation
import Testing

@testable import TemplateEngine

/// Templates whose output was made by Jinja2 itself; see Jinja/make_cases.py.
struct JinjaCase: Sendable, CustomTestStringConvertible {
    let template: String
    let templates: [(String, String)]
    let options: TemplateOptions
    /// Nil if Jinja refuses the template.
    let output: String?
    /// Whether loading has to refuse what Jinja renders, because it uses what the engine does not have.
    let isRefused: Bool
    let data: Value

    var testDescription: String { template }

    static let file: ValueMap = {
        // Jinja/random_cases.py makes others, to look for differences.
        let other = ProcessInfo.processInfo.environment["JINJA_CASES"].map { URL(fileURLWithPath: $0) }
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let path = other ?? folder.appendingPathComponent("Jinja/cases.json")
        guard let text = try? String(contentsOf: path, encoding: .utf8), case .map(let map) = JSONReader.read(text)
        else {
            preconditionFailure("Jinja/cases.json cannot be read.")
        }
        return map
    }()

    static let commonData: Value = file["data"] ?? .none

    static let all: [JinjaCase] = {
        guard case .list(let cases)? = file["cases"] else { return [] }
        return cases.compactMap { item in
            guard case .map(let map) = item, let template = map["template"]?.text else { return nil }
            var options = TemplateOptions()
            if case .map(let given)? = map["options"] {
                options.trimBlocks = given["trim_blocks"] == true
                options.lstripBlocks = given["lstrip_blocks"] == true
                options.keepsTrailingNewline = given["keep_trailing_newline"] == true
            }
            var templates: [(String, String)] = []
            if case .map(let given)? = map["templates"] {
                templates = zip(given.keys, given.values).map { ($0.text ?? "", $1.text ?? "") }
            }
            return JinjaCase(
                template: template, templates: templates, options: options, output: map["output"]?.text,
                isRefused: map["refused"] == true, data: map["lines"] == true ? file["lineData"] ?? .none : commonData)
        }
    }()

    /// What loading says is wrong with the template; nil if nothing is.
    func loadingProblems() -> String? {
        do {
            _ = try TemplateEnvironment(sources: [TemplateSource(name: "case.html", text: template)])
            return nil
        } catch {
            return Problems(error.diagnostics).text
        }
    }

    func run() -> Result<String, Problems> {
        let sources = ([("case.html", template)] + templates).map { TemplateSource(name: $0.0, text: $0.1) }
        do {
            let environment = try TemplateEnvironment(sources: sources, options: options)
            guard let template = environment.template(named: "case.html") else {
                return .failure(Problems(text: "not compiled"))
            }
            return .success(try template.render(data))
        } catch let error as TemplateLoadingError {
            return .failure(Problems(error.diagnostics))
        } catch let error as TemplateError {
            return .failure(Problems([error.diagnostic]))
        } catch {
            return .failure(Problems(text: "\(error)"))
        }
    }
}

/// Diagnostics as the terminal shows them.
struct Problems: Error, Equatable {
    let text: String

    init(text: String) { self.text = text }

    init(_ diagnostics: [Diagnostic]) {
        var collector = DiagnosticCollector()
        collector.report(contentsOf: diagnostics)
        text = DiagnosticWriter(format: .text).write(collector)
    }
}

@Suite("As Jinja does")
struct JinjaTests {
    @Test("what is not there is refused when the template is loaded", arguments: JinjaCase.all.filter(\.isRefused))
    func refused(_ jinja: JinjaCase) { #expect(jinja.loadingProblems() != nil) }

    @Test("same output", arguments: JinjaCase.all.filter { !$0.isRefused })
    func output(_ jinja: JinjaCase) {
        switch (jinja.run(), jinja.output) {
        case (.success(let made), let expected?): #expect(made == expected)
        case (.success(let made), nil): Issue.record("Jinja refuses this, but here it makes \(made)")
        case (.failure(let problems), .some): Issue.record("\(problems.text)")
        case (.failure, nil): break
        }
    }

    @Test("there are enough cases") func count() { #expect(JinjaCase.all.count >= 2000) }
}
