"""Plans of other colleges: whatever the layout, each line and field is read as it is printed."""

import pytest

from tests.interchange.training_plans.layouts import cell_layouts, choice_layouts, college_layouts, sheet_layouts
from tests.interchange.training_plans.layouts.colleges import (
    accounting,
    animation,
    commerce,
    construction,
    dental,
    food,
    logistics,
    mechatronics,
    nursing,
    optometry,
    pharmacy,
    preschool,
    railway,
    textiles,
    tourism,
    vehicles,
    welding,
)
from tests.interchange.training_plans.layouts.scores import Score, score, score_of
from tests.interchange.training_plans.made_plans import plans_of

COLLEGES = (
    nursing.module_names_in_the_middle,
    accounting.years_and_terms_with_a_dot,
    mechatronics.sums_before_their_courses,
    preschool.quotas_below_their_courses,
    commerce.export_of_a_record_system,
    vehicles.weeks_of_teaching_by_the_semester,
    tourism.a_table_for_each_module,
    animation.semesters_as_blocks,
    construction.semesters_by_roman_numbers,
    pharmacy.a_quota_in_a_note,
    food.parts_in_brackets,
    welding.weeks_by_a_range,
    optometry.courses_as_columns,
    dental.semesters_as_titles,
    railway.two_semesters_side_by_side,
    textiles.weeks_times_hours,
)
LAYOUTS = (*college_layouts.LAYOUTS, *choice_layouts.LAYOUTS, *cell_layouts.LAYOUTS, *sheet_layouts.LAYOUTS, *COLLEGES)


@pytest.mark.slow
@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda each: each.__name__)
def test_each_line_and_field_of_a_layout_is_read_as_it_is_printed(layout):
    data, wanted = layout()

    assert score(data, wanted) == Score(100, 100, [], [])


def test_two_majors_in_one_workbook_are_two_plans():
    data, wanted = logistics.two_majors_in_one_workbook()

    plans = {plan.head.major_code: plan for plan in plans_of(data)}

    assert {code: score_of(plan, wanted[code]) for code, plan in plans.items()} == dict.fromkeys(
        wanted, Score(100, 100, [], [])
    )
    assert [(each.rule, each.subject) for plan in plans.values() for each in plan.problems] == []
