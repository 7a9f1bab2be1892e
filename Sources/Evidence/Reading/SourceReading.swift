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
            id: id, type: type?.rawValue ?? "document", title: title?.value ?? id, short: short?.value ?? id, text: file
        )
        for var author in fields.list("author", subject: "an author") {
            if let family = author.requiredText("family") {
                source.authors.append(Author(family: family.value, given: author.text("given")?.value))
            }
            author.finish()
        }
        source.hasMoreAuthors = fields.flag("etAl") ?? false
        source.containerTitle = fields.text("container-title")?.value
        source.issued = fields.text("issued").flatMap { reading.date($0) }
        source.volume = fields.text("volume")?.value
        source.issue = fields.text("issue")?.value
        source.page = fields.text("page")?.value
        source.publisher = fields.text("publisher")?.value
        source.doi = fields.text("DOI").flatMap { reading.digitalObjectIdentifier($0) }
        source.url = fields.text("URL").flatMap { reading.webAddress($0) }
        source.language = fields.text("language").flatMap { reading.language($0) }
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
    /// A date as far as it is known, or nil with an error.
    func date(_ text: Marked<String>) -> String? {
        guard PartialDate(text.value) != nil else {
            error(
                "not-a-date", "'\(text.value)' is not a date", at: text.mark,
                help: "write the year, the month or the day, as far as they are known: 2020, 2020-09 or 2020-09-30")
            return nil
        }
        return text.value
    }

    /// The tag of a language, or nil with an error.
    func language(_ text: Marked<String>) -> String? {
        guard LanguageTag.isValid(text.value) else {
            error(
                "unknown-language", "'\(text.value)' is not the tag of a language", at: text.mark,
                help: "write a tag such as en, fr or pt-BR (BCP 47)")
            return nil
        }
        return text.value
    }

    /// A DOI, or nil with an error.
    func digitalObjectIdentifier(_ text: Marked<String>) -> String? {
        guard DOI.isValid(text.value) else {
            error(
                "not-a-doi", "'\(text.value)' is not a DOI", at: text.mark,
                help: DOI.found(in: text.value).map { "write only '\($0)'" } ?? "a DOI begins with '10.' and has a '/'")
            return nil
        }
        return text.value
    }

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
