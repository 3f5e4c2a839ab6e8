"""Half hours: a plan keeps whole hours, so that a half is named and compared, and never cut in silence."""

import pytest

from tests.interchange.training_plans.made_plans import plan_of, sheet_plan, word

HEADING = ["课程名称", "课程性质", "学分"]


def not_read(plan):
    return [each.subject for each in plan.problems if each.rule == "value-not-read"]


@pytest.mark.parametrize(
    ("first", "second", "hours", "named"),
    [("64", "64.5", None, ["128.5"]), ("64.5", "64.5", 129, []), ("64", "64", 128, [])],
)
def test_hours_of_school_years_that_make_no_whole_number_are_named(first, second, hours, named):
    plan = sheet_plan([*HEADING, "第一学年", "第二学年"], ["程序设计", "必修", 8, first, second])

    assert [each.hours for each in plan.lines] == [hours]
    assert not_read(plan) == named


@pytest.mark.parametrize(("cell", "hours", "named"), [("64.5", {}, ["64.5"]), ("64", {"1": 64}, [])])
def test_half_hours_of_a_term_are_named(cell, hours, named):
    heading = [*HEADING, "总学时", "第一学期学时", "第二学期学时"]
    others = [[each, "必修", 4, 64, 32, 32] for each in ("语文", "数学")]
    plan = sheet_plan(heading, ["程序设计", "必修", 8, 64, cell, None], *others)

    assert (plan.lines[0].semester_hours, plan.lines[1].semester_hours) == (hours, {"1": 32, "2": 32})
    assert not_read(plan) == named


def test_the_halves_of_theory_and_practice_make_the_hours_of_a_term():
    heading = [[*HEADING, "总学时", "第一学期", None], [*[None] * 4, "理论", "实践"]]
    merges = [*(f"{column}2:{column}3" for column in "ABCD"), "E2:F2"]
    plan = sheet_plan(*heading, ["程序设计", "必修", 8, 65, 32.5, 32.5], ["语文", "必修", 4, 64, 32, 32], merges=merges)

    assert not_read(plan) == []


@pytest.mark.parametrize(
    ("total", "stated", "named"),
    [
        ("128.5(64+64.5)", {"credits": 800}, ["128.5(64+64.5)"]),
        ("128(64+64)", {"credits": 800, "hours": 128}, []),
    ],
)
def test_a_total_of_half_hours_is_named(total, stated, named):
    plan = sheet_plan([*HEADING, "总学时"], ["程序设计", "必修", 8, 128], ["合计", None, 8, total])

    assert [each.stated for each in plan.totals] == [stated]
    assert not_read(plan) == named


@pytest.mark.parametrize(("percent", "named"), [("43.5", []), ("43.2", ["43.5%"])])
def test_a_share_is_that_of_the_half_hours_that_the_sentence_states(percent, named):
    """76.5 of 176 hours are 43.47 per cent, and 76 are 43.18."""
    rows = [["网页开发", "必修", 6, 104, 40, 64], ["军事理论", "必修", 4, 72, 60, 12]]
    text = f"实践教学76.5学时，占总学时的{percent}%。"
    plan = plan_of(
        word(
            "示例职业技术学院网页技术专业（990001）2025级教学进程表（三年制高职）",
            [[*HEADING, "总学时", "理论学时", "实践学时"], *rows],
            text,
        )
    )

    assert [each.taken for each in plan.problems if each.rule == "share-differs"] == named
