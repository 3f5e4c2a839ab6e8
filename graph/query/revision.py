"""The revision of the graph: one number that every write raises, in its commit and once more after it.

What is computed from the graph and kept (the directory, cached answers) is good for as long as the number stands.
Neither engine shows a commit to readers at one stroke: for some milliseconds the new number can be seen while a node
made with it cannot. What was computed then would be kept under a number that stands. So the write raises the number
again when the commit is whole, before it is acknowledged, and whatever was kept under the number between falls.
"""

from graph.query.statement import Reader, Statement, Writer

# An internal label: not in the model, not in the API. Its uniqueness constraint is what makes the MERGE safe.
LABEL = "GraphRevision"

# One statement that reads and sets the same property: both engines then lock or check the node, so no rise is lost.
_RAISE = Statement(f"MERGE (r:{LABEL} {{id: 1}}) SET r.value = coalesce(r.value, 0) + 1 RETURN r.value")
_TAKE_TURN = Statement(f"MERGE (r:{LABEL} {{id: 1}}) SET r.value = coalesce(r.value, 0)")
_READ = Statement(f"MATCH (r:{LABEL} {{id: 1}}) RETURN r.value")


async def raise_revision(writer: Writer) -> int:
    """Raise the revision by one and give the new value. ``Database.write`` does it for every transaction, twice."""
    ((value,),) = await writer.run(_RAISE)
    return int(value)


async def take_turn(writer: Writer) -> None:
    """Keep other writers from committing until this transaction ends; a long one calls it first.

    Neo4j makes them wait from here on. The embedded engine lets the first to commit win, and the others start again.
    """
    await writer.run(_TAKE_TURN)


async def read_revision(reader: Reader) -> int:
    """Give the revision of the graph as committed; 0 when nothing was ever written."""
    rows = await reader.read(_READ)
    return int(rows[0][0]) if rows else 0
