import Foundation
import Testing

@testable import TemplateEngine

@Suite("Whatever a template says")
struct RobustnessTests {
    /// Numbers that are the same in every run.
    struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    /// `FUZZ_ROUNDS=100` looks a hundred times as long, with other seeds.
    static let rounds = ProcessInfo.processInfo.environment["FUZZ_ROUNDS"].flatMap(Int.init) ?? 1

    static let pieces = [
        "{{", "}}", "{%", "%}", "{#", "#}", "-%}", "{%-", "if ", "for x in ", "endif", "endfor", "else", "block a",
        "endblock", "macro m(a)", "endmacro",
        "set x = ", "|", "(", ")", "[", "]", "{", "}", ".", ",", "'", "\"", "x", "loop.index", "m(1)", "xs",
        "|map('upper')", "|sort", "**", "//", "%", "~",
        "not ", "is ", "in ", "9223372036854775807", "-", "0", "1.5", "<a href=\"", "\">", "<script>", "</script>",
        "<!--", "-->", "é", "\u{0}", "\\", "caller()",
        "{% include 'case.html' %}", "{% extends 'case.html' %}", "{{ super() }}", "range(9)", "namespace(a=1)",
        "[::-1]", "|batch(2)", "|tojson", "raw",
    ]

    static let tight: TemplateOptions = {
        var options = TemplateOptions()
        (options.stepLimit, options.outputLimit, options.textLimit, options.itemLimit) = (2_000, 100_000, 10_000, 1_000)
        return options
    }()

    static func survive(_ text: String) {
        guard
            let environment = try? TemplateEnvironment(
                sources: [TemplateSource(name: "case.html", text: text)], options: tight)
        else { return }
        let _: String? = try? environment.template(named: "case.html")?.render(JinjaCase.commonData)
    }

    @Test("changed templates never crash", arguments: 0..<8)
    func mutations(_ seed: Int) {
        var numbers = Numbers(state: UInt64(seed + Self.rounds) &* 977)
        for _ in 0..<(600 * Self.rounds) {
            var text = Array(JinjaCase.all[Int.random(in: 0..<JinjaCase.all.count, using: &numbers)].template.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                let place = Int.random(in: 0...text.count, using: &numbers)
                switch Int.random(in: 0..<4, using: &numbers) {
                case 0:
                    text.insert(
                        contentsOf: Array(Self.pieces.randomElement(using: &numbers)?.utf8 ?? "".utf8), at: place)
                case 1: if place < text.count { text.remove(at: place) }
                case 2: if place < text.count { text[place] = UInt8.random(in: 0...127, using: &numbers) }
                default:
                    let other = JinjaCase.all[Int.random(in: 0..<JinjaCase.all.count, using: &numbers)].template
                    text.insert(contentsOf: Array(other.utf8), at: place)
                }
            }
            Self.survive(String(decoding: text, as: UTF8.self))
        }
    }

    @Test("random pieces never crash", arguments: 0..<8)
    func fragments(_ seed: Int) {
        var numbers = Numbers(state: UInt64(seed + Self.rounds) &* 1237)
        for _ in 0..<(400 * Self.rounds) {
            let count = Int.random(in: 1...40, using: &numbers)
            Self.survive(
                (0..<count).map { _ in Self.pieces.randomElement(using: &numbers) ?? "" }.joined(separator: " "))
        }
    }

    /// A macro that calls itself from the bottom of as deep an expression as a tag may have.
    static let deepCall =
        "{% macro m(x) %}" + String(repeating: "{% if 1 %}", count: 50) + "{{ " + String(repeating: "(", count: 20)
        + "m(x)"
        + String(repeating: " ~ 1)", count: 20) + String(repeating: " + 1", count: 150) + " }}"
        + String(repeating: "{% endif %}", count: 50)
        + "{% endmacro %}{{ m(1) }}"

