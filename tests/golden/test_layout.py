"""Golden Cypher is laid out for reading, and that changes nothing but white space."""

import re

import pytest

from tests.golden.layout import lay_out
from tests.golden.make import all_cases, plan_case

CASES = all_cases()
_TOKEN = re.compile(r"'[^']*'|\w+|[^\w\s]")


@pytest.mark.parametrize("case", CASES, ids=[each.name for each in CASES])
def test_only_white_space_differs(case):
    text = plan_case(case.query, case.variables)[1].compiled.text

    assert "".join(lay_out(text).split()) == "".join(text.split())
    # Nor are words joined or parted, or white space changed that belongs to a literal.
    assert _TOKEN.findall(lay_out(text)) == _TOKEN.findall(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "MATCH (n:Major {id: $id}) WHERE n.name STARTS WITH $name RETURN collect([n.code]) AS c0",
            ["MATCH (n:Major {id: $id})", "WHERE n.name STARTS WITH $name", "RETURN collect([n.code]) AS c0"],
        ),
        (
            "RETURN EXISTS { MATCH (:Major {id: $id}) } AS c0",
            ["RETURN EXISTS { MATCH (:Major {id: $id}) } AS c0"],
        ),
        (
            "MATCH (n) RETURN [n.id, COLLECT { MATCH (n)-->(m) WHERE m.text = 'a  WHERE b' RETURN m.id }, n.name] AS c0",
            [
                "MATCH (n)",
                "RETURN [",
                "  n.id,",
                "  COLLECT {",
                "    MATCH (n)-->(m)",
                "    WHERE m.text = 'a  WHERE b'",
                "    RETURN m.id",
                "  },",
                "  n.name",
                "] AS c0",
            ],
        ),
        (
            f"MATCH (first:{'A' * 60})-[:{'B' * 20}]->(second:{'C' * 40}) RETURN first",
            [f"MATCH (first:{'A' * 60})", f"  -[:{'B' * 20}]->(second:{'C' * 40})", "RETURN first"],
        ),
    ],
    ids=["clauses", "one clause in a block", "subquery in a list", "long path"],
)
def test_one_clause_stands_on_a_line(text, lines):
    assert lay_out(text).splitlines() == lines
