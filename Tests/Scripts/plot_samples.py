#!/usr/bin/env python3
"""Renders the sample plots with Jinja2, as SVG files and as one page, and takes pictures of them with Chromium.

    PLOT_SAMPLES=/tmp/plots swift test --filter SampleFilesTests
    python3 Tests/Scripts/plot_samples.py /tmp/plots
"""

import glob
import json
import os
import subprocess
import sys

import jinja2

FOLDER = sys.argv[1]
ONLY = sys.argv[2:]
TEMPLATES = "Templates"
engine = jinja2.Environment(
    loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined)
DARK = "".join(
    f"--plot-{name}:{value};" for name, value in {
        "ink": "#e6ebf0", "muted": "#a7b2bd", "paper": "#12171d", "line": "#333d47", "accent": "#74b3ee",
        "link": "#8dc1f2", "mark": "#c9d3dd", "shown": "#95a1ad", "subgroup": "#4b86bb", "line-strong": "#5a6672",
        "warm": "#f0a06a", "contour-outer": "#2a333d", "contour-middle": "#1f272f",
        "person": "#46525e"}.items())


def shoot(page, picture, width, height):
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--hide-scrollbars", "--force-device-scale-factor=2",
         f"--window-size={width},{height}", f"--screenshot={picture}", "file://" + os.path.abspath(page)],
        check=True, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


css = open(f"{TEMPLATES}/assets/plots.css").read()
for path in sorted(glob.glob(f"{FOLDER}/*.json")):
    name = os.path.basename(path)[:-5]
    if ONLY and not any(name.startswith(o) for o in ONLY):
        continue
    plot = json.load(open(path))
    svg = engine.get_template(f"plots/{plot['kind']}.svg").render(plot=plot)
    width, height = float(plot["width"]), float(plot["height"])
    if plot["standalone"]:
        open(f"{FOLDER}/{name}.svg", "w").write(svg)
        if ONLY:
            shoot(f"{FOLDER}/{name}.svg", f"{FOLDER}/{name}.png", int(width), int(height))
        continue
    for scheme in ("light", "dark") if ONLY else ("light",):
        style = f":root{{{DARK}}}body{{background:#12171d}}" if scheme == "dark" else ""
        page = f"{FOLDER}/{name}.{scheme}.html"
        margin = 16
        open(page, "w").write(
            f"<!doctype html><meta charset=utf-8><style>{css}body{{margin:{margin}px}}{style}</style>{svg}")
        shoot(page, f"{FOLDER}/{name}.{scheme}.png", max(500, int(width) + 2 * margin), min(int(height) + 2 * margin, 4000))
