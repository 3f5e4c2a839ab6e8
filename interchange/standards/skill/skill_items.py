"""The requirements of a standard one after the other, with the codes and names that hold for each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from interchange.documents.document_pages import Document, PrintedLine
from interchange.standards.official_text import (
    Joint,
    depth,
    ends_a_text,
    is_cut_code,
    is_full,
    leading_code,
    leading_number,
    tidy,
)
from interchange.standards.skill.requirement_rows import RequirementRow, RequirementRows, RowCell
from interchange.standards.skill.skill_standard import LEVELS, Place, Remark
from interchange.standards.skill.table_header import REQUIREMENT_DEPTH, ColumnUse
from interchange.standards.skill.unnumbered_texts import begins_another, may_be_several, parted_lines

_ORDER = tuple(LEVELS.values())
# A name that is repeated on the next page may say so.
_GOES_ON = re.compile(r"[（(]续[)）]$")
_POINT = r"\s*[.．]\s*"
_LATIN_START = re.compile(r"[A-Za-z]")


# A code, empty where none is printed, and the lines below it.
_Piece = tuple[str, list[PrintedLine]]


@dataclass(slots=True)
class RequirementDraft:
    """A requirement under way; ``code`` is empty where none is printed, ``task`` then says where it stands."""

    level: str
    code: str
    task: str
    text: str
    places: list[Place]
    fills_its_line: bool = False
    is_printed: bool = True


@dataclass(slots=True)
class Name:
    """The name of an area or task; it has several pieces where the end of a page cuts it."""

    text: str = ""
    places: list[Place] = field(default_factory=list)
    is_printed: bool = True


class SkillItems:
    """Collects requirements and names, row by row."""

    def __init__(self, document: Document) -> None:
        self.items: list[RequirementDraft] = []
        self.names: dict[tuple[str, str], Name] = {}
        self.guesses: list[Remark] = []
        self._joint = Joint("\n".join(document.texts()))
        self._not_read: list[Remark] = []
        # The levels that stand side by side over one table of areas and tasks.
        self.side_by_side: dict[str, None] = {}
        self._read: set[tuple[str, int | None, int, int]] = set()
        self._printed_level = ""
        self._level = ""
        self._last: dict[ColumnUse, RequirementDraft] = {}
        self._cut_code = ""
        reader = RequirementRows(document)
        rows = list(reader.rows())
        codes = [_code_in(row) for row in rows]
        # Where no requirement has a whole code, those of a task are numbered (1), (2), (3).
        self._has_codes = any(codes)
        for index, row in enumerate(rows):
            self._next_code = next(filter(None, codes[index + 1 :]), "")
            self._next_number = _number_in(rows[index + 1]) if index + 1 < len(rows) else ""
            self._row(row)
        self.not_read = [*reader.not_read, *self._not_read]
        self._complete()
        self._drop_names_of_empty_cells()

    def _row(self, row: RequirementRow) -> None:
        self._enter(row)
        columns = self._codes_in_columns(row)
        task_code = next((code for code, _ in self._pieces(row.task, 2) if code), columns.get(2, ""))
        task = task_code or row.task_beside or self._task_above()
        texts = [] if not row.requirement.begins else self._pieces(row.requirement, REQUIREMENT_DEPTH, task)
        if texts and not texts[0][0] and 3 in columns:
            texts[0] = (columns[3], texts[0][1])
        texts = self._parted(texts, row)
        knowledge = self._knowledge(row, task, {code for code, _ in texts})
        for use, cell, pieces in sorted(
            ((ColumnUse.REQUIREMENT, row.requirement, texts), (ColumnUse.KNOWLEDGE, row.knowledge, knowledge)),
            key=lambda each: _numbers(next((code for code, _ in each[2] if code), "")),
        ):
            for index, (code, text) in enumerate(pieces):
                following = next((each for each, _ in pieces[index + 1 :] if each), self._next_code)
                found = _Found(use, code, text, task_code or row.task_beside, following, cell.place)
                self._requirement(found, may_continue=row.continues and index == 0 and not self._cut_code)
            if pieces and use in self._last:
                self._last[use].fills_its_line = _fills_its_line(cell)
        self._note_levels(row, texts)
        first = next((code for code, _ in texts if code), f"{task}.0" if task else "")
        self._name(row.task, 2, columns.get(2) or first.rpartition(".")[0])
        self._name(row.area, 1, columns.get(1) or first.partition(".")[0])

    def _parted(self, texts: list[tuple[str, str]], row: RequirementRow) -> list[tuple[str, str]]:
        """Part a cell that has no number at all where that is safe; else say that it may hold several requirements."""
        if row.continues or len(texts) != 1 or texts[0][0]:
            return texts
        cell, text = row.requirement, tidy(texts[0][1])
        parts = [] if self._has_codes else parted_lines(cell.lines)
        if len(parts) > 1:
            self.guesses.append(Remark("parted-without-numbers", text, cell.place))
            return [("", self._joined(each, cell)) for each in parts]
        if may_be_several(text):
            self.guesses.append(Remark("one-text-may-be-several", text, cell.place))
        return texts

    def _task_above(self) -> str:
        """Give the task of the last requirement; that of another level says nothing where levels stand side by side."""
        last = self.items[-1] if self.items else None
        return last.task if last and (last.level == self._level or not self.side_by_side) else ""

    def _note_levels(self, row: RequirementRow, texts: Sequence[tuple[str, str]]) -> None:
        """Say that a cell stands over the columns of several levels, at each but the first of them."""
        if row.requirement.begins and row.level in row.levels[1:]:
            subject = next((code or tidy(text) for code, text in texts), "")
            self.guesses.append(Remark("cell-over-several-levels", subject, row.requirement.place))

    def _codes_in_columns(self, row: RequirementRow) -> dict[int, str]:
        """Give the codes in columns of their own, by their depth; one that the end of a page cut is completed."""
        codes = list(filter(None, row.codes))
        if self._cut_code and row.continues and codes and self.items:
            code, _ = leading_code(self._cut_code + codes[-1])
            if depth(code) == REQUIREMENT_DEPTH:
                last = self.items[-1]
                last.code, last.task = code, code.rpartition(".")[0]
                self.guesses.append(Remark("code-cut-by-the-page", code, row.requirement.place))
                codes.pop()
        self._cut_code = (
            codes[-1] if codes and is_cut_code(codes[-1]) and depth(leading_code(codes[-1])[0]) == 2 else ""
        )
        return {
            depth(code): code for code in (leading_code(each)[0] for each in codes if each != self._cut_code) if code
        }

    def _knowledge(self, row: RequirementRow, task: str, codes: set[str]) -> list[tuple[str, str]]:
        """Give what stands next to the skills where it has codes of its own; else it has no place in the tree."""
        pieces = (
            self._pieces(row.knowledge, REQUIREMENT_DEPTH, task) if row.knowledge.begins and self._has_codes else []
        )
        own = {code for code, _ in pieces if code}
        goes_on = row.continues and ColumnUse.KNOWLEDGE in self._last and not own
        if (own and not own & codes) or goes_on:
            return pieces
        if row.knowledge.begins and (text := tidy("".join(each.text for each in row.knowledge.cells))):
            self._not_read.append(Remark("text-of-another-column", text, row.knowledge.place))
        return []

    def _complete(self) -> None:
        """Find the codes that stand in the text: one that the end of a page cut, and the next ones within a line."""
        if self.items and not self._has_codes and self.items[0].code:
            self.guesses.append(Remark("number-within-its-task", self.items[0].code, self.items[0].places[0]))
        for each in self.items:
            code, text = leading_code(each.text)
            if not each.code and depth(code) == REQUIREMENT_DEPTH:
                each.code, each.task, each.text = code, code.rpartition(".")[0], text
                self.guesses.append(Remark("code-cut-by-the-page", code, each.places[0]))
        codes = {(each.level, each.code) for each in self.items}
        items: list[RequirementDraft] = []
        for each in self.items:
            items.append(each)
            while next_one := _run_in(items[-1], codes):
                items.append(next_one)
                self.guesses.append(Remark("code-within-the-line", next_one.code, next_one.places[0]))
        self.items[:] = items

    def _drop_names_of_empty_cells(self) -> None:
        """Of levels side by side, an empty cell is no task; what all leave empty is of the first."""
        had = {(each.level, code) for each in self.items for code in (each.task, each.task.partition(".")[0])}
        for level, code in (each for each in self.names if each[0] in self.side_by_side):
            if depth(code) == REQUIREMENT_DEPTH - 1 and code not in {of for _, of in had}:
                had |= {(level, code), (level, code.partition(".")[0])}
        self.names = {
            each: name for each, name in self.names.items() if each in had or each[0] not in self.side_by_side
        }

    # ---- requirements

    def _requirement(self, found: "_Found", *, may_continue: bool) -> None:
        code, text, place = found.code, found.text, found.place
        if not code:
            if not tidy(text):
                return
            last = self._last.get(found.use)
            if last and may_continue and _goes_on(last, found.following):
                last.text = self._join(last.text, text, place, full=last.fills_its_line or None)
                last.places.append(place)
                self.guesses.append(Remark("text-continues-on-the-next-page", last.code, place))
                return
        level = self._level_of(code, place)
        code, text = self._unglued(code, text, place)
        # Its task is that of its code, or printed next to it, or that of the requirement above.
        task = code.rpartition(".")[0] or found.task or self._task_above()
        self._last[found.use] = RequirementDraft(level, code, task, text, [place])
        self.items.append(self._last[found.use])

    def _enter(self, row: RequirementRow) -> None:
        """Take the level that the heading above a row names; without one, the lowest."""
        if row.by_column:
            self._printed_level = self._level = row.level
            self.side_by_side[row.level] = None
            return
        if row.level == self._printed_level and self._level:
            return
        self._printed_level = row.level
        place = row.requirement.place
        if self._level and self._codes_go_on(_code_in(row) or self._next_code):
            self.guesses.append(Remark("level-named-in-passing", row.level, place))
            return
        self._level = row.level or _ORDER[0]
        if not row.level:
            self.guesses.append(Remark("level-by-order", self._level, place))

    def _codes_go_on(self, code: str) -> bool:
        """Whether a code is the next one of the task above."""
        task, _, number = code.rpartition(".")
        last = self.items[-1] if self.items else None
        return bool(last and last.code and task == last.task and int(number) == _numbers(last.code)[-1] + 1)

    def _level_of(self, code: str, place: Place) -> str:
        """Give the level: the next where codes start anew."""
        if self._level in self.side_by_side:
            return self._level
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
        keys = {(self._level, cell.place.table, each.row, each.column) for each in cell.cells}
        if keys <= self._read:
            return
        self._read |= keys
        for code, text in self._pieces(cell, level_of_code):
            self._add_name(code or code_of_row, tidy(text), cell.place)

    def _add_name(self, code: str, text: str, place: Place) -> None:
        if not text:
            return
        text = _GOES_ON.sub("", text)
        name = self.names.setdefault((self._level, code), Name())
        if not name.text or (name.text in text and name.text != text):
            name.text, name.places = text, [place]
        elif text not in name.text:
            name.text = self._join(name.text, text, place)
            name.places.append(place)
            self.guesses.append(Remark("name-in-pieces", code, place))

    # ---- text

    def _pieces(self, cell: RowCell, level_of_code: int, task: str = "") -> list[tuple[str, str]]:
        """Split a cell at the lines that begin with the next code; the first piece may have none."""
        pieces: list[_Piece] = []
        for line in _with_code_at_its_text(cell):
            code, rest = self._code_of(line.text, level_of_code, task)
            if depth(code) == level_of_code and (not pieces or _comes_after(code, pieces[-1][0])):
                pieces.append((code, [PrintedLine(rest, line.box)]))
            elif pieces and depth(code) == level_of_code and begins_another(pieces[-1][1], PrintedLine(rest, line.box)):
                pieces.append((self._mended(code, pieces[-1][0], cell), [PrintedLine(rest, line.box)]))
            elif pieces and not (pieces[-1][0] and self._is_another(pieces[-1], line, level_of_code, cell)):
                pieces[-1][1].append(line)
            else:
                pieces.append(("", [line]))
        pieces = self._with_due_numbers(pieces, cell)
        found = [(code, self._joined(lines, cell)) for code, lines in pieces]
        if found and not found[0][0]:
            # The end of a line may cut the code itself.
            code, rest = self._code_of(found[0][1], level_of_code, task)
            found[0] = (code, rest) if depth(code) == level_of_code else found[0]
        return found

    def _mended(self, code: str, before: str, cell: RowCell) -> str:
        """Give the code of a text that begins with one of another task: the next of its own, if that is missing."""
        task, _, number = before.rpartition(".")
        if code.rpartition(".")[0] == task or not task:
            return code
        due = f"{task}.{int(number) + 1}"
        if due in {leading_code(each.text)[0] for each in cell.lines} | {self._next_code}:
            due = ""
        self.guesses.append(Remark("code-of-another-task", due or code, cell.place))
        return due

    def _is_another(self, piece: _Piece, line: PrintedLine, level_of_code: int, cell: RowCell) -> bool:
        """Whether a line without number is a requirement of its own; one after a full line may go on with it."""
        if level_of_code != REQUIREMENT_DEPTH or not begins_another(piece[1], line):
            return False
        return not is_full([*piece[1], line], len(piece[1]) - 1, cell.cells[-1].box)

    def _with_due_numbers(self, pieces: list[_Piece], cell: RowCell) -> list[_Piece]:
        """Join a piece without number to the one before where the next number leaves none for it."""
        kept: list[_Piece] = []
        for at, (code, lines) in enumerate(pieces):
            before = kept[-1][0] if kept else ""
            if code or not before:
                kept.append((code, lines))
                continue
            task, _, number = before.rpartition(".")
            below = self._next_code or f"{task}.{self._next_number}"
            following = next((each for each, _ in pieces[at + 1 :] if each), below)
            if following == f"{task}.{int(number) + 1}":
                kept[-1][1].extend(lines)
                self.guesses.append(Remark("one-text-may-be-several", before, cell.place))
            else:
                kept.append(("", lines))
                self.guesses.append(Remark("line-without-number", tidy(lines[0].text), cell.place))
        return kept

    def _code_of(self, text: str, level_of_code: int, task: str) -> tuple[str, str]:
        """Give the code that begins a line; the number of a requirement within its task is completed."""
        if level_of_code != REQUIREMENT_DEPTH or self._has_codes or not task:
            code, rest = leading_code(text)
            # Of 1.3D the last number belongs to the name.
            if depth(code) == level_of_code + 1 and _LATIN_START.match(rest) and not text[: -len(rest)].endswith(" "):
                code, _, number = code.rpartition(".")
                rest = number + rest
            return code, rest
        number, rest = leading_number(text)
        return (f"{task}.{number}", rest) if number else ("", text)

    def _joined(self, lines: Sequence[PrintedLine], cell: RowCell) -> str:
        text = self._joint.lines(lines, cell.cells[-1].box)
        self._note_joints(cell.place)
        return text

    def _join(self, first: str, second: str, place: Place, *, full: bool | None = None) -> str:
        text = self._joint.two(first, second, full=full)
        self._note_joints(place)
        return text

    def _note_joints(self, place: Place) -> None:
        self.guesses += [Remark("words-at-the-end-of-a-line", each, place) for each in self._joint.guesses]
        self._joint.guesses.clear()


class _Found(NamedTuple):
    """A piece of a cell: its column, its code if it has one, the task printed next to it, and the code that follows."""

    use: ColumnUse
    code: str
    text: str
    task: str
    following: str
    place: Place


def _goes_on(last: RequirementDraft, following: str) -> bool:
    """Whether a row without code is the rest of the requirement above. The next code says so, else its end does."""
    task, _, number = last.code.rpartition(".")
    next_task, _, next_number = following.rpartition(".")
    if task and last.text.rstrip().endswith(f"{task}."):
        return True
    if task and task == next_task:
        return int(next_number) <= int(number) + 1
    return last.fills_its_line or not ends_a_text(last.text.rstrip())


def _fills_its_line(cell: RowCell) -> bool:
    """Whether the next character had no place on the last line of a cell."""
    box, lines = cell.cells[-1].box if cell.cells else None, [each for each in cell.lines if each.box]
    if box is None or not lines:
        return False
    left, right = min(each.box.left for each in lines if each.box), lines[-1].box
    assert right is not None
    return box.right - (left - box.left) - right.right < (right.right - right.left) / len(lines[-1].text)


def _numbers(code: str) -> list[int]:
    return [int(each) for each in code.split(".")] if code else []


def _run_in(item: RequirementDraft, codes: set[tuple[str, str]]) -> RequirementDraft | None:
    """Cut the next requirement off the text of one, if its code stands there and nowhere else."""
    task, _, number = item.code.rpartition(".")
    code = f"{task}.{int(number) + 1}" if number else ""
    if not code or (item.level, code) in codes:
        return None
    found = re.search(rf"(?<=[。；;，,、！？\s]){code.replace('.', _POINT)}(?![\d.])[.．、)）]?\s*", item.text)
    if not found or not item.text[: found.start()].strip():
        return None
    after = item.text[found.end() :]
    item.text = item.text[: found.start()]
    return RequirementDraft(item.level, code, item.task, after, list(item.places))


def _number_in(row: RequirementRow) -> str:
    """Give the number within its task that a row begins with; empty where the row begins a task."""
    lines = () if row.task.begins else row.requirement.lines
    return leading_number(lines[0].text)[0] if lines else ""


def _code_in(row: RequirementRow) -> str:
    """Give the first requirement code of a row."""
    texts = [*row.codes, *(line.text for line in row.requirement.lines)] if row.requirement.begins else []
    return next((code for code, _ in map(leading_code, texts) if depth(code) == REQUIREMENT_DEPTH), "")


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
