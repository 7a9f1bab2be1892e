/// A value of a YAML file, with the place where it begins.
package enum YAMLNode {
    case scalar(Scalar)
    case sequence([YAMLNode], Position)
    case mapping(Mapping)

    /// Line and column, from 1, in the text that was parsed.
    package struct Position {
        package var line: Int32
        package var column: Int32
    }

    package struct Scalar {
        package var string: String
        package var style: Style
        package var position: Position
    }

    package enum Style {
        case plain
        case quoted
        /// Over several lines, after `|` or `>`.
        case block
    }

    /// Fields in the order of the file.
    package struct Mapping {
        package var fields: [(key: YAMLNode, value: YAMLNode)]
        package var position: Position
    }

    package var position: Position {
        switch self {
        case .scalar(let scalar): scalar.position
        case .sequence(_, let position): position
        case .mapping(let mapping): mapping.position
        }
    }
}
