#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A text kept in a file beside the tests. `RECORD_GOLDENS=1` writes it anew.
package struct Golden {
    private let path: String

    /// - Parameter folder: the folder of the goldens; by default `Goldens` beside the test file.
    package init(_ name: String, beside file: StaticString = #filePath) {
        let test = "\(file)"
        let folder = test[..<(test.lastIndex(of: "/") ?? test.startIndex)]
        path = "\(folder)/Goldens/\(name)"
    }

    package static var isRecording: Bool { getenv("RECORD_GOLDENS") != nil }

    /// The text that is expected; the given one is recorded first if goldens are being recorded.
    package func expected(recording text: String) -> String {
        if Self.isRecording, let file = fopen(path, "w") {
            fputs(text, file)
            fclose(file)
        }
        return contents ?? ""
    }

    package var contents: String? { Self.read(path) }

    /// The contents of a file, or nil if it cannot be read.
    package static func read(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count == 0 { break }
            bytes.append(contentsOf: buffer[..<count])
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
