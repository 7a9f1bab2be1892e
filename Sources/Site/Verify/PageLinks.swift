/// The identifiers and the internal links of a rendered page.
struct PageLinks: Sendable {
    /// The template that made the page, for messages.
    let template: String
    private(set) var identifiers: Set<String> = []
    /// Identifiers that occur twice.
    private(set) var repeated: [String] = []
    /// Addresses from the root of the site, with the fragment if there is one, in the order of the page.
    private(set) var targets: [Target] = []
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
        // "", "studies/", "studies/horrad/": where a link leads that goes up to there first.
        let folders = above.indices.reduce(into: [""]) { $0.append($0[$1] + above[$1] + "/") }
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
                    if seen.insert(link).inserted { add(link, page: path, folders: folders) }
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

    private mutating func add(_ raw: String, page: String, folders: [String]) {
        let link = raw.hasByte(UInt8(ascii: "&")) ? raw.replacing("&amp;", with: "&") : raw
        // Addresses with a scheme, and those of other hosts, lead out of the site.
        if link.hasPrefix("//") || Self.hasScheme(link) { return }
        let hash = link.utf8.firstIndex(of: UInt8(ascii: "#"))
        let fragment = hash.map { String(link[link.utf8.index(after: $0)...]) } ?? ""
        var address = link[..<(hash ?? link.endIndex)]
        guard let first = address.utf8.first else {
            targets.append(Target(path: page, fragment: fragment))
            return
        }
        // Absolute addresses depend on where the site is; only the page for missing pages has them.
        if first == UInt8(ascii: "/") { return }
        var depth = folders.count - 1
        while address.utf8.starts(with: "../".utf8) {
            guard depth > 0 else {
                escaping.append(link)
                return
            }
            depth -= 1
            address = address[address.utf8.index(address.startIndex, offsetBy: 3)...]
        }
        guard let rest = Self.resolved(address, from: folders[depth]) else {
            escaping.append(link)
            return
        }
        targets.append(Target(path: rest, fragment: fragment))
    }

    private static func hasScheme(_ link: String) -> Bool {
        for byte in link.utf8 {
            switch byte {
            case UInt8(ascii: ":"): return true
            case UInt8(ascii: "/"), UInt8(ascii: "#"), UInt8(ascii: "?"): return false
            default: break
            }
        }
        return false
    }

    /// An address within a folder, with its dots taken away; nil if it leaves the site.
    private static func resolved(_ address: Substring, from folder: String) -> String? {
        if isPlain(address) { return folder + address }
        var folders = folder.split(separator: "/").map(String.init)
        let pieces = address.split(separator: "/", omittingEmptySubsequences: false)
        for piece in pieces.dropLast() {
            switch piece {
            case ".", "": break
            case "..": guard folders.popLast() != nil else { return nil }
            default: folders.append(String(piece))
            }
        }
        let last = pieces.last ?? ""
        return folders.map { $0 + "/" }.joined() + (last == "." || last == ".." ? "" : last)
    }

    /// Whether no piece of an address is empty or begins with a dot.
    private static func isPlain(_ address: Substring) -> Bool {
        var previous = UInt8(ascii: "/")
        for byte in address.utf8 {
            if previous == UInt8(ascii: "/"), byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") { return false }
            previous = byte
        }
        return true
    }
}
