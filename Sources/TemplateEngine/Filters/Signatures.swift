/// The filters of the engine.
enum BuiltinFilter: UInt8, Sendable, CaseIterable {
    case abs, attr, batch, capitalize, center, count, `default`, dictsort, escape, first, float, format, groupby
    case indent, int, items, join, last, list, lower, map, mapAttribute, max, min, reject, rejectattr, replace, reverse
    case round, safe, select, selectattr, slice, sort, string, striptags, sum, title, tojson, trim, truncate
    case unique, upper, urlencode, wordcount, xmlattr

    /// The shape of the result for an input of a known shape.
    func shape(of input: Shape) -> Shape {
        switch self {
        case .sort, .select, .reject, .selectattr, .rejectattr, .unique, .reverse, .list:
            if case .list = input { return input }
            return self == .list ? .list(input.element) : .any
        case .first, .last, .min, .max:
            if case .list(let element) = input { return element }
            return .any
        case .batch, .slice:
            if case .list = input { return .list(input) }
            return .any
        case .groupby:
            if case .list = input { return .list(.tuple([.any, input])) }
            return .any
        case .items, .dictsort:
            if case .map(let element) = input { return .list(.tuple([.scalar("text"), element])) }
            return .any
        default: return .any
        }
    }
}

/// The name, the parameters and the kind of a filter.
struct FilterSignature: Sendable {
    let filter: BuiltinFilter
    let parameters: [String]
    let required: Int

    init(_ filter: BuiltinFilter, _ parameters: [String] = [], required: Int = 0) {
        self.filter = filter
        self.parameters = parameters
        self.required = required
    }

    static let all: [String: FilterSignature] = [
        "abs": .init(.abs),
        "attr": .init(.attr, ["name"], required: 1),
        "batch": .init(.batch, ["linecount", "fill_with"], required: 1),
        "capitalize": .init(.capitalize),
        "center": .init(.center, ["width"]),
        "count": .init(.count), "length": .init(.count),
        "default": .init(.default, ["default_value", "boolean"]),
        "d": .init(.default, ["default_value", "boolean"]),
        "dictsort": .init(.dictsort, ["case_sensitive", "by", "reverse"]),
        "escape": .init(.escape), "e": .init(.escape),
        "first": .init(.first),
        "float": .init(.float, ["default"]),
        "format": .init(.format),
        "groupby": .init(.groupby, ["attribute", "default", "case_sensitive"], required: 1),
        "indent": .init(.indent, ["width", "first", "blank"]),
        "int": .init(.int, ["default", "base"]),
        "items": .init(.items),
        "join": .init(.join, ["d", "attribute"]),
        "last": .init(.last),
        "list": .init(.list),
        "lower": .init(.lower),
        "map": .init(.map),
        "max": .init(.max, ["case_sensitive", "attribute"]),
        "min": .init(.min, ["case_sensitive", "attribute"]),
        "reject": .init(.reject), "rejectattr": .init(.rejectattr),
        "replace": .init(.replace, ["old", "new", "count"], required: 2),
        "reverse": .init(.reverse),
        "round": .init(.round, ["precision", "method"]),
        "safe": .init(.safe),
        "select": .init(.select), "selectattr": .init(.selectattr),
        "slice": .init(.slice, ["slices", "fill_with"], required: 1),
        "sort": .init(.sort, ["reverse", "case_sensitive", "attribute"]),
        "string": .init(.string),
        "striptags": .init(.striptags),
        "sum": .init(.sum, ["attribute", "start"]),
        "title": .init(.title),
        "tojson": .init(.tojson, ["indent"]),
        "trim": .init(.trim, ["chars"]),
        "truncate": .init(.truncate, ["length", "killwords", "end", "leeway"]),
        "unique": .init(.unique, ["case_sensitive", "attribute"]),
        "upper": .init(.upper),
        "urlencode": .init(.urlencode),
        "wordcount": .init(.wordcount),
        "xmlattr": .init(.xmlattr, ["autospace"]),
    ]
}

/// The tests of the engine.
enum BuiltinTest: UInt8, Sendable, CaseIterable {
    case defined, undefined, none, boolean, isTrue, isFalse, integer, float, number, string, mapping, sequence, iterable
    case even, odd, divisibleby, sameas, isIn, eq, ne, lt, le, gt, ge, lower, upper, escaped
}

struct TestSignature: Sendable {
    let test: BuiltinTest
    let arguments: Int

    init(_ test: BuiltinTest, _ arguments: Int = 0) {
        self.test = test
        self.arguments = arguments
    }

    static let all: [String: TestSignature] = [
        "defined": .init(.defined), "undefined": .init(.undefined), "none": .init(.none),
        "boolean": .init(.boolean), "true": .init(.isTrue), "false": .init(.isFalse), "integer": .init(.integer),
        "float": .init(.float), "number": .init(.number), "string": .init(.string), "mapping": .init(.mapping),
        "sequence": .init(.sequence), "iterable": .init(.iterable), "even": .init(.even), "odd": .init(.odd),
        "divisibleby": .init(.divisibleby, 1), "sameas": .init(.sameas, 1), "in": .init(.isIn, 1),
        "eq": .init(.eq, 1), "equalto": .init(.eq, 1), "==": .init(.eq, 1), "ne": .init(.ne, 1), "!=": .init(.ne, 1),
        "lt": .init(.lt, 1), "lessthan": .init(.lt, 1), "<": .init(.lt, 1), "le": .init(.le, 1), "<=": .init(.le, 1),
        "gt": .init(.gt, 1), "greaterthan": .init(.gt, 1), ">": .init(.gt, 1), "ge": .init(.ge, 1),
        ">=": .init(.ge, 1), "lower": .init(.lower), "upper": .init(.upper), "escaped": .init(.escaped),
    ]
}
