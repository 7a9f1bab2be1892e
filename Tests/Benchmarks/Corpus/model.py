"""Synthetic evidence: studies, documents, questions and words, the same for every generator that is compared.

Everything follows from the number of studies; there is no clock and no randomness but a seeded one.
"""

import math
import random

STUDIES_PER_QUESTION = 20
STUDIES_PER_SOURCE = 10
THIN = "\u202f"

CONDITIONS = {
    "lung-cancer": "Lung cancer", "prostate-cancer": "Prostate cancer", "breast-cancer": "Breast cancer",
    "colorectal-cancer": "Colorectal cancer", "kidney-cancer": "Kidney cancer", "melanoma": "Melanoma",
    "sarcoma": "Sarcoma", "oesophageal-cancer": "Oesophageal cancer",
}
SETTINGS = {
    "newly-metastatic": "Newly metastatic", "oligometastatic": "Oligometastatic", "oligorecurrent": "Oligorecurrent",
    "oligoprogressive": "Oligoprogressive",
}
INTERVENTIONS = {
    "sabr": "Stereotactic ablative radiotherapy", "surgery": "Surgery", "ablation": "Thermal ablation",
    "primary-radiotherapy": "Radiotherapy to the primary tumour", "systemic-therapy": "Systemic therapy",
    "observation": "Observation",
}
OUTCOMES = {
    "overall-survival": "Overall survival", "progression-free-survival": "Progression-free survival",
    "local-control": "Local control", "response-rate": "Response rate",
    "toxicity-grade-3-plus": "Toxicity of grade 3 or more",
}
TERMS = {
    "hazard-ratio": "Hazard ratio", "confidence-interval": "Confidence interval", "randomisation": "Randomisation",
    "heterogeneity": "Heterogeneity", "prediction-interval": "Prediction interval", "censoring": "Censoring",
    "intention-to-treat": "Intention to treat", "subgroup-analysis": "Subgroup analysis",
    "selection-bias": "Selection bias", "publication-bias": "Publication bias", "oligometastatic-disease": "Oligometastatic disease",
    "systematic-review": "Systematic review",
}
KINDS = {
    "conditions": CONDITIONS, "settings": SETTINGS, "interventions": INTERVENTIONS, "outcomes": OUTCOMES, "terms": TERMS,
}
DEFINITION = (
    "{label}, as the documents of this atlas use the word; where one of them means something else by it, the record of "
    "the study says so beside the value.")

SENTENCES = [
    "Patients were allocated in blocks of unequal size, and the allocation was kept from those who enrolled them.",
    "Treatment of the lesions had to begin within a few weeks of allocation, and the systemic treatment went on unchanged.",
    "Most of the patients who crossed over did so after the first analysis had been made public.",
    "The authors planned the analysis before the first patient was treated, and they kept to the plan.",
    "Scans were read at each centre and again by readers who did not know the treatment.",
    "Deaths from causes other than the cancer were counted as events, which is the stricter choice.",
    "Several centres enrolled only a handful of patients, so that the result rests on the larger ones.",
    "Side effects were recorded by the treating physicians, and mild ones may have been missed.",
    "The curves part late and stay apart, with few patients left at risk in either group.",
    "Quality of life was asked for at each visit, but many forms were not returned.",
    "Whether the number of lesions changes the effect was looked at in a subgroup that had not been planned.",
    "The dose was lowered for lesions near the bowel or the spinal cord, in keeping with the protocol.",
    "A second report with longer follow-up has been announced and is not yet printed.",
    "Funding came from a public body that had no part in the analysis.",
    "An interim analysis led to slower enrolment, although no rule for stopping had been met.",
    "The groups were alike in age, in the number of lesions and in the treatment that they had received before.",
    "Patients with lesions in the brain could take part once those had been treated.",
    "The summary that the authors give is more confident than the interval allows.",
    "Those who could not be followed were left out, which makes little difference to the result.",
    "Later lines of treatment differed between the groups, and the report does not say by how much.",
]


