"""The example mutations of docs/mutations, one after the other on the national graph, as their page promises."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.connection.address import GraphAddress
from graph.connection.database import Database
from graph.connection.directory_keeper import DirectoryKeeper
from graph.upkeep import editors
from graph.upkeep.editors import Role
from resolvers.identify import Request
from resolvers.operation import Operations
from schema.build import executable_schema
from server.pages.ide.page import read_example
from tests.conftest import with_national_seeds
from tests.golden.make import PLANNERS

EXAMPLES = sorted(
    (Path(__file__).parents[3] / "docs" / "mutations").glob("*.graphql"),
    key=lambda path: int(path.name.partition("-")[0]),
)
# Which editor sends which example.
SENDERS = ["designer", "reviewer", "reviewer", "reviewer", "reviewer", "reviewer", *["planner"] * 6, "designer"]


@pytest.fixture
def own_address(tmp_path: Path) -> Iterator[GraphAddress]:
    """The address of an engine with the national seeds, which no other test sees."""
    with with_national_seeds("embedded", tmp_path / "graph") as address:
        yield address


@pytest.mark.engine("embedded")
async def test_the_examples_do_what_they_say_in_their_order(own_address):
    """What an example takes from the answer before is filled in: the id of the alignment."""
    async with Database.open(own_address) as database:
        tokens = {role: await editors.add(database, f"the {role}", Role(role)) for role in ("designer", "reviewer")}
        tokens["planner"] = await editors.add(database, "the planner", Role.REVIEWER, college="深圳信息职业技术大学")
        operations = Operations(executable_schema(), PLANNERS, database, DirectoryKeeper(database))
        made: list[dict] = []
        for path, sender in zip(EXAMPLES, SENDERS, strict=True):
            example = read_example(path)
            given = json.loads(example["variables"])
            if "alignment" in given["input"]:
                given["input"]["alignment"] = made[0]["alignment"]["id"]
            answer = await operations.run(Request(example["query"], given, token=tokens[sender]))
            assert answer.errors == []
            made += answer.data.values()
            assert made[-1]["userErrors"] == []

    *first, carried, started, several = made
    proposed, decided, withdrawn, closed, together, reopened, drafted, edited, undone, published = first
    assert [(each["status"], each["author"]) for each in several["alignments"]] == [("SUGGESTED", "the designer")] * 2
    assert ["JavaWeb" in each["sources"][0]["title"] for each in several["alignments"]] == [True, True]
    assert started["trainingPlan"]["id"] == "TrainingPlan:深圳信息职业技术大学:软件技术:2027级:1"
    assert len(started["trainingPlan"]["courses"]) == 21 + 24
    assert [each["kind"] for each in started["missing"]][:3] == ["MODULE", "NATURE", "CREDITS"]
    assert carried["trainingPlan"]["id"] == "TrainingPlan:深圳信息职业技术大学:软件技术:2026级:1"
    assert (carried["trainingPlan"]["entryYear"], len(carried["trainingPlan"]["courses"])) == (2026, 101)
    plans = [each["trainingPlan"] for each in (drafted, edited, undone, published)]
    assert [each["editVersion"] for each in plans] == [1, 2, 3, 4]
    assert [each["status"] for each in plans] == ["DRAFT", "DRAFT", "DRAFT", "PUBLISHED"]
    assert [len(each["courses"]) for each in plans] == [101, 102, 101, 101]
    assert edited["trainingPlan"]["courses"][0]["name"] == "人工智能通识"
    assert [each["alignment"]["status"] for each in made[:3]] == ["SUGGESTED", "ACCEPTED", "WITHDRAWN"]
    assert [each["alignment"]["version"] for each in made[:3]] == [1, 2, 3]
    assert (proposed["alignment"]["author"], decided["alignment"]["reviewer"]) == ("the designer", "the reviewer")
    assert proposed["alignment"]["requirement"]["code"] == "3.2.2"
    assert closed["review"]["reviewer"] == "the reviewer"
    assert [each["status"] for each in together["alignments"]] == ["REJECTED", "REJECTED"]
    assert [(each["status"], each["reviewer"]) for each in reopened["alignments"]] == [("SUGGESTED", None)] * 2
    assert withdrawn["alignment"]["id"] == proposed["alignment"]["id"]
