import Diagnostics
import Markdown
import MetaAnalysis
import Text

/// Says what a valid atlas is: every name leads somewhere, and every figure can be.
package enum AtlasValidator {
    /// Every problem of an atlas, apart from those of its prose.
    package static func validate(_ atlas: Atlas, jobs: Int = 1) async -> [Diagnostic] {
        var diagnostics = await Parallel.map(atlas.studies, jobs: jobs) { study in
            StudyValidation(study: study, atlas: atlas).run()
        }.flatMap { $0 }
        for question in atlas.questions {
            diagnostics.append(contentsOf: QuestionValidation(question: question, atlas: atlas).run())
        }
        diagnostics.append(contentsOf: navigationProblems(atlas))
        diagnostics.append(contentsOf: repeatedNames(atlas))
        for kind in Vocabulary.Kind.allCases {
            for entry in atlas.vocabulary.entries(kind) {
                diagnostics.append(contentsOf: problems(of: entry, in: atlas))
            }
        }
        return diagnostics
    }

    private static func navigationProblems(_ atlas: Atlas) -> [Diagnostic] {
        let sections = ["questions", "map", "studies", "ongoing", "sources", "glossary", "discrepancies"]
        let pages = atlas.pages.map(\.id)
        let navigation = atlas.site.navigation.filter { !sections.contains($0.value) && atlas.page($0.value) == nil }
        let foot = atlas.site.footerPages.filter { atlas.page($0.value) == nil }
        return (navigation + foot).filter { !atlas.broken.contains("pages/\($0.value)") }.map { name in
            .error("unknown-page", "no page is called '\(name.value)'", at: atlas.site.text.place(name.mark)) {
                Suggestion.didYouMean(name.value, among: sections + pages)
                    ?? "add pages/\(name.value).md, or take the name out"
            }
        }
    }

    /// Studies that a reader could not tell apart in a list; upper and lower case and blanks do not count.
    private static func repeatedNames(_ atlas: Atlas) -> [Diagnostic] {
        var firsts: [String: Study] = [:]
        return atlas.studies.compactMap { study in
            let name = study.name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard let first = firsts[name] else {
                firsts[name] = study
                return nil
            }
            return .warning(
                "duplicate-name", "another study is called '\(first.name)'", at: study.text.place(study.nameMark),
                notes: [.init("it is here", at: first.text.place(first.nameMark))],
                help: "add the year, the place or the registration to one of the names")
        }
    }

    private static func problems(of entry: VocabularyEntry, in atlas: Atlas) -> [Diagnostic] {
        guard let parent = entry.parent else { return [] }
        let place = entry.text.place(parent.mark)
        if atlas.vocabulary.entry(entry.kind, parent.value) == nil {
            return [atlas.unknownName(parent.value, entry.kind, at: place)].compactMap { $0 }
        }
        let chain = atlas.vocabulary.ancestry(entry.kind, entry.id)
        if chain.count > Vocabulary.deepest {
            return [
                .error(
                    "too-deep-vocabulary",
                    "'\(entry.id)' has \(Vocabulary.deepest) or more entries above it, or is above itself",
                    at: place, help: "take out entries between it and the topmost one")
            ]
        }
        guard let last = chain.last?.parent else { return [] }
        return [
            .error(
                "circular-parent", "'\(entry.id)' is above itself through '\(last.value)'", at: place,
                help: "take one 'parent' of the circle out")
        ]
    }
}

extension Atlas {
    /// An error for a name that the vocabulary lacks; nil if a vocabulary file could not be read.
    func unknownName(_ name: String, _ kind: Vocabulary.Kind, at place: Place) -> Diagnostic? {
        guard hasSoundVocabulary else { return nil }
        return .error("unknown-\(kind.singular)", "no \(kind.singular) is called '\(name)'", at: place) {
            [vocabulary] in
            Suggestion.didYouMean(name, among: vocabulary.entries(kind).lazy.map(\.id))
                ?? "add it to vocabulary/\(kind.rawValue).yaml"
        }
    }

    /// An error for a study that is not there; nil if its file is, and could not be read.
    func unknownStudy(_ name: String, at place: Place) -> Diagnostic? {
        guard isSound(study: name) else { return nil }
        return .error("unknown-study", "no study is called '\(name)'", at: place) { [studies] in
            Suggestion.didYouMean(name, among: studies.lazy.map(\.id)) ?? "add studies/\(name).yaml"
        }
    }

    /// An error for a source that is not there; nil if its file is, and could not be read.
    func unknownSource(_ name: String, at place: Place) -> Diagnostic? {
        guard !broken.contains("sources/\(name)") else { return nil }
        return .error("unknown-source", "no source is called '\(name)'", at: place) { [sources] in
            guard Slug.isValid(name) else {
                return "the ID of a source has lower-case letters, digits and single hyphens"
            }
            return Suggestion.didYouMean(name, among: sources.lazy.map(\.id)) ?? "add sources/\(name).yaml"
        }
    }
}
