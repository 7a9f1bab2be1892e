import Foundation
import Plots
import Testing

/// Texts kept beside the tests; `RECORD_GOLDENS=1` writes them anew.
enum Golden {
    static func expect(_ text: String, named name: String, file: String = #filePath) throws {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Goldens")
        let url = folder.appendingPathComponent(name + ".txt")
        if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] == "1" {
            try text.write(to: url, atomically: true, encoding: .utf8)
            return
        }
        let recorded = try String(contentsOf: url, encoding: .utf8)
        guard recorded != text else { return }
        let before = recorded.split(separator: "\n", omittingEmptySubsequences: false)
        let after = text.split(separator: "\n", omittingEmptySubsequences: false)
        let place = zip(before, after).enumerated().first { $1.0 != $1.1 }
        let line = place?.offset ?? min(before.count, after.count)
        Issue.record(
            """
            \(name).txt differs from line \(line + 1) on
            recorded: \(place.map { String($0.element.0) } ?? "(end)")
            now:      \(place.map { String($0.element.1) } ?? "(end)")
            """)
    }
}

extension Scene {
    /// The layout as text, a mark on each line.
    var transcript: String {
        var lines = ["\(kind) \(variant.name) \(number(width)) × \(number(height)): \(title)"]
        for group in groups {
            lines.append("\(group.kind.rawValue)\(group.href.map { " → \($0)" } ?? "")")
            if let sentence = group.sentence { lines.append("  “\(sentence)”") }
            for r in group.rects {
                lines.append(
                    "  rect \(number(r.x)) \(number(r.y)) \(number(r.width)) × \(number(r.height)) \(r.style.rawValue)")
            }
            for l in group.lines {
                lines.append(
                    "  line \(number(l.x1)) \(number(l.y1)) – \(number(l.x2)) \(number(l.y2)) \(l.style.rawValue)")
            }
            for p in group.paths { lines.append("  path \(p.commands) \(p.style.rawValue)") }
            for c in group.circles {
                lines.append("  circle \(number(c.x)) \(number(c.y)) \(number(c.radius)) \(c.style.rawValue)")
            }
            for t in group.texts {
                lines.append(
                    "  text \(number(t.x)) \(number(t.y)) \(t.anchor.rawValue) \(t.style.rawValue): \(t.string)")
                if let full = t.full { lines.append("       in full: \(full)") }
            }
        }
        lines.append("table: " + table.columns.map(\.header).joined(separator: " | "))
        for row in table.rows { lines.append("  " + row.cells.joined(separator: " | ")) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func number(_ value: Double) -> String { String((value * 100).rounded() / 100) }
}
