import Diagnostics
import TestSupport
import Testing

@testable import Evidence

@Suite("Every mistake is said in plain words, at its place")
struct DiagnosticTests {
    @Test("The small atlas has no problem")
    func sound() async {
        #expect(await FileTree.smallAtlas.problems() == "")
    }

    @Test("The exact text", arguments: DiagnosticCase.all)
    func text(_ mistake: DiagnosticCase) async {
        let text = await mistake.tree.problems()
        #expect(!text.isEmpty)
        #expect(text == Golden("\(mistake.name).txt").expected(recording: text))
    }

    @Test("Several mistakes are all reported in one run")
    func all() async {
        var tree = FileTree.smallAtlas
        tree.replace("status:", with: "statis:", in: "Content/studies/alpha.yaml")
        tree.replace("conditions: [lung]", with: "conditions: [lnug]", in: "Content/studies/beta.yaml")
        tree.replace("term:trial", with: "term:trail", in: "Content/questions/does-it-help.md")
        let text = await tree.problems()
        for identifier in ["unknown-field", "unknown-condition", "unknown-term"] {
            #expect(text.contains("[\(identifier)]"))
        }
    }

    /// A diagnostic whose text no test holds could say anything.
    @Test("No diagnostic of the sources is without a case")
    func coverage() async {
        var covered: Set<String> = []
        for mistake in DiagnosticCase.all {
            for entry in await mistake.tree.checked().diagnostics.sorted { covered.insert(entry.diagnostic.identifier) }
        }
        // These need bytes, sizes or failures that a literal cannot hold; they have tests of their own.
        let elsewhere: Set<String> = ["invalid-utf8", "file-too-large", "missing-site", "pooling-failed"]
        for identifier in Self.identifiersInSources where !elsewhere.contains(identifier) {
            #expect(covered.contains(identifier), "no case makes '\(identifier)'")
        }
    }

    /// The identifiers that stand in the sources: quoted kebab-case words right after `error(` or `identifier:`.
    private static var identifiersInSources: Set<String> {
        var found: Set<String> = []
        let root = "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
        for folder in ["Prose", "Reading", "Synthesis", "Validation"] {
            for file in FolderListing.files(below: "\(root)/Sources/Evidence/\(folder)") {
                guard let text = Golden.read("\(root)/Sources/Evidence/\(folder)/\(file)") else { continue }
                for opening in ["error(", "warning(", "identifier: "] {
                    for part in text.split(separator: opening).dropFirst() {
                        let rest = part.drop { $0.isWhitespace }
                        guard rest.first == "\"" else { continue }
                        let word = rest.dropFirst().prefix { $0 != "\"" }
                        if word.contains("-"), word.allSatisfy({ $0.isLowercase || $0 == "-" }) {
                            found.insert(String(word))
                        }
                    }
                }
            }
        }
        return found
    }
}

@Suite("Input that is not text, or too much of it")
struct HostileInputTests {
    private func problems(_ path: String, _ bytes: [UInt8]) async -> [String] {
        let files = FileTree.smallAtlas.contentFiles + [ContentFile(path: path, name: "Content/" + path, bytes: bytes)]
        return await AtlasReader.read(files).diagnostics.map(\.identifier)
    }

    @Test func notUTF8() async {
        #expect(await problems("studies/x.yaml", [0xFF, 0xFE, 0x00]) == ["invalid-utf8"])
    }

    @Test func tooLarge() async {
        let bytes = [UInt8](repeating: 0x20, count: AtlasReader.maximumFileSize + 1)
        #expect(await problems("studies/x.yaml", bytes) == ["file-too-large"])
    }

    @Test("Lines may end as on Windows, and files begin with a byte order mark")
    func windows() async {
        let files = FileTree.smallAtlas.contentFiles.map { file in
            let text = "\u{FEFF}" + String(decoding: file.bytes, as: UTF8.self).replacing("\n", with: "\r\n")
            return ContentFile(path: file.path, name: file.name, bytes: Array(text.utf8))
        }
        #expect(await AtlasReader.read(files).diagnostics.isEmpty)
    }

    @Test func noSite() async {
        var tree = FileTree.smallAtlas
        tree["Content/site.yaml"] = nil
        #expect(
            await tree.problems()
                == "error: the content has no site.yaml [missing-site]\n   help: add one with at least 'name: …'\n")
    }

    @Test("Any prefix and any damaged byte of a study is read or refused, never fatal")
    func damaged() async {
        let text = Array((FileTree.smallAtlas["Content/studies/beta.yaml"] ?? "").utf8)
        var random = SystemRandomNumberGenerator()
        for length in stride(from: 0, to: text.count, by: 7) {
            _ = await problems("studies/x.yaml", Array(text[..<length]))
        }
        for _ in 0..<300 {
            var bytes = text
            for _ in 0..<3 {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0x09...0x7E, using: &random)
            }
            _ = await problems("studies/x.yaml", bytes)
        }
    }

    @Test("Deep nesting of any kind is refused or read, never fatal")
    func deep() async {
        for text in [
            String(repeating: "{a: ", count: 5000), String(repeating: "- ", count: 5000) + "x",
            String(repeating: "? ", count: 5000) + "x",
            (0..<900).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        ] {
            _ = await problems("studies/x.yaml", Array(text.utf8))
        }
    }
}
