# Each target makes its own environment first: nothing is needed before it but Python ≥ 3.11 (uv is used when it is there).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
.PHONY: fuzz demo test browser bench lint clean

$(BIN)/.core: pyproject.toml
	@if command -v uv >/dev/null 2>&1; then \
	  [ -x $(BIN)/python ] || uv venv -q --python '>=3.11' $(VENV); uv pip install -q --python $(BIN)/python -e .; \
	else \
	  [ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV); $(BIN)/python -m pip install -q --disable-pip-version-check -e .; fi
	@touch $@

$(BIN)/.test: $(BIN)/.core
	@if command -v uv >/dev/null 2>&1; then uv pip install -q --python $(BIN)/python -e . --group test; \
	else $(BIN)/python training/groups.py test | xargs $(BIN)/python -m pip install -q --disable-pip-version-check; fi
	@touch $@

$(BIN)/.bench: $(BIN)/.test
	@if command -v uv >/dev/null 2>&1; then uv pip install -q --python $(BIN)/python -e . --group bench; \
	else $(BIN)/python -m pip install -q --disable-pip-version-check --upgrade pip; \
	  $(BIN)/python training/groups.py bench | xargs $(BIN)/python -m pip install -q --disable-pip-version-check; fi
	@touch $@

$(BIN)/.browser: $(BIN)/.test
	@if command -v uv >/dev/null 2>&1; then uv pip install -q --python $(BIN)/python -e . --group browser; \
	else $(BIN)/python training/groups.py browser | xargs $(BIN)/python -m pip install -q --disable-pip-version-check; fi
	@touch $@

demo: $(BIN)/.core ## build the bundled example and say where to look
	@$(BIN)/python examples/demo.py

lint: $(BIN)/.test
	$(BIN)/ruff check .
	$(BIN)/mypy

test: lint ## linters, strict types, all tests
	$(BIN)/python -m pytest

browser: $(BIN)/.browser ## the desk in Chromium (apt install chromium): accessibility, phone, keys, print
	$(BIN)/python -m pytest -rs tests/test_desk_browser.py tests/test_desk_browser_decisions.py

bench: $(BIN)/.bench ## every figure, with its floor
	$(BIN)/python -m bench

fuzz: $(BIN)/.test ## the readers against arranged noise, five minutes (SECONDS=…)
	@if command -v uv >/dev/null 2>&1; then uv pip install -q --python $(BIN)/python 'atheris>=2.3'; else $(BIN)/python -m pip install -q 'atheris>=2.3'; fi
	$(BIN)/python -m bench.fuzz $(or $(SECONDS),300)

clean:
	rm -rf $(VENV) demo .mypy_cache .ruff_cache .pytest_cache
