"""What changes from the version of a plan before (变更清单), as a table of its form."""

from collections.abc import Sequence

from analysis.training_plans.compliance.plan_rule import PlanRuleSet
from analysis.training_plans.training_plan import PlanReading
from analysis.training_plans.versions.course_renames import course_renames, day_of_names
from analysis.training_plans.versions.differences import differences
from interchange.formats.laid_out_tables import FormTable
from interchange.training_plans.form.form_tables import plain_table
from interchange.training_plans.plan_difference_report import difference_rows
from interchange.training_plans.tables.plan_words import CALCULATED

NAME = "变更清单"
_HEADING = ("变更类型", "变更对象", "变更项", "变更前", "变更后")
_NO_CHANGE = ("无变更",)


def change_table(
    before: PlanReading,
    after: PlanReading,
    sets: Sequence[PlanRuleSet],
    are_whole: tuple[bool, bool] = (True, True),
) -> FormTable:
    """Compare a plan with the version before, as ``diffTrainingPlans``."""
    names = course_renames(sets, day_of_names([before.head, after.head]))
    found = differences(before, after, names, are_whole)
    rows = list(difference_rows(found, before, after)) or [_NO_CHANGE]
    base = "".join(filter(None, (before.head.major_name, before.head.grade)))
    title = f"{NAME}：与上一版本{f'（{base}）' if base else ''}比较{CALCULATED}"
    return plain_table(NAME, _HEADING, rows, (12, 32, 16, 32, 32), title=title)
