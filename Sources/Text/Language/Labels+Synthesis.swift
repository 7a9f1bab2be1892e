extension Language {
    /// What a synthesis within a page says.
    static let synthesisLabels = LabelGroup(
        "synthesis", "What a synthesis within a page says",
        [
            Label("few", "Before the warning of few studies") { $0.say("Few studies.") },
            Label("model", "Before model, estimator and interval") { $0.say("Model") },
            Label("size", "Before the numbers of studies and patients") {
                $0.say("Studies and \($0.words.patient.many)")
            },
            Label("heterogeneity", "Before Q, I² and τ²") { $0.say("Heterogeneity") },
            Label("prediction", "Before the prediction interval") { $0.say("Prediction interval") },
            Label("beside", "The heading of results that stand beside ours") { $0.say("Beside it") },
            Label("otherChoices", "The caption of the table of other choices") {
                $0.say("The pooled result under other models and intervals")
            },
            Label("choice", "The heading of model, estimator and interval") { $0.say("Choice") },
            Label("result", "The heading of the results") { $0.say("Result") },
            Label("verdict", "The heading of what the intervals say") { $0.say("The interval") },
            Label("shown", "Beside the choice that the page shows first") { $0.say("shown") },
            Label("notPooled", "Before the reason why nothing is pooled") { $0.say("Not pooled.") },
            Label("notes", "The summary of what editors say of single studies") { $0.say("About single studies") },
            Label("unplotted", "The heading of studies without an effect") { $0.say("Without an effect to plot") },
            Label("absolute", "The heading of the absolute effect") {
                $0.say("What it means for 100 \($0.words.patient.many)")
            },
            Label("rate", "Before the link to the rate of the control arm") { $0.say("The rate:") },
            Label("influence", "The summary of the plot without each study") {
                $0.say("What if one study is left out?")
            },
            Label("bias", "The summary of funnel, Galbraith and Baujat plots") {
                $0.say("Do small studies differ, and which study moves the result?")
            },
            Label("dataFile", "The link to the data") { $0.say("Data (CSV)") },
            Label("script", "The link to the script") { $0.say("Reproduce this (R)") },
            Label("record", "The link to all that was computed") { $0.say("Everything computed (JSON)") },
        ])
}
