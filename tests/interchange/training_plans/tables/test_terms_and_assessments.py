"""When courses run and how they end, as colleges write it: read surely, or said."""

import pytest

from interchange.training_plans.tables.plan_numbers import SemesterCell, range_of_date, semester_cell
from tests.interchange.training_plans.made_plans import HEAD, plan_of, rules, sheet_plan, word

SEVEN = ["课程类别", "课程名称", "学分", "总学时"]


def read(plan, *fields):
    return [(each.name, *(getattr(each, field) for field in fields)) for each in plan.lines]


# ---- headings of terms


def test_halves_below_academic_years_are_counted_from_the_first_year():
    plan = sheet_plan(
        [*SEVEN, "2025-2026学年", None, "2026-2027学年", None],
        [None, None, None, None, "秋", "春", "秋", "春"],
        [None, None, None, None, "①16", "②16", "③16", "④8"],
        ["公共基础课", "甲", 3, 48, "3×16", None, None, None],
        ["公共基础课", "乙", 4, 56, None, None, "3×16", "1×8"],
        merges=("A2:A4", "B2:B4", "C2:C4", "D2:D4", "E2:F2", "G2:H2"),
    )

    assert read(plan, "semesters", "weeks") == [("甲", (1,), {"1": 1600}), ("乙", (3, 4), {"3": 1600, "4": 800})]
    assert "term-by-year" in rules(plan.guesses)


def test_theory_and_practice_of_each_term_make_its_hours():
    plan = sheet_plan(
        [*SEVEN, "理论", "实践", "各学期学时分配", None, None, None],
        [None, None, None, None, None, None, "第1学期", None, "第2学期", None],
        [None, None, None, None, None, None, "理论", "实践", "理论", "实践"],
        ["公共基础课", "甲", 3, 48, 40, 8, 40, 8, None, None],
        ["公共基础课", "乙", 4, 64, 40, 24, 20, 12, 20, 12],
        ["公共基础课", "丙", 4, 64, 40, 24, 20, 12, 20, 10],
        ["集中实践", "丁", 2, 52, "/", 52, None, None, "2周", None],
        merges=("A2:A4", "B2:B4", "C2:C4", "D2:D4", "E2:E4", "F2:F4", "G2:J2", "G3:H3", "I3:J3", "I8:J8"),
    )

    assert read(plan, "semesters", "semester_hours", "theory_hours") == [
        ("甲", (1,), {"1": 48}, 40),
        ("乙", (1, 2), {"1": 32, "2": 32}, 40),
        ("丙", (1, 2), {"1": 32, "2": 30}, 40),
        ("丁", (2,), {}, None),
    ]
    assert [each.duration_weeks for each in plan.lines] == [None, None, None, 200]
    assert [(each.rule, each.place.row) for each in plan.problems] == [("hours-of-terms-do-not-add-up", 7)]
    assert "one-cell-over-several-terms" not in rules(plan.guesses)


def test_halves_of_a_term_have_weeks_of_their_own():
    plan = sheet_plan(
        [*SEVEN, "1", "2", None],
        [None, None, None, None, "16周", "前8周", "后8周"],
        ["公共基础课", "甲", 2, 32, 2, None, None],
        ["公共基础课", "乙", 2, 32, None, 4, None],
        ["公共基础课", "丙", 2, 32, None, 2, 2],
        ["公共基础课", "丁", 2, 32, None, 1, 3],
        merges=("A2:A3", "B2:B3", "C2:C3", "D2:D3", "F2:G2"),
    )

    assert read(plan, "semesters", "weekly_hours", "weeks")[:3] == [
        ("甲", (1,), {"1": 200}, {"1": 1600}),
        ("乙", (2,), {"2": 400}, {"2": 800}),
        ("丙", (2,), {"2": 200}, {"2": 1600}),
    ]
    assert [(each.rule, each.subject) for each in plan.problems] == [("several-weekly-hours-in-one-term", "1, 3")]


# ---- cells


@pytest.mark.parametrize(
    ("text", "cell_read"),
    [("4+1W", (400, "1W")), ("1.5+2周", (150, "2周")), ("1+0.5W", (100, "0.5W"))],
)
def test_weeks_of_practice_stand_next_to_weekly_hours(text, cell_read):
    assert semester_cell(text) == SemesterCell(number=cell_read[0], practice=cell_read[1])


