import Diagnostics
import TestSupport

@testable import Evidence

extension FileTree {
    /// The files below `Content/`.
    var contentFiles: [ContentFile] {
        paths.filter { $0.hasPrefix("Content/") }.map {
            ContentFile(path: String($0.dropFirst("Content/".count)), name: $0, bytes: Array((self[$0] ?? "").utf8))
        }
    }

    /// The atlas, its syntheses, and everything that is wrong with them.
    func checked() async -> (atlas: Atlas, syntheses: Syntheses, diagnostics: DiagnosticCollector) {
        var collector = DiagnosticCollector()
        let (atlas, reading) = await AtlasReader.read(contentFiles)
        collector.report(contentsOf: reading)
        collector.report(contentsOf: await AtlasValidator.validate(atlas))
        let (syntheses, failures) = Synthesiser.run(atlas)
        collector.report(contentsOf: failures)
        collector.report(contentsOf: await ProseChecker.check(atlas, syntheses, in: .english))
        return (atlas, syntheses, collector)
    }

    /// The text of all problems.
    func problems() async -> String {
        DiagnosticWriter(format: .text).write(await checked().diagnostics)
    }
}
