import Evidence
import TemplateEngine
import Text

/// The files of a synthesis that readers can take away beside its plots: the data that it was made from, a script that pools
/// them again, and everything that was computed.
struct SynthesisFiles {
    let synthesis: Synthesis
    let language: Language

    func tables() -> [(path: String, content: Page.Content)] {
        let folder = Routes.files(synthesis)
        return [
            (folder + "data.csv", .bytes(data())),
            (
                folder + "analysis.R",
                .bytes(Array(ReproducingScript(synthesis: synthesis, language: language).text.utf8))
            ),
            (folder + "synthesis.json", .bytes(Array(SynthesisRecord(synthesis: synthesis).json.utf8))),
        ]
    }

    /// The effects of the synthesis, a row a study: the printed scale, the analysis scale, and where they are printed.
    private func data() -> [UInt8] {
        var table = CSVWriter(columns: [
            "study", "id", "pooled", "group", "patients", "estimate", "low", "high", "yi", "sei", "weight", "derived",
            "inverted", "source", "at", "printed",
        ])
        for row in synthesis.rows {
            let place = row.provenance.first
            table.add([
                row.label, row.study, row.isPooled ? "true" : "false", row.group ?? "",
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
