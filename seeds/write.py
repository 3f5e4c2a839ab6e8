"""The statements of a load: read what is seeded, and write a difference in bounded batches.

Every name in a text comes from the model. Ends of links are found by the constraint on ``id``.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from graph.database_errors import WriteConflictError
from graph.model import MODEL
from graph.model.core import Relationship
from graph.query.statement import Statement, Writer
from graph.upkeep import bulk
from seeds.difference import HASH, IMPORTED_HASH, Difference, RowKey, SeedValues
from seeds.seed_files import NOT_SEEDED

# Called with how many changes are written, of how many.
WriteProgress = Callable[[int, int], None]


async def read_found(writer: Writer) -> dict[str, dict[RowKey, str | None]]:
    """Give every node and link of the model in the graph with its ``seedHash``; None: not seeded."""
    found: dict[str, dict[RowKey, str | None]] = {}
    for name in MODEL.node_types:
        if name not in NOT_SEEDED:
            rows = await writer.run(Statement(f"MATCH (n:{name}) RETURN n.id, n.{HASH}"))
            found[name] = {(node_id,): seeded for node_id, seeded in rows}
    for each in MODEL.relationships.values():
        key = ", ".join(["a.id", "b.id", *(f"l.{name}" for name in each.told_apart_by)])
        text = f"MATCH (a:{each.start})-[l:{each.type}]->(b:{each.end}) RETURN {key}, l.{HASH}"
        found[each.type] = {tuple(key): seeded for *key, seeded in await writer.run(Statement(text))}
    return found


async def read_attached(writer: Writer, difference: Difference) -> dict[str, list[RowKey]]:
    """Give the links that editors made at nodes which would be removed, by type."""
    attached: dict[str, list[RowKey]] = {}
    for name, keys in difference.removed.items():
        if name in MODEL.node_types:
            text = (
                f"UNWIND $ids AS id MATCH (n:{name} {{id: id}})-[l]-(other) "
                f"WHERE l.{HASH} IS NULL OR l.{HASH} = '{IMPORTED_HASH}' "
                "RETURN type(l), startNode(l).id, endNode(l).id"
            )
            for batch in bulk.batches([key[0] for key in keys]):
                for type_name, start, end in await writer.run(Statement(text, {"ids": batch})):
                    attached.setdefault(type_name, []).append((start, end))
    return attached


async def write_difference(writer: Writer, difference: Difference, want: SeedValues, written: WriteProgress) -> None:
    """Write all changes: what goes first, then nodes, then the links between them.

    Raises: WriteConflictError if the graph did not change as many things as it was asked to.
    """
    steps = list(_steps(difference, want))
    total, done = sum(len(rows) for _, rows in steps), 0
    for text, rows in steps:
        for batch in bulk.batches(rows):
            ((count,),) = await writer.run(Statement(text, {"rows": batch}))
            # An editor's second link between the same two nodes is counted as well.
            if count < len(batch):
                raise _incomplete(text, count, len(batch))
            done += len(batch)
            written(done, total)


_Step = tuple[str, list[dict[str, Any]]]


def _steps(difference: Difference, want: SeedValues) -> Iterator[_Step]:
    changes = difference.changes
    for each in MODEL.relationships.values():
        yield _delete_links(each), _rows(changes[each.type].removed)
    for name in MODEL.node_types:
        yield _delete_nodes(name), _rows(changes[name].removed)
    for name in MODEL.node_types:
        yield bulk.create_nodes(name), _rows(changes[name].created, want.get(name, {}))
        yield _set_nodes(name), _rows(changes[name].changed, want.get(name, {}))
    for each in MODEL.relationships.values():
        yield bulk.create_links(each), _rows(changes[each.type].created, want.get(each.type, {}))
        yield _set_links(each), _rows(changes[each.type].changed, want.get(each.type, {}))


def _rows(keys: Sequence[RowKey], values: Any = None) -> list[dict[str, Any]]:
    """Make the parameter of a batch: the id of a node, or both ends of a link and what tells it apart."""
    return [
        {
            "start": key[0],
            "end": key[1] if len(key) > 1 else None,
            "own": list(key[2:]),
            "values": values and values[key],
        }
        for key in keys
    ]


def _set_nodes(name: str) -> str:
    return f"UNWIND $rows AS row MATCH (n:{name} {{id: row.start}}) SET n = row.values RETURN count(*)"


def _delete_nodes(name: str) -> str:
    return f"UNWIND $rows AS row MATCH (n:{name} {{id: row.start}}) DETACH DELETE n RETURN count(*)"


def _set_links(each: Relationship) -> str:
    return f"{_match_link(each)} SET l = row.values RETURN count(*)"


def _delete_links(each: Relationship) -> str:
    return f"{_match_link(each)} AND l.{HASH} IS NOT NULL DELETE l RETURN count(*)"


def _match_link(each: Relationship) -> str:
    ends = f"(a:{each.start} {{id: row.start}})-[l:{each.type}]->(b:{each.end} {{id: row.end}})"
    own = [f"l.{name} = row.own[{place}]" for place, name in enumerate(each.told_apart_by)]
    return f"UNWIND $rows AS row MATCH {ends} WHERE {' AND '.join(own) or 'true'}"


def _incomplete(text: str, count: int, asked: int) -> WriteConflictError:
    """Tell that rows were missed: on the embedded engine another load committed between our reading and our writing."""
    error = WriteConflictError()
    error.add_note(f"The graph changed {count} of {asked} rows. Statement: {text}")
    return error
