"""Suggest alignments with an earlier version for the requirements that took the place of theirs in a new one."""

import asyncio
import secrets
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from analysis.carried_rationales import CarriedRationale, EarlierPlace
from analysis.versions import LEAST_SIMILARITY, PlacedLine, VersionChange, compare_versions
from graph.model import MODEL
from graph.model.alignments import REASON_LARGEST
from graph.model.changes import AUDIT_LINKS
from graph.model.core import Text
from graph.model.course_sides import ALIGNED_SUBJECTS
from graph.query.statement import Run, Statement, Writer
from graph.upkeep import bulk
from graph.upkeep.editors import Editor, today
from graph.upkeep.trail import change_values, moment_now, new_change_code
from interchange.standards.skill.skill_standard import LEVELS

METHOD = "carried-forward"
# What is not carried: the requirement is gone; or it is a closed search, which a person makes anew.
REMOVED, SEARCH_CLOSED = "REMOVED", "SEARCH_CLOSED"
NOT_CARRIED = (REMOVED, SEARCH_CLOSED)
# What became of the requirement of an alignment that is carried over, in words.
BECAME = {
    "UNCHANGED": Text("unchanged", "未变"),
    "MOVED": Text("moved", "位置变动"),
    "SPLIT": Text("split", "拆分"),
    "MERGED": Text("merged", "合并"),
    "REWORDED": Text("reworded", "文字改动"),
    "REWRITTEN": Text("reworded a lot", "改动较大"),
}
# What goes over as it is; all else says who decided, and when.
_KEPT = ("kind", "role", "strength")
_LEVELS = tuple(LEVELS.values())
_FACT: dict[str, Any] = {"basis": "EDITORIAL", "sourceIds": [], "sourceNote": None}
_REQUIREMENTS = (
    "MATCH (:SkillStandard {id: $id})-[:HAS_STANDARD_LEVEL]->(l:StandardLevel)-[:HAS_WORK_AREA]->(:WorkArea)"
    "-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)"
)

_SEARCHED = ("-[:CONCLUDES_ON]-(n:Review)", "-[:ALIGNED_TO]-(n:Alignment {kind: 'NO_MATCH', status: 'ACCEPTED'})")


class _Requirement(NamedTuple):
    id: str
    level: str
    code: str
    text: str


class _Aligned(NamedTuple):
    """An alignment that there is, or is to be suggested: its values, the link to its subject, both ends."""

    values: dict[str, Any]
    link: str
    subject: str
    requirement: str


class CarriedAlignments(NamedTuple):
    """How many are suggested by what became of their requirement, or are NOT_CARRIED and why; and their ids."""

    counts: Mapping[str, int]
    ids: tuple[str, ...] = ()

    @property
    def suggested(self) -> int:
        """Count those that are suggested."""
        return sum(count for kind, count in self.counts.items() if kind not in NOT_CARRIED)


class _Carried(NamedTuple):
    """A live alignment with the earlier version, and one requirement in the place of its own; empty: there is none."""

    before: dict[str, Any]
    # Where its requirement stood, and what it said.
    place: EarlierPlace
    text: str
    change: VersionChange
    link: str
    subject: str
    requirement: str

    def suggestion(self) -> _Aligned:
        return _Aligned(_values(self), self.link, self.subject, self.requirement)


async def carry_alignments(writer: Writer, earlier: str, later: str, editor: Editor) -> CarriedAlignments:
    """Suggest the live alignments of one version of a standard for another, each with its change.

    Each says from which alignment it comes, and what became of the requirement. A requirement that is gone gives none.
    """
    found, closed = await _found(writer.run, earlier, await _requirements(writer.run, later))
    suggestions = [each.suggestion() for each in found if each.requirement]
    await _write(writer, suggestions, editor)
    return CarriedAlignments(_counts(found, closed), tuple(each.values["id"] for each in suggestions))


async def look_at_carried(
    run: Run, earlier: str, later: str, drafted: Iterable[Mapping[str, Any]]
) -> CarriedAlignments:
    """Say what would be suggested for a version whose requirements are drafted and not, or not all, in the graph."""
    there = {each.id: each for each in await _requirements(run, later)}
    in_order = sorted(drafted, key=lambda each: (_LEVELS.index(each["level"]), each["sequence"]))
    there |= {each["id"]: _Requirement(each["id"], each["level"], each["code"], each["text"]) for each in in_order}
    return CarriedAlignments(_counts(*await _found(run, earlier, [*there.values()])))


async def _found(run: Run, earlier: str, after: Sequence[_Requirement]) -> tuple[list[_Carried], int]:
    """Give the live alignments, and how many closed searches there are of requirements that are not gone."""
    live, searched = [each async for each in _live(run, earlier)], await _searched(run, earlier)
    if not (live or searched):
        return [], 0
    before = await _requirements(run, earlier)
    # Unlike texts of some thousand lines take seconds to compare: other requests go on meanwhile.
    changes = await asyncio.to_thread(
        compare_versions, [*map(_placed, before)], [*map(_placed, after)], LEAST_SIMILARITY
    )
    of = {before[place].id: each for each in changes for place in each.earlier}
    return [*_carried(live, of, earlier, {each.id: each for each in before}, after)], sum(
        bool(of[each].later) for each in searched
    )


