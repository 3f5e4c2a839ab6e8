"""Which parts that a plan must have its own facts show, whether or not its document has a heading for them."""

from collections.abc import Callable, Mapping, Sequence

from analysis.training_plans.training_plan import PlanHead, PlanLine


def _names_its_major(head: PlanHead, _lines: Sequence[PlanLine]) -> bool:
    return bool(head.major_name and head.major_code)


def _says_its_years(head: PlanHead, _lines: Sequence[PlanLine]) -> bool:
    return head.duration_years is not None


def _has_courses(_head: PlanHead, lines: Sequence[PlanLine]) -> bool:
    return bool(lines)


def _arranges_hours(_head: PlanHead, lines: Sequence[PlanLine]) -> bool:
    """Whether each course has hours or weeks: one without leaves it to the headings."""
    return bool(lines) and all(each.hours is not None or each.duration_weeks is not None for each in lines)


def _arranges_terms(_head: PlanHead, lines: Sequence[PlanLine]) -> bool:
    return bool(lines) and all(each.semesters or each.summer_terms or each.alternatives for each in lines)


_Shows = Callable[[PlanHead, Sequence[PlanLine]], bool]
_OF_HEAD: Mapping[str, _Shows] = {"专业名称及代码": _names_its_major, "修业年限": _says_its_years}
# Of a plan of which lines are missing, those that are here do not show how the courses are arranged.
_OF_ALL_LINES: Mapping[str, _Shows] = {
    "课程设置": _has_courses,
    "学时安排": _arranges_hours,
    "教学进程总体安排": _arranges_terms,
    "教学进程安排表": _arranges_terms,
}


def stated_parts(head: PlanHead, lines: Sequence[PlanLine], *, is_whole: bool) -> frozenset[str]:
    """Give the parts by the names that rules on the sections of a document call them."""
    counted = [each for each in lines if each.is_counted]
    parts = {**_OF_HEAD, **(_OF_ALL_LINES if is_whole else {})}
    return frozenset(name for name, shows in parts.items() if shows(head, counted))
