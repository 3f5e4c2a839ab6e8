"""Texts that stand for several rows without a merged cell, rows that close a choice, semesters within their years."""

import pytest

from interchange.training_plans.tables.lines.plan_semesters import (
    StatedSemesters,
    counts_in_years,
    stated_semesters,
)
from tests.interchange.training_plans.layouts.printing import as_xlsx
from tests.interchange.training_plans.layouts.sketches import sketch
from tests.interchange.training_plans.made_plans import plan_of

_HEADING = "课程类别 | 课程名称 | 课程性质 | 学分 | 学时 | 开课学期\n"


def plan_of_rows(rows):
    return plan_of(as_xlsx(("课程", sketch(_HEADING + rows))))


def rows_of(*modules):
    """Rows of courses, with the texts of their first cells."""
    return "\n".join(f"{module} | 课程{at} | 必修 | 2 | 32 | 1" for at, module in enumerate(modules, 1))


@pytest.mark.parametrize(
    ("cells", "modules"),
    [
        (("", "公共基础课", "", "", "专业核心课", ""), ["公共基础课"] * 3 + ["专业核心课"] * 3),
        (("", "", "公共基础课", "", "", "专业核心课"), ["公共基础课"] * 5 + ["专业核心课"]),
        (("", "", "专业核心课", ""), ["专业核心课"] * 4),
    ],
)
def test_texts_in_the_middle_of_their_rows_are_those_of_all_of_them(cells, modules):
    plan = plan_of_rows(rows_of(*cells))

    assert [each.module_text for each in plan.lines] == modules
    assert {each.rule for each in plan.guesses} >= {"text-in-the-middle-of-its-rows"}


def test_where_texts_in_the_middle_end_in_several_ways_it_is_a_problem():
    plan = plan_of_rows(rows_of("", "公共基础课", "", "专业核心课", ""))

    assert [(each.rule, each.subject) for each in plan.problems if each.rule.startswith("text")] == [
        ("text-in-the-middle-is-unsure", "公共基础课、专业核心课")
    ]


def test_a_module_in_the_first_of_its_rows_goes_on_below():
    plan = plan_of_rows(rows_of("公共基础课", "", "", "专业核心课", ""))

    assert [each.module_text for each in plan.lines] == ["公共基础课"] * 3 + ["专业核心课"] * 2


def test_a_choice_below_required_courses_is_a_problem():
    rows = "公共课 | 语文 | 必修 | 2 | 32 | 1\n^ | 数学 | 必修 | 2 | 32 | 1\n"
    rows += "^ | 至少选修2学分 | < | < | < | <\n小计 | | | 4 | 64 |"
    plan = plan_of_rows(rows)

    assert [each.group for each in plan.lines] == [None, None]
    assert [(each.rule, each.subject) for each in plan.problems if each.place] == [
        ("choice-without-lines", "至少选修2学分")
    ]


def test_a_choice_above_its_courses_holds_those_below():
    rows = "公共课 | 至少选修2学分 | < | < | < | <\n^ | 语文 | 选修 | 2 | 32 | 1\n^ | 数学 | 选修 | 2 | 32 | 1"
    plan = plan_of_rows(rows)

    assert [each.group for each in plan.lines] == [1, 1]


@pytest.mark.parametrize(
    ("texts", "are_in_years"),
    [
        (("1.1", "2.1", "3.2"), True),
        (("2-1、2-2", "1-1"), True),
        (("1.2", "1-2"), False),
        (("1", "2.1"), False),
        (("一/1", "一/2", "二/1-2"), True),
        (("一/2",), True),
        (("一/二", "二/一"), True),
        (("一/二",), False),
        (("1/2", "3/4"), False),
    ],
)
def test_semesters_count_in_years_where_a_list_of_them_could_not_go_down(texts, are_in_years):
    assert counts_in_years(texts) is are_in_years


@pytest.mark.parametrize(
    ("text", "year", "in_years", "semesters"),
    [
        ("2.1", "", True, (3,)),
        ("1.2、2.1", "", True, (2, 3)),
        ("1.1-2.2", "", True, (1, 2, 3, 4)),
        ("2", "第二学年", False, (4,)),
        ("下学期", "大三", False, (6,)),
        ("1", "2026-2027", False, (3,)),
        ("3", "第2学年", False, (3,)),
        ("2026-2027-2", "", False, (4,)),
        ("1-2", "", False, (1, 2)),
        ("二/1", "", True, (3,)),
        ("二/1-2", "", True, (3, 4)),
        ("三/二", "", True, (6,)),
        ("2/1、2", "", True, (3, 4)),
    ],
)
def test_semesters_are_counted_on_over_the_years(text, year, in_years, semesters):
    stated = stated_semesters(text, year, 2025, in_years=in_years)

    assert stated is not None
    assert stated.semesters == semesters


def test_text_that_names_no_semester_is_none():
    assert stated_semesters("待定", "", 2025, in_years=False) is None
    assert stated_semesters("1", "", 2025, in_years=False) == StatedSemesters((1,))


def test_a_semester_after_all_that_a_plan_has_is_none():
    assert stated_semesters("2", "2029-2030", 2025, in_years=False) == StatedSemesters((10,), "semester-of-a-year")
    assert stated_semesters("1", "2030-2031", 2025, in_years=False) is None
    assert stated_semesters("1", "2050-2051", 2025, in_years=False) is None
