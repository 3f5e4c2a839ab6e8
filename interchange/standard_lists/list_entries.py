"""From records to entries: what is doubled stands once, and what contradicts itself is a problem and is left out."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from graph.query.folding import fold
from interchange.standard_lists.listed_record import ListedRecord, ListRemark

SHOWN_LARGEST = 5


class ListEntry(NamedTuple):
    """A standard, or a level of a certificate, that the list names: its record, and the numbers of all equal ones.

    ``is_contradicted``: the list says something else of it as well, so that nothing of it is written.
    """

    record: ListedRecord
    numbers: tuple[int, ...]
    is_contradicted: bool = False


class ListEntries(NamedTuple):
    """All entries, and the problems between them."""

    entries: tuple[ListEntry, ...]
    problems: tuple[ListRemark, ...]


# By what two entries are compared: what they have in common, and what they must not differ in.
_Of = Callable[[ListedRecord], str]


def _rules(certificate: _Of) -> tuple[tuple[str, _Of, _Of], ...]:
    return (
        ("code-with-another-name", lambda each: each.code, certificate),
        ("name-with-another-code", certificate, lambda each: each.code),
        ("name-with-another-organization", certificate, lambda each: fold(each.organization)),
    )


def entries_of(records: Sequence[ListedRecord], identity: Callable[[str], str] = fold) -> ListEntries:
    """Give the entries of a list; ``identity`` gives what the names of one certificate have in common."""

    def certificate(record: ListedRecord) -> str:
        return identity(record.name)

    same: dict[object, list[ListedRecord]] = {}
    for each in records:
        same.setdefault(each.key, []).append(each)
    problems = [*_doubled(same.values()), *_conflicts([of[0] for of in same.values()], certificate)]
    wrong = {number for each in problems for number in each.records}
    entries = []
    for of in same.values():
        numbers = tuple(each.number for each in of)
        entries.append(ListEntry(of[0], numbers, is_contradicted=not wrong.isdisjoint(numbers)))
    return ListEntries(tuple(entries), tuple(problems))


def _doubled(groups: Iterable[list[ListedRecord]]) -> Iterator[ListRemark]:
    """Name the records that have the same id and differ."""
    for first, *others in groups:
        for each in others:
            if fields := _differing(first, each):
                subject = f"{first.subject} ({', '.join(fields)})"
                yield ListRemark("doubled-records-disagree", (first.number, each.number), subject)


def _differing(one: ListedRecord, other: ListedRecord) -> list[str]:
    return [name for name in one._fields if name != "number" and getattr(one, name) != getattr(other, name)]


def _conflicts(records: Sequence[ListedRecord], certificate: _Of) -> Iterator[ListRemark]:
    """Name the entries that share a code or a name and differ in the rest; what is not stated does not differ."""
    for rule, common, other in _rules(certificate):
        groups: dict[str, list[ListedRecord]] = {}
        for each in records:
            if common(each) and other(each):
                groups.setdefault(common(each), []).append(each)
        for of in groups.values():
            differing = {other(each): f"{each.subject} {each.organization}".strip() for each in of}
            if len(differing) > 1:
                shown = [*differing.values()][:SHOWN_LARGEST]
                yield ListRemark(rule, tuple(each.number for each in of), "; ".join(shown))
    yield from _same_level(records, certificate)


def _same_level(records: Sequence[ListedRecord], certificate: _Of) -> Iterator[ListRemark]:
    """Name the records that give one level of a certificate different ids."""
    groups: dict[tuple[str, str], dict[str, ListedRecord]] = {}
    for each in records:
        for level in each.levels:
            if level.platform_id:
                groups.setdefault((certificate(each), level.level), {}).setdefault(level.platform_id, each)
    for (_, code), of in groups.items():
        if len(of) > 1:
            numbers = tuple(dict.fromkeys(each.number for each in of.values()))
            subject = f"{next(iter(of.values())).subject} {code} ({', '.join([*of][:SHOWN_LARGEST])})"
            yield ListRemark("level-with-another-id", numbers, subject)
