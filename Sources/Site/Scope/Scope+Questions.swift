import Evidence
import Markdown
import Text

extension Scope {
    /// A question as lists show it.
    func card(ofQuestion id: String) -> QuestionSummary? {
        ask(.questionCard(id)) { evidence in evidence.atlas.question(id).map { QuestionSummary($0) } }
    }

    /// The identifiers of the questions under their first condition, in the order of its label; without one under nil.
    func questionsByDisease() -> [QuestionGroup] {
        ask(.questionsByDisease) { evidence in
            var groups: [String?: [String]] = [:]
            for question in evidence.atlas.questions {
                groups[question.conditions.first?.value, default: []].append(question.id)
            }
            return groups.map { condition, questions in
                QuestionGroup(
                    condition: condition.map { Named(id: $0, label: evidence.label(.conditions, $0)) },
                    questions: questions)
            }.sorted { a, b in
                guard let first = a.condition, let second = b.condition else { return a.condition != nil }
                return (PersonOrder(first.label), first.id) < (PersonOrder(second.label), second.id)
            }
        }
    }

    /// All of a question's record.
    func question(_ id: String) -> Question? { ask(.question(id)) { $0.atlas.question(id) } }

    /// A page of prose.
    func page(_ id: String) -> ProsePage? { ask(.page(id)) { $0.atlas.page(id) } }

    /// What a link in the prose of a question, or of a page that belongs to none, leads to.
    func link(_ destination: String, in question: String?) -> ResolvedLink? {
        ask(.link(destination, question: question)) { evidence in
            let resolver = ReferenceResolver(
                atlas: evidence.atlas, syntheses: evidence.syntheses, question: question, language: evidence.language)
            return (try? resolver.resolve(destination)).map { ResolvedLink($0, language: evidence.language) }
        }
    }
}

/// The questions of one disease.
struct QuestionGroup: Sendable, Fingerprinted {
    /// Nil for the questions that name no disease.
    var condition: Named?
    var questions: [String]

    func feed(to fingerprinter: inout Fingerprinter) {
        condition.feed(to: &fingerprinter)
        questions.feed(to: &fingerprinter)
    }
}

/// A question as lists show it.
struct QuestionSummary: Sendable, Fingerprinted {
    var id: String
    var title: String
    var short: String
    var answer: MarkdownDocument?
    var studies: Int
    var syntheses: Int

    init(_ question: Question) {
        id = question.id
        title = question.title
        short = question.short
        answer = question.answer
        studies = question.members.count
        syntheses = question.syntheses.count
    }

    func feed(to fingerprinter: inout Fingerprinter) {
        id.feed(to: &fingerprinter)
        title.feed(to: &fingerprinter)
        short.feed(to: &fingerprinter)
        answer.feed(to: &fingerprinter)
        studies.feed(to: &fingerprinter)
        syntheses.feed(to: &fingerprinter)
    }
}

extension Question: Fingerprinted {
    /// A record is a function of the text that it was read from.
    package func feed(to fingerprinter: inout Fingerprinter) {
        id.feed(to: &fingerprinter)
        text.text.feed(to: &fingerprinter)
    }
}

extension ProsePage: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        id.feed(to: &fingerprinter)
        title.feed(to: &fingerprinter)
        description.feed(to: &fingerprinter)
        body.feed(to: &fingerprinter)
    }
}
