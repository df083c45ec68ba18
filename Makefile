# Needs only Python 3.11+, make and git. Kept to what the make 3.81 of macOS understands.
# Overrides: PYTHON=python3.12  PORT=8080  BUILD_FLAGS=--strict  BENCH_FLAGS=--full
#            PYTEST_FLAGS='-k search'  LOCK_FLAGS=--upgrade  LINK_FLAGS=--help
#            CHECK_FLAGS=--publish, CHECK_FLAGS=--watch

PYTHON ?= python3
PORT ?= 8000
BUILD_FLAGS ?=
CHECK_FLAGS ?=
BENCH_FLAGS ?=
PYTEST_FLAGS ?= -n auto --dist worksteal
LOCK_FLAGS ?=
LINK_FLAGS ?=

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SITE := .venv/.stamp-site
DEV := .venv/.stamp-dev
WATCH := $(foreach dir,$(wildcard data overrides scripts),--watch $(dir))

# Material for MkDocs prints a long notice about MkDocs 2 on every build; it says nothing new.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true

.PHONY: help serve build exit doors retire check test quick lint audit links bench handbook dev lock format clean FORCE
.DEFAULT_GOAL := help

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' Makefile

# SITE_URL is set here so that the local site is at / even where the environment names another.
# --livereload is said aloud because some click 8.3 releases lose that default of MkDocs 1.6.
# exec: a signal to make's child reaches MkDocs itself, so no server is left behind.
serve: $(SITE) ## Build and serve on 127.0.0.1:8000 (PORT=...), reloading on changes
	exec env SITE_URL=http://127.0.0.1:$(PORT)/ \
		$(BIN)/mkdocs serve --livereload --dev-addr 127.0.0.1:$(PORT) $(WATCH)

build: $(SITE) ## Build the site to site/ (SITE_URL from the environment)
	$(BIN)/mkdocs build --clean $(BUILD_FLAGS)

# For a site that ends or moves: nothing else tells the copies in its readers' browsers.
retire: $(SITE) ## Build the site with a worker that removes readers' offline copies, and itself
	KB_RETIRE=1 $(BIN)/mkdocs build --clean $(BUILD_FLAGS)

check: $(SITE) ## Check the content and the data (CHECK_FLAGS=--publish, --watch)
	$(BIN)/kb check $(CHECK_FLAGS)

# Two doors, one site: whoever leaves MkDocs loses nothing that is compared here.
exit: $(SITE) ## Build with and without MkDocs and compare the two sites
	$(BIN)/mkdocs build --quiet --clean --strict --site-dir .cache/exit/mkdocs
	$(BIN)/kb site build --out .cache/exit/plain
	$(BIN)/kb site compare .cache/exit/mkdocs .cache/exit/plain

# What an editor wrote is told first, in her words; linters of the code never judge it.
test: check lint ## Run everything: content check, linters, strict build, all tests
	$(BIN)/python tests/ensure_browser.py
	$(BIN)/mkdocs build --clean --strict
	$(BIN)/kb site build --out .cache/exit/plain
	$(BIN)/kb site compare site .cache/exit/plain
	$(BIN)/pytest $(PYTEST_FLAGS)

# For the hand at work: the linters, the check, and the tests that need no site and no browser.
QUICK := $(foreach room,model yaml load relations schema rooms search_engine search_bundle queries contents,\
	tests/engine/test_$(room).py)
quick: lint ## Run the linters and the fastest tests, in less than half a minute
	$(BIN)/pytest -q $(PYTEST_FLAGS) $(QUICK)

lint: $(DEV) ## Run the linters and the type checker only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/yamllint --strict .
	$(BIN)/zizmor --offline --quiet .github
	$(BIN)/biome ci overrides
	$(BIN)/djlint --lint --quiet overrides

audit: $(DEV) ## Audit every page at every width, its HTML, its Finnish, and the locked requirements (nightly)
	$(PIP) install --require-hashes -r requirements/audit.txt
	$(BIN)/python tests/ensure_browser.py
	$(BIN)/mkdocs build --clean --strict
	$(BIN)/python tests/audit_html.py site
	$(BIN)/python tests/audit_requirements.py
	$(BIN)/python tests/audit_language.py
	KB_AUDIT=1 $(BIN)/pytest $(PYTEST_FLAGS) tests/e2e/test_axe.py tests/e2e/test_handbook.py \
		tests/e2e/test_pages.py tests/engine/test_robustness.py \
		$(wildcard tests/content/test_search_quality.py tests/content/test_guide.py)

