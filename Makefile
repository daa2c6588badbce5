# Báo An. `make run` starts everything; `make test` is everything that must hold.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
NO_CACHE_WARN := PIP_ROOT_USER_ACTION=ignore

.PHONY: run setup test check format bench fuzz transcripts printed lock clean

run: $(VENV)/.run.stamp
	@BAOAN_TRIAL=1 $(BIN)/baoan run

setup: $(VENV)/.run.stamp $(VENV)/.dev.stamp

test: setup
	@sh tests/debian.sh
	@sh tests/npm_peers.sh
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n auto --dist loadgroup
	@if [ -f ../shared/checks/contracts.py ]; then $(BIN)/python ../shared/checks/contracts.py; fi

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: setup
	$(BIN)/python benchmarks/run.py

# Throw made-up files at the reader of plans for FUZZ_SECONDS, guided by coverage.
FUZZ_SECONDS ?= 600
fuzz: setup
	@$(BIN)/python -c "import atheris" 2>/dev/null || { echo "Needs atheris: $(BIN)/python -m pip install atheris"; exit 1; }
	$(BIN)/python -m tests.fuzz.plan -max_total_time=$(FUZZ_SECONDS)

# Play every golden transcript again and write down what the bot says now. Read the diff before committing it.
transcripts: setup
	$(BIN)/python -m pytest -q -n auto tests/conversations --rewrite-transcripts

# Print every form into build/forms, a picture a page, to be looked at. Needs LibreOffice.
printed: setup
	$(BIN)/python -m tests.documents.papers.printed build/forms

# Compile both lock files from pyproject.toml: hashes, no index addresses.
lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml --group build -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate pyproject.toml --group build --group dev -o requirements-dev.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run.stamp: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(NO_CACHE_WARN) $(PIP) install --require-hashes -r requirements.lock
	$(NO_CACHE_WARN) $(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev.stamp: requirements-dev.lock $(VENV)/.run.stamp
	$(NO_CACHE_WARN) $(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
