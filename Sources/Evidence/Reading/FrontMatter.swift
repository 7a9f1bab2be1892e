import Diagnostics
import Markdown
import Text

/// A Markdown file split into the fields at its head and its body.
struct FrontMatter {
    var yaml: String
    var body: MarkdownDocument

    /// Splits a file whose head stands between two lines of three hyphens; reports one that has none.
    static func split(_ file: SourceText, in reading: Reading) -> FrontMatter? {
        // By bytes, because a line break is one; as characters the lines would cost many times as much.
        var lines = file.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(
            Substring.init)[...]
        func isFence(_ line: Substring) -> Bool { line == "---" || line == "---\r" }
        guard let first = lines.first, isFence(first) else {
            reading.error(
                "missing-front-matter", "the file does not begin with its fields", at: .start,
                help: "begin it with a line '---', the fields such as 'title: …', and a line '---'")
            return nil
        }
        lines = lines.dropFirst()
        guard let end = lines.firstIndex(where: isFence) else {
            reading.error(
                "missing-front-matter", "the fields at the head of the file do not end", at: .start,
                help: "put a line '---' after them")
            return nil
        }
        let bodyStart = end + 1
        let body = lines[bodyStart...].joined(separator: "\n")
        return FrontMatter(
            yaml: lines[..<end].joined(separator: "\n") + "\n",
            body: MarkdownDocument(body, in: file, firstLine: bodyStart + 1))
    }
}

extension ProsePage {
    /// Reads a page of prose.
    static func read(id: String, file: SourceText) -> (page: ProsePage?, diagnostics: [Diagnostic]) {
        let reading = Reading(source: file)
        reading.checkIdentifier(Marked(id, .start))
        guard let split = FrontMatter.split(file, in: reading),
            let mapping = YAMLReading.mapping(split.yaml, lineOffset: 1, in: reading)
        else { return (nil, reading.diagnostics) }
        var fields = FieldReader(mapping, subject: "a page", lineOffset: 1, in: reading)
        let title = fields.requiredText("title")
        let description = fields.text("description")?.value
        fields.finish()
        return (
            ProsePage(id: id, title: title?.value ?? id, description: description, body: split.body),
            reading.diagnostics
        )
    }
}
