"""``sourceUses``: what names a source, by type; what only places a node, and the draft of another college, do not count."""

import csv

import pytest

from graph.model import MODEL
from resolvers.identify import Request
from tests.conftest import ROOT
from tests.golden.make import run_counted
from tests.resolvers.questions.small_graphs import write

ASK = """query ($source: ID!, $examples: Int! = 5, $first: Int! = 100) {
  sourceUses(source: $source, examples: $examples, first: $first) {
    type isRelationship total examples { node { id } to { id } } } }"""
OURS = {"sourceIds": ["Source:a", "Source:b"]}
NODES = {
    "Source:a": {"code": "a", "title": "甲"},
    "Source:b": {"code": "b", "title": "乙"},
    "Source:c": {"code": "c", "title": "丙"},
    "Certificate:X": {"name": "X"} | OURS,
    "Major:2": {"name": "二", "edition": "2021"} | OURS,
    "Major:1": {"name": "一", "edition": "2021", "sourceIds": ["Source:a"]},
    "MajorClass:1": {"name": "类", "edition": "2021", "sourceIds": ["Source:b"]},
    "TrainingPlan:draft": {"draftOf": "College:甲"} | OURS,
}
LINKS = {
    "SUITS": [("Certificate:X", "Major:1", OURS), ("Certificate:X", "Major:2", {})],
    "PART_OF_CLASS": [("Major:1", "MajorClass:1", OURS)],
    "PLAN_FOR": [("TrainingPlan:draft", "Major:1", OURS)],
}


async def uses(database, source: str, **variables: object) -> list[tuple]:
    ((answer, statements),) = await run_counted(database, [Request(ASK, {"source": source, **variables})])
    assert (answer.errors, statements) == ([], 1)
    return [
        (each["type"], each["isRelationship"], each["total"], [ends(one) for one in each["examples"]])
        for each in answer.data["sourceUses"]
    ]


def ends(example: dict) -> str:
    return " ".join(example[each]["id"] for each in ("node", "to") if example[each])


async def test_what_names_a_source_is_counted_by_type_the_most_first(database):
    await write(database, NODES, LINKS)

    assert await uses(database, "Source:a") == [
        ("Major", False, 2, ["Major:1", "Major:2"]),
        ("Certificate", False, 1, ["Certificate:X"]),
        ("SUITS", True, 1, ["Certificate:X Major:1"]),
    ]
    assert await uses(database, "Source:a", examples=1, first=1) == [("Major", False, 2, ["Major:1"])]
    assert await uses(database, "Source:c") == []


@pytest.fixture(scope="module")
def in_the_files() -> dict[str, dict[str, int]]:
    """For each source how many rows of each seed file name it."""
    found: dict[str, dict[str, int]] = {}
    for path in (ROOT / "seeds" / "data").glob("*/*/*.csv"):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                for source in filter(None, (row.get("sourceIds") or "").split("|")):
                    counts = found.setdefault(source, {})
                    counts[path.stem] = counts.get(path.stem, 0) + 1
    return found


# Alignments are computed into these links when they are loaded.
DERIVED = {"COVERS", "PLAN_COVERS"}
PLACES = {each.type for each in MODEL.relationships.values() if each.structural}


@pytest.mark.parametrize("source", ["certificates.T1", "teaching.courses", "rules.b15k", "alignments.editorial"])
async def test_the_counts_are_those_of_the_seed_files(national, in_the_files, source: str):
    found = await uses(national, f"Source:{source}", examples=20)

    expected = in_the_files[f"Source:{source}"]
    assert {name: total for name, _, total, _ in found if name not in DERIVED} == {
        name: total for name, total in expected.items() if name not in PLACES
    }
    assert all(len(examples) == min(20, total) for _, _, total, examples in found)
