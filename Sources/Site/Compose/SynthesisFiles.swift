import Evidence
import TemplateEngine

/// The files of a synthesis that readers can take away: the plot, the data that it was made from, a script that pools
/// them again, and everything that was computed.
struct SynthesisFiles {
    let context: SiteContext
    let synthesis: Synthesis

    /// The plots of the synthesis.
    func graphics() -> [Graphic] { SynthesisComposer(context: context, synthesis: synthesis, root: "").graphics() }

    func tables() -> [(path: String, content: Page.Content)] {
        let folder = Routes.files(synthesis)
        return [
            (folder + "data.csv", .bytes(data())),
            (folder + "analysis.R", .bytes(Array(ReproducingScript(synthesis: synthesis).text.utf8))),
            (folder + "synthesis.json", .bytes(Array(SynthesisRecord(synthesis: synthesis).json.utf8))),
        ]
    }

    /// The effects of the synthesis, a row a study: the printed scale, the analysis scale, and where they are printed.
    private func data() -> [UInt8] {
        var table = CSVTable(columns: [
            "study", "id", "pooled", "group", "patients", "estimate", "low", "high", "yi", "sei", "weight", "derived",
            "inverted", "source", "at", "printed",
        ])
        for row in synthesis.rows {
            let place = row.result.provenance.first
            table.add([
                row.label, row.study.id, row.isPooled ? "true" : "false", row.group ?? "",
                row.patients.map { "\($0)" } ?? "", "\(synthesis.measure.printedScale(row.estimate.estimate))",
                "\(row.limits.low)", "\(row.limits.high)", "\(row.estimate.estimate)",
                "\(row.estimate.standardError)", row.weight.map { "\($0)" } ?? "",
                row.effect.isDerived ? "true" : "false", row.effect.isInverted ? "true" : "false",
                place?.source ?? "", place?.at ?? "", place?.readable.joined(separator: "; ") ?? "",
            ])
        }
        return table.bytes
    }
}

/// A table in the format of RFC 4180, in UTF-8.
struct CSVTable {
    private(set) var bytes: [UInt8] = []

    init(columns: [String]) {
        add(columns)
    }

    mutating func add(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            // A text that a spreadsheet would run as a formula gets a harmless first character.
            let isFormula = cell.first.map { "=@\t\r".contains($0) } ?? false
            let text = isFormula ? "'" + cell : cell
            if text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) {
                bytes.append(UInt8(ascii: "\""))
                bytes.append(contentsOf: text.replacing("\"", with: "\"\"").utf8)
                bytes.append(UInt8(ascii: "\""))
            } else {
                bytes.append(contentsOf: text.utf8)
            }
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }
}
