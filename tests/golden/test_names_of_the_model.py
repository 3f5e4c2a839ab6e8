"""Every relationship type and label in Cypher is a name of the model, so that one renamed is found without an engine."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.model import MODEL
from graph.query import change_log, revision
from graph.upkeep import column_mappings, editors, migrations
from tests.golden.make import all_cases, plan_case

CASES = all_cases()
ROOT = Path(__file__).parents[2]
SOURCES = [
    each for room in ("graph", "resolvers", "seeds", "interchange", "server") for each in (ROOT / room).rglob("*.py")
]
TECHNICAL_LABELS = {
    revision.REVISION_LABEL,
    change_log.CHANGE_LABEL,
    editors.EDITOR_LABEL,
    column_mappings.COLUMN_MAPPING_LABEL,
    migrations.MIGRATION_LABEL,
}

_LITERAL = re.compile(r"'[^']*'")
_TYPES = re.compile(r"\[\w*:([A-Z]\w*(?:\|[A-Z]\w*)*)")
_LABEL = re.compile(r"(?:\(\w*|\bWHEN \w+):([A-Z]\w*)")


def unknown_names(text: str) -> set[str]:
    """The types and labels of a Cypher text that the model does not have."""
    text = _LITERAL.sub("''", text)
    types = {name for match in _TYPES.findall(text) for name in match.split("|")}
    return types - MODEL.relationships.keys() | set(_LABEL.findall(text)) - MODEL.node_types.keys() - TECHNICAL_LABELS


def texts(source: str) -> Iterator[str]:
    """The string literals of a module but its docstrings; what an f-string inserts is written as ``x``."""
    tree = ast.parse(source)
    inner = {id(part) for each in ast.walk(tree) if isinstance(each, ast.JoinedStr) for part in each.values}
    inner |= {id(each.value) for each in ast.walk(tree) if isinstance(each, ast.Expr)}
    for each in ast.walk(tree):
        if isinstance(each, ast.JoinedStr):
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in each.values)
        elif isinstance(each, ast.Constant) and isinstance(each.value, str) and id(each) not in inner:
            yield each.value


@pytest.mark.parametrize("case", CASES, ids=[each.name for each in CASES])
def test_a_golden_statement_names_what_the_model_has(case):
    assert unknown_names(plan_case(case.query, case.variables)[1].compiled.text) == set()


def test_the_sources_name_what_the_model_has():
    found = {
        (path.relative_to(ROOT), name)
        for path in SOURCES
        for text in texts(path.read_text())
        for name in unknown_names(text)
    }

    assert found == set()


def test_the_scan_sees_every_kind_of_name():
    source = '''
def statement(link):
    """A docstring may say (:Nothing)."""
    return f"MATCH (a:Gone)<-[:LOST|HAS_COURSE]-(:{link}) WHERE a.text <> '(:Kept)' RETURN " + "CASE WHEN a:Away THEN 1 END"
'''
    assert set().union(*map(unknown_names, texts(source))) == {"Gone", "LOST", "Away"}
    assert len(list(texts(source))) == 2
