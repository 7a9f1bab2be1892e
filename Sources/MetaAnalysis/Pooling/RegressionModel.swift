/// The model of effects as a linear function of moderators, with an intercept.
///
/// Moderators are centred and scaled for computing, so that a year or a dose costs no digits; coefficients are
/// given back on the moderators' own scale.
struct RegressionModel: WeightedModel {
    let studyNames: [String]
    /// Coefficients are of the intercept and the moderators, in this order.
    let coefficientCount: Int
    private let estimates: [Double]
    private let variances: [Double]
    /// Row by row, the intercept first.
    private let design: [[Double]]
    private let centers: [Double]
    private let spreads: [Double]
    private let procedure: MetaAnalysisError.Procedure
    private let moderatorNames: [String]

    var count: Int { estimates.count }

    /// - Parameter moderators: one column each, as long as the studies.
    init(
        _ studies: [StudyEffect], moderators: [(name: String, values: [Double])],
        for procedure: MetaAnalysisError.Procedure
    ) throws(MetaAnalysisError) {
        guard !studies.isEmpty else { throw .noStudies }
        let needed = moderators.count + 2
        guard studies.count >= needed else {
            throw .tooFewStudies(procedure, needed: needed, found: studies.count)
        }
        let k = Double(studies.count)
        var centers: [Double] = []
        var spreads: [Double] = []
        for (name, values) in moderators {
            guard values.count == studies.count, values.allSatisfy({ abs($0) <= 1e30 }) else {
                throw .invalidModerator(name: name)
            }
            let center = values.reduce(0) { $0 + $1 / k }
            let spread = (values.reduce(0) { $0 + ($1 - center) * ($1 - center) } / k).squareRoot()
            guard spread > 1e-14 * abs(center), spread > 0 else {
                throw .singularDesign(procedure, moderators: moderators.map(\.name))
            }
            centers.append(center)
            spreads.append(spread)
        }
        studyNames = studies.map(\.study)
        estimates = studies.map(\.estimate)
        variances = studies.map(\.variance)
        design = studies.indices.map { row in
            [1] + moderators.indices.map { (moderators[$0].values[row] - centers[$0]) / spreads[$0] }
        }
        coefficientCount = moderators.count + 1
        self.centers = centers
        self.spreads = spreads
        self.procedure = procedure
        moderatorNames = moderators.map(\.name)
        // One decomposition here, so that everything after may rely on the design's rank.
        for weights in [[Double](repeating: 1, count: studies.count), studies.map { 1 / $0.variance }] {
            guard SymmetricMatrix.normal(design, weights).inverse() != nil else {
                throw .singularDesign(procedure, moderators: moderators.map(\.name))
            }
        }
    }

    // MARK: Fits

    /// A weighted least squares fit on the centred and scaled design.
    private struct Fit {
        var inverse: SymmetricMatrix
        var coefficients: [Double]
        var weights: [Double]
        var residuals: [Double]
    }

    private func fit(_ weights: [Double]) -> Fit? {
        guard let inverse = SymmetricMatrix.normal(design, weights).inverse() else { return nil }
        var coefficients = inverse.times(moments(zip(weights, estimates).map { $0 * $1 }))
        var residuals = self.residuals(coefficients)
        // One step of iterative refinement.
        let correction = inverse.times(moments(zip(weights, residuals).map { $0 * $1 }))
        for i in coefficients.indices { coefficients[i] += correction[i] }
        residuals = self.residuals(coefficients)
        return Fit(inverse: inverse, coefficients: coefficients, weights: weights, residuals: residuals)
    }

    private func residuals(_ coefficients: [Double]) -> [Double] {
        estimates.indices.map { row in
            var residual = estimates[row]
            for (x, b) in zip(design[row], coefficients) { residual -= x * b }
            return residual
        }
    }

    /// Xᵀz.
    private func moments(_ z: [Double]) -> [Double] {
        (0..<coefficientCount).map { column in
            estimates.indices.reduce(0) { $0 + design[$1][column] * z[$1] }
        }
    }

    private func weights(_ tauSquared: Double) -> [Double] { variances.map { 1 / ($0 + tauSquared) } }

    var smallestVariance: Double { variances.reduce(.infinity) { min($0, $1) } }

