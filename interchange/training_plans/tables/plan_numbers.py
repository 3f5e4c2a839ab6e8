"""Numbers of plans: credits in hundredths, hours, weeks, semesters, and what stands in the cell of a semester."""

import re
from collections.abc import Callable
from typing import NamedTuple

from interchange.training_plans.tables.plan_words import FOOTNOTES, bare

NUMERALS = "一二三四五六七八九十"
CHINESE = {each: number for number, each in enumerate(NUMERALS, 1)}
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
SEMESTERS_LARGEST = 10
_UNIT = r"(?:学分|学时|课时|节|周|分|个|h|H|小时)?"
_WEEKS = re.compile(r"(\d{1,2}(?:\.\d{1,2})?)(?:周|[wW])")
_OF_WEEKS = r"\d{1,2}(?:\.\d{1,2})?"
# 一, 第1学期(16周), 1(16w), 一16周; 16周 alone names no semester.
_LABEL = re.compile(
    r"第?([一二三四五六七八九十]|10|[1-9]|I{1,3}|IV|VI{0,3}|IX|X)"
    rf"(?:(?:学期|期)?(?:\((?:{_OF_WEEKS}|\d{{1,2}}\+\d{{1,2}})(?:周|[wW])?\))?"
    rf"|(?:(?:学期|期)/?|(?<!\d)/?|/){_OF_WEEKS}(?:周|[wW]))"
)
# 1.2, 2-1学期: the year, and the semester in it.
_YEAR_AND_HALF = re.compile(rf"第?([1-5])[.．-]([12])(?:学期|期)?(?:\({_OF_WEEKS}(?:周|[wW])?\))?")
_SUMMER = re.compile(r"暑假|暑期|夏季|小学期|短学期|第三学期\(暑|夏$|^[短夏暑](?:[1-5一二三四五]|I{1,3}|IV|V)$")
# 短1, 短学期2, 夏Ⅰ: the short term of a year.
_SHORT_TERM = re.compile(r"(?:短|短学期|小学期|暑|暑期|夏|夏季?学期)([1-5一二三四五]|I{1,3}|IV|V)(?:学期)?")
_EMPTY = {"", "-", "--", "—", "——", "/", "\\", "无", "※0"}
_TICKS = {"√", "✓", "✔", "V", "v", "●", "○", "◎", "▲", "△", "☑", "■", "*", "★", "是", "Y", "x", "X", "×"}

# The cell of a term that says only how it ends.
_ASSESSED = {"考试": "EXAM", "试": "EXAM", "S": "EXAM", "K": "EXAM", "考查": "CHECK", "查": "CHECK", "C": "CHECK"}


def is_empty(text: str) -> bool:
    """Whether a cell shows nothing, or a sign for nothing."""
    return bare(text) in _EMPTY


def hundredths(text: str) -> int | None:
    """Read a number of at most two decimals, with or without its unit; null where the text is no such number."""
    match = re.fullmatch(rf"(\d{{1,6}})(?:\.(\d{{1,6}}))?{_UNIT}", bare(text))
    if match is None:
        return None
    decimals = (match[2] or "").rstrip("0")
    if len(decimals) > 2:
        return None
    return int(match[1]) * 100 + int(decimals.ljust(2, "0") or 0)


def whole(text: str) -> int | None:
    """Read a whole number, with or without its unit."""
    number = hundredths(text)
    return number // 100 if number is not None and number % 100 == 0 else None


def weeks_of(text: str) -> int | None:
    """Read weeks, in hundredths: 2周, 2W, 0.5周."""
    match = _WEEKS.fullmatch(bare(text))
    return hundredths(match[1]) if match else None


def taught_in(weekly: int, weeks: int) -> int:
    """Give what weekly hours make in a number of weeks, all in hundredths."""
    return weekly * weeks // 100


def span_of_weeks(text: str) -> int | None:
    """Count the weeks from the first to the last, in hundredths: 04-19 are sixteen."""
    match = re.fullmatch(r"(\d{1,2})[-—~至](\d{1,2})周?", bare(text))
    count = int(match[2]) - int(match[1]) + 1 if match else 0
    return count * 100 if count > 0 else None