# Whoever must leave MkDocs finds the other ways tried every night. Two builds of one commit date are
# the same to the byte; diff tells where they are not.
doors: $(DEV) ## Build by ProperDocs as well, and run the browser's tests on the plain door's site (nightly)
	$(PIP) install --require-hashes -r requirements/doors.txt
	$(BIN)/python tests/ensure_browser.py
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) \
		$(BIN)/mkdocs build --quiet --clean --strict --site-dir .cache/doors/mkdocs
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) \
		$(BIN)/properdocs build --quiet --clean --strict --config-file mkdocs.yml \
		--site-dir .cache/doors/properdocs
	diff -r .cache/doors/mkdocs .cache/doors/properdocs
	KB_DOOR=plain $(BIN)/pytest $(PYTEST_FLAGS) tests/e2e

links: $(SITE) ## Ask for every external link (LINK_FLAGS='--only id --summary FILE.md')
	$(BIN)/kb links check $(LINK_FLAGS)

bench: $(DEV) ## Measure the site (BENCH_FLAGS=--full)
	$(BIN)/kb bench $(BENCH_FLAGS)

handbook: $(DEV) ## Build the site and print its handbook to PDF, dist/*.pdf
	$(BIN)/python tests/ensure_browser.py
	$(BIN)/mkdocs build --clean $(BUILD_FLAGS)
	$(BIN)/kb handbook

dev: $(DEV) ## Only install what the tests need into .venv

format: $(DEV) ## Format the code and apply safe fixes
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

# One lock for all of Python 3.11-3.13 on Linux and macOS. Each further file takes the versions
# of the one before as constraints, so that all install the same site.
UV_COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock'
lock: $(DEV) ## Renew requirements/*.txt from pyproject.toml (LOCK_FLAGS=--upgrade)
	$(UV_COMPILE) pyproject.toml --group build $(LOCK_FLAGS) --output-file requirements/site.txt
	$(UV_COMPILE) pyproject.toml --group dev --constraints requirements/site.txt $(LOCK_FLAGS) \
		--output-file requirements/dev.txt
	$(UV_COMPILE) --group audit --constraints requirements/dev.txt $(LOCK_FLAGS) \
		--output-file requirements/audit.txt
	$(UV_COMPILE) --group doors --constraints requirements/dev.txt $(LOCK_FLAGS) \
		--output-file requirements/doors.txt

clean: ## Remove what was built; .venv stays
	rm -rf site build dist test-results .cache .mypy_cache .pytest_cache .ruff_cache

# --- .venv: the stamps make a second call quick and reinstall when a lock or pyproject changes.

# Programs in .venv know the folder in which they were made: in a folder that has moved, or is a copy,
# they would not start, or start the other folder's.
HERE := .venv/.folder
MOVED := $(shell test -f $(HERE) && test "$$(cat $(HERE))" != "$(CURDIR)" && echo FORCE)
NO_KB := $(if $(wildcard $(BIN)/kb),$(MOVED),FORCE)
FORCE:

# pip refuses an editable install in a hash-checked file, so the package comes after it,
# without dependencies and with the locked build backend.
INSTALL_KB := $(PIP) install --no-deps --no-build-isolation --editable . && echo "$(CURDIR)" > $(HERE)

$(SITE): requirements/site.txt pyproject.toml $(NO_KB) | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/site.txt
	$(INSTALL_KB)
	@touch $@

# dev.txt is a superset of site.txt, so this install serves for both stamps.
$(DEV): requirements/dev.txt requirements/site.txt pyproject.toml $(NO_KB) | $(BIN)/python
	$(PIP) install --require-hashes -r requirements/dev.txt
	$(INSTALL_KB)
	@touch $(SITE) $@

$(BIN)/python: $(MOVED)
	@test -w . || { echo "This folder cannot be written to, so nothing can be built in it. Copy it" \
		"to a folder of your own." >&2; exit 1; }
	$(if $(MOVED),@echo "The folder has moved: making .venv anew.")
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Python 3.11 or newer is needed, but '$(PYTHON)' is" \
			"$$($(PYTHON) --version 2>/dev/null || echo missing). Try: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "This Python cannot make virtual environments: install its venv package" \
			"(Debian, Ubuntu: apt install python3-venv)." >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
