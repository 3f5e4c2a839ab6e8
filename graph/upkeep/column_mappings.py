"""What editors of a college confirmed that columns of its tables mean, by their headings: its next file is read so.

Kept in the graph under an internal label, apart for each college. No one but its editors reads them.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph.query.statement import Run, Statement, Writer
from graph.upkeep.editors import today

# An internal label: not in the model, not in the API.
COLUMN_MAPPING_LABEL = "ColumnMapping"
MAPPINGS_LARGEST = 500
HEADING_LARGEST = 200
_OF = f"MATCH (m:{COLUMN_MAPPING_LABEL}) WHERE m.college = $college"
_OLDEST = f"{_OF} WITH m ORDER BY m.confirmedOn DESC, m.heading SKIP {MAPPINGS_LARGEST} DELETE m RETURN count(*)"


class ColumnMapping(NamedTuple):
    """A heading, the name of what its columns mean, and who confirmed it when."""

    heading: str
    meaning: str
    editor: str
    confirmed_on: str


async def column_mappings(run: Run, college: str | None) -> list[ColumnMapping]:
    """Give what is kept for a college, by heading; none for no college."""
    text = f"{_OF} RETURN m.heading, m.meaning, m.editor, toString(m.confirmedOn) ORDER BY m.heading"
    return [ColumnMapping(*row) for row in await run(Statement(text, {"college": college or ""}))]


async def keep_mappings(writer: Writer, college: str, meanings: Mapping[str, str], editor: str) -> None:
    """Keep meanings by heading, in place of what these headings meant before; beyond the largest, the oldest go."""
    rows = [
        {"id": _id(college, heading), "heading": heading, "meaning": meaning}
        for heading, meaning in meanings.items()
        if len(heading) <= HEADING_LARGEST
    ]
    if not rows:
        return
    text = (
        f"UNWIND $rows AS row MERGE (m:{COLUMN_MAPPING_LABEL} {{id: row.id}}) "
        "SET m.college = $college, m.heading = row.heading, m.meaning = row.meaning, m.editor = $editor, "
        "m.confirmedOn = $today RETURN count(m)"
    )
    given = {"rows": rows, "college": college, "editor": editor, "today": today()}
    await writer.run(Statement(text, given))
    await writer.run(Statement(_OLDEST, {"college": college}))


async def remove_mappings(writer: Writer, college: str | None, headings: Sequence[str]) -> list[str]:
    """Remove what is kept of these headings of a college; give those that were there."""
    given = {"college": college or "", "headings": [*headings]}
    found = await writer.run(Statement(f"{_OF} AND m.heading IN $headings RETURN m.heading ORDER BY m.heading", given))
    await writer.run(Statement(f"{_OF} AND m.heading IN $headings DELETE m RETURN count(*)", given))
    return [heading for (heading,) in found]


def _id(college: str, heading: str) -> str:
    return f"{college}\n{heading}"
