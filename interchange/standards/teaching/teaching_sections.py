"""The sections of a teaching standard, by numbers or by the words of their headings, and those that were not read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from interchange.standards.official_text import leading_code, tidy
from interchange.standards.printed_lines import is_caption

MAJOR, ENTRY, YEARS, OUTLOOK = "major", "entry", "years", "outlook"
COURSES, HOURS, CONDITIONS = "courses", "hours", "conditions"
# Sections of which only rules with figures are read.
OTHERS = "others"
_KINDS = {
    MAJOR: r"专业名称|适用专业|专业代码",
    ENTRY: r"入学",
    YEARS: r"修业年限|学制",
    OUTLOOK: r"(?:职业|就业|岗位)(?:面向|范围)",
    HOURS: r"^(?:学时|教学时间|教学进程)",
    COURSES: r"课程(?:设置|体系|结构|安排|内容)|^(?:公共基础|专业)课程",
    CONDITIONS: r"教学(?:基本)?条件|教学设施|教学资源|(?:实训|实习|实验).{0,6}(?:环境|条件|设备|场地)",
    OTHERS: r"概述|前言|引言|编制|说明|培养(?:目标|规格)|人才规格|接续|继续学习|教学(?:实施|评价|要求|方法|安排)|考核"
    r"|师资|教师|质量|毕业|证书|附录|附件|适用范围|引用文件|术语",
}
_WORDS = {kind: re.compile(words) for kind, words in _KINDS.items()}
# A heading without number has no other words than these.
_ALONE = re.compile(
    r"(?:专业名称(?:[（(]专业代码[)）])?|适用专业|(?:基本)?(?:修业年限|学制)"
    r"|入学(?:基本)?(?:要求|条件)(?:[与和及、](?:基本)?(?:修业年限|学制))?"
    r"|(?:职业|就业)(?:面向|范围)|培养目标(?:[与和及]培养规格|[与和及]人才规格)?|(?:培养|人才)规格"
    r"|课程(?:设置|结构|体系)(?:[与和及](?:学时安排|要求|教学要求))?|(?:教学)?学时安排|师资(?:队伍|条件)"
    r"|教学(?:基本)?条件|教学(?:实施|评价)|质量保障(?:[与和及]毕业要求)?|毕业(?:要求|条件)|接续专业|概述|前言|附录.{0,8})"
)
_NUMBERS = (
    re.compile(r"^(\d{1,2})(?:[.．、]|\s)*(?![\d.．、\s])(\S.{0,24})$"),
    re.compile(r"^([一二三四五六七八九十]{1,3})\s*[、.．]\s*(\S.{0,24})$"),
    re.compile(r"^[（(]\s*([一二三四五六七八九十]{1,3})\s*[)）]\s*(\S.{0,24})$"),
    re.compile(r"^([一二三四五六七八九十]{1,3})\s+(\S.{0,24})$"),
    re.compile(r"^第\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:章|节|部分)[、.．:：]?\s*(\S.{0,24})$"),
)
_BRACKETS = re.compile(r"^[【\[〔](.{2,16})[】\]〕]$")
_PAGE = re.compile(r"(?<=\S)\s+\d{1,3}$")
_NO_HEADING = re.compile(r"[。；，：:]")
# How many numbers of headings may be missing.
_SKIPPED_LARGEST = 2
# A part of the section of courses: a heading with a number of its own, or a sentence that lists courses.
_PART = re.compile(
    r"^(?:\d{1,2}(?:\s*[.．]\s*\d{1,2})+|[（(]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*[)）]|\d[.．、])\s*(\S.*)$"
)
_LISTS_COURSES = re.compile(r"^[\u4e00-\u9fff]{2,14}课程?[^。，]{0,16}包括")


@dataclass(slots=True)
class TeachingSection:
    """A section with its heading as printed; ``kind`` is empty where its words are not known."""

    heading: str
    title: str
    kind: str
    number: int = 0
    lines: list[str] = field(default_factory=list)

    def parts(self) -> Iterator[list[str]]:
        """Give the lines below each heading within the section; the first may have none."""
        found: list[list[str]] = [[]]
        for line in self.lines:
            if _PART.match(line) or _LISTS_COURSES.match(line):
                found.append([])
            if not is_caption(line):
                found[-1].append(line)
        return (each for each in found if each)


class TeachingSections:
    """Parts lines into sections. A heading that stands in the contents, too, begins its section where it comes last."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.all: list[TeachingSection] = []
        self.above: list[str] = []
        self._number = 0
        self._style: re.Pattern[str] | None = None
        for line in lines:
            if not (self._numbered(line) or self._alone(line)):
                (self.all[-1].lines if self.all else self.above).append(line)

    def lines(self, kind: str) -> list[str]:
        """Give the lines of the first section of a kind."""
        return next((each.lines for each in self.all if each.kind == kind and each.lines), [])

    def every_line(self, kind: str) -> list[str]:
        """Give the lines of all sections of a kind."""
        return [line for each in self.all if each.kind == kind for line in each.lines]

    def _numbered(self, line: str) -> bool:
        match = next(filter(None, (each.match(line) for each in _NUMBERS if self._style in (None, each))), None)
        if not match or _NO_HEADING.search(match[2]):
            return False
        number, title = int(leading_code(f"{match[1]}、")[0] or 0), tidy(_PAGE.sub("", match[2]))
        again = any((each.title, each.number) == (title, number) for each in self.all)
        if not again and not 0 < number - self._number <= (1 + _SKIPPED_LARGEST if _kind(title) else 1):
            return False
        self._number, self._style = number, match.re
        self._begin(line, title, number)
        return True

    def _alone(self, line: str) -> bool:
        """Whether a line is a heading without number, by its words; where others have numbers, it is none."""
        title = tidy(_BRACKETS.sub(r"\1", _PAGE.sub("", line.strip())))
        if self._number or not _ALONE.fullmatch(title):
            return False
        self._begin(line, title, 0)
        return True

    def _begin(self, line: str, title: str, number: int) -> None:
        self.all = [each for each in self.all if (each.title, each.number) != (title, number)]
        self.all.append(TeachingSection(line, title, _kind(title), number))


def _kind(title: str) -> str:
    return next((kind for kind, words in _WORDS.items() if words.search(title)), "")
