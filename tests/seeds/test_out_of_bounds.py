"""A value of a training plan that an edit or an import refuses is refused in the seed files too."""

import pytest

from seeds.checks.check import check

GROUP = (
    "id,trainingPlanKey,number,label,kind,choose,credits,options,basis,sourceIds,sourceNote\n"
    "PlanGroup:甲:2026级:1,甲:2026级,1,{label},CHOOSE_CREDITS,,{credits},{options},REPORTED,Source:t.S1,\n"
)
GOOD = {"label": "公共选修课", "credits": "4.25", "options": "甲|乙"}


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ({}, []),
        (
            {"credits": "4.255"},
            [("credits", "4.255")],
        ),
        ({"credits": "200000"}, [("credits", "200000.0")]),
        ({"options": "甲|甲"}, [("options", "甲|甲")]),
        (
            {"label": "长" * 301},
            [("label", "长" * 40)],
        ),
    ],
)
def test_what_an_edit_of_a_plan_refuses_no_seed_holds(values, wanted, small):
    small.write("small/nodes/PlanGroup.csv", GROUP.format(**{**GOOD, **values}))

    found = [each for each in check(small.path).problems if each.kind == "out-of-bounds"]

    assert [(each.column, each.value[:40]) for each in found] == wanted
    assert all("300" in each.en and "300" in each.zh for each in found)
