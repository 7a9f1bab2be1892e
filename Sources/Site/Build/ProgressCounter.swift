import Synchronization

/// Counts finished pages from many threads, and tells now and then how many there are.
final class ProgressCounter: Sendable {
    private let count = Atomic(0)
    private let total: Int
    private let progress: @Sendable (BuildStage, Int, Int) -> Void

    init(total: Int, progress: @escaping @Sendable (BuildStage, Int, Int) -> Void) {
        self.total = total
        self.progress = progress
    }

    func step() {
        let done = count.add(1, ordering: .relaxed).newValue
        if done % 64 == 0 { progress(.rendering, done, total) }
    }
}
