import Testing
import TestSupport

@testable import Evidence

/// The repository's own content, where it is at hand.
private enum Repository {
    static let root = "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

    static func contentFiles() -> [ContentFile] {
        FolderListing.files(below: root + "/Content").compactMap { path in
            Golden.read("\(root)/Content/\(path)").map {
                ContentFile(path: path, name: "Content/" + path, bytes: Array($0.utf8))
            }
        }
    }
}

@Suite("The content of the repository")
struct ContentTests {
    /// The documents are kept beside the repository, not in it.
    private static let documents = Repository.root + "/../shared/sources"

    @Test("Every figure occurs in its document exactly as it is recorded")
    func printedFigures() async {
        let (atlas, _) = await AtlasReader.read(Repository.contentFiles(), jobs: 2)
        var texts: [String: String] = [:]
        for source in atlas.sources {
            guard let name = source.document, let text = Golden.read("\(Self.documents)/\(name)") else { continue }
            texts[source.id] = Self.withoutSpace(text)
        }
        guard !texts.isEmpty else {
            print("The documents are not at hand; the figures were not compared with them.")
            return
        }
        var compared = 0
        for study in atlas.studies {
            study.forEachProvenance { provenance in
                guard let text = texts[provenance.source] else { return }
                for figure in provenance.printed {
                    compared += 1
                    #expect(text.contains(Self.withoutSpace(figure)), "\(study.id), \(provenance.source), \(provenance.at): \(figure)")
                }
            }
        }
        #expect(compared > 1000)
    }

    @Test("HORRAD and STAMPEDE pool to 0.915 (0.810 to 1.034), beside the published 0.92 (0.81 to 1.04)")
    func prostate() async throws {
        let (atlas, _) = await AtlasReader.read(Repository.contentFiles(), jobs: 2)
        let (syntheses, _) = Synthesiser.run(atlas)
        let synthesis = try #require(syntheses.synthesis("prostate-primary-radiotherapy", "os"))
        let pooled = try #require(synthesis.pooled)
        let natural = [pooled.estimate.estimate, pooled.estimate.interval.low, pooled.estimate.interval.high].map {
            ValueText.fixed(synthesis.measure.printedScale($0), decimals: 3)
        }
        #expect(natural == ["0.915", "0.810", "1.034"])
        #expect(synthesis.published.first.map { ValueText.effect($0.effect) } == "HR 0.92 (95\u{202F}% CI 0.81 to 1.04)")
        #expect(pooled.patients == 2493 && synthesis.published.first?.study.patients == 2126)
    }

    private static func withoutSpace(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
