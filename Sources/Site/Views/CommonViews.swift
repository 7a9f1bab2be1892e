import TemplateEngine

/// The types of the views that pages share.
enum CommonViews {
    static let link = Link.view.type
    static func link(_ label: String, _ path: String) -> Value { Link.view.value(of: Link(label, path)) }
    static let section = RecordType(
        "Section",
        [
            .init("label", .text, "The heading"),
            .init("anchor", .text, "Its identifier on the page"),
        ])
    static let site = SiteHead.view.type
    static let page = PageHead.view.type
    static let provenance = PrintedPlace.view.type
    static let statement = StatementBlock.view.type
    static let studyTable = StudyTable.view.type
    static let reference = ReferenceBlock.view.type
}
