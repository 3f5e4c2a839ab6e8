"""Layouts of plans: wherever a field stands, it is read the same, and each doubt is said."""

from typing import Any

import pytest

from analysis.training_plans.training_plan import Interval
from interchange.training_plans.plan_errors import TrainingPlanNotFoundError
from interchange.training_plans.tables.plan_words import fold
from tests.interchange.documents.made_workbooks import SheetOf, old_workbook, workbook
from tests.interchange.training_plans.made_plans import (
    COURSES,
    EXPECTED,
    HEAD,
    core,
    doubts,
    flat_rows,
    pdf_of,
    plan_of,
    ruled_page,
    word,
)

WEEKS = [16, 18, 18]


def test_a_flat_table_is_read_without_a_doubt():
    plan = plan_of(workbook(SheetOf("课程", flat_rows())))

    assert (core(plan), doubts(plan), plan.not_read) == (EXPECTED, ([], []), ())
    assert plan.head._asdict() == {
        "title": "示例职业技术学院网页技术专业(990001)2025级教学进程表(三年制高职)",
        "college": "示例职业技术学院",
        "major_name": "网页技术",
        "major_code": "990001",
        "grade": "2025级",
        "education_level": "ASSOCIATE",
        "duration_years": 3,
        "education_form": None,
        "hours_per_week": None,
        "filed_college": None,
    }


def test_columns_in_another_order_units_in_headings_and_full_width_digits():
    order = [1, 7, 5, 4, 3, 6, 0, 2]
    heading = [
        "课程性质",
        "开设\n学期",
        "讲 授\n（学时）",
        "学时数（h）",
        "学　分（个）",
        "实训学时",
        "课程名",
        "课程\n模块",
    ]
    wide = str.maketrans("0123456789.", "０１２３４５６７８９．")
    rows = [
        [
            ("" if each is None else str(each).translate(wide))
            for each in (course[at] for at in [2, 7, 5, 4, 3, 6, 0, 1])
        ]
        for course in COURSES
    ]
    plan = plan_of(workbook(SheetOf("课程", [*HEAD, heading, *rows])))

    assert len(order) == len(heading)
    assert (core(plan), doubts(plan)) == (EXPECTED, ([], []))


def classic(first_label="一"):
    """Two rows of heading without merges in the first, modules merged, weekly hours, subtotals, a total, notes."""
    rows = [
        *HEAD,
        ["课程类别", "课程性质", "课程名称", "学分", "学时", None, None, "各学期周学时", None, None],
        [None, None, None, None, "小计", "理论", "实践", first_label, "二", "三"],
        [None, None, None, None, None, None, None, "16周", "18周", "18周"],
    ]
    merges = ["A2:A4", "B2:B4", "C2:C4", "D2:D4", "E2:G2", "H2:J2", "E3:E4", "F3:F4", "G3:G4"]
    for module in dict.fromkeys(each[1] for each in COURSES):
        begin = len(rows) + 1
        part = [each for each in COURSES if each[1] == module]
        for name, _, nature, points, hours, theory, practice, semester in part:
            terms = [hours / WEEKS[semester - 1] if at == semester else None for at in (1, 2, 3)]
            weekly = [each and round(each) for each in terms]
            rows.append([module, nature, name, points, hours, theory, practice, *weekly])
        sums = [sum(each[at] for each in part) for at in (3, 4, 5, 6)]
        rows.append([module, "小 计", None, *sums, None, None, None])
        merges.append(f"A{begin}:A{len(rows)}")
    rows.append(["合　　计", None, None, *[sum(each[at] for each in COURSES) for at in (3, 4, 5, 6)]])
    rows.append(["注：每周按26学时折算。"])
    return SheetOf("进程", rows, (*merges, f"A{len(rows)}:J{len(rows)}"))


