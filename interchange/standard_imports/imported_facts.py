"""What an import writes: nodes and links with their source, into the transaction of the caller."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import orjson

from graph.model import MODEL
from graph.model.core import DRAFT_OF, LINK_FACT, NodeType, Relationship
from graph.query.statement import Run, Statement, Writer
from graph.upkeep import bulk
from interchange.import_undo.import_manifest import (
    AmendedNode,
    ImportManifest,
    WrittenRow,
    digest_of,
    read_values,
)
from seeds.difference import HASH, IMPORTED_HASH, Difference, RowKey, TypeChanges
from seeds.pinyin import pinyin_of
from seeds.write import write_difference

SOURCE_CODE_LENGTH = 16


class ImportedFile(NamedTuple):
    """The file that is imported: its name and digest, and the digest of the report that was confirmed.

    ``corrections`` are what was read and what a person made of it.
    """

    name: str
    sha256: str
    report_sha256: str
    corrections: tuple[dict[str, Any], ...] = ()


class ImportedFacts:
    """Nodes and links that rest on one document.

    What ``supports`` the standard (a certificate, a job) is made only where it is not there, and the seeds may take it
    over. All else stays as it was imported.
    """

    def __init__(
        self, file: ImportedFile, title: str, publisher: str, published_on: str, *, retrieved_on: str = ""
    ) -> None:
        self._rows: dict[str, dict[RowKey, dict[str, Any]]] = {}
        self._supporting: set[tuple[str, RowKey]] = set()
        self._amended: list[tuple[str, str, dict[str, Any]]] = []
        self.source = ""
        code = f"import.{file.sha256[:SOURCE_CODE_LENGTH]}"
        values = {"code": code, "title": title, "location": file.name, "sha256": file.sha256}
        note = f"Imported from this file; report sha256 {file.report_sha256}"
        if file.corrections:
            note += f"; {len(file.corrections)} corrections, sha256 {_digest(file.corrections)}"
        dates = {"publishedOn": published_on or None, "retrievedOn": retrieved_on or None}
        self.source = self.node("Source", {**values, "note": note, "publisher": publisher or None, **dates})

    def node(self, type_name: str, values: Mapping[str, Any], *, supports: bool = False) -> str:
        """Add a node; give its id."""
        node_type = MODEL.node_types[type_name]
        row = {**_empty(node_type), **self._fact(node_type), **values, "id": node_type.id_of(values)}
        if node_type.searched:
            row["pinyin"] = pinyin_of(node_type, row)
        self._add(type_name, (row["id"],), row, supports=supports)
        return str(row["id"])

    def link(
        self, type_name: str, start: str, end: str, values: Mapping[str, Any] | None = None, *, supports: bool = False
    ) -> None:
        """Add a link between two nodes that are there, or are added."""
        relationship = MODEL.relationships[type_name]
        empty = {each.name: None for each in (*relationship.properties, *LINK_FACT)}
        row = {**empty, "basis": "OFFICIAL", "sourceIds": [self.source], **(values or {})}
        self._add(type_name, (start, end), row, supports=supports)

    def amend(self, type_name: str, node_id: str, values: dict[str, Any]) -> None:
        """Change values of a node that is there and stays the seeds'."""
        self._amended.append((type_name, node_id, values))

    @property
    def amended_count(self) -> int:
        """How many nodes stay the seeds' and get other values."""
        return len(self._amended)

    def keep_for(self, college: str) -> None:
        """Make it a draft of a college: all that may be one, and its source, where no one else has read it before."""
        for name, rows in self._rows.items():
            if name in MODEL.node_types and MODEL.node_types[name].has_drafts:
                rows.update({key: {**row, DRAFT_OF.name: college} for key, row in rows.items()})
        self._supporting.add(("Source", (self.source,)))

    def rests_on(self, before: Mapping[str, Any]) -> dict[str, Any]:
        """Name the document as the source of something that is there, before the sources it had."""
        return {"sourceIds": list(dict.fromkeys([self.source, *(before.get("sourceIds") or ())])), "basis": "OFFICIAL"}

    def _fact(self, node_type: NodeType) -> dict[str, Any]:
        return {"basis": "OFFICIAL", "sourceIds": [self.source]} if node_type.is_fact else {}

    def _add(self, type_name: str, key: RowKey, row: dict[str, Any], *, supports: bool) -> None:
        if supports:
            self._supporting.add((type_name, key))
        self._rows.setdefault(type_name, {})[key] = row if supports else {**row, HASH: IMPORTED_HASH}

    def values_of(self, type_name: str) -> list[dict[str, Any]]:
        """Give the values of the nodes of a type."""
        return list(self._rows.get(type_name, {}).values())

    def counts(self) -> dict[str, int]:
        """Count nodes and links by type."""
        return {name: len(rows) for name, rows in sorted(self._rows.items())}

    async def difference(self, run: Run) -> Difference:
        """Give what would be written: what is there already is set anew, unless it only supports the standard."""
        changes = {name: TypeChanges() for name in (*MODEL.node_types, *MODEL.relationships)}
        for name, rows in self._rows.items():
            there = await _there(run, name, rows)
            for key in rows:
                if key not in there:
                    changes[name].created.append(key)
                elif (name, key) not in self._supporting:
                    changes[name].changed.append(key)
        return Difference(changes)

    async def write(self, writer: Writer) -> "WrittenFacts":
        """Write it, and give what was written and how it was before."""
        difference = await self.difference(writer.run)
        manifest = await self._manifest(writer.run, difference)
        await write_difference(writer, difference, self._rows, lambda _, __: None)
        for name, node_id, values in self._amended:
            text = f"MATCH (n:{name} {{id: $id}}) SET n += $values RETURN n.id"
            await writer.run(Statement(text, {"id": node_id, "values": values}))
        return WrittenFacts(difference, manifest)

    async def _manifest(self, run: Run, difference: Difference) -> ImportManifest:
        rows: list[WrittenRow] = []
        for name, of in self._rows.items():
            before = await read_values(run, name, difference.changes[name].changed)
            for key in (*difference.changes[name].created, *difference.changes[name].changed):
                supports = (name, key) in self._supporting
                rows.append(WrittenRow(name, key, digest_of(of[key]), supports, before.get(key)))
        amended = [await _amended_node(run, *each) for each in self._amended]
        return ImportManifest(tuple(rows), tuple(amended))


