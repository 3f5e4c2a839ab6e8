"""Whose alignments are exported: a programme and a certificate by the codes that people know."""

from graph.query.statement import Run, Statement


async def id_of_programme(run: Run, given: str) -> str:
    """Give the id of the latest teaching standard of a major's code; what is an id stays one."""
    return await _id(run, given, "TeachingStandard", ("majorCode",))


async def id_of_certificate(run: Run, given: str) -> str:
    """Give the id of a certificate by the code of its standard or its name; what is an id stays one."""
    return await _id(run, given, "Certificate", ("standardCode", "name"))


async def _id(run: Run, given: str, node: str, keys: tuple[str, ...]) -> str:
    """Give the id of a node by one of its keys, the latest; of what is not there the id that it would have."""
    if ":" in given:
        return given
    found = " OR ".join(f"n.{each} = $key" for each in keys)
    text = f"MATCH (n:{node}) WHERE {found} RETURN n.id ORDER BY n.id DESC LIMIT 1"
    rows = await run(Statement(text, {"key": given}))
    return str(rows[0][0]) if rows else f"{node}:{given}"
