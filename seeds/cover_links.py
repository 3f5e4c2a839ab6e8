"""The cover links of the seeds: each follows from an accepted alignment of a covering kind; no file holds them. Pure.

What follows here for a load, resolvers/editing/alignments.py makes for an editor's decision.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from graph.model import MODEL
from graph.model.alignments import COVER_TAKES, is_covering
from graph.model.course_sides import EVIDENCE_PATHS, EvidencePath
from seeds.seed_files import SeedRow, Table, rows_of

# What a cover link takes over from its alignment.
TAKEN = (*COVER_TAKES, "basis", "sourceIds", "sourceNote")


def derive_covers(tables: Sequence[Table]) -> list[Table]:
    """Give the cover links that follow from these tables."""
    alignments = {values["id"]: values for values in rows_of(tables, "Alignment")}
    targets = {values["start"]: values["end"] for values in rows_of(tables, "ALIGNED_TO")}
    covers: list[Table] = []
    for path in EVIDENCE_PATHS:
        owners = _owners(tables, path)
        for table in (one for one in tables if one.file.type_name == path.aligns):
            cover = path.side.covers
            file = replace(table.file, path=Path(cover), of=MODEL.relationships[cover])
            found = Table(file)
            for line, values in _covers(table, owners, alignments, targets):
                found.lines.append(line)
                found.rows.append(values)
            covers.append(found)
    return covers


def _owners(tables: Sequence[Table], path: EvidencePath) -> Mapping[str, str] | None:
    """Give the course of each outcome; None: the alignments speak of the courses themselves."""
    return {values["end"]: values["start"] for values in rows_of(tables, path.outcome)} if path.outcome else None


def _covers(
    table: Table, owners: Mapping[str, str] | None, alignments: dict[str, SeedRow], targets: dict[str, str]
) -> Iterator[tuple[int, SeedRow]]:
    """Give the cover link of each covering alignment of a table that joins alignments to what they speak of."""
    for line, link in zip(table.lines, table.rows, strict=True):
        alignment, target = alignments.get(link["start"]), targets.get(link["start"])
        course = link["end"] if owners is None else owners.get(link["end"])
        if not (alignment and target and course):
            continue
        if is_covering(alignment["kind"], alignment["role"], alignment["status"]):
            taken = {name: alignment[name] for name in TAKEN}
            yield line, {"start": course, "end": target, "alignmentId": alignment["id"], **taken}
