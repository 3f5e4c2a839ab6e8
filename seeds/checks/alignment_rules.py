"""What an alignment or a review of the seeds must not say: the rules that mutations keep editors to. Pure."""

from collections.abc import Iterator, Mapping, Sequence

from graph.model.alignment_rules import alignment_faults
from graph.model.course_sides import ALIGNED_SUBJECTS, ALIGNED_TARGETS, COURSE_SIDES
from seeds.checks.cell_values import LIST_MARK
from seeds.checks.problems import Problem, problem
from seeds.seed_files import SeedRow, Table, rows_of

# What an alignment speaks of: one link of each.
_SUBJECTS, _TARGETS = tuple(ALIGNED_SUBJECTS.values()), tuple(ALIGNED_TARGETS.values())
_REVIEWED = tuple(each.reviews for each in COURSE_SIDES)


def alignment_problems(tables: Sequence[Table]) -> Iterator[Problem]:
    """Find alignments and reviews that an editor could not have made."""
    ends = [_ends(tables, types) for types in (_SUBJECTS, _TARGETS)]
    said: dict[tuple[object, ...], str] = {}
    for file, line, values in _placed(tables, "Alignment"):
        yield from _value_problems(file, line, values)
        for types, found in zip((_SUBJECTS, _TARGETS), ends, strict=True):
            yield from _end_problems(file, line, values["id"], types, found)
        if values["status"] in ("SUGGESTED", "ACCEPTED"):
            says = (*(_first(found, values["id"]) for found in ends), values["role"])
            yield from _repeated("alignment-repeated", (file, line, values["id"]), says, said)
    reviewed = [_ends(tables, types) for types in (_REVIEWED, ("CONCLUDES_ON",))]
    closed: dict[tuple[object, ...], str] = {}
    for file, line, values in _placed(tables, "Review"):
        about = tuple(_first(found, values["id"]) for found in reviewed)
        yield from _repeated("review-repeated", (file, line, values["id"]), about, closed)


# The other ends of links by the node at which they start; None: a row could not be read, so that some may be missed.
_Ends = Mapping[str, list[str]] | None


def _ends(tables: Sequence[Table], types: tuple[str, ...]) -> _Ends:
    links = [each for each in tables if each.file.type_name in types]
    if any(each.refused or not each.is_whole for each in links):
        return None
    found: dict[str, list[str]] = {}
    for values in rows_of(links, *types):
        found.setdefault(values["start"], []).append(values["end"])
    return found


def _first(ends: _Ends, node_id: str) -> str | None:
    return (ends or {}).get(node_id, [None])[0]


def _placed(tables: Sequence[Table], type_name: str) -> Iterator[tuple[str, int, SeedRow]]:
    for table in (each for each in tables if each.file.type_name == type_name):
        for line, values in zip(table.lines, table.rows, strict=True):
            yield table.file.name, line, values


def _value_problems(file: str, line: int, values: SeedRow) -> Iterator[Problem]:
    # In the graph it may be unknown; who proposes says why.
    if not values["rationale"]:
        yield problem("required", file, line, "rationale")
    for fault in alignment_faults(values):
        value = values[fault.property]
        shown = "" if value is None else LIST_MARK.join(value) if isinstance(value, list) else str(value)
        yield problem(fault.kind, file, line, fault.property, shown)


def _end_problems(file: str, line: int, node_id: str, types: tuple[str, ...], ends: _Ends) -> Iterator[Problem]:
    """Find an alignment that lacks an end, from which no cover link follows, or has several of one kind."""
    if ends is None:
        return
    count = len(ends.get(node_id, ()))
    if count != 1:
        kind = "alignment-half" if count == 0 else "alignment-split"
        yield problem(kind, file, line, "id", node_id, types=" / ".join(types))


def _repeated(
    kind: str, place: tuple[str, int, str], says: tuple[object, ...], said: dict[tuple[object, ...], str]
) -> Iterator[Problem]:
    file, line, node_id = place
    if None in says[:2]:
        return
    if says in said:
        yield problem(kind, file, line, "id", node_id, other=said[says])
    said.setdefault(says, f"{file}:{line}")
