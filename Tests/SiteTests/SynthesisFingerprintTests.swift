import TestSupport
import Testing
import Text

@testable import Evidence
@testable import Site

/// What a synthesis can show decides its fingerprint, and nothing else does.
@Suite("Fingerprints of syntheses")
struct SynthesisFingerprintTests {
    private func fingerprint(_ tree: FileTree) async throws -> Fingerprint {
        let files = tree.paths.filter { $0.hasPrefix("Content/") }.map {
            ContentFile(path: String($0.dropFirst("Content/".count)), name: $0, bytes: Array((tree[$0] ?? "").utf8))
        }
        let (atlas, _) = await AtlasReader.read(files)
        return Fingerprint(of: try #require(Synthesiser.run(atlas).syntheses.synthesis("does-it-help", "os")))
    }

    @Test(
        "A change of what is shown changes it",
        arguments: [
            ("value: 0.90, low: 0.70, high: 1.14", "value: 0.90, low: 0.70, high: 1.15"), ("name: ALPHA", "name: ALFA"),
            ("n: 432", "n: 433"), ("setting: metastatic\n", ""),
        ])
    func shown(_ old: String, _ new: String) async throws {
        let before = try await fingerprint(.smallAtlas)
        #expect(
            try await fingerprint(.smallAtlas.replacing(old, with: new, in: "Content/studies/alpha.yaml")) != before)
    }

    @Test("A change of what no synthesis shows does not")
    func notShown() async throws {
        let before = try await fingerprint(.smallAtlas)
        let tree = FileTree.smallAtlas.replacing(
            "status: completed", with: "status: stopped", in: "Content/studies/alpha.yaml")
        #expect(try await fingerprint(tree) == before)
        #expect(try await fingerprint(.smallAtlas) == before)
    }
}
