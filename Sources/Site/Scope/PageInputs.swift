import Text

/// What a page was composed from: the inquiries that its composer made, in order, each once, with the fingerprints of the
/// answers.
struct PageInputs: Sendable, Equatable {
    /// One inquiry and the fingerprint of its answer.
    struct Read: Sendable, Equatable {
        var inquiry: Inquiry
        var answer: Fingerprint
    }

    private(set) var reads: [Read] = []
    private var known: Set<Inquiry> = []

    func contains(_ inquiry: Inquiry) -> Bool { known.contains(inquiry) }

    mutating func add(_ inquiry: Inquiry, _ answer: Fingerprint) {
        guard known.insert(inquiry).inserted else { return }
        reads.append(Read(inquiry: inquiry, answer: answer))
    }
}
