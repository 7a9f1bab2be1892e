import Diagnostics
import Text

/// A document that can be cited, with the field names of CSL-JSON.
public struct Source: Sendable {
    public struct Author: Sendable {
        public var family: String
        public var given: String?
    }

    public var id: String
    public var type: String
    public var title: String
    public var short: String
    public var authors: [Author] = []
    /// Whether the document has more authors than are recorded.
    public var hasMoreAuthors = false
    public var containerTitle: String?
    /// Year, year-month or full date.
    public var issued: String?
    public var volume: String?
    public var issue: String?
    public var page: String?
    public var publisher: String?
    public var doi: String?
    public var url: String?
    public var language: String?
    public var license: String?
    public var isPeerReviewed: Bool?
    public var note: String?
    public var tables: String?
    public var document: String?
    public var text: SourceText

    public var year: String? { issued.map { String($0.prefix(4)) } }

    /// Where the document can be read.
    public var link: String? { url ?? doi.map { "https://doi.org/\($0)" } }
}
