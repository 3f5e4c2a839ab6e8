"""What lists and filters read to find what they give: the nodes they look at, worked out before anything is read.

A list that the directory does not answer looks at every node of its type, a nested one at every link of its node. For
each of them a condition on related nodes looks at those, and so on: there and back along a catalogue of 1,500 majors is
two million nodes for one filter. How many there are is what the directory counts and what the model says a caller meets
(``Side.expected``); nothing is taken off for a condition that stops at the first node it finds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, Self

from graph.model.core import NodeType, Side
from graph.query.plan import (
    AllOf,
    AnyOf,
    Bind,
    Compare,
    Comparison,
    Condition,
    Few,
    Inputs,
    Links,
    Not,
    Page,
    Related,
)

# One value of an answer costs the graph as much as this many reads: 20 us and 1 us, measured on the embedded engine.
READS_PER_VALUE = 20
# A read and the comparison of a value with a text of `in`: 1 us and 10 ns.
COMPARISONS_PER_READ = 100
# What one value of a natural key finds where it is not the whole key, such as a code in each edition.
FOUND_BY_KEY = 5


class Size(Protocol):
    """A number that is known when the plan runs."""

    def read(self, inputs: Inputs) -> float:
        """Give it."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many nodes a type has."""

    type_name: str

    def read(self, inputs: Inputs) -> float:
        """Give it; 0 before the directory is read."""
        return inputs.directory.count(self.type_name)


@dataclass(frozen=True, slots=True)
class Degree:
    """How many nodes one node has at a side: as the model expects, or more in a graph that has grown."""

    owner: str
    target: str
    expected: int

    @classmethod
    def of(cls, side: Side) -> Self:
        """Make the degree of a side."""
        return cls(side.owner, side.target, side.expected)

    def read(self, inputs: Inputs) -> float:
        """Give it."""
        owners = inputs.directory.count(self.owner)
        return max(self.expected, inputs.directory.count(self.target) / owners if owners else 0)


@dataclass(frozen=True, slots=True, eq=False)
class Length:
    """How many values a list of the caller has."""

    values: Bind

    def read(self, inputs: Inputs) -> float:
        """Give it."""
        found = self.values.read(inputs)
        return len(found) if isinstance(found, list) else 1


# A number times sizes.
Reads = tuple[float, tuple[Size, ...]]


def page_reads(page: Page) -> Iterator[Reads]:
    """Give what a page reads besides the values it shows, in values; it reads all once more to count them."""
    if page.ids is not None:
        return
    times = (1 if page.needs_rows else 0) + (1 if page.total is not None else 0)
    for number, sizes in _rows(page):
        for factor, inner in (*_each(page.where), *_of_link(page.bases)):
            yield times * number * factor / READS_PER_VALUE, (*sizes, *inner)


def list_reads(item: Few | Links) -> Iterator[Reads]:
    """Give what the filter of a small list reads; the list itself is counted with its values."""
    for factor, sizes in (*_condition(item.where), *_of_link(item.bases)):
        yield factor / READS_PER_VALUE, (Degree.of(item.side), *sizes)


def _rows(page: Page) -> tuple[Reads, ...]:
    """Give the nodes that a page looks at: those of a key, all links of a node, or all nodes of the type."""
    if page.side is not None:
        return ((1, (Degree.of(page.side),)),)
    keys = _keys(page.target)
    conditions = page.where.conditions if isinstance(page.where, AllOf) else (page.where,)
    for each in conditions:
        if isinstance(each, Compare) and each.value and each.property.name in keys and each.comparison in _SEEKS:
            return ((1 if each.property.name == "id" else FOUND_BY_KEY, (Length(each.value),)),)
    return ((1, (Count(page.target.name),)),)


_SEEKS = frozenset({Comparison.EQ, Comparison.IN})


def _keys(node_type: NodeType) -> frozenset[str]:
    return frozenset({"id", *(name for each in node_type.lookups for name in each.properties)})


def _each(condition: Condition) -> Iterator[Reads]:
    """Give the read of a node and those of a condition on it."""
    yield 1, ()
    yield from _condition(condition)


def _of_link(bases: Bind | None) -> Iterator[Reads]:
    """Give the read of a link, where it is looked at for what it rests on."""
    if bases is not None:
        yield 1, ()


def _condition(condition: Condition) -> Iterator[Reads]:
    match condition:
        case Compare(comparison=Comparison.IN, value=Bind() as values):
            yield 1 / COMPARISONS_PER_READ, (Length(values),)
        case AllOf(conditions=conditions) | AnyOf(conditions=conditions):
            for each in conditions:
                yield from _condition(each)
        case Not():
            yield from _condition(condition.condition)
        case Related():
            for number, sizes in (*_each(condition.condition), *_of_link(condition.bases)):
                yield number, (Degree.of(condition.side), *sizes)
        case _:
            return
