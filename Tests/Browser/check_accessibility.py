#!/usr/bin/env python3
"""Checks what a screen reader is given of every plot in the pages of a built site, from Chromium's accessibility tree.

A plot has a name, and is an image or holds a list. Of the list come only items, each with one name, that of a link or an
image; all other text of the plot stays silent. Every row that is not hidden from sight has such a name: what the row is, and
the numbers printed in it. A pooled row says that it is pooled. Looked at on a desk and on a phone, with everything opened.

    python3 Tests/Browser/check_accessibility.py Public [--dump]

With --dump it prints the names, plot by plot, as they are read out. Exit status 1 when anything is wrong.
"""

import argparse
import pathlib
import re
import sys

import browsers

WIDTHS = (390, 1280)
# Opens everything; gives how many plots are in sight.
OPEN = """() => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  return [...document.querySelectorAll('svg.plot')].filter(plot => plot.getBoundingClientRect().width).length;
}"""
NUMBERS = {"plot-estimate", "plot-limits"}
SPOKEN = ("link", "image")


def classes(node):
    attributes = node.get("attributes", [])
    return dict(zip(attributes[::2], attributes[1::2])).get("class", "").split()


def elements(node):
    """The node of the document and all within it."""
    yield node
    for child in node.get("children", []):
        yield from elements(child)


def text_of(node):
    return "".join(part["nodeValue"] for part in elements(node) if part["nodeName"] == "#text")


class Tree:
    """The accessibility tree of a page, by the nodes of the document."""

    def __init__(self, nodes):
        self.by_id = {node["nodeId"]: node for node in nodes}
        self.by_element = {node["backendDOMNodeId"]: node for node in nodes if "backendDOMNodeId" in node}

    def of(self, element):
        """What is said of an element; nothing of one that is not displayed."""
        node = self.by_element.get(element["backendNodeId"])
        return node if node and not node["ignored"] else None

    def children(self, node):
        """What is within the node; of what is ignored, what is within that."""
        for child in (self.by_id[name] for name in node.get("childIds", []) if name in self.by_id):
            if child["ignored"]:
                yield from self.children(child)
            else:
                yield child


def role(node):
    return node.get("role", {}).get("value", "")


def name(node):
    return node.get("name", {}).get("value", "").strip()


def plot_faults(tree, plot, root):
    """What is wrong with the plot, and the names that it gives."""
    if not name(root):
        yield "a plot without a name"
    if role(root) == "image":
        return
    lists = list(tree.children(root))
    if [role(part) for part in lists] != ["list"]:
        yield f"within the plot, not one list: {[f'{role(part)} {name(part)}' for part in lists]}"
        return
    for item in tree.children(lists[0]):
        within = list(tree.children(item))
        if role(item) != "listitem" or len(within) != 1 or role(within[0]) not in SPOKEN or not name(within[0]):
            yield f"not an item with one name: {role(item)} {[f'{role(part)} {name(part)}' for part in within]}"
    for row in elements(plot):
        kind = next((name for name in classes(row) if name.startswith("plot-row-")), None)
        if kind:
            yield from row_faults(tree, row, kind)


def row_faults(tree, row, kind):
    spoken = spoken_of(tree, row)
    if not spoken:
        yield f"a row without a name: {kind} {text_of(row)[:60]}"
        return
    if kind == "plot-row-pooled" and "pooled" not in spoken.lower():
        yield f"a pooled row that does not say so: {spoken}"
    for element in elements(row):
        printed = re.findall(r"\d[\d.]*", text_of(element)) if NUMBERS.intersection(classes(element)) else []
        if missing := [number for number in printed if number not in spoken]:
            yield f"the name lacks {', '.join(missing)}: {spoken}"


def spoken_of(tree, row):
    """The name of the link or the image in the row."""
    item = tree.of(row)
    return next((name(part) for part in tree.children(item) if role(part) in SPOKEN), "") if item else ""


def check_page(browser, address, width):
    """The plots of a page that are in sight at the width: what each is called, its names, and its faults."""
    browser.open(address, width)
    in_sight = browser.evaluate(OPEN)
    tools = browser.page.context.new_cdp_session(browser.page)
    document = tools.send("DOM.getDocument", {"depth": -1})["root"]
    tree = Tree(tools.send("Accessibility.getFullAXTree")["nodes"])
    tools.detach()
    plots = [(plot, tree.of(plot)) for plot in elements(document) if "plot" in classes(plot) and tree.of(plot)]
    if len(plots) != in_sight:
        yield "", [], [f"{in_sight} plots in sight, {len(plots)} for a screen reader"]
    for plot, root in plots:
        rows = elements(plot) if role(root) != "image" else []
        names = [spoken_of(tree, row) for row in rows if any(name.startswith("plot-row-") for name in classes(row))]
        yield name(root), names, list(plot_faults(tree, plot, root))


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("site", type=pathlib.Path)
    options.add_argument("--dump", action="store_true", help="print the names")
    options = options.parse_args()
    pages = [path for path in sorted(options.site.rglob("*.html")) if b'class="plot ' in path.read_bytes()]
    if not pages:
        sys.exit(f"no page with a plot in {options.site}")
    found = 0
    with browsers.start("chromium") as browser:
        for width in WIDTHS:
            plots = rows = 0
            for path in pages:
                for title, names, faults in check_page(browser, path.resolve().as_uri(), width):
                    plots, rows, found = plots + 1, rows + len(names), found + len(faults)
                    where = f"{path.relative_to(options.site)} at {width}: {title}"
                    if options.dump:
                        print(where, *names, sep="\n    ")
                    for fault in faults:
                        print(f"{where}: {fault}")
            print(f"{width} pixels: {len(pages)} pages, {plots} plots, {rows} rows")
    print(f"{found} faults")
    sys.exit(1 if found else 0)


main()
