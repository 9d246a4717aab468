# Dépêche. `make` sets up and runs everything on corpus/documents; `make help` lists the rest.

PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
READY  := $(VENV)/.ready

# Values may hold blanks and quotes: they reach the command line through the environment.
OPTIONS := CORPUS OUTPUTS JOBS TIMEOUT MEMORY MAX_BYTES OCR STRICT FILE TITLE DATE SOURCE LANGUAGE DOC ENTITY TOPIC GOLD SPLIT ERRORS BASELINES AGREEMENT SUMMARIES PIN ROBUST WORDS PORT TRAINING MODELS EPOCHS CONFIDENCE CASING REFUSED
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
	@$(PY) -m uv pip compile pyproject.toml --extra baselines --constraint requirements.lock --generate-hashes --universal --python-version 3.11 --no-header -q -o requirements-baselines.lock

help:
	@echo "make                     set up, and run all stages on CORPUS=corpus/documents into OUTPUTS=outputs"
	@echo "make ingest|extract|link|topics|emit|report   one stage, and what it needs"
	@echo "make add FILE=… [TITLE=… DATE=… SOURCE=… LANGUAGE=…]   copy a document into the corpus and run"
	@echo "make show DOC=…|ENTITY=…|TOPIC=…   look at it in the terminal (DOC=… REFUSED=1: what only looks like a name, and why)"
	@echo "make inspect [PORT=…]    browse everything on localhost"
	@echo "make evaluate [GOLD=… SPLIT=…]   precision, recall and F1 against annotated documents; more:"
	@echo "                         ERRORS=1 each error                   ROBUST=1 names in changed text"
	@echo "                         SUMMARIES=1 ROUGE of the summaries    AGREEMENT=1 of the annotators"
	@echo "                         BASELINES=1 run the baselines again   PIN=1 raise the floors, write the README tables"
	@echo "make train [LANGUAGE=fr|en EPOCHS=… TRAINING=… MODELS=…]   fine-tune the named-entity models on the annotated text,"
	@echo "                         then fit how sure mentions are (CONFIDENCE=1: only that); minutes. CASING=1 only learns where capitals stand"
	@echo "make bench [WORDS=…]     speed and memory, as ratios, measured on so many words"
	@echo "make test                set up, and run the tests      make lint   ruff, mypy      make check   both"
	@echo "make soak                the long tests: fuzzing, random kills, a large corpus"
	@echo "make golden              write the golden files again (read the diff)"
	@echo "make lock                write requirements.lock again from pyproject.toml"
	@echo "make clean               remove what a run made (ids.json stays)"
	@echo "options: JOBS= (worker processes) TIMEOUT= (seconds a document) MEMORY= (megabytes a worker) MAX_BYTES= STRICT=1"
	@echo "         OCR=1 (recognise pages that are images; needs Debian's tesseract-ocr and tesseract-ocr-fra)"
