import Diagnostics
import Markdown
import Text

extension FuzzedReader {
    /// Markdown with its references: every place lies in the text, and no HTML of the text gets into the page.
    static func readMarkdown(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let document = MarkdownDocument(text)
        let lines = text.utf8.count { $0 == 0x0A || $0 == 0x0D } + 1
        for located in document.events {
            var needle: String?
            switch located.event {
            case .enter(.link(let destination, _)), .enter(.image(let destination, _)): needle = destination
            case .citation(let citations): needle = citations.first.map { "@\($0.source)" }
            default: break
            }
            let place = document.place(of: located, needle: needle)
            precondition((1...lines).contains(place.line), "a place outside of the text")
        }
        for problem in document.problems {
            precondition(problem.place.map { (1...lines).contains($0.line) } ?? false, "a problem without a place")
        }
        var references = MarkedReferences()
        let html = document.html(resolving: &references, idPrefix: "p-", language: .english)
        precondition(!html.contains("<script") && !html.contains("<img") && !html.contains("<!--"), "HTML got through")
        precondition(document.sections(downTo: 6).count == document.headings.count, "a heading was lost")
    }

    /// Writes an address as it is, and numbers what is not one.
    private struct MarkedReferences: MarkdownReferences {
        mutating func link(to destination: String, text: String, at place: () -> Place) -> MarkdownLink {
            precondition(place().line > 0, "a link without a place")
            return destination.hasPrefix("value:")
                ? .reference(MarkdownReference("1", to: destination, style: "value"))
                : destination.isEmpty ? .content : .address(destination)
        }

        mutating func image(of destination: String, text: String, at place: () -> Place) -> MarkdownImage {
            destination.hasPrefix("forest:") ? .part : .nothing
        }

        mutating func citation(
            _ citations: [MarkdownDocument.Citation], at place: () -> Place
        ) -> [MarkdownReference] {
            precondition(!citations.isEmpty && place().line > 0, "a citation of nothing")
            return citations.map { MarkdownReference($0.place, to: $0.source) }
        }
    }
}