def last_weeks(text: str) -> int | None:
    """Count whole weeks that stand for weekly hours, 17-18周: from the first of them to the last."""
    return span_of_weeks(text) if bare(text).endswith("周") else None


_PARTS = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)\((\d{1,4}(?:\.\d{1,2})?)[+/](\d{1,4}(?:\.\d{1,2})?)\)")


class FigureInParts(NamedTuple):
    """A figure with the two parts that make it, each in hundredths."""

    whole: int
    first: int
    second: int


def in_parts(text: str) -> FigureInParts | None:
    """Read a figure with its parts in brackets: 414（354+60）; null where they do not make it."""
    match = _PARTS.fullmatch(bare(text))
    numbers = [hundredths(each) for each in match.groups()] if match else []
    if not numbers or None in numbers:
        return None
    parts = FigureInParts(*(each or 0 for each in numbers))
    return parts if parts.first + parts.second == parts.whole else None


def weekly_in_parts(text: str) -> int | None:
    """Add the weekly hours of lectures and practice, in hundredths, as record systems print them: 2.0-1.0."""
    match = re.fullmatch(r"(\d{1,2}\.\d)-(\d{1,2}\.\d)", bare(text))
    parts = [hundredths(each) for each in match.groups()] if match else []
    return sum(each or 0 for each in parts) if parts else None


def calculated(text: str, read: Callable[[str], int | None]) -> int | None:
    """Calculate a sum of parts or a product with a count: 40+8, 0.5×6."""
    stripped = bare(text)
    parts = [read(each) for each in stripped.split("+")]
    if len(parts) > 1:
        return None if None in parts else sum(each or 0 for each in parts)
    match = re.fullmatch(r"(.+?)[×*xX](\d{1,2})", stripped)
    value = read(match[1]) if match else None
    return value * int(match[2]) if match and value is not None else None


# ---- semesters


_HOLIDAYS = r"(?:寒暑假|暑假|寒假|暑期|假期|夏季学期|夏季小学期|小学期|短学期)"
_WITH_HOLIDAYS = rf"不?(?:包括|包含|含)(?:[其之]?后的?)?{_HOLIDAYS}(?:和{_HOLIDAYS})?(?:[约共]?\d{{1,2}}周)?"
_WITHIN = re.compile(rf"(?<=.)(?:\({_WITH_HOLIDAYS}\)|[,，、;；]?{_WITH_HOLIDAYS}(?=\)|$))")


def without_holidays(label: str) -> str:
    """Give the label of a term without the holidays or short term in it: 第一学期（含暑假） is the first."""
    return _WITHIN.sub("", bare(label))


def has_holidays(label: str) -> bool:
    """Whether the label of a term says that holidays or a short term are in it."""
    match = _WITHIN.search(bare(label))
    return match is not None and "不" not in match[0]


def semester_number(text: str) -> int | None:
    """Read the label of one semester: 一, 3, 第3学期, 学期2, III, 1(16w)."""
    stripped = re.sub(r"^学期", "", without_holidays(text))
    match = _LABEL.fullmatch(stripped)
    if match is None:
        return None
    return CHINESE.get(match[1]) or _ROMAN.get(match[1]) or int(match[1])


_TITLE = re.compile(
    r"(?:第?([一二三四五1-5])学年|大([一二三四五])|([一二三四五])年级)?(?:的?(上|下|秋|春|夏|暑)季?假?小?学?期?|第?([一二三四五六七八九十]|10|[1-9])学期)"
    r"(?:课程|教学|安排|计划|表|进程|设置)*"
)
# 秋季学期（第3学期，16周）: the half, and which semester it is.
_SEMESTER_WITHIN = re.compile(r"[上下秋春]季?学?期?\(第([一二三四五六七八九十]|10|[1-9])学期(?:[,，、;][^()]*)?\)")
_HALVES = {"上": 1, "秋": 1, "下": 2, "春": 2}


