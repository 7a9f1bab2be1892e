import TestSupport
import Testing

@testable import Site

/// What a reader of each kind of page gets of a small atlas that has something of everything: the text, a line a block, then
/// the texts of attributes that are read out.
///
/// Read every difference as a clinician would: the direction, the arm, the number, the unit.
@Suite("The text of each kind of page")
struct PageGoldenTests {
    static let pages = [
        "index.html", "questions/index.html", "questions/does-walking-help/index.html", "studies/index.html",
        "studies/alpha/index.html", "studies/beta/index.html", "studies/gamma/index.html", "studies/delta/index.html",
        "studies/pooled/index.html", "sources/index.html", "sources/review-2020/index.html", "glossary/index.html",
        "conditions/stroke/index.html", "interventions/walking/index.html", "outcomes/recovery/index.html",
        "map/index.html",
        "ongoing/index.html", "discrepancies/index.html", "about/index.html", "404.html",
    ]

    @Test("The text")
    func texts() async throws {
        let folder = try SiteFolder(.richAtlas)
        let report = try await folder.build()
        #expect(report.isPublished)
        for path in Self.pages {
            let page = PageText(try #require(folder.read("Public/\(path)"), "there is no \(path)"))
            let name = path.hasSuffix("/index.html") ? String(path.dropLast("/index.html".count)) : path
            var seen: Set<String> = []
            let spoken = page.attributes.filter { !$0.isEmpty && seen.insert($0).inserted }
            let text = (page.lines + ["", "Read out:"] + spoken).joined(separator: "\n") + "\n"
            let expected = Golden("pages/\(name.replacing("/", with: "-")).txt").expected(recording: text)
            for (number, (line, other)) in zip(text.split(separator: "\n"), expected.split(separator: "\n"))
                .enumerated()
            where line != other {
                Issue.record("\(path), line \(number + 1): '\(line)' in place of '\(other)'")
                break
            }
            #expect(text.count == expected.count, "\(path)")
        }
    }

    @Test("Every template that makes pages has one here")
    func all() throws {
        let templates = PageViews.byTemplate.keys.filter { $0.hasSuffix(".html") }
        #expect(templates.count == 14)
    }
}
