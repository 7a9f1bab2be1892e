import TestSupport
import Testing
import Text

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
                    #expect(
                        text.contains(Self.withoutSpace(figure)),
                        "\(study.id), \(provenance.source), \(provenance.at): \(figure)")
                }
            }
        }
        #expect(compared > 1000)
    }

    @Test("Every number of a result stands in the figures that are recorded as printed")
    func numbersOfResults() async {
        let (atlas, _) = await AtlasReader.read(Repository.contentFiles(), jobs: 2)
        var compared = 0
        for study in atlas.studies {
            for result in study.results {
                let printed = Self.numbers(in: result.provenance.flatMap(\.printed).joined(separator: " "))
                for number in result.recordedNumbers {
                    compared += 1
                    #expect(printed.contains(number), "\(study.id)/\(result.id): \(number)")
                }
            }
            for item in study.enrolment {
                compared += 1
                let printed = Self.numbers(in: item.provenance.flatMap(\.printed).joined(separator: " "))
                #expect(printed.contains(Double(item.n)), "\(study.id): \(item.kind.rawValue) \(item.n)")
            }
        }
        #expect(compared > 500)
    }

    /// Numbers that the documents write as words.
    private static let words: [String: Double] = [
        "no": 0, "none": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "fourteen": 14, "ninety-three": 93,
    ]

    /// Every number in a text, with a point or a comma for the decimals, and also without grouping of thousands.
    private static func numbers(in text: String) -> Set<Double> {
        var found = Set(
            text.lowercased().split { !($0.isLetter || $0 == "-") }.compactMap { words[String($0)] })
        // Thousands may be set apart by a space.
        let pieces = text.split(separator: " ").map(String.init)
        for (first, second) in zip(pieces, pieces.dropFirst()) where second.count == 3 {
            if let number = Double(first + second) { found.insert(number) }
        }
        var token = ""
        for character in text + " " {
            if character.isASCII, character.isNumber || character == "." || character == "," {
                token.append(character)
                continue
            }
            let plain = token.trimmingMarks
            for candidate in [plain, plain.replacing(",", with: "."), plain.replacing(",", with: "")] {
                if let number = Double(candidate) { found.insert(number) }
            }
            token = ""
        }
        return found
    }

    /// Numbers of subsets, of a pool of studies, or that contradict one another, look like stages and are none.
    @Test("A flow is drawn for the studies whose documents print one, and for no other")
    func flows() async {
        let (atlas, _) = await AtlasReader.read(Repository.contentFiles(), jobs: 2)
        let stages = ["bourgier-2010", "e2108", "le-scodan-2009", "sindas", "sohaib-2025"]
        let arms = [
            "cho-2016", "culp-2014", "fossati-2015", "gomez-2016", "iyengar-2018", "leyh-bannurah-2017",
            "loppenberg-2017",
            "mf07-01", "parikh-2017", "rusthoven-2016", "sabr-comet", "satkunasivam-2015", "xu-2018",
        ]
        #expect(atlas.studies.filter { $0.flow != nil }.map(\.id).sorted() == (stages + arms).sorted())
        #expect(atlas.study("badwe-2015")?.noFlow != nil)
        for id in arms { #expect(atlas.study(id)?.flow?.imbalances == [], "\(id)") }
        // None of the documents judges with a tool.
        #expect(atlas.studies.allSatisfy { $0.riskOfBias.isEmpty })
    }

    @Test("HORRAD and STAMPEDE pool to 0.915 (0.810 to 1.034), beside the published 0.92 (0.81 to 1.04)")
    func prostate() async throws {
        let (atlas, _) = await AtlasReader.read(Repository.contentFiles(), jobs: 2)
        let (syntheses, _) = Synthesiser.run(atlas)
        let synthesis = try #require(syntheses.synthesis("prostate-primary-radiotherapy", "os"))
        let pooled = try #require(synthesis.pooled)
        let natural = [pooled.estimate.estimate, pooled.estimate.interval.low, pooled.estimate.interval.high].map {
            NumberStyle().fixed(synthesis.measure.printedScale($0), decimals: 3)
        }
        #expect(natural == ["0.915", "0.810", "1.034"])
        #expect(
            synthesis.published.first.map { $0.effect.text(in: .english) } == "HR 0.92 (95\u{202F}% CI 0.81 to 1.04)")
        #expect(pooled.patients == 2493 && synthesis.published.first?.patients == 2126)
    }

    private static func withoutSpace(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}

extension String {
    /// Without points and commas at the end; with a zero before a point at the start.
    fileprivate var trimmingMarks: String {
        var text = self
        while let last = text.last, last == "." || last == "," { text.removeLast() }
        return text.hasPrefix(".") ? "0" + text : text
    }
}

extension StudyResult {
    /// The numbers that the record states, as they are printed.
    fileprivate var recordedNumbers: [Double] {
        var found: [Double] = []
        if let effect {
            found += [effect.value, effect.interval?.low, effect.interval?.high].compactMap { $0?.value }
        }
        for entry in values.flatMap(\.entries) {
            switch entry.value {
            case .number(let number, let interval):
                found += [number, interval?.low, interval?.high].compactMap { $0?.value }
            case .count(let events, let total): found += [events, total].compactMap { $0.map(Double.init) }
            case .above(let number), .below(let number): found.append(number.value)
            case .notReached: break
            }
        }
        return found
    }
}
