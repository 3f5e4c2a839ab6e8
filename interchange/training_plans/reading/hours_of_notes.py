"""Hours of each semester that a note says of a course by its name: 形势与政策每学期8学时."""

import re
from collections.abc import Iterable, Iterator

from analysis.training_plans.training_plan import PlanLine, PlanRemark
from interchange.training_plans.plan_head import HeadText
from interchange.training_plans.tables.plan_words import bare

_WHEN = r"(?:课程?)?[:,]?(?:第[^,，;；。每]{1,12}学期)?[:,]?每个?学?期(\d{1,3})(?:学时|课时|节)"


def with_hours_of_notes(lines: list[PlanLine], notes: Iterable[HeadText]) -> Iterator[PlanRemark]:
    """Give courses without figures under their terms the hours that a note says, where they make all of theirs."""
    texts = [bare(each.text) for each in notes if re.search(r"每个?学?期", each.text)]
    for at, line in enumerate(lines if texts else ()):
        if line.weekly_hours or line.semester_hours or not (line.hours and line.semesters):
            continue
        # A longer name that ends so is another course.
        said = re.compile(rf"(?:^|[^\u4e00-\u9fff]|[和与及]){re.escape(bare(line.name))}{_WHEN}")
        found = {int(match[1]): match[0].strip(",;:。、.") for match in map(said.search, texts) if match}
        if len(found) == 1 and (hours := next(iter(found))) * len(line.semesters) == line.hours:
            lines[at] = line._replace(semester_hours=dict.fromkeys(map(str, line.semesters), hours))
            yield PlanRemark(
                "hours-of-terms-in-a-remark", found[hours], line.place, "、".join(map(str, line.semesters))
            )
