# Needs make and Python 3.11 or later; everything else is installed into .venv from requirements.lock.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help run serve test lint bench lock clean

help: ## Say what can be made
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:[^#]*## /	/' | expand -t 10

.venv/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Downwire needs Python 3.11 or later; type: make PYTHON=/path/to/python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

run: .venv/installed ## Crawl the demo newsroom, read it, assemble incidents, show them
	@$(BIN)/downwire demo

serve: .venv/installed ## Open the result in Datasette on 127.0.0.1
	@$(BIN)/downwire serve

test: .venv/installed ## Run the tests
	$(BIN)/python -m pytest

lint: .venv/installed ## Check style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/installed ## Measure the reader beside its peers
	$(BIN)/python -m bench.reading

lock: .venv/installed ## Resolve the dependencies anew, for all platforms
	$(BIN)/python -m pip install --quiet uv
	UV_CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/uv pip compile pyproject.toml --all-extras --universal --generate-hashes --python-version 3.11 --output-file requirements.lock

clean: ## Remove what was installed and made
	rm -rf .venv .scrapy downwire.db downwire.db-shm downwire.db-wal downwire.db.lock
