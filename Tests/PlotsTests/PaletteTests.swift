import Foundation
import Plots
import Testing

/// The colours of plots that stand alone: told from the paper, and from one another by readers who see fewer.
@Suite struct PaletteTests {
    enum Scheme: CaseIterable {
        case light, dark

        var paper: Colour { self == .light ? Colour("#ffffff") : Colour("#12171d") }
    }

    /// Marks that only carry others or separate rows, and signs, which stand on discs.
    private static let quiet: Set<MarkStyle> = [.paper, .hit, .hairline, .sign, .signLight, .signDot]
    private static let texts: Set<MarkStyle> = [
        .sublabel, .note, .footnote, .tickLabel, .alternative, .favours, .pointLabel,
    ]

    @Test("Texts have a contrast of 4.5 to the paper", arguments: Scheme.allCases)
    func texts(scheme: Scheme) throws {
        let sheet = try Sheet(scheme)
        #expect(try #require(sheet.ink).contrast(scheme.paper) >= 4.5)
        for style in Self.texts {
            let fill = try #require(sheet.colours[style.rawValue]?.fill, "\(style.rawValue)")
            #expect(fill.contrast(scheme.paper) >= 4.5, "\(style.rawValue)")
        }
    }

    @Test("Marks have a contrast of 3 to the paper, by their fill or their outline", arguments: Scheme.allCases)
    func marks(scheme: Scheme) throws {
        let sheet = try Sheet(scheme)
        for style in MarkStyle.allCases where !Self.quiet.contains(style) && !Self.texts.contains(style) {
            guard let (fill, stroke) = sheet.colours[style.rawValue] else { continue }
            let contrast = [fill, stroke].compactMap { $0?.contrast(scheme.paper) }.max() ?? 0
            // A region is bounded by the next one's outline.
            #expect(contrast >= 3 || style == .contourLast, "\(style.rawValue): \(contrast)")
        }
    }

    @Test("Signs have a contrast of 3 to their discs", arguments: Scheme.allCases)
    func signs(scheme: Scheme) throws {
        let sheet = try Sheet(scheme)
        let light = try #require(sheet.colours["sign-light"]?.stroke)
        let dark = try #require(sheet.colours["sign"]?.stroke)
        for (disc, sign) in [
            ("low", dark), ("some-concerns", dark), ("moderate", dark), ("unclear", dark), ("no-information", dark),
            ("high", light), ("serious", light), ("critical", light),
        ] {
            let fill = try #require(sheet.colours["judged-" + disc]?.fill)
            #expect(fill.contrast(sign) >= 3, "\(disc)")
        }
    }

    /// Shape tells them apart as well; colour alone should too.
    @Test("What differs in colour differs for every kind of colour vision", arguments: Scheme.allCases)
    func vision(scheme: Scheme) throws {
        let sheet = try Sheet(scheme)
        for (one, other) in [
            (MarkStyle.bubble, MarkStyle.bubbleThird), (.personEvent, .personHarmed), (.experimental, .now),
        ] {
            let pair = try [one, other].map { style in
                let colours = try #require(sheet.colours[style.rawValue])
                return try #require(colours.fill ?? colours.stroke)
            }
            for vision in Vision.allCases {
                #expect(
                    pair[0].seen(with: vision).distance(pair[1].seen(with: vision)) >= 12,
                    "\(one.rawValue), \(other.rawValue), \(vision)")
            }
        }
    }

    // MARK: Reading the sheet

    /// The colours of one scheme by class.
    private struct Sheet {
        var ink: Colour?
        private(set) var colours: [String: (fill: Colour?, stroke: Colour?)] = [:]

        init(_ scheme: Scheme, file: String = #filePath) throws {
            let root = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            let text = try String(contentsOf: root.appendingPathComponent("Templates/plots/style.svg"), encoding: .utf8)
            var medium = ""
            for line in text.split(separator: "\n") {
                if line.hasPrefix("@media") { medium = String(line) }
                if line == "}" { medium = "" }
                let isMeant = medium.isEmpty || (scheme == .dark && medium.contains("dark"))
                guard isMeant, line.hasPrefix(".plot"), let brace = line.firstIndex(of: "{") else { continue }
                add(line[..<brace], line[brace...].dropFirst().dropLast())
            }
        }

        private mutating func add(_ selectors: Substring, _ body: Substring) {
            for part in body.split(separator: ";") {
                let pair = part.split(separator: ":", maxSplits: 1)
                guard pair.count == 2, pair[1].hasPrefix("#") else { continue }
                for selector in selectors.split(separator: ",") {
                    if selector == ".plot text", pair[0] == "fill" { ink = Colour(pair[1]) }
                    guard selector.hasPrefix(".plot .plot-") else { continue }
                    let name = String(selector.dropFirst(".plot .plot-".count))
                    if pair[0] == "fill" { colours[name, default: (nil, nil)].fill = Colour(pair[1]) }
                    if pair[0] == "stroke" { colours[name, default: (nil, nil)].stroke = Colour(pair[1]) }
                }
            }
        }
    }
}

/// How colours are seen; the matrices are for the whole loss of one cone (Machado, Oliveira & Fernandes 2009).
enum Vision: CaseIterable {
    case all, protanopia, deuteranopia, tritanopia

    var matrix: [[Double]] {
        switch self {
        case .all: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        case .protanopia:
            [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
        case .deuteranopia:
            [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
        case .tritanopia:
            [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
        }
    }
}

/// A colour as linear light, red, green and blue from 0 to 1.
struct Colour {
    private var light: [Double]

    init(_ text: some StringProtocol) {
        let digits = text.dropFirst().prefix(6)
        let number = UInt32(digits, radix: 16) ?? 0
        light = [16, 8, 0].map { shift in
            let value = Double((number >> UInt32(shift)) & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
    }

    func seen(with vision: Vision) -> Colour {
        var seen = self
        seen.light = vision.matrix.map { row in min(max(zip(row, light).reduce(0) { $0 + $1.0 * $1.1 }, 0), 1) }
        return seen
    }

    /// Of WCAG 2.2: from 1 to 21.
    func contrast(_ other: Colour) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    private var luminance: Double { 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] }

    /// The distance in CIELAB under daylight (CIE 1976).
    func distance(_ other: Colour) -> Double {
        zip(lab, other.lab).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }

    private var lab: [Double] {
        let x = (0.4124 * light[0] + 0.3576 * light[1] + 0.1805 * light[2]) / 0.9505
        let z = (0.0193 * light[0] + 0.1192 * light[1] + 0.9505 * light[2]) / 1.089
        let f = [x, luminance, z].map { $0 > 0.008856 ? cbrt($0) : 7.787 * $0 + 16.0 / 116 }
        return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
    }
}
