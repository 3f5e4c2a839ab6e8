"""What changed of a field in words: units, terms and codes as a reader of a plan writes them."""

import re
from collections.abc import Mapping
from typing import Any, Literal

from analysis.code_words import ASSESSMENTS, CHOICES, EDUCATION_LEVELS, MODULES, NATURES, CodeWords, chinese_of
from analysis.training_plans.intervals import interval_text
from analysis.training_plans.training_plan import ANY_TERM, Interval
from analysis.training_plans.versions.differences import WHOLE_PLAN, FieldChange

FIELDS = {
    "title": "方案名称",
    "college": "学校",
    "major_name": "专业名称",
    "major_code": "专业代码",
    "grade": "年级",
    "education_level": "培养层次",
    "duration_years": "学制",
    "education_form": "学习形式",
    "hours_per_week": "每周学时",
    "name": "课程名称",
    "english_name": "英文名称",
    "code": "课程代码",
    "module": "课程类别",
    "nature": "课程性质",
    "credits": "学分",
    "hours": "总学时",
    "theory_hours": "理论学时",
    "practice_hours": "实践学时",
    "theoryHours": "理论学时",
    "practiceHours": "实践学时",
    "duration_weeks": "周数",
    "semesters": "开课学期",
    "summer_terms": "暑期学期",
    "alternatives": "可选学期",
    "weekly_hours": "周学时",
    "weeks": "各学期周数",
    "semester_hours": "各学期学时",
    "assessment": "考核方式",
    "is_counted": "是否计入",
    "prerequisites": "先修课程",
    "department": "开课部门",
    "remark": "备注",
    "path": "所属模块",
    "option": "选项",
    "choice": "选课要求",
    "outcomes": "课程目标",
    "kind": "选择方式",
    "label": "组名",
    "choose": "须选项数",
    "options": "选项",
    "certificate": "证书",
    "note": "说明",
}
TERM_FIGURES = frozenset({"termCredits", "termHours", "termWeeklyHours"})
_HUNDREDTHS = frozenset({"credits", "duration_weeks", "weekly_hours", "weeks", *TERM_FIGURES})
_HUNDRED = 100
# The codes that a field holds.
_CODES: Mapping[str, Mapping[str, CodeWords]] = {
    "education_level": EDUCATION_LEVELS,
    "module": MODULES,
    "nature": NATURES,
    "assessment": ASSESSMENTS,
    "kind": CHOICES,
}
# Fields whose values are lists of numbers and words of ours.
_WORDED = frozenset(
    {*_CODES, "choice", "semesters", "summer_terms", "alternatives", "weekly_hours", "weeks", "semester_hours"}
)
_CHOICE = ("kind", "choose", "credits", "label")


# Text of a plan that could be taken for words or marks of ours stands in quotation marks; its own are doubled.
_QUOTED = "「(?:[^」]|」」)*」"
_MARKS = re.compile("[、。；→「」]")
_VALUE = rf"((?:{_QUOTED}|[^。；→「」])*)"
_FIELD_OF = {chinese: field for field, chinese in reversed(FIELDS.items())}
# A change in Chinese, field by field; of a word that several fields share the first is meant.
_CHANGE = rf"({'|'.join(sorted(_FIELD_OF, key=len, reverse=True))})：{_VALUE} → {_VALUE}"
_PART = re.compile(rf"((?:\d+S?: )?)({_QUOTED}|[^、]*)", re.DOTALL)
_NOTHING = "无"
_CHOICE_WORDS = ((re.compile(r"选(\d+)项"), r"choose \1"), (re.compile(r"([\d.]+)学分"), r"\1 credits"))
# Changes one after another, as a pattern without groups.
CHANGES = "{0}(?:；{0})*".format(re.sub(r"\((?!\?)", "(?:", _CHANGE))


def quoted(change: FieldChange) -> FieldChange:
    """Put texts of a plan in quotation marks where a reader of ``CHANGES`` could take them for words or marks."""
    return change._replace(before=_quoted(change.field, change.before), after=_quoted(change.field, change.after))


