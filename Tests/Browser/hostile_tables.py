"""Tables that a plot may break on, always the same ones, and their drawings by atlas.

Every number of rows with every form of input and every kind of number, under labels in many scripts, with markup, marks and
spaces where they hurt. Some tables hold a mistake, and are to be refused in a line that begins with the place of it.
"""

import csv
import io
import math
import pathlib
import random
import re
import subprocess

ROOT = pathlib.Path(__file__).parents[2]
SIZES = (1, 2, 3, 10, 20, 70, 150)
WIDTHS = ("wide", "narrow")
NUMBERS = ("plain", "wide", "huge", "tiny", "same", "equal")

LABELS = (
    "Short", "i", "W" * 40, "0", "-", "—", ".", "NA", "null", "1e6", "=1+1", "{{ name }}", "{% raw %}", "${x}", "%s%n",
    "A multicentre randomised controlled trial of stereotactic ablative radiotherapy for oligometastatic disease",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung", "x" * 300, "word " * 60, "MMMM WWWW " * 30,
    "É̂̃ç̧à̖ñ̃ o̲v̲e̲r̲", "Z̸̡̢͓͖a̷̧̡l̴̢̛g̵̨̛o̷̢͠", "ﬁnance ﬂow ĳ Ǆ ß ẞ", "Ångström Øresund Łódź Đà Nẵng",
    "Ελληνική μελέτη Ωμέγα", "Исследование радиотерапии", "中文研究名称很长" * 6, "日本語の臨床試験（第Ⅲ相）", "한국어 임상시험", "ทดสอบภาษาไทย", "हिन्दी परीक्षण",
    "دراسة عشوائية متعددة المراكز", "מחקר אקראי רב־מרכזי", "mixed עברית and English 2020", "\u202eevil\u202c order", "ﷺ ﷽",
    "👩‍👩‍👧‍👦 family 👍🏽 🇩🇪", "🧬🩻☢️" * 12, "𝔉𝔯𝔞𝔨𝔱𝔲𝔯 𝟙𝟚𝟛", "\u200bzero\u200bwidth\u200d\ufeffjoined\u2060",
    "tab\tinside", "two\nlines", "bell\u0007 and \u0001", "not\ufffe \uffffthere",
    "<b>bold</b>", "<script>alert(1)</script>", "</text></svg><script>1</script>", "<!-- ", "]]>", "<![CDATA[x",
    "&amp; &lt; &#x41; &", 'say "what"', "it's", "`tick`", "\" onload=\"alert(1)", "' onclick='x", "url(https://example.org/x.png)",
    "javascript:alert(1)", "   leading", "trailing   ", "in    between", "soft\u00adhyphen\u00adated\u00adword",
    "non\u00a0breaking\u00a0name" * 4,
    "https://example.org/" + "path/" * 20, "a-b-" * 30, "(((((" * 10, "l" * 120, "Ⅷ½№™℠" * 8, "e\u0301" * 60,
)

