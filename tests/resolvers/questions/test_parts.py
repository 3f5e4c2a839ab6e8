"""Parts of statements: each reads the value that its own Cypher gives, by the names it was written with."""

from typing import NamedTuple

import pytest

from graph.model.core import Property
from resolvers.questions.parts import (
    chain,
    collected,
    count,
    distinct,
    ids,
    listed,
    nodes,
    one,
    pairs,
    preceded,
    record,
    row,
    rows,
    together,
)
from resolvers.questions.records import RecordType


class Course(NamedTuple):
    id: str
    name: str


class Plan(NamedTuple):
    key: str
    courses: list[Course]
    note: str | None


COURSE = row(Course, name="c.name", id="c.id")
STEP = RecordType(
    name="Step",
    description="A step.",
    fields=tuple(Property(name=each, description=each) for each in ("kind", "from", "to")),
)
ONLY = RecordType(name="Only", description="A single field.", fields=(Property(name="code", description="code"),))


def test_a_row_is_read_into_the_names_it_was_written_with():
    assert COURSE.text == "[c.id, c.name]"
    assert COURSE.read(["Course:1", "护理"]) == Course(id="Course:1", name="护理")


@pytest.mark.parametrize("columns", [{"id": "c.id"}, {"id": "c.id", "name": "c.name", "code": "c.code"}])
def test_a_row_without_a_column_or_with_one_too_many_is_refused(columns):
    with pytest.raises(TypeError, match=r"Course: \['(name|code)'\]"):
        row(Course, **columns)


def test_rows_write_their_order_and_limit():
    part = rows("MATCH (c:Course)", COURSE, order="c.id", limit="$first")

    assert part.text == "COLLECT { MATCH (c:Course) RETURN [c.id, c.name] ORDER BY c.id LIMIT $first }"
    assert part.read([["1", "a"], ["2", "b"]]) == [Course("1", "a"), Course("2", "b")]


def test_a_row_within_a_row_is_read_too_and_what_is_not_asked_for_reads_none():
    part = row(Plan, key="p.id", courses=listed("(p)-->(c:Course)", COURSE), note=None)

    assert part.text == "[p.id, [(p)-->(c:Course) | [c.id, c.name]]]"
    assert part.read(["P", [["1", "a"]]]) == Plan("P", [Course("1", "a")], None)


KEYS = together(pairs("MATCH (n)", "n.id", "null"))


def test_what_precedes_a_row_is_read_first_and_the_row_when_it_is_wanted():
    part = preceded(KEYS, COURSE)

    assert part.text == (
        "[[COLLECT { MATCH (n) WITH DISTINCT n.id AS key, null AS value RETURN [key, value] }], c.id, c.name]"
    )
    read = part.read([[[["1", None]]], "1", "a"])
    assert read.before == [{"1": None}]
    assert read.row() == Course("1", "a")
    assert part.read([[[]], None, None]).before == [{}]


def test_what_is_returned_before_the_rows_is_there_also_without_rows():
    part = collected("MATCH (c)", COURSE).behind(KEYS)

    assert part.text == f"MATCH (c)\nWITH collect([c.id, c.name]) AS records\nRETURN [{KEYS.text}, records]"
    read = part.read([[[]], [["1", "a"]]])
    assert (read.before, read.row()) == ([{}], [Course("1", "a")])


def test_parts_of_other_kinds():
    assert ids("MATCH (r)", "r.id").text == "COLLECT { MATCH (r) RETURN DISTINCT r.id }"
    assert ids("MATCH (r)", "r.id").read(["b", "a"]) == {"a", "b"}
    assert distinct("MATCH (c)", COURSE).text == "COLLECT { MATCH (c) RETURN DISTINCT [c.id, c.name] }"
    assert distinct("MATCH (c)", COURSE).read([["1", "a"], ["1", "a"]]) == {Course("1", "a")}
    assert count("MATCH (r)").text == "COUNT { MATCH (r) }"
    assert one(rows("MATCH (c)", COURSE)).read([["1", "a"]]) == Course("1", "a")
    assert one(rows("MATCH (c)", COURSE)).read([]) is None
    assert nodes({"a": "[c.id]", "b": "[]"}).text == "[[c.id], []]"
    assert nodes({"a": "[c.id]", "b": "[]"}).read([["1"], []]) == {"a": ["1"], "b": []}


def test_a_chain_is_read_as_one_list():
    part = chain(rows("MATCH (c)", COURSE), listed("(p)-->(c)", COURSE))

    assert part.text == "[COLLECT { MATCH (c) RETURN [c.id, c.name] }, [(p)-->(c) | [c.id, c.name]]]"
    assert part.read([[["1", "a"]], [["2", "b"]]]) == [Course("1", "a"), Course("2", "b")]


def test_a_record_is_written_in_the_order_of_its_fields_and_read_as_it_is():
    part = record(STEP, to="b.id", kind="type(r)", from_="a.id")

    assert part.text == "[type(r), a.id, b.id]"
    assert list(rows("MATCH (a)", part).read([["SUITS", "1", "2"]])) == [["SUITS", "1", "2"]]


def test_a_record_is_made_by_name():
    assert list(STEP.row(to=2, from_=1, kind="SUITS")) == ["SUITS", 1, 2]
    assert list(ONLY.row(code="x")) == ["x"]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"kind": "a", "to": 1}, r"Step: fields without a value \['from'\], values without a field \[\]"),
        ({"kind": "a", "to": 1, "form_": 2}, r"without a value \['from'\], values without a field \['form'\]"),
        ({"kind": "a", "to": 1, "from_": 2, "by": 3}, r"without a value \[\], values without a field \['by'\]"),
    ],
)
def test_a_record_with_a_field_missing_or_unknown_is_refused(values, message):
    with pytest.raises(TypeError, match=message):
        STEP.row(**values)