def test_headings_in_three_rows_with_merged_modules_and_totals():
    plan = plan_of(workbook(classic()))

    guesses = [("hours-of-other-weeks-than-headings", "32 ≠ 36、…"), ("weeks-by-headings", "16、18、18")]
    assert (core(plan), doubts(plan), plan.not_read) == (EXPECTED, (guesses, []), ())
    assert [(each.weekly_hours, each.weeks) for each in plan.lines] == [
        ({"1": 200}, {"1": 1600}),
        ({"2": 200}, {"2": 1800}),
        ({"3": 100}, {"3": 1800}),
        ({"1": 400}, {"1": 1600}),
        ({"3": 500}, {"3": 1800}),
    ]
    assert [(each.label, each.scope, each.stated["credits"], each.ours["hours"]) for each in plan.totals] == [
        ("小计", "公共基础课程", 550, Interval(92, 92)),
        ("小计", "专业基础课程", 400, Interval(64, 64)),
        ("小计", "专业核心课程", 600, Interval(96, 96)),
        ("合计", None, 1550, Interval(252, 252)),
    ]
    assert ([each.text for each in plan.notes], plan.head.hours_per_week) == (["注：每周按26学时折算。"], 26)


def test_a_wrong_subtotal_is_named_at_its_cell():
    sheet = classic()
    row = next(at for at, each in enumerate(sheet.rows) if "小 计" in each)
    sheet.rows[row][4] += 8
    (problem,) = plan_of(workbook(sheet)).problems

    assert (problem.rule, problem.subject) == ("sum-differs", "小计 学时 100 ≠ 92")
    assert (problem.place.sheet, problem.place.row, problem.place.column) == ("进程", row + 1, 5)


def test_semesters_that_begin_anew_each_year_are_counted_on():
    rows = [
        *HEAD,
        ["课程名称", "学分", "总学时", "第一学年", None, "第二学年", None],
        [None, None, None, "秋", "春", "秋", "春"],
        ["甲", 2, 32, 2, None, None, None],
        ["乙", 4, 64, None, 2, 2, None],
        ["丙", 1, 16, None, None, None, "1"],
    ]
    merges = ("A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2")
    plan = plan_of(workbook(SheetOf("表", rows, merges)))

    assert [(each.name, each.semesters) for each in plan.lines] == [("甲", (1,)), ("乙", (2, 3)), ("丙", (4,))]
    assert [(each.rule, each.taken) for each in plan.guesses] == [
        ("figures-of-terms-by-sums", "WEEKLY"),
        *(("term-by-year", f"TERM {each}") for each in (1, 2, 3, 4)),
    ]


def test_one_sheet_for_each_module_and_an_overview():
    heading = ["课程名称", "学分", "理论/实践学时", "学期1", "学期2", "学期3"]
    sheets = {}
    for name, module, nature, points, _, theory, practice, semester in COURSES:
        title = module.replace("课程", f"{nature}课")
        row = [name, points, f"{theory}/{practice}", *["√" if at == semester else None for at in (1, 2, 3)]]
        sheets.setdefault(title, [heading]).append(row)
    overview = [
        *HEAD,
        ["课程类别", "学时", "学分", "占比(%)"],
        ["公共基础必修课", 76, 4.5, 30],
        ["公共基础选修课", 16, 2, 6],
        ["合 计", 252, 15.5, 100],
    ]
    plan = plan_of(workbook(SheetOf("总览", overview), *(SheetOf(name, rows) for name, rows in sheets.items())))

    assert core(plan) == EXPECTED
    assert doubts(plan) == ([], [("sum-differs", "公共基础选修课 学分 2 ≠ 1")])


