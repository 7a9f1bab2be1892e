import TemplateEngine

/// The views of all page templates as text: `atlas schema views`.
package enum ViewDocumentation {
    /// Each template with the fields of its view, then each record type once, by name.
    package static var text: String {
        var out = ""
        var types: [String: RecordType] = [:]
        for (template, view) in PageViews.byTemplate.sorted(by: { $0.key < $1.key }) {
            out += "\(template)\n" + fields(of: view) + "\n"
            collect(view, into: &types)
        }
        let words = WordsView.view.type
        out += "every template, as words\n" + fields(of: words) + "\n"
        collect(words, into: &types)
        for type in types.values.sorted(by: { $0.name < $1.name }) {
            out += "\(type.name)\n" + fields(of: type) + "\n"
        }
        return out
    }

    private static func fields(of type: RecordType) -> String {
        let width = type.fields.map(\.name.count).max() ?? 0
        return type.fields.map { field in
            let padding = String(repeating: " ", count: width - field.name.count)
            return "    \(field.name)\(padding)  \(field.documentation) (\(field.type))\n"
        }.joined()
    }

    private static func collect(_ type: RecordType, into types: inout [String: RecordType]) {
        for field in type.fields {
            guard let inner = record(in: field.type), types[inner.name] == nil else { continue }
            types[inner.name] = inner
            collect(inner, into: &types)
        }
    }

    private static func record(in type: ViewType) -> RecordType? {
        switch type {
        case .record(let record): record
        case .optional(let inner), .list(let inner), .map(let inner): record(in: inner)
        default: nil
        }
    }
}