def _quoted(field: str, value: Any) -> Any:
    if isinstance(value, tuple) and not isinstance(value, Interval):
        return tuple(_quoted(field, each) for each in value)
    if not isinstance(value, str):
        return value
    is_plain = not _MARKS.search(value) and value != _NOTHING and _part_in_english(field, value) == value
    return value if is_plain else f"「{value.replace('」', '」」')}」"


def in_english(changes: str) -> str:
    """Write changes that were written in Chinese in English: words of a plan stay."""
    found = re.finditer(_CHANGE, changes, re.DOTALL)
    return "; ".join(_change_in_english(*each.groups()) for each in found)


def _change_in_english(chinese: str, before: str, after: str) -> str:
    field = _FIELD_OF[chinese]
    return f"{field.replace('_', ' ')}: {_value_in_english(field, before)} → {_value_in_english(field, after)}"


def _value_in_english(field: str, value: str) -> str:
    known = {_NOTHING: "nothing", **({"是": "yes", "否": "no"} if field == "is_counted" else {})}
    if value in known:
        return known[value]
    if field not in _WORDED:
        return _with_english_marks(value)
    parts = (each for each in _PART.finditer(value) if each[0])
    return ", ".join(each[1] + _with_english_marks(_part_in_english(field, each[2])) for each in parts)


def _with_english_marks(value: str) -> str:
    return re.sub(_QUOTED, lambda found: f"“{found[0][1:-1].replace('」」', '」')}”", value)


def _part_in_english(field: str, text: str) -> str:
    """Write a word of a field in English, and only a whole one: a label may hold such a word."""
    codes = _CODES.get("kind" if field == "choice" else field, {})
    words = {chinese_of(codes, code): code for code in codes}
    if field == "choice":
        for pattern, english in _CHOICE_WORDS:
            if found := pattern.fullmatch(text):
                return found.expand(english)
    return words.get(text, text)


class ChangeWords:
    """The words of a language. In English a code stays as it is."""

    def __init__(self, language: Literal["en", "zh"]) -> None:
        self._is_chinese = language == "zh"

    def of(self, english: str, chinese: str) -> str:
        """Give the text of the language."""
        return chinese if self._is_chinese else english

    def change(self, change: FieldChange) -> str:
        """Say a change of one field."""
        field = self.of(change.field.replace("_", " "), FIELDS[change.field])
        colon = self.of(": ", "：")
        return f"{field}{colon}{self.value(change.field, change.before)} → {self.value(change.field, change.after)}"

    def module(self, module: str) -> str:
        """Say of which courses a total is."""
        return self.of("whole plan", "全部课程") if module == WHOLE_PLAN else self.value("module", module)

    def value(self, field: str, value: Any) -> str:
        """Show a value of a field; what is empty is nothing."""
        if isinstance(value, bool):
            return self.of("yes", "是") if value else self.of("no", "否")
        if isinstance(value, Interval):
            return interval_text(value, unit_of_field(field))
        if isinstance(value, int | float):
            return f"{value / unit_of_field(field):.12g}"
        if isinstance(value, str):
            return self._word(field, value)
        return self._several(field, value) or self.of("nothing", "无")

    def _several(self, field: str, value: Any) -> str:
        comma = self.of(", ", "、")
        if isinstance(value, Mapping):
            terms = sorted(value.items())
            return comma.join(
                f"{'' if term == ANY_TERM else f'{term}: '}{self.value(field, each)}" for term, each in terms
            )
        if field == "choice" and value:
            named = zip(_CHOICE, value, strict=True)
            return comma.join(self._of_choice(name, each) for name, each in named if each is not None)
        return comma.join(self.value("", each) for each in value or () if each not in {None, ()})

    def _of_choice(self, name: str, value: Any) -> str:
        said = self.value(name, value)
        words = {"choose": ("choose {}", "选{}项"), "credits": ("{} credits", "{}学分")}
        return self.of(*words[name]).format(said) if name in words else said

    def _word(self, field: str, value: str) -> str:
        return self.of(value, chinese_of(_CODES.get(field, {}), value))


def unit_of_field(field: str) -> int:
    """Give what a whole number of a field counts: 100 are one where it is kept in hundredths."""
    return _HUNDRED if field in _HUNDREDTHS else 1
