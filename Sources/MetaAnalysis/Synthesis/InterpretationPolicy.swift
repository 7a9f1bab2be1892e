/// What may honestly be said of so many studies.
///
/// One study is not pooled; two are, with a Wald interval and a plain warning, because Hartung–Knapp with one degree
/// of freedom says nothing; from three on the ad hoc Hartung–Knapp interval. No prediction interval below three, no
/// funnel asymmetry below ten (Deeks et al. 2023, Cochrane Handbook 10.4.4.3, 10.10.4 and 13.3.5.4).
package struct InterpretationPolicy: Sendable, Hashable {
    package var minimumToPool = 2
    package var minimumForHartungKnapp = 3
    package var minimumForPrediction = 3
    package var minimumForInfluence = 3
    package var minimumForAsymmetry = 10
    package var minimumForRegression = 10

    package init() {}

    /// Something a reader must be told beside the result.
    package enum Caution: String, Sendable, Hashable, CaseIterable {
        /// One study: there is nothing to pool.
        case singleStudy = "single-study"
        /// Two studies: how much effects vary is unknown, and Wald's interval takes no account of that.
        case twoStudies = "two-studies"
        /// Fewer than five: τ² and its interval are hardly known.
        case fewStudies = "few-studies"
        /// The studies agree so exactly that the Hartung–Knapp interval has no width.
        case zeroWidthInterval = "zero-width-interval"
        /// No τ² is compatible with studies that agree so closely.
        case emptyTauSquaredInterval = "empty-tau2-interval"
        /// A regression on fewer than ten studies.
        case regressionOnFewStudies = "regression-on-few-studies"
        /// Studies of which nothing can be estimated are shown and not pooled.
        case notEstimable = "not-estimable"
        /// Tables with a zero cell had a half added to each cell.
        case continuityCorrection = "continuity-correction"
        /// So many studies that leave-one-out, cumulative and rank analyses were left out.
        case tooManyForInfluence = "too-many-for-influence"
    }

    package func allowsPooling(studyCount: Int) -> Bool { studyCount >= max(2, minimumToPool) }
    package func allowsPrediction(studyCount: Int) -> Bool { studyCount >= minimumForPrediction }
    package func allowsInfluence(studyCount: Int) -> Bool { studyCount >= minimumForInfluence }
    package func allowsAsymmetry(studyCount: Int) -> Bool { studyCount >= minimumForAsymmetry }

    /// The test for so many studies: Wald below three, ad hoc Hartung–Knapp from there.
    package func test(studyCount: Int) -> PoolingTest {
        studyCount >= minimumForHartungKnapp ? .adHocHartungKnapp : .wald
    }

    /// What to say about the number of studies alone.
    package func cautions(studyCount: Int) -> [Caution] {
        switch studyCount {
        case ..<1: []
        case 1: [.singleStudy]
        case 2: [.twoStudies]
        case 3, 4: [.fewStudies]
        default: []
        }
    }
}
