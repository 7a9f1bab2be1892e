import Diagnostics
import Text

/// Why a render stopped.
final class Failure: Error {
    let problem: Problem
    let operation: Int32

    init(_ problem: Problem, at operation: Int32) {
        self.problem = problem
        self.operation = operation
    }
}

/// Runs a program once.
struct Renderer: ~Copyable {
    let program: Program
    let root: Value
    let trace: RenderTrace?
    let options: TemplateOptions
    var output: OutputBuffer
    var stack: UnsafeMutablePointer<Value>
    var capacity: Int
    /// The frame that slots are counted from, and the first free slot.
    var base = 0
    var top: Int
    var steps = 0
    var depth = 0
    /// Below this address of the machine's stack nothing goes on.
    let stackMark = MachineStack.address() - MachineStack.share
    /// Where each name was found last: the next record or mapping often has it at the same position.
    let guesses: UnsafeMutablePointer<Int32>
    var calls: [Int32] = []
    var callers: [CallerFrame] = []
    var namespaces: [[String: Value]] = []

    /// The body of a `call` whose macro is running.
    struct CallerFrame {
        let function: Int32
        let base: Int
        let generation: UInt16
    }

    init(_ program: Program, root: Value, trace: RenderTrace?) {
        self.program = program
        self.root = root
        self.trace = trace
        options = program.library.options
        output = OutputBuffer(capacity: 16 << 10)
        capacity = max(64, Int(program.slots) + 32)
        stack = .allocate(capacity: capacity)
        stack.initialize(repeating: .undefined(nil), count: capacity)
        top = Int(program.slots)
        guesses = .allocate(capacity: program.names.count)
        guesses.initialize(repeating: 0, count: program.names.count)
        if let trace { trace.templates.formUnion(program.ancestors.union([program.name])) }
    }

    deinit {
        guesses.deallocate()
        stack.deinitialize(count: capacity)
        stack.deallocate()
    }

    mutating func reserveStack(_ size: Int) {
        guard size > capacity else { return }
        let larger = max(size, capacity * 2)
        let next = UnsafeMutablePointer<Value>.allocate(capacity: larger)
        next.moveInitialize(from: stack, count: capacity)
        (next + capacity).initialize(repeating: .undefined(nil), count: larger - capacity)
        stack.deallocate()
        (stack, capacity) = (next, larger)
    }

    // MARK: Nodes

    mutating func run(_ body: Body) throws(Failure) {
        var index = Int(body.start)
        let end = index + Int(body.count)
        while index < end {
            switch program.nodes[index] {
            case .text(let start, let count):
                output.append(UnsafePointer(program.text.baseAddress.unsafelyUnwrapped) + Int(start), Int(count))
            case .output(let operation, let escape): try show(operation, escape)
            case .textAndOutput(let start, let count, let operation, let escape):
                output.append(UnsafePointer(program.text.baseAddress.unsafelyUnwrapped) + Int(start), Int(count))
                try show(operation, escape)
            case .conditional(let test, let then, let otherwise):
                try run(try truth(of: test) ? then : otherwise)
            case .loop(let number): try runLoop(Int(number))
            case .set(let slot, let operation, let isDeep):
                let value = try evaluate(operation)
                if isDeep { try checkDepth(of: value, at: operation) }
                stack[base + Int(slot)] = value
            case .unpack(let slots, let count, let value):
                let items = try items(of: try self.value(value), at: value)
                try unpack(items, program.operands[Int(slots)..<Int(slots + count)], at: value)
            case .setMember(let target, let name, let value): try setMember(target, name, value)
            case .include(let body, let name):
                trace?.templates.insert(program.names[Int(name)])
                try run(body)
            case .module(let body, let name):
                trace?.templates.insert(program.names[Int(name)])
                let start = output.count
                try run(body)
                output.truncate(to: start)
            }
            index += 1
        }
    }

    private mutating func unpack(
        _ items: [Value], _ slots: Slice<UnsafeMutableBufferPointer<Int32>>, at operation: Int32
    ) throws(Failure) {
        guard items.count == slots.count else {
            throw fail(
                "type-mismatch",
                "\(Compiler.counted(slots.count, "name")) cannot take \(Compiler.counted(items.count, "value"))",
                operation)
        }
        for (slot, item) in zip(slots, items) { stack[base + Int(slot)] = item }
    }

