"""Create many nodes and links in bounded batches: the statements, and the batches of their ``$rows``.

A row holds ``values``, all that is stored; that of a link also the ids of its ends, ``start`` and ``end``, which are
found by the constraint on ``id``.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from graph.model.core import Relationship
from graph.query.cypher import node_pattern
from graph.query.statement import Statement, Writer

# Small enough for the memory and the time limit of one statement, large enough that the way there does not count.
BATCH = 2_000

T = TypeVar("T")


def batches(rows: Iterable[T]) -> Iterator[list[T]]:
    """Cut rows into lists of at most ``BATCH``."""
    waiting = iter(rows)
    while batch := list(islice(waiting, BATCH)):
        yield batch


async def run_batches(writer: Writer, text: str, rows: Iterable[Mapping[str, Any]]) -> None:
    """Run a statement with all rows, at most ``BATCH`` at once."""
    for batch in batches(rows):
        await writer.run(Statement(text, {"rows": batch}))


def create_nodes(label: str) -> str:
    """Write the statement that creates a node for each row and returns how many."""
    return f"UNWIND $rows AS row CREATE (n:{label}) SET n = row.values RETURN count(*)"


def create_links(each: Relationship) -> str:
    """Write the statement that creates a link for each row whose ends there are, and returns how many."""
    start, end = node_pattern(f"a:{each.start}", id="row.start"), node_pattern(f"b:{each.end}", id="row.end")
    return (
        f"UNWIND $rows AS row MATCH {start} MATCH {end} "
        f"CREATE (a)-[l:{each.type}]->(b) SET l = row.values RETURN count(*)"
    )