    static let hostile = [
        String(repeating: "{% if x %}", count: 5_000), String(repeating: "{{ (", count: 5_000),
        "{{ " + String(repeating: "-", count: 50_000) + "1 }}",
        "{{ " + String(repeating: "not ", count: 50_000) + "1 }}",
        "{{ 1" + String(repeating: " + 1", count: 50_000) + " }}",
        "{{ x" + String(repeating: ".x", count: 50_000) + " }}",
        "{{ " + String(repeating: "[", count: 50_000), "{{ 1" + String(repeating: "|abs", count: 50_000) + " }}",
        "{% if 0 %}" + String(repeating: "{% elif 0 %}", count: 5_000) + "{% endif %}",
        "{% set a = [] %}" + String(repeating: "{% set a = [a] %}", count: 20_000),
        "{% set a = [1] %}" + String(repeating: "{% set a = [a, a, a] %}", count: 100) + "{{ a }}",
        "{% set n = namespace(a=[]) %}{% for i in range(100000) %}{% set n.a = [n.a] %}{% endfor %}{{ n.a }}",
        "{% set n = namespace(a='x') %}{% for i in range(1000) %}{% set n.a = n.a ~ n.a %}{% endfor %}",
        "{{ 'x' * 9223372036854775807 }}", "{{ [1] * 9223372036854775807 }}",
        "{{ range(-9223372036854775807, 9223372036854775807) }}",
        "{{ range(9223372036854775807, -9223372036854775807, -9223372036854775807)|list }}",
        "{{ -9223372036854775807 - 2 }}", "{{ (-9223372036854775807 - 1) // -1 }}",
        "{{ (-9223372036854775807 - 1) % -1 }}", "{{ (-9223372036854775807 - 1)|abs }}",
        "{{ 2 ** 9223372036854775807 }}", "{{ 'a'|center(9223372036854775807) }}",
        "{{ 1.5|round(-9223372036854775807) }}",
        "{{ 'a'|indent(9223372036854775807) }}", "{{ [1]|batch(9223372036854775807, 1) }}",
        "{{ [1]|slice(9223372036854775807) }}",
        "{{ 'abc'[9223372036854775807:-9223372036854775807:-9223372036854775807] }}",
        "{{ [1, 2][-9223372036854775807] }}", "{{ '%99999999999999999999d' % 1 }}",
        "{{ 'a'|truncate(9223372036854775807, leeway=-9223372036854775807) }}",
        "{{ 'a'|truncate(-9223372036854775807) }}",
        "{{ {}|tojson(9223372036854775807) }}", "{{ [[1]]|tojson(99) }}", "{{ 1e308 * 10 // 1 }}", "{{ 1e308|int }}",
        "{{ (1e308 * 10)|int }}", "{{ (1e308 * 10)|round(2) }}", "{{ 1e300|round(-300) }}", "{{ '%d'|format(1e300) }}",
        "{{ 'a'.split('', 1) }}", "{{ 'aaa'.count('') }}", "{{ ''|int(0, 99) }}", "{{ 'a'.replace('', 'b', -1) }}",
        "{% macro m(x) %}{{ m([x]) }}{% endmacro %}{{ m(1) }}",
        "{% macro m() %}{% call m() %}{{ caller() }}{% endcall %}{% endmacro %}{{ m() }}",
        "{% macro m() %}{{ caller() }}{% endmacro %}{% set n = namespace() %}{% call m() %}{% set n.c = m %}{% endcall %}{{ n.c() }}",
        "{% macro keep(n) %}{% set n.c = caller %}{% endmacro %}{% set n = namespace() %}{% call keep(n) %}{% endcall %}{{ n.c() }}",
        "{% set n = namespace() %}{% set n.n = n %}{{ n.n.n.n }}{{ [n] }}", "{{ loop.cycle() }}",
        "{% for x in 'ab' %}{{ loop.cycle() }}{% endfor %}", "\u{FEFF}{{ 1 }}", "{%", "{{", "{#", "{% raw",
        "{% raw %}{% endraw", "{", "{{ '\\",
        "{{ '\\u", "{{ 0x }}", "{{ 1e }}", "{{ 1.e5 }}", "{{ 1__0 }}", "{{ _ }}", "{{ x.9223372036854775808 }}",
    ]

    @Test("hostile templates end with a diagnostic", arguments: hostile.indices)
    func limits(_ index: Int) { Self.survive(Self.hostile[index]) }

    @Test("deep calls end before the stack does") func deepCalls() throws {
        let template = try #require(
            try TemplateEnvironment(sources: [TemplateSource(name: "a.html", text: Self.deepCall)]).template(
                named: "a.html"))
        #expect {
            let _: String = try template.render(["x": 1])
        } throws: { ($0 as? TemplateError)?.diagnostic.identifier == "call-limit" }
    }

    @Test("templates that grow without bound are refused") func growth() {
        let loops =
            "<a href=\"" + String(repeating: "{% for i in x %}a", count: 40)
            + String(repeating: "{% endfor %}", count: 40) + "\">"
        let chain = (0..<40).map {
            TemplateSource(name: "\($0).html", text: "{% include '\($0 + 1).html' %}{% include '\($0 + 1).html' %}")
        }
        for sources in [
            [TemplateSource(name: "a.html", text: loops)], chain + [TemplateSource(name: "40.html", text: "end")],
        ] {
            var options = TemplateOptions()
            options.programLimit = 20_000
            do {
                _ = try TemplateEnvironment(sources: sources, options: options)
                Issue.record("nothing was reported")
            } catch {
                #expect(error.diagnostics.contains { $0.identifier == "template-size" })
            }
        }
    }

    @Test("one template renders on many threads") func threads() async throws {
        let text =
            "{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{% set ns = namespace(n=0) %}{% for p in people %}{{ m(p.name) }}{% set ns.n = ns.n + 1 %}{% endfor %}{{ ns.n }}"
        let template = try #require(
            try TemplateEnvironment(sources: [TemplateSource(name: "a.html", text: text)]).template(named: "a.html"))
        let expected: String = try template.render(JinjaCase.commonData)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<64 {
                group.addTask {
                    for _ in 0..<50 {
                        let made: String = try template.render(JinjaCase.commonData)
                        if made != expected { return false }
                    }
                    return true
                }
            }
            for try await isSame in group { #expect(isSame) }
        }
    }
}
