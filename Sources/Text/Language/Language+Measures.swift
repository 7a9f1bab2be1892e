/// What effects measure, by the codes of the field.
extension Language {
    /// The abbreviation of a measure, as it stands before a number: HR
    ///
    /// - Parameter code: `HR`, `OR`, `RR`, `RD`, `MD` or `SMD`; empty for any other.
    package func abbreviation(ofMeasure code: String) -> String {
        ["HR", "OR", "RR", "RD", "MD", "SMD"].contains(code) ? say(code) : ""
    }

    /// hazard ratio
    ///
    /// - Parameter code: `HR`, `OR`, `RR`, `RD`, `MD` or `SMD`; any other is an effect without a name.
    package func measure(_ code: String) -> String {
        switch code {
        case "HR": say("hazard ratio")
        case "OR": say("odds ratio")
        case "RR": say("risk ratio")
        case "RD": say("risk difference")
        case "MD": say("mean difference")
        case "SMD": say("standardised mean difference")
        default: say("effect")
        }
    }
}
