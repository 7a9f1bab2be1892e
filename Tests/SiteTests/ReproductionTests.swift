import Foundation
import TestSupport
import Testing

@testable import Site

@Suite("What reproduces a synthesis")
struct ReproductionTests {
    /// Three trials that disagree, pooled with every estimator; each script tries every test with some of them.
    private static let choices: [(id: String, lines: String)] =
        [("os-common", "model: common"), ("os-policy", "model: random")]
        + [
            ("REML", "knha"), ("DL", "z"), ("PM", "knha"), ("ML", "adhoc"), ("EB", "knha"), ("SJ", "z"),
            ("HE", "adhoc"),
        ]
        .map { estimator, test in
            ("os-\(estimator)".lowercased(), "model: random\n    method: \(estimator)\n    test: \(test)")
        }

    private static var tree: FileTree {
        var tree = FileTree.smallAtlas
        let beta = tree["Content/studies/beta.yaml"] ?? ""
        tree["Content/studies/gamma.yaml"] = beta.replacing("name: BETA", with: "name: \"=GAMMA, \\\"é\\\"\"")
            .replacing("value: 0.92, low: 0.80, high: 1.06, p: \"0.27\"", with: "value: 0.52, low: 0.40, high: 0.68")
            .replacing("HR 0.92 (0.80–1.06), p = 0.27", with: "HR 0.52 (0.40–0.68)")
        let question = tree["Content/questions/does-it-help.md"] ?? ""
        let start = question.firstRange(of: "  - id: os\n")?.lowerBound ?? question.endIndex
        let end = question.firstRange(of: "    published:\n")?.lowerBound ?? question.endIndex
        let plan = question[start..<end].replacing(
            "      - {study: beta, result: overall-survival}\n",
            with: "      - {study: beta, result: overall-survival}\n      - {study: gamma, result: overall-survival}\n")
        let plans = choices.map { choice in
            plan.replacing("id: os\n", with: "id: \(choice.id)\n").replacing("model: common", with: choice.lines)
        }
        tree["Content/questions/does-it-help.md"] = question[..<start] + plans.joined() + question[start...]
        tree.replace(
            "  - {study: beta, role: direct}",
            with: "  - {study: beta, role: direct}\n  - {study: gamma, role: direct}",
            in: "Content/questions/does-it-help.md")
        return tree
    }

    @Test("A script says what it must print, from the value of the page")
    func expectations() async throws {
        let site = try SiteFolder()
        try await site.build()
        let script = try #require(site.read("Public/questions/does-it-help/os/analysis.R"))
        let expected = script.split(separator: "\n").filter { $0.hasPrefix("# expect ") }.map { $0.dropFirst(9) }
        #expect(
            Array(expected.prefix(7)) == [
                "studies 2", "pooled 0.9150 0.8100 1.0336", "p 0.1529", "q 0.0234 1 0.8784", "i2 0.00",
                "weight alpha 24.98", "weight beta 75.02",
            ])
        #expect(expected.count == 14)
        let page = try #require(site.read("Public/questions/does-it-help/index.html"))
        #expect(
            page.contains("questions/does-it-help/os/analysis.R\"")
                && page.contains("questions/does-it-help/os/synthesis.json\""))
    }

    @Test("The record has the numbers of the page, on the analysis scale, and no null")
    func record() async throws {
        let site = try SiteFolder()
        try await site.build()
        let text = try #require(site.read("Public/questions/does-it-help/os/synthesis.json"))
        #expect(!text.contains("null"))
        let record = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(
            record.keys.sorted() == [
                "alternatives", "heterogeneity", "id", "level", "measure", "outcome", "plan", "pooled", "published",
                "question", "rounding", "scale", "sensitivity", "studies", "title",
            ])
        let pooled = try #require(record["pooled"] as? [String: Any])
        #expect(abs((pooled["estimate"] as? Double ?? 0) + 0.08887156093840903) < 1e-12)
        #expect(pooled["test"] as? String == "z" && pooled["k"] as? Int == 2)
    }

    @Test(
        "With every estimator R and metafor print the same digits",
        .enabled(if: hasMetafor, "R with metafor is missing"))
    func everyModel() async throws {
        let site = try SiteFolder(Self.tree)
        let report = try await site.build()
        let isPublished = report.isPublished
        try #require(isPublished, "\(report.diagnostics.sorted.map(\.diagnostic.summary))")
        for choice in Self.choices {
            let folder = "Public/questions/does-it-help/\(choice.id)"
            let script = try #require(site.read(folder + "/analysis.R"))
            let expected = script.split(separator: "\n").filter { $0.hasPrefix("# expect ") }.map {
                String($0.dropFirst(9))
            }
            #expect(expected.count > 10)
            let printed = try Self.run(["analysis.R"], in: site.path + "/" + folder)
            #expect(printed.split(separator: "\n").map(String.init) == expected, "\(choice.id)")
        }
    }

    private static let hasMetafor = (try? run(["-e", "library(metafor)"], in: "/tmp")) != nil

    /// What Rscript prints.
    @discardableResult
    private static func run(_ arguments: [String], in folder: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["Rscript"] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw MachineFailure("cannot run R", reason: "\(process.terminationStatus)")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
