# Two commands on a fresh machine: `make report` and `make test`. They need Python 3.11 or newer, with pip and venv;
# uv is used when it is there.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
LOWEST := .venv-lowest
PAGE := build/south-caucasus.html
VERSION := $(shell sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
VSIX := build/detente-vscode-$(VERSION).vsix
MODULES := editors/vscode/node_modules/.package-lock.json
CODE := build/code

.PHONY: report test quick test-lowest coverage lint bench fuzz docs changelog vscode code chromium libreoffice neovim \
	extension clean

report: $(VENV)/.installed
	@mkdir -p $(dir $(PAGE))
	@$(BIN)/detente report examples/south-caucasus --out $(PAGE) >/dev/null
	@echo "The report is in $(PAGE): open it in any browser."

test: $(VENV)/.installed-test chromium libreoffice neovim extension lint
	$(BIN)/pytest --numprocesses=auto --dist=loadfile

# While writing: formatting, types and import rules, and of the tests those in the middle of the house: every lens runs
# every kernel. One process, for a second one would only collect the tests again.
BEYOND_QUICK := browser casefile cli docs exports flagship fuzz methods office report workbench

quick: lint
	HYPOTHESIS_PROFILE=quick $(BIN)/pytest -q -m "not slow" $(addprefix --ignore=tests/,$(BEYOND_QUICK))
	@echo "Left out: the tests of $(BEYOND_QUICK), what is marked slow, and all but five cases of a law."

# The core of the tests with exactly the oldest release of each dependency that pyproject.toml allows, on the oldest
# Python: those releases have no builds for the newest. The core leaves out what needs a browser and documentation, which
# need more than the dependencies, and the twins of kernels, which are pure arithmetic; lenses and catalogue run every
# kernel.
OLDEST := $(shell for p in python3.11 python3.12 python3; do command -v $$p >/dev/null && \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 13))' && echo $$p && break; done)
BEYOND_CORE := $(addprefix --ignore=tests/,architecture browser docs fuzz methods office workbench/web)

ifeq ($(OLDEST),)
test-lowest:
	@echo "The oldest releases were not tried: they need Python 3.11 or 3.12, and neither was found." >&2
else
test-lowest: $(LOWEST)/.installed
	$(LOWEST)/bin/pytest --numprocesses=auto --dist=loadfile $(BEYOND_CORE)
endif

# Which lines run. Programs of their own and mutants of cases are left out, since they run nothing else, and a law needs
# few cases for that. From Python 3.12 on the interpreter itself tells of the lines, which costs next to nothing.
coverage: $(VENV)/.installed-test
	@monitor=$$($(BIN)/python -c 'import sys; print("sysmon" if sys.version_info >= (3, 12) else "ctrace")'); \
	COVERAGE_CORE=$$monitor HYPOTHESIS_PROFILE=quick $(BIN)/pytest -q -m "not slow" --numprocesses=auto --dist=loadfile \
		--cov --cov-report=term $(addprefix --ignore=tests/,architecture browser fuzz office)

lint: $(VENV)/.installed-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

bench: $(VENV)/.installed-test
	@mkdir -p build
	$(BIN)/pytest benchmarks --benchmark-columns=min,median,max,rounds --benchmark-json=build/benchmarks.json
	@mv build/benchmarks.json docs/benchmarks.json

fuzz: $(VENV)/.installed-test
	$(BIN)/python -m tests.fuzz --seconds 600

docs: $(VENV)/.installed-test
	$(BIN)/python -m docs.generate
	$(BIN)/sphinx-build --quiet -W -b html docs build/docs
	@echo "The documentation is in build/docs/index.html"

changelog: $(VENV)/.installed-test
	$(BIN)/python -m docs.generate.changes

vscode: $(VSIX)
	@echo "The extension is in $(VSIX): code --install-extension $(VSIX)"

