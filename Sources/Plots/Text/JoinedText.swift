extension String {
    /// Texts one after the other, many times faster than appending them.
    init(joining parts: [String]) {
        var length = 0
        for part in parts { length += part.utf8.count }
        self.init(unsafeUninitializedCapacity: length) { buffer in
            var end = 0
            for var part in parts {
                part.withUTF8 { bytes in
                    if let start = bytes.baseAddress {
                        (buffer.baseAddress.unsafelyUnwrapped + end).update(from: start, count: bytes.count)
                    }
                    end += bytes.count
                }
            }
            return end
        }
    }
}
