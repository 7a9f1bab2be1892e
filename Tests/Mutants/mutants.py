#!/usr/bin/env python3
"""Shows that the tests notice mistakes: applies each patch to a copy of the sources and expects a test to fail.

    python3 Tests/Mutants/mutants.py [NAME…]

A mutant is NAME.patch beside this file. Its lines before the first "diff" say what a reader would be told wrongly, and
"test: FILTER" which tests have to fail. The copy, and what is built of it, stays in .build-mutants, so that a mutant costs
only what it changes. What is not committed is part of the copy too.
"""
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = ROOT / ".build-mutants"
COPY = BUILD / "copy"


def run(*command, folder=COPY, text=None):
    return subprocess.run(command, cwd=folder, input=text, text=True, capture_output=True)


def copy_sources():
    """Makes the copy equal to the files that git knows or would add, touching only those that differ."""
    listing = run("git", "ls-files", "--cached", "--others", "--exclude-standard", folder=ROOT)
    wanted = {name for name in listing.stdout.splitlines() if (ROOT / name).is_file()}
    for name in wanted:
        source, target = ROOT / name, COPY / name
        data = source.read_bytes()
        if not target.is_file() or target.read_bytes() != data:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            target.chmod(source.stat().st_mode)
    for path in COPY.rglob("*"):
        name = str(path.relative_to(COPY))
        if path.is_file() and not name.startswith(".git/") and name not in wanted:
            path.unlink()


def swift(*arguments):
    return run("swift", *arguments, "--scratch-path", str(BUILD / "build"))


def failures(output):
    """The names of the tests that failed, as Swift Testing prints them."""
    found = re.findall(r"^✘ Test (?:case passing .*? to )?(.+?) (?:recorded an issue|failed after|with \d+ test cases? failed)", output, re.M)
    return sorted({name.split(" with ")[0] for name in found if not name.startswith("run ")})


def parse(path):
    text = path.read_text()
    head, _, rest = text.partition("\ndiff ")
    fields = dict(re.findall(r"^(\w+): (.+)$", head, re.M))
    if "test" not in fields or not rest:
        raise SystemExit(f"{path.name}: there is no 'test: FILTER' before the patch")
    return head.splitlines()[0], fields["test"], "diff " + rest


def check(path):
    """Whether the tests notice the mutant."""
    title, tests, patch = parse(path)
    copy_sources()
    applied = run("git", "apply", "--whitespace=nowarn", "-", text=patch)
    if applied.returncode != 0:
        print(f"✘ {path.stem}: the patch does not fit any more\n{applied.stderr}")
        return False
    built = swift("build", "--build-tests")
    if built.returncode != 0:
        errors = "\n".join(line for line in (built.stdout + built.stderr).splitlines() if "error:" in line)
        print(f"✘ {path.stem}: does not compile\n{errors}")
        return False
    result = swift("test", "--skip-build", "--filter", tests)
    names = failures(result.stdout + result.stderr)
    if result.returncode == 0 or not names:
        print(f"✘ {path.stem} survives: {title}")
        return False
    print(f"✔ {path.stem}: {title}\n    noticed by {', '.join(names[:3])}" + (f" and {len(names) - 3} more" if len(names) > 3 else ""))
    return True


def main():
    names = sys.argv[1:]
    paths = [HERE / f"{name}.patch" for name in names] if names else sorted(HERE.glob("*.patch"))
    for path in paths:
        if not path.is_file():
            raise SystemExit(f"there is no mutant '{path.stem}'; the mutants are {', '.join(p.stem for p in sorted(HERE.glob('*.patch')))}")
    COPY.mkdir(parents=True, exist_ok=True)
    # Without a repository of its own, git would apply the patch relative to the one around.
    if not (COPY / ".git").exists():
        run("git", "init", "--quiet")
    survived = [path.stem for path in paths if not check(path)]
    sys.stdout.flush()
    print(f"{len(paths) - len(survived)} of {len(paths)} mutants noticed")
    sys.exit(1 if survived else 0)


if __name__ == "__main__":
    main()
