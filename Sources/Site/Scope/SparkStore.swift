import Synchronization
import TemplateEngine
import Text

/// The main effect of a study as a small plot, and the same in words.
struct Spark: Sendable {
    var plot: Value
    var text: String
}

/// The small plots that were drawn, kept because a study stands in some ten lists.
final class SparkStore: Sendable {
    /// All that a small plot depends on.
    struct Key: Hashable, Sendable {
        var study: String
        var name: String
        var outcome: OutcomeName
        var effect: Fingerprint
    }

    private let drawn = Mutex<[Key: Spark]>([:])

    func spark(_ key: Key, _ draw: () -> Spark?) -> Spark? {
        if let known = drawn.withLock({ $0[key] }) { return known }
        guard let spark = draw() else { return nil }
        drawn.withLock { $0[key] = spark }
        return spark
    }
}
