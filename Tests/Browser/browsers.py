"""Three browsers behind one small interface: open an address at a width, evaluate a script there, take a picture.

    with browsers.start("firefox") as browser:
        browser.open("file:///tmp/site/index.html", 390)
        title = browser.evaluate("length => document.title.slice(0, length)", 20)
        browser.screenshot("/tmp/page.png")

Chromium is driven by Playwright and Firefox over WebDriver BiDi, so that both are as narrow as asked for. WebKit is driven
by WebKitWebDriver on a display of its own; its window cannot be as narrow as a phone, so that a frame in it is the page.
"""

import base64
import contextlib
import glob
import json
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

HEIGHT = 900


def start(name):
    """A browser that is running: chromium, firefox or webkit."""
    return {"chromium": Chromium, "firefox": Firefox, "webkit": WebKit}[name]()


class Browser(contextlib.ExitStack):
    """What is common to all: leaving the context ends everything that was started."""

    def __init__(self):
        super().__init__()
        try:
            self.start()
        except BaseException:
            self.close()
            raise

    def folder(self):
        return pathlib.Path(self.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))

    def process(self, *command, **options):
        process = subprocess.Popen(list(map(str, command)), stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
        self.callback(process.wait)
        self.callback(process.terminate)
        return process


class Chromium(Browser):
    def start(self):
        from playwright.sync_api import sync_playwright

        playwright = self.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=installed("chromium", "chromium-browser"), args=["--no-sandbox"])
        self.callback(browser.close)
        self.page = browser.new_page()

    def open(self, address, width):
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
        self.page.goto(address)

    def evaluate(self, script, argument=None):
        return self.page.evaluate(script, argument)

    def screenshot(self, path):
        self.page.screenshot(path=path)


class Firefox(Browser):
    def start(self):
        import websocket

        profile = self.folder()
        self.process(installed("firefox-esr", "firefox"), "--headless", "--no-remote", "--profile", profile,
                     "--remote-debugging-port", "0", stdout=subprocess.DEVNULL)
        listening = profile / "WebDriverBiDiServer.json"
        address = wait_for(lambda: json.loads(listening.read_text()), "Firefox")
        self.socket = websocket.create_connection(
            f"ws://{address['ws_host']}:{address['ws_port']}/session", timeout=60, suppress_origin=True)
        self.callback(self.socket.close)
        self.sent = 0
        self.command("session.new", capabilities={})
        self.context = self.command("browsingContext.create", type="tab")["context"]

    def command(self, method, **parameters):
        self.sent += 1
        self.socket.send(json.dumps({"id": self.sent, "method": method, "params": parameters}))
        answer = {}
        while answer.get("id") != self.sent:
            answer = json.loads(self.socket.recv())
        if answer["type"] == "error":
            raise RuntimeError(f"Firefox: {method}: {answer['message']}")
        return answer["result"]

    def open(self, address, width):
        self.command("browsingContext.setViewport", context=self.context, viewport={"width": width, "height": HEIGHT})
        self.command("browsingContext.navigate", context=self.context, url=address, wait="complete")

    def evaluate(self, script, argument=None):
        answer = self.command("script.evaluate", expression=as_json(script, argument), target={"context": self.context},
                              awaitPromise=False)
        if answer["type"] == "exception":
            raise RuntimeError(f"Firefox: {answer['exceptionDetails']['text']}")
        return json.loads(answer["result"]["value"])

    def screenshot(self, path):
        picture = self.command("browsingContext.captureScreenshot", context=self.context)["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(picture))


class WebKit(Browser):
    LOAD = """
        const [address, width, done] = arguments, frame = document.querySelector('iframe');
        frame.style.width = width + 'px';
        frame.onload = () => done();
        frame.src = address;
    """

    def start(self):
        display = self.process("Xvfb", "-displayfd", "1", "-screen", "0", "3200x2400x24", stdout=subprocess.PIPE, text=True)
        number = display.stdout.readline().strip()
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.process("WebKitWebDriver", f"--port={port}", stdout=subprocess.DEVNULL,
                     env={"DISPLAY": f":{number}", "HOME": self.folder(), "PATH": "/usr/bin:/bin", "GDK_SCALE": "2"})
        self.base = f"http://127.0.0.1:{port}"
        wait_for(lambda: self.command("GET", "/status"), "WebKitWebDriver")
        self.base += "/session/" + self.command("POST", "/session", self.capabilities())["sessionId"]
        self.callback(self.command, "DELETE", "")
        self.command("POST", "/window/rect", {"width": 1500, "height": HEIGHT + 200})
        page = self.folder() / "frame.html"
        page.write_text(f'<!doctype html><iframe style="border:0;height:{HEIGHT}px"></iframe>')
        self.command("POST", "/url", {"url": page.as_uri()})

    @staticmethod
    def capabilities():
        [program] = glob.glob("/usr/lib/*/webkit2gtk-4.1/MiniBrowser")
        options = {"binary": program, "args": ["--automation"]}
        return {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}

    def command(self, method, path, body=None):
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"WebKit: {path}: {json.load(error)['value']['message']}") from None

    def open(self, address, width):
        self.command("POST", "/frame", {"id": None})
        self.command("POST", "/execute/async", {"script": self.LOAD, "args": [address, width]})
        self.command("POST", "/frame", {"id": 0})

    def evaluate(self, script, argument=None):
        return json.loads(self.command("POST", "/execute/sync", {"script": "return " + as_json(script, argument), "args": []}))

    def screenshot(self, path):
        pathlib.Path(path).write_bytes(base64.b64decode(self.command("GET", "/screenshot")))


def installed(*names):
    """The path of the first of the programs that there is."""
    for name in names:
        if path := shutil.which(name):
            return path
    raise FileNotFoundError(f"{names[0]} is missing; sh .ci/setup browser installs it")


def as_json(script, argument):
    """A script that gives the value of another as text."""
    return f"JSON.stringify(({script.strip()})({json.dumps(argument)}) ?? null)"


def wait_for(value, name):
    """The value, as soon as getting it does not fail any more."""
    for _ in range(300):
        try:
            return value()
        except (OSError, ValueError):
            time.sleep(0.1)
    raise TimeoutError(f"{name} did not start")
