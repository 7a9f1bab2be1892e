/// Finds the name that a misspelt one was probably meant to be.
package enum Suggestion {
    /// The candidate nearest to `name`, if one is near enough to be worth naming.
    ///
    /// The distance is the optimal string alignment distance (Damerau-Levenshtein with
    /// adjacent transpositions); a third of the length, and at least one, may differ.
    package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().utf8.prefix(64))
        let limit = max(1, wanted.count / 3)
        var best: (distance: Int, name: String)?
        for candidate in candidates where candidate != name {
            let other = Array(candidate.lowercased().utf8.prefix(64))
            guard abs(other.count - wanted.count) <= limit else { continue }
            let distance = editDistance(wanted, other)
            guard distance <= limit else { continue }
            if let current = best, (current.distance, current.name) <= (distance, candidate) { continue }
            best = (distance, candidate)
        }
        return best?.name
    }

    /// "did you mean 'x'?", if a near name exists.
    package static func didYouMean(_ name: String, among candidates: some Sequence<String>) -> String? {
        nearest(to: name, among: candidates).map { "did you mean '\($0)'?" }
    }

    /// "'a', 'b' and 'c'", sorted; at most `limit` of them.
    package static func list(_ names: some Sequence<String>, limit: Int = 12) -> String {
        let sorted = names.sorted()
        var shown = sorted.prefix(limit).map { "'\($0)'" }
        if sorted.count > limit { shown.append("\(sorted.count - limit) more") }
        guard let last = shown.popLast() else { return "none" }
        return shown.isEmpty ? last : shown.joined(separator: ", ") + " and " + last
    }

    static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        guard !a.isEmpty else { return b.count }
        guard !b.isEmpty else { return a.count }
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        var current = last
        for i in 1...a.count {
            current[0] = i
            for j in 1...b.count {
                let cost = a[i - 1] == b[j - 1] ? 0 : 1
                current[j] = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + cost)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    current[j] = min(current[j], beforeLast[j - 2] + 1)
                }
            }
            beforeLast = last
            last = current
        }
        return last[b.count]
    }
}
