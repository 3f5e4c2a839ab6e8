"""What the rows of a table would change in the graph, row by row: new, changed, unchanged, refused and so on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from analysis.code_words import ALIGNMENT_STATUSES
from graph.model.course_sides import ALIGNED_SUBJECTS, ALIGNED_TARGETS
from interchange.alignments.ends_by_name import CellPlace
from interchange.alignments.known_alignments import KnownGraph
from interchange.alignments.row_problems import RowProblem
from interchange.alignments.row_values import CONTENT, edited_fields, is_same, shown_problems, stated_values
from interchange.alignments.table_reading import TableLine

_LIVE = ("SUGGESTED", "ACCEPTED")
_SUBJECT_SHOWN = ("courseName",)
_TARGET_SHOWN = ("level", "requirementCode", "requirementText")
# What a row without alignment decides stands in these; where all are empty, it is a suggestion left open.
_DECIDED = (*CONTENT, "status", "changeReason")
_OWN_SHOWN = ("basis", "author", "reviewer")
# The action by the status before and the status that the row states.
_STEPS = {
    ("SUGGESTED", "ACCEPTED"): "ACCEPT",
    ("SUGGESTED", "REJECTED"): "REJECT",
    ("SUGGESTED", "WITHDRAWN"): "WITHDRAW",
    ("ACCEPTED", "WITHDRAWN"): "WITHDRAW",
}


class RowState(StrEnum):
    """What a row comes to."""

    NEW = "NEW"
    CHANGED = "CHANGED"
    UNCHANGED = "UNCHANGED"
    CONFLICT = "CONFLICT"
    REFUSED = "REFUSED"
    OPEN = "OPEN"


@dataclass(frozen=True, slots=True)
class RowFinding:
    """A row with what it comes to: its problems, or the change that it asks for.

    ``needs`` says who may make the change: an author by name, or a reviewer. ``ends``: between what it aligns.
    ``before``: what is edited, as the graph has it.
    ``notices``: what to know before the change is made.
    """

    line: TableLine
    state: RowState
    alignment: str = ""
    name: str = ""
    problems: Sequence[RowProblem] = ()
    change: Mapping[str, Any] = field(default_factory=dict)
    edited: Sequence[str] = ()
    before: Mapping[str, Any] = field(default_factory=dict)
    needs: str = ""
    ends: tuple[str, str] = ("", "")
    notices: Sequence[RowProblem] = ()

    @property
    def is_acceptance_lost(self) -> bool:
        """Whether its alignment is accepted until now and waits for a decision again with the change."""
        return any(each.rule == "no-longer-accepted" for each in self.notices)


def id_of_alignment(line: TableLine) -> str:
    """Give the id of the alignment of a row, which may stand there without its type; empty: a new row."""
    given = line.code("alignment")
    return given if not given or given.startswith("Alignment:") else f"Alignment:{given}"


def id_of_course(line: TableLine) -> str:
    """Give the id of the course of a row; what has no type is a course of a teaching standard."""
    given = line.code("course")
    return given if not given or given.partition(":")[0] in ALIGNED_SUBJECTS else f"Course:{given}"


def id_of_requirement(line: TableLine) -> str:
    """Give the id of the requirement of a row."""
    given = line.code("requirement")
    return given if not given or given.partition(":")[0] in ALIGNED_TARGETS else f"SkillRequirement:{given}"


class TableComparison:
    """Compares rows with the graph, one after the other: a later one may repeat an earlier."""

    def __init__(self, known: KnownGraph, unclear: Mapping[CellPlace, RowProblem] | None = None) -> None:
        """Take what the graph knows, and which names of rows are no end, or not one alone."""
        self._known = known
        self._unclear = unclear or {}
        self._seen: set[str] = set()
        self._taken = dict(known.taken)

    def findings(self, lines: Sequence[TableLine]) -> Iterator[RowFinding]:
        """Give what each row comes to."""
        for each in lines:
            node_id = id_of_alignment(each)
            yield self._existing(each, node_id) if node_id else self._new(each)

    # ---- rows of the export

    def _existing(self, line: TableLine, node_id: str) -> RowFinding:
        before = dict(self._known.alignments.get(node_id) or {})
        if not before or node_id in self._seen:
            problem = RowProblem("alignment", "row-twice" if before else "no-such-alignment", node_id)
            named = self._name(id_of_course(line), id_of_requirement(line), line)
            return RowFinding(line, RowState.REFUSED, node_id, named, [problem])
        self._seen.add(node_id)
        name = self._name(before["course"], before["requirement"])
        stated, problems = stated_values(line, before)
        problems += _moved(line, before)
        edited = [] if problems else edited_fields(stated, before)
        version, wrong = _version(line, before["version"])
        if version is not None and version < before["version"] and (edited or problems):
            by = self._known.editors.get(node_id) or before["reviewer"] or before["author"] or "?"
            conflict = RowProblem("version", "changed-meanwhile", f"{by} ({version} → {before['version']})")
            return RowFinding(line, RowState.CONFLICT, node_id, name, [conflict], edited=edited)
        is_current = version == before["version"]
        problems += self._shown(line, before) if is_current else []
        problems += wrong if edited or (version or 0) > before["version"] else []
        if not problems and edited:
            return self._edited(line, node_id, before, stated, edited)
        state = RowState.REFUSED if problems else RowState.UNCHANGED
        return RowFinding(line, state, node_id, name, problems)

    def _shown(self, line: TableLine, before: dict[str, Any]) -> list[RowProblem]:
        subject, target = self._known.subjects.get(before["course"]), self._known.targets.get(before["requirement"])
        return [
            *shown_problems(line, dict(subject or {}), fields=_SUBJECT_SHOWN if subject else ()),
            *shown_problems(line, dict(target or {}), fields=_TARGET_SHOWN if target else ()),
            *shown_problems(line, before, fields=_OWN_SHOWN),
        ]

    def _edited(
        self, line: TableLine, node_id: str, before: dict[str, Any], stated: dict[str, Any], edited: list[str]
    ) -> RowFinding:
        content, status = [each for each in edited if each in CONTENT], stated["status"]
        problem: RowProblem | None = None
        action = "REVISE" if content else _STEPS.get((before["status"], status), "")
        if content and "status" in edited and status != "SUGGESTED":
            problem = RowProblem("status", "status-and-content")
        elif content and before["status"] not in _LIVE:
            problem = RowProblem("status", "settled", ALIGNMENT_STATUSES[before["status"]])
        elif not action:
            problem = RowProblem("status", "no-such-step", ALIGNMENT_STATUSES[before["status"]])
        elif content:
            place = (before["course"], before["requirement"], stated["role"] or "")
            holder = self._taken.setdefault(place, node_id)
            problem = None if holder == node_id else RowProblem("role", "taken", holder)
        name = self._name(before["course"], before["requirement"])
        if problem:
            return RowFinding(line, RowState.REFUSED, node_id, name, [problem])
        change = {"action": action, "alignment": node_id, "version": before["version"], **stated}
        ends, needs = (before["course"], before["requirement"]), _needs(action, before)
        is_lost = action == "REVISE" and before["status"] == "ACCEPTED"
        notices = [RowProblem(content[0], "no-longer-accepted")] if is_lost else []
        notices += self._superseded(before["requirement"])
        old = {each: before[each] for each in edited}
        return RowFinding(line, RowState.CHANGED, node_id, name, (), change, edited, old, needs, ends, notices)

    # ---- new rows

    def _new(self, line: TableLine) -> RowFinding:
        course, requirement = id_of_course(line), id_of_requirement(line)
        if course and requirement and not any(line.text(each) for each in _DECIDED):
            return RowFinding(line, RowState.OPEN, "", self._name(course, requirement))
        stated, problems = stated_values(line, None)
        problems += [RowProblem("version", "version-of-new")] if line.text("version") else []
        if stated["status"] not in (None, "SUGGESTED"):
            problems.append(RowProblem("status", "status-of-new"))
        for name, node_id, nodes, shown in (
            ("course", course, self._known.subjects, _SUBJECT_SHOWN),
            ("requirement", requirement, self._known.targets, _TARGET_SHOWN),
        ):
            if not node_id:
                problems.append(self._unclear.get((line.sheet, line.number, name)) or RowProblem(name, "no-end"))
            elif node_id not in nodes:
                problems.append(RowProblem(name, "no-such-node", node_id))
            else:
                problems += shown_problems(line, dict(nodes[node_id]), fields=shown)
        if not problems:
            place, own = (course, requirement, stated["role"] or ""), f"{line.sheet}!{line.number}"
            holder = self._taken.setdefault(place, own)
            if self._says(holder, stated):
                return RowFinding(line, RowState.UNCHANGED, holder, self._name(course, requirement))
            rule = "taken" if holder.startswith("Alignment:") else "pair-twice"
            problems += [] if holder == own else [RowProblem("role", rule, holder)]
        name = self._name(course, requirement, line)
        if problems:
            return RowFinding(line, RowState.REFUSED, "", name, problems)
        change = {"action": "PROPOSE", "subject": course, "target": requirement, **stated}
        before = self._known.rejected.get((course, requirement))
        notices = [RowProblem("requirement", "rejected-before", before.sentence)] if before else []
        notices += self._superseded(requirement)
        return RowFinding(line, RowState.NEW, "", name, change=change, ends=(course, requirement), notices=notices)

    def _superseded(self, target: str) -> list[RowProblem]:
        """Tell a row of a version that another replaced: what it says is of no coverage."""
        versions = self._known.superseded.get(target)
        return [RowProblem("requirement", "superseded", " → ".join(versions))] if versions else []

    def _says(self, alignment: str, stated: Mapping[str, Any]) -> bool:
        """Whether an alignment says what a row without id states: the same file was brought in before."""
        known = self._known.stated.get(alignment)
        return bool(known) and all(is_same(stated[name], value) for name, value in (known or {}).items())

    def _name(self, course: str | None, requirement: str | None, line: TableLine | None = None) -> str:
        """Name the ends as the graph does; what it does not have, as the row says it."""
        subject, target = self._known.subjects.get(course or "", {}), self._known.targets.get(requirement or "", {})
        said = {each: line.text(each) for each in (*_SUBJECT_SHOWN, *_TARGET_SHOWN)} if line else {}
        one = subject.get("courseName") or course or said.get("courseName")
        source = target or ({} if requirement else said)
        words = " ".join(filter(None, (source.get("requirementCode"), source.get("requirementText"))))
        return f"{one or '?'} → {words or requirement or '?'}"


def _moved(line: TableLine, before: Mapping[str, Any]) -> list[RowProblem]:
    """Give the ends that a row names otherwise than the alignment has them."""
    given = (("course", id_of_course(line)), ("requirement", id_of_requirement(line)))
    return [RowProblem(name, "ends-stay", str(before[name])) for name, end in given if end and end != before[name]]


def _version(line: TableLine, now: int) -> tuple[int | None, list[RowProblem]]:
    given = line.code("version")
    if not given.isdecimal():
        return None, [RowProblem("version", "version-missing")]
    version = int(given[:9])
    return version, [RowProblem("version", "version-ahead", str(now))] if version > now else []


def _needs(action: str, before: Mapping[str, Any]) -> str:
    """Say who may make a change besides a reviewer: its author, if known, as long as no one has accepted it."""
    is_open = action in {"REVISE", "WITHDRAW"} and before["status"] == "SUGGESTED"
    return f"reviewer / {before['author']}" if is_open and before["author"] else "reviewer"
