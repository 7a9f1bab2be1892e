import Evidence
import TemplateEngine
import Text

/// What every page says of the site, made once.
struct SiteFrame: Sendable, Fingerprinted {
    let head: SiteHead
    /// The head as templates see it.
    let value: Value

    init(_ atlas: Atlas, assets: [TemplateFolder.Asset], language: Language) {
        let site = atlas.site
        var footer = site.footerPages.compactMap { item in
            atlas.page(item.value).map { Link($0.title, Routes.page($0.id)) }
        }
        footer.append(Link(language.glossaryTitle, Routes.glossary))
        footer.append(Link(language.discrepanciesTitle, Routes.discrepancies))
        head = SiteHead(
            name: site.name, tagline: site.tagline, description: site.description, language: site.language,
            licence: site.licence.map { ExternalLink(label: $0.label, url: $0.url) }, editors: site.editors,
            disclaimer: site.disclaimer,
            navigation: site.navigation.map { item in
                let link = Self.section(item.value, in: atlas, language)
                return .init(label: link.label, path: link.path, section: item.value)
            }, footer: footer, assets: assets.map { ($0.name, $0.path) }.sorted { $0.0 < $1.0 })
        value = SiteHead.view.value(of: head)
    }

    private static func section(_ id: String, in atlas: Atlas, _ language: Language) -> Link {
        switch id {
        case "questions": Link(language.questionsTitle, Routes.questions)
        case "map": Link(language.mapTitle, Routes.map)
        case "studies": Link(language.studiesTitle, Routes.studies)
        case "ongoing": Link(language.ongoingTitle, Routes.ongoing)
        case "sources": Link(language.sourcesTitle, Routes.sources)
        case "glossary": Link(language.glossaryTitle, Routes.glossary)
        case "discrepancies": Link(language.discrepanciesTitle, Routes.discrepancies)
        default: Link(atlas.page(id)?.title ?? id, Routes.page(id))
        }
    }

    func feed(to fingerprinter: inout Fingerprinter) {
        for text in [head.name, head.language] { text.feed(to: &fingerprinter) }
        for text in [head.tagline, head.description, head.disclaimer, head.licence?.label, head.licence?.url] {
            text.feed(to: &fingerprinter)
        }
        head.editors.feed(to: &fingerprinter)
        head.navigation.flatMap { [$0.label, $0.path, $0.section] }.feed(to: &fingerprinter)
        head.footer.flatMap { [$0.label, $0.path] }.feed(to: &fingerprinter)
        head.assets.flatMap { [$0.0, $0.1] }.feed(to: &fingerprinter)
    }
}
