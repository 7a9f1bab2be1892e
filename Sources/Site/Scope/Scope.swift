import Evidence
import Text

/// What the composer of one page sees of the evidence: it asks, and what it asked is noted with a fingerprint of the answer.
///
///     let scope = Scope(evidence)
///     let title = scope.title(ofStudy: "stampede")
///     scope.inputs.reads   // [(.studyTitle("stampede"), fingerprint of "STAMPEDE")]
///
/// The evidence behind is private, so that nothing can be read without a note. The notes decide later whether the page must
/// be composed again; that is why narrow questions come first: who only needs a name asks for the name, and does not depend
/// on the rest of the study. Answers hold no other record, only its identifier.
final class Scope {
    /// The language of the page.
    let language: Language
    /// The address of the site, if it has one; it ends with a slash.
    let baseURL: String?
    private let evidence: SiteEvidence
    private(set) var inputs = PageInputs()

    /// Small plots drawn of answers; they are no evidence themselves.
    var sparks: SparkStore { evidence.sparks }

    init(_ evidence: SiteEvidence) {
        self.evidence = evidence
        language = evidence.language
        baseURL = evidence.baseURL
    }

    /// Answers an inquiry and notes it. Called in files `Scope+….swift` only, where every inquiry has its one answer.
    func ask<Answer: Fingerprinted>(_ inquiry: Inquiry, _ answer: (SiteEvidence) -> Answer) -> Answer {
        let answer = answer(evidence)
        if !inputs.contains(inquiry) { inputs.add(inquiry, Fingerprint(of: answer)) }
        return answer
    }

    /// The same for an answer that many pages get, whose fingerprint is made once.
    func ask<Answer>(_ inquiry: Inquiry, prepared answer: (SiteEvidence) -> Prepared<Answer>?) -> Answer? {
        let answer = answer(evidence)
        if !inputs.contains(inquiry) { inputs.add(inquiry, answer?.fingerprint ?? Fingerprint(of: Absent())) }
        return answer?.value
    }
}

/// An answer with its fingerprint.
struct Prepared<Answer: Fingerprinted & Sendable>: Sendable {
    let value: Answer
    let fingerprint: Fingerprint

    init(_ value: Answer) {
        self.value = value
        fingerprint = Fingerprint(of: value)
    }
}

/// An answer that there is none.
private struct Absent: Fingerprinted {
    func feed(to fingerprinter: inout Fingerprinter) { fingerprinter.feedAbsence() }
}
