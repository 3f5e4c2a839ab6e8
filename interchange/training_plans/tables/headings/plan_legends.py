"""What a document says its marks mean: S考试/C考查 in a heading, 带*的为考试课 in a note."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from interchange.training_plans.tables.plan_words import bare

_KINDS = {"试": "EXAM", "查": "CHECK", "察": "CHECK"}
_SIGN = r"[*★☆▲△◆◇※●○■□√#⊙◎]"
_QUOTE = "[\"'“”‘’「」]?"
# In a heading any letter or digit may be a mark; in the sentences of a note it needs a verb.
_HEADING = re.compile(rf"(?<![A-Za-z0-9])([A-Za-z0-9①-⑨]|{_SIGN})[.、:：=\-—]*考([试查察])")
# Of 未标▲者为考查 the mark is that of the others.
_WITHOUT = rf"(?:未|不|没有?|无)(?:[做作加带标打注]|标[注记有明示识])?{_QUOTE}{_SIGN}"
_NOTE = re.compile(
    rf"{_WITHOUT}|{_QUOTE}(?:(?<![A-Za-z0-9])([A-Za-z0-9])|({_SIGN})){_QUOTE}(?:号|的|者|课程|学期|记号|标记|标识)*(?:表示|代表|为|是|指|[:：—=])+(?:[该本当]学期(?:为|是)?)?考([试查察])"
)
# 数字后标“★”者该学期末组织考试.
_NOTE_HELD = re.compile(
    rf"(?<![未不无没])(?<!没有)标有?{_QUOTE}({_SIGN}){_QUOTE}(?:号|的|者|课程)*(?:在|于)?(?:该|本|当)?(?:学期)?(?:期?末)?(?:组织|安排|进行|举行)考([试查察])"
)
# 未标者为考查: the assessment of what has no mark.
_UNMARKED_IS = (
    r"(?:号|的|者|课程|记号|标记|标识)*(?:均|都)?(?:该?学期)?(?:期?末)?(?:表示|为|是|进行|组织|安排|举行)*考([试查察])"
)
_NOTE_UNMARKED = re.compile(
    rf"(?:未标(?:注|记)?|不标(?:注|记)?|没有?标(?:注|记)|无标记|{_WITHOUT}{_QUOTE}){_UNMARKED_IS}"
    r"|考([试查察])课?(?:程)?(?:均|都)?[不未](?:标|加|带|注)"
)
# Of two kinds a mark is the other one than what has no mark: 未标▲者为考查.
_MARKED_OTHERWISE = re.compile(rf"{_WITHOUT.replace(_SIGN, f'({_SIGN})')}{_QUOTE}{_UNMARKED_IS}")
_OTHER_KIND = {"EXAM": "CHECK", "CHECK": "EXAM"}
# 标*的学期为考试,其余(含实践教学环节)为考查: what no mark means, next to a mark that a text explains.
_WITH_PRACTICE = re.compile(r"其[余他]\([^()]*含[^()]*实践[^()]*\)")
_CLAUSE_ENDS = r"(?=[,，;；。.、)）]|$)"
_NOTE_REST = re.compile(
    rf"其[余他](?:\([^()]*\))?(?:课程|学期|者|的)*(?:均|都)?(?:(?:为|是|表示|[:：])考([试查察])|考([试查察])课?(?:程)?{_CLAUSE_ENDS})"
)
# ★为核心课程,▲考试,其余考查: without a verb, in a text that explains another mark or what has none.
_NOTE_BRIEF = re.compile(
    rf"(?:^|(?<=[,，;；。:：、(（注])){_QUOTE}({_SIGN}){_QUOTE}[:：]?考([试查察])课?(?:程)?{_CLAUSE_ENDS}"
)
# The mark of a cell that has none.
UNMARKED = ""
# That of a cell of weeks, where a text says that practice is meant too.
UNMARKED_WEEKS = "周"
# 考核方式:①考试,②考查: a list in a note, which names the marks of both.
_NOTE_LIST = re.compile(r"考[核试](?:方式|形式|类型|类别|方法)?[:：]([^。;；]{4,40})")
_NOTE_REVERSED = re.compile(
    rf"考([试查察])课?(?:程|科目)?(?:均|都)?(?:用|以|标有?|标注|标记|记|为|[:：(])+{_QUOTE}({_SIGN}|[A-Z](?![A-Za-z0-9]))"
)
_TEXT_LARGEST, _TITLE_LARGEST = 400, 200
_CODE_LEGEND = re.compile(
    r"代码(?:的|中)?第(\d)位(?:字母|字符|数字)?(?:表示|代表|为|是)课?程?(?:性质|属性)[:：,，]?([^。;；]+)"
)
_MODULE_LEGEND = re.compile(
    r"(?:类别|类型|模块|平台|代号)(?:代码|代号|编码|缩写)?[:：]((?:[A-Z]{1,3}[-—:：]?[\u4e00-\u9fff][^,，、;；。]*[,，、;；]?){2,})"
)
_OF_LETTERS = re.compile(r"([A-Z]{1,3})[-—:：]?([\u4e00-\u9fff][^,，、;；。]*)")
_OF_LETTER = re.compile(r"([A-Z0-9])(?:表示|代表|为|是|[-—:：])*(必修|限选|任选|选修)")
# ★为专业核心课程, 带“▲”号的课程是核心课; and the other way round: 核心课程用★标注.
_IS_CALLED = r"(?:号|的|者|课程|记号|标记|标识|标注|符号|字样)*(?:均|都)?(?:表示|代表|为|是|指|[:：—=])+"
_BEFORE_MEANING = rf"{_QUOTE}({_SIGN}|核心){_QUOTE}{_IS_CALLED}"
_EXPLAINED = re.compile(_BEFORE_MEANING)
# Most cells have neither a sign nor the word, and are not looked at further.
_MAY_EXPLAIN = re.compile(rf"{_SIGN}|[＊＃]|核心")
_CORE = re.compile(rf"{_BEFORE_MEANING}[^*★☆▲△◆◇※●○■□√#⊙◎。;；,，]{{0,8}}核心")
_CORE_REVERSED = re.compile(
    rf"核心课?(?:程|科目)?(?:名称)?(?:前|后)?(?:均|都)?(?:用|以|标有?|标注|加注?|注有?|标记|记|为|带|[:：(（])+{_QUOTE}({_SIGN}|核心)"
)


# 表3 教学进程表（单位：学时；★为核心课程）: what stands in the last brackets, with others inside; C#方向 has no mark.
_IN_BRACKETS = re.compile(r"[(（]((?:[^()（）]|[(（][^()（）]*[)）])*)[)）]\s*$")
_OF_MARKS = re.compile(rf"(?<![A-Za-z0-9]){_SIGN}|[＊＃]|单位|表示|代表|注[:：]")


class CoreMarks(NamedTuple):
    """The marks that notes say stand for core courses, and all marks of which a note says what they mean."""

    core: frozenset[str]
    explained: frozenset[str]


NO_CORE_MARKS = CoreMarks(frozenset(), frozenset())


def heading_legend(text: str) -> dict[str, str]:
    """Read the legend in the heading of a column of assessments."""
    return dict(_of_one_kind((mark, _KINDS[kind]) for mark, kind in _HEADING.findall(bare(text))))


def note_legend(texts: Iterable[str]) -> dict[str, str]:
    """Read what notes say of marks; a mark that has two meanings has none."""
    return dict(
        _of_one_kind(pair for text in texts if "考" in text and len(text) <= _TEXT_LARGEST for pair in _note(text))
    )


def core_marks(texts: Iterable[str]) -> CoreMarks:
    """Read which marks notes and headings say stand for core courses; one that has another meaning too has none."""
    core: set[str] = set()
    others: set[str] = set()
    for text in map(bare, (each for each in texts if len(each) <= _TEXT_LARGEST and _MAY_EXPLAIN.search(each))):
        own = {*_CORE.findall(text), *_CORE_REVERSED.findall(text)}
        core |= own
        others |= {*_EXPLAINED.findall(text), *(each for each, _ in _marked(text))} - own
    return CoreMarks(frozenset(core - others), frozenset(core | others))


class CodeLegend(NamedTuple):
    """Which character of the code of a course says its nature, from one, and what each letter there means."""

    position: int = 0
    natures: Mapping[str, str] = {}
    # The modules that letters stand for: GB公共必修课.
    modules: Mapping[str, str] = {}

    def nature_of(self, code: str | None) -> str:
        """Give the word of the nature that a code says; empty where it says none."""
        return self.natures.get(code[self.position - 1], "") if code and 0 < self.position <= len(code) else ""


NO_CODE_LEGEND = CodeLegend()


def code_legend(texts: Iterable[str]) -> CodeLegend:
    """Read 课程代码第3位字母表示课程性质:B为必修课,X为限选课; two such notes that differ say nothing.

    类别:GB公共必修课,GX公共选修课 says what letters in the column of modules stand for.
    """
    shown = [bare(each) for each in texts if len(each) <= _TEXT_LARGEST]
    found = {each[0] for each in map(_CODE_LEGEND.findall, shown) if each}
    named = {each[0] for each in map(_MODULE_LEGEND.findall, shown) if each}
    modules = dict(_OF_LETTERS.findall(named.pop())) if len(named) == 1 else {}
    position, meanings = found.pop() if len(found) == 1 else ("0", "")
    return CodeLegend(int(position), dict(_OF_LETTER.findall(meanings)), modules)


def legend_in_title(text: str) -> str:
    """Give what the title of a table says in brackets of its marks and units; empty where it says nothing of them."""
    match = _IN_BRACKETS.search(text) if len(text) <= _TITLE_LARGEST else None
    return match[1].strip() if match and _OF_MARKS.search(match[1]) else ""


def without_legend(text: str) -> str:
    """Leave out of a title what it says of its marks and units: 核心课程 of ★为核心课程 is no module of the table."""
    return _IN_BRACKETS.sub("", text).strip() if legend_in_title(text) else text


def _note(text: str) -> Iterator[tuple[str, str]]:
    stripped = bare(text)
    marked = [*_marked(stripped)]
    for mark, kind in marked:
        yield mark, _KINDS[kind]
    yield from ((mark, _OTHER_KIND[_KINDS[kind]]) for mark, kind in _MARKED_OTHERWISE.findall(stripped))
    rest = _NOTE_REST.findall(stripped) if marked else []
    for kind in map("".join, [*_NOTE_UNMARKED.findall(stripped), *rest]):
        yield UNMARKED, _KINDS[kind]
        if _WITH_PRACTICE.search(stripped):
            yield UNMARKED_WEEKS, _KINDS[kind]


def _marked(text: str) -> Iterator[tuple[str, str]]:
    """Give the marks that a text explains, each with the sign of its kind."""
    yield from ((letter or sign, kind) for letter, sign, kind in _NOTE.findall(text) if kind)
    for listed in map(_HEADING.findall, _NOTE_LIST.findall(text)):
        if len({kind for _, kind in listed}) > 1:
            yield from listed
    yield from _NOTE_HELD.findall(text)
    yield from ((mark, kind) for kind, mark in _NOTE_REVERSED.findall(text))
    brief = _NOTE_BRIEF.findall(text)
    if len(brief) > 1 or _NOTE_REST.search(text) or _NOTE_UNMARKED.search(text) or _EXPLAINED.search(text):
        yield from brief


def _of_one_kind(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    kinds: dict[str, set[str]] = {}
    for mark, kind in pairs:
        kinds.setdefault(mark, set()).add(kind)
    return ((mark, next(iter(each))) for mark, each in kinds.items() if len(each) == 1)