def test_weeks_next_to_weekly_hours_are_weeks_of_the_course_and_so_are_half_weeks():
    plan = sheet_plan(
        [*SEVEN, "一(16)", "二(16)"],
        ["专业基础课", "甲", 5, 90, "4+1W", None],
        ["专业基础课", "乙", 1.5, 29, None, "1+0.5W"],
        ["专业基础课", "丙", 2, 32, 2, None],
    )

    assert read(plan, "weekly_hours", "duration_weeks") == [
        ("甲", {"1": 400}, 100),
        ("乙", {"2": 100}, 50),
        ("丙", {"1": 200}, None),
    ]
    said = [(each.place.row, each.subject, each.taken) for each in plan.guesses if "next-to-weekly-hours" in each.rule]
    assert said == [(3, "1W", "1"), (4, "0.5W", "0.5")]


@pytest.mark.parametrize(
    ("text", "range_read"),
    [("2025-01-04", "1-4"), ("2025-05-02", ""), ("2025-03-12", ""), ("1-4", "")],
)
def test_a_date_was_typed_as_a_range(text, range_read):
    assert range_of_date(text) == range_read


def test_a_date_where_semesters_should_stand_is_read_as_typed_and_said():
    plan = sheet_plan(
        [*SEVEN, "考试学期", "考查学期", "一", "二"],
        ["公共基础课", "甲", 2, 32, "2025-01-02", None, 1, 1],
        ["公共基础课", "乙", 2, 32, None, 2, None, 2],
    )

    assert read(plan, "assessment") == [("甲", {"1": "EXAM", "2": "EXAM"}), ("乙", {"2": "CHECK"})]
    assert [(each.subject, each.taken) for each in plan.guesses if each.rule == "date-read-as-semesters"] == [
        ("2025-01-02", "1-2")
    ]


@pytest.mark.parametrize(
    ("text", "assessment"),
    [
        ("试1查②", {"1": "EXAM", "2": "CHECK"}),
        ("查①②", {"1": "CHECK", "2": "CHECK"}),
        ("S1,C2", {"1": "EXAM", "2": "CHECK"}),
        ("C1~2", {"1": "CHECK", "2": "CHECK"}),
        ("考试", {"*": "EXAM"}),
    ],
)
def test_an_assessment_names_its_semesters(text, assessment):
    plan = sheet_plan(
        [*SEVEN, "考核方式", "一", "二"],
        ["公共基础课", "甲", 4, 64, text, 2, 2],
        ["公共基础课", "乙", 2, 32, "考查", 2, None],
    )

    assert plan.lines[0].assessment == assessment
    assert plan.problems == ()


@pytest.mark.parametrize("text", ["试12", "试1查", "试1Q2"])
def test_an_assessment_in_no_known_form_names_no_semester(text):
    plan = sheet_plan([*SEVEN, "考核方式", "一", "二"], ["公共基础课", "甲", 4, 64, text, 2, 2])

    assert not {"1", "2", "12"} & plan.lines[0].assessment.keys()


def test_an_assessment_in_a_semester_without_the_course_is_said():
    plan = sheet_plan(
        [*SEVEN, "考核方式", "一", "二"],
        ["公共基础课", "甲", 2, 32, "试1", None, 2],
        ["公共基础课", "乙", 2, 32, "查2", None, 2],
    )

    said = [(each.place.row, each.subject, each.taken) for each in plan.guesses if each.rule.startswith("assessed-")]
    assert said == [(3, "1", "2")]


# ---- what is said of most courses


def test_courses_without_a_semester_are_named_where_others_have_one():
    rows = [
        [*SEVEN, "开课学期"],
        ["公共基础课", "甲", 2, 32, 1],
        ["专业拓展课", "乙", 2, 32, None],
        ["专业拓展课", "丙", 2, 32, None],
    ]
    plan = sheet_plan(*rows)
    without = sheet_plan(*([*row[:4], None] if at else row for at, row in enumerate(rows)))

    said = [(each.subject, each.taken) for each in plan.guesses if each.rule == "semester-not-stated"]
    assert said == [("专业拓展课", "乙、丙")]
    assert "semester-not-stated" not in rules(without.guesses)


def test_a_letter_of_the_code_says_the_nature():
    rows = [
        ["课程类别", "课程代码", "课程名称", "学分", "总学时"],
        ["公共基础课", "00B001", "甲", 2, 32],
        ["专业拓展课", "53X002", "乙", 2, 32],
        ["专业拓展课", "53Q003", "丙", 2, 32],
    ]
    note = "注：1.课程代码第3位字母表示课程性质：B为必修课，X为限选课。"
    plan = sheet_plan(*rows, [note])

    natures = [("甲", "REQUIRED"), ("乙", "RESTRICTED_ELECTIVE"), ("丙", None)]
    assert read(plan, "nature") == natures
    assert {"nature-by-the-code", "nature-not-stated"} <= rules(plan.guesses)
    assert {each.nature for each in sheet_plan(*rows).lines} == {None}


