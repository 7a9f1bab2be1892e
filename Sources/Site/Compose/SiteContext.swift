import Diagnostics
import Evidence
import Plots
import TemplateEngine
import Text

/// Everything that composing a page may look at: the evidence, the templates, and indexes over both.
struct SiteContext: Sendable {
    let atlas: Atlas
    let syntheses: Syntheses
    let templates: TemplateEnvironment
    let baseURL: String?
    /// The language of the pages.
    let language: Language
    /// The assets of the theme.
    let assets: [TemplateFolder.Asset]
    /// The view that all pages share.
    let site: Value

    /// The questions that each study belongs to.
    let questionsOfStudy: [String: [(question: Question, member: Question.Member)]]
    /// The studies that draw on each document, by index in the atlas.
    let studiesOfSource: [String: [Int]]
    /// The conflicts of each study that has any.
    let conflictsOfStudy: [String: [Conflict]]
    /// What the words of the vocabulary are used for.
    let uses: VocabularyUses
    let mainEffects: MainEffects
    /// The studies in the order of their names, by index in the atlas.
    let studiesByName: [Int]
    /// The place of each study in that order.
    let nameRanks: [Int]

    init(atlas: Atlas, syntheses: Syntheses, templates: TemplateEnvironment, baseURL: String?, assets: [TemplateFolder.Asset], language: Language) {
        self.atlas = atlas
        self.syntheses = syntheses
        self.templates = templates
        self.baseURL = baseURL
        self.language = language
        self.assets = assets
        site = Self.siteView(atlas, Dictionary(assets.map { ($0.name, $0.path) }, uniquingKeysWith: { first, _ in first }))
        var questions: [String: [(Question, Question.Member)]] = [:]
        for question in atlas.questions {
            for member in question.members { questions[member.study.value, default: []].append((question, member)) }
        }
        questionsOfStudy = questions
        var studies: [String: [Int]] = [:]
        var conflicts: [String: [Conflict]] = [:]
        for (index, study) in atlas.studies.enumerated() {
            for source in study.sources { studies[source, default: []].append(index) }
            let found = study.conflicts
            if !found.isEmpty { conflicts[study.id] = found }
        }
        studiesOfSource = studies
        conflictsOfStudy = conflicts
        uses = VocabularyUses(atlas)
        mainEffects = MainEffects(syntheses)
        let names = atlas.studies.map { ($0.name.lowercased(), $0.id) }
        let order = names.indices.sorted { names[$0] < names[$1] }
        var ranks = [Int](repeating: 0, count: order.count)
        for (rank, index) in order.enumerated() { ranks[index] = rank }
        studiesByName = order
        nameRanks = ranks
    }

