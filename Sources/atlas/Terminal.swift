#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writing to standard output and standard error.
enum Terminal {
    static func write(_ text: String) {
        send(Array(text.utf8), to: 1)
    }

    static func write(_ bytes: [UInt8]) {
        send(bytes, to: 1)
    }

    static func writeError(_ text: String) {
        send(Array(text.utf8), to: 2)
    }

    /// Whether standard error is a terminal that somebody may be watching.
    static var isWatched: Bool { isatty(2) == 1 }

    private static func send(_ bytes: [UInt8], to descriptor: Int32) {
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return }
            var sent = 0
            while sent < buffer.count {
                #if canImport(Glibc)
                    let count = Glibc.write(descriptor, base + sent, buffer.count - sent)
                #elseif canImport(Musl)
                    let count = Musl.write(descriptor, base + sent, buffer.count - sent)
                #else
                    let count = Darwin.write(descriptor, base + sent, buffer.count - sent)
                #endif
                if count < 0, errno == EINTR { continue }
                if count <= 0 {
                    // What a program asked for must not be lost in silence.
                    guard descriptor == 1 else { return }
                    let reason = String(cString: strerror(errno))
                    writeError("error: cannot write to standard output: \(reason)\n")
                    ExitStatus.machine.exit()
                }
                sent += count
            }
        }
    }
}
