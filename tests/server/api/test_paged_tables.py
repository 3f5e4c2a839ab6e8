"""A fit that is longer than a page of the API, from an endpoint that pages: the file has all of it, and of one time."""

import csv
import io
from collections.abc import Sequence
from typing import Any, cast

import httpx
import openpyxl
import pytest
from starlette.applications import Starlette

from graph.database_errors import StatementTimeoutError
from graph.errors import OperationTooLargeError
from resolvers.identify import Request
from resolvers.operation import Answer
from resolvers.questions.coverage.coverage_records import COUNTS
from resolvers.trace import Trace
from server.api.graphql_endpoint import GraphQLEndpoint
from server.api.response_cache import CachedAnswer, Source
from server.api.tables.fit_tables import PAGE_LARGEST, ROWS_LARGEST
from server.api.tables.table_endpoint import Tables
from server.http.response import Reply, json_reply

ADDRESS = "http://tables/tables/fit"
SCOPE = {"subject": "TeachingStandard:2025:1", "target": "Certificate:甲"}


def _item(number: int, state: str) -> dict[str, Any]:
    task = {"code": "1.1", "name": "任务", "workArea": {"code": "1", "name": "领域"}}
    requirement = {
        "id": f"SkillRequirement:{number}",
        "level": "ELEMENTARY",
        "code": f"1.1.{number}",
        "text": f"能{number}",
        "task": task,
    }
    return {"state": state, "requirement": requirement, "proofs": [], "suggestions": []}


class PagingEndpoint:
    """Answers `coverage` page by page; each operation meets the next of ``states``, by which all items stand."""

    def __init__(self, size: int, states: Sequence[str] = ("UNKNOWN",), fails_at: int | None = None) -> None:
        self.asked: list[int] = []
        self._size = size
        self._states = states
        self._fails_at = fails_at

    def limit(self) -> float:
        return 0.0

    def takes_text(self, _: str) -> bool:
        return True

    async def answer(self, request: Request, caller: Any, show: Any, _: Any, __: float, said: Any) -> Reply:
        start = int(request.variables.get("after") or 0)
        self.asked.append(start)
        if len(self.asked) == self._fails_at:
            return await json_reply({"errors": [{"message": StatementTimeoutError().en}]}, caller, 504)
        state = self._states[min(len(self.asked), len(self._states)) - 1]
        return await show(CachedAnswer(Source.MISS, answer=self._page(start, state, request)), Trace(), caller)

    def _page(self, start: int, state: str, request: Request) -> Answer:
        end = min(self._size, start + request.variables["first"])
        counts = {each.name: 0 for each in COUNTS} | {"requirements": self._size, state.lower(): self._size}
        page = {"hasNextPage": end < self._size, "endCursor": str(end)}
        items = [_item(number, state) for number in range(start, end)]
        return Answer({"coverage": {**counts, "total": self._size, "items": items, "pageInfo": page}}, [], Trace())


async def _get(endpoint: PagingEndpoint, ending: str) -> httpx.Response:
    app = Starlette(routes=Tables(lambda: cast(GraphQLEndpoint, endpoint)).routes())
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as client:
        return await client.get(f"{ADDRESS}.{ending}", params={**SCOPE, "language": "en"})


def _rows(response: httpx.Response) -> list[list[str]]:
    return list(csv.reader(io.StringIO(response.content.decode(), newline="")))[1:]


@pytest.mark.parametrize(
    ("size", "starts"),
    [
        (0, [0]),
        (PAGE_LARGEST, [0]),
        (PAGE_LARGEST + 1, [0, PAGE_LARGEST]),
        (2 * PAGE_LARGEST + 1, [0, PAGE_LARGEST, 2 * PAGE_LARGEST]),
    ],
)
async def test_all_pages_are_in_the_file(size, starts):
    endpoint = PagingEndpoint(size)

    response = await _get(endpoint, "csv")

    assert response.status_code == 200
    assert endpoint.asked == starts
    assert [row[5] for row in _rows(response)] == [f"1.1.{number}" for number in range(size)]


async def test_totals_and_rows_of_a_workbook_are_of_one_time():
    size = PAGE_LARGEST + 1
    endpoint = PagingEndpoint(size, ("UNKNOWN", "COVERED"))

    response = await _get(endpoint, "xlsx")

    requirements, _, totals = openpyxl.load_workbook(io.BytesIO(response.content)).worksheets
    states = [row[7] for row in list(requirements.values)[1:]]
    assert endpoint.asked == [0, PAGE_LARGEST, 0, PAGE_LARGEST]
    assert states == ["Covered"] * size
    assert ["Covered", size] in [list(row) for row in totals.values]


async def test_a_page_that_fails_fails_the_file():
    endpoint = PagingEndpoint(3 * PAGE_LARGEST, fails_at=2)

    response = await _get(endpoint, "csv")

    assert (response.status_code, list(response.json())) == (504, ["errors"])
    assert endpoint.asked == [0, PAGE_LARGEST]


async def test_a_fit_beyond_the_largest_table_is_refused_at_its_first_page():
    endpoint = PagingEndpoint(ROWS_LARGEST + 1)

    with pytest.raises(
        OperationTooLargeError, match=f" {ROWS_LARGEST + 1} rows; the limit is {ROWS_LARGEST}\\. Narrow it by a filter"
    ):
        await _get(endpoint, "csv")

    assert endpoint.asked == [0]
