#!/usr/bin/env python3
"""Makes Templates/plots/style.svg, the style of plots that stand alone, from Templates/assets/plots.css.

Drawing programs and slides know no custom properties, so colours are written out; the dark scheme repeats the rules
that have colours. Run from the top of the repository:

    python3 Tests/Scripts/plot_style.py > Templates/plots/style.svg
"""

import re

DARK = {
    "ink": "#e6ebf0", "muted": "#a7b2bd", "paper": "#12171d", "line": "#333d47", "line-strong": "#5a6672",
    "accent": "#74b3ee", "link": "#8dc1f2", "mark": "#c9d3dd", "shown": "#95a1ad",
    "subgroup": "#4b86bb", "warm": "#f0a06a", "contour-outer": "#2a333d", "contour-middle": "#1f272f",
    "person": "#46525e",
}
VARIABLE = re.compile(r"var\(--plot-([a-z-]+), (#[0-9a-f]{6})\)")
RULE = re.compile(r"^(\.plot[^{]*)\{([^}]*)\}$", re.M)


def main():
    css = open("Templates/assets/plots.css").read().split("/* Only within a page")[0]
    css = re.sub(r"/\*.*?\*/\n?", "", css, flags=re.S)
    screen, marker, media = css.partition("@media print")
    missing = {name for name, _ in VARIABLE.findall(css)} - DARK.keys()
    if missing:
        raise SystemExit(f"no dark colour for {sorted(missing)}")
    dark = []
    for selector, body in RULE.findall(screen):
        coloured = [d.strip() for d in body.split(";") if "var(" in d]
        if coloured:
            text = "; ".join(VARIABLE.sub(lambda m: DARK[m[1]], d) for d in coloured)
            dark.append(f"  {selector}{{ {text}; }}")
    light = VARIABLE.sub(lambda m: m[2], screen).strip()
    light = re.sub(r"\n\n+", "\n", light)
    alone = light + "\n@media screen and (prefers-color-scheme: dark) {\n" + "\n".join(dark) + "\n}\n" + (marker + media).strip()
    print("{#- Made by Tests/Scripts/plot_style.py from assets/plots.css; edit that instead. -#}")
    print("<style>")
    print(tight(alone))
    print("</style>")


def tight(sheet):
    """Every file that stands alone carries the style, so its declarations are written without spaces."""
    sheet = re.sub(r"\{ ([^{}]*?);? \}", lambda m: "{" + m[1].replace(": ", ":").replace("; ", ";") + "}", sheet)
    return re.sub(r"^ +", "", sheet, flags=re.M)


main()
