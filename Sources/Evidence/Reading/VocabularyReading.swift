import Diagnostics
import Markdown
import Text

extension Vocabulary {
    /// The entries of one vocabulary file.
    static func entries(in file: SourceText) -> (entries: [VocabularyEntry], diagnostics: [Diagnostic]) {
        let reading = Reading(source: file)
        var entries: [VocabularyEntry] = []
        if let mapping = YAMLReading.mapping(file.text, in: reading) {
            var fields = FieldReader(mapping, subject: "a vocabulary file", in: reading)
            for kind in Kind.allCases {
                guard var group = fields.fields(kind.rawValue, subject: "'\(kind.rawValue)'") else { continue }
                for key in group.remainingKeys() {
                    if let entry = entry(kind, key, in: &group, reading) { entries.append(entry) }
                }
            }
            fields.finish()
        }
        return (entries, reading.diagnostics)
    }

    private static func entry(
        _ kind: Kind, _ key: Marked<String>, in group: inout FieldReader, _ reading: Reading
    ) -> VocabularyEntry? {
        guard var fields = group.fields(key.value, subject: "the entry '\(key.value)'") else { return nil }
        reading.checkIdentifier(key)
        let label = fields.requiredText("label")
        let definition = fields.requiredText("definition")
        var entry = VocabularyEntry(
            kind: kind, id: key.value, label: label?.value ?? key.value, definition: definition?.value ?? "",
            place: key.mark, text: reading.source)
        entry.abbreviation = fields.text("abbreviation")?.value
        entry.synonyms = fields.texts("synonyms").map(\.value)
        entry.parent = fields.text("parent")
        if kind == .outcomes { entry.lowerIsBetter = fields.flag("lowerIsBetter") ?? true }
        entry.french = fields.text("french")?.value
        entry.provenance = reading.provenance(&fields, isRequired: false)
        fields.finish()
        return entry
    }
}

extension Reading {
    /// Reports an identifier that cannot be an address.
    func checkIdentifier(_ identifier: Marked<String>) {
        guard !Slug.isValid(identifier.value) else { return }
        error(
            "invalid-id", "'\(identifier.value)' cannot be an ID", at: identifier.mark,
            help: "use lower-case letters, digits and single hyphens, such as '\(Slug.make(identifier.value))'")
    }

    /// The places under `from`.
    func provenance(_ fields: inout FieldReader, isRequired: Bool = true) -> [Provenance] {
        if isRequired, !fields.mayHave("from") {
            error(
                "missing-provenance", "\(fields.subject) does not say where it is printed", at: fields.mark,
                help:
                    "add 'from: {source: …, at: …, printed: …}' with the document, the place in it and the figure as printed"
            )
            _ = fields.list("from", subject: "'from'")
            return []
        }
        let items = fields.list("from", subject: "'from'")
        if items.isEmpty, isRequired, fields.shape("from") == .sequence {
            error(
                "missing-provenance", "\(fields.subject) does not say where it is printed", at: fields.mark(of: "from"),
                help: "name the document, the place in it and the figure as printed")
        }
        return items.compactMap { item in
            var item = item
            let source = item.requiredText("source")
            let place = item.requiredText("at")
            let printed = item.texts("printed")
            if printed.allSatisfy(\.value.isEmpty), item.has("printed") || !item.mayHave("printed") {
                error(
                    "missing-field", "'from' needs 'printed'", at: item.mark,
                    help: "copy the figure exactly as it is printed")
            }
            item.finish()
            guard let source, let place else { return nil }
            return Provenance(
                source: source.value, at: place.value, printed: printed.map(\.value), mark: source.mark)
        }
    }
}
