"""Small graphs of the model, written whole: nodes by id, links by type."""

from hypothesis import HealthCheck, settings

from graph.connection.database import Database, Statement

# Of a statement on an engine. What is computed from its rows has hundreds of examples in tests/analysis, without one.
few = settings(max_examples=10, suppress_health_check=list(HealthCheck))

FACT = {"basis": "REPORTED", "sourceIds": []}
Nodes = dict[str, dict]
# Start, end, and what the link states.
Links = dict[str, list[tuple[str, str, dict]]]


async def write(database: Database, nodes: Nodes, links: Links) -> None:
    """Replace the graph. The type of a node is what its id begins with."""

    async def run(writer) -> None:
        await writer.run(Statement("MATCH (n) WHERE NOT n:GraphRevision DETACH DELETE n"))
        for label in {each.partition(":")[0] for each in nodes}:
            rows = [{**FACT, "id": key, **each} for key, each in nodes.items() if key.partition(":")[0] == label]
            await writer.run(Statement(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", {"rows": rows}))
        for kind, found in links.items():
            start, end = (each.partition(":")[0] for each in found[0][:2])
            rows = [[one, other, {**FACT, **says}] for one, other, says in found]  # type: ignore[misc]  # a lambda or a class of untyped code
            text = (
                f"UNWIND $rows AS row MATCH (a:{start} {{id: row[0]}}) MATCH (b:{end} {{id: row[1]}}) "
                f"CREATE (a)-[l:{kind}]->(b) SET l = row[2]"
            )
            await writer.run(Statement(text, {"rows": rows}))

    await database.write(run)
