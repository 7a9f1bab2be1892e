/// What effects measure, by the codes of the field.
extension Language {
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
