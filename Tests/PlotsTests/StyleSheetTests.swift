import Foundation
import Plots
import Testing

/// Every mark has a rule in the style sheets, and the two style sheets belong together.
@Suite struct StyleSheetTests {
    private static func template(_ path: String, file: String = #filePath) throws -> String {
        let root = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appendingPathComponent("Templates/" + path), encoding: .utf8)
    }

    /// The styles that only texts have; they inherit the ink.
    private static let inherited: Set<MarkStyle> = [
        .title, .header, .label, .group, .cell, .estimate, .limits, .pooled, .count,
    ]

    @Test(arguments: ["assets/plots.css", "plots/style.svg"])
    func everyStyleHasARule(file: String) throws {
        let sheet = try Self.template(file)
        for style in MarkStyle.allCases where !Self.inherited.contains(style) {
            let name = ".plot-" + style.rawValue
            let isThere = [" {", "{", ",", ":", " ."].contains { sheet.contains(name + $0) }
            #expect(isThere, "\(name) in \(file)")
        }
    }

    @Test func whatStandsAloneNeedsNoCustomProperties() throws {
        let sheet = try Self.template("plots/style.svg")
        #expect(!sheet.contains("var("))
        #expect(!sheet.contains("@import"))
        #expect(!sheet.contains("url("))
    }

    @Test func colouredRulesAreInBothSheets() throws {
        let inline = try Self.template("assets/plots.css").split(separator: "\n").filter { $0.contains("var(") }
        let alone = try Self.template("plots/style.svg")
        for rule in inline {
            let selector = rule.prefix { $0 != "{" }.trimmingCharacters(in: .whitespaces)
                .replacingOccurrences(of: ", ", with: ",")
            // Once for the light scheme, once for the dark.
            #expect(alone.components(separatedBy: selector + "{").count >= 3, "\(selector)")
        }
    }
}
