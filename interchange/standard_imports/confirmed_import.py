"""Write what an import drafts: one transaction, by an editor who may, with an entry in the audit trail."""

import hashlib
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from graph.connection.database import Commit, Database
from graph.errors import IdempotencyKeyError
from graph.model.changes import AUDIT_LINKS, IMPORTED_TYPES
from graph.query.revision import take_turn
from graph.query.statement import Run, Statement, Writer
from graph.upkeep import editors
from graph.upkeep.editors import Editor, Role
from graph.upkeep.newest_versions import renew_replaced
from graph.upkeep.trail import as_json, change_code, change_values, later_moment, new_change_code
from interchange.import_undo.import_manifest import ImportManifest
from interchange.standard_imports.carried_alignments import CarriedAlignments, carry_alignments, look_at_carried
from interchange.standard_imports.import_errors import EarlierVersionError, ImportAnswerError, ImportQuestionsError
from interchange.standard_imports.import_questions import ImportAnswers
from interchange.standard_imports.imported_facts import ImportedFacts
from seeds.difference import Difference

IMPORTERS = frozenset({Role.REVIEWER})
ACTION = "IMPORT"
EDITORIAL_FACT = "{basis: 'EDITORIAL', sourceIds: []}"


class ImportDraft(NamedTuple):
    """What an import would write: the standard, its facts, and its values before and after.

    ``versions`` are the ids of other versions of the standard that the graph has.
    """

    node_type: str
    node_id: str
    facts: ImportedFacts
    before: Mapping[str, Any] | None
    after: Mapping[str, Any]
    versions: tuple[str, ...] = ()
    # Nodes and links that are new or set anew, by type.
    counts: Mapping[str, int] = {}
    # The alignments that are suggested for it. None: no one asked for that.
    carried: CarriedAlignments | None = None
    # What is needed to undo it; empty: it is not kept.
    undo: str = ""

    def carrying(self, carried: CarriedAlignments) -> "ImportDraft":
        """Add the alignments that are suggested, and count them."""
        counts = {**self.counts, "Alignment": carried.suggested} if carried.suggested else self.counts
        return self._replace(carried=carried, counts=counts)

    def earlier(self, version: str) -> str:
        """Give the id of another version of this skill standard. Raises: EarlierVersionError."""
        node_id = f"{self.node_id.rpartition(':')[0]}:{version}"
        if self.node_type != "SkillStandard" or node_id not in self.versions:
            raise EarlierVersionError(version, self.versions)
        return node_id


class StandardImport(Protocol):
    """What makes the draft of one standard: it asks the graph, and writes nothing."""

    async def draft(self, run: Run) -> ImportDraft:
        """Make it; questions without an answer are left open in the answers."""


# Called anew for each try of the transaction, which may run more than once.
MakeImport = Callable[[ImportAnswers], StandardImport]


class RequestKey(NamedTuple):
    """By what a request to write is known when it comes again: key, and digest of what it asks. Empty: by nothing."""

    key: str = ""
    digest: str = ""

    def code(self, editor: Editor, place: int = 0) -> str:
        """Give the code of a change in the trail, as that of any mutation with this key."""
        return change_code(editor.name, self.key, place) if self.key else new_change_code(editor.name)


class WrittenImport(NamedTuple):
    """What a request wrote: ids of nodes, nodes and links by type, and what it carried, by what became of it.

    ``writes`` and ``carried`` are empty where the request came again and its change does not tell them.
    """

    nodes: tuple[str, ...]
    writes: Mapping[str, int] = {}
    carried: Mapping[str, int] = {}

    @classmethod
    def of(cls, drafts: Sequence[ImportDraft]) -> "WrittenImport":
        """Give what drafts that were written hold."""
        carried = (each.carried.counts for each in drafts if each.carried)
        return cls(tuple(each.node_id for each in drafts), _added(each.counts for each in drafts), _added(carried))


