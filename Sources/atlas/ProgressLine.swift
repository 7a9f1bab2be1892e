import Site
import Synchronization

/// A line on the terminal that says where a build is, once it has taken more than a second.
final class ProgressLine: Sendable {
    private struct State {
        var isShown = false
        var last = ContinuousClock.now
    }

    private let started = ContinuousClock.now
    private let state = Mutex(State())
    private let isWatched: Bool

    init(isQuiet: Bool) {
        isWatched = !isQuiet && Terminal.isWatched
    }

    func show(_ stage: BuildStage, _ done: Int, _ total: Int) {
        guard isWatched, started.duration(to: .now) > .seconds(1) else { return }
        state.withLock { state in
            let now = ContinuousClock.now
            guard !state.isShown || state.last.duration(to: now) > .milliseconds(100) else { return }
            state.isShown = true
            state.last = now
            let count = total > 0 ? " \(done) of \(total)" : ""
            Terminal.writeError("\r\u{1B}[K\(stage.rawValue)\(count)")
        }
    }

    func clear() {
        state.withLock { state in
            if state.isShown { Terminal.writeError("\r\u{1B}[K") }
            state.isShown = false
        }
    }

    /// Seconds since the line was made, with two decimals.
    var seconds: String {
        let elapsed = started.duration(to: .now)
        let hundredths = elapsed / .milliseconds(10)
        let whole = Int(hundredths.rounded())
        return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
    }
}
