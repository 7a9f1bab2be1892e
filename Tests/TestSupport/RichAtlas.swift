extension FileTree {
    /// A small atlas that has something of everything: an outcome where higher is better, an upside-down ratio, derived
    /// intervals, intervals of other levels, conflicts, doubts, a limit beside 1, groups, running trials, risk of bias, flows.
    ///
    /// No text has a comma or a colon within a flow mapping unless it is quoted, so that ``inGreek`` can find its texts.
    package static let richAtlas = FileTree(
        """
        -- Content/site.yaml --
        name: Rich atlas
        tagline: Exercise after a stroke
        description: What trials of exercise found
        navigation: [questions, map, studies, ongoing, sources, glossary, discrepancies, about]
        footerPages: [about]
        editors: [The editors]
        licence: {label: Free for all, url: "https://creativecommons.org/licenses/by/4.0/"}
        disclaimer: Not advice.
        -- Content/vocabulary/words.yaml --
        conditions:
          vascular: {label: Vascular disorder, definition: A disorder of vessels.}
          stroke: {label: Stroke, abbreviation: CVA, definition: A sudden loss of function., parent: vascular, synonyms: [Apoplexy], french: apoplexie}
        settings:
          acute: {label: Acute, definition: Within days.}
          late: {label: Late, definition: After months.}
        interventions:
          exercise: {label: Exercise, definition: Training of the body.}
          walking: {label: Walking, definition: Training on foot., parent: exercise}
          usual: {label: Usual care, definition: What is done anyway.}
        outcomes:
          death: {label: Death, definition: Dying of any cause., lowerIsBetter: true}
          recovery: {label: Recovery, abbreviation: REC, definition: Being well again., lowerIsBetter: false}
          hba1c: {label: HbA1c, definition: Sugar bound to blood., lowerIsBetter: true}
          score: {label: Walking score, definition: A score from 0 to 100., lowerIsBetter: false}
        terms:
          blinding:
            label: Blinding
            definition: Hiding who had what.
            from: {source: review-2020, at: Glossary, printed: "blinding"}
        -- Content/sources/review-2020.yaml --
        type: article-journal
        title: A review of reviews
        author: [{family: Doe, given: J}, {family: Roe, given: K}]
        container-title: Journal of Walks
        issued: 2020-05
        volume: "14"
        issue: "2"
        page: "59-61"
        DOI: 10.1000/xyz
        language: en
        license: Free for all
        short: Doe 2020
        peerReviewed: true
        note: Mind the tables.
        tables: Tables one to three.
        -- Content/sources/letter-2021.yaml --
        type: article
        title: A letter
        issued: 2021
        language: fr
        short: Letter 2021
        peerReviewed: false
        -- Content/studies/alpha.yaml --
        name: ALPHA
        aliases: [First walk]
        registration: [NCT00000001]
        design:
          kind: randomised
          phase: "3"
          randomisation: "1:2"
          timing: prospective
          centres: 4
          countries: [Atlantis]
          masking: Open label
          primaryEndpoint: death
          note: Designed by walkers
          from: {source: review-2020, at: Table 1, printed: "phase 3; 1:2"}
        status: completed
        conditions: [stroke]
        setting: acute
        period: {start: 2010-02, end: 2014, from: {source: review-2020, at: Table 1, printed: "2010-2014"}}
        arms:
          - {id: walk, role: experimental, label: Walking and usual care, interventions: [walking, usual], n: 216, dose: Three walks a week, from: {source: review-2020, at: Table 1, printed: "216"}}
          - {id: usual, role: control, label: Usual care, interventions: [usual], n: 216, from: {source: review-2020, at: Table 1, printed: "216"}}
        enrolment:
          - {kind: screened, n: 500, from: {source: review-2020, at: Table 1, printed: "500"}}
          - {kind: randomised, n: 432, from: {source: review-2020, at: Table 1, printed: "432"}}
          - {kind: excluded, n: 68, reason: Could not walk, after: screened, from: {source: review-2020, at: Table 1, printed: "68"}}
          - {kind: analysed, n: 430, from: {source: review-2020, at: Table 1, printed: "430"}}
        eligibility:
          - {text: Adults who can walk, from: {source: review-2020, at: Table 1, printed: "adults"}}
        characteristics:
          - {id: age, name: Median age, value: 68, unit: years, from: {source: review-2020, at: Table 2, printed: "68"}}
          - {name: Women, value: 41, unit: "%", arm: walk, from: {source: review-2020, at: Table 2, printed: "41%"}}
        results:
          - outcome: death
            followUp: {median: 25, low: 3, high: 60, unit: months}
            effect: {measure: HR, compare: walk/usual, value: 0.90, low: 0.812, high: 0.998}
            from: {source: review-2020, at: Table 3, printed: "HR 0.90 (0.812-0.998)"}
          - id: death-months
            outcome: death
            median: {walk: 45, usual: {value: 43.5, low: 40, high: 47}, unit: months, p: "0.04"}
            from: {source: review-2020, at: Table 3, printed: "45; 43.5 (40-47); p = 0.04"}
          - id: recovery
            outcome: recovery
            effect: {measure: RR, compare: walk/usual, value: 1.40, low: 1.10, high: 1.78, p: "0.006"}
            count: {walk: 84/216, usual: 60/216}
            preferred: true
            because: The table agrees with the counts.
            from: {source: review-2020, at: Table 3, printed: "RR 1.40 (1.10-1.78), p = 0.006; 84/216; 60/216"}
          - id: recovery-text
            outcome: recovery
            effect: {measure: RR, compare: walk/usual, value: 1.30, low: 1.02, high: 1.66}
            from: {source: letter-2021, at: page 2, printed: "RR 1.30 (1.02-1.66)"}
          - id: death-late
            outcome: death
            population: Late starters
            subgroup: true
            effect: {measure: HR, compare: walk/usual, value: 1.12, low: 0.80, high: 1.57}
            doubt: The numbers of the group are not printed.
            from: {source: review-2020, at: Figure 2, printed: "1.12 (0.80-1.57)"}
          - id: hba1c
            outcome: hba1c
            effect: {measure: MD, compare: walk/usual, value: -0.30, low: -0.52, high: -0.08}
            from: {source: review-2020, at: Table 3, printed: "-0.30 (-0.52 to -0.08)"}
          - id: death-3
            outcome: death
            time: {value: 3, unit: years}
            proportion: {walk: 61.5, usual: 55, unit: "%"}
            from: {source: review-2020, at: Table 3, printed: "61.5%; 55%"}
        riskOfBias:
          - tool: RoB 2
            outcome: death
            domains:
              - {domain: Randomisation process, judgement: low}
              - {domain: Missing outcome data, judgement: some-concerns, because: Five were lost}
            overall: some-concerns
            from: {source: review-2020, at: Figure 5, printed: "some concerns"}
        cautions:
          - {text: Stopped early., from: {source: review-2020, at: page 3, printed: "stopped"}}
        discrepancies:
          - {text: The phase differs., from: [{source: review-2020, at: Table 1, printed: "3"}, {source: letter-2021, at: page 1, printed: "2"}]}
        notes:
          - {text: Walks were led., from: {source: review-2020, at: page 3, printed: "led"}}
        -- Content/studies/alpha.md --
        ALPHA found [](value:alpha/death) and, in months, [](value:alpha/death-months/median) [@review-2020, Table 3].
        -- Content/studies/beta.yaml --
        name: BETA
        design: {kind: randomised, phase: "2"}
        status: stopped-early
        conditions: [stroke]
        setting: late
        arms:
          - {id: walk, role: experimental, label: Walking, interventions: [walking]}
          - {id: rest, role: control, label: Rest}
        enrolment:
          - {kind: randomised, n: 120, from: {source: review-2020, at: Table 1, printed: "120"}}
        results:
          - outcome: death
            effect: {measure: HR, compare: rest/walk, value: 1.25, low: 0.80, high: 1.95, because: "More who rested died, 20 against 15"}
            from: {source: review-2020, at: Table 3, printed: "HR 1.25 (0.80-1.95)"}
          - outcome: recovery
            effect: {measure: RR, compare: walk/rest, value: 1.52, p: "0.03"}
            from: {source: review-2020, at: Table 3, printed: "RR 1.52, p = 0.03"}
        -- Content/studies/gamma.yaml --
        name: GAMMA
        design: {kind: randomised}
        status: completed
        conditions: [stroke]
        setting: late
        arms:
          - {id: walk, role: experimental, label: Walking, interventions: [walking], n: 80, from: {source: review-2020, at: Table 1, printed: "80"}}
          - {id: rest, role: control, label: Rest, n: 82, from: {source: review-2020, at: Table 1, printed: "82"}}
        results:
          - outcome: death
            effect: {measure: HR, compare: walk/rest, value: 0.70, low: 0.50, high: 0.98, level: 90}
            from: {source: review-2020, at: Table 3, printed: "HR 0.70 (90% CI 0.50-0.98)"}
          - outcome: recovery
            effect: {measure: RR, compare: walk/rest, value: 1.10, low: 0.70, high: 1.73}
            from: {source: review-2020, at: Table 3, printed: "RR 1.10 (0.70-1.73)"}
          - id: death-months
            outcome: death
            median: {walk: not reached, rest: {above: 60}, unit: months}
            from: {source: review-2020, at: Table 3, printed: "not reached; > 60"}
        -- Content/studies/delta.yaml --
        name: DELTA
        design: {kind: randomised, phase: "3"}
        status: running
        conditions: [stroke]
        setting: acute
        period: {start: 2019-09, end: 2024-03, from: {source: letter-2021, at: page 2, printed: "September 2019; March 2024"}}
        arms:
          - {id: walk, role: experimental, label: Walking, interventions: [walking]}
          - {id: usual, role: control, label: Usual care, interventions: [usual]}
        enrolment:
          - {kind: planned, n: 340, from: {source: letter-2021, at: page 2, printed: "340"}}
        -- Content/studies/epsilon.yaml --
        name: EPSILON
        design: {kind: cohort}
        status: planned
        conditions: [vascular]
        arms:
          - {id: all-walk, role: single, label: Walking, interventions: [walking]}
        -- Content/studies/pooled.yaml --
        name: POOLED
        design: {kind: meta-analysis}
        status: completed
        conditions: [stroke]
        includes: [alpha, beta]
        arms:
          - {id: walk, role: experimental, label: Walking}
          - {id: other, role: control, label: No walking}
        results:
          - outcome: death
            effect: {measure: HR, compare: walk/other, value: 0.89, low: 0.81, high: 0.98}
            from: {source: review-2020, at: page 4, printed: "HR 0.89 (0.81-0.98)"}
        -- Content/questions/does-walking-help.md --
        ---
        title: Does walking help?
        short: Walking
        conditions: [stroke]
        setting: acute
        population: Adults after a stroke
        intervention: Walking
        comparison: No walking
        outcomes: [death, recovery]
        interventions: [walking]
        answer: "Perhaps: [](pooled:death)."
        studies:
          - {study: alpha, role: direct}
          - {study: beta, role: direct}
          - {study: gamma, role: direct}
          - {study: pooled, role: context, because: It pools two}
          - {study: delta, role: running}
        syntheses:
          - id: death
            title: Death from any cause
            outcome: death
            measure: HR
            model: common
            favours: [walking, no walking]
            columns: [patients, arms, follow-up, setting, phase]
            sort: weight
            include:
              - {study: alpha, result: death, group: Early}
              - {study: beta, result: death, group: Later}
              - {study: gamma, result: death, group: Later}
            absolute: {study: alpha, result: death-3, arm: usual, event: die}
            published:
              - {study: pooled, result: death, because: It has two trials.}
          - id: recovery
            title: Recovery
            outcome: recovery
            measure: RR
            favours: [walking, no walking]
            include:
              - {study: alpha, result: recovery}
              - {study: beta, result: recovery, because: A p-value is all there is}
              - {study: gamma, result: recovery}
          - id: sugar
            title: Sugar
            outcome: hba1c
            measure: MD
            pool: false
            because: One trial is no synthesis.
            include:
              - {study: alpha, result: hba1c}
        ---
        [ALPHA](study:alpha) tested [walking](intervention:walking) [@review-2020, Table 1]. Together: [](pooled:death).[^one]

        [^one]: A note of ours.

        ![](forest:death)

        ## How sure

        See [](term:blinding) and [](study:delta).
        -- Content/pages/about.md --
        ---
        title: About
        description: What this is
        ---
        See [](question:does-walking-help). There is [ALPHA](study:alpha) too.

        | what | how |
        | --- | --- |
        | walks | often |
        """)
}
