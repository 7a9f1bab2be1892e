extension Language {
    /// What stands on every page.
    static let siteLabels = LabelGroup(
        "site", "What stands on every page",
        [
            Label("skip", "The first link of a page, for the keyboard") { $0.say("Skip to the content") },
            Label("sections", "What a screen reader calls the navigation") { $0.say("Sections") },
            Label("breadcrumbs", "What a screen reader calls the way from the home page") { $0.say("You are here") },
            Label("home", "The first of the pages above a page") { $0.say("Home") },
            Label("content", "Before the licence of the content") { $0.say("Content:") },
            Label("onThisPage", "The heading of the contents of a page") { $0.say("On this page") },
        ])
}