def test_modules_as_rows_of_their_own_in_an_old_workbook():
    rows: list[Any] = [*HEAD, ["课程号", "课程名", "学时", "学分", "讲授", "实训", "修读类型", "开设学期"]]
    number = 7
    for module in dict.fromkeys(each[1] for each in COURSES):
        rows.append([f"【{module}】"])
        for name, _, nature, points, hours, theory, practice, semester in (
            each for each in COURSES if each[1] == module
        ):
            number += 1
            rows.append(
                [float(number), f"{name} ", f"{hours} ", points, theory, practice, nature[0], f"第{semester}学期"]
            )
        rows.append([None, "合计", sum(each[4] for each in COURSES if each[1] == module)])
    plan = plan_of(
        old_workbook("Sheet1", rows, merges=tuple((at, at, 0, 7) for at, each in enumerate(rows) if len(each) == 1))
    )

    assert (core(plan), doubts(plan)) == (EXPECTED, ([], []))
    assert [each.code for each in plan.lines] == ["8", "9", "10", "11", "12"]
    assert [(each.scope, each.ours["hours"]) for each in plan.totals] == [
        ("公共基础课程", Interval(92, 92)),
        ("专业基础课程", Interval(64, 64)),
        ("专业核心课程", Interval(96, 96)),
    ]


def test_a_table_of_html_with_rowspans():
    rows = "".join(
        f"<tr>{f'<td rowspan=3>{each[1]}</td>' if at == 0 else '' if at < 3 else f'<td>{each[1]}</td>'}"
        f"<td>{each[0]}<td>{each[2]}<td>{each[3]}<td>{each[4]}<td>{each[5]}<td>{each[6]}<td>{each[7]}</tr>"
        for at, each in enumerate(COURSES)
    )
    labels = ["课程体系", "课程名称", "课程属性", "学分", "总学时", "理论", "实践", "开设学期"]
    page = f"<html><meta charset=gb2312><h2>{HEAD[0][0]}</h2><table><tr><th>{'<th>'.join(labels)}{rows}</table></html>"
    plan = plan_of(page.encode("gbk"))

    assert (core(plan), doubts(plan), plan.head.major_code) == (EXPECTED, ([], []), "990001")


def test_a_word_file_in_two_tables_with_the_heading_in_the_first_only():
    heading, *rows = flat_rows()[1:]
    plan = plan_of(
        word(
            "一、专业名称及代码：网页技术（990001）",
            "二、修业年限：三年（高职专科）",
            [heading, *rows[:2]],
            "续表",
            rows[2:],
        )
    )

    assert core(plan) == EXPECTED
    assert [each.rule for each in plan.guesses] == ["heading-of-the-table-before"]
    assert (plan.head.major_name, plan.head.duration_years, plan.sections) == (
        "网页技术",
        3,
        ("专业名称及代码:网页技术(990001)", "修业年限:三年(高职专科)"),
    )


def test_a_pdf_over_two_pages():
    title, heading, *rows = flat_rows()
    plan = plan_of(pdf_of(ruled_page([heading, *rows[:3]], title[0]), ruled_page(rows[3:])))

    assert core(plan) == EXPECTED
    assert [(each.place.page, each.place.row) for each in plan.lines] == [(1, 2), (1, 3), (1, 4), (2, 1), (2, 2)]


def test_the_module_of_the_row_above_goes_on_where_only_the_first_row_names_it():
    rows = [
        *HEAD,
        ["课程类别", "课程名称", "学分", "学时"],
        ["公共基础课程", "甲", 2, 32],
        [None, "乙", 2, 32],
        ["专业核心课程", "丙", 4, 64],
        [None, "丁", 4, 64],
    ]
    plan = plan_of(workbook(SheetOf("表", rows)))

    assert [each.module for each in plan.lines] == ["COMMON", "COMMON", "CORE", "CORE"]
    assert [(each.rule, each.subject) for each in plan.guesses] == [
        ("module-from-the-row-above", "公共基础课程"),
        ("module-from-the-row-above", "专业核心课程"),
    ]


@pytest.mark.parametrize(
    ("title", "semester"),
    [("第三学期", 3), ("大二秋季学期", 3), ("第二学年第2学期", 4), ("【第6学期课程安排】", 6), ("秋季学期", None)],
)
def test_a_table_for_each_semester_has_it_in_its_title(title, semester):
    plan = plan_of(word(HEAD[0][0], title, [["课程名称", "学分", "总学时"], ["甲", 2, 32]]))

    assert plan.lines[0].semesters == (() if semester is None else (semester,))
    assert [each.rule for each in plan.guesses] == ([] if semester is None else ["semester-from-a-title"])


