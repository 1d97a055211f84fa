# One command each: `make demo` installs and runs the main job on the bundled examples, `make test` installs and runs the tests.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
DEMO := out/demo

.PHONY: demo test lint bench models clean

$(BIN)/.installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("Musnad needs Python 3.11 or newer; set PYTHON=/path/to/python3.11" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	touch $@

demo: $(BIN)/.installed
	mkdir -p $(DEMO)
	rm -f $(DEMO)/demo.ledger*
	sh examples/demo.sh $(BIN)/musnad $(DEMO)

test: $(BIN)/.installed
	$(BIN)/python -m pytest

lint: $(BIN)/.installed
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	$(BIN)/ruff check src tests training benchmarks
	$(BIN)/mypy

bench: $(BIN)/.installed
	$(BIN)/python -m benchmarks

models: $(BIN)/.installed
	$(BIN)/python -m pip install --quiet --editable '.[training]'
	$(BIN)/python -m training.encoder.train $(ANNOTATED) --standoff training/annotations --corpora $(CORPORA) --work out/encoders
	$(BIN)/python -m training.train $(ANNOTATED) --standoff training/annotations --corpora $(CORPORA) --encoders out/encoders

clean:
	rm -rf $(VENV) out build dist
