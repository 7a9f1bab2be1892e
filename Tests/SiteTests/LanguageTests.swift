import TestSupport
import Testing
import Text

@testable import Site

/// An atlas whose content is Greek, built in a language that marks every text of the catalogue: what is Latin and not marked
/// was written elsewhere.
@Suite("The language of the site")
struct SiteLanguageTests {
    static let invented = Language(code: "en") { "⟦\($0)⟧" }

    /// What is neither English nor Greek: identifiers of registers and documents.
    static let names: Set<String> = ["NCT", "xyz"]

    @Test(
        "No English is left on any page, plot or table that the catalogue did not say",
        arguments: [
            FileTree.richAtlas,
            // A plan that asks to pool what is one study only.
            FileTree.richAtlas.replacing(
                "    pool: false\n    because: One trial is no synthesis.\n", with: "",
                in: "Content/questions/does-walking-help.md"),
        ])
    func nothingUnsaid(atlas: FileTree) async throws {
        let folder = try SiteFolder(atlas.inGreek)
        let report = try await folder.build { $0.language = Self.invented }
        #expect(report.isPublished, "\(report.diagnostics.sorted.map(\.diagnostic.summary))")
        var leaks: [String] = []
        for (path, bytes) in try folder.contents().sorted(by: { $0.key < $1.key }) {
            let text = String(decoding: bytes, as: UTF8.self)
            if path.hasSuffix(".html") || path.hasSuffix(".svg"), !path.hasPrefix("/assets/") {
                let page = PageText(text)
                // A text of a plot may stand on several lines, and its mark end on a later one.
                var depth = 0
                for line in page.lines where Self.isUnsaid(line, depth: &depth) { leaks.append("\(path): \(line)") }
                for line in page.attributes where Self.isUnsaid(line) { leaks.append("\(path), read out: \(line)") }
            } else if path.hasSuffix(".R") {
                // What is expected, and how to run it, is for programs.
                for line in text.split(separator: "\n")
                where line.hasPrefix("# ") && !line.hasPrefix("# expect ") && !line.contains("Rscript")
                    && Self.isUnsaid(String(line))
                {
                    leaks.append("\(path): \(line)")
                }
            }
        }
        #expect(leaks.isEmpty, "\(leaks.count) texts:\n\(leaks.prefix(400).joined(separator: "\n"))")
    }

    @Test("The marks of the invented language are whole, so that no text of it was taken apart")
    func nothingTakenApart() async throws {
        let folder = try SiteFolder(.richAtlas.inGreek)
        try await folder.build { $0.language = Self.invented }
        for (path, bytes) in try folder.contents() where path.hasSuffix(".html") {
            // A text of a plot may stand on several lines.
            let text = PageText(String(decoding: bytes, as: UTF8.self)).lines.joined(separator: " ")
            var depth = 0
            for character in text where depth >= 0 { depth += character == "⟦" ? 1 : character == "⟧" ? -1 : 0 }
            #expect(depth == 0, "\(path)")
        }
    }

    /// Whether a text has a word in Latin letters outside of the marks.
    static func isUnsaid(_ text: String) -> Bool {
        var depth = 0
        return isUnsaid(text, depth: &depth)
    }

    /// The same for a line that begins within so many marks.
    static func isUnsaid(_ text: String, depth: inout Int) -> Bool {
        var words: [String] = []
        var word = ""
        for character in text + " " {
            switch character {
            case "⟦": depth += 1
            case "⟧": depth -= 1
            default: break
            }
            if depth == 0, character.isASCII, character.isLetter {
                word.append(character)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        return words.contains { !names.contains($0) }
    }

    @Test("The test itself finds what is not said")
    func detector() {
        #expect(!Self.isUnsaid("⟦12 ⟦studies⟧⟧ Αβψ 1.40"))
        #expect(Self.isUnsaid("⟦12⟧ studies"))
        #expect(Self.isUnsaid("HR 0.90"))
        #expect(!Self.isUnsaid("NCT00000001"))
    }
}
