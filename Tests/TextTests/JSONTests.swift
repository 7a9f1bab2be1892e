import Testing

@testable import Text

@Suite("JSON")
struct JSONTests {
    private static var value: JSONValue {
        var object = JSONObject()
        object.set("study", text: "HORRAD")
        object.set("k", count: 2)
        object.set("estimate", number: 0.1 + 0.2)
        object.set("whole", number: 3)
        object.set("p", number: .nan)
        object.set("year", count: nil)
        object.set("inverted", flag: false)
        object.set("nothing", list: [])
        object.set("list", .list([.integer(1), .list([]), .object([])]))
        return object.value
    }

    @Test("A value is written on one line")
    func compact() {
        #expect(
            Self.value.written(.compact)
                == #"{"study":"HORRAD","k":2,"estimate":0.30000000000000004,"whole":3,"inverted":false,"list":[1,[],{}]}"#
        )
    }

    @Test("A value is written with a member a line")
    func indented() {
        #expect(
            Self.value.written(.indented) == """
                {
                  "study": "HORRAD",
                  "k": 2,
                  "estimate": 0.30000000000000004,
                  "whole": 3,
                  "inverted": false,
                  "list": [
                    1,
                    [],
                    {}
                  ]
                }
                """)
    }

    @Test(
        "Strings hold no character that JSON or a terminal would take for another",
        arguments: [
            ("a\"b\\c", #"a\"b\\c"#), ("\n\r\t\u{8}\u{C}", #"\n\r\t\b\f"#),
            ("\u{1B}[2J\u{7F}\u{9B}", #"\u001b[2J\u007f\u009b"#),
            ("\u{2028}\u{2029}", #"\u2028\u2029"#), ("é 😀 <b>", "é 😀 <b>"), ("", ""),
        ])
    func strings(text: String, written: String) {
        #expect(JSONString.quoted(text) == "\"\(written)\"")
    }

    @Test("Strings within HTML hold no markup, and ASCII alone where it is asked for")
    func escaping() {
        #expect(JSONString.quoted("<a>&'é", escaping: .markup) == #""\u003ca\u003e\u0026\u0027é""#)
        #expect(JSONString.quoted("<é😀", escaping: [.markup, .beyondASCII]) == #""\u003c\u00e9\ud83d\ude00""#)
        #expect(JSONString.quoted("\u{7F}\u{80}", escaping: .beyondASCII) == "\"\u{7F}\\u0080\"")
        #expect(JSONString.quoted("<é", escaping: .beyondASCII) == #""<\u00e9""#)
    }

    @Test("A number that is not finite is null")
    func infinite() {
        #expect(
            JSONValue.list([.number(.infinity), .number(1e300), .number(-0.5)]).written(.compact)
                == "[null,1e+300,-0.5]")
    }
}