def _added(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    return dict(sum(map(Counter, counts), Counter[str]()))


_NO_KEY = RequestKey()
# Writes drafts in the transaction of an editor.
Writing = Callable[[Writer, Editor, RequestKey], Awaitable[Sequence[ImportDraft]]]


async def look_at_import(
    database: Database, make: MakeImport, given: Mapping[str, str], *, carry_from: str | None = None
) -> ImportDraft:
    """Give what an import would write. Raises: what ``confirm_import`` raises of the document and the answers."""
    draft = await _whole_draft(database.read, make, given)
    counts = counted(draft, await draft.facts.difference(database.read))
    if carry_from is None:
        return counts
    drafted = draft.facts.values_of("SkillRequirement")
    return counts.carrying(await look_at_carried(database.read, draft.earlier(carry_from), draft.node_id, drafted))


async def confirm_import(
    database: Database, make: MakeImport, given: Mapping[str, str], token: str | None, *, carry_from: str | None = None
) -> ImportDraft:
    """Write a standard, or nothing; suggest alignments with the earlier version ``carry_from`` for it.

    Raises: AccessError; ImportQuestionsError, ImportAnswerError, StandardExistsError, ImportProblemsError,
    EarlierVersionError; what ``Database.write`` raises.
    """
    # Read before a transaction begins: who may not write must not keep those waiting who may.
    await editors.require(database.read, token, IMPORTERS)

    async def once(writer: Writer) -> ImportDraft:
        await take_turn(writer)
        editor = await editors.require(writer.run, token, IMPORTERS)
        return await _write(writer, editor, _Confirmed(make, given, carry_from))

    return await database.write(once)


def standard_writing(make: MakeImport, given: Mapping[str, str], carry_from: str | None) -> Writing:
    """Give what writes a standard as ``confirm_import`` does."""

    async def write(writer: Writer, editor: Editor, request: RequestKey) -> Sequence[ImportDraft]:
        return [await _write(writer, editor, _Confirmed(make, given, carry_from), request)]

    return write


async def write_once(
    database: Database, writing: Writing, count: int, request: RequestKey, token: str | None
) -> Commit[WrittenImport]:
    """Write ``count`` drafts, or find by the key of the request that it wrote them.

    Raises: AccessError; IdempotencyKeyError where the key was used for something else; what ``writing`` raises.
    """
    await editors.require(database.read, token, IMPORTERS)

    async def once(writer: Writer) -> WrittenImport:
        await take_turn(writer)
        editor = await editors.require(writer.run, token, IMPORTERS)
        codes = [request.code(editor, place) for place in range(count)]
        made = await _made_before(writer, codes, request.digest)
        return made or WrittenImport.of(await writing(writer, editor, request))

    return await database.write_marked(once)


async def _made_before(writer: Writer, codes: Sequence[str], digest: str) -> WrittenImport | None:
    links = "|".join(AUDIT_LINKS[each] for each in IMPORTED_TYPES)
    text = (
        f"UNWIND $ids AS id MATCH (c:Change {{id: id}}) OPTIONAL MATCH (c)-[:{links}]->(n) "
        "RETURN c.id, c.digest, n.id, c.undo"
    )
    ids = [f"Change:{each}" for each in codes]
    rows = await writer.run(Statement(text, {"ids": ids}))
    if any(known != digest for _, known, *_ in rows):
        raise IdempotencyKeyError
    if not rows:
        return None
    nodes = {change: str(node_id) for change, _, node_id, _ in rows}
    manifests = [ImportManifest.unpack(undo) for *_, undo in rows if undo]
    return WrittenImport(
        tuple(nodes[each] for each in ids if each in nodes),
        _added(each.writes for each in manifests),
        _added(each.carried_counts for each in manifests),
    )


class _Confirmed(NamedTuple):
    """A standard to write, with the answers, and the version to carry alignments from."""

    make: MakeImport
    given: Mapping[str, str]
    carry_from: str | None


async def _write(writer: Writer, editor: Editor, confirmed: _Confirmed, request: RequestKey = _NO_KEY) -> ImportDraft:
    draft = await _whole_draft(writer.run, confirmed.make, confirmed.given)
    difference, manifest = await draft.facts.write(writer)
    draft = counted(draft, difference)
    if draft.node_type == "SkillStandard":
        await renew_replaced(writer, draft.after["code"])
    if confirmed.carry_from is not None:
        earlier = draft.earlier(confirmed.carry_from)
        carried = await carry_alignments(writer, earlier, draft.node_id, editor)
        manifest = manifest._replace(carried=carried.ids, carried_counts=carried.counts)
        draft = draft.carrying(carried)
    manifest = manifest._replace(writes=draft.counts)
    await record_import(writer, draft._replace(undo=manifest.pack()), editor, request)
    return draft


async def _whole_draft(run: Run, make: MakeImport, given: Mapping[str, str]) -> ImportDraft:
    answers = ImportAnswers(given)
    draft = await make(answers).draft(run)
    require_answered(answers, draft.node_id if draft.before is not None else "")
    return draft


def require_answered(answers: ImportAnswers, existing: str = "") -> None:
    """Raise ImportAnswerError for an answer to no question, ImportQuestionsError where questions are open."""
    if unasked := answers.unasked():
        raise ImportAnswerError.unknown(unasked)
    if answers.open:
        raise ImportQuestionsError(answers.open, existing)


def counted(draft: ImportDraft, difference: Difference) -> ImportDraft:
    """Add to a draft how many nodes and links it makes, or made, by type."""
    counts = {name: len(each.created) + len(each.changed) for name, each in difference.changes.items()}
    return draft._replace(counts={name: count for name, count in counts.items() if count})


async def record_import(
    writer: Writer, draft: ImportDraft, editor: Editor, request: RequestKey = _NO_KEY, place: int = 0
) -> None:
    """Add the import to the trail, just after the latest change of the standard where the clock was set back."""
    node = f"(n:{draft.node_type} {{id: $id}})"
    read = f"MATCH (c:Change)-[:{AUDIT_LINKS[draft.node_type]}]->{node} RETURN count(c), max(c.at)"
    ((count, latest),) = await writer.run(Statement(read, {"id": draft.node_id}))
    values = change_values(
        request.code(editor, place),
        editor.name,
        ACTION,
        at=later_moment(latest),
        version=count + 1,
        before=draft.before,
        after=draft.after,
        digest=request.digest or hashlib.sha256(as_json(draft.after).encode()).hexdigest(),
    )
    values["undo"] = draft.undo or None
    text = (
        f"MATCH {node} CREATE (c:Change) SET c = $values "
        f"CREATE (c)-[:{AUDIT_LINKS[draft.node_type]} {EDITORIAL_FACT}]->(n) RETURN c.id"
    )
    await writer.run(Statement(text, {"id": draft.node_id, "values": values}))
