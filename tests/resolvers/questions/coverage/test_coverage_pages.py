"""The requirements of ``coverage`` page by page."""

import pytest

from graph.connection.database import Database
from resolvers.identify import Request
from resolvers.request.arguments import encode_cursor
from tests.golden.make import run_counted

PAGED = """query ($first: Int!, $after: String, $states: [CoverageState!]) {
  coverage(subject: "TeachingStandard:2025:510203", target: "Certificate:JavaWeb应用开发",
           states: $states, first: $first, after: $after) {
    total items { state requirement { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}"""


async def paged(database: Database, variables: dict) -> list[dict]:
    """Read page after page to the end."""
    found, after = [], None
    while True:
        ((answer, statements),) = await run_counted(database, [Request(PAGED, {**variables, "after": after})])
        assert (answer.errors, statements) == ([], 1)
        page = answer.data["coverage"]
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        found.append(page)
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            return found


@pytest.mark.parametrize("states", [None, ["COVERED"]])
async def test_pages_of_requirements_together_are_the_whole_list(national, states):
    (whole,) = await paged(national, {"first": 500, "states": states})
    pages = await paged(national, {"first": 50, "states": states})

    assert [each for page in pages for each in page["items"]] == whole["items"]
    assert len(pages) == -(-len(whole["items"]) // 50) > 1
    assert {page["total"] for page in [whole, *pages]} == {len(whole["items"])}


async def test_a_page_begins_behind_a_row_that_is_shown_no_longer(national):
    first, *_ = await paged(national, {"first": 60, "states": ["COVERED"]})
    asked = {"first": 500, "states": ["NOT_COVERED", "UNKNOWN"], "after": first["pageInfo"]["endCursor"]}
    ((answer, _),) = await run_counted(national, [Request(PAGED, asked)])
    (whole,) = await paged(national, {"first": 500, "states": None})

    ids = [each["requirement"]["id"] for each in whole["items"]]
    behind = whole["items"][ids.index(first["items"][-1]["requirement"]["id"]) + 1 :]
    assert answer.data["coverage"]["items"] == [each for each in behind if each["state"] in asked["states"]]


async def test_a_cursor_of_another_list_is_refused(national):
    nowhere = encode_cursor("CoverageItem", ["SkillRequirement:nowhere"])
    for cursor in (
        "no cursor",
        encode_cursor("Course", ["Course:1"]),
        encode_cursor("CoverageItem", ["a", "b"]),
        nowhere,
    ):
        ((answer, _),) = await run_counted(national, [Request(PAGED, {"first": 5, "after": cursor})])
        assert answer.data == {"coverage": None}
        assert [each.original_error.code for each in answer.errors] == ["BAD_CURSOR"]
