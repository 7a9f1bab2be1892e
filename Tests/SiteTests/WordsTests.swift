import TestSupport
import Testing

@testable import Site

/// An atlas may have words of its own for what it is about.
@Suite("Words of an atlas")
struct WordsTests {
    @Test("Words of site.yaml stand in place of disease, treatment and patients, on pages and plots")
    func words() async throws {
        let tree = FileTree.richAtlas.replacing(
            "disclaimer: Not advice.",
            with: """
                disclaimer: Not advice.
                words:
                  disease: {one: problem, many: problems}
                  treatment: {one: programme, many: programmes}
                  patients: {one: child, many: children}
                """, in: "Content/site.yaml")
        let folder = try SiteFolder(tree)
        let report = try await folder.build()
        #expect(report.isPublished, "\(report.diagnostics.sorted.map(\.diagnostic.summary))")
        let lines = try folder.contents().filter { $0.key.hasSuffix(".html") || $0.key.hasSuffix(".svg") }.flatMap {
            let page = PageText(String(decoding: $0.value, as: UTF8.self))
            return (page.lines + page.attributes).map { $0.lowercased() }
        }
        #expect(lines.contains { $0.contains("studies by problem and setting") })
        #expect(lines.contains { $0.contains("children") })
        for word in ["disease", "diseases", "treatment", "treatments", "patient", "patients"] {
            let found = lines.filter { line in line.split { !$0.isLetter }.contains { $0 == word } }
            #expect(found.isEmpty, "\(word): \(found.prefix(5))")
        }
    }

    @Test("Half of a word is an error at its place")
    func half() async throws {
        let tree = FileTree.richAtlas.replacing(
            "disclaimer: Not advice.", with: "disclaimer: Not advice.\nwords: {disease: {one: problem}}",
            in: "Content/site.yaml")
        let folder = try SiteFolder(tree)
        let report = try await folder.build()
        #expect(!report.isPublished)
        #expect(report.diagnostics.sorted.map(\.diagnostic.summary) == ["'disease' needs 'many'"])
    }
}
