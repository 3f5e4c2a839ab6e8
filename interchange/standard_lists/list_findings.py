"""What the graph has of each entry of a list, what the entry adds, and where the two differ."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from graph.model import MODEL
from graph.query.folding import fold
from interchange.standard_lists.known_catalogue import CatalogueCertificate, KnownCatalogue, KnownText
from interchange.standard_lists.list_entries import ListEntry
from interchange.standard_lists.listed_record import ListedRecord, ListRemark


class GraphState(StrEnum):
    """How much the graph has of a standard."""

    OFFICIAL_TEXT = "OFFICIAL_TEXT"
    ABRIDGED_TEXT = "ABRIDGED_TEXT"
    CATALOGUE_ENTRY = "CATALOGUE_ENTRY"
    CERTIFICATE_ONLY = "CERTIFICATE_ONLY"
    NOTHING = "NOTHING"


class EntryFinding(NamedTuple):
    """An entry compared with the graph. ``adds`` names what it brings; empty: nothing, or it is left out."""

    entry: ListEntry
    state: GraphState
    certificate: CatalogueCertificate | None
    texts: tuple[KnownText, ...]
    problems: tuple[ListRemark, ...]
    differences: tuple[ListRemark, ...]
    adds: tuple[str, ...]

    @property
    def is_left_out(self) -> bool:
        """Whether nothing of it is written, because list or graph contradict it."""
        return self.entry.is_contradicted or bool(self.problems)


def find(entry: ListEntry, known: KnownCatalogue) -> EntryFinding:
    """Compare an entry with the graph."""
    record = entry.record
    certificate = known.by_name.get(fold(record.name))
    texts = tuple(known.texts.get(record.code, ()))
    problems = tuple(_conflicts(entry, certificate, known))
    found = EntryFinding(entry, _state(certificate, texts), certificate, texts, problems, (), ())
    if found.is_left_out:
        return found
    before = listed_before(record, known) if record.is_standard else None
    differences = (*_differences(entry, certificate), *_listing_differences(entry, before))
    return found._replace(differences=differences, adds=tuple(_adds(record, certificate, before)))


def _state(certificate: CatalogueCertificate | None, texts: tuple[KnownText, ...]) -> GraphState:
    if texts:
        return GraphState.ABRIDGED_TEXT if all(each.abridged for each in texts) else GraphState.OFFICIAL_TEXT
    if certificate is None:
        return GraphState.NOTHING
    return GraphState.CATALOGUE_ENTRY if certificate.codes else GraphState.CERTIFICATE_ONLY


def _conflicts(
    entry: ListEntry, certificate: CatalogueCertificate | None, known: KnownCatalogue
) -> Iterator[ListRemark]:
    """Name what makes it doubtful which certificate an entry is of."""
    record = entry.record
    others = [each for each in known.by_code.get(record.code, ()) if certificate is None or each.id != certificate.id]
    if others:
        names = ", ".join(each.name for each in others)
        yield ListRemark("graph-has-the-code-for-another-name", entry.numbers, f"{record.subject} ({names})")
    if certificate and record.code and certificate.codes and record.code not in certificate.codes:
        codes = ", ".join(sorted(certificate.codes))
        yield ListRemark("graph-has-the-name-with-another-code", entry.numbers, f"{record.subject} ({codes})")


def _differences(entry: ListEntry, certificate: CatalogueCertificate | None) -> Iterator[ListRemark]:
    record = entry.record
    if certificate is None:
        return
    issuers = {fold(each) for name, aliases in certificate.organizations.items() for each in (name, *aliases)}
    if issuers and record.organization and fold(record.organization) not in issuers:
        names = ", ".join(certificate.organizations)
        subject = f"{record.subject}: {record.organization} ({names})"
        yield ListRemark("graph-has-another-organization", entry.numbers, subject)
    listed = {each.level for each in record.levels}
    if record.is_standard and listed and (more := sorted(certificate.levels.keys() - listed)):
        yield ListRemark("graph-has-more-levels", entry.numbers, f"{record.subject} ({', '.join(more)})")
    for each in record.levels:
        own = certificate.levels.get(each.level)
        if own and own.platform_id and each.platform_id and own.platform_id != each.platform_id:
            subject = f"{record.subject} {each.level}: {each.platform_id} ({own.platform_id})"
            yield ListRemark("graph-has-another-level-id", entry.numbers, subject)


def listed_before(record: ListedRecord, known: KnownCatalogue) -> Mapping[str, Any] | None:
    """Give the entry of an earlier list; by the code where one of the two lists gives the entry no id."""
    own = known.listings.get(MODEL.node_types["StandardListing"].id_of(listing_values(record)))
    if own is not None:
        return own
    other = known.listings_by_code.get(record.code)
    return other if other and not (record.platform_id and other.get("platformId")) else None


def listing_values(record: ListedRecord) -> dict[str, Any]:
    """Give the values of that node, as the record states them."""
    return {
        "platformId": record.platform_id or None,
        "standardCode": record.code,
        "name": record.title,
        "organizationName": record.organization or None,
        "statusDate": record.date or None,
        "levels": list(dict.fromkeys(each.level for each in record.levels)),
        "fileKeys": [each.key for each in record.files],
        "fileNames": [each.name for each in record.files] if any(each.name for each in record.files) else [],
    }


def differing_fields(record: ListedRecord, before: Mapping[str, Any]) -> list[str]:
    """Name the values in which an entry differs from that of an earlier list; an id that it lacks does not differ."""
    values = listing_values(record)
    if not record.platform_id:
        values.pop("platformId")
    return [name for name, value in values.items() if (before.get(name) or None) != (value or None)]


def is_later(record: ListedRecord, before: Mapping[str, Any]) -> bool:
    """Whether an entry has a later date than that of an earlier list; without dates nothing says so."""
    return bool(record.date) and bool(before.get("statusDate")) and record.date > before["statusDate"]


def _listing_differences(entry: ListEntry, before: Mapping[str, Any] | None) -> Iterator[ListRemark]:
    record = entry.record
    if before is not None and (fields := differing_fields(record, before)):
        rule = "entry-takes-the-place" if is_later(record, before) else "graph-has-another-entry"
        yield ListRemark(rule, entry.numbers, f"{record.subject} ({', '.join(fields)})")


def _adds(
    record: ListedRecord, certificate: CatalogueCertificate | None, before: Mapping[str, Any] | None
) -> Iterator[str]:
    """Name what an entry brings that the graph does not have."""
    if certificate is None:
        yield "certificate"
    if record.code and not (certificate and certificate.values.get("standardCode")):
        yield "standardCode"
    if certificate and certificate.values.get("isReportedByColleges"):
        yield "isReportedByColleges"
    known = certificate.levels if certificate else {}
    yield from (f"level:{level}" for level in dict.fromkeys(each.level for each in record.levels) if level not in known)
    if record.organization and not (certificate and certificate.organizations):
        yield "organization"
    if record.is_standard and (before is None or (differing_fields(record, before) and is_later(record, before))):
        yield "listing"
