// The elementary functions of the platform's mathematics library, and nothing else of it.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The few elementary functions the statistics are written with.
enum Elementary {
    static func log(_ x: Double) -> Double { logarithm(x) }
    static func exp(_ x: Double) -> Double { exponential(x) }
    static func log1p(_ x: Double) -> Double { logarithmOfOnePlus(x) }
    static func erfc(_ x: Double) -> Double { complementaryErrorFunction(x) }
    static func pow(_ x: Double, _ y: Double) -> Double { power(x, y) }
}

// Free functions, because inside `Elementary` the platform's names would be hidden by ours.
private func logarithm(_ x: Double) -> Double { log(x) }
private func exponential(_ x: Double) -> Double { exp(x) }
private func logarithmOfOnePlus(_ x: Double) -> Double { log1p(x) }
private func complementaryErrorFunction(_ x: Double) -> Double { erfc(x) }
private func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
