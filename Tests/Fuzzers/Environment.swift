#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A variable of the environment.
func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}

/// Ends the program.
func end(with code: CInt) -> Never { exit(code) }
