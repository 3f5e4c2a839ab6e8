"""Pages of a list of records: what ``after`` takes, and what ``pageInfo`` says.

A cursor holds the key of the last row that was given. So a page begins where the one before ended, also where rows were
decided, filtered or added meanwhile.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Generic, NamedTuple, TypeVar

from graph.errors import BadCursorError
from graph.model.core import Property, Scalar, Text
from resolvers.questions.argument_kinds import ValueArgument
from resolvers.questions.records import FIRST, RecordField, RecordRow, RecordType, count_field
from resolvers.request.arguments import decode_place, encode_cursor

T = TypeVar("T")
AFTER = "after"
PAGE_INFO = RecordType(
    name="PageInfo",
    description=Text("Where a page stands in its list.", "当前页在列表中的位置。"),
    fields=(
        Property(
            name="hasNextPage",
            type=Scalar.BOOLEAN,
            description=Text(
                "Whether more follows; ask with `after: endCursor`.", "之后是否还有内容；用 `after: endCursor` 继续。"
            ),
            required=True,
        ),
        Property(
            name="hasPreviousPage",
            type=Scalar.BOOLEAN,
            description=Text("Whether this page was asked with `after`.", "当前页是否用 `after` 取得。"),
            required=True,
        ),
        Property(
            name="startCursor",
            description=Text("Cursor of the first row. Null: the page is empty.", "首行游标。null：当前页为空。"),
        ),
        Property(
            name="endCursor",
            description=Text("Cursor of the last row. Null: the page is empty.", "末行游标。null：当前页为空。"),
        ),
    ),
)
PAGE_INFO_FIELD = RecordField(
    name="pageInfo",
    description=Text("Where this page stands in the list.", "当前页在列表中的位置。"),
    record=PAGE_INFO,
    is_list=False,
    is_optional=False,
)


def after_key(made_for: str) -> ValueArgument:
    """Declare ``after`` of a list whose cursors hold the key of a row alone."""
    return after_row(partial(decode_place, made_for=made_for))


def after_row(read: Callable[[str], Any]) -> ValueArgument:
    """Declare ``after``; ``read`` gives what a cursor of the list holds. Raises: what ``read`` raises."""
    return ValueArgument(
        name=AFTER,
        annotation="String | None",
        description=Text(
            "Give what follows this cursor, `pageInfo.endCursor` of the page before.",
            "返回该游标之后的内容：上一页的 `pageInfo.endCursor`。",
        ),
        default=None,
        check=lambda _, text: read(text),
    )


class RecordPage(NamedTuple, Generic[T]):
    """The rows of a page, and its ``pageInfo``."""

    rows: Sequence[T]
    info: RecordRow


def page_of(
    rows: Sequence[T],
    key: Callable[[T], str],
    made_for: str,
    *,
    first: int,
    after: str | None,
    shown: Callable[[T], bool] = lambda _: True,
) -> RecordPage[T]:
    """Cut the rows that are shown behind the key ``after``, whether its own row is shown or not.

    Raises: BadCursorError where no row has the key.
    """
    start = 0
    if after is not None:
        start = next((place for place, each in enumerate(rows, 1) if key(each) == after), 0)
        if not start:
            raise BadCursorError
    following = [each for each in rows[start:] if shown(each)]
    page = following[:first]
    cursor = partial(encode_cursor, made_for)
    cursors = [cursor([key(each)]) for each in (*page[:1], *page[-1:])]
    return RecordPage(page, page_info(cursors, has_next=len(following) > first, has_previous=after is not None))


def page_info(cursors: Sequence[str], *, has_next: bool, has_previous: bool) -> RecordRow:
    """Say where a page stands, by the cursors of its rows; those of the first and the last are enough."""
    return PAGE_INFO.row(
        hasNextPage=has_next,
        hasPreviousPage=has_previous,
        startCursor=next(iter(cursors), None),
        endCursor=next(reversed(cursors), None),
    )


def connection_of(record: RecordType, description: Text) -> RecordType:
    """Declare a page of records with the number of all, in the form of the lists of nodes."""
    total = count_field(
        "totalCount", Text("Rows in the whole list; counted only when asked.", "整个列表的行数；仅在查询时计数。")
    )
    text = Text("The rows of this page.", "当前页的内容。")
    nodes = RecordField(name="nodes", description=text, record=record, size=FIRST)
    return RecordType(name=f"{record.name}Connection", description=description, fields=(nodes, PAGE_INFO_FIELD, total))
