import Diagnostics
import Text

/// The parsing of YAML into nodes that know their place.
package enum YAMLReading {
    /// Files beyond this size are refused.
    static let maximumSize = 4 << 20
    /// A file may not have more nodes than this once its aliases are followed.
    static let maximumNodes = 400_000

    /// The mapping that a file holds, or nil with diagnostics.
    ///
    /// - Parameters:
    ///   - yaml: the YAML text, which may be a part of the file (front matter).
    ///   - lineOffset: how many lines of the file stand before it.
    static func mapping(_ yaml: String, lineOffset: Int = 0, in reading: Reading) -> YAMLNode.Mapping? {
        guard let root = root(yaml, lineOffset: lineOffset, allowsControls: false, in: reading) else { return nil }
        guard case .mapping(let mapping) = root else {
            reading.error(
                "wrong-type", "the file must hold fields (`name: value`)", at: mark(of: root, lineOffset: lineOffset))
            return nil
        }
        return mapping
    }

    /// The one value that a file holds, or nil with diagnostics.
    ///
    /// - Parameter allowsControls: whether escapes may stand for control characters.
    package static func root(
        _ yaml: String, lineOffset: Int = 0, allowsControls: Bool = true, in reading: Reading
    ) -> YAMLNode? {
        guard yaml.utf8.count <= maximumSize else {
            reading.error("file-too-large", "the file is larger than 4 MiB", at: .start, help: "split it")
            return nil
        }
        let root: YAMLNode?
        do throws(YAMLComposer.Failure) {
            let composed = try YAMLComposer.root(of: yaml)
            root = composed.root
            if !allowsControls {
                for found in composed.controls {
                    let at = mark(found.position, length: 1, lineOffset: lineOffset)
                    reading.report(.controlCharacter(found.character, at: reading.source.place(at)))
                }
            }
        } catch {
            report(error, lineOffset: lineOffset, in: reading)
            return nil
        }
        guard let root else {
            reading.error(
                "empty-file", "the file is empty", at: .start, help: "describe the record, or delete the file")
            return nil
        }
        if yaml.hasByte(UInt8(ascii: "*")), yaml.hasByte(UInt8(ascii: "&")) {
            var budget = maximumNodes
            guard fits(root, in: &budget) else {
                reading.error("too-many-nodes", "the aliases of the file expand to too much data", at: .start)
                return nil
            }
        }
        return root
    }

    static func mark(of node: YAMLNode, lineOffset: Int) -> Mark {
        if case .scalar(let scalar) = node { return mark(of: scalar, lineOffset: lineOffset) }
        return mark(node.position, length: 1, lineOffset: lineOffset)
    }

    static func mark(of scalar: YAMLNode.Scalar, lineOffset: Int) -> Mark {
        let length = length(scalar.string).map { scalar.style == .quoted ? $0 + 2 : $0 } ?? 1
        return mark(scalar.position, length: length, lineOffset: lineOffset)
    }

    private static func mark(_ position: YAMLNode.Position, length: Int, lineOffset: Int) -> Mark {
        Mark(
            line: Int32(clamping: Int(position.line) + lineOffset), column: position.column,
            length: Int32(clamping: max(1, length)))
    }

    /// The characters of a text, or nil if it has several lines.
    private static func length(_ text: String) -> Int? {
        var isASCII = true
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n") { return nil }
            if byte >= 0x80 { isASCII = false }
        }
        return isASCII ? text.utf8.count : text.count
    }

    private static func fits(_ root: YAMLNode, in budget: inout Int) -> Bool {
        var pending = [root]
        while let node = pending.popLast() {
            budget -= 1
            if budget < 0 { return false }
            switch node {
            case .mapping(let mapping):
                for (key, value) in mapping.fields {
                    pending.append(key)
                    pending.append(value)
                }
            case .sequence(let items, _): pending.append(contentsOf: items)
            case .scalar: break
            }
        }
        return true
    }

    private static func report(_ failure: YAMLComposer.Failure, lineOffset: Int, in reading: Reading) {
        switch failure {
        case .syntax(let problem, let position):
            reading.error(
                "invalid-yaml", "the YAML cannot be read: \(problem)",
                at: mark(position, length: 1, lineOffset: lineOffset),
                help: yamlHelp(problem))
        case .duplicateKeys(let keys, let position):
            let names = keys.map { "'\($0)'" }.joined(separator: ", ")
            reading.error(
                "duplicate-field", "\(names) is given twice", at: mark(position, length: 1, lineOffset: lineOffset),
                help: "keep one of them")
        case .tooDeep(let position):
            reading.error(
                "too-deep", "the values are nested more than \(YAMLComposer.maximumDepth) deep",
                at: mark(position, length: 1, lineOffset: lineOffset))
        case .unreadable:
            reading.error("invalid-yaml", "the file is not valid YAML", at: .start)
        }
    }

    private static func yamlHelp(_ problem: String) -> String? {
        if problem.contains("mapping values are not allowed") {
            return "put quotes around a text that contains a colon followed by a space"
        }
        if problem.contains("cannot start any token") { return "put quotes around a text that begins with this sign" }
        if problem.contains("did not find expected") {
            return "check the indentation, the quotes and the brackets above"
        }
        return nil
    }
}
