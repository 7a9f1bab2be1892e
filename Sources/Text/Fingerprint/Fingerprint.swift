/// A number of 128 bits that stands for a value: equal values have equal fingerprints on every machine and in every run.
///
///     Fingerprint(of: ["HORRAD", "STAMPEDE"]) == Fingerprint(of: ["HORRAD", "STAMPEDE"])   // true
///     Fingerprint(of: ["HORRADSTAMPEDE"]) == Fingerprint(of: ["HORRAD", "STAMPEDE"])       // false
package struct Fingerprint: Hashable, Sendable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The fingerprint of a value.
    package init(of value: some Fingerprinted) {
        var fingerprinter = Fingerprinter()
        value.feed(to: &fingerprinter)
        self = fingerprinter.finish()
    }
}

extension Fingerprint: CustomStringConvertible {
    /// 32 hexadecimal digits.
    package var description: String {
        Self.hexadecimal(high) + Self.hexadecimal(low)
    }

    private static func hexadecimal(_ word: UInt64) -> String {
        let digits = String(word, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
