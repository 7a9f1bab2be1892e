extension MarkdownDocument {
    /// A heading of the document.
    package struct Heading: Sendable, Equatable {
        /// The level as it was written, 1 to 6.
        package let level: Int
        /// What the heading shows, without markup.
        package let title: String
        /// The `id` of the heading, without a prefix: a slug of its words, with a number if it came before.
        package let anchor: String

        /// The headings in a list of events, each with an anchor of its own.
        static func all(in events: [Located]) -> [Heading] {
            var found: [Heading] = []
            var taken: Set<String> = []
            /// How often each heading's text has come again.
            var repeats: [String: Int] = [:]
            for (index, located) in events.enumerated() {
                guard case .enter(.heading(let level)) = located.event else { continue }
                let content = (index + 1)..<events.endOfElement(from: index)
                let base = Slug.make(events.text(content))
                var anchor = base
                while !taken.insert(anchor).inserted {
                    repeats[base, default: 1] += 1
                    anchor = "\(base)-\(repeats[base] ?? 2)"
                }
                found.append(Heading(level: level, title: events.text(content, withHTML: true), anchor: anchor))
            }
            return found
        }
    }

    /// A part of the document under a heading of its highest level.
    package struct Section: Sendable, Equatable {
        /// The text of the heading.
        package let title: String
        /// The `id` that the heading has in the HTML.
        package let anchor: String
    }

    /// The parts of the document under headings down to a level, for a list of contents.
    package func sections(idPrefix: String = "", downTo level: Int = 2) -> [Section] {
        headings.filter { $0.level <= level }.map { Section(title: $0.title, anchor: idPrefix + $0.anchor) }
    }
}
