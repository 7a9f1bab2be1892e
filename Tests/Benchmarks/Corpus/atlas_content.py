"""Writes the corpus as a content folder of Evidence Atlas."""

from pathlib import Path

import model
from yaml_text import Number, dump


class Writer:
    """The links of the atlas's own, which are filled in from the data."""

    def study(self, study):
        return f"[](study:{study.id})"

    def value(self, study, result, part=None):
        return f"[](value:{study.id}/{result}{'/' + part if part else ''})"

    def term(self, term):
        return f"[{model.TERMS[term].lower()}](term:{term})"

    def cite(self, source, place):
        return f"[@{source['id']}, {place}]"

    def pooled(self, question):
        return f"[](pooled:{question.id}/os)"

    def forest(self, question):
        return f"![](forest:{question.id}/os)"


def places(found):
    shaped = [{**place, "printed": place["printed"] if len(place["printed"]) > 1 else place["printed"][0]} for place in found]
    return shaped if len(shaped) > 1 else shaped[0]


def values(figures, number=Number):
    return {arm: number(figure) for arm, figure in figures.items()}


def result_record(result):
    out = {} if result["id"] == result["outcome"] else {"id": result["id"]}
    out["outcome"] = result["outcome"]
    if "population" in result:
        out["population"] = result["population"]
    if "follow_up" in result:
        out["followUp"] = result["follow_up"]
    if "time" in result:
        out["time"] = result["time"]
    if "effect" in result:
        effect = result["effect"]
        out["effect"] = {"measure": "HR", "compare": "local/control"}
        out["effect"].update({key: Number(effect[key]) for key in ("value", "low", "high")})
        if "p" in effect:
            out["effect"]["p"] = effect["p"]
    if "median" in result:
        out["median"] = {**values(result["median"]), "unit": "months"}
    if "proportion" in result:
        out["proportion"] = {**values(result["proportion"]), "unit": "%"}
    if "count" in result:
        out["count"] = values(result["count"])
    if "p" in result:
        out["p"] = result["p"]
    if "doubt" in result:
        out["doubt"] = result["doubt"]
    if "because" in result:
        out["preferred"] = True
        out["because"] = result["because"]
    out["from"] = places(result["from"])
    return out


def study_record(study):
    where = lambda at, *figures: places(study.place(at, *figures))
    arms = []
    for arm in study.arms:
        arms.append({**arm, "from": where("Table 1", str(arm["n"]), arm["label"])})
    return {
        "name": study.name, "aliases": [f"Author {study.index} et al."],
        "design": {
            "kind": "randomised", "phase": study.phase, "randomisation": ":".join("1" for _ in study.arms),
            "timing": "prospective", "centres": study.centres, "countries": ["Canada", "France"],
            "masking": "open label", "primaryEndpoint": "overall-survival",
            "from": where("Table 1", f"phase {study.phase}", "randomised")},
        "status": "completed", "conditions": study.conditions, "setting": study.setting,
        "period": {"start": study.start, "end": study.end, "from": where("Table 1", study.start, study.end)},
        "arms": arms,
        "enrolment": [
            {"kind": "randomised", "n": study.total, "from": where("Table 1", str(study.total))},
            {"kind": "screened", "n": study.total + 57, "from": where("Figure 1", str(study.total + 57))}],
        "eligibility": [
            {"text": "Controlled primary tumour and no more than five metastases", "from": where("Methods", "1-5 metastases")},
            {"text": "Fit enough for all treatments that were allowed", "from": where("Methods", "ECOG 0-1")}],
        "characteristics": [
            {"name": "Median age", "value": study.age, "unit": "years", "from": where("Table 2", str(study.age))},
            {"name": "One metastasis only", "value": 40 + study.index % 30, "unit": "%",
             "from": where("Table 2", f"{40 + study.index % 30}%")}],
        "results": [result_record(result) for result in study.results],
        "cautions": [
            {"text": "Enrolment was slower than planned, and the target was lowered on the way",
             "from": where("Discussion", "protocol amendment 2")}],
    }


def source_record(source):
    fields = {key: value for key, value in source.items() if key != "id"}
    return {"type": "article-journal", **fields, "peerReviewed": True}


def question_record(question, writer):
    members = [{"study": study.id, "role": "direct"} for study in question.studies]
    return {
        "title": question.title, "short": question.short, "conditions": [question.condition],
        "population": question.population, "intervention": question.intervention, "comparison": question.comparison,
        "outcomes": question.outcomes, "interventions": ["sabr", "systemic-therapy"], "answer": question.answer(writer),
        "studies": members,
        "syntheses": [{
            "id": "os", "title": "Overall survival, all studies", "outcome": "overall-survival", "measure": "HR",
            "model": "random", "method": "DL", "test": "z", "favours": ["local treatment", "standard of care"],
            "include": [{"study": study.id, "result": "overall-survival"} for study in question.studies]}],
    }


def write(corpus, folder):
    folder = Path(folder)
    for name in ["sources", "studies", "questions", "vocabulary", "pages"]:
        (folder / name).mkdir(parents=True, exist_ok=True)
    writer = Writer()

    def put(path, text):
        (folder / path).write_text(text, encoding="utf-8")

    put("site.yaml", dump({
        "name": "Synthetic Atlas", "tagline": "Local treatment of metastatic cancer",
        "description": "Synthetic studies, to measure how long it takes to publish many of them.", "language": "en",
        "baseURL": "https://example.org/", "licence": {"label": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        "editors": ["Nobody"], "navigation": ["questions", "studies", "sources"], "footerPages": list(model.pages()),
        "disclaimer": "Synthetic data. Not medical advice."}))
    for kind, words in model.KINDS.items():
        entries = {
            identifier: {"label": label, "definition": model.DEFINITION.format(label=label), "synonyms": [label.lower() + " (synonym)"]}
            for identifier, label in words.items()}
        if kind == "outcomes":
            for identifier in entries:
                entries[identifier]["lowerIsBetter"] = identifier not in ("response-rate", "local-control")
        put(f"vocabulary/{kind}.yaml", dump({kind: entries}))
    for source in corpus.sources:
        put(f"sources/{source['id']}.yaml", dump(source_record(source)))
    for study in corpus.studies:
        put(f"studies/{study.id}.yaml", dump(study_record(study)))
        put(f"studies/{study.id}.md", study.summary(writer))
    for question in corpus.questions:
        put(f"questions/{question.id}.md", f"---\n{dump(question_record(question, writer))}---\n{question.body(writer)}")
    for identifier, (title, text) in model.pages().items():
        put(f"pages/{identifier}.md", f"---\n{dump({'title': title})}---\n{text}")
