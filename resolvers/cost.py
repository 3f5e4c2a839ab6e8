"""What a plan may cost: values of the answer and reads to find them, bounded before anything is read."""

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from graph.errors import OperationTooLargeError
from graph.query.plan import (
    Bind,
    Branches,
    Call,
    Derived,
    DistinctName,
    EdgeList,
    Few,
    Inputs,
    Item,
    Leaf,
    Links,
    Lookup,
    NodeList,
    NodeOfEdge,
    NodeValue,
    One,
    Page,
    Plan,
    RecordValue,
    Refused,
    Root,
    Selection,
    SourceList,
)
from resolvers.reads import Size, list_reads, page_reads

BUDGET = 50_000
# From here on an operation is expensive: it takes a processor of the graph server for 20 ms or more, and takes turns
# with others of its kind (graph.connection.admission).
EXPENSIVE = 1_000
# Beyond it not every reader of JSON reads a number exactly, and beyond 64 bits ours does not write it.
TOLD_LARGEST = 2**53 - 1
# What a list small by nature holds as a rule, also one within a record; used to estimate, never to cut.
FEW_EXPECTED = 5

# The places of record fields from the answer down.
Places = tuple[int, ...]

# A number of values times sizes: of the pages around them, of what is read to find them.
Term = tuple[float, tuple[Size, ...]]


def cost_terms(plan: Plan) -> tuple[Term, ...]:
    """Give the cost of a plan as a sum of terms, one for each chain of pages; their sizes are known when it runs."""
    values: dict[tuple[object, ...], float] = {}
    chains: dict[tuple[object, ...], tuple[Size, ...]] = {}
    for count, sizes in (term for root in plan.roots for term in _root(root)):
        # By identity: two binds of one label are two sizes.
        chain = tuple(id(each) if isinstance(each, Bind) else each for each in sizes)
        values[chain] = values.get(chain, 0) + count
        chains[chain] = sizes
    return tuple((values[chain], sizes) for chain, sizes in chains.items())


def cost_of(terms: Iterable[Term], inputs: Inputs) -> int:
    """Work out what a run costs, in values."""
    return math.ceil(sum(values * math.prod(size.read(inputs) for size in sizes) for values, sizes in terms))


def check_cost(terms: Iterable[Term], inputs: Inputs) -> int:
    """Give what a run costs. Raises: OperationTooLargeError when that is over the budget."""
    cost = cost_of(terms, inputs)
    if cost > BUDGET:
        raise OperationTooLargeError(min(cost, TOLD_LARGEST), budget=BUDGET)
    return cost


def _root(root: Root) -> Iterator[Term]:
    match root:
        case Lookup():
            yield from _selection(root.selection)
        case Page():
            yield from _page(root)
        case Call():
            yield from _call(root)
        case _:
            return


class _Many(NamedTuple):
    """How many nodes stand at one place of an answer: a number times the sizes around them."""

    field: str
    factor: int = 1
    sizes: tuple[Size, ...] = ()

    def times(self, size: Bind | int) -> "_Many":
        """Give the number in a list of this size."""
        if isinstance(size, Bind):
            return self._replace(sizes=(*self.sizes, size))
        return self._replace(factor=self.factor * size)


def _call(call: Call) -> Iterator[Term]:
    """Count the nodes of the records; each is read with all that is asked of nodes under its field's name."""
    yield call.cost, ()
    places = dict(_places(call.answer, _Many("")))
    for many in places.values():
        for wanted in call.nodes[many.field]:
            yield from _times(_either(wanted), many.factor, many.sizes)


def _places(value: RecordValue | NodeValue, around: _Many, above: Places = ()) -> Iterator[tuple[Places, _Many]]:
    """Give the places of nodes in an answer; a place that is asked for under two keys comes twice."""
    many, path = around.times(value.size), (*above, value.place)
    if isinstance(value, NodeValue):
        yield path, many._replace(field=value.field)
        return
    for item in value.record.items:
        if isinstance(item, RecordValue | NodeValue):
            yield from _places(item, many, path)


def _either(wanted: Selection | Branches) -> Iterator[Term]:
    """Count the most expensive branch, measured with pages of ten: a node has one type."""
    branches = wanted.by_type if isinstance(wanted, Branches) else (wanted,)
    yield from max((tuple(_selection(each)) for each in branches), key=_guess)


def _guess(terms: tuple[Term, ...]) -> float:
    return sum(values * 10.0 ** len(sizes) for values, sizes in terms)


def _selection(selection: Selection) -> Iterator[Term]:
    yield 1, ()
    for item in selection.items:
        yield from _item(item)


def _item(item: Item) -> Iterator[Term]:
    match item:
        case Leaf() | Refused():
            yield 1, ()
        case Derived(of=derived):
            yield len(derived.of), ()
        case DistinctName(target=target):
            yield len(target.distinction) + 1, ()
        case SourceList() | Few():
            yield from _times(_selection(item.selection), FEW_EXPECTED if isinstance(item, Few) else 1)
            if isinstance(item, Few):
                yield from list_reads(item)
        case One():
            yield from _selection(item.selection)
        case Links():
            yield from _times(_row(item.items), FEW_EXPECTED)
            yield from list_reads(item)
        case Page():
            yield from _page(item)
        case _:
            return


def _page(page: Page) -> Iterator[Term]:
    yield from page_reads(page)
    for part in page.parts:
        if isinstance(part, NodeList):
            yield from _times(_selection(part.selection), 1, (page.limit,))
        elif isinstance(part, EdgeList):
            yield from _times(_row(part.items), 1, (page.limit,))


def _row(items: Iterable[object]) -> Iterator[Term]:
    for item in items:
        if isinstance(item, NodeOfEdge | SourceList):
            yield from _selection(item.selection)
        else:
            yield 1, ()


def _times(terms: Iterable[Term], factor: int, sizes: tuple[Size, ...] = ()) -> Iterator[Term]:
    for values, inner in terms:
        yield values * factor, (*sizes, *inner)