MISTAKES = {
    "empty": "",
    "header": "study,yi,sei\n",
    "no-study": "name,yi,sei\nA,0,1\n",
    "no-effect": "study,year\nA,2020\n",
    "twice": "study,yi,yi,sei\nA,0,0,1\n",
    "word": "study,yi,sei\nA,much,1\n",
    "infinite": "study,yi,sei\nA,inf,1\nB,nan,1\n",
    "no-error": "study,yi,sei\nA,0,0\nB,0,-1\n",
    "negative-variance": "study,yi,vi\nA,0,-1\n",
    "negative-ratio": "study,estimate,low,high\nA,-1,0.5,2\n",
    "turned": "study,estimate,low,high\nA,1,2,0.5\n",
    "outside": "study,estimate,low,high\nA,9,0.5,2\n",
    "no-width": "study,estimate,low,high\nA,1,1,1\n",
    "level": "study,estimate,low,high,level\nA,1,0.5,2,150\n",
    "p": "study,estimate,p\nA,1.5,1.2\nB,1.5,0\nC,1,0.5\n",
    "short-row": "study,yi,sei\nA,0\nB,0,1\n",
    "long-row": "study,yi,sei\nA,0,1,2,3\n",
    "quote": 'study,yi,sei\n"A,0,1\n',
    "latin": "study,yi,sei\nÉ,0,1\n".encode("latin-1"),
    "utf-16": "study,yi,sei\nA,0,1\n".encode("utf-16"),
    "zeros": b"\0" * 500,
    "no-name": "study,yi,sei\n,0,1\n",
    "blank-name": "study,yi,sei\n   ,0,1\n\u3000,0,1\n\u00a0\u00a0,0,1\n",
    "invisible-name": "study,yi,sei\n\u200b\u200b,0,1\n\u00ad,0,1\nC,0,1\n",
    "invisible-group": "study,group,yi,sei\nA,first,0,1\nB,\u200b,0,1\n",
    "no-group": "study,group,yi,sei\nA,first,0,1\nB,,0,1\n",
    "year": "study,year,yi,sei\nA,soon,0,1\n",
    "events": "study,e1,n1,e0,n0\nA,12,10,1,10\n",
    "fraction": "study,e1,n1,e0,n0\nA,1.5,10,1,10\n",
    "negative-count": "study,e1,n1,e0,n0\nA,-1,10,1,10\n",
    "overflow": "study,yi,sei\nA,1e400,1\nB,1,1e-400\n",
}

# How a refusal goes on after the name of the file; what has no place in it; what may be said of numbers beyond all measure.
PLACE = r":\d+:\d+: error: "
WITHOUT_PLACE = "[empty-table]"
TOO_LARGE = "[cannot-be-drawn]"


# The numbers of a row, by form


def pair(kind, chance):
    """An effect on the analysis scale, and its standard error."""
    return {
        "plain": lambda: (chance.gauss(-0.2, 0.3), chance.uniform(0.05, 0.5)),
        "wide": lambda: (chance.uniform(-13.8, 13.8), 10 ** chance.uniform(-2, 0.5)),
        "huge": lambda: (chance.gauss(0, 1), chance.uniform(4, 12)),
        "tiny": lambda: (0.1 + chance.gauss(0, 1e-6), 10 ** chance.uniform(-7, -5)),
        "same": lambda: (-0.25, 0.2),
        "equal": lambda: (0.0, 1e-9),
    }[kind]()


def interval(kind, chance, ratio):
    effect, error = pair(kind, chance)
    limits = [effect, effect - 1.96 * error, effect + 1.96 * error]
    digits = 12 if kind in ("tiny", "equal") else 6
    return [f"{math.exp(limit) if ratio else limit:.{digits}g}" for limit in limits]


def with_p(kind, chance, ratio):
    effect, error = pair(kind, chance)
    effect = effect or 0.1
    p = max(math.erfc(abs(effect) / error / math.sqrt(2)), 1e-300)
    return [f"{math.exp(effect) if ratio else effect:.12g}", f"{min(p, 0.999999):.6g}"]


