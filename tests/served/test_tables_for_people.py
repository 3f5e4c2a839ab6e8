"""Tables for people have words in the place of codes, in every cell of every sheet."""

import csv
import io
import itertools
from typing import Any

import httpx
import openpyxl
import pytest
from graphql import is_enum_type

from schema.build import executable_schema
from tests.served.test_tables import QUESTION_TABLES, SCOPE

# Every table for people, and the endings of which that is so.
FOR_PEOPLE: list[tuple[str, dict[str, Any], tuple[str, ...]]] = [
    ("coverage", {"dimensions": "EDUCATION_LEVEL,CERTIFICATE_LEVEL"}, ("xlsx",)),
    ("alignments", {**SCOPE, "suggestions": "5"}, ("xlsx", "csv")),
    ("fit", SCOPE, ("xlsx", "csv")),
    *((name, parameters, ("xlsx", "csv")) for name, parameters in QUESTION_TABLES.items()),
]


def cells_for_people(response: httpx.Response) -> list[Any]:
    """Give all cells; the sheet that explains codes has them in its third column, next to their words."""
    if response.headers["content-type"].startswith("text/csv"):
        return [cell for row in csv.reader(io.StringIO(response.text, newline="")) for cell in row]
    return [
        cell.value
        for sheet in openpyxl.load_workbook(io.BytesIO(response.content)).worksheets
        for cell in itertools.chain.from_iterable(sheet.iter_rows())
        if not (sheet.title in {"代码", "Codes"} and cell.column == 3)
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("name", "parameters", "endings"), FOR_PEOPLE)
def test_no_cell_of_a_table_for_people_is_a_bare_code(served, name, parameters, endings, language):
    codes = {code for each in executable_schema().type_map.values() if is_enum_type(each) for code in each.values}
    asked = {**parameters, "language": language}
    for ending in endings:
        cells = cells_for_people(httpx.get(f"{served.url}/tables/{name}.{ending}", params=asked, timeout=60))
        texts = [each for each in cells if isinstance(each, str)]

        assert len(texts) > 10
        assert {part for each in texts for part in each.split("; ")} & codes == set()
