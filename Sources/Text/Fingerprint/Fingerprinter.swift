/// Makes the ``Fingerprint`` of what is fed to it, one part after the other.
///
///     var fingerprinter = Fingerprinter()
///     fingerprinter.feed("HORRAD")
///     fingerprinter.feed(0.90)
///     let fingerprint = fingerprinter.finish()
///
/// No two different series of parts give the hash the same words: each part begins with its kind and, where it can be of any
/// length, with its length. Text counts by its bytes: two spellings of é that Swift holds for equal are told apart, since
/// they would be written differently.
package struct Fingerprinter: Sendable {
    /// The key is "evidencev1 atlas"; another makes every stored fingerprint invalid.
    private var hash = SipHash(key: (0x6563_6e65_6469_7665, 0x7361_6c74_6120_3176))

    /// What a part is, in the highest byte of its first word; the rest of the word is its length or its value.
    private enum Kind: UInt64 {
        case text = 1, bytes, number, integer, double, truth, absent, present, list, fingerprint
    }

    package init() {}

    package mutating func feed(_ text: String) {
        begin(.text, count: text.utf8.count)
        let isFed: Void? = text.utf8.withContiguousStorageIfAvailable { feedWords(UnsafeRawBufferPointer($0)) }
        if isFed == nil { Array(text.utf8).withUnsafeBytes { feedWords($0) } }
    }

    package mutating func feed(_ bytes: [UInt8]) {
        begin(.bytes, count: bytes.count)
        bytes.withUnsafeBytes { feedWords($0) }
    }

    package mutating func feed(_ number: UInt64) {
        begin(.number)
        hash.feed(number)
    }

    package mutating func feed(_ number: Int) {
        begin(.integer)
        hash.feed(UInt64(bitPattern: Int64(number)))
    }

    /// 0 and −0 differ; all that is not a number is one.
    package mutating func feed(_ number: Double) {
        begin(.double)
        hash.feed(number.isNaN ? Double.nan.bitPattern : number.bitPattern)
    }

    package mutating func feed(_ truth: Bool) {
        begin(.truth, count: truth ? 1 : 0)
    }

    package mutating func feed(_ fingerprint: Fingerprint) {
        begin(.fingerprint)
        hash.feed(fingerprint.high)
        hash.feed(fingerprint.low)
    }

    /// What is fed of a value that is absent.
    package mutating func feedAbsence() {
        begin(.absent)
    }

    /// What precedes a value that could have been absent.
    package mutating func feedPresence() {
        begin(.present)
    }

    /// What precedes the elements of a list.
    package mutating func beginList(count: Int) {
        begin(.list, count: count)
    }

    package func finish() -> Fingerprint {
        let (first, second) = hash.finish()
        return Fingerprint(high: first, low: second)
    }

    private mutating func begin(_ kind: Kind, count: Int = 0) {
        hash.feed(kind.rawValue << 56 | UInt64(count))
    }

    /// Eight bytes a word; the last word is filled with zeros, which the length told before makes unambiguous.
    private mutating func feedWords(_ bytes: UnsafeRawBufferPointer) {
        let whole = bytes.count & ~7
        for offset in stride(from: 0, to: whole, by: 8) {
            hash.feed(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        }
        guard whole < bytes.count else { return }
        var rest: UInt64 = 0
        for index in whole..<bytes.count { rest |= UInt64(bytes[index]) << UInt64(8 * (index - whole)) }
        hash.feed(rest)
    }
}
