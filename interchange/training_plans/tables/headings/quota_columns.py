"""Columns that say how many credits of several courses are chosen, next to the column of the credits of each."""

import re
from collections.abc import Sequence

from interchange.training_plans.tables.headings.course_heading import PlanColumn
from interchange.training_plans.tables.headings.plan_labels import plain_label
from interchange.training_plans.tables.headings.plan_meanings import Meaning

# 最低修读学分, 应修学分, 至少选修学分, 选修学分要求.
_QUOTA = re.compile(
    r"(?:模块|课程组|本组|本类|选修课?程?)?(?:最低|至少|最少|不少于|应|须|需|要求|规定){1,2}(?:选修|修读|修满|选读|选|修)?总?学分(?:数|要求)?"
    r"|(?:选修|选课|修读|模块)?学分(?:要求|下限)"
)


def with_quotas(
    columns: Sequence[PlanColumn], others: Sequence[tuple[int, str]]
) -> tuple[list[PlanColumn], list[tuple[int, str]]]:
    """Take a column of quotas out of those that are not read; give all columns, and those that are left.

    Where the quotas stand first, they were taken as the credits, and those of each course were one column too many.
    """
    read, left = list(columns), list(others)
    for at, heading in others:
        credits_of_each = next((each for each in read if each.meaning is Meaning.CREDITS), None)
        if credits_of_each is None or any(each.meaning is Meaning.QUOTA for each in read):
            break
        if is_quota(heading):
            read.append(PlanColumn(at, heading, Meaning.QUOTA, "column-by-heading"))
        elif is_quota(credits_of_each.heading) and plain_label(heading) in {"学分", "课程学分", "学分数"}:
            read[read.index(credits_of_each)] = credits_of_each._replace(meaning=Meaning.QUOTA)
            read.append(PlanColumn(at, heading, Meaning.CREDITS, "column-by-heading"))
        else:
            continue
        left.remove((at, heading))
    return sorted(read, key=lambda each: each.column), left


def with_required_credits(
    columns: Sequence[PlanColumn], others: Sequence[tuple[int, str]]
) -> tuple[list[PlanColumn], list[tuple[int, str]]]:
    """Take 最低要求学分 as the credits in a table of totals that has no other column of credits.

    Those of electives alone are none of the whole. Give all columns, and those that are left.
    """
    required = [each for each in others if is_quota(each[1]) and "选" not in each[1]]
    if len(required) != 1 or any(each.meaning is Meaning.CREDITS for each in columns):
        return [*columns], [*others]
    read = [*columns, PlanColumn(*required[0], Meaning.CREDITS, "column-by-heading")]
    return sorted(read, key=lambda each: each.column), [each for each in others if each not in required]


def is_quota(heading: str) -> bool:
    """Whether a heading says how many credits are asked for."""
    return bool(_QUOTA.fullmatch(plain_label(heading.rpartition("/")[2])))
