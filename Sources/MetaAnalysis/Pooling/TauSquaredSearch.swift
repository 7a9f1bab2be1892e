/// Estimates τ² of a weighted model.
///
/// Closed forms where there are any; otherwise Newton's method, monotone or inside a bracket, to the
/// last digits. A solution below zero is zero: the estimators are truncated, as in metafor.
struct TauSquaredSearch<Model: WeightedModel> {
    let model: Model

    /// - Parameter start: a value near the solution, if one is known; only the iterative estimators use it.
    /// - Throws: `notConverged`.
    func estimate(_ estimator: TauSquaredEstimator, start: Double? = nil) throws(MetaAnalysisError) -> Double {
        let df = Double(model.count - model.coefficientCount)
        guard df > 0 else { return 0 }
        switch estimator {
        case .derSimonianLaird:
            let e = model.evaluate(at: 0)
            return max(0, (e.q - df) / e.trace)
        case .hedges:
            return max(0, model.hedgesEstimate)
        case .sidikJonkman:
            let crude = model.crudeVariance
            return crude > 0 ? crude * model.generalizedQ(at: crude).q / df : 0
        case .pauleMandel, .empiricalBayes:
            guard let root = try solveQ(equals: df, start: start) else { return 0 }
            return root
        case .restrictedMaximumLikelihood:
            return try maximumLikelihood(restricted: true, start: start)
        case .maximumLikelihood:
            return try maximumLikelihood(restricted: false, start: start)
        }
    }

    /// The τ² ≥ 0 at which the generalised Q is `target`, or nil when Q is below it already at zero.
    ///
    /// Newton's method on 1/Q, which is increasing and concave in τ² (by the Cauchy–Schwarz inequality),
    /// so that from zero it climbs to the root without ever passing it.
    func solveQ(equals target: Double, start: Double? = nil) throws(MetaAnalysisError) -> Double? {
        let atZero = model.generalizedQ(at: 0)
        if atZero.q < target { return nil }
        if atZero.q == target { return 0 }
        var tauSquared = 0.0
        if let start, start > 0 { tauSquared = start }
        var climbing = false
        for _ in 0..<200 {
            let (q, slope) = tauSquared == 0 ? atZero : model.generalizedQ(at: tauSquared)
            guard slope > 0 else { break }
            let step = q * (q / target - 1) / slope
            if climbing && step <= 0 { return tauSquared }
            let next = tauSquared + step
            if next <= 0 {
                tauSquared = 0
                continue
            }
            if abs(step) <= 1e-16 * next || next == tauSquared { return next }
            if step > 0 { climbing = true }
            tauSquared = next
        }
        throw .notConverged(.tauSquaredInterval, studies: model.studyNames)
    }

    /// The maximum of the (restricted) likelihood that Fisher scoring reaches from the Hedges estimate.
    ///
    /// This is metafor's path, so that a likelihood with several maxima gives the same one; but the end
    /// of it is polished by Newton's method inside a bracket. As in metafor, τ² = 0 is taken when its
    /// likelihood is higher.
    private func maximumLikelihood(restricted: Bool, start: Double?) throws(MetaAnalysisError) -> Double {
        let unit = model.crudeVariance + abs(model.hedgesEstimate)
        guard unit > 0 else { return 0 }
        // Less than this changes no weight.
        let floor = 1e-16 * model.smallestVariance
        var low = 0.0
        var high = Double.infinity
        var tauSquared = start ?? max(0, model.hedgesEstimate)
        var scoring = start == nil
        var boundaryScore: Double?
        for iteration in 0..<1000 {
            let e = model.evaluate(at: tauSquared)
            let score = e.qq - (restricted ? e.trace : e.weightSum)
            let information = restricted ? e.squaredTrace : e.squaredWeightSum
            if tauSquared == 0 {
                boundaryScore = score
                if score <= 0 { return 0 }
            }
            if score == 0 { return try higher(tauSquared, restricted: restricted) }
            let slope = information - 2 * e.qqq
            var step = score / information
            if scoring && (iteration > 100 || abs(step) <= 1e-3 * (tauSquared + floor)) { scoring = false }
            if !scoring {
                if score > 0 { low = max(low, tauSquared) } else { high = min(high, tauSquared) }
                if slope < 0 { step = -score / slope }
            }
            var next = tauSquared + step
            if !scoring && next >= high { next = tauSquared + (high - tauSquared) / 2 }
            if !scoring && low > 0 && next <= low { next = tauSquared - (tauSquared - low) / 2 }
            if iteration > 200 && high.isFinite {
                // Newton's method does not settle: halve the bracket, by orders of magnitude while it spans any.
                let near = max(low, floor)
                next = high > 4 * near ? (near * high).squareRoot() : near + (high - near) / 2
            }
            while next < 0 { next = tauSquared + (next - tauSquared) / 2 }
            if abs(next - tauSquared) <= 2e-16 * tauSquared + floor {
                return try higher(next, restricted: restricted)
            }
            if next <= 2 * floor {
                if boundaryScore == nil {
                    let zero = model.evaluate(at: 0)
                    boundaryScore = zero.qq - (restricted ? zero.trace : zero.weightSum)
                }
                if let boundaryScore, boundaryScore <= 0 { return 0 }
            }
            tauSquared = next
        }
        let estimator: TauSquaredEstimator = restricted ? .restrictedMaximumLikelihood : .maximumLikelihood
        throw .notConverged(.pooling(estimator), studies: model.studyNames)
    }

    private func higher(_ tauSquared: Double, restricted: Bool) throws(MetaAnalysisError) -> Double {
        model.doubledLogLikelihoodGain(at: tauSquared, restricted: restricted) < -1e-13 ? 0 : tauSquared
    }
}
