import Diagnostics
import Text

/// The reading of one file: its text, and the problems found in it so far.
package final class Reading {
    package let source: SourceText
    package private(set) var diagnostics: [Diagnostic] = []

    package init(source: SourceText) {
        self.source = source
    }

    func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    func error(_ identifier: String, _ summary: String, at mark: Mark, help: String? = nil) {
        diagnostics.append(.error(identifier, summary, at: source.place(mark), help: help))
    }

    func warning(_ identifier: String, _ summary: String, at mark: Mark, help: String? = nil) {
        diagnostics.append(.warning(identifier, summary, at: source.place(mark), help: help))
    }
}
