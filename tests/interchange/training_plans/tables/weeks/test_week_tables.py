"""Tables of weeks: semesters by academic years, summer terms, and the sums that the document states."""

import pytest

from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, plan_of, word

COURSES = [*HEAD, ["课程名称", "学分", "总学时", "开课学期"], ["语文", 4, 64, "1"], ["程序设计", 4, 64, "3"]]
KINDS = ["课堂教学", "考试", "机动", "合计"]
TERM = [16, 1, 1, 18]
SUM = [48, 3, 3, 54]


def plan_with(*rows, merges=()):
    return plan_of(workbook(SheetOf("课程", COURSES), SheetOf("周数", [["教学周数分配表"], *rows], merges)))


def semesters(plan):
    return [each.semester for each in plan.weeks]


def said(remarks, rule):
    return [each.subject for each in remarks if each.rule == rule]


@pytest.mark.parametrize(
    ("heads", "labels"),
    [
        (["学期"], [["2025-2026学年第一学期"], ["2025-2026学年第二学期"], ["2026-2027学年第一学期"]]),
        (["学年学期"], [["2025-2026-1"], ["2025-2026-2"], ["2026-2027-1"]]),
        (["学期"], [["2025秋"], ["2026春"], ["2026秋"]]),
        (
            ["学年", "学期"],
            [["2025-2026", "第一学期"], ["2025-2026", "第二学期"], ["2026-2027", "第一学期"]],
        ),
        (["学年", "学期"], [["2025-2026学年", "1"], ["2025-2026学年", "2"], ["2026-2027学年", "1"]]),
        (["学年", "学期"], [["2025-2026学年", "秋季"], ["2025-2026学年", "春季"], ["2026-2027学年", "秋季"]]),
    ],
    ids=["one label", "codes", "seasons", "two columns", "numbers", "seasons of a year"],
)
def test_semesters_of_academic_years_are_counted_on(heads, labels):
    last = ["合计", *[None] * (len(heads) - 1), *SUM]
    plan = plan_with([*heads, *KINDS], *([*each, *TERM] for each in labels), last)

    assert semesters(plan) == [1, 2, 3, None]
    assert [(each.subject, each.taken) for each in plan.guesses if each.rule == "weeks-by-academic-year"] == [
        (" ".join(labels[2]), "3")
    ]
    assert (plan.problems, plan.not_read) == ((), ())


@pytest.mark.parametrize(
    "labels",
    [
        [["第一学年", "1"], ["第一学年", "2"], ["第二学年", "3"]],
        [["2025-2026", "1"], ["2025-2026", "2"], ["2026-2027", "3"]],
        [["一", "秋"], ["一", "春"], ["二", "秋"]],
    ],
    ids=["years", "academic years", "seasons"],
)
def test_semesters_that_go_on_by_themselves_are_no_guess(labels):
    plan = plan_with(["学年", "学期", *KINDS], *([*each, *TERM] for each in labels))

    assert semesters(plan) == [1, 2, 3]
    assert said(plan.guesses, "weeks-by-academic-year") == []


@pytest.mark.parametrize("label", ["小学期", "暑期", "夏季学期", "短学期", "第一学年小学期", "第2学期暑期", "小学期1"])
@pytest.mark.parametrize("with_summer", [True, False])
def test_a_summer_term_is_no_semester_and_the_sum_may_count_it(label, with_summer):
    total = [52, 3, 3, 58] if with_summer else SUM
    rows = [["1", *TERM], ["2", *TERM], [label, 4, 0, 0, 4], ["3", *TERM], ["合计", *total]]
    plan = plan_with(["学期", *KINDS], *rows)

    assert semesters(plan) == [1, 2, 3, None]
    assert said(plan.not_read, "summer-weeks-not-kept") == [f"{label} 4 0 0 4"]
    assert plan.problems == ()


def test_a_sum_that_the_rows_do_not_make_is_a_problem_for_each_kind():
    plan = plan_with(["学期", *KINDS], ["1", *TERM], ["2", *TERM], ["3", *TERM], ["合计", 48, 4, 3, 55])

    assert said(plan.problems, "week-sum-differs") == ["合计 考试 4 ≠ 3", "合计 55 ≠ 54"]


def test_a_sum_of_each_year_is_that_of_its_semesters():
    rows = [["1", *TERM], ["2", *TERM], ["小计", 32, 2, 2, 36], ["3", *TERM], ["小计", *TERM], ["合计", *SUM]]
    plan = plan_with(["学期", *KINDS], *rows)

    assert said(plan.problems, "week-sum-differs") == []


def test_a_sum_in_a_column_is_compared_where_most_rows_make_theirs():
    right = [["1", *TERM], ["2", *TERM], ["3", 16, 1, 1, 19]]
    # What 教学周 has in all, 课堂教学 and 考试 have again.
    again = [[each, 17, 16, 1, 18] for each in "123"]

    assert said(plan_with(["学期", *KINDS], *right).problems, "week-sum-differs") == ["第3学期 合计 19 ≠ 18"]
    plan = plan_with(["学期", "教学周", "课堂教学", "考试", "合计"], *again)
    assert said(plan.problems, "week-sum-differs") == []


