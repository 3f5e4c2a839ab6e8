"""Totals at the top, years in words, hours that notes state: of forms not seen before; each with its like."""

import pytest

from tests.interchange.training_plans.made_plans import plan_of, rules, sheet_plan, word

HEADING = ["课程模块", "课程代码", "课程名称", "课程性质", "学分", "总学时", "一", "二"]
LINES = [
    ["通识", "A01", "甲", "必修", 3, 48, 3, None],
    [None, "A02", "乙", "必修", 2, 32, None, 2],
    [None, "A03", "丙", "选修", 1, 16, 1, None],
]


def read(plan, *fields):
    return [(each.name, *(getattr(each, field) for field in fields)) for each in plan.lines]


def totals(plan):
    return [(each.label, each.stated["credits"], each.lines) for each in plan.totals]


def at_top(*rows):
    merges = [f"A{at}:D{at}" for at in range(3, 3 + len(rows))]
    return sheet_plan(HEADING, *rows, *LINES, merges=(*merges, f"A{3 + len(rows)}:A{5 + len(rows)}"))


def test_totals_above_all_courses_are_none_and_are_compared():
    plan = at_top(
        ["总计", None, None, None, 6, 96], ["其中：必修", None, None, None, 4, 80], ["选修", None, None, None, 1, 16]
    )

    assert read(plan) == [("甲",), ("乙",), ("丙",)]
    assert totals(plan) == [("总计", 600, (1, 2, 3)), ("其中:必修", 400, (1, 2)), ("其中:选修", 100, (3,))]
    assert [each.subject for each in plan.problems] == ["其中:必修 学分 4 ≠ 5"]


def test_a_title_of_electives_below_another_total_still_holds_its_courses():
    plan = sheet_plan(
        HEADING,
        *LINES[:2],
        ["小计", None, None, None, 5, 80],
        ["选修", None, None, None, 3, 48],
        [None, "A03", "丙", "选修", 1, 16, 1, None],
        [None, "A04", "丁", "选修", 2, 32, None, 2],
        merges=("A3:A4", "A5:D5", "A6:D6"),
    )

    assert read(plan) == [("甲",), ("乙",), ("丙",), ("丁",)]


def test_a_total_of_a_year_in_words_is_of_its_own_table():
    def year(*terms, stated):
        return [
            ["课程名称", "学分", "总学时", *terms],
            [f"课程{terms[0]}", 2, 36, 2, None],
            [f"课程{terms[1]}", 3, 54, None, 3],
            ["学年合计", stated, None, None, None],
        ]

    titles = ("示例职业技术学院", "网页技术专业人才培养方案（2025级）")
    plan = plan_of(word(*titles, year("一", "二", stated="5学分，90学时"), year("三", "四", stated="6学分，90学时")))

    assert [(each.stated, each.lines) for each in plan.totals] == [
        ({"credits": 500, "hours": 90}, (1, 2)),
        ({"credits": 600, "hours": 90}, (3, 4)),
    ]
    assert [each.subject for each in plan.problems if each.rule == "sum-differs"] == ["学年合计 学分 6 ≠ 5"]


SIGNS = [["课程名称", "学分", "总学时", "一", "二", "备注"], ["网页基础", 4, 64, 4, None, None]]


def test_hours_of_each_term_in_a_remark_next_to_signs():
    plan = sheet_plan(*SIGNS, ["讲座", 1, 16, "△", "△", "△讲座，每学期8学时"], ["报告", 1, 16, "△", "△", "每学期6学时"])

    # Six in two semesters are not sixteen.
    assert read(plan, "semester_hours")[1:] == [("讲座", {"1": 8, "2": 8}), ("报告", {})]


@pytest.mark.parametrize(
    ("note", "hours"),
    [
        ("说明：“*”为讲座，形势教育每学期8学时，劳动教育另计。", {"1": 8, "2": 8}),
        ("说明：“*”为讲座，形势教育第1-2学期每学期8学时。", {"1": 8, "2": 8}),
        ("说明：“*”为讲座，国际形势教育每学期8学时。", {}),
        ("说明：“*”为讲座，形势教育每学期10学时。", {}),
    ],
)
def test_hours_of_each_term_that_a_note_says_of_a_course(note, hours):
    plan = sheet_plan(*SIGNS, ["形势教育", 1, 16, "*", "*", None], [note])

    assert read(plan, "semester_hours")[1:] == [("形势教育", hours)]
    assert ("hours-of-terms-in-a-remark" in rules(plan.guesses)) == bool(hours)


@pytest.mark.parametrize(
    ("text", "semesters", "weeks"),
    [
        ("5(6周)、6(18周)", (5, 6), {"5": 600, "6": 1800}),
        ("第5学期(6周)，第6学期(18周)", (5, 6), {"5": 600, "6": 1800}),
        ("5、6", (5, 6), {}),
    ],
)
def test_semesters_state_their_weeks_in_brackets(text, semesters, weeks):
    plan = sheet_plan(["课程名称", "学分", "学时", "开设学期"], ["甲", 2, 32, "1"], ["实习", 24, 576, text])

    assert read(plan, "semesters", "weeks")[1:] == [("实习", semesters, weeks)]
    assert "value-not-read" not in rules(plan.problems)


@pytest.mark.parametrize(
    ("of_the_rest", "practice", "named"),
    [
        ("未标注的为考查课", {}, ["军训、实训"]),
        # A note that means practice too leaves nothing open, and one on marks alone says nothing of the rest.
        ("其余（含实践教学环节）为考查课", {"2": "CHECK"}, []),
        ("★为核心课程", {}, []),
    ],
)
def test_courses_with_weeks_of_which_a_note_on_the_unmarked_says_nothing_are_named(of_the_rest, practice, named):
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "一", "二"],
        ["甲", 4, 64, "4▲", None],
        ["军训", 2, 48, None, "2周"],
        ["实训", 2, 48, None, "2周"],
        ["实习", 2, 48, None, "2周▲"],
        [f"注：“▲”表示该学期为考试课，{of_the_rest}。"],
    )

    ends = {"甲": {"1": "EXAM"}, "军训": practice, "实训": practice, "实习": {"2": "EXAM"}}
    assert dict(read(plan, "assessment")) == ends
    assert [each.subject for each in plan.guesses if each.rule == "weeks-without-a-mark"] == named


def test_weeks_next_to_a_column_of_assessments_leave_nothing_open():
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "考核方式", "一", "二"],
        ["甲", 4, 64, "考试", 4, None],
        ["实训", 2, 48, "考查", None, "2周"],
        ["社会实践", 1, 24, None, None, "1周"],
        ["注：“▲”表示该学期为考试课，未标注的为考查课。"],
    )

    assert [each.rule for each in plan.guesses if each.rule == "weeks-without-a-mark"] == []


@pytest.mark.parametrize(
    ("stated", "differs"),
    [
        ((7, 112), []),
        # The total of the table before may stand at the top of the next one, on another page.
        ((3, 48), []),
        ((8, 112), ["专业课程合计 学分 8 ≠ 7"]),
    ],
)
def test_a_total_at_the_top_of_a_later_table_sums_the_courses_below_it(stated, differs):
    plan = plan_of(
        word(
            "网页技术专业教学进程表",
            "表1 公共课",
            [["课程名称", "学分", "总学时"], ["甲", 3, 48]],
            "表2 专业课程",
            [["课程名称", "学分", "总学时"], ["专业课程合计", *stated], ["乙", 4, 64], ["丙", 3, 48]],
        )
    )

    assert [each.subject for each in plan.problems if each.rule == "sum-differs"] == differs
