import Diagnostics
import Text

/// A document that can be cited, with the field names of CSL-JSON.
package struct Source: Sendable {
    package struct Author: Sendable {
        package var family: String
        package var given: String?
    }

    package var id: String
    package var type: String
    package var title: String
    package var short: String
    package var authors: [Author] = []
    /// Whether the document has more authors than are recorded.
    package var hasMoreAuthors = false
    package var containerTitle: String?
    /// Year, year-month or full date.
    package var issued: String?
    package var volume: String?
    package var issue: String?
    package var page: String?
    package var publisher: String?
    package var doi: String?
    package var url: String?
    package var language: String?
    package var license: String?
    package var isPeerReviewed: Bool?
    package var note: String?
    package var tables: String?
    package var document: String?
    package var text: SourceText

    package var year: String? { issued.map { String($0.prefix(4)) } }

    /// Where the document can be read.
    package var link: String? { url ?? doi.map { "https://doi.org/\($0)" } }
}