# ---- titles


def test_a_numbered_title_with_figures_in_brackets_is_no_note():
    long = "(二)专业方向课(限选,测量、预算、施工三个方向中学生任选其中一个方向修读,应修2学分,共计32学时)"
    wide = ["课程名称", "学分", "总学时", "理论学时", "开课学期"]
    rows = [
        ["(一)专业选修课(限选,三选二,应修4学分,64学时)"],
        *([each, 2, 32, 16, 4] for each in "甲乙丙"),
        [long],
        ["方向A 测量"],
        ["丁", 2, 32, 16, 5],
        ["方向B 预算"],
        ["戊", 2, 32, 16, 5],
    ]
    plan = sheet_plan(wide, *rows, merges=("A3:E3", "A7:E7", "A8:E8", "A10:E10"))

    assert [(each.choose, len(each.options)) for each in plan.groups] == [(2, 3), (1, 2)]
    assert read(plan, "group") == [("甲", 1), ("乙", 1), ("丙", 1), ("丁", 2), ("戊", 2)]


def test_a_course_right_under_a_choice_of_parts_is_no_option():
    wide = ["课程名称", "学分", "总学时", "理论学时", "开课学期"]
    rows = [
        ["专业拓展课(二选一)"],
        ["甲", 2, 32, 16, 4],
        ["方向A 测量"],
        ["乙", 2, 32, 16, 5],
        ["方向B 预算"],
        ["丙", 2, 32, 16, 5],
    ]
    plan = sheet_plan(wide, *rows, merges=("A3:E3", "A5:E5", "A7:E7"))

    assert [(each.choose, each.options) for each in plan.groups] == [(1, ("方向A 测量", "方向B 预算"))]
    assert read(plan, "group") == [("甲", None), ("乙", 1), ("丙", 1)]


# ---- a table of terms


COURSE_ROWS = [
    ["序号", "课程类别", "课程名称", "学分", "总学时", "考核方式"],
    [1, "公共基础课", "思想道德", 2, 32, "考试"],
    [2, "公共基础课", "大学体育与健康", 2, 32, "考查"],
    [3, "公共基础课", "英语", 2, 30, "考试"],
]


def schedule(*rows):
    return plan_of(
        word(
            HEAD[0][0],
            COURSE_ROWS,
            "表2 教学进程表",
            [["序号", "课程名称", "第1学期(16周)", "第2学期(16周)"], *rows],
        )
    )


def test_a_table_of_terms_is_joined_to_the_courses():
    plan = schedule(
        [1, "思想道德", 2, None], [2, "体育", None, 2], [3, "英语", 1, 1], [None, "实习(见表3)", None, "2周"]
    )

    assert read(plan, "semesters", "weekly_hours", "credits") == [
        ("思想道德", (1,), {"1": 200}, 200),
        ("大学体育与健康", (2,), {"2": 200}, 200),
        ("英语", (1, 2), {"1": 100, "2": 100}, 200),
    ]
    guesses = [(each.rule, each.subject, each.taken) for each in plan.guesses]
    assert ("terms-from-another-table", "3", "") in guesses
    assert ("named-otherwise-in-another-table", "体育", "大学体育与健康") in guesses
    assert ("weekly-hours-and-weeks-differ", "英语: 32 ≠ 30", "") in guesses
    assert [(each.rule, each.subject) for each in plan.problems] == [("terms-of-no-course", "实习(见表3)")]


def test_a_table_of_terms_of_other_courses_is_not_read():
    plan = schedule([1, "钳工", 2, None], [2, "焊工", None, 2])

    assert {each.semesters for each in plan.lines} == {()}
    assert "table-of-another-kind" in rules(plan.not_read)


def test_two_tables_of_terms_that_differ_are_a_problem():
    table_of_terms = ["序号", "课程名称", "第1学期", "第2学期"]
    plan = plan_of(
        word(
            HEAD[0][0],
            COURSE_ROWS,
            "表2",
            [table_of_terms, [1, "思想道德", 2, None], [3, "英语", 1, 1]],
            "表3",
            [table_of_terms, [1, "思想道德", None, 2], [3, "英语", 1, 1]],
        )
    )

    assert read(plan, "semesters") == [("思想道德", (1,)), ("大学体育与健康", ()), ("英语", (1, 2))]
    assert [(each.rule, each.subject) for each in plan.problems] == [("terms-differ-in-another-table", "思想道德: 2")]


# ---- signs, letters and names that a note or a heading explains


