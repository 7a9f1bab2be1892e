#!/usr/bin/env python3
"""Runs every analysis.R of a built site with R and metafor, and compares what it prints with what it says it will print.

    python3 Tests/Scripts/run_analyses.py Public

Exit status 0 if every line is the same, 1 if any differs. Without R or metafor it says so and ends with 0; with
--required that is a failure too.
"""
import argparse
import difflib
import pathlib
import shutil
import subprocess
import sys


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--required", action="store_true", help="fail where R or metafor is missing")
    options = parser.parse_args()
    check = ["Rscript", "-e", "suppressPackageStartupMessages(library(metafor)); cat(as.character(packageVersion('metafor')))"]
    found = subprocess.run(check, capture_output=True, text=True) if shutil.which("Rscript") else None
    if found is None or found.returncode != 0:
        print("R with metafor is missing, so no analysis.R was run (sh .ci/setup r installs it)")
        return 1 if options.required else 0
    scripts = sorted(options.site.glob("questions/*/*/analysis.R"))
    if not scripts:
        print(f"there is no analysis.R in {options.site}")
        return 1
    lines = wrong = 0
    for script in scripts:
        expected = [
            line.removeprefix("# expect ") for line in script.read_text("utf-8").splitlines() if line.startswith("# expect ")
        ]
        run = subprocess.run(["Rscript", script.name], cwd=script.parent, capture_output=True, text=True, timeout=120)
        printed = run.stdout.splitlines()
        lines += len(expected)
        if run.returncode != 0 or printed != expected or not expected:
            wrong += 1
            print(f"{script}: Rscript ended with {run.returncode}\n{run.stderr}", end="")
            print("\n".join(difflib.unified_diff(expected, printed, "expected", "printed", lineterm="")))
    print(f"{len(scripts)} scripts, {lines} lines, {wrong} scripts differ (metafor {found.stdout})")
    return 1 if wrong else 0


sys.exit(main())
