/// How far the machine's stack may be used.
enum MachineStack {
    #if canImport(Glibc)
        /// What one render may use; threads have eight megabytes here unless someone asks for less.
        static let share: UInt = 1 << 20
    #else
        /// What one render may use; threads other than the first have half a megabyte on some systems.
        static let share: UInt = 256 << 10
    #endif

    /// Where the stack of the running thread stands.
    @inline(never)
    static func address() -> UInt {
        var here: UInt8 = 0
        return withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) }
    }
}
