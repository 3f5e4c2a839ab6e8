"""Values of formulas that a workbook stores without one: sums and products of cells, as plan tables have them.

Record systems and converters write formulas and leave the values to the program that opens them.
"""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from interchange.documents.workbooks.sheet_cells import SheetCells

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)"
    r"|(?:(?:'(?P<quoted>[^']+)'|(?P<sheet>[\w.\u4e00-\u9fff]+))!)?\$?(?P<column>[A-Z]{1,2})\$?(?P<row>\d{1,4})\b"
    r"|(?P<sum>SUM(?=\())|(?P<sign>[-+*/(),:]))"
)
_STEPS_LARGEST, _DEPTH_LARGEST = 100_000, 60
_DECIMALS = 6
_Cell = tuple[str, int, int]


class _NotCalculableError(Exception):
    """The formula has what is not calculated here."""


class Formulas:
    """Calculates cells of a workbook; one that cannot be calculated stays as it is written."""

    def __init__(self, sheets: Mapping[str, SheetCells]) -> None:
        self.sheets = sheets
        self.steps = 0
        self.values: dict[_Cell, Fraction] = {}
        self.under_way: set[_Cell] = set()

    def calculate(self) -> None:
        """Put values in place of formulas, and note where."""
        for name, sheet in self.sheets.items():
            for row, column in sorted(sheet.formulas):
                try:
                    value = self.value((name, row, column))
                except (_NotCalculableError, ZeroDivisionError):
                    continue
                sheet.texts[row, column] = _text(value)
                sheet.calculated.add((row, column))

    def value(self, cell: _Cell) -> Fraction:
        """Give the number of a cell; an empty one is 0."""
        self._step()
        name, row, column = cell
        sheet = self.sheets.get(name)
        if sheet is None or cell in self.under_way or len(self.under_way) > _DEPTH_LARGEST:
            raise _NotCalculableError
        if cell in self.values:
            return self.values[cell]
        formula = sheet.formulas.get((row, column))
        if formula is None:
            return _number(sheet.texts.get((row, column), "0"))
        self.under_way.add(cell)
        try:
            self.values[cell] = _Expression(self, name, formula).run()
        finally:
            self.under_way.remove(cell)
        return self.values[cell]

    def total(self, name: str, rows: range, columns: range) -> Fraction:
        """Add the numbers of an area; texts in it count nothing, as in the programs."""
        total = Fraction(0)
        for row in rows:
            for column in columns:
                self._step()
                sheet = self.sheets.get(name)
                if sheet is None:
                    raise _NotCalculableError
                if (row, column) in sheet.formulas:
                    total += self.value((name, row, column))
                elif (row, column) in sheet.numbers:
                    total += _number(sheet.texts[row, column])
        return total

    def _step(self) -> None:
        self.steps += 1
        if self.steps > _STEPS_LARGEST:
            raise _NotCalculableError


class _Expression:
    """Reads a formula from left to right: sums of products of cells, numbers, areas in SUM, and parentheses."""

    def __init__(self, formulas: Formulas, sheet: str, text: str) -> None:
        self.formulas = formulas
        self.sheet = sheet
        self.tokens = list(_tokens(text))
        self.at = 0

    def run(self) -> Fraction:
        value = self._sum()
        if self.at < len(self.tokens):
            raise _NotCalculableError
        return value

    def _sum(self) -> Fraction:
        value = self._product()
        while sign := self._sign("+-"):
            term = self._product()
            value += term if sign == "+" else -term
        return value

    def _product(self) -> Fraction:
        value = self._factor()
        while sign := self._sign("*/"):
            value = value * self._factor() if sign == "*" else value / self._factor()
        return value

    def _factor(self) -> Fraction:
        if self._sign("-"):
            return -self._factor()
        if self._sign("("):
            value = self._sum()
            self._expect(")")
            return value
        token = self._next()
        if token["number"]:
            return Fraction(token["number"])
        if token["sum"]:
            return self._area_sum()
        if token["column"]:
            return self.formulas.value(self._cell(token))
        raise _NotCalculableError

    def _area_sum(self) -> Fraction:
        self._expect("(")
        total = Fraction(0)
        while True:
            name, top, left = bottom_right = self._cell(self._next())
            if self._sign(":"):
                bottom_right = self._cell(self._next())
            total += self.formulas.total(name, range(top, bottom_right[1] + 1), range(left, bottom_right[2] + 1))
            if self._sign(")"):
                return total
            self._expect(",")

    def _cell(self, token: Mapping[str, str | None]) -> _Cell:
        if not token["column"] or not token["row"]:
            raise _NotCalculableError
        column = 0
        for letter in token["column"]:
            column = column * 26 + ord(letter) - 64
        return token["quoted"] or token["sheet"] or self.sheet, int(token["row"]) - 1, column - 1

    def _next(self) -> Mapping[str, str | None]:
        if self.at >= len(self.tokens):
            raise _NotCalculableError
        self.at += 1
        return self.tokens[self.at - 1]

    def _sign(self, signs: str) -> str:
        sign = self.tokens[self.at]["sign"] if self.at < len(self.tokens) else None
        if not sign or sign not in signs:
            return ""
        self.at += 1
        return sign

    def _expect(self, sign: str) -> None:
        if not self._sign(sign):
            raise _NotCalculableError


def _tokens(text: str) -> Iterator[Mapping[str, str | None]]:
    at = 0
    while at < len(text.rstrip()):
        match = _TOKEN.match(text, at)
        if match is None:
            raise _NotCalculableError
        yield match.groupdict()
        at = match.end()


def _number(text: str) -> Fraction:
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        raise _NotCalculableError from None


def _text(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value.numerator)
    return f"{float(value):.{_DECIMALS}f}".rstrip("0")
