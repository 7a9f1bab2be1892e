import Diagnostics

/// A template in the form in which it runs: flat tables of plain numbers, and what they refer to.
///
/// The tables live in memory of their own and never change, so threads can share them: this is
/// why the class may say that it is `Sendable` although it holds pointers.
final class Program: @unchecked Sendable {
    let name: String
    let main: Body
    let slots: Int32
    let nodes: UnsafeMutableBufferPointer<Node>
    let operations: UnsafeMutableBufferPointer<Operation>
    let operands: UnsafeMutableBufferPointer<Int32>
    let constants: UnsafeMutableBufferPointer<Value>
    let text: UnsafeMutableBufferPointer<UInt8>
    let loops: UnsafeMutableBufferPointer<LoopInfo>
    let types: UnsafeMutableBufferPointer<RecordType>
    let functions: UnsafeMutableBufferPointer<Function>
    let names: UnsafeMutableBufferPointer<String>
    let nameLists: [[String]]
    let places: [OperationPlace]
    let origins: [Origin]
    let dependencies: [String]
    let ancestors: Set<String>
    let library: Library

    init(_ compiler: Compiler, name: String, main: Body, slots: Int32) {
        self.name = name
        self.main = main
        self.slots = slots
        nodes = Self.table(compiler.nodes)
        operations = Self.table(compiler.operations)
        operands = Self.table(compiler.operands)
        constants = Self.table(compiler.constants)
        text = Self.table(compiler.text)
        loops = Self.table(compiler.loops)
        types = Self.table(compiler.types)
        functions = Self.table(compiler.functions)
        names = Self.table(compiler.names)
        nameLists = compiler.nameLists
        places = compiler.places
        origins = compiler.origins
        dependencies = compiler.dependencies.sorted()
        ancestors = compiler.ancestors
        library = compiler.library
    }

    private static func table<Element>(_ array: [Element]) -> UnsafeMutableBufferPointer<Element> {
        let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: array.count)
        _ = buffer.initialize(from: array)
        return buffer
    }

    private static func free<Element>(_ buffer: UnsafeMutableBufferPointer<Element>) {
        buffer.deinitialize()
        buffer.deallocate()
    }

    deinit {
        Self.free(nodes)
        Self.free(operations)
        Self.free(operands)
        Self.free(constants)
        Self.free(text)
        Self.free(loops)
        Self.free(types)
        Self.free(functions)
        Self.free(names)
    }
}
