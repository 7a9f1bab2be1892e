/// Reads comma-separated values (RFC 4180) one record at a time.
///
/// Quoted fields, doubled quotes, line breaks inside quotes, a byte-order mark, and line ends of every kind. Time is
/// linear and memory bounded by the largest record: a field longer than ``maximumFieldLength`` is cut and reported.
struct CSVReader {
    /// A field and where it starts, both from 1; columns count Unicode scalars.
    struct Field {
        var text: String
        var line: Int
        var column: Int
        var isQuoted: Bool
    }

    struct Record {
        var fields: [Field] = []
        var problems: [TableProblem] = []
        var line: Int { fields.first?.line ?? 1 }
        /// A line with nothing on it.
        var isBlank: Bool { fields.count == 1 && !fields[0].isQuoted && fields[0].text.allSatisfy(\.isWhitespace) }
    }

    static let maximumFieldLength = 65_536
    static let maximumFieldCount = 4096

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var line = 1
    private var column = 1

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
    }

    /// The next record that is not an empty line, or nil at the end of the text.
    mutating func next() -> Record? {
        while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D { skipLineEnd() }
        guard position < bytes.count else { return nil }
        var record = Record()
        while true {
            let field = readField(&record.problems)
            record.fields.append(field)
            if record.fields.count > Self.maximumFieldCount {
                // No table of studies: reading on would only find more of the same.
                record.problems.append(TableProblem(.tooManyFields, line: field.line, column: field.column))
                position = bytes.count
            }
            guard position < bytes.count else { return record }
            if bytes[position] == UInt8(ascii: ",") {
                advance()
                continue
            }
            skipLineEnd()
            return record
        }
    }

    private mutating func readField(_ problems: inout [TableProblem]) -> Field {
        var content: [UInt8] = []
        var field = Field(text: "", line: line, column: column, isQuoted: false)
        var cut = false
        func append(_ byte: UInt8) {
            if content.count < Self.maximumFieldLength { content.append(byte) } else { cut = true }
        }
        if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            field.isQuoted = true
            advance()
            var closed = false
            while position < bytes.count {
                let byte = bytes[position]
                if byte == UInt8(ascii: "\"") {
                    advance()
                    if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
                        append(byte)
                        advance()
                        continue
                    }
                    closed = true
                    break
                }
                append(byte)
                if byte == 0x0A || byte == 0x0D { skipLineEnd() } else { advance() }
            }
            if !closed { problems.append(TableProblem(.unclosedQuote, line: field.line, column: field.column)) }
            var stray = false
            while position < bytes.count, !endsField(bytes[position]) {
                if !stray && !isBlank(bytes[position]) {
                    problems.append(TableProblem(.textAfterQuote, line: line, column: column))
                    stray = true
                }
                advance()
            }
        } else {
            var stray = false
            while position < bytes.count, !endsField(bytes[position]) {
                if bytes[position] == UInt8(ascii: "\""), !stray {
                    problems.append(TableProblem(.quoteInsideField, line: line, column: column))
                    stray = true
                }
                append(bytes[position])
                advance()
            }
        }
        if cut { problems.append(TableProblem(.fieldTooLong, line: field.line, column: field.column)) }
        field.text = String(decoding: content, as: UTF8.self)
        return field
    }

    private func endsField(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ",") || byte == 0x0A || byte == 0x0D }
    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

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
