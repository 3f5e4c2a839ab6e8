"""Data that lacks what the schema promises is reported as such, and is no fault of ours."""

from graph.query.directory import Directory
from resolvers.identify import Request
from resolvers.operation import Answer, Operations
from resolvers.trace import Tier
from schema.build import executable_schema
from server.http.shown_errors import show_errors
from tests.golden.make import PLANNERS


class Row:
    """A reader that gives one record."""

    current = Directory(0, {})

    def __init__(self, *columns) -> None:
        self.columns = columns

    async def read(self, statement, **options):
        return [list(self.columns)]


async def ask(row: Row, query: str, variables: dict | None = None) -> Answer:
    return await Operations(executable_schema(), PLANNERS, row, row).run(Request(query, variables or {}))


async def test_a_missing_name_is_data_that_is_incomplete():
    answer = await ask(Row([[None]]), '{ major(code: "510203") { name } }')

    assert (answer.data, answer.trace.tier) == ({"major": None}, Tier.REPLAY)
    (shown,) = show_errors(answer.errors, "en")
    assert shown["message"] == "Cannot return null for non-nullable field Major.name."
    assert (shown["path"], shown["extensions"]) == (["major", "name"], {"code": "DATA_INCOMPLETE"})


async def test_a_small_list_with_sort_keys_of_several_kinds_is_still_answered():
    levels = [["ADVANCED", None, "c"], ["ELEMENTARY", "one", "a"], ["INTERMEDIATE", 2, "b"]]
    query = '{ certificate(name: "x") { levels { level } } }'

    answer = await ask(Row([[levels]]), query)

    assert [each["level"] for each in answer.data["certificate"]["levels"]] == [
        "INTERMEDIATE",
        "ELEMENTARY",
        "ADVANCED",
    ]
