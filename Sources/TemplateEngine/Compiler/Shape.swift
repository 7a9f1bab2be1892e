/// What is known of a value when templates are loaded.
indirect enum Shape: Sendable {
    case any
    /// A value without parts, and what to call it.
    case scalar(String)
    case list(Shape)
    case map(Shape)
    case tuple([Shape])
    case record(RecordType)

    init(_ type: ViewType) {
        switch type {
        case .text: self = .scalar("text")
        case .html: self = .scalar("HTML")
        case .integer, .number: self = .scalar("a number")
        case .bool: self = .scalar("a truth value")
        case .url: self = .scalar("an address")
        case .optional(let type): self = Shape(type)
        case .list(let type): self = .list(Shape(type))
        case .map(let type): self = .map(Shape(type))
        case .record(let type): self = .record(type)
        case .recursive(let type): self = .record(type())
        case .any: self = .any
        }
    }

    init(of value: Value) {
        switch value {
        case .record(let record): self = .record(record.type)
        default: self = .any
        }
    }

    /// The shape of the items that a loop goes over.
    var element: Shape {
        switch self {
        case .list(let shape): shape
        case .map: .scalar("text")
        default: .any
        }
    }
}

/// The names that can be used at a place in a template.
final class Scope {
    enum Variable {
        case slot(Int32, function: Int, Shape)
        case macro(Int)
        case module(Scope, name: String)
        /// The first slot of a running loop.
        case loop(Int32, function: Int, Shape)
    }

    let parent: Scope?
    var variables: [String: Variable] = [:]
    /// Whether the data of the page can be seen; an imported template sees only its own names.
    let seesRoot: Bool

    init(parent: Scope?, seesRoot: Bool? = nil) {
        self.parent = parent
        self.seesRoot = seesRoot ?? parent?.seesRoot ?? true
    }

    func lookup(_ name: String) -> Variable? {
        var scope: Scope? = self
        while let current = scope {
            if let variable = current.variables[name] { return variable }
            scope = current.parent
        }
        return nil
    }

    var names: [String] { (parent?.names ?? []) + variables.keys }
}
