import PlotSamples
import TestSupport
import Testing

@testable import Plots

@Suite struct TextTests {
    /// Advances read from the font with fontTools, in thousandths of an em.
    @Test(arguments: [
        ("A", 667, 723), ("0", 557, 557), ("i", 223, 278), ("−", 584, 584), ("τ", 396, 447), ("²", 334, 334),
        ("→", 1000, 1000), ("é", 557, 557), ("ő", 557, 611), ("\u{2009}", 200, 200), ("\u{0301}", 0, 0),
        ("中", 1000, 1000),
        ("👍", 1400, 1400), ("\u{200D}", 0, 0),
    ])
    func advances(text: String, regular: Int, bold: Int) {
        #expect(AdvanceTable(.regular).advance(of: text) == regular)
        #expect(AdvanceTable(.bold).advance(of: text) == bold)
    }

    @Test func widthsAddUp() {
        #expect(TextMeasure.width(of: "STAMPEDE", size: 10) == 55.03)
        #expect(TextMeasure.room(for: "STAMPEDE", size: 10) > 61.6)
        let mixed = "τ² = 0.04, I² = 43%"
        let sum = mixed.map { TextMeasure.width(of: String($0), size: 11) }.reduce(0, +)
        #expect((TextMeasure.width(of: mixed, size: 11) - sum).magnitude < 1e-9)
    }

    @Test(arguments: [
        ("plain", "plain"), ("  two   spaces ", "two spaces"), ("line\r\nbreak\ttab", "line break tab"),
        ("nul\u{0}bell\u{7}", "nulbell"), ("\u{202E}turned\u{202C}", "turned"), ("soft\u{AD}hyphen", "softhyphen"),
        ("e\u{301}\u{302}\u{303}\u{304}", "e\u{301}\u{302}"), ("τ²\u{2009}≤\u{A0}1", "τ²\u{2009}≤\u{A0}1"), ("", ""),
        ("\u{FEFF}mark\u{FFFF}", "mark"), (" ", ""), ("naïve Łódź", "naïve Łódź"),
    ])
    func cleaning(text: String, clean: String) {
        #expect(Array(LabelText.clean(text).unicodeScalars) == Array(clean.unicodeScalars))
    }

    @Test func noLabelIsLongerThanAnybodyReads() {
        let text = LabelText.clean(String(repeating: "a", count: 10_000))
        #expect(text.unicodeScalars.count == 502 && text.hasSuffix("a…"))
    }

    private func lines(_ text: String, _ width: Double, _ limit: Int) -> [String] {
        TextFitter(size: 10).fit(text, width: width, lineLimit: limit).lines
    }

    @Test func wrapping() {
        #expect(lines("short", 100, 2) == ["short"])
        #expect(lines("Standard of care with radiotherapy", 110, 2) == ["Standard of care with", "radiotherapy"])
        #expect(lines("Standard of care with radiotherapy", 62, 2) == ["Standard of", "care with…"])
        #expect(lines("Donaudampfschifffahrt", 62, 3) == ["Donaudam", "pfschifffahrt"])
        #expect(lines("a-hyphenated-word", 50, 2) == ["a-", "hyphen…"])
        #expect(lines("转移性前列腺癌", 40, 2) == ["转移性", "前列…"])
        #expect(lines("👩‍👩‍👧‍👦", 20, 2) == ["…"])
        #expect(lines("", 20, 2) == [""])
    }

    /// Whatever is fitted is no wider than asked, and what is not shortened is complete.
    @Test func fittedTextFits() {
        var random = SplitMix(seed: 5)
        for _ in 0..<200 {
            let text = LabelText.clean(random.hostileText())
            let width = 24 + 300 * random.unit()
            let limit = 1 + Int(random.next() % 3)
            let fitter = TextFitter(size: 13, face: random.unit() < 0.5 ? .bold : .regular)
            let fitted = fitter.fit(text, width: width, lineLimit: limit)
            #expect(fitted.lines.count <= limit)
            for line in fitted.lines { #expect(fitter.room(for: line) <= width + 1e-9, "\(line.prefix(40))") }
            if !fitted.isShortened {
                #expect(fitted.lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
            }
        }
    }
}