def term_of_title(text: str) -> str:
    """Read the term that a title above courses names: 第一学期, 大一秋季学期, 大一夏季学期, 第二学年第1学期."""
    if within := _SEMESTER_WITHIN.fullmatch(bare(text)):
        return str(_semester(within[1]))
    match = _TITLE.fullmatch(_plain_title(text))
    if match is None:
        return ""
    years = next(filter(None, match.group(1, 2, 3)), "")
    year = CHINESE.get(years) or (int(years) if years else 0)
    if match[4]:
        return _term_of_year(year, match[4]) if year else ""
    number = _semester(match[5]) or 0
    return str((year - 1) * 2 + number if year and number <= 2 else number)


def _plain_title(text: str) -> str:
    """Give a title without its number, and without what it adds in brackets."""
    shown = re.sub(
        r"^(?:[附续]?表\d{1,2}(?:[-.]\d{1,2})?[:、.]?|[一二三四五六七八九十]{1,2}、)(?=第|大|20)|(?<=.)\([^()]*\)$",
        "",
        bare(text),
    )
    return shown.strip("【】[]():、")


def _term_of_year(year: int, half: str) -> str:
    return f"{year * 2}S" if half in "夏暑" else str((year - 1) * 2 + _HALVES[half])


# 大一上, 第一学年下学期, 二年级(上), 一年级第二学期: as the heading of a column it may state its weeks.
_LABEL_OF_YEAR = re.compile(
    r"(?:大|第)?([一二三四五1-5])(?:学年|年级|年)?[/、-]?\(?(?:([上下秋春])(?:学期|半年|期|季学期|季)?|第?([一二12])学期)\)?"
    rf"(?:\(?{_OF_WEEKS}(?:周|[wW])\)?)?"
)


def semester_of_year(text: str) -> int | None:
    """Read a label of a year and its semester: 1.1 is the first semester, 3.2 the sixth, 二下 the fourth."""
    label = without_holidays(text)
    if match := _YEAR_AND_HALF.fullmatch(label):
        return (int(match[1]) - 1) * 2 + int(match[2])
    match = _LABEL_OF_YEAR.fullmatch(label)
    if match is None:
        return None
    half = _HALVES[match[2]] if match[2] else CHINESE.get(match[3]) or int(match[3])
    return ((CHINESE.get(match[1]) or int(match[1])) - 1) * 2 + half


def year_of(text: str) -> int:
    """Read the label of a year of study, 第二学年, 二, 大二; 0 where it is none."""
    match = re.fullmatch(r"(?:第|大)?([一二三四五1-5])(?:学年|年级)?", bare(text))
    return (CHINESE.get(match[1]) or int(match[1])) if match else 0


def semester_weeks(text: str) -> int | None:
    """Give the weeks that the label of a semester states, in hundredths: sixteen of 1(16w)."""
    label = without_holidays(text)
    match = re.search(rf"\(({_OF_WEEKS})(?:周|[wW])?\)|(?<![\d.])({_OF_WEEKS})(?:周|[wW])$", label)
    return hundredths(match[1] or match[2]) if match else None


def is_summer(text: str) -> bool:
    """Whether a label names a summer term."""
    return bool(_SUMMER.search(without_holidays(text)))


def short_term(text: str) -> str:
    """Read a short term as the summer term after its year: 短1, 第一学年夏 are 2S; empty where the text names none."""
    match = _SHORT_TERM.fullmatch(bare(text))
    titled = term_of_title(text)
    named = titled if titled.endswith("S") else ""
    return f"{(_semester(match[1]) or 0) * 2}S" if match else named


def either_semester(text: str) -> tuple[int, ...]:
    """Read two semesters of which one is taken: 2或3; none where the text is no such pair."""
    match = _EITHER.fullmatch(bare(text))
    return tuple(_semester(each) or 0 for each in match.groups()) if match else ()


def is_untimed(text: str) -> bool:
    """Whether a cell says that a course takes place without weekly hours: 讲座, 线上."""
    return bare(text) in _UNTIMED


# 一/2: no list writes its numbers in two ways, so these are a year and its semester.
_YEAR_AND_TERM = re.compile(r"[一二三四五]/[12](?:[-,、][12])?")


def plain_numbers(text: str) -> str:
    """Write circled numbers as plain ones, with a comma between those that stand next to each other: ①② is 1,2."""
    return bare(re.sub(r"([①-⑩])(?=[①-⑩])", r"\1,", text))


