/// All syntheses of an atlas, by question and identifier.
package struct Syntheses: Sendable {
    package private(set) var all: [Synthesis] = []
    private var index: [String: [String: Int]] = [:]

    package init() {}

    mutating func add(_ synthesis: Synthesis) {
        index[synthesis.question, default: [:]][synthesis.id] = all.count
        all.append(synthesis)
    }

    package func synthesis(_ question: String, _ id: String) -> Synthesis? {
        index[question]?[id].map { all[$0] }
    }

    /// The syntheses of a question, in the order it plans them.
    package func of(_ question: Question) -> [Synthesis] {
        question.syntheses.compactMap { synthesis(question.id, $0.id) }
    }
}
