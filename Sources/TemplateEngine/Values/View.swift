/// What templates see of a subject: fields whose name, type, documentation and value stand on one line each.
///
///     struct Arm { var label: String; var patients: Int? }
///
///     let arm = View<Arm>("Arm", [
///         .text("label", "The arm as the study names it", \.label),
///         .integer("patients", "How many were randomised to it", ifAny: \.patients),
///     ])
///     let value = arm.value(of: Arm(label: "SABR", patients: 66))
///
/// A view is at once the schema that templates are checked against when they are loaded, the documentation for theme
/// authors, and the way from a subject to its values. There is no second place where the order of fields matters.
public struct View<Subject>: Sendable {
    /// The shape that templates are checked against.
    public let type: RecordType
    @usableFromInline let values: [@Sendable (Subject) -> Value]

    /// One field: what it is called, what it holds, and where that comes from.
    public struct Field: Sendable {
        @usableFromInline let field: RecordType.Field
        @usableFromInline let value: @Sendable (Subject) -> Value

        /// A field of any type.
        @inlinable
        public init(
            _ name: String, _ type: ViewType, _ documentation: String, _ value: @escaping @Sendable (Subject) -> Value
        ) {
            field = RecordType.Field(name, type, documentation)
            self.value = value
        }

        /// The field as one of something that has the subject in it.
        public func of<Whole>(_ subject: @escaping @Sendable (Whole) -> Subject) -> View<Whole>.Field {
            let value = value
            return View<Whole>.Field(field.name, field.type, field.documentation) { value(subject($0)) }
        }
    }

    @inlinable
    public init(_ name: String, _ fields: [Field]) {
        type = RecordType(name, fields.map(\.field))
        values = fields.map(\.value)
    }

    /// The record of one subject.
    @inlinable
    public func value(of subject: Subject) -> Value {
        .record(type, values.map { $0(subject) })
    }

    /// The records of several subjects, in their order.
    @inlinable
    public func list(of subjects: some Sequence<Subject>) -> Value {
        var all: [Value] = []
        all.reserveCapacity(subjects.underestimatedCount * values.count)
        for subject in subjects {
            for value in values { all.append(value(subject)) }
        }
        return .list(of: type, all)
    }
}

extension View.Field {
    /// Plain text, escaped where it is shown.
    @inlinable
    public static func text(
        _ name: String, _ documentation: String, _ value: @escaping @Sendable (Subject) -> String
    ) -> Self {
        Self(name, .text, documentation) { .string(value($0)) }
    }

    /// Plain text that may be absent.
    @inlinable
    public static func text(
        _ name: String, _ documentation: String, ifAny value: @escaping @Sendable (Subject) -> String?
    ) -> Self {
        Self(name, .optional(.text), documentation) { value($0).map(Value.string) ?? .none }
    }

    /// A list of plain texts.
    @inlinable
    public static func texts(
        _ name: String, _ documentation: String, _ value: @escaping @Sendable (Subject) -> [String]
    ) -> Self {
        Self(name, .list(.text), documentation) { .list(value($0).map(Value.string)) }
    }

    /// Plain texts by name, in the order given.
    @inlinable
    public static func texts(
        _ name: String, _ documentation: String, named value: @escaping @Sendable (Subject) -> [(String, String)]
    ) -> Self {
        Self(name, .map(.text), documentation) { .map(value($0).map { ($0.0, .string($0.1)) }) }
    }

    /// HTML that the host made and vouches for.
    @inlinable
    public static func html(
        _ name: String, _ documentation: String, _ value: @escaping @Sendable (Subject) -> String
    ) -> Self {
        Self(name, .html, documentation) { .safe(value($0)) }
    }

    /// A whole number.
    @inlinable
    public static func integer(
        _ name: String, _ documentation: String, _ value: @escaping @Sendable (Subject) -> Int
    ) -> Self {
        Self(name, .integer, documentation) { .int(value($0)) }
    }

    /// A whole number that may be absent.
    @inlinable
    public static func integer(
        _ name: String, _ documentation: String, ifAny value: @escaping @Sendable (Subject) -> Int?
    ) -> Self {
        Self(name, .optional(.integer), documentation) { value($0).map(Value.int) ?? .none }
    }

    /// A number.
    @inlinable
    public static func number(
        _ name: String, _ documentation: String, _ value: @escaping @Sendable (Subject) -> Double
    ) -> Self {
        Self(name, .number, documentation) { .double(value($0)) }
    }

    /// True or false.
    @inlinable
    public static func flag(
        _ name: String, _ documentation: String, _ value: @escaping @Sendable (Subject) -> Bool
    ) -> Self {
        Self(name, .bool, documentation) { .bool(value($0)) }
    }

    /// A web address, whose scheme is checked where it is shown.
    @inlinable
    public static func url(
        _ name: String, _ documentation: String, _ value: @escaping @Sendable (Subject) -> String
    ) -> Self {
        Self(name, .url, documentation) { .string(value($0)) }
    }

    /// A web address that may be absent.
    @inlinable
    public static func url(
        _ name: String, _ documentation: String, ifAny value: @escaping @Sendable (Subject) -> String?
    ) -> Self {
        Self(name, .optional(.url), documentation) { value($0).map(Value.string) ?? .none }
    }

    /// A part with a view of its own.
    @inlinable
    public static func part<Part>(
        _ name: String, _ view: View<Part>, _ documentation: String, _ value: @escaping @Sendable (Subject) -> Part
    ) -> Self {
        Self(name, .record(view.type), documentation) { view.value(of: value($0)) }
    }

    /// A part with a view of its own, which may be absent.
    @inlinable
    public static func part<Part>(
        _ name: String, _ view: View<Part>, _ documentation: String,
        ifAny value: @escaping @Sendable (Subject) -> Part?
    ) -> Self {
        Self(name, .optional(.record(view.type)), documentation) { value($0).map(view.value(of:)) ?? .none }
    }

    /// Parts with a view of their own.
    @inlinable
    public static func parts<Part>(
        _ name: String, _ view: View<Part>, _ documentation: String, _ value: @escaping @Sendable (Subject) -> [Part]
    ) -> Self {
        Self(name, .list(.record(view.type)), documentation) { view.list(of: value($0)) }
    }
}
