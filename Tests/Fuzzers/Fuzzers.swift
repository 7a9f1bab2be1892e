/// libFuzzer over one reader of input, which `FUZZ_READER` names; the arguments are libFuzzer's.
@main
enum Fuzzers {
    static func main() {
        var count = CommandLine.argc
        var arguments = CommandLine.unsafeArgv
        _ = FuzzedReader.chosen
        end(with: runDriver(&count, &arguments, readInput))
    }
}

/// One input; libFuzzer's library asks for the name, too.
@_cdecl("LLVMFuzzerTestOneInput")
func readInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzedReader.chosen.read(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

/// The loop of libFuzzer, which is part of its library.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ read: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt
