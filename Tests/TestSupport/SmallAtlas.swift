extension FileTree {
    /// A small atlas with everything in it: two trials that are pooled, a meta-analysis of both, a conflict that is decided.
    package static let smallAtlas = FileTree(
        """
        -- Content/site.yaml --
        name: Small atlas
        tagline: Two trials
        navigation: [questions, studies]
        footerPages: [about]
        licence: {label: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
        disclaimer: A test.
        -- Content/vocabulary/words.yaml --
        conditions:
          cancer: {label: Cancer, definition: A disease.}
          lung: {label: Lung cancer, definition: A cancer of the lung., parent: cancer}
        settings:
          metastatic: {label: Metastatic, definition: Spread to other organs.}
        interventions:
          treatment: {label: Treatment, definition: What is done.}
        outcomes:
          overall-survival: {label: Overall survival, abbreviation: OS, definition: Time to death., lowerIsBetter: true}
          response: {label: Response, definition: Shrinking., lowerIsBetter: false}
        terms:
          trial: {label: Trial, definition: A study that allots treatments.}
        -- Content/sources/review-2020.yaml --
        type: article-journal
        title: A review
        author: [{family: Doe, given: J}]
        container-title: Journal
        issued: 2020
        DOI: 10.1000/xyz
        language: en
        short: Doe 2020
        peerReviewed: true
        -- Content/studies/alpha.yaml --
        name: ALPHA
        design: {kind: randomised, phase: "3"}
        status: completed
        conditions: [lung]
        setting: metastatic
        arms:
          - {id: treated, role: experimental, label: Treatment, interventions: [treatment], n: 216, from: {source: review-2020, at: Table 1, printed: "216"}}
          - {id: control, role: control, label: Control, n: 216, from: {source: review-2020, at: Table 1, printed: "216"}}
        enrolment:
          - {kind: randomised, n: 432, from: {source: review-2020, at: Table 1, printed: "432"}}
        results:
          - outcome: overall-survival
            effect: {measure: HR, compare: treated/control, value: 0.90, low: 0.70, high: 1.14}
            median: {treated: 45, control: 43, unit: months}
            from: {source: review-2020, at: Table 1, printed: "HR 0.90 (0.70–1.14)"}
        -- Content/studies/alpha.md --
        ALPHA found [](value:alpha/overall-survival) [@review-2020, Table 1].
        -- Content/studies/beta.yaml --
        name: BETA
        design: {kind: randomised}
        status: completed
        conditions: [lung]
        arms:
          - {id: treated, role: experimental, label: Treatment}
          - {id: control, role: control, label: Control}
        enrolment:
          - {kind: randomised, n: 2061, from: {source: review-2020, at: Table 1, printed: "2061"}}
        results:
          - outcome: overall-survival
            effect: {measure: HR, compare: treated/control, value: 0.92, low: 0.80, high: 1.06, p: "0.27"}
            preferred: true
            because: The table agrees with the figure.
            from: {source: review-2020, at: Table 1, printed: "HR 0.92 (0.80–1.06), p = 0.27"}
          - id: overall-survival-text
            outcome: overall-survival
            effect: {measure: HR, compare: treated/control, value: 0.85, low: 0.74, high: 0.98}
            from: {source: review-2020, at: section 2, printed: "HR 0.85 (0.74–0.98)"}
          - outcome: response
            count: {treated: 14/37, control: 5/38, p: "0.016"}
            proportion: {treated: 37.8, control: 13.2, unit: "%"}
            from: {source: review-2020, at: section 2, printed: ["14 (37.8%)", "5 (13.2%)"]}
        -- Content/studies/pooled.yaml --
        name: POOLED
        design: {kind: meta-analysis}
        status: completed
        conditions: [lung]
        includes: [alpha, beta]
        arms:
          - {id: treated, role: experimental, label: Treatment}
          - {id: control, role: control, label: Control}
        results:
          - outcome: overall-survival
            effect: {measure: HR, compare: treated/control, value: 0.92, low: 0.81, high: 1.04}
            from: {source: review-2020, at: section 3, printed: "HR 0.92 (0.81–1.04)"}
        -- Content/questions/does-it-help.md --
        ---
        title: Does it help?
        short: Treatment
        conditions: [lung]
        setting: metastatic
        population: People
        intervention: Treatment
        comparison: None
        outcomes: [overall-survival]
        answer: "Perhaps: [](pooled:os)."
        studies:
          - {study: alpha, role: direct}
          - {study: beta, role: direct}
          - {study: pooled, role: context, because: It pools both}
        syntheses:
          - id: os
            title: Overall survival
            outcome: overall-survival
            measure: HR
            model: common
            favours: [treatment, control]
            include:
              - {study: alpha, result: overall-survival}
              - {study: beta, result: overall-survival}
            published:
              - {study: pooled, result: overall-survival, because: It rounds.}
        ---
        [ALPHA](study:alpha) is a [trial](term:trial) [@review-2020, Table 1]. Together: [](pooled:os).

        ![](forest:os)
        -- Content/pages/about.md --
        ---
        title: About
        ---
        See [](question:does-it-help).
        """)
}
