"""The sections of a skill level standard outside its tables, known by the words of their headings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from interchange.documents.document_pages import Document
from interchange.standards.official_text import leading_code, tidy
from interchange.standards.printed_lines import is_caption, place_of_line
from interchange.standards.skill.skill_standard import Remark, StandardHead

SCOPE, TERMS, MAJORS, POSITIONS = "范围", "术语", "专业", "岗位"
_REFERENCES, _LEVELS, _APPENDIX, _OTHER = "引用文件", "等级", "附录", "其他"
# One section of both: its lines say which they are of.
_BOTH = "专业和岗位"
_GROUP = r"(?:[（(]?群[)）]?)?"
# The whole heading, without its number and blanks.
_WORDS = {
    _BOTH: rf"(?:适用|对应|面向|相关)?的?(?:职业)?(?:院校|学校)?的?专业{_GROUP}[及和与、/]"
    rf"(?:面向|对应|适用|就业)?的?(?:职业|工作|就业)?岗位{_GROUP}",
    SCOPE: r"(?:标准)?(?:适用)?范围|总则",
    _REFERENCES: r"(?:规范性)?引用的?(?:文件|标准)",
    TERMS: r"(?:名词)?术语(?:[和与及、]{0,2}(?:定义|缩略语|释义|符号)){0,3}",
    MAJORS: rf"(?:适用|对应|面向|相关)的?(?:职业)?(?:院校|学校)?[及和与、]?的?(?:相关)?专业{_GROUP}(?:目录|名称|范围)?"
    r"|院校专业",
    POSITIONS: rf"(?:主要)?(?:面向|对应|适用|就业)的?(?:职业|工作|就业)?[及和与、]?(?:工作)?岗位{_GROUP}"
    rf"|(?:职业|工作|就业)岗位{_GROUP}|(?:职业|岗位)面向",
    _LEVELS: r"(?:职业)?技能(?:等级)?(?:标准)?(?:要求|划分)(?:描述)?"
    r"|(?:职业技能)?等级(?:标准|划分|要求)(?:[及和与]要求)?",
    _APPENDIX: r"参考文献|附录.{0,12}|附则|附件.{0,12}",
    _OTHER: r"前言|引言|目录|目次",
}
_HEADINGS = {kind: re.compile(words) for kind, words in _WORDS.items()}
# Sections that have no place in the graph; as their headings may have no number, they would go on the list before.
_NOT_KEPT = re.compile(
    r"(?:证书|培训|考核|评价|实施|师资|场地|保障|组织){1,3}[与和及]?(?:证书|培训|考核|评价|实施|方式|要求|条件|办法|说明){0,2}"
)
# The heading or caption of the table of a level.
_LEVEL_TABLE = re.compile(r"^(?:表|[1-9]\d?(?:\.\d{1,2})+).*[初中高]级[）)]?(?:等级)?(?:要求|标准)?$")
_SUBSECTION = re.compile(r"^([1-9]\d?)(?:\s*[.．]\s*\d{1,2})+\s*")
_INLINE = re.compile(r"^(\S{2,16}?)\s*[：:]\s*(\S.*)?$")
_CHAPTER = re.compile(r"^第\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:章|节|条|部分)[、.．:：]?\s*")
# Not 4.1, which is a heading within a section, and not 1+X.
_NUMBERS = (
    re.compile(r"^(\d{1,2})(?!\d|\s*[.．]\s*\d|\s*[+＋])[.．、\s]*"),
    re.compile(r"^([一二三四五六七八九十]{1,3})\s*[、.．]\s*"),
    re.compile(r"^[（(]\s*([一二三四五六七八九十]{1,3}|\d{1,2})\s*[)）]\s*"),
)
_BRACKETS = re.compile(r"^[【\[〔](.{2,16})[】\]〕]$")
_PAGE = re.compile(r"\s+\d{1,3}$")
# A line that names majors by their codes or by a level of education; the code of the standard is none of a major.
_NAMES_MAJORS = re.compile(
    r"^(?!.*(?:代码|编号)).*(?:[\u4e00-\u9fff]\s*[（(]?\d{6}(?!\d)|[中高]等职业[^：:]{0,8}[：:])"
)
_SENTENCE = re.compile(r"[。；，：:]")
# Where headings have no numbers: one that is not known ends with a word of these, or a sentence stands below it.
_HEADING_ALONE = re.compile(r"[\u4e00-\u9fff（）()及与和]{2,14}")
_HEADING_END = re.compile(
    r"(?:要求|办法|条件|方式|说明|原则|职责|流程|程序|依据|安排|费用|收费|时长|学时|道德|对象|目标|考核|评价|培训|证书|实施|保障|解释)$"
)
# A line that names another document: by its title, or by its number, such as GB/T 12345.
_NAMES_A_DOCUMENT = re.compile(r"《|[A-Z]{2,4}(?:/[A-Z]{1,2})?\s*\d{3,}")
_OF_MAJORS_OR_POSITIONS = re.compile(r"专业|岗位|面向|从事|\d{6}|^[^，。]{0,12}[：:]")
_SENTENCE_SHORTEST = 12
# A line that describes a level, such as 【初级】：主要面向; the one that says which levels there are names several.
_DESCRIBES_A_LEVEL = re.compile(
    r"^(?![^：:]*[初中高]级[^：:]{0,20}(?:[初中高]级|个等级))[^：:，。]{0,16}[初中高]级[^：:，。]{0,8}[：:]\s*(?!见)(?=\S{2,})"
)
# A line of a section of both that begins to name positions, or majors again.
_OF_POSITIONS = re.compile(r"^(?!.*\d{6}).*(?:岗位|^(?:主要)?(?:面向|从事))")
_OF_MAJORS = re.compile(r"\d{6}|专业|^[^，。；]{0,14}(?:学校|院校|本科|[中高]职)[：:]?")
_PARTS_OF_BOTH = re.compile(r"(?<=[。；;])|[，,](?=(?:主要)?(?:面向|从事))")
_TITLE_LARGEST = 25
# How many numbers of headings may be missing in front of one that is not known by its words.
_SKIPPED_LARGEST = 2


@dataclass(slots=True)
class _Section:
    title: str
    kind: str = ""
    lines: list[str] = field(default_factory=list)


class HeadSections:
    """Parts lines into sections, whether their headings are numbered, numbered with gaps, or not at all."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._sections = [_Section("", _OTHER)]
        self._number = 0
        self._style: re.Pattern[str] | None = None
        for line, after in pairwise([*lines, ""]):
            if not (self._known(line) or self._numbered(line) or self._alone(line, after)):
                self._sections[-1].lines.append(line)

    def lines(self, kind: str) -> list[str]:
        """Give the lines of all sections of a kind: where contents are listed, a heading stands twice."""
        found = [(each.kind, each.lines) for each in self._sections]
        return [
            line for of, lines in found for line in (_part(lines, kind) if of == _BOTH else lines if of == kind else ())
        ]

    def is_of(self, kind: str, line: str) -> bool:
        """Whether a line is of a section of a kind, or its heading."""
        return any(each.kind == kind and (line == each.title or line in each.lines) for each in self._sections)

    def unknown(self) -> Iterator[str]:
        """Give the headings, as printed, of which no words are known."""
        return (each.title for each in self._sections if not each.kind and any(each.lines))

    def without_place(self) -> Iterator[str]:
        """Give the headings, as printed, of appendices and of references that name documents; a preface is no loss."""
        # 附件 on the cover says what the whole document is.
        first = next((at for at, each in enumerate(self._sections) if each.kind == SCOPE), 0)
        for each in self._sections[first:]:
            lines = [line for line in each.lines if not is_caption(line)]
            names_documents = any(map(_NAMES_A_DOCUMENT.search, lines))
            if lines and (each.kind == _APPENDIX or (each.kind == _REFERENCES and names_documents)):
                yield each.title

    def title(self, kind: str) -> str:
        """Give the heading of a kind, as printed; empty where none is."""
        of = {kind, _BOTH} if kind in {MAJORS, POSITIONS} else {kind}
        return next((each.title for each in self._sections if each.kind in of and any(each.lines)), "")

    def levels_described(self) -> Iterator[str]:
        """Give the lines, as printed, that describe a level."""
        return filter(_DESCRIBES_A_LEVEL.match, self.lines(_LEVELS))

    def names_majors(self) -> str:
        """Give the first line that seems to name majors, where no section is of them; else an empty text."""
        if self.title(MAJORS):
            return ""
        return next((line for each in self._sections for line in each.lines if _NAMES_MAJORS.match(line)), "")

    def _known(self, line: str) -> bool:
        style, number, text = _split_number(line)
        below = _SUBSECTION.match(text)
        text = text[below.end() :] if below else text
        inline = _INLINE.match(text)
        heading = _BRACKETS.sub(r"\1", tidy(inline[1] if inline else _PAGE.sub("", text))).replace(" ", "")
        kind = next((kind for kind, words in _HEADINGS.items() if words.fullmatch(heading)), "")
        if kind and (not below or kind in {MAJORS, POSITIONS}):
            self._open(line, kind, style, number)
            if inline and inline[2]:
                self._sections[-1].lines.append(inline[2])
        elif _LEVEL_TABLE.match(line) and not (below and self._is_of_a_list(below[1])):
            self._open(line, _LEVELS, None, 0)
        elif not inline and _NOT_KEPT.fullmatch(heading):
            self._open(line, "", style, number)
        else:
            return False
        return True

    def _numbered(self, line: str) -> bool:
        """Whether a line is a heading by its number: the next one, in the style of those before."""
        style, number, text = _split_number(line)
        # Where headings have no numbers, a number is one of a list.
        if not self._number and len(self._sections) > 1:
            return False
        if style is None or not text or len(text) > _TITLE_LARGEST or _SENTENCE.search(text):
            return False
        is_next = 0 < number - self._number <= (1 + _SKIPPED_LARGEST if self._number else 1)
        if not is_next or self._style not in (None, style):
            return False
        kind = next((kind for kind in (SCOPE, TERMS, MAJORS, POSITIONS, _LEVELS, _REFERENCES) if kind in text), "")
        self._open(line, kind, style, number)
        return True

    def _is_of_a_list(self, number: str) -> bool:
        """Whether 5.1 stands below heading 5, which lists positions or majors by level."""
        return self._sections[-1].kind in {MAJORS, POSITIONS, _BOTH} and number == str(self._number)

    def _alone(self, line: str, after: str) -> bool:
        """Whether a line without number is a heading that is not known: no rest of a line, and a sentence is below."""
        section = self._sections[-1]
        before = section.lines[-1] if section.lines else ""
        heading = _BRACKETS.sub(r"\1", line.strip())
        is_short = _HEADING_ALONE.fullmatch(heading) and "。" in after and not _OF_MAJORS_OR_POSITIONS.search(after)
        if not is_short or self._number or section.kind in {_OTHER, _APPENDIX, _LEVELS}:
            return False
        if not before or not (before.endswith(("。", "；")) or len(before) <= _TITLE_LARGEST):
            return False
        is_list = section.kind in {MAJORS, POSITIONS, _BOTH} and len(after) > _SENTENCE_SHORTEST
        if not (is_list or _HEADING_END.search(heading)):
            return False
        self._open(line, "", None, 0)
        return True

    def _open(self, line: str, kind: str, style: re.Pattern[str] | None, number: int) -> None:
        self._sections.append(_Section(line, kind))
        if style and self._style in (None, style):
            self._number, self._style = number, style


