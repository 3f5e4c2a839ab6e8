"""What a person corrects in the reading of a standard: the item as the report names it, and what it becomes."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from interchange.standards.corrections.correction_errors import CorrectionError
from interchange.standards.official_text import tidy

CORRECTIONS_LARGEST = 500
TEXT_LARGEST = 2_000
# Of a text as it was read: a reader may have joined several, and this is what a person corrects.
READ_LARGEST = 20_000
NAME_LARGEST = 100
EVERY_PART = ("level", "code", "text", "removes")
# What adds to the report instead of correcting an item of it: a row of the tree or a course, or to a list of the head.
ADDED_ROW = ""
_ADDING = frozenset({ADDED_ROW, "major", "position", "industry", "occupation", "certificate"})


class Correction(NamedTuple):
    """A correction of one item; what is empty stays as it was read.

    ``item`` is the key of the item in the report, such as ``ELEMENTARY:1:2:3``; empty: a row that is added.
    ``read`` is the text that the person saw there; empty: it is not compared. ``as_printed``: the person confirms that
    the document says so.
    """

    item: str = ""
    level: str = ""
    code: str = ""
    text: str = ""
    read: str = ""
    removes: bool = False
    as_printed: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        return not (self.level or self.code or self.text or self.removes)

    def as_values(self) -> dict[str, Any]:
        """Give what it changes, for the audit trail."""
        own = {"level": self.level, "code": self.code, "text": self.text, "removed": self.removes}
        return {
            "item": self.item,
            **{name: value for name, value in own.items() if value},
            "asPrinted": self.as_printed,
        }


def bounded(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Give the corrections without blanks around. Raises: CorrectionError for too many, or a text that is too long."""
    given = tuple(_tidied(each) for each in corrections)
    if len(given) > CORRECTIONS_LARGEST:
        raise CorrectionError.too_many(len(given), CORRECTIONS_LARGEST)
    for each in given:
        if len(each.text) > TEXT_LARGEST or max(len(each.item), len(each.level), len(each.code)) > NAME_LARGEST:
            raise CorrectionError.too_long(each.item[:NAME_LARGEST] or each.code[:NAME_LARGEST], TEXT_LARGEST)
        if len(each.read) > READ_LARGEST:
            raise CorrectionError.read_too_long(each.item, READ_LARGEST)
    return given


def _tidied(each: Correction) -> Correction:
    plain = {name: getattr(each, name).strip() for name in ("item", "level", "code")}
    return each._replace(**plain, text=tidy(each.text), read=tidy(each.read))


class ReadItem(NamedTuple):
    """An item of a report that can be corrected, as it was read."""

    level: str = ""
    code: str = ""
    text: str = ""

    def as_values(self) -> dict[str, Any]:
        """Give what was read, for the audit trail."""
        return {name: value for name, value in self._asdict().items() if value}


class Corrections:
    """Corrections by item. Each must fit an item of the report, and is used once."""

    def __init__(self, corrections: Iterable[Correction]) -> None:
        self._by_item: dict[str, Correction] = {}
        self._added: list[Correction] = []
        # What was read and what it became, in the order of the report; then what was added.
        self.record: list[dict[str, Any]] = []
        self._taken: set[str] = set()
        for each in bounded(corrections):
            if each.is_empty:
                raise CorrectionError.says_nothing(each.item)
            if each.item in _ADDING:
                self._added.append(each)
            elif each.item in self._by_item:
                raise CorrectionError.twice(each.item)
            else:
                self._by_item[each.item] = each

    def __bool__(self) -> bool:
        return bool(self._by_item or self._added)

    def of(self, item: str, read: ReadItem, allowed: Iterable[str] = EVERY_PART) -> Correction:
        """Give the correction of an item, an empty one where there is none. Raises: CorrectionError."""
        found = self._by_item.get(item)
        if found is None:
            return Correction(item)
        if found.read and found.read != tidy(read.text):
            raise CorrectionError.reads_otherwise(item, found.read, read.text)
        _require_parts(found, allowed)
        self._taken.add(item)
        self.record.append({**found.as_values(), "read": read.as_values()})
        return found

    def added(self, kind: str, allowed: Iterable[str]) -> Iterator[Correction]:
        """Give what is added of a kind: rows, or names of a list. Raises: CorrectionError."""
        for each in [each for each in self._added if each.item == kind]:
            _require_parts(each, allowed)
            self._added.remove(each)
            self.record.append({**each.as_values(), "read": None})
            yield each

    def require_taken(self) -> None:
        """Raise: CorrectionError for a correction that fits nothing in the report."""
        for item in (*self._by_item, *(each.item for each in self._added)):
            if item not in self._taken:
                raise CorrectionError.fits_nothing(item)


def _require_parts(given: Correction, allowed: Iterable[str]) -> None:
    """Raise: CorrectionError for a part that the item does not have."""
    for name in EVERY_PART:
        if name not in allowed and getattr(given, name):
            raise CorrectionError.not_of_item(given.item, name)
