import Site

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the command line knows of the machine.
enum Machine {
    static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    /// Runs a command; a failure of the machine is said in words and ends it with its own status.
    static func run(clearing line: ProgressLine, _ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let failure as MachineFailure {
            line.clear()
            Terminal.writeError("error: \(failure.summary): \(failure.reason)\n")
            if let help = failure.help { Terminal.writeError("   help: \(help)\n") }
            throw ExitStatus.machine
        }
    }
}
