"""Writes the corpus as a Hugo site with the theme in Tests/Benchmarks/Hugo.

What a template cannot compute well (pooled results, back references, the order of results) is in the front matter, as
an author of such a site would put it there.
"""

import json
import math
import shutil
from pathlib import Path

import model
from pooling import pool
from yaml_text import dump

HERE = Path(__file__).resolve().parent
SITE = HERE.parent / "Hugo"
ASSETS = HERE.parents[2] / "Templates" / "assets"


class Writer:
    """Plain links with their text, so that nothing has to be looked up."""

    def study(self, study):
        return f"[{study.name}](/studies/{study.id}/)"

    def value(self, study, result, part=None):
        text = study.median_text(result) if part == "median" else study.effect_text(result)
        return f"[{text}](/studies/{study.id}/#result-{result})"

    def term(self, term):
        return f"[{model.TERMS[term].lower()}](/glossary/#term-{term})"

    def cite(self, source, place):
        return f"([{source['short']}, {place}](/sources/{source['id']}/))"

    def pooled(self, question):
        found = pool([study.log_effect() for study in question.studies])
        return (f"[HR {math.exp(found['estimate']):.2f} (95{model.THIN}% CI {math.exp(found['low']):.2f} to "
                f"{math.exp(found['high']):.2f})](/questions/{question.id}/#synthesis-os)")

    def forest(self, question):
        return "{{< forest >}}"


def front_matter(value, style):
    if style == "json":
        return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    return f"---\n{dump(value)}---\n"


def by_arm(study, figures):
    return [{"arm": arm["label"], "value": figures[arm["id"]]} for arm in study.arms]


def result_record(study, result):
    out = {"id": result["id"], "outcome": result["outcome"]}
    for key, name in [("population", "population"), ("follow_up", "followup"), ("time", "time"), ("effect", "effect"),
                      ("p", "p"), ("doubt", "doubt"), ("because", "because")]:
        if key in result:
            out[name] = result[key]
    for key in ("median", "proportion", "count"):
        if key in result:
            out[key] = by_arm(study, result[key])
    out["from"] = result["from"]
    return out


def conflicts(study):
    if not study.has_conflict:
        return {}
    shown = [study.result("overall-survival"), study.result("overall-survival-table")]
    return {"conflicts": [{
        "what": "Overall survival, HR", "because": shown[0]["because"],
        "values": [{"text": study.effect_text(result["id"]), "used": result is shown[0], "from": result["from"]} for result in shown]}]}


def study_record(study):
    order = list(dict.fromkeys(result["outcome"] for result in study.results))
    results = sorted(study.results, key=lambda result: order.index(result["outcome"]))
    return {
        "title": study.name, "id": study.id,
        "about": f"{study.name}: randomised trial, phase {study.phase}, {', '.join(model.CONDITIONS[c] for c in study.conditions)}",
        "othernames": [f"Author {study.index} et al."], "status": "completed", "conditions": study.conditions,
        "setting": study.setting, "settings": [study.setting], "outcomes": order,
        "interventions": sorted({word for arm in study.arms for word in arm["interventions"]}), "question": study.question, "patients": study.total,
        "sources": sorted({study.source["id"], study.other_source["id"]}),
        "design": {
            "phase": study.phase, "randomisation": ":".join("1" for _ in study.arms), "timing": "prospective",
            "centres": study.centres, "countries": ["Canada", "France"], "masking": "open label",
            "endpoint": "overall-survival", "from": study.place("Table 1", f"phase {study.phase}", "randomised")},
        "period": {"start": study.start, "end": study.end, "from": study.place("Table 1", study.start, study.end)},
        "arms": [{**arm, "from": study.place("Table 1", str(arm["n"]), arm["label"])} for arm in study.arms],
        "enrolment": [
            {"kind": "randomised", "n": study.total, "from": study.place("Table 1", str(study.total))},
            {"kind": "screened", "n": study.total + 57, "from": study.place("Figure 1", str(study.total + 57))}],
        "eligibility": [
            {"text": "Controlled primary tumour and no more than five metastases", "from": study.place("Methods", "1-5 metastases")},
            {"text": "Fit enough for all treatments that were allowed", "from": study.place("Methods", "ECOG 0-1")}],
        "characteristics": [
            {"name": "Median age", "value": study.age, "unit": "years", "from": study.place("Table 2", str(study.age))},
            {"name": "One metastasis only", "value": 40 + study.index % 30, "unit": "%",
             "from": study.place("Table 2", f"{40 + study.index % 30}%")}],
        "results": [result_record(study, result) for result in results], **conflicts(study),
        "cautions": [
            {"text": "Enrolment was slower than planned, and the target was lowered on the way",
             "from": study.place("Discussion", "protocol amendment 2")}],
    }


