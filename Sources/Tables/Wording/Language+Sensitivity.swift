import MetaAnalysis
import Text

extension Language {
    /// Whether the conclusion holds under everything that was tried, in one sentence: "The interval includes 1 under every model
    /// and interval tried, and with each study left out."
    package func conclusion(_ found: SensitivitySummary) -> String {
        let verdict = verdict(includesNull: found.includesNull, null: found.null)
        switch (found.changed, found.decisive.count) {
        case (0, 0):
            return found.triesWithoutStudy
                ? say("The interval \(verdict) under every model and interval tried, and with each study left out.")
                : say("The interval \(verdict) under every model and interval tried.")
        case (0, 1...3):
            return say(
                "The conclusion depends on single studies: the interval \(verdict), under every model and interval tried, but not without \(choices(found.decisive))."
            )
        case (0, let studies):
            return say(
                "The conclusion depends on single studies: the interval \(verdict), under every model and interval tried, but not without any one of \(numbers.count(studies)) studies."
            )
        case (let changed, 0):
            return found.triesWithoutStudy
                ? say(
                    "The conclusion depends on the choice of model and interval: the interval \(verdict), but that changes under \(numbers.count(changed)) of \(numbers.count(found.tried)), though not when a study is left out."
                )
                : say(
                    "The conclusion depends on the choice of model and interval: the interval \(verdict), but that changes under \(numbers.count(changed)) of \(numbers.count(found.tried))."
                )
        case (let changed, 1...3):
            return say(
                "The conclusion depends on the choice of model and interval: the interval \(verdict), but that changes under \(numbers.count(changed)) of \(numbers.count(found.tried)), and without \(choices(found.decisive))."
            )
        case (let changed, let studies):
            return say(
                "The conclusion depends on the choice of model and interval: the interval \(verdict), but that changes under \(numbers.count(changed)) of \(numbers.count(found.tried)), and without any one of \(numbers.count(studies)) studies."
            )
        }
    }
}