def counts(kind, chance):
    most = {"plain": 200, "wide": 1_000_000, "huge": 3, "tiny": 10_000_000, "same": 50, "equal": 10}[kind]
    row = []
    for _ in range(2):
        total = most if kind in ("same", "tiny") else chance.randint(2, most)
        row += [{"same": 10, "tiny": total // 2, "equal": total}.get(kind, chance.randint(0, total)), total]
    return row


FORMS = {
    "yi-sei": (("yi", "sei"), "HR", lambda kind, chance: pair(kind, chance)),
    "yi-vi": (("yi", "vi"), "SMD", lambda kind, chance: (lambda effect, error: (effect, error**2))(*pair(kind, chance))),
    "interval": (("estimate", "low", "high"), "HR", lambda kind, chance: interval(kind, chance, True)),
    "level": (("estimate", "low", "high", "level"), "MD",
              lambda kind, chance: interval(kind, chance, False) + [chance.choice(["95", "90", "0.99", ""])]),
    "p": (("estimate", "p"), "OR", lambda kind, chance: with_p(kind, chance, True)),
    "counts": (("e1", "n1", "e0", "n0"), "RR", counts),
}


# Tables and drawings


def table(size, form, kind, chance):
    """A table as text: sometimes with years, sometimes in groups."""
    columns, _, numbers = FORMS[form]
    extra = [name for name in ("year", "group") if chance.random() < 0.6]
    groups = chance.sample(LABELS, 4)
    text = io.StringIO()
    rows = csv.writer(text, lineterminator=chance.choice(["\n", "\r\n"]))
    rows.writerow(["study", *extra, *columns])
    for name in chance.choices(LABELS, k=size):
        values = {"year": chance.choice([chance.randint(1900, 2030), ""]), "group": chance.choice(groups)}
        rows.writerow([name, *(values[column] for column in extra), *numbers(kind, chance)])
    return text.getvalue().encode()


def variants(size, index, chance):
    """The drawings of a table: two forest plots, one funnel plot, and one of the rest in turn."""
    title, left, right = chance.sample(LABELS, 3)
    words = [f"--title={title}", f"--favours={left}", f"--favours={right}"]
    others = [["--sort", "effect"], ["--sort", "year", "--width", "narrow"], ["--sort", "weight"], ["--level", "99.9"],
              ["--sort", "name", "--method", "FE"], words, [*words, "--width", "narrow"]]
    if size > 2:
        others += [["--variant", variant, "--width", width] for variant in ("cumulative", "leave-one-out") for width in WIDTHS]
    yield "forest", []
    yield "forest", ["--width", "narrow"]
    yield "funnel", ["--width", WIDTHS[index % 2]]
    yield "forest", others[index % len(others)]


def tables():
    """The name, the text, the measure and the drawings of every table; half of the kinds of numbers for each form."""
    chance = random.Random(20)
    index = 0
    for place, size in enumerate(SIZES):
        for turn, form in enumerate(FORMS):
            for kind in NUMBERS[(place + turn) % 2::2]:
                index += 1
                text = table(size, form, kind, chance)
                yield f"{form}-{kind}-{size:03}", text, FORMS[form][1], variants(size, index, chance)
    for name, text in MISTAKES.items():
        yield f"mistake-{name}", text if isinstance(text, bytes) else text.encode(), "HR", [("forest", []), ("funnel", [])]


def draw(atlas, folder):
    """Writes the tables into the folder and draws them; gives what went wrong, as pairs of a file and a text."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text, measure, drawings in tables():
        path = folder / f"{name}.csv"
        path.write_bytes(text)
        for number, (plot, options) in enumerate(drawings):
            drawing = folder / f"{name}.{number}-{plot}.svg"
            drawing.unlink(missing_ok=True)
            command = ["plot", plot, str(path), "--measure", measure, *options, "-o", str(drawing)]
            run = subprocess.run([atlas.resolve(), *command], cwd=ROOT, capture_output=True, text=True, timeout=60)
            judge = mistaken if name.startswith("mistake-") else sound
            if fault := judge(run, path):
                yield path, f"atlas {' '.join(command)}: {fault}"


def mistaken(run, path):
    """What is wrong with what is said of a table with a mistake: it is refused, and the place of the mistake comes first."""
    first = run.stderr.split("\n", 1)[0]
    if run.returncode != 1:
        return f"status {run.returncode} for a table with a mistake: {first}"
    if not re.match(re.escape(str(path)) + PLACE, first) and not first.endswith(WITHOUT_PLACE):
        return f"refused without a place: {first}"
    return None


def sound(run, path):
    """What is wrong with a run on a table without a mistake: it is drawn, unless a number is too large for any drawing."""
    if run.returncode == 0 or (run.returncode == 1 and run.stderr.startswith(f"{path}:") and TOO_LARGE in run.stderr):
        return None
    return f"status {run.returncode}: {run.stderr[:300]}"
