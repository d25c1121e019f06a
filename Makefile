# Two commands on a fresh machine: `make report` and `make test`. They need Python 3.11 or newer, with pip and venv;
# uv is used when it is there.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PAGE := build/south-caucasus.html

.PHONY: report test lint bench docs chromium clean

report: $(VENV)/.installed
	@mkdir -p $(dir $(PAGE))
	@$(BIN)/detente report examples/south-caucasus --out $(PAGE) >/dev/null
	@echo "The report is in $(PAGE): open it in any browser."

test: $(VENV)/.installed-test chromium lint
	$(BIN)/pytest --numprocesses=auto --dist=loadgroup

lint: $(VENV)/.installed-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: $(VENV)/.installed-test
	$(BIN)/pytest benchmarks --benchmark-columns=min,median,max,rounds

docs: $(VENV)/.installed-test
	$(BIN)/sphinx-build --quiet -W -b html docs build/docs
	@echo "The documentation is in build/docs/index.html"

chromium:
	@if ! command -v chromium >/dev/null; then \
		if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
			echo "Installing chromium for the browser tests"; \
			{ apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-core; } \
				>/dev/null 2>&1 || echo "chromium could not be installed"; \
		else \
			echo "chromium is not installed; as root: apt-get install chromium fonts-noto-core"; \
		fi; \
	fi

$(VENV)/.made:
	@if [ -z "$(PYTHON)" ]; then echo "Detente needs Python 3.11 or newer; none was found." >&2; exit 1; fi
	@if command -v uv >/dev/null; then uv venv --quiet --python $(PYTHON) $(VENV); \
		else $(PYTHON) -m venv $(VENV); fi
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml
	@echo "Installing Detente"
	@if command -v uv >/dev/null; then uv pip install --quiet --python $(BIN)/python -e .; \
		else $(BIN)/python -m pip install --quiet --disable-pip-version-check -e .; fi
	@touch $@

$(VENV)/.installed-test: $(VENV)/.made pyproject.toml
	@echo "Installing Detente and what its tests need"
	@if command -v uv >/dev/null; then uv pip install --quiet --python $(BIN)/python -e '.[test,docs]'; \
		else $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test,docs]'; fi
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) build
