/// A value on its way to JSON (RFC 8259). Objects keep the order of their keys.
///
///     var object = JSONObject()
///     object.set("study", text: "HORRAD")
///     object.set("p", number: .nan)            // does not apply, and is left out
///     object.value.written(.compact)           // {"study":"HORRAD"}
package indirect enum JSONValue: Sendable, Hashable {
    case number(Double)
    case integer(Int)
    case text(String)
    case flag(Bool)
    case list([JSONValue])
    case object([Member])

    package struct Member: Sendable, Hashable {
        package let key: String
        package let value: JSONValue

        package init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }
}

/// An object in the making. What is nil, and a number that is not finite, does not apply and is left out.
package struct JSONObject: Sendable {
    private var members: [JSONValue.Member] = []

    package init() {}

    package var value: JSONValue { .object(members) }

    package mutating func set(_ key: String, _ value: JSONValue?) {
        if let value { members.append(JSONValue.Member(key: key, value: value)) }
    }

    package mutating func set(_ key: String, number: Double?) {
        if let number, number.isFinite { set(key, .number(number)) }
    }

    package mutating func set(_ key: String, count: Int?) {
        if let count { set(key, .integer(count)) }
    }

    package mutating func set(_ key: String, text: String?) {
        if let text { set(key, .text(text)) }
    }

    package mutating func set(_ key: String, flag: Bool?) {
        if let flag { set(key, .flag(flag)) }
    }

    /// A list, left out when it is empty.
    package mutating func set(_ key: String, list: [JSONValue]) {
        if !list.isEmpty { set(key, .list(list)) }
    }
}
