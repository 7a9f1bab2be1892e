import Evidence
import TemplateEngine

/// Plans every file of the site.
struct SiteComposer {
    let context: SiteContext

    func plans() -> [PagePlan] {
        let context = context
        var plans: [PagePlan] = [
            page(Routes.home, "home.html") { ListComposer(context: context).home() },
            page(Routes.questions, "questions.html") { ListComposer(context: context).questions() },
            page(Routes.studies, "studies.html") { ListComposer(context: context).studies() },
            page(Routes.sources, "sources.html") { ListComposer(context: context).sources() },
            page(Routes.map, "map.html") { () throws(TemplateError) in try MapComposer(context: context).view() },
            page(Routes.ongoing, "ongoing.html") { () throws(TemplateError) in try OngoingComposer(context: context).view() },
            page(Routes.glossary, "glossary.html") { GlossaryComposer(context: context).glossary() },
            page(Routes.discrepancies, "discrepancies.html") { ListComposer(context: context).discrepancies() },
            page("404.html", "404.html", isListed: false) { ListComposer(context: context).notFound() },
        ]
        plans += graphics().map { $0.plan() }
        for kind in Vocabulary.Kind.allCases where kind != .terms {
            for entry in context.atlas.vocabulary.entries(kind) {
                plans.append(
                    page(Routes.entry(kind, entry.id), "entry.html") { EntryComposer(context: context, entry: entry).view() })
            }
        }
        for question in context.atlas.questions {
            plans.append(
                PagePlan(
                    path: Routes.question(question.id),
                    content: .template("question.html") { () throws(TemplateError) in
                        try QuestionComposer(context: context, question: question).view()
                    }))
        }
        for synthesis in context.syntheses.all {
            plans.append(contentsOf: SynthesisFiles(context: context, synthesis: synthesis).plans())
        }
        for study in context.atlas.studies {
            plans.append(
                page(Routes.study(study.id), "study.html") { () throws(TemplateError) in try StudyComposer(context: context, study: study).view() })
        }
        for source in context.atlas.sources {
            plans.append(
                page(Routes.source(source.id), "source.html") { SourceComposer(context: context, source: source).view() })
        }
        for prose in context.atlas.pages {
            plans.append(
                PagePlan(
                    path: Routes.page(prose.id),
                    content: .template("page.html") { () throws(TemplateError) in
                        try QuestionComposer.prosePage(prose, in: context)
                    }))
        }
        for asset in context.assets {
            plans.append(PagePlan(path: asset.path, content: .bytes { asset.bytes }, isListed: false))
        }
        plans.append(robots())
        if let base = context.baseURL { plans.append(siteMap(plans, base: base)) }
        return plans
    }

    /// The plots of all pages but those of syntheses, which have a folder of their own.
    private func graphics() -> [Graphic] {
        var graphics = MapComposer(context: context).graphics() + OngoingComposer(context: context).graphics()
        for question in context.atlas.questions {
            graphics += MedianComposer(context: context, question: question).graphics()
            graphics += RiskOfBiasComposer(context: context).graphics(of: question)
        }
        for study in context.atlas.studies {
            graphics += FlowComposer(study: study).graphics() + RiskOfBiasComposer(context: context).graphics(of: study)
        }
        return graphics
    }

    private func page(
        _ path: String, _ template: String, isListed: Bool = true, _ view: @escaping @Sendable () throws(TemplateError) -> Value
    ) -> PagePlan {
        PagePlan(path: path, content: .template(template, view), isListed: isListed)
    }

    private func robots() -> PagePlan {
        let base = context.baseURL
        return PagePlan(
            path: "robots.txt",
            content: .bytes {
                var out = "User-agent: *\nAllow: /\n"
                if let base { out += "Sitemap: \(base)sitemap.xml\n" }
                return Array(out.utf8)
            }, isListed: false)
    }

    private func siteMap(_ plans: [PagePlan], base: String) -> PagePlan {
        let paths = plans.filter { plan in
            if case .template = plan.content { return plan.isListed }
            return false
        }.map { Routes.address(of: $0.path) }.sorted()
        return PagePlan(
            path: "sitemap.xml",
            content: .bytes {
                var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                out += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
                for path in paths { out += "<url><loc>\(base.xmlEscaped)\(path.xmlEscaped)</loc></url>\n" }
                return Array((out + "</urlset>\n").utf8)
            }, isListed: false)
    }
}

extension String {
    fileprivate var xmlEscaped: String {
        replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
