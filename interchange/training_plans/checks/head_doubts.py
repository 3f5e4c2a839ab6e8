"""What the head of a plan lacks, and what of it does not go together."""

import re
from collections.abc import Iterator, Sequence

from analysis.training_plans.training_plan import PlanHead, PlanLine, PlanRemark
from interchange.training_plans.plan_head import NamedMajor


def head_problems(head: PlanHead, majors: Sequence[NamedMajor]) -> Iterator[PlanRemark]:
    """Ask for what the head lacks, and for the edition where code and name are not of one major."""
    for name in ("major_name", "major_code", "grade", "college", "duration_years"):
        if getattr(head, name) is None:
            yield PlanRemark("head-lacks", name, None)
    if not head.major_code or not head.major_name:
        return
    names = {each.name for each in majors if each.code == head.major_code}
    if majors and head.major_name not in names and re.sub(r"\(.*\)$", "", head.major_name) not in names:
        same = [each for each in majors if each.code == head.major_code or each.name == head.major_name]
        candidates = "; ".join(f"{each.edition} {each.code} {each.name}" for each in sorted(same))
        yield PlanRemark("code-and-name-disagree", f"{head.major_code} {head.major_name}", None, candidates)


def semesters_beyond(head: PlanHead, lines: Sequence[PlanLine]) -> Iterator[PlanRemark]:
    """Doubt the years of study where courses run in a later semester: rules are those of the years."""
    later = [(max(each.semesters), each) for each in lines if each.semesters]
    last, line = max(later, key=lambda each: each[0], default=(0, None))
    if line and head.duration_years and last > head.duration_years * 2:
        yield PlanRemark("semesters-beyond-the-years", f"{last} > {head.duration_years * 2}: {line.name}", line.place)


def filing(head: PlanHead) -> Iterator[PlanRemark]:
    """Say that the form names another college than its own to file the plan under."""
    if head.filed_college and head.filed_college != head.college:
        yield PlanRemark("filed-under-another-college", head.filed_college, None, head.college or "")
