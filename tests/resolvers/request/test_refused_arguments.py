"""A refused argument is an error of its field, with path and locations; what stands next to it is answered."""

import pytest

from graph.errors import BadArgumentError, BadCursorError, BadIdError, BadPageSizeError, OperationTooLargeError
from resolvers.trace import Tier
from server.http.shown_errors import show_errors
from tests.resolvers.request.refusals import answered
from tests.resolvers.test_holes import Row, ask

REFUSED = [
    ('node(id: "x") { id }', "query ($v: ID!) {{ {} }}", "x", BadIdError),
    ("majors(first: 0) { totalCount }", "query ($v: Int!) {{ {} }}", 0, BadPageSizeError),
    ('majors(after: "x") { totalCount }', "query ($v: String) {{ {} }}", "x", BadCursorError),
    (f'search(text: "{"x" * 201}") {{ score }}', "query ($v: String!) {{ {} }}", "x" * 201, BadArgumentError),
    ("gaps(basis: []) { programmes }", "query ($v: [Basis!]) {{ {} }}", [], BadArgumentError),
]


def with_variable(field: str, value: object) -> str:
    written = "[]" if value == [] else str(value) if isinstance(value, int) else f'"{value}"'
    return field.replace(written, "$v", 1)


@pytest.mark.parametrize(("field", "head", "value", "error"), REFUSED)
async def test_a_refused_argument_is_told_at_its_field_whether_written_or_a_variable(field, head, value, error):
    written = await answered(f"{{ {field} }}")
    given = await answered(head.format(with_variable(field, value)), v=value)

    for answer, column in ((written, 3), (given, len(head.format("")) - 1)):
        (found,) = answer.errors
        assert type(found.original_error) is error
        assert found.path == [field.partition("(")[0]]
        assert [(each.line, each.column) for each in found.locations] == [(1, column)]
        assert answer.trace.tier is Tier.REPLAY
        assert answer.trace.statements == 0


async def test_the_other_fields_are_answered_where_the_refused_one_may_be_null():
    answer = await answered('{ first: node(id: "x") { id } kind: __typename second: node(id: "y") { id } }')

    assert answer.data == {"first": None, "kind": "Query", "second": None}
    assert [each.path for each in answer.errors] == [["first"], ["second"]]


async def test_a_refused_list_that_may_not_be_null_takes_its_parent_with_it():
    answer = await answered("{ kind: __typename majors(first: 0) { totalCount } }")

    assert answer.data is None
    assert [each.path for each in answer.errors] == [["majors"]]


BELOW = """query ($first: Int!, $ok: Int!) {
  major(code: "510203") { name majorClass { name majors(first: $first) { totalCount } } certificates(first: $ok) { totalCount } }
}"""


async def test_below_the_root_null_goes_up_to_the_next_field_that_may_be_null():
    row = Row([["软件技术", [["计算机类"]], [[], 3]]])
    answer = await ask(row, BELOW, {"first": 101, "ok": 1})

    assert answer.data == {"major": {"name": "软件技术", "majorClass": None, "certificates": {"totalCount": 3}}}
    (shown,) = show_errors(answer.errors, "en")
    assert shown == {
        "message": "`first` must be between 1 and 100, not 101.",
        "path": ["major", "majorClass", "majors"],
        "locations": [{"line": 2, "column": 50}],
        "extensions": {"code": "BAD_PAGE_SIZE"},
    }


async def test_a_place_in_a_list_is_part_of_the_path():
    row = Row([["甲", [[]]], ["乙", [[]]]], None)
    answer = await ask(row, "{ majors { nodes { name majorClass { majors(first: 0) { totalCount } } } } }", {})

    assert answer.data == {
        "majors": {"nodes": [{"name": "甲", "majorClass": None}, {"name": "乙", "majorClass": None}]}
    }
    assert [each.path for each in answer.errors] == [
        ["majors", "nodes", place, "majorClass", "majors"] for place in range(2)
    ]


async def test_an_error_that_is_told_again_and_again_gathers_no_frames():
    query = '{ node(id: "x") { id } }'
    (first,) = (await answered(query)).errors
    for _ in range(3):
        (again,) = (await answered(query)).errors

    def depth(error: BaseException) -> int:
        frames, trace = 0, error.__traceback__
        while trace:
            frames, trace = frames + 1, trace.tb_next
        return frames

    assert depth(again.original_error) == depth(first.original_error)


async def test_what_is_refused_for_its_size_is_refused_as_a_whole():
    deep = "majorClass { majors(first: 100) { nodes { name code edition id basis } } }"
    with pytest.raises(OperationTooLargeError):
        await answered(f'{{ node(id: "x") {{ id }} majors(first: 100) {{ nodes {{ {deep} }} }} }}')


async def test_a_change_whose_answer_has_a_refused_argument_is_not_made():
    change = 'closeReview(input: {subject: "a", requirement: "b", conclusion: "c", ground: SYLLABUS})'
    below = "review { changes(first: 0) { totalCount } }"
    answer = await answered(f"mutation {{ {change} {{ {below} }} }}")

    assert answer.data == {"closeReview": None}
    (found,) = answer.errors
    assert (type(found.original_error), found.path) == (BadPageSizeError, ["closeReview"])
