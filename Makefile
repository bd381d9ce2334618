# Comunicado. One command each; everything lives in .venv/ and nothing outside the checkout is touched,
# except that as root on Debian missing system packages are installed.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup setup-test setup-bench run test bench screenshots lint format catalogues wheel clean

PYTHON := .venv/bin/python
SETUP := packaging/linux/setup.sh
CATALOGUES := $(PYTHON) packaging/i18n/catalogues.py

# Tests run in this many processes (a file stays together): make test WORKERS=0 for one, ARGS=tests/unit for some.
WORKERS ?= $(shell count=$$(nproc 2>/dev/null || echo 2); echo $$(( count > 4 ? 4 : count )))
ARGS ?=

help:  ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 22

setup:  ## Create .venv/ with the program and its tools, and compile the catalogues
	@$(SETUP) run

setup-test:  ## The same, with all that the tests need (PostgreSQL, LibreOffice Writer, poppler, Xvfb)
	@$(SETUP) test

setup-bench:  ## The same, with all that the benchmarks need (pandoc)
	@$(SETUP) bench

run: setup  ## Open the window; without a display say so and run the self-check
	@packaging/linux/run.sh

test: setup-test  ## Run all tests (WORKERS=0: one process; ARGS=...: for pytest)
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n $(WORKERS) --dist loadfile $(ARGS)

bench: setup-bench  ## Measure; prints medians and ratios
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.benchmarks $(ARGS)

screenshots: setup  ## Render every screen in both languages, light and dark
	QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.screenshots $(ARGS)

lint: setup  ## Style, types, layers, catalogues
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports
	$(CATALOGUES) check

format: setup  ## Format the sources
	$(PYTHON) -m ruff check --fix --exit-zero --quiet .
	$(PYTHON) -m ruff format .

catalogues: setup  ## Bring translations/ up to date with the sources, then compile
	$(CATALOGUES) update
	$(CATALOGUES) compile

wheel: setup  ## Build dist/*.whl
	$(PYTHON) -m pip wheel . --no-deps --quiet --wheel-dir dist

clean:  ## Remove what can be made again (not .venv/)
	rm -rf build dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find desktop tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