def interval(estimate, low, high):
    return f"{math.exp(estimate):.2f} (95{model.THIN}% CI {math.exp(low):.2f} to {math.exp(high):.2f})"


def sensitivity(found):
    rows = ["common effect"] + [
        f"{estimator}, {test} interval" for estimator in ("REML", "DL", "PM") for test in ("Wald", "Hartung-Knapp", "ad hoc Hartung-Knapp")]
    text = interval(found["estimate"], found["low"], found["high"])
    return [{"label": row, "text": text, "excludes": found["high"] < 0, "chosen": row == "DL, Wald interval"} for row in rows]


def synthesis(question):
    found = pool([study.log_effect() for study in question.studies])
    figure = lambda value: f"{math.exp(value):.2f}"
    alternatives = [
        {"text": "HR " + interval(found["estimate"] + 0.01, found["low"] + 0.01, found["high"] + 0.01),
         "label": f"with {study.effect_text('overall-survival-table')} for {study.name}",
         "path": f"/studies/{study.id}/#result-overall-survival-table"}
        for study in question.studies if study.has_conflict]
    return {
        "title": "Overall survival, all studies",
        "include": [{"study": study.id, "weight": round(weight, 3)} for study, weight in zip(question.studies, found["weights"])],
        "pooled": {
            "value": figure(found["estimate"]), "low": figure(found["low"]), "high": figure(found["high"]),
            "patients": sum(study.total for study in question.studies),
            "says": "the interval excludes no effect, in favour of local treatment" if found["high"] < 0 else "the interval includes no effect",
            "predictionlow": figure(found["prediction"][0]), "predictionhigh": figure(found["prediction"][1]),
            "heterogeneity": f"Q = {found['q']:.2f}, df = {found['df']}, p = 0.35; I² = {found['i2']:.0f}{model.THIN}%; τ² = {found['tau2']:.3f}",
            "tau2low": "0.000", "tau2high": "0.017"},
        **({"alternatives": alternatives} if alternatives else {}),
        "sensitivity": sensitivity(found),
    }


def question_record(question, writer):
    cited = [question.studies[0].source["id"]]
    return {
        "title": question.title, "id": question.id, "about": question.short, "condition": question.condition,
        "conditions": [question.condition], "interventions": ["sabr", "systemic-therapy"],
        "population": question.population, "intervention": question.intervention, "comparison": question.comparison,
        "outcomes": question.outcomes, "answer": question.answer(writer), "outputs": ["html", "forest", "data", "synthesis", "analysis"],
        "studies": [study.id for study in question.studies], "references": cited, "synthesis": synthesis(question)}


def source_record(source):
    out = {"title": source["short"], "id": source["id"], "fulltitle": source["title"]}
    out.update({key.lower(): value for key, value in source.items() if key not in ("id", "short", "title")})
    return out


def write(corpus, folder, style="yaml"):
    folder = Path(folder)
    shutil.copytree(SITE, folder, dirs_exist_ok=True)
    shutil.copytree(ASSETS, folder / "assets", dirs_exist_ok=True)
    writer = Writer()

    def put(path, value, body=""):
        path = folder / "content" / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(front_matter(value, style) + body, encoding="utf-8")

    for kind, words in model.KINDS.items():
        entries = {
            identifier: {"label": label, "definition": model.DEFINITION.format(label=label), "synonyms": [label.lower() + " (synonym)"]}
            for identifier, label in words.items()}
        path = folder / "data" / "vocabulary" / f"{kind}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dump(entries), encoding="utf-8")
    # The words have their pages as terms of taxonomies; lists of the terms are not wanted, the glossary is one.
    for kind in ("conditions", "settings", "interventions", "outcomes"):
        put(f"{kind}/_index.md", {"title": kind.capitalize(), "build": {"render": "never"}})
        for identifier, label in model.KINDS[kind].items():
            put(f"{kind}/{identifier}/_index.md", {"title": label, "about": model.DEFINITION.format(label=label)})
    for section in ("studies", "questions", "glossary", "discrepancies", "map", "ongoing"):
        put(f"{section}/_index.md", {"title": section.capitalize()})
    for source in corpus.sources:
        put(f"sources/{source['id']}/_index.md", source_record(source))
    for study in corpus.studies:
        put(f"studies/{study.id}.md", study_record(study), study.summary(writer))
    for question in corpus.questions:
        put(f"questions/{question.id}.md", question_record(question, writer), question.body(writer))
    for identifier, (title, text) in model.pages().items():
        put(f"{identifier}.md", {"title": title}, text)