def _part(lines: list[str], kind: str) -> Iterator[str]:
    """Give the lines of majors, or those of positions, from a section of both."""
    now = MAJORS
    for each in (piece for line in lines for piece in _PARTS_OF_BOTH.split(line) if piece):
        bare = _SUBSECTION.sub("", each)
        if _OF_POSITIONS.search(bare):
            now = POSITIONS
        elif _OF_MAJORS.search(bare):
            now = MAJORS
        if now == kind:
            yield each


def _split_number(line: str) -> tuple[re.Pattern[str] | None, int, str]:
    """Split the number of a heading off, with the style in which it is printed."""
    for style in (_CHAPTER, *_NUMBERS):
        if match := style.match(line):
            return style, int(leading_code(f"{match[1]}、")[0] or 0), line[match.end() :].strip()
    return None, 0, line.strip()


def unread_sections(document: Document, sections: HeadSections, head: StandardHead) -> Iterator[Remark]:
    """Report each section that is not known, or that has text of which nothing was read."""
    for title in sections.unknown():
        yield Remark("section-not-known", tidy(title), place_of_line(document, title))
    for title in sections.without_place():
        yield Remark("section-not-kept", tidy(title), place_of_line(document, title))
    for line in dict.fromkeys(sections.levels_described()):
        yield Remark("level-description-not-kept", tidy(line), place_of_line(document, line))
    for kind, entries in ((MAJORS, head.majors), (POSITIONS, head.positions)):
        if not entries and (title := sections.title(kind)):
            yield Remark("section-without-entries", tidy(title), place_of_line(document, title))
    if line := sections.names_majors():
        yield Remark("majors-without-heading", tidy(line), place_of_line(document, line))
