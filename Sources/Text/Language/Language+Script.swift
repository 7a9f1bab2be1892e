/// The comments of the script that pools a synthesis again, a line each.
extension Language {
    package func scriptTitle(_ title: String, measure: String) -> String { say("\(title): \(measure)") }
    package var scriptPurpose: String {
        say("Computes again, with R and the package metafor, what the atlas shows. To run it here:")
    }
    package var scriptInput: String {
        say("It reads data.csv, which stands beside it, and prints the lines that follow \"expect\".")
    }
    package var scriptNumber: String { say("A number as the page writes it; nothing is minus zero.") }
    package var scriptNotPooled: String { say("The studies are not pooled.") }
    package var scriptLogarithms: String { say("Ratios are pooled as logarithms.") }
    package var scriptIterations: String {
        say("Iterations go on until nothing changes, so that every printed digit agrees.")
    }
    package var scriptProfile: String {
        say("The Q-profile interval; it is empty if the studies agree more closely than chance.")
    }
    package var scriptPrediction: String {
        say("t with k - 2 degrees of freedom and the standard error of the confidence interval (Partlett and Riley):")
    }
    package var scriptPredictionOfMetafor: String {
        say("predict(fit, pi.type = \"riley\"), which some versions of metafor do not know.")
    }
    package func scriptGroups(isCommon: Bool) -> String {
        say(
            "By group, each with \(isCommon ? "a common effect" : "a τ² of its own") and the interval that the total has, if it has studies enough;"
        )
    }
    package var scriptBetweenGroups: String { say("and the test between them, from Wald's standard errors.") }
    package var scriptLeavingOut: String { say("Without each study.") }
    package var scriptSensitivity: String { say("The same under other models and intervals.") }
}
