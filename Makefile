# Two commands for everybody: `make demo` and `make test`. `make check` is what continuous integration adds for developers.
PYTHON ?= python3
BIN := .venv/bin
# The pip of $(PYTHON) works on the environment from outside, so that a Python without ensurepip will do.
PIP := $(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check --no-input

.PHONY: demo test check lint types contracts docs docs-write bench lock clean help

help:
	@echo "make demo    install into .venv and read the example reports"
	@echo "make test    install what the tests need and run them"
	@echo "make check   formatting, lint, types, import contracts, docs and tests"
	@echo "make docs-write  write the generated parts of README.md and docs/ anew"
	@echo "make bench   speed and memory (docs/measurements.md says what is measured)"
	@echo "make lock    write the lock files anew (developers)"

$(BIN)/python:
	$(PYTHON) -m venv .venv 2>/dev/null || $(PYTHON) -m venv --without-pip .venv

.venv/.run: requirements/build.txt requirements/run.txt pyproject.toml | $(BIN)/python
	$(PIP) install --quiet --require-hashes -r requirements/build.txt -r requirements/run.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --no-index --editable .
	@touch $@

.venv/.test: requirements/test.txt .venv/.run
	$(PIP) install --quiet --require-hashes -r requirements/test.txt
	@touch $@

demo: .venv/.run
	@mkdir -p demo
	$(BIN)/consilience read examples/reports --html demo/account.html --md demo/account.md --json demo/account.json
	@echo
	@echo "The same account as a page: demo/account.html"

test: .venv/.test
	$(BIN)/python -m pytest

lint: .venv/.test
	$(BIN)/ruff format --check src tests quality benchmarks training
	$(BIN)/ruff check src tests quality benchmarks training

types: .venv/.test
	$(BIN)/mypy

contracts: .venv/.test
	$(BIN)/lint-imports

docs: .venv/.test
	$(BIN)/python -m pytest tests/test_docs.py

docs-write: .venv/.run
	$(BIN)/python -m quality.docs

check: lint types contracts test

bench: .venv/.run
	$(BIN)/python -m benchmarks.speed

lock:
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --allow-unsafe \
		--output-file requirements/run.txt pyproject.toml
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --allow-unsafe \
		--extra test --constraint requirements/run.txt --output-file requirements/test.txt pyproject.toml
	printf "hatchling\neditables\n" | $(BIN)/pip-compile --quiet --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-header --allow-unsafe \
		--output-file requirements/build.txt -

clean:
	rm -rf .venv demo dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
