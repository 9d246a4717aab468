# Dépêche. `make` sets up and runs everything on corpus/documents; `make help` lists the rest.

PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
READY  := $(VENV)/.ready

# Values may hold blanks and quotes: they reach the command line through the environment.
OPTIONS := CORPUS OUTPUTS JOBS TIMEOUT MEMORY MAX_BYTES OCR STRICT FILE TITLE DATE SOURCE LANGUAGE DOC ENTITY TOPIC GOLD SPLIT ERRORS BASELINES AGREEMENT SUMMARIES PIN ROBUST WORDS PORT TRAINING MODELS EPOCHS CONFIDENCE CASING VECTORS REFUSED
define pass
export DEPECHE_$(1) = $$($(1))
endef
$(foreach name,$(OPTIONS),$(eval $(call pass,$(name))))
# Only what is said on the command line counts: `LANGUAGE` and the like are set on many systems.
$(foreach name,$(OPTIONS),$(if $(filter environment,$(origin $(name))),$(eval undefine $(name))))

STAGES   := run ingest extract link topics emit report
COMMANDS := add show inspect evaluate train bench clean

.DEFAULT_GOAL := run
.PHONY: setup help test lint check soak golden lock $(STAGES) $(COMMANDS)

$(STAGES) $(COMMANDS): $(READY)
	@$(PY) -m pipeline $@

setup: $(READY)

$(READY): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dépêche needs Python 3.11 or newer: make PYTHON=python3.11"; exit 2; }
	@echo "setting up $(VENV) (once; a few minutes)"
	@$(PYTHON) -m venv $(VENV)
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --prefer-binary -r requirements.lock
	@touch $@

test: $(READY)
	@$(PY) -m pytest

lint: $(READY)
	@$(PY) -m ruff check . && $(PY) -m ruff format --check . && $(PY) -m mypy

check: lint test

soak: $(READY)
	@$(PY) -m pytest -m soak

golden: $(READY)
	@$(PY) -m pytest tests/golden --rewrite-golden

lock: $(READY)
	@$(PY) -m pip install --quiet uv && $(PY) -m uv pip compile pyproject.toml --extra dev --generate-hashes --universal --python-version 3.11 --no-header -q -o requirements.lock
	@$(PY) -m uv pip compile pyproject.toml --extra baselines --constraint requirements.lock --generate-hashes --universal --python-version 3.11 --no-header -q -o pipeline/evaluate/baselines/requirements.lock

help:
	@cat docs/help.$(if $(filter fr%,$(firstword $(LC_ALL) $(LC_MESSAGES) $(LANG))),fr,en).txt