def test_titles_above_blocks_of_a_sheet_name_their_modules():
    rows = [
        *HEAD,
        ["一、公共基础课"],
        ["课程名称", "学分", "学时"],
        ["甲", 2, 32],
        ["小计", 2, 32],
        [],
        ["二、专业核心课"],
        ["课程名称", "学时", "学分"],
        ["乙", 64, 4],
    ]
    plan = plan_of(workbook(SheetOf("表", rows, ("A2:C2", "A7:C7"))))

    assert [(each.module_text, each.module, each.credits) for each in plan.lines] == [
        ("公共基础课", "COMMON", 200),
        ("专业核心课", "CORE", 400),
    ]
    assert (doubts(plan), plan.totals[0].scope) == (([], []), "公共基础课")


def test_weeks_and_shares_below_the_courses_of_a_sheet_are_tables_of_their_own():
    below = [
        ["①思政课含实践"],
        ["学期", None, "入学教育", "课内教学", "考试"],
        ["一", None, 1, 14, 1],
        ["二", None, 0, 17, 1],
        ["课程类别", None, "学时", "学分", "比例"],
        ["公共基础课程", None, 92, 5.5, "37%"],
        ["合计", None, 252, 15.5, "100%"],
    ]
    rows = [*flat_rows(), *below]
    plan = plan_of(workbook(SheetOf("课程", rows, (f"A{len(rows) - 6}:I{len(rows) - 6}",))))

    assert (core(plan), doubts(plan), plan.not_read) == (EXPECTED, ([], []), ())
    assert [(each.semester, each.weeks["课内教学"]) for each in plan.weeks] == [(1, 1400), (2, 1700)]
    assert [(each.label, each.ours["hours"]) for each in plan.totals] == [
        ("公共基础课程", Interval(92, 92)),
        ("合计", Interval(252, 252)),
    ]
    assert [each.text for each in plan.notes] == ["①思政课含实践"]


def test_a_summer_term_in_a_title_and_natures_that_name_their_module():
    table_of = [["课程属性", "课程名称", "学分", "学时"], ["公必", "甲", 2, 32], ["专必", "乙", 2, 32]]
    plan = plan_of(word(HEAD[0][0], "大一夏季学期", table_of))

    assert [(each.summer_terms, each.semesters, each.module, each.nature) for each in plan.lines] == [
        ((2,), (), "COMMON", "REQUIRED"),
        ((2,), (), None, "REQUIRED"),
    ]
    assert [(each.rule, each.subject) for each in plan.guesses] == [
        ("module-by-a-loose-word", "公必"),
        ("semester-from-a-title", "甲"),
        ("semester-from-a-title", "乙"),
    ]


def test_an_inner_category_of_natures_does_not_take_the_place_of_the_column_of_natures():
    rows = [
        *HEAD,
        ["类别", None, "课程名称", "课程性质", "学分", "学时"],
        ["公共学习领域", "必修课程", "甲", "(必)", 2, 32],
        ["公共学习领域", "选修", "乙", "选", 2, "※"],
    ]
    plan = plan_of(workbook(SheetOf("表", rows, ("A2:B2",))))

    assert [(each.module_text, each.nature_text, each.hours) for each in plan.lines] == [
        ("公共学习领域/必修课程", "(必)", 32),
        ("公共学习领域/选修", "选", 0),
    ]
    assert [(each.rule, each.taken) for each in plan.guesses] == [("sign-for-zero", "0")]


def test_courses_go_on_below_a_table_of_totals():
    heading = ["课程名称", "学分", "总学时"]
    totals = [["课程类别", "学分", "总学时"], ["公共基础课程", 2, 32]]
    rows = [*HEAD, heading, ["甲", 2, 32], *totals, heading, ["乙", 3, 48]]
    plan = plan_of(workbook(SheetOf("表", rows)))

    assert ([each.name for each in plan.lines], [each.label for each in plan.totals]) == (
        ["甲", "乙"],
        ["公共基础课程"],
    )


