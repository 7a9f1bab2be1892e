#!/usr/bin/env python3
"""Measures every text of every plot of a built site, as Chromium draws it.

A fault is a text that touches another, leaves its plot, or is smaller than 9 pixels; a plot wider than the page; a page
that scrolls sideways. Looked at on a desk (1280 pixels wide), a tablet (768) and a phone (390), with everything opened.

    .build/release/atlas build
    python3 Tests/Browser/check_plots.py Public [--widths 390,768,1280] [--chromium /usr/bin/chromium]
"""

import argparse
import pathlib
import shutil
import sys

from playwright.sync_api import sync_playwright

SMALLEST = 9

# Heights come from the size of the type: the box that the browser gives has the leading in it.
MEASURE = """
smallest => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const faults = [], seen = {plots: 0, texts: 0};
  for (const plot of document.querySelectorAll('svg.plot')) {
    const frame = plot.getBoundingClientRect();
    if (!frame.width) continue;
    seen.plots += 1;
    const scale = frame.width / plot.viewBox.baseVal.width;
    const name = (plot.getAttribute('aria-label') || '').slice(0, 50);
    const scrolls = plot.closest('.plot-wide') && getComputedStyle(plot.parentElement).overflowX === 'auto';
    if (!scrolls && (frame.left < -0.5 || frame.right > innerWidth + 0.5))
      faults.push([name, 'plot outside the page', '', frame.left, frame.right]);
    const texts = [];
    for (const text of plot.querySelectorAll('text')) {
      const box = text.getBoundingClientRect(), size = parseFloat(getComputedStyle(text).fontSize) * scale;
      if (!box.width) continue;
      const baseline = text.getScreenCTM().f + text.y.baseVal[0].value * text.getScreenCTM().d;
      texts.push({l: box.left, r: box.right, t: baseline - 0.74 * size, b: baseline + 0.22 * size, s: size,
                  x: text.lastChild.data.slice(0, 40)});
    }
    seen.texts += texts.length;
    for (const [i, a] of texts.entries()) {
      if (a.s < smallest - 0.005) faults.push([name, 'small', a.x, a.s]);
      if (a.l < frame.left - 0.5 || a.r > frame.right + 0.5 || a.t < frame.top - 0.5 || a.b > frame.bottom + 0.5)
        faults.push([name, 'outside the plot', a.x]);
      for (const b of texts.slice(i + 1))
        if (Math.min(a.r, b.r) - Math.max(a.l, b.l) > 0.1 && Math.min(a.b, b.b) - Math.max(a.t, b.t) > 0.1)
          faults.push([name, 'overlap', a.x, b.x]);
    }
  }
  if (document.documentElement.scrollWidth > innerWidth)
    faults.push(['', 'the page scrolls sideways', '', document.documentElement.scrollWidth]);
  return {seen, faults};
}
"""


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("site", type=pathlib.Path)
    options.add_argument("--widths", default="390,768,1280")
    options.add_argument("--chromium", default=shutil.which("chromium"))
    options = options.parse_args()
    pages = [path for path in sorted(options.site.rglob("*.html")) if b'class="plot ' in path.read_bytes()]
    if not pages:
        sys.exit(f"no page with a plot in {options.site}")
    found = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=options.chromium, args=["--no-sandbox"])
        for width in map(int, options.widths.split(",")):
            view = browser.new_page(viewport={"width": width, "height": 900})
            plots = texts = 0
            for path in pages:
                view.goto(path.resolve().as_uri())
                result = view.evaluate(MEASURE, SMALLEST)
                plots += result["seen"]["plots"]
                texts += result["seen"]["texts"]
                for fault in result["faults"]:
                    found += 1
                    print(f"{path.relative_to(options.site)} at {width}:", *fault, sep="  ")
            print(f"{width} pixels: {len(pages)} pages, {plots} plots, {texts} texts")
            view.close()
        browser.close()
    print(f"{found} faults")
    sys.exit(1 if found else 0)


main()
