/// The model of one common location, with the sums that pooling needs.
///
/// Effects are kept as deviations from the most precise study's and everything is scaled by a power
/// of four near its variance, so that neither a large common offset nor variances that differ by many
/// orders of magnitude cost digits, and no product overflows.
struct LocationModel: WeightedModel {
    private let names: [String]
    /// The position in `names` of a study that is left out.
    private let omitted: Int?
    /// The effect of the most precise study, on the caller's scale.
    let center: Double
    /// The power of four that variances are divided by; deviations are divided by its root.
    let scale: Double
    private let deviations: [Double]
    private let variances: [Double]
    /// The position of the most precise study.
    private let precise: Int

    var count: Int { deviations.count }
    var coefficientCount: Int { 1 }

    var studyNames: [String] {
        guard let omitted else { return names }
        return Array(names[..<omitted] + names[(omitted + 1)...])
    }

    init(_ studies: [StudyEffect]) throws(MetaAnalysisError) {
        try self.init(studies.map(\.estimate), studies.map(\.variance), names: studies.map(\.study))
    }

    init(_ estimates: [Double], _ variances: [Double], names: [String]) throws(MetaAnalysisError) {
        guard var smallest = variances.first else { throw .noStudies }
        var precise = 0
        for (index, variance) in variances.enumerated() where variance < smallest {
            smallest = variance
            precise = index
        }
        let center = estimates[precise]
        let exponent = (smallest.exponent >> 1) << 1
        let scale = Double(sign: .plus, exponent: exponent, significand: 1)
        let root = Double(sign: .plus, exponent: exponent / 2, significand: 1)
        var deviations = estimates.map { ($0 - center) / root }
        // Effects that are equal but for rounding are equal.
        let noise = 4 * estimates.reduce(0) { max($0, $1.magnitude) }.ulp / root
        if deviations.allSatisfy({ $0.magnitude <= noise }) {
            deviations = deviations.map { _ in 0 }
        }
        self.names = names
        omitted = nil
        self.center = center
        self.scale = scale
        self.deviations = deviations
        self.variances = variances.map { $0 / scale }
        self.precise = precise
    }

    /// The same model without one study; the names of a model that already lacks one are those of the full one.
    private init(omitting index: Int, from full: LocationModel) throws(MetaAnalysisError) {
        var deviations = full.deviations
        var variances = full.variances
        deviations.remove(at: index)
        variances.remove(at: index)
        guard let first = variances.first else { throw .noStudies }
        var precise = full.precise - (index < full.precise ? 1 : 0)
        if index == full.precise {
            precise = 0
            var smallest = first
            for (position, variance) in variances.enumerated() where variance < smallest {
                smallest = variance
                precise = position
            }
        }
        // Deviations stay exact only while they are taken from a study of the model.
        let shift = deviations[precise]
        if shift != 0 { deviations = deviations.map { $0 - shift } }
        names = full.names
        omitted = index
        center = full.center + shift * full.scale.squareRoot()
        scale = full.scale
        self.deviations = deviations
        self.variances = variances
        self.precise = precise
    }

    // MARK: Sums

    /// The weighted mean on the caller's scale and the sum of weights (per unit of the caller's variance).
    func location(at tauSquared: Double) -> (mean: Double, weightSum: Double) {
        let (mean, weightSum) = relativeMean(tauSquared / scale)
        return (center + mean * scale.squareRoot(), weightSum / scale)
    }

    /// The weights at τ² as fractions of their sum.
    func weightFractions(at tauSquared: Double) -> [Double] {
        let scaled = tauSquared / scale
        let (_, weightSum) = relativeMean(scaled)
        return variances.map { 1 / ($0 + scaled) / weightSum }
    }

    /// The mean as a deviation from the most precise study, and the sum of weights, in scaled units.
    private func relativeMean(_ t: Double) -> (mean: Double, weightSum: Double) {
        var weightSum = 0.0
        var sum = 0.0
        for i in 0..<deviations.count {
            let w = 1 / (variances[i] + t)
            weightSum += w
            sum += w * deviations[i]
        }
        return (sum / weightSum, weightSum)
    }

    var smallestVariance: Double { variances[precise] * scale }

    var crudeVariance: Double {
        let k = Double(count)
        let mean = deviations.reduce(0, +) / k
        return deviations.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / k * scale
    }

    var hedgesEstimate: Double {
        let k = Double(count)
        guard k > 1 else { return 0 }
        return crudeVariance * k / (k - 1) - variances.reduce(0, +) / k * scale
    }

    func generalizedQ(at tauSquared: Double) -> (q: Double, slope: Double) {
        let t = tauSquared / scale
        let (mean, _) = relativeMean(t)
        var q = 0.0
        var qq = 0.0
        for i in 0..<deviations.count {
            let w = 1 / (variances[i] + t)
            let wr = w * (deviations[i] - mean)
            q += wr * (deviations[i] - mean)
            qq += wr * wr
        }
        return (q, qq / scale)
    }

    func evaluate(at tauSquared: Double) -> ModelEvaluation {
        let t = tauSquared / scale
        let (mean, weightSum) = relativeMean(t)
        let inverse = 1 / weightSum
        var e = ModelEvaluation()
        var cross = 0.0
        var others = 0.0
        var othersShare = 0.0
        for i in 0..<deviations.count {
            let w = 1 / (variances[i] + t)
            let r = deviations[i] - mean
            let wr = w * r
            e.q += wr * r
            e.qq += wr * wr
            e.qqq += w * wr * wr
            cross += w * wr
            if i != precise {
                let share = w * inverse
                others += w
                othersShare += w * share
                e.trace += w * (1 - share)
                e.squaredTrace += w * w * (1 - 2 * share)
                e.squaredWeightSum += w * w
            }
        }
        // The most precise study apart: its share may be 1 but for rounding.
        let w = 1 / (variances[precise] + t)
        let share = w * inverse
        let rest = others * inverse
        e.trace += w * rest
        e.squaredTrace += w * w * rest * rest + 2 * w * share * othersShare + othersShare * othersShare
        e.squaredWeightSum += w * w
        e.weightSum = weightSum
        e.qqq = max(0, e.qqq - cross * cross * inverse)
        return e.unscaled(scale)
    }

    func doubledLogLikelihoodGain(at tauSquared: Double, restricted: Bool) -> Double {
        let t = tauSquared / scale
        var logarithms = 0.0
        var product = 1.0
        for v in variances {
            product *= 1 + t / v
            if product > 1e150 {
                logarithms += Elementary.log(product)
                product = 1
            }
        }
        logarithms += Elementary.log(product)
        var gain = generalizedQ(at: 0).q - generalizedQ(at: tauSquared).q - logarithms
        if restricted {
            gain -= Elementary.log(relativeMean(t).weightSum / relativeMean(0).weightSum)
        }
        return gain
    }

    /// The same model without one study.
    func omitting(_ index: Int) throws(MetaAnalysisError) -> LocationModel {
        try LocationModel(omitting: index, from: self)
    }
}

extension ModelEvaluation {
    /// From a model whose variances were divided by `scale` to the caller's units.
    func unscaled(_ scale: Double) -> ModelEvaluation {
        var e = self
        e.qq /= scale
        e.qqq /= scale * scale
        e.trace /= scale
        e.squaredTrace /= scale * scale
        e.weightSum /= scale
        e.squaredWeightSum /= scale * scale
        return e
    }
}