def range_of_date(text: str) -> str:
    """Give the range that a spreadsheet turned into a date: 2024-01-04 was typed as 1-4; empty where it is no date."""
    match = re.fullmatch(r"20\d{2}-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?", text.strip())
    first, last = (int(match[1]), int(match[2])) if match else (0, 0)
    return f"{first}-{last}" if first < last <= SEMESTERS_LARGEST else ""


def semester_list(text: str) -> tuple[int, ...] | None:
    """Read a list of semesters: 1,2; 第1-3学期; 一、三; 1至6; null where the text is no such list."""
    stripped = re.sub(r"第|学期|学年|期", "", bare(text))
    if _YEAR_AND_TERM.fullmatch(stripped):
        return None
    if re.fullmatch(r"\d(?:\+\d)+", stripped):
        stripped = stripped.replace("+", ",")
    stripped = _HALVES_OF_YEAR.sub(r"\1\2,\1\3", stripped)
    numbers: list[int] = []
    for part in filter(None, re.split(r"[,，、;；.]|和|及|与|/(?=\d)", stripped)):
        ends = [_semester(each) for each in re.split(r"[-—–~～至到]+", part)]
        if len(ends) > 2 or None in ends:
            return None
        first, last = ends[0], ends[-1]
        if first is None or last is None or not 1 <= first <= last <= SEMESTERS_LARGEST:
            return None
        numbers += range(first, last + 1)
    return tuple(sorted(set(numbers))) if numbers else None


_ACADEMIC = re.compile(r"(20\d{2})[-—–/](20\d{2})(?:学年)?[-—–/]?(?:第?([12一二])(?:学期)?)")


def academic_semester(text: str, entry_year: int | None) -> int | None:
    """Count a semester by its academic year, 2026-2027-1, from the year in which the students enter."""
    match = _ACADEMIC.fullmatch(bare(text))
    if match is None or entry_year is None or int(match[2]) != int(match[1]) + 1:
        return None
    semester = (int(match[1]) - entry_year) * 2 + (_semester(match[3]) or 0)
    return semester if 1 <= semester <= SEMESTERS_LARGEST else None


def is_academic_title(text: str) -> bool:
    """Whether a title above courses names a semester by its academic year: 2025-2026学年第1学期."""
    return bool(_ACADEMIC.fullmatch(_plain_title(text)))


def semester_of_title(text: str, entry_year: int | None) -> str:
    """Read the term that a title names, also by its academic year; empty where it names none that is known."""
    semester = academic_semester(_plain_title(text), entry_year)
    return term_of_title(text) or (str(semester) if semester else "")


# Parts of weeks only where the text says that they are weeks.
_SO_MANY_WEEKS = r"(\d{1,2}(?:\.\d{1,2}(?=周|[wW]))?)"
_WEEKLY_FORM = re.compile(rf"(\d{{1,2}}(?:\.\d{{1,2}})?)[/*×xX]{_SO_MANY_WEEKS}(?:周|[wW])?")
_WEEKS_FIRST = re.compile(rf"{_SO_MANY_WEEKS}(?:周|[wW])?[*×xX](\d{{1,2}}(?:\.\d{{1,2}})?)(?:学时|课时|节)?")


class WeeklyAndWeeks(NamedTuple):
    """Weekly hours, and for how many weeks, in hundredths; ``is_guess``: nothing says which of both comes first."""

    weekly: int
    weeks: int
    is_guess: bool = False


def weekly_and_weeks(text: str, *, are_weeks_first: bool = False) -> WeeklyAndWeeks | None:
    """Read weekly hours times weeks: 4×16, 4/16周, 16周×4; ``are_weeks_first``: the heading says so.

    No course has ten hours a week for fewer weeks than that, but one that fills its weeks: 16×4 are sixteen weeks.
    """
    stripped = bare(text)
    if spanned := _weekly_from_week_to_week(stripped):
        return spanned
    match = _WEEKLY_FORM.fullmatch(stripped)
    turned = _WEEKS_FIRST.fullmatch(stripped)
    if turned and (are_weeks_first or not match):
        return WeeklyAndWeeks(hundredths(turned[2]) or 0, hundredths(turned[1]) or 0)
    weekly = hundredths(match[1]) if match else None
    if match is None or weekly is None:
        return None
    weeks = hundredths(match[2]) or 0
    if turned and 1000 <= weekly < 2000 and weeks < 1000 and not stripped.endswith(("周", "w", "W")):
        return WeeklyAndWeeks(weeks, weekly, is_guess=True)
    return WeeklyAndWeeks(weekly, weeks)


