/// Reads separated values (RFC 4180) one record at a time.
///
/// Quoted fields, doubled quotes, line breaks inside quotes, a byte-order mark, line ends of every kind, and the line
/// `sep=;` that spreadsheets write. Time is linear and memory bounded by the largest record: a field longer than
/// ``maximumFieldLength`` is cut and reported.
///
///     var reader = CSVReader(Array("study,p\nHORRAD,0.4\n".utf8))
///     while let record = reader.next() { print(record.fields.map(\.text)) }
package struct CSVReader: Sendable {
    /// A field and where it starts, both from 1; columns count Unicode scalars.
    package struct Field: Sendable, Hashable {
        package var text: String
        package var line: Int
        package var column: Int
        package var isQuoted: Bool
    }

    package struct Record: Sendable {
        package var fields: [Field] = []
        package var problems: [CSVProblem] = []
        package var line: Int { fields.first?.line ?? 1 }
        /// A row with nothing in it: white space, or separators alone, as spreadsheets leave them below a table.
        package var isBlank: Bool { problems.isEmpty && fields.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }
    }

    package static let maximumFieldLength = 65_536
    package static let maximumFieldCount = 4096

    /// What stands between the fields.
    package let separator: CSVSeparator

    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var column = 1

    /// - Parameters:
    ///   - bytes: the text in UTF-8; what is not UTF-8 is read as U+FFFD.
    ///   - separator: what stands between the fields; nil for what the first line names or uses most.
    package init(_ bytes: [UInt8], separator: CSVSeparator? = nil) {
        self.bytes = bytes
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let found = CSVSeparator.found(in: bytes, from: start)
        self.separator = separator ?? found.separator
        position = found.next
        line += found.lines
    }

    /// The next record that is not an empty line, or nil at the end of the text.
    package mutating func next() -> Record? {
        while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D { skipLineEnd() }
        guard position < bytes.count else { return nil }
        var record = Record()
        while true {
            let field = readField(&record.problems)
            record.fields.append(field)
            if record.fields.count > Self.maximumFieldCount {
                // No table of studies: reading on would only find more of the same.
                record.problems.append(CSVProblem(kind: .tooManyFields, line: field.line, column: field.column))
                position = bytes.count
            }
            guard position < bytes.count else { return record }
            if bytes[position] == separator.rawValue {
                advance()
                continue
            }
            skipLineEnd()
            return record
        }
    }

    private mutating func readField(_ problems: inout [CSVProblem]) -> Field {
        var field = Field(text: "", line: line, column: column, isQuoted: false)
        var content = FieldContent()
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            field.isQuoted = true
            readQuoted(into: &content, field, &problems)
        } else {
            readPlain(into: &content, &problems)
        }
        if content.isCut { problems.append(CSVProblem(kind: .fieldTooLong, line: field.line, column: field.column)) }
        field.text = String(decoding: content.bytes, as: UTF8.self)
        return field
    }

    private mutating func readQuoted(into content: inout FieldContent, _ field: Field, _ problems: inout [CSVProblem]) {
        advance()
        var isClosed = false
        while position < bytes.count, !isClosed {
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                advance()
                guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
                    isClosed = true
                    break
                }
                content.append(byte)
                advance()
                continue
            }
            content.append(byte)
            if byte == 0x0A || byte == 0x0D {
                let start = position
                skipLineEnd()
                if position - start == 2 { content.append(0x0A) }
            } else {
                advance()
            }
        }
        if !isClosed { problems.append(CSVProblem(kind: .unclosedQuote, line: field.line, column: field.column)) }
        var isReported = false
        while position < bytes.count, !endsField(bytes[position]) {
            if !isReported, bytes[position] != 0x20, bytes[position] != 0x09 {
                problems.append(CSVProblem(kind: .textAfterQuote, line: line, column: column))
                isReported = true
            }
            advance()
        }
    }

    private mutating func readPlain(into content: inout FieldContent, _ problems: inout [CSVProblem]) {
        var isReported = false
        while position < bytes.count, !endsField(bytes[position]) {
            if bytes[position] == UInt8(ascii: "\""), !isReported {
                problems.append(CSVProblem(kind: .quoteInsideField, line: line, column: column))
                isReported = true
            }
            content.append(bytes[position])
            advance()
        }
    }

    private func endsField(_ byte: UInt8) -> Bool { byte == separator.rawValue || byte == 0x0A || byte == 0x0D }

    private mutating func advance() {
        // Continuation bytes of UTF-8 are not characters of their own.
        if bytes[position] & 0xC0 != 0x80 { column += 1 }
        position += 1
    }

    private mutating func skipLineEnd() {
        if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A { position += 1 }
        position += 1
        line += 1
        column = 1
    }
}

/// The bytes of a field while it is read, up to the longest that is kept.
private struct FieldContent {
    private(set) var bytes: [UInt8] = []
    private(set) var isCut = false

    mutating func append(_ byte: UInt8) {
        if bytes.count < CSVReader.maximumFieldLength { bytes.append(byte) } else { isCut = true }
    }
}