def signs(heading, *rest):
    return sheet_plan(
        [*SEVEN, heading, None],
        [None, None, None, None, "第1学期", "第2学期"],
        ["公共基础课", "甲", 2, 32, "●", "○"],
        ["公共基础课", "乙", 2, 32, None, "○"],
        *rest,
        merges=("A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2"),
    )


def test_a_heading_over_terms_explains_their_signs():
    plan = signs("考核学期（●考试 ○考查）")

    assert read(plan, "semesters", "assessment") == [
        ("甲", (1, 2), {"1": "EXAM", "2": "CHECK"}),
        ("乙", (2,), {"2": "CHECK"}),
    ]
    assert plan.problems == ()


def test_different_signs_that_nothing_explains_are_a_problem():
    assert [(each.rule, each.subject) for each in signs("开课学期").problems] == [("marks-not-explained", "○、●")]
    assert signs("开课学期", ["注：●为考试，○为考查。"]).problems == ()


def test_two_numbers_of_two_semesters_are_weekly_hours_in_turn():
    plan = sheet_plan(
        [*SEVEN, "周学时", "一", "二"],
        ["公共基础课", "甲", 6, 96, "4/2", "√", "√"],
        ["公共基础课", "乙", 1, 16, "2/8", "√", None],
        ["公共基础课", "丙", 1, 30, "2/8", "√", None],
    )

    assert read(plan, "weekly_hours", "weeks") == [
        ("甲", {"1": 400, "2": 200}, {}),
        ("乙", {"*": 200}, {"1": 800}),
        ("丙", {"*": 200}, {"1": 800}),
    ]
    said = [(each.rule, each.place.row) for each in plan.guesses if each.rule.startswith("weekly-")]
    assert said == [("weekly-hours-in-turn", 3), ("weekly-hours-and-weeks-differ", 5)]


def test_a_remark_says_the_hours_of_each_semester_of_lectures():
    plan = sheet_plan(
        [*SEVEN, "周学时", "一", "二", "备注"],
        ["公共基础课", "甲", 1, 16, "讲座", "√", "√", "每学期8学时"],
        ["公共基础课", "乙", 1, 16, "讲座", "√", "√", None],
    )

    assert [each.semester_hours for each in plan.lines] == [{"1": 8, "2": 8}, {}]
    assert "hours-of-terms-in-a-remark" in rules(plan.guesses)


def test_a_note_says_what_letters_in_the_column_of_modules_stand_for():
    plan = sheet_plan(
        SEVEN,
        ["GB", "甲", 2, 32],
        ["ZX", "乙", 2, 32],
        ["QQ", "丙", 2, 32],
        ["注：1. 类别：GB公共必修课（必修），ZX专业选修课（限选）。"],
    )

    assert read(plan, "path", "nature") == [
        ("甲", ("公共必修课(必修)",), "REQUIRED"),
        ("乙", ("专业选修课(限选)",), "RESTRICTED_ELECTIVE"),
        ("丙", ("QQ",), None),
    ]
    assert {"module-by-a-legend", "module-not-known"} <= rules(plan.guesses)


def test_a_note_explains_the_groups_that_remarks_name():
    names = ["选修组1", "选修组1", "选修组1", "选修组2", "选修组2", "方向A", "方向B", "方向A", "方向B"]
    rows = [["专业选修课", f"课{at}", 2, 32, each] for at, each in enumerate(names, 1)]
    note = "注：选修组1：至少修满4学分；选修组2：二选一；方向A、方向B任选一个方向。"
    plan = sheet_plan([*SEVEN, "备注"], *rows, [note])

    assert [(each.kind, each.choose or each.credits, len(each.options)) for each in plan.groups] == [
        ("CHOOSE_CREDITS", 400, 0),
        ("CHOOSE_ONE", 1, 2),
        ("CHOOSE_ONE", 1, 2),
    ]
    assert [each.group for each in plan.lines] == [1, 1, 1, 2, 2, 3, 3, 3, 3]
    assert rules(plan.guesses) >= {"choice-by-a-note"}


def test_weeks_of_a_course_stay_its_own_where_its_terms_say_theirs():
    """Also where weekly hours times those weeks happen to make the hours."""
    plan = sheet_plan(
        [*SEVEN, "周数", "周学时", "第1学期", "第2学期"],
        ["公共基础课", "甲", 2, 35, 14, 2.5, "1周", None],
        ["公共基础课", "乙", 2, 35, 14, 2.5, "√", None],
    )

    weeks = [(each.name, each.duration_weeks, each.weeks) for each in plan.lines]
    assert weeks == [("甲", 1400, {"1": 100}), ("乙", None, {"1": 1400})]
