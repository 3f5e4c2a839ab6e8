"""What stands before a table or between tables: facts, notes, headings of sections, outcomes."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from analysis.training_plans.training_plan import Outcome, PlanPlace
from interchange.training_plans.plan_head import HeadText
from interchange.training_plans.tables.plan_grid import Grid
from interchange.training_plans.tables.plan_words import NOTE_START, bare

_LABEL = re.compile(
    r"^(?:学校|院校|办学单位|培养单位|专业|培养层次|教育层次|层次|学历层次|学制|标准学制|基本学制|(?:基本|标准)?修业年限|适用年级|年级|代码|入学要求|"
    r"招生对象|学习形式|所属大类|备注|说明|注)(?:名称|代码|年限|类型|名称及代码|名称与代码)?\s*:?$"
)
_SECTION = re.compile(r"^(?:第?[一二三四五六七八九十]{1,3}[、.．]|第[一二三四五六七八九十]+[章部]分?)\s*(\S.{1,40})$")
# 附表2 教学进程总体安排表, 附件一:课程简介, 表5-1 学时分配; not 附表中所列课程.
_CAPTION = re.compile(
    r"^续?(?:(?:附[表件录]|表)\s*[\d一二三四五六七八九十]{1,3}(?:[-.—]\d{1,2})*[\s:、.)]*|附[表件录]?(?:\s*:\s*|\s+)|附[表件录](?=\S{2,60}表$))"
    r"(?![所中列见为是])([^\s。;,，；][^。;；]{1,60})$"
)
# The line right above a table of courses that names it.
_TABLE_NAME = re.compile(r"[^。;,，；:]{2,60}表$")
_CONTENTS_PAGE = re.compile(r"[.…·\s]*\d{1,3}$")
_OUTCOME_SECTION = re.compile(r"培养规格|培养目标与|毕业要求|毕业能力")
_OUTCOME_KIND = re.compile(
    r"^(?:\d{1,2}[.、．]|\([一二三四五六]\)|[(]?\d{1,2}[)])?\s*(素质|知识|能力|职业素养|技能)[^。;；]{0,12}(?:要求|目标|规格|结构)?:?$"
)
_ITEM = re.compile(r"^(?:\(\d{1,2}\)|\d{1,2}[)、.．]|[①-⑳])\s*(\S.{5,600})$")
_KINDS = {"素质": "QUALITY", "职业素养": "QUALITY", "知识": "KNOWLEDGE", "能力": "ABILITY", "技能": "ABILITY"}
_NOTE_LEAST = 8


class Preamble(NamedTuple):
    """The texts above the heading of a table, and which of them are notes if they hold no fact."""

    facts: tuple[HeadText, ...]
    notes: tuple[HeadText, ...]


def preamble(grid: Grid, rows: int) -> Preamble:
    """Read the rows above a heading: labels with the cell next to them, titles, notes."""
    facts: list[HeadText] = []
    notes: list[HeadText] = []
    for row in range(rows):
        cells = grid.own_cells(row)
        skip = False
        for cell, after in zip_longest(cells, cells[1:]):
            text = grid.text_of(cell)
            place = grid.place(row, cell.column)
            if skip:
                skip = False
            elif after is not None and (_LABEL.match(bare(text)) or re.fullmatch(r".{2,10}:", bare(text))):
                skip = True
                value = HeadText(grid.text_of(after), grid.place(row, after.column))
                label = bare(text).rstrip(":")
                if NOTE_START.match(label):
                    notes.append(value)
                else:
                    facts.append(HeadText(f"{label}:{value.text}", value.place))
            else:
                facts.append(HeadText(text, place))
    return Preamble(tuple(facts), tuple(notes))


def is_note(text: str) -> bool:
    """Whether a text before a table that holds no fact is a note: not a bare label, not a few characters."""
    return len(bare(text)) >= _NOTE_LEAST and not text.endswith(":")


class Sections:
    """Follows the headings of a document, and gathers outcomes where the section lists them."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.captions: list[str] = []
        self.outcomes: list[Outcome] = []
        self._is_on_outcomes = False
        self._kind = ""

    def take(self, text: str, place: PlanPlace) -> None:
        """Take a line outside tables."""
        for title in _titles(text):
            self.titles.append(title)
            self._is_on_outcomes, self._kind = bool(_OUTCOME_SECTION.search(title)), ""
        self.take_caption(text)
        if not self._is_on_outcomes:
            return
        if match := _OUTCOME_KIND.match(text):
            self._kind = _KINDS[match[1]]
        elif (match := _ITEM.match(text)) and self._kind:
            self.outcomes.append(Outcome(self._kind, match[1], place))

    def take_caption(self, text: str, *, is_above_courses: bool = False) -> None:
        """Take the caption of a table or the title of an appendix."""
        if match := _CAPTION.match(text):
            self.captions.append(_CONTENTS_PAGE.sub("", match[1]).strip())
        elif is_above_courses and _TABLE_NAME.fullmatch(text):
            self.captions.append(text)

    def headings(self) -> list[str]:
        """Give titles and captions; captions alone do not show that the document has all of its headings here."""
        return [*self.titles, *self.captions] if self.titles else []


def _titles(text: str) -> Iterator[str]:
    match = _SECTION.match(text)
    if match:
        yield _CONTENTS_PAGE.sub("", match[1]).strip()
