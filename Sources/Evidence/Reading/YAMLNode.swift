import Diagnostics
import Yams

/// The parsing of YAML into nodes that know their place.
package enum YAMLReading {
    /// Files beyond this size are refused.
    static let maximumSize = 4 << 20
    /// A file may not have more nodes than this once its aliases are followed.
    static let maximumNodes = 400_000
    static let maximumFlowDepth = 64

    /// The mapping that a file holds, or nil with diagnostics.
    ///
    /// - Parameters:
    ///   - yaml: the YAML text, which may be a part of the file (front matter).
    ///   - lineOffset: how many lines of the file stand before it.
    static func mapping(_ yaml: String, lineOffset: Int = 0, in reading: Reading) -> Node.Mapping? {
        guard let root = root(yaml, lineOffset: lineOffset, in: reading) else { return nil }
        guard case .mapping(let mapping) = root else {
            reading.error(
                "wrong-type", "the file must hold fields (`name: value`)", at: mark(of: root, lineOffset: lineOffset))
            return nil
        }
        return mapping
    }

    /// The one value that a file holds, or nil with diagnostics.
    package static func root(_ yaml: String, lineOffset: Int = 0, in reading: Reading) -> Node? {
        guard yaml.utf8.count <= maximumSize else {
            reading.error("file-too-large", "the file is larger than 4 MiB", at: .start, help: "split it")
            return nil
        }
        guard isShallow(yaml) else {
            reading.error("too-deep", "the brackets are nested more than \(maximumFlowDepth) deep", at: .start)
            return nil
        }
        let root: Node?
        do {
            root = try Parser(yaml: yaml, resolver: .basic, constructor: .default, encoding: .utf8).singleRoot()
        } catch {
            report(error, lineOffset: lineOffset, in: reading)
            return nil
        }
        guard let root else {
            reading.error("empty-file", "the file is empty", at: .start, help: "describe the record, or delete the file")
            return nil
        }
        if yaml.utf8.contains(UInt8(ascii: "*")), yaml.utf8.contains(UInt8(ascii: "&")) {
            var budget = maximumNodes
            guard fits(root, in: &budget) else {
                reading.error("too-many-nodes", "the aliases of the file expand to too much data", at: .start)
                return nil
            }
        }
        return root
    }

    static func mark(of node: Node, lineOffset: Int) -> Mark {
        var length = 1
        if case .scalar(let scalar) = node {
            let quotes = scalar.style == .singleQuoted || scalar.style == .doubleQuoted ? 2 : 0
            length = self.length(scalar.string).map { $0 + quotes } ?? 1
        }
        return Mark(
            line: Int32(clamping: (node.mark?.line ?? 1) + lineOffset), column: Int32(clamping: node.mark?.column ?? 1),
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

    private static func fits(_ root: Node, in budget: inout Int) -> Bool {
        var pending = [root]
        while let node = pending.popLast() {
            budget -= 1
            if budget < 0 { return false }
            switch node {
            case .mapping(let mapping):
                for (key, value) in mapping {
                    pending.append(key)
                    pending.append(value)
                }
            case .sequence(let sequence): pending.append(contentsOf: sequence)
            default: break
            }
        }
        return true
    }

    /// Whether the flow brackets outside quotes stay within the depth that the parser's recursion can bear.
    private static func isShallow(_ yaml: String) -> Bool {
        var depth = 0
        var deepest = 0
        var indicators = 0
        for byte in yaml.utf8 {
            switch byte {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                depth += 1
                deepest = max(deepest, depth)
            case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
            case UInt8(ascii: "\n"): indicators = 0
            case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): 
                indicators += 1
            case UInt8(ascii: " "): break
            default:
                if indicators > maximumFlowDepth { return false }
                indicators = 0
            }
            if indicators > 4 * maximumFlowDepth { return false }
        }
        return deepest <= maximumFlowDepth
    }

    private static func report(_ error: any Error, lineOffset: Int, in reading: Reading) {
        guard let error = error as? YamlError else {
            reading.error("invalid-yaml", "the file is not valid YAML", at: .start)
            return
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let place = Mark(
                line: Int32(clamping: mark.line + lineOffset), column: Int32(clamping: mark.column), length: 1)
            reading.error("invalid-yaml", "the YAML cannot be read: \(problem)", at: place, help: yamlHelp(problem))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.sorted().map { "'\($0)'" }.joined(separator: ", ")
            let place = Mark(
                line: Int32(clamping: context.mark.line + lineOffset), column: Int32(clamping: context.mark.column),
                length: 1)
            reading.error("duplicate-field", "\(names) is given twice", at: place, help: "keep one of them")
        default:
            reading.error("invalid-yaml", "the file is not valid YAML", at: .start)
        }
    }

    private static func yamlHelp(_ problem: String) -> String? {
        if problem.contains("mapping values are not allowed") {
            return "put quotes around a text that contains a colon followed by a space"
        }
        if problem.contains("cannot start any token") { return "put quotes around a text that begins with this sign" }
        if problem.contains("did not find expected") { return "check the indentation, the quotes and the brackets above" }
        return nil
    }
}
