/// All syntheses of an atlas, by question and identifier.
public struct Syntheses: Sendable {
    public private(set) var all: [Synthesis] = []
    private var index: [String: [String: Int]] = [:]

    public init() {}

    mutating func add(_ synthesis: Synthesis) {
        index[synthesis.question, default: [:]][synthesis.id] = all.count
        all.append(synthesis)
    }

    public func synthesis(_ question: String, _ id: String) -> Synthesis? {
        index[question]?[id].map { all[$0] }
    }

    /// The syntheses of a question, in the order it plans them.
    public func of(_ question: Question) -> [Synthesis] {
        question.syntheses.compactMap { synthesis(question.id, $0.id) }
    }
}
