"""Counts the instructions of the program on inputs of a size and of twice the size, and fails if they more than grow with it.

    swift build -c release --product atlas
    python3 Tests/Growth/growth.py            # every case, some ten minutes
    python3 Tests/Growth/growth.py --short    # a few, for every change
    python3 Tests/Growth/growth.py --only "results of one study" --explain

No clock is read: valgrind counts, so that a busy machine counts the same. What the program does without the input is
counted once and taken off, so that a constant cannot hide what grows: the growth of a case is
(count(2 N) - count(0)) / (count(N) - count(0)), 2 for what is linear, 4 for the square, and at most 2.3 may be.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))

from cases import BASE, CASES  # noqa: E402

LIMIT = 2.3

COMMANDS = {
    "check": ["check"],
    "build": ["build", "--clean", "--output", "Public"],
    "pool": ["pool", "table.csv"],
    "forest": ["plot", "forest", "table.csv", "--output", "out.svg"],
    "funnel": ["plot", "funnel", "table.csv", "--output", "out.svg"],
    "render": ["render", "t.html", "--data", "data.yaml"],
}

# The least that a command reads, where that is not the small atlas.
ROWS = {"table.csv": "study,yi,sei\nA,0.1,0.2\nB,0.2,0.2\nC,0.3,0.2\n"}
LEAST = {"pool": ROWS, "forest": ROWS, "funnel": ROWS, "render": {"t.html": "{{ a }}", "data.yaml": "a: 1\n"}}


def arguments(command):
    out = list(COMMANDS[command])
    if command in ("check", "build"):
        out += ["--jobs", "1", "--quiet", "--content", "Content"]
    if command not in ("pool", "render"):
        out += ["--templates", str(ROOT / "Templates")]
    return out


class Counter:
    def __init__(self, program, folder, explains):
        self.program = without_debugging(program, folder)
        self.folder, self.explains = folder, explains
        self.environment = os.environ | {"SWIFT_DETERMINISTIC_HASHING": "1", "LD_PRELOAD": str(shim(folder))}
        self.constants = {}

    def count(self, name, command, files, is_wrong=False):
        """The instructions of a run, and the file of callgrind if it is to be explained.

        A run that ends otherwise than it should has not done what is to be counted.
        """
        place = Path(tempfile.mkdtemp(dir=self.folder))
        try:
            if command in ("check", "build"):
                files = BASE | files
            for path, text in files.items():
                target = place / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(text, encoding="utf-8")
            out = place / "callgrind.out"
            run = subprocess.run(
                ["valgrind", "--tool=callgrind", f"--callgrind-out-file={out}", str(self.program)] + arguments(command),
                cwd=place, capture_output=True, text=True, errors="replace", timeout=1800,
                env=self.environment)
            found = re.search(r"Collected : (\d+)", run.stderr)
            if run.returncode != (1 if is_wrong else 0) or not found:
                sys.exit(f"{name}: atlas {' '.join(arguments(command))} ended with {run.returncode}\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
            return int(found[1]), out.read_text(errors="replace") if self.explains else ""
        finally:
            shutil.rmtree(place, ignore_errors=True)

    def constant(self, command):
        """What a command costs with as good as nothing to read."""
        if command not in self.constants:
            self.constants[command] = self.count(command, command, LEAST.get(command, {}))[0]
        return self.constants[command]

    def growth(self, case, scale):
        size = max(2, int(case.size * scale))
        constant = self.constant(case.command)
        (once, first), (twice, second) = (
            self.count(case.name, case.command, case.make(n), case.is_wrong) for n in (size, 2 * size))
        own = max(1, once - constant)
        if self.explains:
            explain(first, second)
        return case.name, size, own, (twice - constant) / own, own / constant


def shim(folder):
    """A library without which older versions of valgrind cannot run a program that waits as Swift's does."""
    library = folder / "sigsuspend.so"
    subprocess.run(["cc", "-shared", "-fPIC", "-o", str(library), str(HERE / "sigsuspend.c")], check=True)
    return library


def without_debugging(program, folder):
    """A copy without what debuggers read, which older versions of valgrind do not understand; its functions keep their names."""
    copy = folder / "atlas"
    subprocess.run(["strip", "--strip-debug", "-o", str(copy), str(program)], check=True)
    return copy


def selves(text):
    """The own instructions of each function of a callgrind file."""
    names, found, current, skips = {}, {}, None, False
    for line in text.splitlines():
        if line.startswith("fn="):
            number, _, name = line[3:].partition(" ")
            if name:
                names[number] = name
            current = names.get(number, number)
        elif line.startswith("cfn="):
            number, _, name = line[4:].partition(" ")
            if name:
                names[number] = name
        elif line.startswith("calls="):
            skips = True
        elif line[:1].isdigit() or line[:1] in "+-*":
            if skips:
                skips = False
                continue
            parts = line.split()
            if current and len(parts) > 1:
                found[current] = found.get(current, 0) + int(parts[1])
    return found


def explain(first, second):
    before, after = selves(first), selves(second)
    rows = sorted(((after[name] - 2 * before.get(name, 0), name) for name in after), reverse=True)
    for extra, name in rows[:12]:
        print(f"    {extra:>14,} beyond twice {before.get(name, 0):>14,}   {name[:150]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--short", action="store_true", help="only the cases of the short run")
    parser.add_argument("--only", action="append", help="only this case; may be given several times")
    parser.add_argument("--explain", action="store_true", help="name the functions that grow most")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many runs at a time")
    parser.add_argument("--scale", type=float, default=1, help="factor for the sizes")
    parser.add_argument("--atlas", type=Path, default=ROOT / ".build/release/atlas", help="the program")
    options = parser.parse_args()
    if not options.atlas.exists():
        sys.exit(f"{options.atlas} is not built: swift build -c release --product atlas")
    for tool in ("valgrind", "strip", "cc"):
        if not shutil.which(tool):
            sys.exit(f"{tool} is missing: sh .ci/setup growth")
    chosen = [
        case for case in CASES
        if (case.is_short or not options.short) and (not options.only or case.name in options.only)]
    unknown = set(options.only or []) - {case.name for case in CASES}
    if unknown:
        sys.exit(f"no case is called {', '.join(sorted(unknown))}")
    folder = Path(tempfile.mkdtemp(prefix="atlas-growth-"))
    counter = Counter(options.atlas.resolve(), folder, options.explain)
    failed = []
    print(f"{'case':45}{'size':>7}{'instructions':>16}{'growth':>8}")
    try:
        # These first, so that two runs do not count the same one.
        for command in sorted({case.command for case in chosen}):
            counter.constant(command)
        with ThreadPoolExecutor(1 if options.explain else options.jobs) as pool:
            for name, size, own, growth, share in pool.map(lambda case: counter.growth(case, options.scale), chosen):
                mark = "  too much" if growth > LIMIT else ""
                # A case that hardly counts proves nothing.
                if share < 0.02:
                    mark = "  too small to tell"
                print(f"{name:45}{size:>7}{own:>16,}{growth:>8.2f}{mark}", flush=True)
                if mark:
                    failed.append(name)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if failed:
        sys.exit(f"{len(failed)} of {len(chosen)} cases grow too much: {', '.join(failed)}")


if __name__ == "__main__":
    main()
