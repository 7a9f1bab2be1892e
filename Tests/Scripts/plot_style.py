#!/usr/bin/env python3
"""Makes Templates/plots/style.svg, the style of plots that stand alone, from Templates/assets/plots.css.

Drawing programs and slides know no custom properties, so colours are written out; the dark scheme repeats the rules
that have colours. A file carries only the rules of its kind of plot: in plots.css the heading of a section names the
kinds that use it, "/* People (icons) */"; a section that names none is for all. Run from the top of the repository:

    python3 Tests/Scripts/plot_style.py > Templates/plots/style.svg
"""

import re

DARK = {
    "ink": "#e6ebf0", "muted": "#a7b2bd", "paper": "#12171d", "line": "#333d47", "line-strong": "#6b7783",
    "accent": "#74b3ee", "link": "#8dc1f2", "mark": "#c9d3dd", "shown": "#95a1ad",
    "subgroup": "#4b86bb", "warm": "#f0a06a", "contour-last": "#36414d", "contour-outer": "#2a333d", "contour-middle": "#1f272f",
    "person": "#46525e", "bar": "#2c4f70",
}
VARIABLE = re.compile(r"var\(--plot-([a-z-]+), (#[0-9a-f]{6})\)")
RULE = re.compile(r"^ *(\.plot[^{]*?) *\{([^}]*)\}$", re.M)
SECTION = re.compile(r"^/\* [^*\n(.]*(?:\(([a-z, -]+)\))? \*/$", re.M)
CLASS = re.compile(r"\.plot-[a-z-]+")


def main():
    css = open("Templates/assets/plots.css").read().split("/* Only within a page")[0]
    css = css.split("*/\n", 1)[1]
    missing = {name for name, _ in VARIABLE.findall(css)} - DARK.keys()
    if missing:
        raise SystemExit(f"no dark colour for {sorted(missing)}")
    screen, _, rest = css.partition("@media print {")
    printed, _, forced = rest.partition("@media (forced-colors: active) {")
    sections = sections_of(screen)
    owner = {name: kinds for kinds, text in sections for selector, _ in RULE.findall(text) for name in CLASS.findall(selector)}
    print("{#- Made by Tests/Scripts/plot_style.py from assets/plots.css; edit that instead. -#}")
    print("<style>")
    for kinds in dict.fromkeys(kinds for kinds, _ in sections):
        light = RULE.findall("".join(text for owned, text in sections if owned == kinds))
        blocks = sheet("", [(selector, VARIABLE.sub(lambda m: m[2], body)) for selector, body in light])
        blocks += sheet("@media screen and (prefers-color-scheme: dark)", dark(light))
        blocks += sheet("@media print", of_kinds(RULE.findall(printed), kinds, owner))
        blocks += sheet("@media (forced-colors: active)", of_kinds(RULE.findall(forced), kinds, owner))
        if kinds:
            names = ", ".join(f'"{kind}"' for kind in kinds)
            print("{%- if plot.kind in [" + names + "] %}\n" + "\n".join(blocks) + "\n{%- endif %}")
        else:
            print("\n".join(blocks))
    print("</style>")


def sections_of(screen):
    """The kinds of each section, none for all, and its text."""
    marks = list(SECTION.finditer(screen))
    found = [((), screen[:marks[0].start()])]
    for mark, following in zip(marks, marks[1:] + [None]):
        kinds = tuple(mark[1].split(", ")) if mark[1] else ()
        found.append((kinds, screen[mark.end():following.start() if following else len(screen)]))
    return found


def dark(rules):
    found = []
    for selector, body in rules:
        coloured = [part.strip() for part in body.split(";") if "var(" in part]
        if coloured:
            found.append((selector, "; ".join(VARIABLE.sub(lambda m: DARK[m[1]], part) for part in coloured)))
    return found


def of_kinds(rules, kinds, owner):
    """The rules with those of their selectors whose classes belong to the sections of these kinds."""
    found = []
    for selector, body in rules:
        kept = [one.strip() for one in selector.split(",") if owner_of(one, owner) == kinds]
        if kept:
            found.append((", ".join(kept), body))
    return found


def owner_of(selector, owner):
    owners = {owner.get(name, ()) for name in CLASS.findall(selector)} - {()}
    return owners.pop() if owners else ()


def sheet(media, rules):
    """Every file that stands alone carries the style, so it is written without spaces that mean nothing."""
    lines = [
        selector.replace(", ", ",") + "{" + body.strip().strip(";").replace(": ", ":").replace("; ", ";") + "}"
        for selector, body in rules
    ]
    if not lines or not media:
        return lines
    return [media + "{"] + lines + ["}"]


main()
