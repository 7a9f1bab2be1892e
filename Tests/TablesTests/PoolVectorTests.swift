import Diagnostics
import Foundation
import MetaAnalysis
import Testing
import Text

@testable import Tables

@Suite("atlas pool --json against metafor's reference values")
struct PoolVectorTests {
    /// The reference values, read loosely.
    static var vectors: [[String: Any]] {
        let path =
            "\(#filePath)".split(separator: "/").dropLast(2).reduce("") { $0 + "/" + $1 }
            + "/MetaAnalysisTests/Vectors/metafor.json"
        let root =
            (try? JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path)))) as? [String: Any]
        return root?["datasets"] as? [[String: Any]] ?? []
    }

    @Test("Every dataset, written as a table and pooled", arguments: vectors.indices)
    func dataset(_ index: Int) throws {
        let data = Self.vectors[index]
        let studies = try #require(data["studies"] as? [[String: Any]])
        let hasGroups = studies.allSatisfy { $0["group"] is String }
        var csv = "study,yi,vi" + (hasGroups ? ",group" : "") + "\n"
        for study in studies {
            let label = (study["label"] as? String ?? "").replacing("\"", with: "\"\"")
            csv += "\"\(label)\",\(try #require(study["yi"] as? Double)),\(try #require(study["vi"] as? Double))"
            csv += (hasGroups ? ",\"\(study["group"] as? String ?? "")\"" : "") + "\n"
        }
        let relative = max(data["tolerance_relative"] as? Double ?? 1e-8, 1e-8)
        for method in ["DL", "PM", "REML", "ML", "EB", "SJ", "HE"] {
            guard studies.count > 1 else { continue }
            var options = TableOptions()
            options.pooling.method = try #require(PoolingMethod(name: method))
            options.pooling.test = .wald
            let report = try pool(csv, options)
            let random = try #require(report["random"] as? [String: Any])
            let reference = try #require((data["RE"] as? [String: Any])?[method] as? [String: Any])
            for (key, other) in [
                ("estimate", "estimate"), ("se", "se"), ("ciLow", "ci_lb"), ("ciHigh", "ci_ub"), ("p", "p"),
            ] {
                close(random[key], reference[other], relative, 1e-12, "\(method) \(key)")
            }
            close(random["tau2"], reference["tau2"], relative, 1e-9, "\(method) tau2")
            #expect(random["method"] as? String == method && random["test"] as? String == "z" && random["df"] == nil)
        }
        let report = try pool(csv, TableOptions())
        let expectedKeys: Set<String> =
            studies.count == 1
            ? ["k", "measure", "level", "studies", "cautions"]
            : [
                "k", "measure", "level", "studies", "common", "random", "heterogeneity", "cumulative", "sensitivity",
            ]
        #expect(expectedKeys.isSubset(of: report.keys))
        #expect((report["egger"] != nil) == (studies.count >= 10))
        #expect((report["trimFill"] != nil) == (studies.count >= 10))
        #expect((report["leaveOneOut"] != nil) == (studies.count >= 3))
        #expect((report["prediction"] != nil) == (studies.count >= 3))
        #expect((report["subgroups"] != nil) == (hasGroups && Set(studies.map { $0["group"] as? String }).count > 1))
        if let common = report["common"] as? [String: Any], let reference = data["FE"] as? [String: Any] {
            close(common["estimate"], reference["estimate"], relative, 1e-12, "common")
            close(common["z"], reference["z"], relative, 1e-12, "z")
        }
    }

    private func pool(_ csv: String, _ options: TableOptions) throws -> [String: Any] {
        var collector = DiagnosticCollector()
        let analysis = try #require(
            TableAnalysis(TableSource(name: "t.csv", text: csv), options: options, language: .english, &collector))
        let text = analysis.report.json()
        #expect(!text.contains(": null") && !text.lowercased().contains(": nan") && !text.contains(": inf"))
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func close(_ value: Any?, _ reference: Any?, _ relative: Double, _ absolute: Double, _ name: String) {
        guard let expected = reference as? Double else { return }
        guard let value = value as? Double else {
            Issue.record("\(name) is missing, expected \(expected)")
            return
        }
        #expect(
            abs(value - expected) <= max(relative * abs(expected), absolute), "\(name): \(value), expected \(expected)")
    }
}
