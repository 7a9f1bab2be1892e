import TemplateEngine
import Text

/// The fixed texts of the templates in one language: what templates know as `words`.
enum WordsView {
    /// The groups, each a record of its labels.
    static let groups: [(name: String, documentation: String, view: View<Language>)] = Language.labelGroups.map {
        group in
        (
            group.name, group.documentation,
            View<Language>(
                group.name.prefix(1).uppercased() + group.name.dropFirst() + "Words",
                group.labels.map { .text($0.name, $0.documentation, $0.text) })
        )
    }

    static let view = View<Language>(
        "Words", groups.map { group in .part(group.name, group.view, group.documentation, { $0 }) })

    /// What every template sees beside its page.
    static func globals(_ language: Language) -> [String: Value] { ["words": view.value(of: language)] }
}
