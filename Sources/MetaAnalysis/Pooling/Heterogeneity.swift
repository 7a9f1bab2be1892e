/// How much the studies differ beyond chance.
package struct Heterogeneity: Sendable, Hashable {
    /// Cochran's Q (Cochran 1954).
    package let q: Double
    /// k − 1.
    package let degreesOfFreedom: Int
    /// The upper tail of χ² at Q; 1 for one study.
    package let pValue: Double
    /// From Q, in percent: max(0, 100 (Q − df) / Q) (Higgins & Thompson 2002, eq. 10).
    package let iSquared: Double
    /// From Q: Q / df; 1 for one study.
    package let hSquared: Double
    /// s², the variance of a typical study (Higgins & Thompson 2002, eq. 9); nil for one study.
    package let typicalVariance: Double?

    /// - Throws: `noStudies`.
    package init(_ studies: [StudyEffect]) throws(MetaAnalysisError) {
        try self.init(LocationModel(studies))
    }

    init(_ model: LocationModel) {
        q = model.generalizedQ(at: 0).q
        degreesOfFreedom = model.count - 1
        typicalVariance = model.typicalVariance
        guard degreesOfFreedom > 0 else {
            (pValue, iSquared, hSquared) = (1, 0, 1)
            return
        }
        let df = Double(degreesOfFreedom)
        pValue = ChiSquaredDistribution(degreesOfFreedom: df).upperTail(q)
        iSquared = q > df ? 100 * (q - df) / q : 0
        hSquared = q / df
    }

    /// I² in percent for a given τ²; 0 for one study.
    package func iSquared(tauSquared: Double) -> Double {
        typicalVariance.map { 100 * tauSquared / (tauSquared + $0) } ?? 0
    }

    /// H² for a given τ²; 1 for one study.
    package func hSquared(tauSquared: Double) -> Double {
        typicalVariance.map { (tauSquared + $0) / $0 } ?? 1
    }
}

extension LocationModel {
    /// (k − 1) / tr P at τ² = 0, which is (k − 1) Σw / ((Σw)² − Σw²).
    var typicalVariance: Double? {
        count > 1 ? Double(count - 1) / evaluate(at: 0).trace : nil
    }
}
