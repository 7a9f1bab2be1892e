#!/usr/bin/env python3
"""Asks Chromium whether any two texts of the sample plots touch, or leave the frame, as really drawn.

Once in the plots' own font, once in DejaVu Sans, the widest usual replacement, scaled to 12% wider than Arial.

    PLOT_SAMPLES=/tmp/plots swift test --filter SampleFilesTests
    python3 Tests/Scripts/plot_browser.py /tmp/plots
"""

import glob
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree

import jinja2

FOLDER = sys.argv[1]
engine = jinja2.Environment(
    loader=jinja2.FileSystemLoader("Templates"), autoescape=True, undefined=jinja2.StrictUndefined)
css = open("Templates/assets/plots.css").read()
SCRIPT = """
const faults = [];
for (const plot of document.querySelectorAll('svg.plot')) {
  const frame = plot.viewBox.baseVal, texts = [...plot.querySelectorAll('text')].map(t => {
    const b = t.getBBox(); return {l: b.x, r: b.x + b.width, y: +t.getAttribute('y'), s: +t.getAttribute('font-size'), t: t.lastChild.data};
  });
  for (const [i, a] of texts.entries()) {
    if (a.l < -0.5 || a.r > frame.width + 0.5) faults.push([plot.dataset.name, 'outside', a.t.slice(0, 40), a.l, a.r]);
    for (const b of texts.slice(i + 1)) {
      const high = Math.max(a.y - .91 * a.s, b.y - .91 * b.s), low = Math.min(a.y + .22 * a.s, b.y + .22 * b.s);
      if (low - high > 0.1 && Math.min(a.r, b.r) - Math.max(a.l, b.l) > 0.1)
        faults.push([plot.dataset.name, 'overlap', a.t.slice(0, 40), b.t.slice(0, 40)]);
    }
  }
}
document.body.innerHTML = '<pre id=result>' + JSON.stringify({texts: COUNT(), faults}).replace(/&/g, '&amp;').replace(/</g, '&lt;') + '</pre>';
"""
FONTS = {"own": "", "wide": ".plot { font-family: 'DejaVu Sans', sans-serif; }"}
bad = 0
for font, rule in FONTS.items():
    parts = []
    for path in sorted(glob.glob(f"{FOLDER}/*.json")):
        plot = json.load(open(path))
        svg = engine.get_template(f"plots/{plot['kind']}.svg").render(plot=plot)
        xml.etree.ElementTree.fromstring(svg)
        if plot["standalone"]:
            continue
        parts.append(svg.replace("<svg ", f'<svg data-name="{os.path.basename(path)[:-5]}" ', 1))
    page = f"{FOLDER}/browser.{font}.html"
    script = SCRIPT.replace("COUNT()", "document.querySelectorAll('svg.plot text').length")
    with open(page, "w") as file:
        file.write(f"<!doctype html><meta charset=utf-8><style>{css}{rule}</style>{''.join(parts)}<script>{script}</script>")
    dom = subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--dump-dom", "file://" + os.path.abspath(page)],
        check=True, capture_output=True, text=True).stdout
    text = re.search(r'<pre id="result">(.*?)</pre>', dom, re.S)[1]
    result = json.loads(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    print(f"{font} font: {result['texts']} texts, {len(result['faults'])} faults")
    for fault in result["faults"][:40]:
        print("  ", fault)
    bad += len(result["faults"]) if font == "own" else 0
sys.exit(1 if bad else 0)
