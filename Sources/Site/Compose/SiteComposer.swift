import Evidence
import TemplateEngine
import Text

/// Plans every page of the site, with the files that belong to it.
struct SiteComposer {
    let evidence: SiteEvidence

    func plans() -> [PagePlan] {
        var plans: [PagePlan] = [
            page(Routes.home, "home.html") { HomePage.view.value(of: ListComposer(scope: $0).home()) },
            page(Routes.questions, "questions.html") {
                QuestionsPage.view.value(of: ListComposer(scope: $0).questions())
            },
            page(Routes.studies, "studies.html") { StudiesPage.view.value(of: ListComposer(scope: $0).studies()) },
            page(Routes.sources, "sources.html") { SourcesPage.view.value(of: ListComposer(scope: $0).sources()) },
            page(Routes.glossary, "glossary.html") { GlossaryPage.view.value(of: ListComposer(scope: $0).glossary()) },
            page(Routes.notFound, "404.html", isListed: false) {
                NotFoundPage.view.value(of: ListComposer(scope: $0).notFound())
            },
            PagePlan(Routes.map, "map.html") { scope throws(TemplateError) in try MapComposer(scope: scope).parts() },
            PagePlan(Routes.ongoing, "ongoing.html") { scope throws(TemplateError) in
                try OngoingComposer(scope: scope).parts()
            },
            page(Routes.discrepancies, "discrepancies.html") {
                DiscrepanciesPage.view.value(of: DiscrepanciesComposer(scope: $0).page())
            },
        ]
        for kind in Vocabulary.Kind.allCases where kind != .terms {
            for entry in evidence.atlas.vocabulary.entries(kind) {
                plans.append(
                    page(Routes.entry(kind, entry.id), "entry.html") { scope in
                        EntryPage.view.value(
                            of: EntryComposer(scope: scope, entry: scope.entry(kind, entry.id) ?? entry).page())
                    })
            }
        }
        for question in evidence.atlas.questions {
            let folders = evidence.syntheses.of(question).map { Routes.files($0) }
            plans.append(
                PagePlan(Routes.question(question.id), "question.html", folders: folders) {
                    scope throws(TemplateError) in
                    try QuestionComposer(scope: scope, question: scope.question(question.id) ?? question).parts()
                })
        }
        for study in evidence.atlas.studies {
            plans.append(
                PagePlan(Routes.study(study.id), "study.html") { scope throws(TemplateError) in
                    try StudyComposer(scope: scope, study: scope.study(study.id) ?? study).parts()
                })
        }
        for source in evidence.atlas.sources {
            plans.append(
                page(Routes.source(source.id), "source.html") { scope in
                    SourcePage.view.value(
                        of: SourceComposer(scope: scope, source: scope.source(source.id) ?? source).page())
                })
        }
        for prose in evidence.atlas.pages {
            plans.append(
                PagePlan(Routes.page(prose.id), "page.html") { scope throws(TemplateError) in
                    try TextComposer(scope: scope, page: scope.page(prose.id) ?? prose).parts()
                })
        }
        for asset in evidence.assets { plans.append(PagePlan(asset.path) { _ in asset.bytes }) }
        plans.append(robots())
        if let base = evidence.baseURL { plans.append(siteMap(plans, base: base)) }
        return plans
    }

    private func page(
        _ path: String, _ template: String, isListed: Bool = true, _ view: @escaping @Sendable (Scope) -> Value
    ) -> PagePlan {
        PagePlan(path, template, isListed: isListed) { scope in PageParts(view: view(scope)) }
    }

    private func robots() -> PagePlan {
        PagePlan("robots.txt") { scope in
            let map = scope.baseURL.map { "Sitemap: \($0)sitemap.xml\n" } ?? ""
            return Array("User-agent: *\nAllow: /\n\(map)".utf8)
        }
    }

    private func siteMap(_ plans: [PagePlan], base: String) -> PagePlan {
        let paths = plans.filter(\.isListed).map { Routes.address(of: $0.path) }.sorted()
        return PagePlan("sitemap.xml") { _ in
            var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            out += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            for path in paths { out += "<url><loc>\(MarkupText.escaped(base + path))</loc></url>\n" }
            return Array((out + "</urlset>\n").utf8)
        }
    }
}
