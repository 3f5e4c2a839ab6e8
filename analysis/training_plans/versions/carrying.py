"""A training plan for another grade: its title and years, and courses by the names that are in use then."""

import re
from collections.abc import Iterable, Sequence

from analysis.training_plans.compliance.course_names import base_name, fold, former_names, name_to_use
from analysis.training_plans.compliance.plan_rule import DatedName
from analysis.training_plans.plan_edits import PlanTree

_YEAR = re.compile(r"(?:19|20)\d\d")
Course = Sequence[DatedName]


def year_of(grade: str | None) -> int | None:
    """Give the year in which a grade enters; null where it has none."""
    match = _YEAR.search(grade or "")
    return int(match[0]) if match else None


def present_name(name: str, courses: Iterable[Course], year: int) -> str:
    """Give the name that a course has in a year by the dated names of rules; what stands around it stays."""
    base = base_name(fold(name))
    for course in courses:
        if base in former_names(course, year) and (present := name_to_use(course, year)) is not None:
            start, end = _place_of(base, name)
            return name[:start] + present + name[end:]
    return name


def _place_of(folded: str, name: str) -> tuple[int, int]:
    """Give where a name begins that has this form without blanks, and where it ends, without the marks around it."""
    end = next(at for at in range(len(name) + 1) if fold(name[:at]) == folded)
    start = next(at for at in range(end, -1, -1) if fold(name[at:end]) == folded)
    return start, end


def carried_tree(tree: PlanTree, grade: str, courses: Sequence[Course]) -> tuple[PlanTree, dict[str, str]]:
    """Give the tree of a plan for another grade, and the names of courses that it has in place of others."""
    year, before = year_of(grade), tree.plan.get("grade")
    plan = {**tree.plan, "grade": grade, "entryYear": year, "title": _title(tree.plan.get("title"), before, grade)}
    renamed: dict[str, str] = {}
    lines = {}
    for key, line in tree.lines.items():
        name = line["name"] if year is None else present_name(line["name"], courses, year)
        if name != line["name"]:
            renamed[line["name"]] = name
        lines[key] = {**line, "name": name}
    return tree._replace(plan=plan, lines=lines), renamed


def _title(title: str | None, before: str | None, grade: str) -> str | None:
    """Give the title with the grade, or its year alone, in place of that of before."""
    old, new = year_of(before), year_of(grade)
    if not title or old is None or new is None:
        return title
    return title.replace(before or "", grade) if before and before in title else title.replace(str(old), str(new))
