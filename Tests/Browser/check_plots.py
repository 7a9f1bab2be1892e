#!/usr/bin/env python3
"""Measures every text of every plot, as browsers draw it: in the pages of a built site, alone in a file, in hostile tables.

A fault is a text that touches another, leaves its plot, or is smaller than 9 pixels; a plot wider than the page; a page
that scrolls sideways. Looked at on a desk (1280 pixels wide), a tablet (768) and a phone (390), with everything opened.
Drawings that stand alone are looked at on the desk and the phone, their type at its natural size. They may hold nothing
but a drawing, ask for no other file, have a title, and with 20 studies or fewer are smaller than 30 000 bytes. A drawing without a
style of its own, as the goldens have them, is meant for a page and only its texts are measured.

    .build/release/atlas build
    python3 Tests/Browser/check_plots.py Public [--widths 390,768,1280] [--browsers chromium,firefox]
    python3 Tests/Browser/check_plots.py Tests/SiteTests/Goldens/plots
    python3 Tests/Browser/check_plots.py --tables .build/release/atlas [--keep /tmp/tables]
    python3 Tests/Browser/check_plots.py Public --font 'DejaVu Sans' [--tolerance 2]

The first takes a site, or any folder of drawings; the second draws the tables of hostile_tables.py with that program; the
third tells how bad the plots are in another font, and never fails. With --pictures FOLDER, a picture of all that is faulty.
The browser webkit needs webkit2gtk-driver and xvfb; without hints of a desktop, it rounds the width of every letter.
"""

import argparse
import pathlib
import re
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree

import browsers
import hostile_tables

SMALLEST = 9
LARGEST_FILE, MOST_STUDIES = 30_000, 20
WORST = 10
ELEMENTS = {"svg", "title", "desc", "style", "g", "rect", "line", "path", "circle", "text"}
NAMELESS = re.compile(r"\s*(Group:\s*)?$|\s*:")

# Heights come from the size of the type: the box that the browser gives has the leading in it. The last of a fault is by how
# many pixels it is one, sideways where that can be.
MEASURE = """
({smallest, font, tolerance}) => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const alone = document.documentElement.matches('svg.plot'), part = alone && !document.querySelector('style');
  const faults = [], seen = {plots: 0, texts: 0};
  for (const plot of document.querySelectorAll('svg.plot')) {
    if (font) plot.style.fontFamily = `'${font}'`;
    const frame = plot.getBoundingClientRect();
    if (!frame.width) continue;
    seen.plots += 1;
    const scale = frame.width / plot.viewBox.baseVal.width;
    const fault = (kind, text, by) => faults.push([kind, text, by, (plot.getAttribute('aria-label') || '').slice(0, 50)]);
    const scrolls = !alone && getComputedStyle(plot.parentElement).overflowX === 'auto';
    const over = Math.max(-frame.left, frame.right - innerWidth);
    if (!scrolls && !part && over > 0.5) fault('plot outside the page', '', over);
    const texts = [];
    for (const text of plot.querySelectorAll('text')) {
      const box = text.getBoundingClientRect(), size = parseFloat(getComputedStyle(text).fontSize) * scale;
      if (!box.width) continue;
      const baseline = text.getScreenCTM().f + text.y.baseVal[0].value * text.getScreenCTM().d;
      texts.push({l: box.left, r: box.right, t: baseline - 0.74 * size, b: baseline + 0.22 * size,
                  s: alone ? size / scale : size, x: text.lastChild.data.slice(0, 40)});
    }
    seen.texts += texts.length;
    for (const [i, a] of texts.entries()) {
      if (a.s < smallest - 0.005) fault('small', a.x, smallest - a.s);
      const out = Math.max(frame.left - a.l, a.r - frame.right, frame.top - a.t, a.b - frame.bottom);
      if (out > 0.5 + tolerance) fault('outside the plot', a.x, out);
      for (const b of texts.slice(i + 1)) {
        const wide = Math.min(a.r, b.r) - Math.max(a.l, b.l), high = Math.min(a.b, b.b) - Math.max(a.t, b.t);
        if (wide > 0.1 + tolerance && high > 0.1) fault('overlap', `${a.x} | ${b.x}`, wide);
      }
    }
  }
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0 && !part) faults.push(['the page scrolls sideways', '', wide, '']);
  return {seen, faults};
}
"""


