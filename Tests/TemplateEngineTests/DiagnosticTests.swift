import Foundation
import Testing

@testable import TemplateEngine

@Suite("What is said about mistakes")
struct DiagnosticTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Goldens/diagnostics.txt")

    private static func load(_ example: DiagnosticCase) throws(TemplateLoadingError) -> Template? {
        let environment = try TemplateEnvironment(
            sources: example.templates.map { TemplateSource(name: $0.0, text: $0.1) }, options: example.options,
            views: [example.name: DiagnosticCase.page],
            functions: [
                "fail": { arguments in throw TemplateHostError("the address '\(arguments[0].text ?? "")' is taken") }
            ])
        return environment.template(named: example.name)
    }

    private static func transcript(_ example: DiagnosticCase, isRendered: Bool) -> String {
        var out = ""
        for (name, text) in example.templates { out += "=== \(name)\n\(text)\n" }
        out += "---\n"
        do {
            guard let template = try load(example) else { return out + "not compiled\n" }
            let made: String = try template.render(DiagnosticCase.data)
            return out + "no problem: \(made)\n"
        } catch let error as TemplateLoadingError {
            return out + (isRendered ? "found when loading:\n" : "") + Problems(error.diagnostics).text
        } catch let error as TemplateError {
            return out + (isRendered ? "" : "found when rendering:\n") + Problems([error.diagnostic]).text
        } catch {
            return out + "\(error)\n"
        }
    }

    /// `RECORD_GOLDENS=1` writes the file anew.
    @Test("exact text") func text() throws {
        let made =
            DiagnosticCase.loading.map { Self.transcript($0, isRendered: false) }
            + DiagnosticCase.rendering.map { Self.transcript($0, isRendered: true) }
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
            try made.joined(separator: "\n").write(to: Self.file, atomically: true, encoding: .utf8)
        }
        let recorded = try String(contentsOf: Self.file, encoding: .utf8).components(separatedBy: "\n=== page")
        let fresh = made.joined(separator: "\n").components(separatedBy: "\n=== page")
        #expect(fresh.count == recorded.count)
        for (a, b) in zip(fresh, recorded) { #expect(a == b) }
    }
}
