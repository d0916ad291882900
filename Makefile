# Every target sets up what it needs in .venv, from a bare Python 3.11 and pip.
PYTHON ?= python3
JOBS ?= 2
VENV := .venv
BIN := $(VENV)/bin
TESTS ?= tests/checks tests/ledger tests/test_money.py
READY := $(VENV)/.ready
# What speaks to a LibreOffice that is held open, with its extension, or clicks in it.
CALC := bridge or extension or window
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK := $(BIN)/python -m piptools compile --quiet --upgrade --generate-hashes \
	--allow-unsafe --strip-extras --no-header --no-annotate --no-emit-options \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

# What pyproject.toml asks for: to run, or with "dev" to build and test as well.
define WANTED
import sys, tomllib
with open("pyproject.toml", "rb") as file:
    project = tomllib.load(file)
wanted = project["project"]["dependencies"]
if sys.argv[1] == "dev":
    wanted += project["build-system"]["requires"] + project["dependency-groups"]["dev"]
print(*wanted, sep="\n")
endef
export WANTED

# What decides on money and findings; of its branches the tests must take most.
MEASURED := --cov=xlsales.checks --cov=xlsales.ledger --cov=xlsales.money
define ENOUGH
import json, sys
taken = json.load(sys.stdin)["totals"]["percent_branches_covered"]
print(f"{taken:.1f} % of the branches are taken; at least 95 % must be")
sys.exit(taken < 95)
endef
export ENOUGH

.DEFAULT_GOAL := help
.PHONY: help demo test calc corpus coverage mutate slow check bench docs lock wheel clean

help: ## Say what each target does
	@awk -F ':[^#]*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

demo: $(READY) ## Make a demo workbook and run every job on it, in demo/
	$(BIN)/xlsales demo demo

test: $(READY) ## Run every test that this machine can run, but for calc and corpus
	$(BIN)/python -m pytest -n $(JOBS) -m "not ($(CALC) or corpus)"

calc: $(READY) ## Compute and click in LibreOffice Calc, in windows of its own (minutes)
	$(BIN)/python -m pytest -n $(JOBS) -m "$(CALC)"

corpus: $(READY) ## Prove changes on every workbook of the corpus (minutes)
	$(BIN)/python -m pytest -n $(JOBS) -m corpus

coverage: $(READY) ## Measure what their own tests reach of checks, ledger and money
	$(BIN)/python -m pytest -n $(JOBS) $(MEASURED) --cov-report= $(TESTS)
	$(BIN)/python -m coverage report --show-missing --skip-covered
	@$(BIN)/python -m coverage json --quiet -o - | $(BIN)/python -c "$$ENOUGH"

mutate: $(READY) ## Change the code a little, or MODULES only: a test must fail (slow)
	PYTHONPATH=tests $(BIN)/python -m mutation.run --jobs $(JOBS) $(MODULES)

slow: $(READY) ## Run the tests that need an office, the validator or files of others
	$(BIN)/python -m pytest -n $(JOBS) \
		-m "office or calc or $(CALC) or northwind or validator \
		or saved_by_excel or corpus"

check: $(READY) ## Lint, check the format, the types and which way imports point
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY) ## Measure reading, checking, roll-up, documents and batches
	PYTHONPATH=tests $(BIN)/python -m bench.run $(if $(WRITE),--write)

docs: $(READY) ## Write the reference in workbooks/ and templates/ from the code
	PYTHONPATH=tests $(BIN)/python -m reference --write

lock: $(READY) ## Take the newest versions into requirements.txt and requirements-dev.txt
	$(BIN)/python -c "$$WANTED" run | $(LOCK) --output-file requirements.txt -
	$(BIN)/python -c "$$WANTED" dev | $(LOCK) --constraint requirements.txt \
		--output-file requirements-dev.txt -

wheel: $(READY) ## Build the wheel in dist/
	rm -rf dist
	$(BIN)/python -m build --wheel --no-isolation --outdir dist

clean: ## Remove everything the other targets made, .venv included
	rm -rf $(VENV) .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	rm -rf .import_linter_cache .coverage build demo dist

$(READY): requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("xlsales needs Python 3.11 or later; \
	name one: make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes --requirement requirements-dev.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
