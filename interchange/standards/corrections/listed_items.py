"""Correct what a standard lists: names, some with a code. Each has its number in the list, such as ``major:3``."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from interchange.standards.corrections.correction import Correction, Corrections, ReadItem
from interchange.standards.corrections.correction_errors import CorrectionError


class Coded(Protocol):
    """A name with its code."""

    @property
    def code(self) -> str:
        """Its code; empty: none is printed."""

    @property
    def name(self) -> str:
        """Its name."""


def correct_coded(kind: str, listed: Iterable[Coded], corrections: Corrections) -> Iterator[tuple[str, str]]:
    """Give code and name of each, then of what is added. None is removed: its question takes the answer ``none``."""
    for number, each in enumerate(listed, start=1):
        own = corrections.of(f"{kind}:{number}", ReadItem(code=each.code, text=each.name), ("code", "text"))
        yield own.code or each.code, own.text or each.name
    for own in corrections.added(kind, ("code", "text")):
        _require_text(own)
        yield own.code, own.text


def correct_texts(kind: str, listed: Sequence[str], corrections: Corrections) -> tuple[str, ...]:
    """Give the texts; one may be removed."""
    texts: list[str] = []
    for number, each in enumerate(listed, start=1):
        own = corrections.of(f"{kind}:{number}", ReadItem(text=each), ("text", "removes"))
        if not own.removes:
            texts.append(own.text or each)
    for own in corrections.added(kind, ("text",)):
        _require_text(own)
        texts.append(own.text)
    return tuple(texts)


def _require_text(own: Correction) -> None:
    if not own.text:
        raise CorrectionError.unfit(own.item, own.code, "give the name as its text.", "请给出名称。")
