import Text

extension Language {
    /// The studies of a kind, as the maps name them.
    func label(of kind: MapKind) -> String {
        switch kind {
        case .randomised: say("Randomised")
        case .singleArm: say("Single-arm")
        case .observational: say("Cohort or registry")
        case .running: say("Running")
        }
    }
}
