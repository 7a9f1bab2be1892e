import Text

/// The bytes of a page while it is made.
struct OutputBuffer: ~Copyable {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    @inline(__always)
    mutating func reserve(_ more: Int) {
        if capacity - count < more { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        let larger = max(capacity * 2, count + more)
        let next = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        next.update(from: base, count: count)
        base.deallocate()
        base = next
        capacity = larger
    }

    @inline(__always)
    mutating func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
        reserve(length)
        (base + count).update(from: source, count: length)
        count += length
    }

    mutating func append(_ text: StaticString) { append(text.utf8Start, text.utf8CodeUnitCount) }

    mutating func append(byte: UInt8) {
        reserve(1)
        base[count] = byte
        count += 1
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            if let start = bytes.baseAddress { append(start, bytes.count) }
        }
    }

    mutating func append(_ value: Int) {
        reserve(20)
        if value < 0 {
            base[count] = UInt8(ascii: "-")
            count += 1
        }
        var rest = value.magnitude
        var length = 1
        var probe = rest
        while probe >= 10 {
            probe /= 10
            length += 1
        }
        var index = count + length
        count = index
        repeat {
            index -= 1
            base[index] = UInt8(truncatingIfNeeded: rest % 10) + 0x30
            rest /= 10
        } while rest > 0
    }

    /// Appends a number as Python writes it.
    mutating func append(_ value: Double) {
        // A number of at most two decimals is written from its hundredths, which is many times faster.
        if value.magnitude < 1e9 {
            let hundredths = Int(value * 100 + (value < 0 ? -0.5 : 0.5))
            if hundredths != 0, Double(hundredths) / 100 == value {
                append(hundredths: hundredths)
                return
            }
        }
        append(PythonNumber.repr(value))
    }

    private mutating func append(hundredths: Int) {
        if hundredths < 0 { append(byte: UInt8(ascii: "-")) }
        let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        append(Int(whole))
        append(byte: UInt8(ascii: "."))
        append(byte: UInt8(truncatingIfNeeded: rest / 10) + 0x30)
        if rest % 10 != 0 { append(byte: UInt8(truncatingIfNeeded: rest % 10) + 0x30) }
    }

    /// Appends text with `& < > " '` as character references; of safe text only `< > " '`.
    mutating func append(escaping text: String, keepsReferences: Bool = false) {
        var text = text
        text.withUTF8 { bytes in
            guard let start = bytes.baseAddress else { return }
            reserve(bytes.count * MarkupText.growth + MarkupText.margin)
            count += MarkupText.write(start, bytes.count, to: base + count, keepsReferences: keepsReferences)
        }
    }

    /// Takes away and returns what was written since `start`.
    mutating func take(from start: Int) -> String {
        let text = String(decoding: UnsafeBufferPointer(start: base + start, count: count - start), as: UTF8.self)
        count = start
        return text
    }

    mutating func truncate(to start: Int) { count = start }

    func append(to output: inout [UInt8]) {
        output.append(contentsOf: UnsafeBufferPointer(start: base, count: count))
    }
}
