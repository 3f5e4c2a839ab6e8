"""From a list of standards to what is written of it: certificates, levels, organisations, codes, keys of files.

What seeds and official documents say stays. A certificate that is there gets what it lacks; where list and graph
differ, the report says so.
"""

import hashlib
from collections.abc import Mapping
from typing import Any, NamedTuple

from graph.query.folding import fold
from graph.query.statement import Run
from interchange.standard_imports.confirmed_import import ImportDraft
from interchange.standard_imports.imported_facts import ImportedFacts, ImportedFile
from interchange.standard_imports.skill_import import RANKS
from interchange.standard_lists.known_catalogue import KnownCatalogue
from interchange.standard_lists.list_entries import entries_of
from interchange.standard_lists.list_errors import ListKnownError, ListReportError
from interchange.standard_lists.list_findings import EntryFinding, find, listed_before, listing_values
from interchange.standard_lists.list_report import ListReport
from interchange.standard_lists.listed_record import ListReading

PUBLISHER = "职业教育国家学分银行"
TITLE = "职业教育国家学分银行：职业技能等级标准清单"


class ListFile(NamedTuple):
    """The file of a list, and the report that was confirmed. ``retrieved_on`` is what a person says, or empty."""

    name: str
    data: bytes
    confirmed: bytes
    digests: tuple[str, str]
    retrieved_on: str = ""


async def look_at_list(run: Run, reading: ListReading) -> ListReport:
    """Compare a list with the graph."""
    return (await _compared(run, reading))[0]


async def _compared(run: Run, reading: ListReading) -> tuple[ListReport, KnownCatalogue]:
    known = await KnownCatalogue.read(run, {each.code for each in reading.records if each.code})
    entries = entries_of(reading.records, known.identity_of)
    return ListReport(reading, entries, tuple(find(each, known) for each in entries.entries)), known


class ListImport:
    """Makes the draft of one list. Asks the graph, writes nothing."""

    def __init__(self, reading: ListReading, file: ListFile) -> None:
        self._reading = reading
        self._file = file
        own, report = file.digests
        imported = ImportedFile(file.name, own, report)
        self._facts = ImportedFacts(imported, TITLE, PUBLISHER, "", retrieved_on=file.retrieved_on)

    async def draft(self, run: Run) -> ImportDraft:
        """Make it. Raises: ListReportError where file or graph are not those of the report; ListKnownError."""
        report, known = await _compared(run, self._reading)
        now = report.to_bytes(self._file.data)
        if now != self._file.confirmed:
            raise ListReportError(self._file.digests[1], hashlib.sha256(now).hexdigest())
        adding = [each for each in report.findings if each.adds]
        if not adding:
            raise ListKnownError
        groups: dict[str, list[EntryFinding]] = {}
        for each in adding:
            groups.setdefault(known.identity_of(each.entry.record.name), []).append(each)
        for of in groups.values():
            _CertificateFacts(self._facts, known, of).add()
        return ImportDraft("Source", self._facts.source, self._facts, None, self._after(report))

    def _after(self, report: ListReport) -> dict[str, Any]:
        return {
            "file": self._file.digests[0],
            "report": self._file.digests[1],
            "counts": report.counts(),
            "rows": self._facts.counts(),
            "completed": self._facts.amended_count,
        }


class _CertificateFacts:
    """What a list adds to one certificate; ``findings`` are its entries, none of which is left out."""

    def __init__(self, facts: ImportedFacts, known: KnownCatalogue, findings: list[EntryFinding]) -> None:
        self._facts = facts
        self._known = known
        self._findings = findings
        self._certificate = findings[0].certificate
        self._added = {name for each in findings for name in each.adds}
        self._records = [each.entry.record for each in findings]
        self._name = self._certificate.name if self._certificate else self._records[0].name
        self._id = self._certificate.id if self._certificate else f"Certificate:{self._name}"

    def add(self) -> None:
        """Add all of it."""
        before = self._certificate.values if self._certificate else {}
        if self._certificate is None:
            own = {"name": self._name, "isReportedByColleges": False, **self._own_values(before)}
            self._facts.node("Certificate", own, supports=True)
        elif own := self._own_values(before):
            self._facts.amend("Certificate", self._id, {**own, **self._sources(before)})
        for level in self._new_levels():
            self._add_level(level)
        if "organization" in self._added:
            self._add_organization(next(each.organization for each in self._records if each.organization))
        for each in self._findings:
            if "listing" in each.adds:
                self._add_listing(each)

    def _own_values(self, before: Mapping[str, Any]) -> dict[str, Any]:
        """Give the values of the certificate itself that are new."""
        own: dict[str, Any] = {}
        if "standardCode" in self._added:
            own["standardCode"] = next(each.code for each in self._records if each.code)
        if "isReportedByColleges" in self._added:
            own["isReportedByColleges"] = False
        seen = before.get("levelsSeen") or []
        if new := [each for each in self._new_levels() if each not in seen]:
            own["levelsSeen"] = sorted([*seen, *new], key=lambda level: RANKS.get(level, 0))
        return own

    def _sources(self, before: Mapping[str, Any]) -> dict[str, Any]:
        return {"sourceIds": list(dict.fromkeys([*(before.get("sourceIds") or ()), self._facts.source]))}

    def _new_levels(self) -> list[str]:
        return [name.partition(":")[2] for name in sorted(self._added) if name.startswith("level:")]

    def _add_level(self, level: str) -> None:
        stated = [each for each in self._records if any(one.level == level for one in each.levels)]
        ids = [one.platform_id for each in stated for one in each.levels if one.level == level and one.platform_id]
        # The date of a standard is not that of a level.
        dates = [each.date for each in stated if not each.is_standard and each.date]
        values = {
            "certificateName": self._name,
            "level": level,
            "rank": RANKS[level],
            "platformId": ids[0] if len(set(ids)) == 1 else None,
            "statusDate": dates[0] if dates else None,
        }
        node_id = self._facts.node("CertificateLevel", values, supports=True)
        self._facts.link("HAS_LEVEL", self._id, node_id, supports=True)

    def _add_organization(self, name: str) -> None:
        known = self._known.organizations.get(fold(name))
        node_id = known or self._facts.node("Organization", {"name": name}, supports=True)
        self._facts.link("ISSUED_BY", self._id, node_id, supports=True)

    def _add_listing(self, finding: EntryFinding) -> None:
        record = finding.entry.record
        values = listing_values(record)
        if before := listed_before(record, self._known):
            # The id of a node comes from that of the entry, and stays.
            values = {**values, "platformId": before.get("platformId"), **self._facts.rests_on(before)}
        node_id = self._facts.node("StandardListing", values)
        self._facts.link("LISTED_ON_PLATFORM", self._id, node_id)
