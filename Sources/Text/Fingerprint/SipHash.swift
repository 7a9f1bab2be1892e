/// SipHash-2-4 with 128 bits of output over whole words, with a key that never changes.
///
/// Aumasson and Bernstein, "SipHash: a fast short-input PRF" (2012); the 128-bit output is that of the reference program.
/// The result is the same on every machine and in every run, unlike that of Swift's seeded `Hasher`.
struct SipHash {
    private var v0: UInt64
    private var v1: UInt64
    private var v2: UInt64
    private var v3: UInt64
    private var words: UInt64 = 0

    /// - Parameter key: The two halves of the key, each as the little-endian number of its eight bytes.
    init(key: (UInt64, UInt64)) {
        v0 = 0x736f_6d65_7073_6575 ^ key.0
        v1 = 0x646f_7261_6e64_6f6d ^ key.1 ^ 0xee
        v2 = 0x6c79_6765_6e65_7261 ^ key.0
        v3 = 0x7465_6462_7974_6573 ^ key.1
    }

    /// Takes the next word, which stands for eight bytes in little-endian order.
    @inline(__always)
    mutating func feed(_ word: UInt64) {
        v3 ^= word
        round()
        round()
        v0 ^= word
        words &+= 1
    }

    /// The two halves of the output, each as the little-endian number of its eight bytes.
    func finish() -> (UInt64, UInt64) {
        var last = self
        last.feed((words &* 8) << 56)
        last.v2 ^= 0xee
        for _ in 0..<4 { last.round() }
        let first = last.v0 ^ last.v1 ^ last.v2 ^ last.v3
        last.v1 ^= 0xdd
        for _ in 0..<4 { last.round() }
        return (first, last.v0 ^ last.v1 ^ last.v2 ^ last.v3)
    }

    @inline(__always)
    private mutating func round() {
        v0 &+= v1
        v1 = Self.rotated(v1, 13) ^ v0
        v0 = Self.rotated(v0, 32)
        v2 &+= v3
        v3 = Self.rotated(v3, 16) ^ v2
        v0 &+= v3
        v3 = Self.rotated(v3, 21) ^ v0
        v2 &+= v1
        v1 = Self.rotated(v1, 17) ^ v2
        v2 = Self.rotated(v2, 32)
    }

    @inline(__always)
    private static func rotated(_ word: UInt64, _ bits: UInt64) -> UInt64 {
        word &<< bits | word &>> (64 &- bits)
    }
}
