/// A small symmetric matrix, as large as a regression has coefficients.
struct SymmetricMatrix {
    let size: Int
    private(set) var rows: [[Double]]

    init(_ rows: [[Double]]) {
        size = rows.count
        self.rows = rows
    }

    /// XᵀWX.
    static func normal(_ design: [[Double]], _ weights: [Double]) -> SymmetricMatrix {
        let p = design.first?.count ?? 0
        var rows = [[Double]](repeating: [Double](repeating: 0, count: p), count: p)
        for (x, w) in zip(design, weights) {
            for i in 0..<p {
                let wx = w * x[i]
                for j in 0...i { rows[i][j] += wx * x[j] }
            }
        }
        for i in 0..<p { for j in 0..<i { rows[j][i] = rows[i][j] } }
        return SymmetricMatrix(rows)
    }

    /// The lower Cholesky factor, or nil when the matrix is not positive definite to working precision.
    private func cholesky() -> [[Double]]? {
        var l = rows
        for j in 0..<size {
            var diagonal = rows[j][j]
            for k in 0..<j { diagonal -= l[j][k] * l[j][k] }
            guard diagonal > 1e-13 * rows[j][j], diagonal.isFinite else { return nil }
            l[j][j] = diagonal.squareRoot()
            for i in (j + 1)..<max(size, j + 1) {
                var sum = rows[i][j]
                for k in 0..<j { sum -= l[i][k] * l[j][k] }
                l[i][j] = sum / l[j][j]
            }
        }
        return l
    }

    func inverse() -> SymmetricMatrix? {
        guard let l = cholesky() else { return nil }
        var result = rows
        for column in 0..<size {
            var x = [Double](repeating: 0, count: size)
            for i in 0..<size {
                var sum = i == column ? 1.0 : 0.0
                for k in 0..<i { sum -= l[i][k] * x[k] }
                x[i] = sum / l[i][i]
            }
            for i in stride(from: size - 1, through: 0, by: -1) {
                var sum = x[i]
                for k in (i + 1)..<max(size, i + 1) { sum -= l[k][i] * x[k] }
                x[i] = sum / l[i][i]
            }
            for i in 0..<size { result[i][column] = x[i] }
        }
        return SymmetricMatrix(result)
    }

    /// ln |A|, or −∞ for a singular matrix.
    var logDeterminant: Double {
        guard let l = cholesky() else { return -.infinity }
        return (0..<size).reduce(0) { $0 + 2 * Elementary.log(l[$1][$1]) }
    }

    func times(_ vector: [Double]) -> [Double] {
        rows.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    }

    /// xᵀAx.
    func form(_ vector: [Double]) -> Double { zip(times(vector), vector).reduce(0) { $0 + $1.0 * $1.1 } }

    func product(_ other: SymmetricMatrix) -> [[Double]] { rows.map { other.times($0) } }

    /// tr(MM) of any square matrix.
    static func traceOfSquare(_ m: [[Double]]) -> Double {
        var sum = 0.0
        for i in m.indices { for j in m.indices { sum += m[i][j] * m[j][i] } }
        return sum
    }

    /// Without the first row and column.
    func droppingFirst() -> SymmetricMatrix { SymmetricMatrix(rows.dropFirst().map { Array($0.dropFirst()) }) }
}
