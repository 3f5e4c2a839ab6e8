"""What two plans do not share, in words: the line and its field as a reader of a plan names them."""

from typing import Literal

from analysis.training_plans.plan_content import ContentDifference
from analysis.training_plans.training_plan import PlanReading
from analysis.training_plans.versions.change_words import FIELDS, TERM_FIGURES, ChangeWords

# The parts of a plan by their names in a path, and what a number of one is called.
_PARTS = {
    "lines": ("line", "课程行"),
    "groups": ("choice", "选课组"),
    "totals": ("total", "合计"),
    "certificates": ("certificate", "证书"),
    "outcomes": ("outcome", "培养规格"),
    "weeks": ("row of the week table", "周数分配表行"),
    "notes": ("note", "说明"),
    "sections": ("section", "章节"),
}
# Fields that the words of changes do not have.
_MORE = {
    "module_text": ("module as written", "类别（原文）"),
    "nature_text": ("nature as written", "性质（原文）"),
    "group": ("choice", "选课组"),
    "level_text": ("level as written", "等级（原文）"),
    "level": ("level", "等级"),
    "issuer": ("issuer", "颁证机构"),
    "courses": ("courses", "课程"),
    "text": ("text", "文字"),
    "semester": ("semester", "学期"),
    "scope": ("scope", "范围"),
    "stated": ("as stated", "所写"),
    "ours": ("as counted", "所计"),
    "filed_college": ("college that it is filed under", "归入院校"),
}
# Fields that tell what a value is; sums that are stated may be of one term.
_OWNERS = frozenset({*FIELDS, *_MORE, *TERM_FIGURES} - {"stated", "ours"})
# Names of parts: those of lines say which course it is.
_NAMED = ("name", "label")


class ContentWords(ChangeWords):
    """The words of a language."""

    def __init__(self, language: Literal["en", "zh"], plan: PlanReading) -> None:
        super().__init__(language)
        self._plan = plan

    def where(self, difference: ContentDifference) -> str:
        """Name what a plan says differently: line 23 数据库, module."""
        part, *rest = difference.path.split(".")
        number, fields = (rest[0], rest[1:]) if part in _PARTS and rest else ("", rest)
        place = self._place(part, number) if number else self.of("the plan itself", "方案信息")
        names = [self._field(each) for each in fields]
        return self.of(", ", "，").join(filter(None, [place, self.of(" ", "").join(names)]))

    def shown(self, difference: ContentDifference) -> tuple[str, str]:
        """Show the value that a plan has, and the other."""
        field = self._owner(difference.path)
        return self._value(field, difference.before), self._value(field, difference.after)

    def _place(self, part: str, number: str) -> str:
        english, chinese = _PARTS[part]
        own = getattr(self._plan, part)
        each = own[int(number) - 1] if number.isdigit() and int(number) <= len(own) else None
        name = next((value for key in _NAMED if (value := getattr(each, key, ""))), "")
        return self.of(f"{english} {number}", f"第 {number} 个{chinese}") + (
            self.of(f" {name}", f"“{name}”") if name else ""
        )

    def _field(self, name: str) -> str:
        if name in _MORE:
            return self.of(*_MORE[name])
        return self.of(name.replace("_", " "), FIELDS.get(name, name))

    def _owner(self, path: str) -> str:
        """Give the field that tells what a value is: of weekly hours by term, the weekly hours."""
        _, *names = path.split(".")
        return next((each for each in reversed(names) if each in _OWNERS), "")

    def _value(self, field: str, value: object) -> str:
        return self.of("nothing", "无") if value in (None, "", {}, ()) else self.value(field, value)