$(VSIX): $(wildcard editors/vscode/*.*) LICENSE $(MODULES)
	@mkdir -p build
	@cd editors/vscode && npm run --silent package -- --out ../../build/ >/dev/null

$(MODULES): editors/vscode/package-lock.json
	@cd editors/vscode && npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

# VS Code itself, with the extension and without a window: an open build of it from npm, which is made for Node 20. It is
# 300 MB, so only the night has it.
code: $(VENV)/.installed-test $(VSIX) $(CODE)/.installed chromium
	$(BIN)/pytest tests/workbench/vscode/in_code.py

$(CODE)/.installed:
	@echo "Installing VS Code"
	@npm install --prefix $(CODE) --ignore-scripts --no-package-lock --no-audit --no-fund --silent code-server@4.100.3
	@cd $(CODE)/node_modules/code-server/lib/vscode && ln -sfn node_modules node_modules.asar && \
		npm install --ignore-scripts --omit=dev --no-audit --no-fund --silent
	@touch $@

# What 'make test' tries of the extension; its tests say so aloud where it is not there.
extension:
	@if command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'; then \
		$(MAKE) --silent --no-print-directory $(VSIX) || echo "The extension for VS Code could not be built"; \
	else \
		echo "The extension for VS Code is not built: that needs npm, and Node 20 or newer"; \
	fi

chromium: PACKAGES := chromium fonts-noto-core
chromium:
	@$(call installed,chromium,the browser tests)

libreoffice: PACKAGES := libreoffice-writer-nogui
libreoffice:
	@$(call installed,soffice,the tests of Word documents)

neovim: PACKAGES := neovim
neovim:
	@$(call installed,nvim,the tests of the language server in an editor)

# Install what a program comes with, where that can be done, and go on without it where not: its tests say so aloud.
define installed
if ! command -v $(1) >/dev/null; then \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
		echo "Installing $@ for $(2)"; \
		{ apt-get update -qq && apt-get install -y -qq --no-install-recommends $(PACKAGES); } \
			>/dev/null 2>&1 || echo "$@ could not be installed"; \
	else \
		echo "$@ is not installed; as root: apt-get install $(PACKAGES)"; \
	fi; \
fi
endef

$(VENV)/.made:
	@if [ -z "$(PYTHON)" ]; then echo "Detente needs Python 3.11 or newer; none was found." >&2; exit 1; fi
	@if command -v uv >/dev/null; then uv venv --quiet --python $(PYTHON) $(VENV); \
		else $(PYTHON) -m venv $(VENV); fi
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml
	@echo "Installing Detente and what its documented commands need"
	@if command -v uv >/dev/null; then uv pip install --quiet --python $(BIN)/python -e '.[commands]'; \
		else $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[commands]'; fi
	@touch $@

$(VENV)/.installed-test: $(VENV)/.made pyproject.toml
	@echo "Installing Detente and what its tests need"
	@if command -v uv >/dev/null; then uv pip install --quiet --python $(BIN)/python -e '.[test,docs]'; \
		else $(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test,docs]'; fi
	@touch $@ $(VENV)/.installed

$(LOWEST)/.installed: pyproject.toml .ci/lowest.py
	@echo "Installing the oldest releases that Detente allows"
	@rm -rf $(LOWEST)
	@if command -v uv >/dev/null; then uv venv --quiet --python $(OLDEST) $(LOWEST); else $(OLDEST) -m venv $(LOWEST); fi
	@$(LOWEST)/bin/python .ci/lowest.py pyproject.toml > $(LOWEST)/oldest.txt
	@if command -v uv >/dev/null; then install="uv pip install --python $(LOWEST)/bin/python"; \
		else install="$(LOWEST)/bin/python -m pip install --disable-pip-version-check"; fi; \
		$$install --quiet --constraint $(LOWEST)/oldest.txt -e '.[test-core]'
	@touch $@

clean:
	rm -rf $(VENV) $(LOWEST) build editors/vscode/node_modules editors/vscode/dist editors/vscode/LICENSE
