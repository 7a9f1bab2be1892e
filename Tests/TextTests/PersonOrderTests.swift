import TestSupport
import Testing

@testable import Text

@Suite("The order in which people sort")
struct PersonOrderTests {
    @Test(
        "Numbers go by size, capitals and accents count for nothing, signs only part words",
        arguments: [
            ["Ärzte", "Trial 2", "Trial 10", "Zeta"], ["a", "B", "c"],
            ["STAMPEDE", "STAMPEDE 2", "STAMPEDE-10", "Stampede2"],
            ["e-poster", "E2108", "école", "Eve"], ["Müller 9", "Muller 10", "MÜLLER 11"],
            ["Ng", "Nguyễn", "Ní", "Nz"],
            ["Øster", "Ostrava"], ["Straße", "Strasse 2"], ["", "  a", "b"],
            ["1", "02", "10", "1a0"].dropLast() + ["A"],
            ["Æneas", "Afro"], ["zeta", "Ελλάδα", "Ψ", "Москва"],
        ])
    func order(texts: [String]) {
        #expect(texts.shuffled().inPersonOrder { $0 } == texts)
    }

    @Test("Accents that stand apart are those within a letter")
    func decomposed() {
        #expect(PersonOrder("E\u{301}cole") < PersonOrder("\u{C9}d"))
        #expect(PersonOrder("Ed") > PersonOrder("\u{C9}cole"))
        #expect(["b", "a", "B", "A"].inPersonOrder { $0 } == ["A", "a", "B", "b"])
    }

    @Test("It is an order: of three hostile texts none goes round")
    func isOrder() {
        var random = SplitMix(seed: 5)
        for _ in 0..<300 {
            let keys = (0..<3).map { _ in PersonOrder(random.hostileText()) }
            #expect(!(keys[0] < keys[1] && keys[1] < keys[0]))
            if keys[0] < keys[1], keys[1] < keys[2] { #expect(keys[0] < keys[2]) }
            #expect((keys[0] < keys[1]) || (keys[1] < keys[0]) || keys[0] == keys[1])
        }
    }
}