class WrittenFacts(NamedTuple):
    """What was written, and what is needed to undo it."""

    difference: Difference
    manifest: ImportManifest


async def _amended_node(run: Run, name: str, node_id: str, values: dict[str, Any]) -> AmendedNode:
    found = (await read_values(run, name, [(node_id,)])).get((node_id,), {})
    return AmendedNode(name, node_id, {each: found.get(each) for each in values}, values)


def _digest(corrections: Sequence[Mapping[str, Any]]) -> str:
    return hashlib.sha256(orjson.dumps(corrections, option=orjson.OPT_SORT_KEYS)).hexdigest()


def stated(type_name: str, values: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Give the values of a node that the API shows; None: there is no node."""
    known = MODEL.node_types[type_name].by_name
    if values is None:
        return None
    return {name: value for name, value in values.items() if name in known and not known[name].internal}


def _empty(node_type: NodeType) -> dict[str, Any]:
    return {each.name: [] if each.many else None for each in node_type.stored}


async def _there(run: Run, name: str, keys: Iterable[RowKey]) -> set[RowKey]:
    """Give which of these nodes, or links, the graph has."""
    text = _find_links(MODEL.relationships[name]) if name in MODEL.relationships else _find_nodes(name)
    found: set[RowKey] = set()
    for batch in bulk.batches(keys):
        rows = [{"start": key[0], "end": key[-1]} for key in batch]
        found |= {tuple(row) for row in await run(Statement(text, {"rows": rows}))}
    return found


def _find_nodes(name: str) -> str:
    return f"UNWIND $rows AS row MATCH (n:{name} {{id: row.start}}) RETURN n.id"


def _find_links(each: Relationship) -> str:
    ends = f"(a:{each.start} {{id: row.start}})-[l:{each.type}]->(b:{each.end} {{id: row.end}})"
    return f"UNWIND $rows AS row MATCH {ends} RETURN a.id, b.id"