def _weekly_from_week_to_week(text: str) -> WeeklyAndWeeks | None:
    """Read weekly hours with their first and last week: 4(1-12); 4(2-2) and 6(2-4) are their parts."""
    match = _IN_WEEKS.fullmatch(text)
    weekly, weeks = (hundredths(match[1]), span_of_weeks(match[2])) if match else (None, None)
    if match is None or weekly is None or weeks is None:
        return None
    ends = [int(each) for each in re.findall(r"\d+", match[2])]
    return None if sum(ends) * 100 == weekly or ends[0] == ends[1] else WeeklyAndWeeks(weekly, weeks)


# 三(上), 大一下, 第二学年上学期, 第三学年秋: the half of a year.
_OF_YEAR = re.compile(r"(?:大|第)?([一二三四五1-5])(?:学年|年级)?\(?([上下秋春])季?\)?(?:学期|半年)?")
# 四秋、春: both halves of one year.
_HALVES_OF_YEAR = re.compile(r"([一二三四五1-5])([上下秋春])[,、和及]([上下秋春])$")
# 2或3: one of two.
_EITHER = re.compile(
    r"第?([一二三四五六七八九十]|10|[1-9])(?:学期)?或(?:第)?([一二三四五六七八九十]|10|[1-9])(?:学期)?"
)


def _semester(text: str) -> int | None:
    if match := _OF_YEAR.fullmatch(text):
        return ((CHINESE.get(match[1]) or int(match[1])) - 1) * 2 + _HALVES[match[2]]
    if text.isascii() and text.isdigit():
        return int(text)
    return CHINESE.get(text) or _ROMAN.get(text)


class SemesterCell(NamedTuple):
    """What stands in the cell of a term: hundredths of a number or of weeks, a tick, or a mark that carries meaning."""

    number: int | None = None
    weeks: int | None = None
    is_alternative: bool = False
    mark: str | None = None
    assessment: str | None = None
    # Of the whole term, where the cell says so.
    hours: int | None = None
    # Weeks of practice next to weekly hours, as printed: 1W of 4+1W.
    practice: str = ""


_FORMS = (
    # 2/16W, 2*16, 2×16周: weekly hours and weeks.
    (_WEEKLY_FORM, ("number", "weeks")),
    # 1周×24: weeks and their weekly hours; 2周(48), 2周/48: weeks and the hours that they hold.
    (re.compile(rf"{_WEEKS.pattern}[*×xX](\d{{1,2}})(?:学时|课时|节)?"), ("weeks", "number")),
    (re.compile(rf"{_WEEKS.pattern}[/(](\d{{1,4}})(?:学时|课时)?\)?"), ("weeks", "hours")),
    (re.compile(rf"(\d{{1,2}}(?:\.\d{{1,2}})?)\({_WEEKS.pattern}\)"), ("number", "weeks")),
    (re.compile(rf"(?:集中)?{_WEEKS.pattern}(?:集中)?"), ("weeks",)),
    (re.compile(r"(\d{1,3}(?:\.\d{1,2})?)(?:节|(?:学时|课时|节)?/周)?"), ("number",)),
)
# 2+1: theory and practice together. 4+4/期, 4/期: hours of the whole term, not of a week.
_SUM = re.compile(r"(\d{1,3}(?:\.\d{1,2})?)\+(\d{1,3}(?:\.\d{1,2})?)")
# 4+1W: weekly hours, and weeks of practice in the same term.
_AND_WEEKS = re.compile(r"(\d{1,2}(?:\.\d{1,2})?)\+(\d{1,2}(?:\.\d{1,2})?(?:周|[wW]))")
# 2(1-8), 2(第9-16周): weekly hours from one week to another.
_IN_WEEKS = re.compile(r"(\d{1,2}(?:\.\d{1,2})?)\(第?(\d{1,2}[-—~至]\d{1,2})周?\)")
# 2周（分散）, 寒假2周: weeks outside those of classes.
_APART = "(?:分散|寒假|暑假|假期|课余|周末)"
_WEEKS_APART = re.compile(rf"{_SO_MANY_WEEKS}(?:周|[wW])\(?{_APART}\)?|{_APART}{_SO_MANY_WEEKS}(?:周|[wW])")
# What takes place without weekly hours.
_UNTIMED = {
    "实习",
    "岗位实习",
    "顶岗实习",
    "跟岗实习",
    "毕业实习",
    "毕业设计",
    "实训",
    "军训",
    "集中",
    "分散",
    "劳动周",
    "课余",
    "自学",
    "☆",
    "讲座",
    "每周",
    "※",
    "线上",
    "网络",
    "网课",
    "网络课",
    "慕课",
    "MOOC",
    "专题",
    "专题讲座",
    "线上学习",
}
_OF_TERM = re.compile(r"(.*?)共(\d{1,4})学时")
# 8学时, 8h, 总8, [8]: hours of the term, whatever the other cells count.
_HOURS = re.compile(r"(?:每学?期)?(\d{1,3})(?:学时|课时|[hH])|总[计共]?(\d{1,3})(?:学时|课时|[hH])?|\[(\d{1,3})\]")
_PER_TERM = re.compile(r"(\d{1,3})(?:\+(\d{1,3}))?/(?:学)?期")


