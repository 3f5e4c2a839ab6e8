"""What a question's statement is made of: pieces of Cypher, each with what reads the value that it gives.

Columns are written by name, and the value is read by the same names. So no order has to be kept in two places.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

from graph.query import cypher
from resolvers.questions.records import RecordRow, RecordType

S = TypeVar("S")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """A Cypher expression, and what reads its value."""

    text: str
    read: Callable[[Any], T]


# A column of a row: an expression, whose value is taken as it is, or a part. None: it is not asked for, and reads None.
Column = str | Part[Any] | None


def row(kind: type[T], /, **columns: Column) -> Part[T]:
    """Write a row: a list of these columns, which is read into the named tuple ``kind``.

    Raises: TypeError where a field has no column, or a column no field.
    """
    fields: tuple[str, ...] = kind._fields  # type: ignore[attr-defined]  # it is a named tuple
    if columns.keys() != set(fields):
        raise TypeError(f"{kind.__name__}: {sorted(columns.keys() ^ set(fields))}")
    # What ``_make`` does, without counting the values anew: there are as many as columns.
    make: Callable[[Any], T] = partial(tuple.__new__, kind)  # type: ignore[type-var]  # it is a named tuple
    return _row(make, [columns[each] for each in fields])


def record(kind: RecordType, /, **columns: Column) -> Part[RecordRow]:
    """Write a row that is a record as it is read. Raises: what ``RecordType.row`` raises."""
    return _row(_as_it_is, kind.row(**columns))


def _row(make: Callable[[Any], T], columns: Sequence[Column]) -> Part[T]:
    written = [each for each in columns if each is not None]
    text = f"[{', '.join(each.text if isinstance(each, Part) else each for each in written)}]"
    absent = [place for place, each in enumerate(columns) if each is None]
    readers = [(place, each.read) for place, each in enumerate(columns) if isinstance(each, Part)]
    if not absent and not readers:
        return Part(text, make)

    def read(values: Sequence[Any]) -> T:
        named = [*values]
        for place in absent:
            named.insert(place, None)
        for place, reader in readers:
            named[place] = reader(named[place])
        return make(named)

    return Part(text, read)


@dataclass(frozen=True, slots=True)
class Preceded(Generic[S, T]):
    """What was read before the columns of a row, and what reads these."""

    before: S
    row: Callable[[], T]


def preceded(before: Part[S], each: Part[T]) -> Part[Preceded[S, T]]:
    """Write something before the columns of a row, which are read when they are wanted.

    ``each`` must be a row with at least one column.
    """
    text = f"[{before.text}, {each.text.removeprefix('[')}"
    return Part(text, lambda values: Preceded(before.read(values[0]), lambda: each.read(values[1:])))


def _as_it_is(value: Any) -> Any:
    return value


def rows(match: str, each: Part[T], *, order: str = "", limit: str = "") -> Part[list[T]]:
    """Write a subquery that collects a row for each match."""
    clauses = (
        f"RETURN {each.text}",
        f"ORDER BY {order}" if order else "",
        f"LIMIT {limit}" if limit else "",
    )
    return Part(cypher.collect(match, *clauses), _all(each))


@dataclass(frozen=True, slots=True)
class Collected(Part[list[T]]):
    """A whole statement that collects a row for each of its rows: its clauses, and what it returns."""

    clauses: str
    value: str

    def behind(self, before: Part[S]) -> Part[Preceded[S, list[T]]]:
        """Return something else before the rows. What has no rows returns it too."""
        text = f"{self.clauses}\nWITH {self.value} AS records\nRETURN [{before.text}, records]"
        return Part(text, lambda values: Preceded(before.read(values[0]), lambda: self.read(values[1])))


def collected(clauses: str, each: Part[T]) -> Collected[T]:
    """Write a whole statement that collects a row for each of its rows, in their order."""
    value = f"collect({each.text})"
    return Collected(f"{clauses}\nRETURN {value}", _all(each), clauses, value)


def listed(pattern: str, each: Part[T]) -> Part[list[T]]:
    """Write a pattern comprehension, in no order: the embedded engine reads short lists faster so than by subquery."""
    return Part(f"[{pattern} | {each.text}]", _all(each))


def _all(each: Part[T]) -> Callable[[Any], list[T]]:
    return _as_it_is if each.read is _as_it_is else lambda values: [*map(each.read, values)]


def one(part: Part[list[T]]) -> Part[T | None]:
    """Read of rows that are one at most the first; None: there is none."""
    return Part(part.text, lambda values: next(iter(part.read(values)), None))


def chain(*parts: Part[list[T]] | Part[frozenset[T]]) -> Part[list[T]]:
    """Read several lists as one, in this order."""

    def read(values: Sequence[Any]) -> list[T]:
        return [each for part, value in zip(parts, values, strict=True) for each in part.read(value)]

    return Part(f"[{', '.join(each.text for each in parts)}]", read)


def distinct(match: str, each: Part[T]) -> Part[frozenset[T]]:
    """Write a subquery that collects the different rows."""
    return Part(cypher.collect(match, f"RETURN DISTINCT {each.text}"), lambda values: frozenset(map(each.read, values)))


def ids(match: str, value: str) -> Part[frozenset[str]]:
    """Write a subquery that collects the different values of an expression."""
    return Part(cypher.collect(match, f"RETURN DISTINCT {value}"), frozenset)


def pairs(match: str, key: str, value: str) -> Part[Mapping[str, Any]]:
    """Write a subquery that collects a value for each key."""
    return Part(cypher.collect(match, f"WITH DISTINCT {key} AS key, {value} AS value RETURN [key, value]"), dict)


def together(*parts: Part[T]) -> Part[list[T]]:
    """Write several parts as one, in this order."""
    text = f"[{', '.join(each.text for each in parts)}]"
    return Part(text, lambda values: [part.read(value) for part, value in zip(parts, values, strict=True)])


def count(match: str) -> Part[int]:
    """Write how many matches there are."""
    return Part(cypher.count(match), int)


def nodes(projections: dict[str, str]) -> Part[dict[str, Any]]:
    """Write one node as each of these record fields shows it, read by the field's name."""
    names = tuple(projections)
    return Part(f"[{', '.join(projections.values())}]", lambda values: dict(zip(names, values, strict=True)))
