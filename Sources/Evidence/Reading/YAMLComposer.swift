import CYaml
import Text

/// Makes nodes of the events of libyaml, the parser inside Yams.
///
/// The nodes of Yams carry a tag and an anchor as objects, and each of its events is one too. Content needs neither, and
/// reading it is the largest part of a build.
struct YAMLComposer: ~Copyable {
    enum Failure: Error {
        case syntax(problem: String, YAMLNode.Position)
        case duplicateKeys([String], YAMLNode.Position)
        case tooDeep(YAMLNode.Position)
        /// The text holds characters that YAML does not allow.
        case unreadable
    }

    /// How deep values may be nested, so that recursion cannot exhaust the stack.
    static let maximumDepth = 200

    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private var event = yaml_event_t()
    private var anchors: [String: YAMLNode] = [:]
    /// The texts whose escapes stand for control characters.
    private var controls: [Control] = []

    /// A control character that is written as an escape, and where the text with it begins.
    struct Control {
        var character: Unicode.Scalar
        var position: YAMLNode.Position
    }

    /// The one value of a text, nil if it is empty, and the control characters that its escapes make.
    static func root(of text: String) throws(Failure) -> (root: YAMLNode?, controls: [Control]) {
        var text = text
        let result = text.withUTF8 { bytes -> Result<(root: YAMLNode?, controls: [Control]), Failure> in
            var composer = YAMLComposer(bytes)
            do throws(Failure) {
                return .success((try composer.root(), composer.controls))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        var last = event
        yaml_event_delete(&last)
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    private mutating func root() throws(Failure) -> YAMLNode? {
        try advance()
        try advance()
        guard event.type != YAML_STREAM_END_EVENT else { return nil }
        try advance()
        let root = try node(depth: 0)
        try advance()
        try advance()
        guard event.type == YAML_STREAM_END_EVENT else {
            throw .syntax(problem: "but found another document", position)
        }
        return root
    }

    private mutating func advance() throws(Failure) {
        yaml_event_delete(&event)
        guard yaml_parser_parse(parser, &event) == 1 else {
            let failed = parser.pointee
            guard failed.error == YAML_SCANNER_ERROR || failed.error == YAML_PARSER_ERROR, let problem = failed.problem
            else {
                throw .unreadable
            }
            throw .syntax(problem: String(cString: problem), Self.position(failed.problem_mark))
        }
    }

    private var position: YAMLNode.Position { Self.position(event.start_mark) }

    private static func position(_ mark: yaml_mark_t) -> YAMLNode.Position {
        .init(line: Int32(clamping: mark.line + 1), column: Int32(clamping: mark.column + 1))
    }

    // MARK: Nodes

    /// The node that begins with the event at hand; afterwards its last event is at hand.
    private mutating func node(depth: Int) throws(Failure) -> YAMLNode {
        guard depth <= Self.maximumDepth else { throw .tooDeep(position) }
        switch event.type {
        case YAML_SCALAR_EVENT:
            let anchor = Self.name(event.data.scalar.anchor)
            let scalar = event.data.scalar
            let string = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            if scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE, let found = ControlCharacter.first(in: string) {
                controls.append(Control(character: found.scalar, position: position))
            }
            return register(.scalar(.init(string: string, style: Self.style(scalar.style), position: position)), anchor)
        case YAML_SEQUENCE_START_EVENT:
            let (start, anchor) = (position, Self.name(event.data.sequence_start.anchor))
            var items: [YAMLNode] = []
            try advance()
            while event.type != YAML_SEQUENCE_END_EVENT {
                items.append(try node(depth: depth + 1))
                try advance()
            }
            return register(.sequence(items, start), anchor)
        case YAML_MAPPING_START_EVENT:
            let (start, anchor) = (position, Self.name(event.data.mapping_start.anchor))
            var fields: [(key: YAMLNode, value: YAMLNode)] = []
            try advance()
            while event.type != YAML_MAPPING_END_EVENT {
                let key = try node(depth: depth + 1)
                try advance()
                fields.append((key, try node(depth: depth + 1)))
                try advance()
            }
            try checkDuplicates(fields)
            return register(.mapping(.init(fields: fields, position: start)), anchor)
        default:
            guard let name = Self.name(event.data.alias.anchor), let node = anchors[name] else {
                throw .syntax(problem: "found undefined alias", position)
            }
            return node
        }
    }

    private static func style(_ style: yaml_scalar_style_t) -> YAMLNode.Style {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
        default: .plain
        }
    }

    private static func name(_ anchor: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        anchor.map { String(decodingCString: $0, as: UTF8.self) }
    }

    private mutating func register(_ node: YAMLNode, _ anchor: String?) -> YAMLNode {
        if let anchor { anchors[anchor] = node }
        return node
    }

    private func checkDuplicates(_ fields: [(key: YAMLNode, value: YAMLNode)]) throws(Failure) {
        var first: [String: YAMLNode.Position] = [:]
        first.reserveCapacity(fields.count)
        var repeated: Set<String> = []
        for (key, _) in fields {
            guard case .scalar(let scalar) = key else { continue }
            if first[scalar.string] == nil {
                first[scalar.string] = scalar.position
            } else {
                repeated.insert(scalar.string)
            }
        }
        let names = repeated.sorted()
        guard let name = names.first, let place = first[name] else { return }
        throw .duplicateKeys(names, place)
    }
}
