"""``/tables/gaps``, ``matrix`` and ``crosswalk`` (``.csv``, ``.json``, ``.xlsx``): what questions answer, as tables.

The query string has the arguments of the question by their names. ``language`` is that of the titles, by default as
``Accept-Language`` has it. The JSON has the operation and its variables, which give the same.
"""

from collections.abc import Callable, Mapping
from operator import itemgetter
from typing import Any

import orjson
from starlette.datastructures import QueryParams

from graph.errors import Language
from interchange.question_tables import crosswalk_table, gaps_table, matrix_table
from interchange.question_tables.columns import QuestionTable
from resolvers.identify import Request
from resolvers.questions.coverage.coverage_gaps import GAPS_LARGEST, CoverageGaps
from resolvers.questions.coverage.coverage_matrix import CoverageMatrix
from resolvers.questions.question import Question
from resolvers.questions.records import FIRST
from resolvers.questions.shared.standard_texts import ROWS_LARGEST
from resolvers.questions.standards.crosswalk import Crosswalk
from resolvers.request.declarations import Argument
from server.api.tables.query_values import read_value
from server.api.tables.table_file import TableFiles, chosen_language, refuse_other_language, refuse_unknown, wants_mark

MATRIX_CELLS_LARGEST = 10_000
_OWN = ("language", "bom")


def table_files(
    name: str,
    question: Question,
    selection: str,
    table: Callable[[Any], QuestionTable],
    *,
    rows_largest: int,
    workbook: Callable[[Any, Language], bytes] | None = None,
) -> TableFiles:
    """Make the files of what a question answers; it is asked for one row more, so that nothing is cut silently."""
    operation = f"{name.capitalize()}Table"
    arguments = [each for each in question.arguments if each.name not in {FIRST, "after"}]
    has_first = any(each.name == FIRST for each in question.arguments)
    document = _document(operation, question, selection, arguments, has_first=has_first)

    def read_variables(given: QueryParams) -> dict[str, Any]:
        refuse_unknown(given, (*(each.name for each in arguments), *_OWN))
        wants_mark(given)
        refuse_other_language(given)
        chosen = {each.name: read_value(given, each.name, each.annotation) for each in arguments if each.name in given}
        return {**chosen, **({FIRST: rows_largest + 1} if has_first else {})}

    def as_csv(answer: Any, given: QueryParams, language: Language) -> bytes:
        return table(answer).as_csv(chosen_language(given, language), for_excel=wants_mark(given))

    def as_json(answer: Any, _given: QueryParams, _: Language) -> bytes:
        return orjson.dumps(table(answer).as_json())

    def as_workbook(answer: Any, given: QueryParams, language: Language) -> bytes:
        shown = chosen_language(given, language)
        return workbook(answer, shown) if workbook else table(answer).as_workbook(shown)

    return TableFiles(
        name=name,
        rows_largest=rows_largest,
        read_request=lambda given: Request(document, read_variables(given), operation),
        table_of=itemgetter(question.name),
        writers={"csv": as_csv, "json": as_json, "xlsx": as_workbook},
        shows_request=True,
        size=lambda answer: len(table(answer).rows),
    )


def _document(operation: str, question: Question, selection: str, arguments: list[Argument], *, has_first: bool) -> str:
    declared = [f"${each.name}: {_type(each)}" for each in arguments]
    names = [each.name for each in arguments]
    if has_first:
        declared, names = [*declared, f"${FIRST}: Int!"], [*names, FIRST]
    passed = ", ".join(f"{each}: ${each}" for each in names)
    return f"query {operation}({', '.join(declared)}) {{\n  {question.name}({passed}) {{ {selection} }}\n}}"


def _type(argument: Argument) -> str:
    """Write the type of a variable; what may be left out has the default of the argument."""
    inner = argument.annotation.removesuffix(" | None")
    listed = inner.removeprefix("list[").removesuffix("]")
    written = f"[{listed}!]" if inner.startswith("list[") else listed
    if argument.default is ...:
        return f"{written}!"
    if argument.default is None:
        return written
    return f"{written} = {orjson.dumps(argument.default).decode()}"


def _matrix_workbook(answer: Mapping[str, Any], language: Language) -> bytes:
    sheet = matrix_table.matrix_sheet(answer, language)
    return matrix_table.matrix_table(answer).as_workbook(language, sheet)


QUESTION_FILES = (
    table_files("gaps", CoverageGaps(), gaps_table.SELECTION, gaps_table.gaps_table, rows_largest=GAPS_LARGEST - 1),
    table_files(
        "matrix",
        CoverageMatrix(),
        matrix_table.SELECTION,
        matrix_table.matrix_table,
        rows_largest=MATRIX_CELLS_LARGEST,
        workbook=_matrix_workbook,
    ),
    table_files(
        "crosswalk",
        Crosswalk(),
        crosswalk_table.SELECTION,
        crosswalk_table.crosswalk_table,
        rows_largest=ROWS_LARGEST - 1,
    ),
)
