/// A run of nodes.
struct Body: Sendable {
    var start: Int32
    var count: Int32
    static let empty = Body(start: 0, count: 0)
}

/// What a compiled template does, one step. Plain numbers only, so that running it counts no references.
enum Node: Sendable {
    case text(start: Int32, count: Int32)
    case output(Int32, Escape)
    /// A text and the value after it.
    case textAndOutput(start: Int32, count: Int32, Int32, Escape)
    case conditional(test: Int32, then: Body, otherwise: Body)
    /// A loop, by its number.
    case loop(Int32)
    case set(slot: Int32, value: Int32, isDeep: Bool)
    case unpack(slots: Int32, count: Int32, value: Int32)
    case setMember(target: Int32, name: Int32, value: Int32)
    case include(Body, name: Int32)
    /// Runs the top of an imported template for its variables.
    case module(Body, name: Int32)
}

/// What a compiled template computes. The numbers are those of other expressions, slots, names and constants.
enum Operation: Sendable {
    case constant(Int32)
    case slot(Int32)
    case global(Int32)
    /// A name of the root; the fallback is the constant of a global, or -1.
    case root(name: Int32, fallback: Int32)
    case rootField(position: Int32, type: Int32, name: Int32)
    case attribute(Int32, name: Int32)
    case field(Int32, position: Int32, type: Int32, name: Int32)
    case item(Int32, Int32)
    case slice(Int32, start: Int32, stop: Int32, step: Int32)
    case list(start: Int32, count: Int32)
    case tuple(start: Int32, count: Int32)
    case map(start: Int32, count: Int32)
    case negate(Int32)
    case plus(Int32)
    case arithmetic(Arithmetic, Int32, Int32)
    case compare(Comparison, Int32, Int32)
    case compareChain(start: Int32, count: Int32)
    case and(Int32, Int32)
    case or(Int32, Int32)
    case not(Int32)
    case concatenate(start: Int32, count: Int32)
    case conditional(test: Int32, then: Int32, otherwise: Int32)
    case filter(BuiltinFilter, Int32, start: Int32, count: Int32)
    case hostFilter(Int32, Int32, start: Int32, count: Int32)
    case test(BuiltinTest, Int32, start: Int32, count: Int32, isNegated: Bool)
    case method(Int32, name: Int32, start: Int32, count: Int32)
    case loop(LoopProperty, slot: Int32)
    case cycle(slot: Int32, start: Int32, count: Int32)
    case changed(slot: Int32, start: Int32, count: Int32)
    case call(function: Int32, start: Int32, count: Int32, caller: Int32)
    case callValue(Int32, start: Int32, count: Int32, names: Int32, caller: Int32)
    case builtin(BuiltinFunction, start: Int32, count: Int32, names: Int32)
    case hostFunction(Int32, start: Int32, count: Int32)
    case capture(Body)
}

enum LoopProperty: UInt8, Sendable {
    case index, index0, revindex, revindex0, first, last, length, previousItem, nextItem, depth, depth0
}

enum BuiltinFunction: UInt8, Sendable { case range, dict, namespace }

struct LoopInfo: Sendable {
    var sequence: Int32 = 0
    /// The slots of the items and, behind it, of the position and of the value that `changed` compares.
    var slot: Int32 = 0
    /// The slot of the item.
    var target: Int32 = 0
    /// What takes the item apart, if it has names for its parts.
    var parts = Body.empty
    var filter: Int32 = -1
    var body = Body.empty
    var otherwise = Body.empty
}

/// A macro, or the body of a `call`.
struct Function: Sendable {
    var name: String
    var parameters: [String]
    var fallbacks: [Int32]
    /// The first slot of the parameters; `caller` has the slot behind them.
    var slot: Int32 = 0
    var frameSize: Int32 = 0
    var body = Body.empty
    var format = TemplateFormat.markup
}

/// Where an expression stands.
struct OperationPlace: Sendable {
    var origin: Int32
    var span: Span
}

/// The template that an expression is written in, and the tag that brought it here.
struct Origin: Sendable {
    enum Link: Sendable { case none, include, extends, importing }

    let source: Int
    let parent: Int32
    let link: Link
    let linkSpan: Span
}