@pytest.mark.parametrize("label", ["学时合计", "其中：实践周合计", "实践周合计", "学分总计", "理论教学小计"])
def test_a_sum_of_something_else_is_no_row_of_weeks_and_is_named(label):
    rows = [["1", *TERM], ["2", *TERM], ["3", *TERM], ["合计", *SUM], [label, 960, None, 2, 960]]
    plan = plan_with(["学期", *KINDS], *rows)

    assert semesters(plan) == [1, 2, 3, None]
    assert said(plan.not_read, "row-not-read") == [f"{label.replace('：', ':')} 960 2 960"]
    assert plan.problems == ()


@pytest.mark.parametrize("label", ["合 计", "总计（周）", "三年合计", "各学期周数合计", "第一、二学年小计", "全程总计"])
def test_a_sum_of_all_weeks_may_say_so_in_other_words(label):
    plan = plan_with(["学期", *KINDS], ["1", *TERM], ["2", *TERM], ["3", *TERM], [label, *SUM])

    assert semesters(plan) == [1, 2, 3, None]
    assert (plan.problems, plan.not_read) == ((), ())


WEEKS = ["学年", "学期", *KINDS]


def plan_of_tables(*tables, head=HEAD[0][0]):
    parts = [["教学周数分配表（续）" if at else "教学周数分配表", [WEEKS, *rows]] for at, rows in enumerate(tables)]
    return plan_of(word(head, "教学进程表", COURSES[1:], *(each for part in parts for each in part)))


def rows_of(*years):
    return [[f"{year}-{year + 1}", half, *TERM] for year in years for half in ("1", "2")]


@pytest.mark.parametrize("head", [HEAD[0][0], "示例职业技术学院网页技术专业（990001）教学进程表（三年制高职）"])
def test_the_rest_of_a_table_of_weeks_counts_on_from_the_first_year_of_the_table_before(head):
    plan = plan_of_tables(rows_of(2025, 2026), rows_of(2027), head=head)

    assert semesters(plan) == [1, 2, 3, 4, 5, 6]
    assert said(plan.guesses, "weeks-by-academic-year") == ["2026-2027 1", "2027-2028 1"]


def test_a_table_that_begins_after_the_year_of_entry_is_counted_from_that_and_it_is_said():
    plan = plan_of_tables(rows_of(2026))

    assert semesters(plan) == [3, 4]
    assert said(plan.guesses, "weeks-by-academic-year") == ["2026-2027 1"]


@pytest.mark.parametrize("year", [2024, 2033])
def test_a_table_of_other_years_is_counted_from_its_first_and_it_is_said(year):
    plan = plan_of_tables(rows_of(year))

    assert semesters(plan) == [1, 2]
    assert said(plan.guesses, "weeks-by-academic-year") == [f"{year}-{year + 1} 1"]


def test_a_table_of_the_years_of_the_plan_is_no_guess_in_its_first_year():
    plan = plan_of_tables(rows_of(2025))

    assert (semesters(plan), said(plan.guesses, "weeks-by-academic-year")) == ([1, 2], [])


NO_GRADE = "示例职业技术学院网页技术专业（990001）教学进程表（三年制高职）"


def test_without_a_grade_years_that_are_not_all_of_the_plan_are_named_as_not_read():
    plan = plan_of_tables(rows_of(2026, 2027), head=NO_GRADE)

    assert plan.weeks == ()
    assert said(plan.not_read, "weeks-of-unknown-years") == ["2026-2027 1 16 1 1 18"]


@pytest.mark.parametrize(
    ("head", "years", "expected"),
    [
        (NO_GRADE, (2026, 2027, 2028), [1, 2, 3, 4, 5, 6]),
        (NO_GRADE, (2026, 2027, 2029), []),
        # Without its length in words a plan is as long as its courses go.
        (NO_GRADE.replace("三年制高职", "高职"), (2026, 2027), [1, 2, 3, 4]),
        (NO_GRADE.replace("三年制高职", "高职"), (2026,), []),
    ],
)
def test_without_a_grade_all_years_of_the_plan_are_counted_from_the_first(head, years, expected):
    plan = plan_of_tables(rows_of(*years), head=head)

    assert semesters(plan) == expected
    assert bool(said(plan.not_read, "weeks-of-unknown-years")) is (expected == [])


def test_a_grade_that_stands_below_the_table_counts_its_years():
    parts = ["教学周数分配表", [WEEKS, *rows_of(2026)], "教学进程表", COURSES[1:], "适用年级：2025级"]

    assert semesters(plan_of(word(NO_GRADE, *parts))) == [3, 4]


def test_semesters_that_go_on_by_themselves_need_no_grade():
    rows = [["2026-2027", "1", *TERM], ["2026-2027", "2", *TERM], ["2027-2028", "3", *TERM]]

    assert semesters(plan_of_tables(rows, head=NO_GRADE)) == [1, 2, 3]
