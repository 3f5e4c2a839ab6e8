"""What a workbook is made of, without the library that writes it: that takes a sixth of a second to import."""

from collections.abc import Sequence
from dataclasses import dataclass

from interchange.formats.csv_tables import CsvCell


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """A column: its title, its width in characters, and what its cells take.

    ``choices``: one of these; ``bounds``: a number from and to, ``is_whole``: without decimals; neither: text.
    ``note``: what a spreadsheet says where another value is entered. ``is_given``: it is shown in grey, to be left so.
    """

    title: str
    width: int = 16
    choices: Sequence[str] = ()
    bounds: tuple[float, float] | None = None
    is_whole: bool = False
    note: str = ""
    is_given: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet with a frozen header; ``spare`` rows below the last are laid out for what a person adds."""

    name: str
    columns: Sequence[SheetColumn]
    rows: Sequence[Sequence[CsvCell]]
    spare: int = 0