async def _searched(run: Run, earlier: str) -> list[str]:
    """Give the requirement of each closed search: of a review, or of an accepted NO_MATCH."""
    found: list[str] = []
    for searched in _SEARCHED:
        rows = await run(Statement(f"{_REQUIREMENTS} MATCH (r)<{searched} RETURN r.id, n.id", {"id": earlier}))
        found += [requirement for requirement, _ in rows]
    return found


def _carried(
    live: Iterable[_Aligned],
    of: Mapping[str, VersionChange],
    standard: str,
    before: Mapping[str, _Requirement],
    after: Sequence[_Requirement],
) -> Iterator[_Carried]:
    """Follow each live alignment to the requirements that took the place of its own."""
    for each in live:
        change, old = of[each.requirement], before[each.requirement]
        place = EarlierPlace(standard.rpartition(":")[2], old.level, old.code)
        for end in [after[place].id for place in change.later] or [""]:
            yield _Carried(each.values, place, old.text, change, each.link, each.subject, end)


async def _live(run: Run, standard: str) -> AsyncIterator[_Aligned]:
    """Give the alignments with a version that are accepted or wait."""
    for label, link in ALIGNED_SUBJECTS.items():
        text = (
            f"{_REQUIREMENTS} MATCH (r)<-[:ALIGNED_TO]-(a:Alignment)-[:{link}]->(c:{label}) "
            "WHERE a.status IN ['ACCEPTED', 'SUGGESTED'] AND a.kind <> 'NO_MATCH' "
            "RETURN r.id, properties(a), c.id ORDER BY a.id"
        )
        for requirement, values, subject in await run(Statement(text, {"id": standard})):
            yield _Aligned(values, link, subject, requirement)


def _counts(found: Sequence[_Carried], closed: int) -> dict[str, int]:
    counts = Counter(str(each.change.kind) for each in found) + Counter({SEARCH_CLOSED: closed})
    return dict(sorted(counts.items()))


async def _requirements(run: Run, standard: str) -> list[_Requirement]:
    text = f"{_REQUIREMENTS} RETURN r.id, r.level, r.code, r.text ORDER BY l.rank, r.sequence"
    return [_Requirement(*row) for row in await run(Statement(text, {"id": standard}))]


def _placed(each: _Requirement) -> PlacedLine:
    return PlacedLine(each.text, f"{each.level} {each.code}")


def _values(carried: _Carried) -> dict[str, Any]:
    before, change = carried.before, carried.change
    said = before["status"], change.kind, change.similarity, before.get("rationale"), carried.text
    code = f"carried.{secrets.token_hex(8)}"
    # Its author stays: who imports a document judges no pair, and may decide on it.
    return {
        **{each.name: None for each in MODEL.node_types["Alignment"].stored},
        **{name: before.get(name) for name in _KEPT},
        **_FACT,
        "id": f"Alignment:{code}",
        "code": code,
        "status": "SUGGESTED",
        "method": METHOD,
        "rationale": CarriedRationale(carried.place, before["id"], *said).text()[:REASON_LARGEST],
        "author": before.get("author"),
        "proposedOn": today(),
        "version": 1,
    }


async def _write(writer: Writer, suggestions: Sequence[_Aligned], editor: Editor) -> None:
    now = moment_now()
    await bulk.run_batches(writer, bulk.create_nodes("Alignment"), [{"values": each.values} for each in suggestions])
    for link in ALIGNED_SUBJECTS.values():
        ends = [(each.values["id"], each.subject) for each in suggestions if each.link == link]
        await bulk.run_batches(writer, bulk.create_links(MODEL.relationships[link]), _links(ends))
    ends = [(each.values["id"], each.requirement) for each in suggestions]
    await bulk.run_batches(writer, bulk.create_links(MODEL.relationships["ALIGNED_TO"]), _links(ends))
    changes = [_change(each, editor, now) for each in suggestions]
    await bulk.run_batches(writer, bulk.create_nodes("Change"), [{"values": each} for each in changes])
    ends = [(change["id"], each.values["id"]) for change, each in zip(changes, suggestions, strict=True)]
    await bulk.run_batches(writer, bulk.create_links(MODEL.relationships[AUDIT_LINKS["Alignment"]]), _links(ends))


def _links(ends: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    return [{"start": start, "end": end, "values": _FACT} for start, end in ends]


def _change(each: _Aligned, editor: Editor, now: str) -> dict[str, Any]:
    values = {name: value for name, value in each.values.items() if value is not None}
    after = {**values, "subject": each.subject, "target": each.requirement}
    return change_values(new_change_code(editor.name), editor.name, "PROPOSE", at=now, version=1, after=after)