def test_notes_below_a_table_go_on_in_numbered_lines_and_name_certificates():
    notes = (
        "注：1.每周按24学时计。",
        "2.第4学期考取Web前端开发职业技能等级证书（中级）；“移动应用开发”1+X证书（初级）在第三学期考核。",
        "以上由教务处解释。",
    )
    plan = plan_of(word(HEAD[0][0], flat_rows()[1:], *notes))

    assert [each.text for each in plan.notes] == [fold(each) for each in notes[:2]]
    assert [(each.name, each.level, each.semesters) for each in plan.certificates] == [
        ("Web前端开发", "INTERMEDIATE", (4,)),
        ("移动应用开发", "ELEMENTARY", (3,)),
    ]
    assert [each.rule for each in plan.guesses] == ["certificate-in-a-note", "certificate-in-a-note"]


def test_a_cell_of_many_commas_is_not_split():
    rows = [[HEAD[0][0]], ["课程名称,学分,学时"], ["甲,2,32"], ["," * 5_000], ["乙,3,48" + "," * 300]]
    plan = plan_of(workbook(SheetOf("表", [*HEAD, ["课程名称", "学分", "学时"], ["甲", 2, 32]])))

    assert [each.name for each in plan.lines] == ["甲"]
    with pytest.raises(TrainingPlanNotFoundError):
        plan_of(workbook(SheetOf("表", rows)))


def test_names_of_columns_in_the_last_row_of_a_heading():
    rows = [
        *HEAD,
        [None, None, None, "学时", None, None, "学期及周学时", None, None, None],
        [None, None, None, None, None, None, "第一学年", None, "第二学年", None],
        ["类别", "课程名称", "学分", "总", "理论", "实践", "上", "下", "上", "下"],
        ["公共基础课程", "甲", 4, 64, 32, 32, 4, None, None, None],
        ["公共基础课程", "乙", 2, 32, 16, 16, None, None, 2, None],
    ]
    plan = plan_of(workbook(SheetOf("表", rows, ("D2:F2", "G2:J2", "G3:H3", "I3:J3"))))

    assert [(each.hours, each.theory_hours, each.weekly_hours) for each in plan.lines] == [
        (64, 32, {"1": 400}),
        (32, 16, {"3": 200}),
    ]
    assert (plan.not_read, plan.problems) == ((), ())


def test_weeks_next_to_weekly_hours_are_those_of_the_semester_unless_they_fill_it():
    heading = ["课程名称", "学分", "周数", "周学时", "总学时", "开设学期"]
    rows = [*HEAD, heading, ["高等数学", 4, 16, 4, 64, "一"], ["金工实习", 2, 2, 26, 52, "二"]]
    plan = plan_of(workbook(SheetOf("表", rows)))

    assert [(each.weeks, each.duration_weeks, each.hours) for each in plan.lines] == [
        ({"1": 1600}, None, 64),
        ({}, 200, 52),
    ]


def test_totals_by_nature_in_brackets_and_a_module_whose_name_leaves_open_which_it_is():
    rows = [
        *HEAD,
        ["课程类别", "课程名称", "课程性质", "学分", "学时"],
        ["素质拓展课程", "甲", "必修", 2, 32],
        ["素质拓展课程", "乙", "选修", 1, 16],
        ["小计（必修）", None, None, 2, 32],
        ["小计（选修）", None, None, 1, 16],
    ]
    plan = plan_of(workbook(SheetOf("表", rows, ("A5:C5", "A6:C6"))))

    assert [(each.lines, each.ours["hours"]) for each in plan.totals] == [
        ((1,), Interval(32, 32)),
        ((2,), Interval(16, 16)),
    ]
    assert ({each.module for each in plan.lines}, doubts(plan)) == (
        {"COMMON"},
        ([("module-by-a-loose-word", "素质拓展课程")], []),
    )
