import Diagnostics
import Markdown
import Text

/// Checks the prose of an atlas: where its links lead, what its citations name, and whether its numbers are bound to data.
package enum ProseChecker {
    package static func check(_ atlas: Atlas, _ syntheses: Syntheses, in language: Language, jobs: Int = 1) async
        -> [Diagnostic]
    {
        var texts: [(document: MarkdownDocument, question: String?)] = []
        for study in atlas.studies {
            if let summary = study.summary { texts.append((summary, nil)) }
        }
        for question in atlas.questions {
            texts.append((question.body, question.id))
            if let answer = question.answer { texts.append((answer, question.id)) }
        }
        for page in atlas.pages { texts.append((page.body, nil)) }
        return await Parallel.map(texts, jobs: jobs) { text in
            check(
                text.document,
                ReferenceResolver(atlas: atlas, syntheses: syntheses, question: text.question, language: language))
        }.flatMap { $0 }
    }

    /// The problems of one text.
    static func check(_ document: MarkdownDocument, _ resolver: ReferenceResolver) -> [Diagnostic] {
        var found: [Diagnostic] = []
        /// The open links: destination and the text seen in it so far.
        var links: [(located: MarkdownDocument.Located, destination: String, text: String)] = []
        var unbound: [(number: UnboundNumber, located: MarkdownDocument.Located)] = []
        var namesStudy = false
        // Found when a link first asks for them.
        var anchors: HeadingAnchors?
        var shown: Set<String> = []
        found += document.problems
        for (index, located) in document.events.enumerated() {
            if let control = controlCharacter(in: located.event) {
                found.append(.controlCharacter(control, at: document.place(of: located)))
            }
            switch located.event {
            case .enter(.paragraph), .enter(.tableRow), .enter(.heading):
                unbound = []
                namesStudy = false
            case .exit(.paragraph), .exit(.tableRow), .exit(.heading):
                if namesStudy {
                    for (number, located) in unbound {
                        found.append(number.diagnostic(at: document.place(of: located, needle: number.text)))
                    }
                }
                unbound = []
            case .enter(.link(let destination, _)): links.append((located, destination, ""))
            case .exit(.link):
                guard let link = links.popLast() else { break }
                let outcome = check(link.destination, text: link.text, isImage: false, resolver) {
                    document.place(of: link.located, needle: link.destination)
                }
                if let problem = outcome.problem { found.append(problem) }
                namesStudy = namesStudy || outcome.namesStudy
                if link.destination.hasPrefix("#"), link.destination != "#" {
                    let headings = anchors ?? HeadingAnchors(document)
                    anchors = headings
                    found.append(
                        optional: missingHeading(link.destination, in: headings) {
                            document.place(of: link.located, needle: link.destination)
                        })
                }
            case .enter(.image(let destination, _)):
                let outcome = check(destination, text: "", isImage: true, resolver) {
                    document.place(of: located, needle: destination)
                }
                if let problem = outcome.problem {
                    found.append(problem)
                } else if !isAlone(index, in: document) {
                    found.append(
                        .error(
                            "plot-in-text", "a plot stands within a paragraph",
                            at: document.place(of: located, needle: destination),
                            help: "give it a paragraph of its own, with an empty line before and after it"))
                } else if !shown.insert(destination).inserted {
                    found.append(
                        .error(
                            "repeated-plot", "the plot is shown twice on this page",
                            at: document.place(of: located, needle: destination), help: "keep one of them"))
                }
            case .text(let text), .code(let text):
                if links.isEmpty {
                    unbound.append(contentsOf: UnboundNumber.find(in: text).map { ($0, located) })
                } else {
                    links[links.count - 1].text += text
                }
            case .rawHTML(let html, _):
                let place = document.place(of: located, needle: String(html.prefix { $0 != "\n" }))
                found.append(
                    .warning(
                        "raw-html", "HTML is shown as text", at: place,
                        help: "write it in Markdown, or put it in backquotes"))
            case .citation(let citations):
                for citation in citations where !resolver.atlas.hasSource(citation.source) {
                    found.append(
                        optional: resolver.atlas.unknownSource(
                            citation.source, at: document.place(of: located, needle: "@\(citation.source)")))
                }
            default: break
            }
        }
        return found
    }

    /// A link within the text to a heading that it does not have.
    private static func missingHeading(_ destination: String, in anchors: HeadingAnchors, at place: () -> Place)
        -> Diagnostic?
    {
        let name = String(destination.dropFirst())
        guard !anchors.known.contains(name) else { return nil }
        return .error("unknown-heading", "no heading of this text has the address '\(destination)'", at: place()) {
            Suggestion.didYouMean(name, among: anchors.known)
                ?? (anchors.known.isEmpty
                    ? "the text has no heading" : "its headings are \(Suggestion.list(anchors.inOrder))")
        }
    }

    /// The first control character that a character reference such as `&#27;` puts into an event.
    private static func controlCharacter(in event: MarkdownDocument.Event) -> Unicode.Scalar? {
        switch event {
        case .text(let text), .code(let text), .rawHTML(let text, _): ControlCharacter.first(in: text)?.scalar
        case .codeBlock(let info, let text): ControlCharacter.first(in: info + text)?.scalar
        case .enter(.link(let destination, let title)), .enter(.image(let destination, let title)):
            ControlCharacter.first(in: destination + title)?.scalar
        default: nil
        }
    }

    /// Whether an image is all there is in its paragraph.
    private static func isAlone(_ index: Int, in document: MarkdownDocument) -> Bool {
        let events = document.events
        guard index > 0, case .enter(.paragraph) = events[index - 1].event else { return false }
        var depth = 0
        for next in index..<events.endIndex {
            switch events[next].event {
            case .enter(.image): depth += 1
            case .exit(.image):
                depth -= 1
                guard depth == 0 else { continue }
                if next + 1 < events.endIndex, case .exit(.paragraph) = events[next + 1].event { return true }
                return false
            default: continue
            }
        }
        return false
    }

    /// - Parameter place: where the link stands; to find that takes a walk through the text, so only a problem asks.
    private static func check(
        _ destination: String, text: String, isImage: Bool, _ resolver: ReferenceResolver, at place: () -> Place
    ) -> (problem: Diagnostic?, namesStudy: Bool) {
        do throws(BrokenReference) {
            let reference = try resolver.resolve(destination)
            switch reference {
            case .forest where isImage: return (nil, false)
            case _ where isImage:
                return (
                    .error(
                        "not-an-image", "'\(destination)' is not a picture", at: place(),
                        help: "pictures are plots, such as ![](forest:QUESTION/SYNTHESIS)"),
                    false
                )
            case .study: return (nil, true)
            case .value(_, _, let shown): return (difference(text, shown, at: place), true)
            case .pooled(let synthesis, let pooled):
                return (difference(text, pooled.text(synthesis.measure, in: resolver.language), at: place), true)
            default: return (nil, false)
            }
        } catch {
            if error.isConsequence { return (nil, false) }
            return (.error(error.identifier, error.summary, at: place(), advice: error.advice), false)
        }
    }

    /// A link with a text of its own must show what the data say.
    private static func difference(_ text: String, _ shown: String, at place: () -> Place) -> Diagnostic? {
        let (typed, wanted) = (normalised(text), normalised(shown))
        guard !typed.isEmpty, typed != wanted else { return nil }
        return .error(
            "value-text-differs",
            "the text is '\(text)', but the data say '\(shown.replacing(NumberStyle.thin, with: " "))'",
            at: place(), help: "correct the text, or leave it empty to have it filled in")
    }

    /// The text with all white space, and the kinds of minus, made equal.
    private static func normalised(_ text: String) -> String {
        var out = ""
        for character in text where !character.isWhitespace {
            out.append(character == "\u{2212}" || character == "\u{2013}" ? "-" : character)
        }
        return out
    }
}

/// The addresses of a text's headings.
private struct HeadingAnchors {
    let inOrder: [String]
    let known: Set<String>

    init(_ document: MarkdownDocument) {
        inOrder = document.sections(downTo: 6).map(\.anchor)
        known = Set(inOrder)
    }
}