    private mutating func setMember(_ target: Int32, _ name: Int32, _ operation: Int32) throws(Failure) {
        guard case .reference(let reference) = try value(target), reference.kind == .namespace else {
            throw fail("type-mismatch", "only a namespace() can be set by its parts", target)
        }
        let value = try evaluate(operation)
        try checkDepth(of: value, at: operation)
        namespaces[Int(reference.index)][program.names[Int(name)]] = value
    }

    // MARK: Loops

    private mutating func runLoop(_ number: Int) throws(Failure) {
        let loop = program.loops.baseAddress.unsafelyUnwrapped + number
        let sequence = loop.pointee.sequence
        var items = try items(of: try value(sequence), at: sequence)
        let target = base + Int(loop.pointee.target)
        let first = base + Int(loop.pointee.slot)
        let body = loop.pointee.body
        let parts = loop.pointee.parts
        if loop.pointee.filter >= 0 {
            var kept: [Value] = []
            for item in items {
                try step(at: sequence)
                stack[target] = item
                try run(parts)
                if try truth(of: loop.pointee.filter) { kept.append(item) }
            }
            items = kept
        }
        guard !items.isEmpty else {
            try run(loop.pointee.otherwise)
            return
        }
        stack[first] = .list(items)
        stack[first + 2] = .missing
        for index in 0..<items.count {
            try step(at: sequence)
            stack[target] = items[index]
            try run(parts)
            stack[first + 1] = .int(index)
            try run(body)
        }
        stack[first] = .undefined(nil)
    }

    // MARK: Limits and failures

    @inline(__always)
    mutating func step(at operation: Int32) throws(Failure) {
        steps += 1
        if steps > options.stepLimit {
            throw fail("step-limit", "the template took more than \(options.stepLimit) steps", operation)
        }
    }

    func fail(_ identifier: String, _ summary: String, _ operation: Int32, help: String? = nil) -> Failure {
        Failure(Problem(identifier, summary, help: help), at: operation)
    }

    /// Refuses values nested so deep, or so large, that handling them would exhaust the machine.
    mutating func checkDepth(of value: Value, at operation: Int32) throws(Failure) {
        var budget = 200_000
        guard Self.isShallow(value, depth: 0, &budget) else {
            throw fail("nesting-limit", "this value is nested too deep or too large", operation)
        }
    }

    private static func isShallow(_ value: Value, depth: Int, _ budget: inout Int) -> Bool {
        let items: [Value]
        switch value {
        case .list(let list), .tuple(let list): items = list
        case .map(let map): items = map.values
        default: return true
        }
        budget -= items.count + 1
        guard depth < 100, budget > 0 else { return false }
        for item in items where !isShallow(item, depth: depth + 1, &budget) { return false }
        return true
    }

    /// The diagnostic of a failure, with the macros that were running and the way to the template.
    func diagnostic(of failure: Failure) -> Diagnostic {
        func place(_ operation: Int32) -> (place: Place, origin: Int32) {
            let entry = program.places[Int(operation)]
            let source = program.library.parsed[program.origins[Int(entry.origin)].source].source
            return (
                source.place(utf8Offset: entry.span.start, length: entry.span.end - entry.span.start), entry.origin
            )
        }
        let (at, origin) = place(failure.operation)
        var notes: [Diagnostic.Note] = []
        for call in calls.reversed().prefix(8) {
            var name = "macro"
            switch program.operations[Int(call)] {
            case .call(let function, _, _, _): name = "the macro '\(program.functions[Int(function)].name)'"
            default: name = "a macro"
            }
            notes.append(Diagnostic.Note("in \(name), called here", at: place(call).place))
        }
        if calls.count > 8 { notes.append(Diagnostic.Note("and \(calls.count - 8) more calls")) }
        notes += originNotes(program.origins, origin, program.library.parsed)
        return .error(
            failure.problem.identifier, failure.problem.summary, at: at, notes: notes, help: failure.problem.help)
    }

    /// The source text of an expression.
    func sourceText(of operation: Int32) -> String {
        let entry = program.places[Int(operation)]
        let source = program.library.parsed[program.origins[Int(entry.origin)].source].source
        let bytes = source.text.utf8
        guard entry.span.end <= bytes.count, entry.span.start < entry.span.end else { return "" }
        let start = bytes.index(bytes.startIndex, offsetBy: entry.span.start)
        let end = bytes.index(bytes.startIndex, offsetBy: entry.span.end)
        return String(source.text[start..<end])
    }
}
