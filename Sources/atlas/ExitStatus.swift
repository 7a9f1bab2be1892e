#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How the command ended.
enum ExitStatus: Int32, Error {
    /// Something in the content or the templates is wrong.
    case content = 1
    /// The command was not understood.
    case usage = 2
    /// The machine failed.
    case machine = 3

    func exit() -> Never {
        #if canImport(Glibc)
            Glibc.exit(rawValue)
        #elseif canImport(Musl)
            Musl.exit(rawValue)
        #else
            Darwin.exit(rawValue)
        #endif
    }
}
