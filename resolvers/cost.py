"""What a plan may cost: rows times values, bounded before anything is read."""

import math
from collections.abc import Iterable, Iterator

from graph.errors import OperationTooLargeError
from graph.plan import (
    Bind,
    Branches,
    Call,
    EdgeList,
    Few,
    Inputs,
    Item,
    Leaf,
    Links,
    Lookup,
    NodeList,
    NodeOfEdge,
    One,
    Page,
    Plan,
    Root,
    Selection,
    SourceList,
)

BUDGET = 50_000
# Beyond it not every reader of JSON reads a number exactly, and beyond 64 bits ours does not write it.
TOLD_LARGEST = 2**53 - 1
# What a list small by nature holds as a rule; used to estimate, never to cut.
FEW_EXPECTED = 5

# A number of values times the sizes of the pages around them.
Term = tuple[int, tuple[Bind, ...]]


def cost_terms(plan: Plan) -> tuple[Term, ...]:
    """Give the cost of a plan as a sum of terms, one for each chain of pages; their sizes are known when it runs."""
    values: dict[tuple[int, ...], int] = {}
    chains: dict[tuple[int, ...], tuple[Bind, ...]] = {}
    for count, sizes in (term for root in plan.roots for term in _root(root)):
        # By identity: two binds of one label are two sizes.
        chain = tuple(map(id, sizes))
        values[chain] = values.get(chain, 0) + count
        chains[chain] = sizes
    return tuple((values[chain], sizes) for chain, sizes in chains.items())


def check_cost(terms: Iterable[Term], inputs: Inputs) -> None:
    """Refuse a run over the budget with OperationTooLargeError."""
    cost = sum(values * math.prod(size.read(inputs) for size in sizes) for values, sizes in terms)
    if cost > BUDGET:
        raise OperationTooLargeError(min(cost, TOLD_LARGEST), budget=BUDGET)


def _root(root: Root) -> Iterator[Term]:
    match root:
        case Lookup():
            yield from _selection(root.selection)
        case Page():
            yield from _page(root)
        case Call():
            sizes = tuple(each for each in root.binds if each.label == "first")
            inner = (term for wanted in root.nodes.values() for each in wanted for term in _either(each))
            yield from _times(inner, 1, sizes)
        case _:
            return


def _either(wanted: Selection | Branches) -> Iterator[Term]:
    """Count the dearest branch, measured with pages of ten: a node has one type."""
    branches = wanted.by_type if isinstance(wanted, Branches) else (wanted,)
    yield from max((tuple(_selection(each)) for each in branches), key=_guess)


def _guess(terms: tuple[Term, ...]) -> int:
    return sum(values * 10 ** len(sizes) for values, sizes in terms)


def _selection(selection: Selection) -> Iterator[Term]:
    yield 1, ()
    for item in selection.items:
        yield from _item(item)


def _item(item: Item) -> Iterator[Term]:
    match item:
        case Leaf():
            yield 1, ()
        case SourceList() | Few():
            yield from _times(_selection(item.selection), FEW_EXPECTED if isinstance(item, Few) else 1)
        case One():
            yield from _selection(item.selection)
        case Links():
            yield from _times(_row(item.items), FEW_EXPECTED)
        case Page():
            yield from _page(item)
        case _:
            return


def _page(page: Page) -> Iterator[Term]:
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


def _times(terms: Iterable[Term], factor: int, sizes: tuple[Bind, ...] = ()) -> Iterator[Term]:
    for values, inner in terms:
        yield values * factor, (*sizes, *inner)
