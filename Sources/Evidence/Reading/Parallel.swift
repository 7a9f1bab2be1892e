/// Work on many values at the same time, with results in the order of the values.
package enum Parallel {
    /// Applies a transformation to each value, in at most `jobs` tasks.
    package static func map<Value: Sendable, Output: Sendable>(
        _ values: [Value], jobs: Int, _ transform: @escaping @Sendable (Value) -> Output
    ) async -> [Output] {
        guard jobs > 1, values.count > 1 else { return values.map(transform) }
        // Several chunks a task even out values that take longer than others.
        let size = max(1, values.count / (jobs * 8))
        let starts = Array(stride(from: 0, to: values.count, by: size))
        return await withTaskGroup(of: (Int, [Output]).self) { group in
            var next = starts.startIndex
            func add(_ group: inout TaskGroup<(Int, [Output])>) {
                guard next < starts.endIndex else { return }
                let start = starts[next]
                next += 1
                group.addTask { (start, values[start..<min(start + size, values.count)].map(transform)) }
            }
            for _ in 0..<jobs { add(&group) }
            var chunks: [Int: [Output]] = [:]
            while let (start, outputs) = await group.next() {
                chunks[start] = outputs
                add(&group)
            }
            var result: [Output] = []
            result.reserveCapacity(values.count)
            for start in starts { result.append(contentsOf: chunks[start] ?? []) }
            return result
        }
    }
}
