/// A value that can tell a ``Fingerprinter`` all that it is.
///
/// A type feeds each of its parts, always in the same order; parts that may be absent go through `Optional`, lists through
/// `Array`, so that no part can be taken for its neighbour.
///
///     extension Estimate: Fingerprinted {
///         package func feed(to fingerprinter: inout Fingerprinter) {
///             value.feed(to: &fingerprinter)
///             unit.feed(to: &fingerprinter)   // String?
///         }
///     }
package protocol Fingerprinted {
    func feed(to fingerprinter: inout Fingerprinter)
}

extension String: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) { fingerprinter.feed(self) }
}

extension Substring: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) { fingerprinter.feed(String(self)) }
}

extension UInt64: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) { fingerprinter.feed(self) }
}

extension Int: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) { fingerprinter.feed(self) }
}

extension Double: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) { fingerprinter.feed(self) }
}

extension Bool: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) { fingerprinter.feed(self) }
}

extension Fingerprint: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) { fingerprinter.feed(self) }
}

extension Optional: Fingerprinted where Wrapped: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        guard let value = self else { return fingerprinter.feedAbsence() }
        fingerprinter.feedPresence()
        value.feed(to: &fingerprinter)
    }
}

extension Array: Fingerprinted where Element: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        fingerprinter.beginList(count: count)
        for element in self { element.feed(to: &fingerprinter) }
    }
}

extension Set: Fingerprinted where Element: Fingerprinted & Comparable {
    /// The elements in their order, since a set has none of its own.
    package func feed(to fingerprinter: inout Fingerprinter) {
        sorted().feed(to: &fingerprinter)
    }
}

extension Dictionary: Fingerprinted where Key: Fingerprinted & Comparable, Value: Fingerprinted {
    /// Key and value of each entry, in the order of the keys.
    package func feed(to fingerprinter: inout Fingerprinter) {
        fingerprinter.beginList(count: count)
        for (key, value) in sorted(by: { $0.key < $1.key }) {
            key.feed(to: &fingerprinter)
            value.feed(to: &fingerprinter)
        }
    }
}

extension ClosedRange: Fingerprinted where Bound: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        lowerBound.feed(to: &fingerprinter)
        upperBound.feed(to: &fingerprinter)
    }
}

extension Fingerprinted where Self: RawRepresentable, RawValue: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) { rawValue.feed(to: &fingerprinter) }
}
