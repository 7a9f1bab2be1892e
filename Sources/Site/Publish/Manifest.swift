import Crypto

/// The files of a published site with their digests: what makes an output folder ours, and what a later build compares with.
struct Manifest: Sendable {
    private static let heading = "evidence-atlas 1"

    /// Digests by path; see ``digest(_:)``.
    private(set) var digests: [String: String] = [:]

    init() {}

    mutating func add(_ path: String, digest: String) {
        digests[path] = digest
    }

    func digest(of path: String) -> String? { digests[path] }

    var bytes: [UInt8] {
        var out = Self.heading + "\n"
        for (path, digest) in digests.sorted(by: { $0.key < $1.key }) { out += "\(digest) \(path)\n" }
        return Array(out.utf8)
    }

    /// The manifest in a file, or nil if there is none or it is not one.
    static func read(_ path: String) -> Manifest? {
        guard let bytes = try? FileSystem.read(path) else { return nil }
        var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")[...]
        guard lines.popFirst() == Substring(heading) else { return nil }
        var manifest = Manifest()
        for line in lines {
            guard let space = line.firstIndex(of: " ") else { return nil }
            manifest.digests[String(line[line.index(after: space)...])] = String(line[..<space])
        }
        return manifest
    }

    /// The digest of bytes as the manifest writes it: the first 32 hexadecimal digits of their SHA-256.
    static func digest(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var out: [UInt8] = []
        out.reserveCapacity(32)
        for byte in SHA256.hash(data: bytes).prefix(16) {
            out.append(digits[Int(byte >> 4)])
            out.append(digits[Int(byte & 15)])
        }
        return String(decoding: out, as: UTF8.self)
    }
}
