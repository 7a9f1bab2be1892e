import Evidence
import MetaAnalysis
import Text

extension Synthesis: Fingerprinted {
    /// All that a page can show of a synthesis: the plan, the rows and what stands beside. What is computed of them follows from
    /// them, so that of the pooled result the estimate is enough.
    package func feed(to fingerprinter: inout Fingerprinter) {
        question.feed(to: &fingerprinter)
        plan.feed(to: &fingerprinter)
        rows.feed(to: &fingerprinter)
        pooled.feed(to: &fingerprinter)
        notPooledBecause.feed(to: &fingerprinter)
        published.feed(to: &fingerprinter)
        alternatives.feed(to: &fingerprinter)
        absolute.feed(to: &fingerprinter)
    }
}

extension SynthesisPlan: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        [id, title, outcome.value, measure.rawValue].feed(to: &fingerprinter)
        isPooled.feed(to: &fingerprinter)
        because.feed(to: &fingerprinter)
        [model?.rawValue, estimator?.rawValue, test?.rawValue, order?.rawValue].feed(to: &fingerprinter)
        [favours?.experimental, favours?.control].feed(to: &fingerprinter)
        for item in items {
            [item.study.value, item.result.value].feed(to: &fingerprinter)
            item.isPooled.feed(to: &fingerprinter)
            [item.because, item.label, item.group].feed(to: &fingerprinter)
        }
        columns.map(\.rawValue).feed(to: &fingerprinter)
    }
}

extension SynthesisRow: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        [study, name, result, label].feed(to: &fingerprinter)
        [population, setting, phase, group, because].feed(to: &fingerprinter)
        isSubgroup.feed(to: &fingerprinter)
        isPooled.feed(to: &fingerprinter)
        followUp.feed(to: &fingerprinter)
        experimental.feed(to: &fingerprinter)
        control.feed(to: &fingerprinter)
        provenance.feed(to: &fingerprinter)
        rivals.feed(to: &fingerprinter)
        effect.feed(to: &fingerprinter)
        estimate.feed(to: &fingerprinter)
        weight.feed(to: &fingerprinter)
        patients.feed(to: &fingerprinter)
    }
}

extension SynthesisRow.Side: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        patients.feed(to: &fingerprinter)
        events.map { $0.text(in: .english, unit: nil) }.feed(to: &fingerprinter)
    }
}

extension SynthesisRow.Rival: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        result.feed(to: &fingerprinter)
        effect.feed(to: &fingerprinter)
        estimate.feed(to: &fingerprinter)
        place.feed(to: &fingerprinter)
    }
}

extension PooledResult: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        pool.options.method.name.feed(to: &fingerprinter)
        estimate.feed(to: &fingerprinter)
        patients.feed(to: &fingerprinter)
    }
}

extension PooledEstimate: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        test.rawValue.feed(to: &fingerprinter)
        [estimate, standardError, interval.low, interval.high, interval.level].feed(to: &fingerprinter)
    }
}

extension PublishedResult: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        [study, name, result].feed(to: &fingerprinter)
        patients.feed(to: &fingerprinter)
        provenance.feed(to: &fingerprinter)
        effect.feed(to: &fingerprinter)
        estimate.feed(to: &fingerprinter)
        because.feed(to: &fingerprinter)
    }
}

extension AlternativeResult: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        [study, name, used, other].feed(to: &fingerprinter)
        effect.feed(to: &fingerprinter)
        estimate.feed(to: &fingerprinter)
    }
}

extension AbsoluteResult: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        [study, name, result, arm, event, time.value.text, time.unit.rawValue].feed(to: &fingerprinter)
        printed.text(in: .english, unit: .percent).feed(to: &fingerprinter)
        ratioOf.feed(to: &fingerprinter)
        let survival = effect.treatmentSurvival
        [effect.controlSurvival, survival.value, survival.low, survival.high].feed(to: &fingerprinter)
    }
}

extension FollowUp: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        [median?.text, low?.text, high?.text].feed(to: &fingerprinter)
        arms.mapValues(\.text).feed(to: &fingerprinter)
        unit.rawValue.feed(to: &fingerprinter)
    }
}

extension EffectEstimate: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        [estimate, standardError].feed(to: &fingerprinter)
    }
}

extension Effect: Fingerprinted {
    package func feed(to fingerprinter: inout Fingerprinter) {
        [measure.rawValue, contrast.rawValue, experimental, control, text(in: .english)].feed(to: &fingerprinter)
        inversionReason.feed(to: &fingerprinter)
        isInverted.feed(to: &fingerprinter)
        isDerived.feed(to: &fingerprinter)
    }
}