    private static func siteView(_ atlas: Atlas, _ assets: [String: String]) -> Value {
        let site = atlas.site
        let navigation: [Value] = site.navigation.map { item in
            let (label, path) = section(item.value, in: atlas)
            return .record(CommonViews.navigationItem, [.string(label), .string(path), .string(item.value)])
        }
        var footer: [Value] = site.footerPages.compactMap { item in
            atlas.page(item.value).map { CommonViews.link($0.title, Routes.page($0.id)) }
        }
        footer.append(CommonViews.link("Glossary", Routes.glossary))
        footer.append(CommonViews.link("Discrepancies", Routes.discrepancies))
        return .record(
            CommonViews.site,
            [
                .string(site.name), .optional(site.tagline), .optional(site.description), .string(site.language),
                site.licence.map { .record(CommonViews.externalLink, [.string($0.label), .string($0.url)]) } ?? .none,
                .list(site.editors.map(Value.string)), .optional(site.disclaimer), .list(navigation), .list(footer),
                .string(assets["atlas.css"] ?? ""),
                .map(assets.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }),
            ])
    }

    private static func section(_ id: String, in atlas: Atlas) -> (label: String, path: String) {
        switch id {
        case "questions": ("Questions", Routes.questions)
        case "map": ("Evidence map", Routes.map)
        case "studies": ("Studies", Routes.studies)
        case "ongoing": ("Running trials", Routes.ongoing)
        case "sources": ("Sources", Routes.sources)
        case "glossary": ("Glossary", Routes.glossary)
        case "discrepancies": ("Discrepancies", Routes.discrepancies)
        default: (atlas.page(id)?.title ?? id, Routes.page(id))
        }
    }

    // MARK: Views that several pages share

    func page(
        title: String, description: String = "", kind: String, section: String = "", path: String,
        breadcrumbs: [Value] = [], root: String? = nil
    ) -> Value {
        .record(
            CommonViews.page,
            [
                .string(title), .string(description), .string(kind), .string(section),
                .string(root ?? Routes.root(from: path)), .string(path), .optional(baseURL.map { $0 + Routes.address(of: path) }),
                .list(breadcrumbs),
            ])
    }

    func provenance(_ places: [Provenance]) -> Value {
        .list(
            places.map { place in
                .record(
                    CommonViews.provenance,
                    [
                        .string(atlas.source(place.source)?.short ?? place.source), .string(Routes.source(place.source)),
                        .string(place.at), .list(place.readable.map(Value.string)),
                    ])
            })
    }

    func statements(_ statements: [Statement]) -> Value {
        .list(statements.map { .record(CommonViews.statement, [.string($0.text), provenance($0.provenance)]) })
    }

    func label(_ kind: Vocabulary.Kind, _ id: String) -> String { atlas.vocabulary.entry(kind, id)?.label ?? id }

    func labels(_ kind: Vocabulary.Kind, _ ids: [Marked<String>]) -> String {
        ids.map { label(kind, $0.value) }.joined(separator: ", ")
    }

    func links(_ kind: Vocabulary.Kind, _ ids: [Marked<String>]) -> [Value] {
        ids.map { CommonViews.link(label(kind, $0.value), Routes.entry(kind, $0.value)) }
    }

    /// Studies as the rows of a table, each with its main effect as a small plot if it has one.
    ///
    /// - Parameter effects: Finds the main effect; what it is depends on the page.
    func studyTable(
        _ studies: [(study: Study, note: String)], effects: (Study) -> MainEffect?
    ) -> Value {
        let rows = studies.map { item -> (row: Value, hasSpark: Bool) in
            let (study, spark) = (item.study, effects(item.study).flatMap { self.spark($0, of: item.study) })
            let row: Value = .record(
                CommonViews.studyRow,
                [
                    .string(study.name), .string(Routes.study(study.id)), .string(study.designLabel),
                    .string(study.status.label), .string(labels(.conditions, study.conditions)),
                    .string(study.setting.map { label(.settings, $0.value) } ?? ""), .string(study.patientsLabel),
                    .int(study.results.count), .string(item.note), spark?.plot ?? .none, .string(spark?.text ?? ""),
                ])
            return (row, spark != nil)
        }
        return .record(CommonViews.studyTable, [.list(rows.map(\.row)), .bool(rows.contains { $0.hasSpark })])
    }

    private func spark(_ effect: MainEffect, of study: Study) -> (plot: Value, text: String)? {
        let entry = atlas.vocabulary.entry(.outcomes, effect.outcome)
        let value = ValueText.effect(effect.effect)
        let measure = effect.effect.measure
        // What is drawn is always a 95 % interval, whatever is printed.
        let derived = effect.estimate.isDerived
            ? "; drawn: 95\u{202F}% CI \(ValueText.effect(effect.estimate.low)) to \(ValueText.effect(effect.estimate.high)), derived" : ""
        let part = effect.population.map { ", \($0)" } ?? ""
        let data = SparkForestLayout.Data(
            id: "spark-\(study.id)", sentence: "\(study.name), \((entry?.label ?? effect.outcome).lowercased())\(part): \(value)\(derived)",
            studies: [.init(measure.printedScale(effect.estimate.estimate), effect.estimate.low, effect.estimate.high)],
            isDerived: effect.estimate.isDerived, pooled: nil, axis: MainEffects.axis)
        guard let scene = try? SparkForestLayout(data).scene else { return nil }
        return (PlotViews.value(of: scene), "\(entry?.abbreviation ?? entry?.label ?? effect.outcome)\(part): \(value)\(derived)")
    }

    /// Where a synthesis is asked for.
    func place(of synthesis: Synthesis) -> Place {
        atlas.question(synthesis.question)?.text.place(synthesis.plan.mark) ?? Place(file: synthesis.question)
    }

    func reference(_ source: Source) -> Value {
        .record(
            CommonViews.reference,
            [
                .string(source.short), .string(Routes.source(source.id)), .string(source.citation),
                .optional(source.link),
            ])
    }
}

extension Value {
    static func optional(_ text: String?) -> Value { text.map(Value.string) ?? .none }
}

extension Study {
    /// "randomised trial, phase 3"
    var designLabel: String {
        design.phase.map { "\(design.kind.label), phase \($0)" } ?? design.kind.label
    }

    /// The number of patients to show in lists: "99", "340 planned", or an en dash.
    var patientsLabel: String {
        if let patients { return "\(patients)" }
        if let planned = enrolled(.planned) { return "\(planned.n) planned" }
        return "\u{2013}"
    }
}

extension Source {
    /// The document in one line, with as much as is known.
    var citation: String {
        var parts: [String] = []
        if authors.isEmpty {
            parts.append("Authors unknown")
        } else {
            let shown = authors.prefix(6).map { author in
                author.given.map { "\(author.family) \($0)" } ?? author.family
            }
            parts.append(shown.joined(separator: ", ") + (authors.count > 6 || isEtAl ? " et al" : ""))
        }
        parts.append(title)
        var place = containerTitle ?? ""
        if let issued { place += (place.isEmpty ? "" : " ") + issued }
        if let volume { place += ";\(volume)" }
        if let issue { place += "(\(issue))" }
        if let page { place += ":\(page)" }
        if !place.isEmpty { parts.append(place) }
        if let doi { parts.append("doi \(doi)") }
        return parts.map { $0.hasSuffix(".") || $0.hasSuffix("?") ? $0 : $0 + "." }.joined(separator: " ")
    }

    /// One author stands for several where only the first is recorded.
    private var isEtAl: Bool { authors.count == 1 && type == "article-journal" }
}
