"""Lists of what has editions begin with the newest, however they are asked for, and pages follow one another."""

import pytest

from graph.query.directory import TypeDirectory
from resolvers.identify import Request
from tests.golden.make import run_counted
from tests.resolvers.questions.small_graphs import write

EDITIONS = ["2004", "2015", "2021", "before-2021", "undergraduate", "1999"]
IN_ORDER = [
    "Major:2021:1", "Major:2021:2", "Major:undergraduate:1", "Major:undergraduate:2", "Major:2015:1", "Major:2015:2",
    "Major:2004:1", "Major:2004:2", "Major:before-2021:1", "Major:before-2021:2",
    # An edition that the model does not name follows, whatever it begins with.
    "Major:1999:1", "Major:1999:2",
]  # fmt: skip
NODES = {
    **{
        f"Major:{edition}:{code}": {"edition": edition, "code": code, "name": "m", "educationLevel": "ASSOCIATE"}
        for edition in EDITIONS
        for code in "21"
    },
    **{f"Catalogue:{each}": {"edition": each, "name": each} for each in EDITIONS},
    "Certificate:c": {"name": "c"},
    "MajorClass:2021:x": {"edition": "2021", "name": "x"},
}
LINKS = {
    "SUITS": [("Certificate:c", each, {"relation": "PAPER"}) for each in IN_ORDER],
    "REPLACED_BY": [(each, "Major:2021:1", {"change": "x"}) for each in reversed(IN_ORDER[3:])],
}


async def ask(database, query, **variables):
    ((answer, statements),) = await run_counted(database, [Request(query, variables)])
    assert ([each.message for each in answer.errors], statements) == ([], 1)
    return answer.data


@pytest.mark.parametrize(
    "field",
    [
        "page: majors(first: $first, after: $after)",
        # A filter is searched for in the graph; what has none is looked up in the directory.
        'page: majors(first: $first, after: $after, where: {name: {eq: "m"}})',
    ],
)
async def test_pages_follow_one_another_with_the_newest_edition_first(database, field):
    await write(database, NODES, LINKS)
    query = f"query ($first: Int, $after: String) {{ {field} {{ edges {{ cursor node {{ id }} }} pageInfo {{ hasNextPage }} }} }}"

    walked, after = [], None
    while True:
        page = (await ask(database, query, first=5, after=after))["page"]
        walked.append([each["node"]["id"] for each in page["edges"]])
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["edges"][-1]["cursor"]

    assert walked == [IN_ORDER[:5], IN_ORDER[5:10], IN_ORDER[10:]]


async def test_lists_of_another_node_begin_with_the_newest_edition(database):
    await write(database, NODES, LINKS)

    found = await ask(
        database,
        """{ certificate(name: "c") { majors(first: 100) { nodes { id } } }
             major(edition: "2021", code: "1") { predecessors { code edition } predecessorsLinks { change node { id } } }
             catalogues { nodes { edition } } }""",
    )

    assert [each["id"] for each in found["certificate"]["majors"]["nodes"]] == IN_ORDER
    assert [f"Major:{each['edition']}:{each['code']}" for each in found["major"]["predecessors"]] == IN_ORDER[3:]
    assert [each["node"]["id"] for each in found["major"]["predecessorsLinks"]] == IN_ORDER[3:]
    editions = [each["edition"] for each in found["catalogues"]["nodes"]]
    assert editions == ["2021", "undergraduate", "2015", "2004", "before-2021", "1999"]


async def test_an_order_that_is_asked_for_is_kept(database):
    await write(database, NODES, LINKS)

    found = await ask(database, "{ majors(orderBy: [{by: EDITION}], first: 3) { nodes { id } } }")

    assert [each["id"] for each in found["majors"]["nodes"]] == ["Major:1999:1", "Major:1999:2", "Major:2004:1"]


def test_a_change_of_the_directory_keeps_the_order():
    before = TypeDirectory("Major", [(each, (), "") for each in IN_ORDER if each != "Major:2021:2"])

    after = before.changed({"Major:2021:2": ("Major:2021:2", (), ""), "Major:2015:1": None})

    left = [each for each in IN_ORDER if each != "Major:2015:1"]
    assert (after.page(None, 100), after.page("Major:2021:2", 3)) == (left, left[2:5])
    # A cursor of a node that is gone stands where the node stood.
    assert after.page("Major:2015:1", 1) == ["Major:2015:2"]
    assert before.page("Major:2021:1", 1) == ["Major:undergraduate:1"]