def semester_cell(text: str) -> SemesterCell | None:
    """Read the cell of a term; null where it is in no form that is known."""
    stripped = bare(text)
    if is_empty(stripped):
        return SemesterCell()
    inner = re.fullmatch(r"\((.+)\)", stripped)
    if inner:
        cell = semester_cell(inner[1])
        return cell and cell._replace(is_alternative=True)
    if stripped in _TICKS or stripped in _UNTIMED:
        return SemesterCell(mark=stripped)
    if stripped in _ASSESSED:
        return SemesterCell(assessment=_ASSESSED[stripped])
    if match := re.fullmatch(rf"(.+?)\(?(考试|考查|[#*※★▲△☆SCK试查]|[{FOOTNOTES}]+)\)?", stripped):
        return _marked(match[1], match[2])
    if match := _OF_TERM.fullmatch(stripped):
        cell = semester_cell(match[1])
        return cell and cell._replace(hours=int(match[2]))
    return _figures(stripped)


def is_tick(mark: str | None) -> bool:
    """Whether a mark says only that the course runs in that term."""
    return mark in _TICKS


def _marked(text: str, mark: str) -> SemesterCell | None:
    cell = semester_cell(text)
    if cell is None:
        return None
    if "试" in mark or "查" in mark:
        return cell._replace(assessment="EXAM" if "试" in mark else "CHECK")
    return cell._replace(mark=mark)


def _figures(stripped: str) -> SemesterCell | None:
    if match := _AND_WEEKS.fullmatch(stripped):
        return SemesterCell(number=hundredths(match[1]), practice=match[2])
    if match := _SUM.fullmatch(stripped):
        return SemesterCell(number=sum(hundredths(each) or 0 for each in match.groups()), mark=stripped)
    if (match := _IN_WEEKS.fullmatch(stripped)) and (weeks := span_of_weeks(match[2])):
        return SemesterCell(number=hundredths(match[1]), weeks=weeks, mark=stripped)
    if match := _HOURS.fullmatch(stripped):
        return SemesterCell(hours=int(match[1] or match[2] or match[3]))
    if match := _WEEKS_APART.fullmatch(stripped):
        return SemesterCell(weeks=hundredths(match[1] or match[2]), mark=stripped)
    if _PER_TERM.fullmatch(stripped):
        return SemesterCell(mark=stripped)
    for pattern, fields in _FORMS:
        if match := pattern.fullmatch(stripped):
            return _cell(dict(zip(fields, match.groups(), strict=True)))
    return None


def _cell(values: dict[str, str]) -> SemesterCell:
    number, weeks = values.get("number"), values.get("weeks")
    hours = values.get("hours")
    return SemesterCell(
        hundredths(number) if number else None,
        hundredths(weeks) if weeks else None,
        hours=int(hours) if hours else None,
    )
