/// The bytes of a file that somebody wrote, on their way to a text.
///
/// All that is read goes through here: the size, the byte-order mark, UTF-8, and characters that are none.
package struct TextFile: Sendable {
    /// The file as the user named it.
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Why bytes are no text.
    package enum Refusal: Error, Sendable, Hashable {
        /// The file has more bytes than are read.
        case tooLarge(limit: Int, Place)
        /// The bytes are not UTF-8 from this place on.
        case notUTF8(Place)
        /// A character that steers a terminal or a browser; see ``ControlCharacter``.
        case controlCharacter(Unicode.Scalar, Place)
    }

    /// The text without its byte-order mark.
    ///
    /// - Parameters:
    ///   - limit: how many bytes the file may have.
    ///   - allowsControls: whether control characters are let through, to be shown as marks later.
    package func source(limit: Int, allowsControls: Bool = false) throws(Refusal) -> SourceText {
        guard bytes.count <= limit else { throw .tooLarge(limit: limit, Place(file: name)) }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let text = String(validating: bytes[start...], as: UTF8.self) else {
            throw .notUTF8(firstInvalid(from: start))
        }
        let source = SourceText(file: name, text: text)
        if !allowsControls, let found = ControlCharacter.first(in: text) {
            throw .controlCharacter(found.scalar, source.place(utf8Offset: found.utf8Offset))
        }
        return source
    }

    /// Where the bytes stop being UTF-8.
    private func firstInvalid(from start: Int) -> Place {
        var (line, column, isAfterReturn) = (1, 1, false)
        var iterator = bytes[start...].makeIterator()
        var decoder = UTF8()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            switch scalar {
            case "\n" where isAfterReturn: break
            case "\n", "\r": (line, column) = (line + 1, 1)
            default: column += 1
            }
            isAfterReturn = scalar == "\r"
        }
        return Place(file: name, line: line, column: column)
    }
}
