"""What the graph knows of the alignments, courses and requirements that a file names."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from graph.model import MODEL
from graph.model.changes import AUDIT_LINKS
from graph.model.course_sides import ALIGNED_SUBJECTS, ALIGNED_TARGETS
from graph.model.drafts import published
from graph.query.statement import Run, Statement

_FIELDS = ("kind", "role", "strength", "status", "basis", "rationale", "version", "author", "reviewer")
_STATED = ("kind", "strength", "rationale")
_LIVE = ["SUGGESTED", "ACCEPTED"]
_TO_SUBJECT, _TO_TARGET = ("|".join(each.values()) for each in (ALIGNED_SUBJECTS, ALIGNED_TARGETS))
# From each kind of target to its level.
_TO_LEVEL = {
    "SkillRequirement": "<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)<-[:HAS_WORK_AREA]-",
    "WorkTask": "<-[:HAS_TASK]-(:WorkArea)<-[:HAS_WORK_AREA]-",
    "WorkArea": "<-[:HAS_WORK_AREA]-",
}

# Two ends and a role, which only one live alignment may have.
EndsAndRole = tuple[str, str, str]


class Rejection(NamedTuple):
    """When an alignment was rejected, by whom, and why, as far as the graph says it."""

    day: str | None
    reviewer: str | None
    reason: str | None

    @property
    def sentence(self) -> str:
        """Put it in a row, in the words of who decided."""
        return ", ".join(filter(None, self)) or "?"


@dataclass(frozen=True, slots=True)
class KnownGraph:
    """Values by id: of alignments with both their ends, of subjects, of targets; who changed an alignment last."""

    alignments: Mapping[str, Mapping[str, Any]]
    subjects: Mapping[str, Mapping[str, Any]]
    targets: Mapping[str, Mapping[str, Any]]
    editors: Mapping[str, str]
    taken: Mapping[EndsAndRole, str]
    # What the alignments of ``taken`` say, by their id.
    stated: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    # Of what was rejected between two ends the last: when, by whom and why.
    rejected: Mapping[tuple[str, str], "Rejection"] = field(default_factory=dict)
    # Of the targets in a version that another replaced: both versions.
    superseded: Mapping[str, tuple[str, str]] = field(default_factory=dict)


async def read_known(
    run: Run, alignments: Iterable[str], subjects: Iterable[str], targets: Iterable[str]
) -> KnownGraph:
    """Read what there is of these ids, and the live alignments at these subjects."""
    found = await _alignments(run, sorted(set(alignments)))
    wanted_subjects = {*subjects, *(each["course"] for each in found.values() if each["course"])}
    wanted_targets = {*targets, *(each["requirement"] for each in found.values() if each["requirement"])}
    taken, stated = await _taken(run, wanted_subjects)
    return KnownGraph(
        found,
        await _nodes(run, wanted_subjects, ALIGNED_SUBJECTS, _subject_columns),
        await _nodes(run, wanted_targets, ALIGNED_TARGETS, _target_columns),
        await _editors(run, sorted(found)),
        taken,
        stated,
        await _rejected(run, wanted_subjects),
        await _superseded(run, wanted_targets),
    )


async def _alignments(run: Run, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
    own = ", ".join(f"a.{each}" for each in _FIELDS)
    text = (
        f"UNWIND $ids AS id MATCH (a:Alignment {{id: id}}) OPTIONAL MATCH (a)-[:{_TO_SUBJECT}]->(s) "
        f"OPTIONAL MATCH (a)-[:{_TO_TARGET}]->(t) RETURN id, s.id, t.id, {own}"
    )
    rows = await run(Statement(text, {"ids": ids}))
    return {row[0]: dict(zip(("course", "requirement", *_FIELDS), row[1:], strict=True)) for row in rows}


async def _nodes(
    run: Run, ids: Iterable[str], types: Mapping[str, str], columns: Callable[[str], Mapping[str, str]]
) -> dict[str, dict[str, Any]]:
    """Read nodes of these types, by id; each type has a statement of its own, for only a label has an index.

    No alignment may speak of a draft, so a row that names one has the problem of a row whose course does not exist.
    """
    found: dict[str, dict[str, Any]] = {}
    for name in types:
        of_type = sorted(each for each in ids if each.partition(":")[0] == name)
        if not of_type:
            continue
        wanted = columns(name)
        public = f" WHERE {published('n')}" if MODEL.node_types[name].has_drafts else ""
        text = f"UNWIND $ids AS id MATCH (n:{name} {{id: id}}){public} RETURN id, {', '.join(wanted.values())}"
        for row in await run(Statement(text, {"ids": of_type})):
            found[row[0]] = dict(zip(wanted, row[1:], strict=True))
    return found


def _subject_columns(name: str) -> dict[str, str]:
    return {"courseName": f"n.{MODEL.node_types[name].title}"}


def _target_columns(name: str) -> dict[str, str]:
    return {
        "level": "n.level",
        "requirementCode": "n.code",
        "requirementText": f"n.{MODEL.node_types[name].title}",
    }


async def _editors(run: Run, ids: Sequence[str]) -> dict[str, str]:
    text = (
        f"UNWIND $ids AS id MATCH (a:Alignment {{id: id}})<-[:{AUDIT_LINKS['Alignment']}]-(c:Change) "
        "RETURN id, c.editor ORDER BY c.version"
    )
    return dict(await run(Statement(text, {"ids": ids})))


async def _taken(run: Run, subjects: Iterable[str]) -> tuple[dict[EndsAndRole, str], dict[str, dict[str, Any]]]:
    """Give the live alignments of subjects by both ends and role, and what each says."""
    found: dict[EndsAndRole, str] = {}
    stated: dict[str, dict[str, Any]] = {}
    own = ", ".join(f"a.{each}" for each in _STATED)
    for name, link in ALIGNED_SUBJECTS.items():
        of_type = sorted(each for each in subjects if each.partition(":")[0] == name)
        if not of_type:
            continue
        text = (
            f"UNWIND $ids AS id MATCH (s:{name} {{id: id}})<-[:{link}]-(a:Alignment) WHERE a.status IN $live "
            f"MATCH (a)-[:{_TO_TARGET}]->(t) RETURN s.id, t.id, coalesce(a.role, ''), a.id, {own} ORDER BY a.id DESC"
        )
        for row in await run(Statement(text, {"ids": of_type, "live": _LIVE})):
            found[row[0], row[1], row[2]] = row[3]
            stated[row[3]] = dict(zip(_STATED, row[4:], strict=True))
    return found, stated


async def _superseded(run: Run, targets: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Give both versions of targets whose level has a newer version."""
    found: dict[str, tuple[str, str]] = {}
    for name, to_level in _TO_LEVEL.items():
        of_type = sorted(each for each in targets if each.partition(":")[0] == name)
        text = (
            f"UNWIND $ids AS id MATCH (t:{name} {{id: id}}){to_level}(l:StandardLevel) WHERE l.replacedBy IS NOT NULL "
            "RETURN t.id, l.standardVersion, l.replacedBy"
        )
        for target, version, newest in await run(Statement(text, {"ids": of_type})) if of_type else ():
            found[target] = version, newest
    return found


async def _rejected(run: Run, subjects: Iterable[str]) -> dict[tuple[str, str], Rejection]:
    """Give the rejected alignments of subjects by both ends; of several between two ends the last."""
    found: dict[tuple[str, str], Rejection] = {}
    for name, link in ALIGNED_SUBJECTS.items():
        of_type = sorted(each for each in subjects if each.partition(":")[0] == name)
        text = (
            f"UNWIND $ids AS id MATCH (s:{name} {{id: id}})<-[:{link}]-(a:Alignment) WHERE a.status = 'REJECTED' "
            f"MATCH (a)-[:{_TO_TARGET}]->(t) "
            f"OPTIONAL MATCH (a)<-[:{AUDIT_LINKS['Alignment']}]-(c:Change) WHERE c.action = 'REJECT' "
            "RETURN s.id, t.id, a.decidedOn, a.reviewer, c.reason ORDER BY a.decidedOn, a.id, c.version"
        )
        for row in await run(Statement(text, {"ids": of_type})) if of_type else ():
            found[row[0], row[1]] = Rejection(*row[2:])
    return found