def drawing_faults(path, largest):
    """What is wrong with the file of a drawing, whatever a browser makes of it."""
    text = path.read_bytes()
    if b"<style>" not in text:
        return []
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        return [f"not well-formed: {error}"]
    faults = []
    for element in root.iter():
        name = element.tag.removeprefix("{http://www.w3.org/2000/svg}")
        if name not in ELEMENTS:
            faults.append(f"element: {name}")
        values = list(element.attrib.items()) + ([("style", element.text or "")] if name == "style" else [])
        for attribute, value in values:
            attribute = attribute.split("}")[-1]
            if attribute.startswith("on") or (attribute in ("href", "src") and not value.startswith("#")):
                faults.append(f"reference: {attribute}={value[:60]}")
            faults += [f"reference: {found}" for found in re.findall(r"@import.{,40}|url\(\s*['\"]?[^#'\"\s].{,40}", value)]
        if name == "title" and NAMELESS.match(element.text or ""):
            faults.append(f"no name: {element.text or ''}")
    if root.find("{http://www.w3.org/2000/svg}title") is None:
        faults.append("no title")
    studies = len(re.findall(rb'<g class="plot-row-(?:study|shown)"', text))
    if len(text) >= largest and 0 < studies <= MOST_STUDIES:
        faults.append(f"large: {len(text)} bytes for {studies} studies")
    return faults


class Run:
    """What all measurements share: the folder, the options, and what was found."""

    def __init__(self, folder, options):
        self.folder, self.options, self.faults = folder, options, []
        self.argument = {"smallest": SMALLEST, "font": options.font, "tolerance": options.tolerance if options.font else 0}

    def note(self, path, where, kind, details="", by=0):
        line = f"{path.relative_to(self.folder)}{where}: {kind}{details}"
        self.faults.append((by, kind, line))
        if not self.options.font:
            print(line, flush=True)

    def files(self, pattern):
        return [path for path in sorted(self.folder.rglob(pattern)) if b'class="plot ' in path.read_bytes()]

    def measure(self, browser, name, width, paths):
        start, plots, texts = time.monotonic(), 0, 0
        for path in paths:
            browser.open(path.resolve().as_uri(), width)
            result = browser.evaluate(MEASURE, self.argument)
            plots += result["seen"]["plots"]
            texts += result["seen"]["texts"]
            for kind, text, by, plot in result["faults"]:
                self.note(path, f" at {width} in {name}", kind, f"  {text}  by {by:.1f}  {plot}", by)
            if result["faults"] and self.options.pictures:
                browser.screenshot(self.picture(path, width, name))
        print(f"{name}, {width} pixels: {len(paths)} files, {plots} plots, {texts} texts ({time.monotonic() - start:.0f} s)")

    def picture(self, path, width, name):
        self.options.pictures.mkdir(parents=True, exist_ok=True)
        file = "-".join(path.relative_to(self.folder).with_suffix("").parts)
        return self.options.pictures / f"{file}.{width}.{name}.png"

    def draw(self):
        for path, fault in hostile_tables.draw(self.options.tables, self.folder):
            if not self.options.font:
                self.note(path, "", fault)

    def everything(self):
        pages, drawings = self.files("*.html"), self.files("*.svg")
        if not pages and not drawings:
            sys.exit(f"no plot in {self.folder}")
        for path in drawings if not self.options.font else []:
            for fault in drawing_faults(path, sys.maxsize if self.options.tables else LARGEST_FILE):
                self.note(path, "", fault)
        widths = sorted(map(int, self.options.widths.split(",")))
        for name in self.options.browsers.split(","):
            with browsers.start(name) as browser:
                for width in widths:
                    alone = drawings if width in (widths[0], widths[-1]) else []
                    if pages or alone:
                        self.measure(browser, name, width, pages + alone)

    def report(self):
        """Says what was found, and whether it is bad."""
        if not self.options.font:
            print(f"{len(self.faults)} faults")
            return bool(self.faults)
        print(f"in {self.options.font}, by more than {self.options.tolerance:g} pixels: {len(self.faults)} faults")
        for kind in sorted({kind for _, kind, _ in self.faults}):
            lines = [line for _, other, line in sorted(self.faults, reverse=True) if other == kind]
            print(f"{len(lines)} {kind}; the worst:", *lines[:WORST], sep="\n  ")
        return False


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("site", type=pathlib.Path, nargs="?", help="the folder of the built site, or of drawings")
    options.add_argument("--tables", type=pathlib.Path, metavar="ATLAS", help="draw hostile tables with this program instead")
    options.add_argument("--keep", type=pathlib.Path, metavar="FOLDER", help="where the tables and their drawings stay")
    options.add_argument("--widths", default="390,768,1280")
    options.add_argument("--browsers", default="chromium", help="chromium, firefox and webkit, with commas (chromium)")
    options.add_argument("--font", help="draw all text in this font, and report only")
    options.add_argument("--tolerance", type=float, default=2, help="pixels that text in another font may be off (2)")
    options.add_argument("--pictures", type=pathlib.Path, metavar="FOLDER", help="where pictures of what is faulty go")
    parsed = options.parse_args()
    if bool(parsed.site) == bool(parsed.tables):
        options.error("give the folder of a site, or --tables")
    with tempfile.TemporaryDirectory() as temporary:
        run = Run(parsed.site or parsed.keep or pathlib.Path(temporary), parsed)
        if parsed.tables:
            run.draw()
        run.everything()
    sys.exit(1 if run.report() else 0)


main()
