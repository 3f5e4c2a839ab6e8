"""A table file in the form that does not know where it comes from: sheets of rows of plain values."""

from collections.abc import Sequence
from dataclasses import dataclass

CellValue = str | None


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """A sheet: its name, and its rows from the first on; a merged range has its value in every cell."""

    name: str
    rows: Sequence[Sequence[CellValue]]


def column_letters(place: int) -> str:
    """Name a column by its place from 0, as a spreadsheet does: `A`, `Z`, `AA`."""
    letters = ""
    number = place + 1
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
