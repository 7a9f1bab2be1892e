import Diagnostics
import Text

extension Source {
    enum DocumentType: String, CaseIterable {
        case articleJournal = "article-journal"
        case article
        case document
        case book
        case chapter
        case report
        case webpage
    }

    /// Reads one source's file.
    static func read(id: String, file: SourceText) -> (source: Source?, diagnostics: [Diagnostic]) {
        let reading = Reading(source: file)
        reading.checkIdentifier(Marked(id, .start))
        guard let mapping = YAMLReading.mapping(file.text, in: reading) else { return (nil, reading.diagnostics) }
        var fields = FieldReader(mapping, subject: "a source", in: reading)
        let type: DocumentType? = fields.choice("type", isRequired: true)
        let title = fields.requiredText("title")
        let short = fields.requiredText("short")
        var source = Source(
            id: id, type: type?.rawValue ?? "document", title: title?.value ?? id, short: short?.value ?? id, text: file)
        for var author in fields.list("author", subject: "an author") {
            if let family = author.requiredText("family") {
                source.authors.append(Author(family: family.value, given: author.text("given")?.value))
            }
            author.finish()
        }
        source.containerTitle = fields.text("container-title")?.value
        source.issued = fields.text("issued")?.value
        source.volume = fields.text("volume")?.value
        source.issue = fields.text("issue")?.value
        source.page = fields.text("page")?.value
        source.publisher = fields.text("publisher")?.value
        source.doi = fields.text("DOI")?.value
        source.url = fields.text("URL").flatMap { reading.webAddress($0) }
        source.language = fields.text("language")?.value
        source.license = fields.text("license")?.value
        source.isPeerReviewed = fields.flag("peerReviewed")
        source.note = fields.text("note")?.value
        source.tables = fields.text("tables")?.value
        source.document = fields.text("document")?.value
        fields.finish()
        return (source, reading.diagnostics)
    }
}

extension Reading {
    /// A web address, or nil with an error.
    func webAddress(_ text: Marked<String>) -> String? {
        guard WebAddress.isValid(text.value) else {
            error(
                "unsafe-address", "'\(text.value)' is not a web address", at: text.mark,
                help: "it must begin with https:// or http://")
            return nil
        }
        return text.value
    }
}
