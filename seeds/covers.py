"""The cover links of the seeds: each follows from an accepted alignment of a covering kind; no file holds them. Pure.

What follows here for a load, resolvers/editing/alignments.py makes for an editor's decision.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from graph.derived import DERIVED
from graph.model import MODEL
from graph.model.alignments import is_covering
from seeds.files import SeedFile, Table, Values
from seeds.problems import Problem, problem

# What a cover link takes over from its alignment.
TAKEN = ("kind", "role", "strength", "basis", "sourceIds", "sourceNote")
# What an alignment speaks of: one link of each.
SIDES = (("ALIGNS", "ALIGNS_PLAN_COURSE", "ALIGNS_MAJOR"), ("ALIGNED_TO", "ALIGNED_TO_TASK", "ALIGNED_TO_AREA"))


def derive_covers(tables: Sequence[Table]) -> tuple[list[Table], list[Problem]]:
    """Give the cover links that follow from these tables, and where two alignments would make the same one."""
    alignments = {values["id"]: values for values in _rows(tables, "Alignment")}
    targets = {values["start"]: values["end"] for values in _rows(tables, "ALIGNED_TO")}
    covers: list[Table] = []
    problems: list[Problem] = []
    for aligns, cover in DERIVED.values():
        places: dict[tuple[str, str], str] = {}
        for table in (each for each in tables if each.file.type_name == aligns):
            found = Table(SeedFile(Path(cover), table.file.name, table.file.seed_set, MODEL.relationships[cover]))
            for line, values in _covers(table, alignments, targets):
                pair = (values["start"], values["end"])
                if pair in places:
                    name, twice = table.file.name, values["alignmentId"]
                    problems.append(problem("cover-duplicate", name, line, "start", twice, other=places[pair]))
                    continue
                places[pair] = f"{table.file.name}:{line}"
                found.lines.append(line)
                found.rows.append(values)
            covers.append(found)
    return covers, problems


def _rows(tables: Sequence[Table], type_name: str) -> Iterator[Values]:
    for table in tables:
        if table.file.type_name == type_name:
            yield from table.rows


def _covers(table: Table, alignments: dict[str, Values], targets: dict[str, str]) -> Iterator[tuple[int, Values]]:
    """Give the cover link of each covering alignment of a table that joins alignments to what they speak of."""
    for line, link in zip(table.lines, table.rows, strict=True):
        alignment, target = alignments.get(link["start"]), targets.get(link["start"])
        if alignment and target and is_covering(alignment["kind"], alignment["role"], alignment["status"]):
            taken = {name: alignment[name] for name in TAKEN}
            yield line, {"start": link["end"], "end": target, "alignmentId": alignment["id"], **taken}


def half_alignments(tables: Sequence[Table]) -> Iterator[Problem]:
    """Find alignments that lack one of their two ends: no cover link follows from them, whatever they say."""
    for side in SIDES:
        links = [each for each in tables if each.file.type_name in side]
        # A row that could not be read may be the very link that is missed.
        if any(each.refused or not each.is_whole for each in links):
            continue
        joined = {values["start"] for each in links for values in each.rows}
        for table in (each for each in tables if each.file.type_name == "Alignment"):
            for line, values in zip(table.lines, table.rows, strict=True):
                if values["id"] not in joined:
                    yield problem("alignment-half", table.file.name, line, "id", values["id"], types=" / ".join(side))