    var crudeVariance: Double {
        // Sidik & Jonkman start from the variance of the effects themselves, moderators or none.
        let k = Double(count)
        let mean = estimates.reduce(0) { $0 + $1 / k }
        return estimates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / k
    }

    var hedgesEstimate: Double {
        guard let fit = fit([Double](repeating: 1, count: count)) else { return 0 }
        let trace = design.indices.reduce(0.0) { $0 + variances[$1] * (1 - fit.inverse.form(design[$1])) }
        let squares = fit.residuals.reduce(0) { $0 + $1 * $1 }
        return (squares - trace) / Double(count - coefficientCount)
    }

    func generalizedQ(at tauSquared: Double) -> (q: Double, slope: Double) {
        guard let fit = fit(weights(tauSquared)) else { return (0, 0) }
        var q = 0.0
        var slope = 0.0
        for (w, r) in zip(fit.weights, fit.residuals) {
            q += w * r * r
            slope += w * r * w * r
        }
        return (q, slope)
    }

    func evaluate(at tauSquared: Double) -> ModelEvaluation {
        var e = ModelEvaluation()
        guard let fit = fit(weights(tauSquared)) else { return e }
        let squared = SymmetricMatrix.normal(design, fit.weights.map { $0 * $0 })
        for (row, w) in fit.weights.enumerated() {
            let r = fit.residuals[row]
            let wr = w * r
            let leverage = w * fit.inverse.form(design[row])
            e.q += wr * r
            e.qq += wr * wr
            e.qqq += w * wr * wr
            e.trace += w * (1 - leverage)
            e.squaredTrace += w * w * (1 - 2 * leverage)
            e.weightSum += w
            e.squaredWeightSum += w * w
        }
        let product = fit.inverse.product(squared)
        e.squaredTrace += SymmetricMatrix.traceOfSquare(product)
        let cross = moments(zip(fit.weights, fit.residuals).map { $0 * $0 * $1 })
        e.qqq = max(0, e.qqq - fit.inverse.form(cross))
        return e
    }

    func doubledLogLikelihoodGain(at tauSquared: Double, restricted: Bool) -> Double {
        var gain = generalizedQ(at: 0).q - generalizedQ(at: tauSquared).q
        for v in variances { gain -= Elementary.log1p(tauSquared / v) }
        if restricted {
            let (now, zero) = (weights(tauSquared), weights(0))
            gain -=
                SymmetricMatrix.normal(design, now).logDeterminant
                - SymmetricMatrix.normal(design, zero).logDeterminant
        }
        return gain
    }

    // MARK: Results on the moderators' own scale

    /// Coefficients and their covariance at τ², the intercept first.
    func coefficients(at tauSquared: Double) throws(MetaAnalysisError) -> (values: [Double], covariance: [[Double]]) {
        guard let fit = fit(weights(tauSquared)) else {
            throw .singularDesign(procedure, moderators: moderatorNames)
        }
        let p = coefficientCount
        // b = T c, with the intercept at the moderators' zero.
        var transform = [[Double]](repeating: [Double](repeating: 0, count: p), count: p)
        transform[0][0] = 1
        for j in 1..<p {
            transform[0][j] = -centers[j - 1] / spreads[j - 1]
            transform[j][j] = 1 / spreads[j - 1]
        }
        let values = transform.map { row in zip(row, fit.coefficients).reduce(0) { $0 + $1.0 * $1.1 } }
        var covariance = transform
        for i in 0..<p {
            let half = fit.inverse.times(transform[i])
            for j in 0..<p { covariance[i][j] = zip(transform[j], half).reduce(0) { $0 + $1.0 * $1.1 } }
        }
        return (values, covariance)
    }

    /// The Wald χ² of all moderators together, with `scale` times the covariance.
    func moderatorStatistic(at tauSquared: Double, scale: Double) throws(MetaAnalysisError) -> Double {
        guard let fit = fit(weights(tauSquared)),
            let inverse = fit.inverse.droppingFirst().inverse()
        else { throw .singularDesign(procedure, moderators: moderatorNames) }
        return inverse.form(Array(fit.coefficients.dropFirst())) / scale
    }
}
