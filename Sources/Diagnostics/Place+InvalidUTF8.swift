extension Place {
    /// Where bytes stop being UTF-8.
    ///
    /// - Parameter bytes: of a whole file.
    public static func firstInvalidUTF8(in bytes: some Sequence<UInt8>, of file: String) -> Place {
        var (line, column, isAfterReturn) = (1, 1, false)
        var iterator = bytes.makeIterator()
        var decoder = UTF8()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            switch scalar {
            case "\n" where isAfterReturn: break
            case "\n", "\r": (line, column) = (line + 1, 1)
            default: column += 1
            }
            isAfterReturn = scalar == "\r"
        }
        return Place(file: file, line: line, column: column)
    }
}
