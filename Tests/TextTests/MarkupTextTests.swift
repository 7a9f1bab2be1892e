import Testing

@testable import Text

@Suite("Text within markup")
struct MarkupTextTests {
    @Test(
        "Five characters are escaped, wherever they stand",
        arguments: [
            ("a < b & \"c\" > 'd'", "a &lt; b &amp; &#34;c&#34; &gt; &#39;d&#39;"), ("", ""),
            ("plain text of 24 letters!", "plain text of 24 letters!"),
            ("#;=?%$/", "#;=?%$/"), ("éà漢<😀&", "éà漢&lt;😀&amp;"), ("&amp;", "&amp;amp;"),
            ("<<<<<<<<<", String(repeating: "&lt;", count: 9)),
        ])
    func escaped(text: String, markup: String) {
        #expect(MarkupText.escaped(text) == markup)
        var bytes = Array("x".utf8)
        MarkupText.append(text, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "x" + markup)
    }

    @Test("Each byte at each position of a long text is as it is alone")
    func positions() {
        for byte in UInt8(0x20)..<0x7F {
            let character = String(Unicode.Scalar(byte))
            for position in 0..<17 {
                let (before, after) = (
                    String(repeating: "a", count: position), String(repeating: "b", count: 17 - position)
                )
                #expect(
                    MarkupText.escaped(before + character + after) == before + MarkupText.escaped(character) + after)
            }
        }
    }

    @Test("References are kept where they are safe")
    func references() {
        let source = Array("a &lt; <b>".utf8)
        let written = [UInt8](unsafeUninitializedCapacity: source.count * MarkupText.growth + MarkupText.margin) {
            buffer, count in
            source.withUnsafeBufferPointer { bytes in
                guard let from = bytes.baseAddress, let to = buffer.baseAddress else { return }
                count = MarkupText.write(from, bytes.count, to: to, keepsReferences: true)
            }
        }
        #expect(String(decoding: written, as: UTF8.self) == "a &lt; &lt;b&gt;")
    }
}
