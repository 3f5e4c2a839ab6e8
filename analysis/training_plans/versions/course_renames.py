"""What courses were called before: the dated names of national rules, as of a day."""

import datetime as dt
from collections.abc import Iterable

from analysis.training_plans.compliance.compliance import MONTH_OF_ENTRY
from analysis.training_plans.compliance.course_names import present_names
from analysis.training_plans.compliance.plan_facts import entry_year
from analysis.training_plans.compliance.plan_rule import PlanRuleSet
from analysis.training_plans.training_plan import PlanHead


def day_of_names(heads: Iterable[PlanHead]) -> dt.date | None:
    """Give the day on which the students of the latest of these plans enter; null where none says when."""
    years = [year for each in heads if (year := entry_year(each)) is not None]
    return dt.date(max(years), MONTH_OF_ENTRY, 1) if years else None


def course_renames(sets: Iterable[PlanRuleSet], day: dt.date | None) -> dict[str, str]:
    """Give the name of a course on a day by its former ones, both without blanks; without a day, the newest."""
    courses = [
        course
        for each in sets
        if each.scope == "NATIONAL"
        for rule in each.rules
        for course in rule.courses
        if len(course) > 1
    ]
    return present_names(courses, (day or dt.date.max).year)