class Study:
    """One study with what every generator needs of it: figures as printed and as numbers."""

    def __init__(self, index, sources):
        rng = random.Random(index * 7919 + 17)
        self.index = index
        self.id = f"study-{index:05d}"
        self.name = f"{rng.choice(['ALPHA', 'BRAVO', 'CORAL', 'DELTA', 'EMBER', 'FJORD'])}-{index:05d}"
        conditions = list(CONDITIONS)
        self.conditions = [conditions[index // STUDIES_PER_QUESTION % len(conditions)], rng.choice(conditions)]
        if self.conditions[0] == self.conditions[1]:
            self.conditions.pop()
        self.setting = rng.choice(list(SETTINGS))
        self.source = sources[index // STUDIES_PER_SOURCE]
        self.other_source = sources[(index // STUDIES_PER_SOURCE + 1) % len(sources)]
        self.phase = rng.choice(["2", "2/3", "3"])
        self.centres = rng.randint(2, 40)
        self.start = f"{rng.randint(2005, 2016)}-{rng.randint(1, 12):02d}"
        self.end = f"{rng.randint(2017, 2022)}-{rng.randint(1, 12):02d}"
        self.arms = self.make_arms(rng)
        self.total = sum(arm["n"] for arm in self.arms)
        self.age = rng.randint(55, 74)
        self.has_conflict = index % 10 == 3
        self.results = self.make_results(rng)
        self.question = f"question-{index // STUDIES_PER_QUESTION:04d}"
        self.sentences = [SENTENCES[(index + 3 * i) % len(SENTENCES)] for i in range(10)]

    def make_arms(self, rng):
        n = rng.randint(40, 400)
        arms = [
            {"id": "local", "role": "experimental", "label": "Local treatment + standard of care",
             "interventions": [rng.choice(["sabr", "surgery", "primary-radiotherapy"]), "systemic-therapy"], "n": n,
             "dose": f"{rng.choice([24, 30, 45, 50])} Gy in {rng.choice([1, 3, 5])} fractions"},
            {"id": "control", "role": "control", "label": "Standard of care", "interventions": ["systemic-therapy"],
             "n": n + rng.randint(-5, 5)},
        ]
        if self.index % 3 == 0:
            arms.insert(1, {
                "id": "late", "role": "experimental", "label": "Local treatment at progression",
                "interventions": ["ablation", "systemic-therapy"], "n": n + rng.randint(-5, 5),
                "dose": "one session for each lesion"})
        return arms

    def ratio(self, rng, centre, patients):
        """A hazard ratio with interval and p-value that fit one another, as texts."""
        error = 2 / math.sqrt(0.6 * patients)
        log = rng.gauss(math.log(centre), 0.12)
        value = math.exp(log)
        low, high = math.exp(log - 1.959964 * error), math.exp(log + 1.959964 * error)
        p = math.erfc(abs(log / error) / math.sqrt(2))
        return {
            "value": f"{value:.2f}", "low": f"{low:.2f}", "high": f"{high:.2f}",
            "p": "<0.001" if p < 0.001 else f"{p:.3f}" if p < 0.1 else f"{p:.2f}"}

    def make_results(self, rng):
        two = [self.arms[0], self.arms[-1]]
        patients = two[0]["n"] + two[1]["n"]
        followup = {"median": rng.randint(20, 70), "unit": "months"}
        results = []
        for outcome, centre, months in [("overall-survival", 0.8, 28), ("progression-free-survival", 0.65, 9)]:
            effect = self.ratio(rng, centre, patients)
            control = round(months * rng.uniform(0.7, 1.4), 1)
            medians = {"control": f"{control:.1f}"}
            for arm in self.arms[:-1]:
                medians[arm["id"]] = f"{control / float(effect['value']):.1f}"
            results.append({
                "id": outcome, "outcome": outcome, "follow_up": followup, "effect": effect, "median": medians,
                "figures": [f"HR {effect['value']} ({effect['low']}-{effect['high']}), p = {effect['p']}",
                            f"{medians['local']} vs {medians['control']} months"]})
        for outcome, share in [("response-rate", 0.45), ("toxicity-grade-3-plus", 0.12)]:
            counts = {}
            shares = {}
            for arm in self.arms:
                events = round(arm["n"] * share * rng.uniform(0.7, 1.3))
                counts[arm["id"]] = f"{events}/{arm['n']}"
                shares[arm["id"]] = f"{100 * events / arm['n']:.1f}"
            results.append({
                "id": outcome, "outcome": outcome, "count": counts, "proportion": shares,
                "p": rng.choice(["0.04", "0.21", "0.47", "0.63"]),
                "figures": [f"{counts['local']} ({shares['local']}%) vs {counts['control']} ({shares['control']}%)"]})
        results.append({
            "id": "overall-survival-3y", "outcome": "overall-survival", "time": {"value": 3, "unit": "years"},
            "proportion": {arm["id"]: f"{rng.uniform(30, 60):.1f}" for arm in self.arms},
            "figures": ["three-year survival as in the table"]})
        if self.has_conflict:
            effect = dict(results[0]["effect"])
            effect["value"], effect["low"], effect["high"] = (
                f"{float(effect[key]) + 0.08:.2f}" for key in ("value", "low", "high"))
            results[0]["because"] = "The text states the model that was planned; the table does not."
            results.append({
                "id": "overall-survival-table", "outcome": "overall-survival", "follow_up": followup,
                "effect": {key: effect[key] for key in ("value", "low", "high")}, "doubt": "The table and the text differ.",
                "figures": [f"{effect['value']} ({effect['low']}-{effect['high']})"]})
        else:
            results.append({
                "id": "local-control-2y", "outcome": "local-control", "time": {"value": 2, "unit": "years"},
                "proportion": {arm["id"]: f"{rng.uniform(60, 95):.1f}" for arm in self.arms},
                "population": "patients with lesions that could be measured", "p": "0.03",
                "figures": ["local control as in the figure"]})
        for number, result in enumerate(results):
            result["from"] = [{"source": self.source["id"], "at": f"Table {number + 1}, row of {self.name}",
                               "printed": result["figures"]}]
        results[0]["from"].append(
            {"source": self.other_source["id"], "at": "Results, second paragraph", "printed": results[0]["figures"][:1]})
        return results

    def place(self, at, *figures):
        return [{"source": self.source["id"], "at": at, "printed": list(figures)}]

    def result(self, identifier):
        return next(result for result in self.results if result["id"] == identifier)

    def log_effect(self):
        """The effect on overall survival on the log scale, and its standard error, from the printed figures."""
        effect = self.result("overall-survival")["effect"]
        error = (math.log(float(effect["high"])) - math.log(float(effect["low"]))) / (2 * 1.959964)
        return math.log(float(effect["value"])), error

    def effect_text(self, identifier):
        effect = self.result(identifier)["effect"]
        return f"HR {effect['value']} (95{THIN}% CI {effect['low']} to {effect['high']})"

    def median_text(self, identifier):
        medians = self.result(identifier)["median"]
        return " vs ".join(medians[arm["id"]] for arm in self.arms) + " months"

    def summary(self, writer):
        """About two hundred words with a table and a footnote, in the dialect of a writer."""
        s = self.sentences
        rows = "\n".join(
            f"| {arm['label']} | {arm['role']} | {arm['n']} |" for arm in self.arms)
        return f"""{writer.study(self)} compared two ways of treating metastatic cancer. {s[0]} {s[1]} Survival was
{writer.value(self, 'overall-survival')} with medians of {writer.value(self, 'overall-survival', 'median')}[^1]. {s[2]} {s[3]}

## What was done

{s[4]} {s[5]} {s[6]}

| Arm | Role | Patients |
| --- | --- | ---: |
{rows}

## What to keep in mind

- {s[7]}
- {s[8]} The {writer.term('hazard-ratio')} is that of the model the authors planned {writer.cite(self.source, 'Table 1')}.
- {s[9]}

Time without progression was {writer.value(self, 'progression-free-survival')}, which is *not* the same as a longer life.

[^1]: As the first report prints it; {writer.cite(self.other_source, 'Results')} repeats the figure.
"""


class Question:
    """A question about twenty studies, with a pooled hazard ratio."""

    def __init__(self, index, studies):
        self.index = index
        self.id = f"question-{index:04d}"
        self.studies = studies
        self.condition = studies[0].conditions[0]
        label = CONDITIONS[self.condition].lower()
        self.title = f"Does local treatment prolong life in metastatic {label}, series {index}?"
        self.short = f"Local treatment in metastatic {label}, series {index}"
        self.population = f"Patients with {label} and a few metastases, whose primary tumour is controlled."
        self.intervention = "Local treatment of all known lesions, added to the standard of care."
        self.comparison = "The standard of care alone."
        self.outcomes = ["overall-survival", "progression-free-survival", "toxicity-grade-3-plus"]
        self.sentences = [SENTENCES[(index * 5 + 7 * i) % len(SENTENCES)] for i in range(9)]

    def answer(self, writer):
        return f"Taken together the studies point one way ({writer.pooled(self)}); the two largest decide the result."

    def body(self, writer):
        s = self.sentences
        a, b, c = self.studies[0], self.studies[len(self.studies) // 2], self.studies[-1]
        return f"""## In short

The studies pooled here give {writer.pooled(self)} for {writer.term('hazard-ratio')}. {s[0]} {s[1]} {s[2]}

{writer.forest(self)}

## The studies one by one

In {writer.study(a)} the effect was {writer.value(a, 'overall-survival')}, in {writer.study(b)}
{writer.value(b, 'overall-survival')} {writer.cite(a.source, 'Table 1')}. {s[3]} {s[4]}

| Study | Survival | Progression |
| --- | --- | --- |
| {writer.study(a)} | {writer.value(a, 'overall-survival')} | {writer.value(a, 'progression-free-survival')} |
| {writer.study(b)} | {writer.value(b, 'overall-survival')} | {writer.value(b, 'progression-free-survival')} |
| {writer.study(c)} | {writer.value(c, 'overall-survival')} | {writer.value(c, 'progression-free-survival')} |

## What is not known

{s[5]} {s[6]} Nothing here shows whether {writer.term('oligometastatic-disease')} is one disease[^1]. {s[7]}

[^1]: {s[8]}
"""


def sources(count):
    found = []
    for index in range(count):
        found.append({
            "id": f"source-{index:04d}", "short": f"Author {index:04d}",
            "title": f"Local treatment of metastatic cancer: a systematic review, part {index}",
            "author": [{"family": f"Author{index}", "given": "A"}, {"family": "Second", "given": "B"},
                       {"family": "Third", "given": "C"}],
            "container-title": "Journal of Synthetic Evidence", "issued": f"{2010 + index % 15}-06", "volume": str(index % 90 + 1),
            "page": str(100 + index), "DOI": f"10.1234/synthetic.{index:04d}", "language": "en", "license": "CC BY 4.0",
            "note": "A review: every figure is second-hand, and no search strategy is described.",
            "tables": "Randomised trials in Table 1, cohorts in Table 2, running trials in Table 3."})
    return found


def pages():
    """Title and text of the pages of prose."""
    text = "\n\n".join(" ".join(SENTENCES[i:i + 5]) for i in range(0, len(SENTENCES), 5))
    return {
        "about": ("About this atlas", f"## Why\n\n{text}\n"),
        "methods": ("Methods", f"## How studies are pooled\n\n{text}\n\n## How values are read\n\n{text}\n"),
        "licence": ("Licence", f"{text}\n"),
    }


class Corpus:
    def __init__(self, count):
        self.sources = sources(max(2, math.ceil(count / STUDIES_PER_SOURCE)))
        self.studies = [Study(index, self.sources) for index in range(count)]
        groups = [self.studies[i:i + STUDIES_PER_QUESTION] for i in range(0, count, STUDIES_PER_QUESTION)]
        self.questions = [Question(index, group) for index, group in enumerate(groups) if len(group) > 1]
