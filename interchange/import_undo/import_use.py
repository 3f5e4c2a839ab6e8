"""What was built on an import since: later edits of what it wrote, and what others linked to it."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from graph.model import MODEL
from graph.model.changes import AUDIT_LINKS
from graph.model.core import Text
from graph.model.course_sides import COVER_LINKS
from graph.model.drafts import published
from graph.query.statement import Run, Statement
from graph.upkeep import bulk
from interchange.import_undo.import_manifest import (
    AmendedNode,
    ImportManifest,
    WrittenRow,
    by_type,
    digest_of,
    read_values,
)
from interchange.import_undo.undo_errors import Reason
from seeds.difference import RowKey

_CONCLUSION = "CONCLUDES_ON"
# A draft is of its college alone: no one else learns which plan rests on the standard.
_DRAFT = Reason("a plan that is not published rests on it", "有未发布的方案以它为依据")
_CHANGED = Text("changed since the import", "导入后已被修改")
_REVIEW = Text("a closed review", "已结束的评审")
_LINKED = Text("linked to what the import wrote", "已与导入的内容关联")
_ACCEPTED_BEFORE = Text("an alignment that was accepted once", "曾被采纳的对接")
_ALIGNMENTS = {
    "SUGGESTED": Text("a proposal that waits", "待定的对接"),
    "ACCEPTED": Text("an accepted alignment", "已采纳的对接"),
    "REJECTED": Text("a rejected proposal", "未采纳的对接"),
}
_AUDIT = frozenset(AUDIT_LINKS.values())
StoredValues = Mapping[str, Mapping[RowKey, dict[str, Any]]]


class ForeignLink(NamedTuple):
    """A link, at a node that the import made, that the import did not make.

    ``of_draft``: to a draft of a college. ``alignment``: from which a cover follows.
    """

    node: str
    type: str
    other: str
    of_draft: bool
    alignment: str | None = None


class AlignmentState(NamedTuple):
    """What became of an alignment. ``was_accepted``: now, or at any time before."""

    status: str
    version: int
    was_accepted: bool

    @property
    def is_void(self) -> bool:
        """Whether it was taken back and never accepted, so that nothing rests on it."""
        return self.status == "WITHDRAWN" and not self.was_accepted

    @property
    def what(self) -> Text:
        """Say what it is by now."""
        if self.was_accepted and self.status != "ACCEPTED":
            return _ACCEPTED_BEFORE
        return _ALIGNMENTS[self.status]


class ImportUse:
    """Compares what an import wrote with what the graph has now."""

    def __init__(self, run: Run, manifest: ImportManifest) -> None:
        self._run = run
        self._manifest = manifest
        self.now: StoredValues = {}
        self.set_back: list[tuple[AmendedNode, dict[str, Any]]] = []
        self.foreign: list[ForeignLink] = []
        self._alignments: dict[str, AlignmentState] = {}

    @property
    def alignments(self) -> list[str]:
        """Give the alignments that go with the import: those that it suggested, and those that are void."""
        carried = self._manifest.carried
        return [*carried, *(each for each, of in self._alignments.items() if of.is_void and each not in carried)]

    async def look(self) -> list[Reason]:
        """Give what stands in the way of undoing it."""
        rows = by_type(self._manifest.rows)
        self.now = {name: await read_values(self._run, name, [each.key for each in of]) for name, of in rows.items()}
        self.set_back = [each async for each in self._set_back()]
        foreign = [link async for link in self._foreign_links(rows)]
        linked = {each.other for each in foreign if each.other.startswith("Alignment:")}
        self._alignments = await self._alignment_states(sorted({*linked, *self._manifest.carried}))
        going = set(self.alignments)
        self.foreign = [each for each in foreign if each.other not in going]
        supporting = {each.key[0] for each in self._manifest.rows if each.supports and len(each.key) == 1}
        told = [each for each in self.foreign if each.node not in supporting and not self._follows(each)]
        in_use = dict.fromkeys(map(self._in_use, told))
        return [*self._edits(), *in_use, *self._decided()]

    def is_as_written(self, row: WrittenRow) -> bool:
        """Whether the graph has it, with the values that the import wrote."""
        values = self.now.get(row.type, {}).get(row.key)
        return values is not None and digest_of(values) == row.digest

    async def _set_back(self) -> AsyncIterator[tuple[AmendedNode, dict[str, Any]]]:
        """Give the nodes of the seeds that the import changed, with the values that they get back."""
        for each in self._manifest.amended:
            now = (await read_values(self._run, each.type, [(each.id,)])).get((each.id,))
            if now and (values := values_back(each, now)):
                yield each, values

    def rests_on(self, source: str, row: WrittenRow) -> bool:
        """Whether the graph has this row with the source."""
        values = self.now.get(row.type, {}).get(row.key)
        return values is not None and source in (values.get("sourceIds") or ())

    def _edits(self) -> Iterator[Reason]:
        for each in self._manifest.rows:
            is_there = each.key in self.now.get(each.type, {})
            if each.supports or self.is_as_written(each) or (each.before is None and not is_there):
                continue
            name = each.key[0] if len(each.key) == 1 else f"{each.type} {' - '.join(each.key)}"
            yield Reason(f"{name} was changed", f"{name} 已被修改", nodes=each.key, what=_CHANGED)

    def _follows(self, link: ForeignLink) -> bool:
        """Whether a link is the cover of a requirement that follows from an accepted alignment, which is named."""
        alignment = self._alignments.get(link.alignment or "")
        return link.type in COVER_LINKS and alignment is not None and alignment.was_accepted

    def _in_use(self, link: ForeignLink) -> Reason:
        if link.of_draft:
            return _DRAFT
        alignment = self._alignments.get(link.other)
        what = alignment.status if alignment else link.type
        is_final = alignment.was_accepted if alignment else link.type == _CONCLUSION
        return Reason(
            f"{link.other} ({what}) is linked to {link.node}",
            f"{link.other}（{what}）关联 {link.node}",
            is_final,
            (link.other,) if alignment else (link.other, link.node),
            what=alignment.what if alignment else _REVIEW if is_final else _LINKED,
        )

    async def _foreign_links(self, rows: Mapping[str, Sequence[WrittenRow]]) -> AsyncIterator[ForeignLink]:
        own = {(each.type, *each.key) for each in self._manifest.rows if len(each.key) > 1}
        carried = set(self._manifest.carried)
        for name in filter(MODEL.node_types.__contains__, rows):
            text = (
                f"UNWIND $ids AS id MATCH (n:{name} {{id: id}})-[l]-(other) "
                f"RETURN id, type(l), startNode(l).id, endNode(l).id, NOT {published('other')}, "
                "l.alignmentId"
            )
            for batch in bulk.batches([each.key[0] for each in rows[name] if each.before is None]):
                for node, link, start, end, of_draft, alignment in await self._run(Statement(text, {"ids": batch})):
                    other = start if end == node else end
                    if (link, start, end) not in own and link not in _AUDIT and other not in carried:
                        yield ForeignLink(node, link, other, of_draft, alignment)

    def _decided(self) -> Iterator[Reason]:
        """Name the suggestions of the import that are no longer what it wrote, and not void either."""
        for each in self._manifest.carried:
            now = self._alignments.get(each)
            if now and not now.is_void and (now.version > 1 or now.status != "SUGGESTED"):
                en, zh = f"{each} is {now.status}", f"{each} 已是 {now.status}"
                yield Reason(en, zh, now.was_accepted, (each,), what=now.what)

    async def _alignment_states(self, ids: Sequence[str]) -> dict[str, AlignmentState]:
        """Ask the trail, too: an alignment that was withdrawn may have been accepted before."""
        text = (
            "UNWIND $ids AS id MATCH (a:Alignment {id: id}) "
            f"OPTIONAL MATCH (c:Change {{action: 'ACCEPT'}})-[:{AUDIT_LINKS['Alignment']}]->(a) "
            "RETURN a.id, a.status, a.version, a.reviewer, count(c) ORDER BY a.id"
        )
        states: dict[str, AlignmentState] = {}
        for batch in bulk.batches(ids):
            for node_id, status, version, reviewer, accepted in await self._run(Statement(text, {"ids": batch})):
                # Of one that came with the seeds the trail knows nothing.
                once = status == "ACCEPTED" or accepted > 0 or (status == "WITHDRAWN" and reviewer is not None)
                states[node_id] = AlignmentState(status, version or 1, once)
        return states


def values_back(node: AmendedNode, now: Mapping[str, Any]) -> dict[str, Any]:
    """Give values before, where they are still as written; out of a list that was changed since take what it added."""
    back: dict[str, Any] = {}
    for name, written in node.after.items():
        before, current = node.before.get(name), now.get(name)
        if current == written:
            back[name] = before
        elif isinstance(written, list) and isinstance(current, list):
            added = [each for each in written if each not in (before or ())]
            back[name] = [each for each in current if each not in added]
    return {name: value for name, value in back.items() if value != now.get(name)}
