"""The order of ``coverageCube`` by a figure, its pages, and the names of provinces."""

import pytest

from graph.connection.database import Database
from resolvers.identify import Request
from tests.golden.make import run_counted

ASK = """query ($by: CubeMeasure, $ascending: Boolean!, $first: Int!, $after: String) {
  coverageCube(dimensions: [CLASS, CERTIFICATE_LEVEL], measures: [UNKNOWN, WITHOUT_STANDARD], orderBy: $by, ascending: $ascending,
               first: $first, after: $after) {
    total rows { majorClass certificateLevel unknown withoutStandard covered } pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}"""


async def ask(database: Database, **variables) -> dict:
    given = {"by": None, "ascending": False, "first": 100, **variables}
    ((answer, statements),) = await run_counted(database, [Request(ASK, given)])
    assert (answer.errors, statements) == ([], 1)
    return answer.data["coverageCube"]


@pytest.mark.parametrize("ascending", [False, True])
@pytest.mark.parametrize(("by", "shown"), [("UNKNOWN", "unknown"), ("WITHOUT_STANDARD", "withoutStandard")])
async def test_rows_are_sorted_by_a_figure_and_else_by_their_dimensions(national, by, shown, ascending):
    """Where the figures are alike, the order of the dimensions stays; rows without the figure are last."""
    plain = (await ask(national))["rows"]
    found = (await ask(national, by=by, ascending=ascending))["rows"]

    known = [each for each in plain if each[shown] is not None]
    unknown = [each for each in plain if each[shown] is None]
    sign = 1 if ascending else -1
    assert found == sorted(known, key=lambda each: sign * each[shown]) + unknown
    assert len({each[shown] for each in plain}) > 1


async def test_pages_together_are_the_whole_table(national):
    whole = await ask(national, by="UNKNOWN")
    pages, after, has_next = [], None, True
    while has_next:
        page = await ask(national, by="UNKNOWN", first=4, after=after)
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        pages.append(page)
        after, has_next = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]

    assert [row for page in pages for row in page["rows"]] == whole["rows"]
    assert {page["total"] for page in pages} == {whole["total"]} == {len(whole["rows"])}
    assert len(pages) > 2


async def test_a_cursor_of_other_dimensions_is_refused(national):
    page = await ask(national, first=1)
    query = f'{{ coverageCube(dimensions: [CLASS], after: "{page["pageInfo"]["endCursor"]}") {{ total }} }}'
    ((answer, _),) = await run_counted(national, [Request(query)])

    assert answer.data == {"coverageCube": None}
    assert [each.original_error.code for each in answer.errors] == ["BAD_CURSOR"]


async def test_a_province_has_both_of_its_names(national):
    query = """{ coverageCube(dimensions: [PROVINCE], through: TRAINING_PLAN) { columns { name } rows { province provinceShortName } }
                 provinces(first: 40) { nodes { name shortName } } }"""
    ((answer, _),) = await run_counted(national, [Request(query)])

    names = {each["name"]: each["shortName"] for each in answer.data["provinces"]["nodes"]}
    cube = answer.data["coverageCube"]
    assert [each["name"] for each in cube["columns"]][:2] == ["province", "provinceShortName"]
    found = {row["province"]: row["provinceShortName"] for row in cube["rows"] if row["province"]}
    assert found == {each: names[each] for each in found}
    assert found
