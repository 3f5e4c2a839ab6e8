"""Plans of other colleges: whatever the layout, each line and field is read as it is printed."""

import pytest

from tests.interchange.training_plans.layouts import cell_layouts, choice_layouts, college_layouts, sheet_layouts
from tests.interchange.training_plans.layouts.colleges import (
    accounting,
    animation,
    commerce,
    mechatronics,
    nursing,
    preschool,
    tourism,
    vehicles,
)
from tests.interchange.training_plans.layouts.scores import Score, score

COLLEGES = (
    nursing.module_names_in_the_middle,
    accounting.years_and_terms_with_a_dot,
    mechatronics.sums_before_their_courses,
    preschool.quotas_below_their_courses,
    commerce.export_of_a_record_system,
    vehicles.weeks_of_teaching_by_the_semester,
    tourism.a_table_for_each_module,
    animation.semesters_as_blocks,
)
LAYOUTS = (*college_layouts.LAYOUTS, *choice_layouts.LAYOUTS, *cell_layouts.LAYOUTS, *sheet_layouts.LAYOUTS, *COLLEGES)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda each: each.__name__)
def test_each_line_and_field_of_a_layout_is_read_as_it_is_printed(layout):
    data, wanted = layout()

    assert score(data, wanted) == Score(100, 100, [], [])
