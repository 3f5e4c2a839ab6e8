"""The requirements of a standard one after the other, with the codes and names that hold for each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from interchange.documents.document_pages import Document, PrintedLine
from interchange.standards.official_text import Joint, depth, ends_a_text, leading_code, tidy
from interchange.standards.skill.requirement_rows import RequirementRow, RequirementRows, RowCell
from interchange.standards.skill.skill_standard import LEVELS, Place, Remark

_ORDER = tuple(LEVELS.values())
_LATIN_START = re.compile(r"[A-Za-z]")


@dataclass(slots=True)
class RequirementDraft:
    """A requirement under way; ``code`` is empty where none is printed, ``task`` then says where it stands."""

    level: str
    code: str
    task: str
    text: str
    places: list[Place]


@dataclass(slots=True)
class Name:
    """The name of an area or task; it has several pieces where the end of a page cuts it."""

    text: str = ""
    places: list[Place] = field(default_factory=list)


class SkillItems:
    """Collects requirements and names, row by row."""

    def __init__(self, document: Document) -> None:
        self.items: list[RequirementDraft] = []
        self.names: dict[tuple[str, str], Name] = {}
        self.guesses: list[Remark] = []
        self._joint = Joint("\n".join(document.texts()))
        self._read: set[tuple[int | None, int, int]] = set()
        self._printed_level = ""
        self._level = ""
        reader = RequirementRows(document)
        rows = list(reader.rows())
        codes = [_code_in(row) for row in rows]
        for index, row in enumerate(rows):
            self._next_code = next(filter(None, codes[index + 1 :]), "")
            self._row(row)
        self.not_read = reader.not_read

    def _row(self, row: RequirementRow) -> None:
        columns = {depth(code): code for code in (leading_code(each)[0] for each in row.codes) if code}
        texts = [] if not row.requirement.begins else self._pieces(row.requirement, 3)
        if texts and not texts[0][0] and 3 in columns:
            texts[0] = (columns[3], texts[0][1])
        task_code = next((code for code, _ in self._pieces(row.task, 2) if code), columns.get(2, ""))
        for index, (code, text) in enumerate(texts):
            self._requirement(row, code, text, task_code, may_continue=row.continues and index == 0)
        first = next((code for code, _ in texts if code), self.items[-1].task + ".0" if self.items else "")
        self._name(row.task, 2, columns.get(2) or first.rpartition(".")[0])
        self._name(row.area, 1, columns.get(1) or first.partition(".")[0])

    # ---- requirements

    def _requirement(self, row: RequirementRow, code: str, text: str, task: str, *, may_continue: bool) -> None:
        place = row.requirement.place
        if not code:
            if not tidy(text):
                return
            last = self.items[-1] if self.items else None
            if last and may_continue and self._goes_on(last):
                last.text = self._join(last.text, text, place)
                last.places.append(place)
                self.guesses.append(Remark("text-continues-on-the-next-page", last.code, place))
                return
        level = self._level_of(row, code, place)
        code, text = self._unglued(code, text, place)
        # Its task is that of its code, or printed next to it, or that of the requirement above.
        task = code.rpartition(".")[0] or task or (self.items[-1].task if self.items else "")
        self.items.append(RequirementDraft(level, code, task, text, [place]))

    def _goes_on(self, last: RequirementDraft) -> bool:
        """Whether a row without code is the rest of the requirement above. The next code says so, else its end does."""
        task, _, number = last.code.rpartition(".")
        next_task, _, next_number = self._next_code.rpartition(".")
        if task and task == next_task:
            return int(next_number) <= int(number) + 1
        return not ends_a_text(last.text.rstrip())

    def _level_of(self, row: RequirementRow, code: str, place: Place) -> str:
        """Give the level of the heading; without one, the lowest, and the next where codes start anew."""
        if row.level != self._printed_level or not self._level:
            self._printed_level = row.level
            self._level = row.level or _ORDER[0]
            if not row.level:
                self.guesses.append(Remark("level-by-order", self._level, place))
        last = next((each for each in reversed(self.items) if each.level == self._level), None)
        if code == "1.1.1" and last and last.task != "1.1" and self._level != _ORDER[-1]:
            self._level = _ORDER[_ORDER.index(self._level) + 1]
            self.guesses.append(Remark("level-by-order", self._level, place))
        return self._level

    def _unglued(self, code: str, text: str, place: Place) -> tuple[str, str]:
        """Take a digit back that belongs to the text: ``1.1.33D`` is ``1.1.3`` and ``3D`` after ``1.1.2``."""
        task, _, number = code.rpartition(".")
        last = self.items[-1] if self.items else None
        due = str(int(last.code.rpartition(".")[2]) + 1) if last and last.code and last.task == task else "1"
        if len(number) == 2 and number != due and number.startswith(due) and _LATIN_START.match(text):
            self.guesses.append(Remark("digit-belongs-to-the-text", f"{task}.{due}", place))
            return f"{task}.{due}", number[1:] + text
        return code, text

    # ---- names

    def _name(self, cell: RowCell, level_of_code: int, code_of_row: str) -> None:
        keys = {(cell.place.table, each.row, each.column) for each in cell.cells}
        if keys <= self._read:
            return
        self._read |= keys
        for code, text in self._pieces(cell, level_of_code):
            self._add_name(code or code_of_row, tidy(text), cell.place)

    def _add_name(self, code: str, text: str, place: Place) -> None:
        if not text:
            return
        name = self.names.setdefault((self._level, code), Name())
        if not name.text:
            name.text, name.places = text, [place]
        elif text not in name.text:
            name.text = self._join(name.text, text, place)
            name.places.append(place)
            self.guesses.append(Remark("name-in-pieces", code, place))

    # ---- text

    def _pieces(self, cell: RowCell, level_of_code: int) -> list[tuple[str, str]]:
        """Split a cell at the lines that begin with the next code; the first piece may have none."""
        pieces: list[tuple[str, list[PrintedLine]]] = []
        for line in _with_code_at_its_text(cell):
            code, rest = leading_code(line.text)
            if depth(code) == level_of_code and (not pieces or _comes_after(code, pieces[-1][0])):
                pieces.append((code, [PrintedLine(rest, line.box)]))
            elif pieces:
                pieces[-1][1].append(line)
            else:
                pieces.append(("", [line]))
        return [(code, self._joined(lines, cell)) for code, lines in pieces]

    def _joined(self, lines: Sequence[PrintedLine], cell: RowCell) -> str:
        text = self._joint.lines(lines, cell.cells[-1].box)
        self._note_joints(cell.place)
        return text

    def _join(self, first: str, second: str, place: Place) -> str:
        text = self._joint.two(first, second, full=None)
        self._note_joints(place)
        return text

    def _note_joints(self, place: Place) -> None:
        self.guesses += [Remark("words-at-the-end-of-a-line", each, place) for each in self._joint.guesses]
        self._joint.guesses.clear()


def _code_in(row: RequirementRow) -> str:
    """Give the first requirement code of a row."""
    texts = [*row.codes, *(line.text for line in row.requirement.lines)] if row.requirement.begins else []
    return next((code for code, _ in map(leading_code, texts) if depth(code) == 3), "")


def _with_code_at_its_text(cell: RowCell) -> Iterator[PrintedLine]:
    """Give the lines of a cell; a code that stands alone in a column before its text joins the first line of it."""
    code = ""
    for each in cell.cells:
        alone, rest = leading_code(each.text)
        if alone and not rest.strip() and each is not cell.cells[-1]:
            code = f"{alone} "
            continue
        for line in each.lines:
            yield PrintedLine(code + line.text, line.box)
            code = ""
    if code:
        yield PrintedLine(code, cell.place.box)


def _comes_after(code: str, before: str) -> bool:
    """Whether a code may follow another: a number that begins a line in the middle of a text may not."""
    if not before:
        return True
    new, old = [[int(number) for number in each.split(".")] for each in (code, before)]
    return new > old and (new[:-1] == old[:-1] or (len(new) > 1 and new[-1] == 1))
