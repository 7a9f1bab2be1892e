/// The identifiers and the internal links of a rendered page.
struct PageLinks: Sendable {
    /// The template that made the page, for messages.
    let template: String
    private(set) var identifiers: Set<String> = []
    /// Identifiers that occur twice.
    private(set) var repeated: [String] = []
    /// Addresses from the root of the site, with the fragment if there is one, each once.
    private(set) var targets: Set<Target> = []
    /// Links that leave the root of the site.
    private(set) var escaping: [String] = []

    struct Target: Hashable, Sendable {
        var path: String
        var fragment: String
    }

    /// Scans a page's bytes for `id`, `href` and `src` attributes.
    init(_ bytes: [UInt8], of path: String, made template: String) {
        self.template = template
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        let above = folder.split(separator: "/").map(String.init)
        bytes.withUnsafeBufferPointer { buffer in
            var seen: Set<String> = []
            var index = 0
            while let equals = Self.nextQuote(buffer, from: index) {
                let valueStart = equals + 2
                guard let end = Self.index(of: UInt8(ascii: "\""), in: buffer, from: valueStart) else { break }
                index = end + 1
                switch Self.attribute(before: equals, in: buffer) {
                case .identifier:
                    let id = String(decoding: buffer[valueStart..<end], as: UTF8.self)
                    if !identifiers.insert(id).inserted { repeated.append(id) }
                case .link:
                    let link = String(decoding: buffer[valueStart..<end], as: UTF8.self)
                    if seen.insert(link).inserted { add(link, page: path, above: above) }
                case .other: break
                }
            }
        }
    }

    private enum Attribute {
        case identifier, link, other
    }

    /// The next `="`.
    private static func nextQuote(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        while let found = Self.index(of: UInt8(ascii: "="), in: buffer, from: index) {
            if found + 1 < buffer.count, buffer[found + 1] == UInt8(ascii: "\"") { return found }
            index = found + 1
        }
        return nil
    }

    private static func index(of byte: UInt8, in buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start < buffer.count else { return nil }
        return buffer[start...].firstIndex(of: byte)
    }

    private static func attribute(before equals: Int, in buffer: UnsafeBufferPointer<UInt8>) -> Attribute {
        func matches(_ name: StaticString) -> Bool {
            let length = name.utf8CodeUnitCount
            guard equals > length, buffer[equals - length - 1] <= UInt8(ascii: " ") else { return false }
            for offset in 0..<length where buffer[equals - length + offset] != name.utf8Start[offset] { return false }
            return true
        }
        if matches("id") { return .identifier }
        if matches("href") || matches("src") { return .link }
        return .other
    }

    private mutating func add(_ raw: String, page: String, above: [String]) {
        let link = raw.replacing("&amp;", with: "&")
        // Addresses with a scheme, and those of other hosts, lead out of the site.
        if link.hasPrefix("//") || link.prefix(while: { $0 != "/" && $0 != "#" && $0 != "?" }).contains(":") { return }
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let fragment = parts.count > 1 ? parts[1] : ""
        guard let address = parts.first, !address.isEmpty else {
            targets.insert(Target(path: page, fragment: fragment))
            return
        }
        // Absolute addresses depend on where the site is; only the page for missing pages has them.
        if address.hasPrefix("/") { return }
        var folders = above
        let pieces = address.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        for piece in pieces.dropLast() {
            switch piece {
            case ".", "": break
            case "..":
                guard folders.popLast() != nil else {
                    escaping.append(link)
                    return
                }
            default: folders.append(piece)
            }
        }
        let last = pieces.last ?? ""
        var path = folders.map { $0 + "/" }.joined()
        if last != ".", last != ".." { path += last }
        targets.insert(Target(path: path, fragment: fragment))
    }
}
