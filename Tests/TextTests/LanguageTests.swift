import Testing

@testable import Text

@Suite("Language")
struct LanguageTests {
    @Test("An invented language marks every text")
    func marks() {
        let invented = Language(code: "en-x-test") { "[\($0)]" }
        #expect(invented.say("not pooled") == "[not pooled]")
        #expect(invented.say("") == "")
        #expect(Language.english.say("not pooled") == "not pooled")
    }
}
