"""Terms in several columns, headings in two lines, and cells over many courses: each read as it is printed, or said."""

import pytest

from interchange.training_plans.tables.headings.plan_legends import note_legend
from interchange.training_plans.tables.plan_words import NUMBERED_NOTE, SOME_OF, title_number
from tests.interchange.training_plans.made_plans import HEAD, plan_of, rules, sheet_plan, word


def read(plan, *fields):
    return [(each.name, *(getattr(each, field) for field in fields)) for each in plan.lines]


@pytest.mark.parametrize("order", [("周学时", "周数"), ("周数", "周学时")])
def test_weeks_and_weekly_hours_have_columns_of_their_own_in_each_term(order):
    def cells(weekly, weeks):
        return [weekly, weeks] if order[0] == "周学时" else [weeks, weekly]

    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "第一学期", None, "第二学期", None],
        [None, None, None, *order, *order],
        ["甲", 3, 48, *cells(4, 12), None, None],
        ["乙", 4, 64, *cells(2, 16), *cells(2, 16)],
        ["实训", 2, 52, None, None, *cells(None, 2)],
        ["实习", 4, 96, None, None, *cells(24, 4)],
        merges=("A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:G2"),
    )

    assert read(plan, "semesters", "weekly_hours", "weeks", "duration_weeks") == [
        ("甲", (1,), {"1": 400}, {"1": 1200}, None),
        ("乙", (1, 2), {"1": 200, "2": 200}, {"1": 1600, "2": 1600}, None),
        ("实训", (2,), {}, {"2": 200}, 200),
        ("实习", (2,), {"2": 2400}, {"2": 400}, 400),
    ]
    assert plan.problems == ()


def test_a_heading_in_two_lines_names_the_term_and_its_weeks():
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "学期及教学周数（表内为周学时）", None, None],
        [None, None, None, "1\n14周", "2\n16周", "3\n实习"],
        ["甲", 3.5, 56, 4, None, None],
        ["乙", 2, 32, None, 2, None],
        merges=("A2:A3", "B2:B3", "C2:C3", "D2:F2"),
    )

    assert read(plan, "semesters", "weekly_hours", "weeks") == [
        ("甲", (1,), {"1": 400}, {"1": 1400}),
        ("乙", (2,), {"2": 200}, {"2": 1600}),
    ]
    assert plan.problems == ()


def test_one_cell_over_the_terms_of_all_courses_is_of_none_of_them():
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "周学时", None, None, None],
        [None, None, None, "一", "二", "三", "四"],
        ["甲", 2, 32, 2, None, "毕业实习（40周）", None],
        ["乙", 2, 32, None, 2, None, None],
        ["丙", 2, 32, None, 2, None, None],
        merges=("A2:A3", "B2:B3", "C2:C3", "D2:G2", "F4:G6"),
    )

    assert read(plan, "semesters") == [("甲", (1,)), ("乙", (2,)), ("丙", (2,))]
    assert [each.subject for each in plan.guesses if each.rule == "cell-over-courses-and-terms"] == ["毕业实习(40周)"]


# ---- bands


BANDS = (
    ["序号", "课程编码", "课程名称", "课程性质", "总学时", "学分"],
    ["一、公共基础课程", None, None, None, 96, 6],
    ["（一）公共必修课", None, None, None, 64, 4],
    [1, "A1", "甲", "必修", 64, 4],
    ["（二）公共选修课（三门中选修一门）", None, None, None, 32, 2],
    *([at, f"A{at}", name, "选修", 32, 2] for at, name in ((2, "乙"), (3, "丙"), (4, "丁"))),
    ["二、专业课程", None, None, None, 128, 8],
    [5, "B1", "戊", "必修", 128, 8],
    ["总计", None, None, None, 224, 14],
)
AREAS = tuple(f"A{row}:D{row}" for row in (3, 4, 6, 10, 12))


def test_a_module_with_its_sums_above_its_courses_is_no_course():
    plan = sheet_plan(*BANDS, merges=AREAS)

    assert [each.name for each in plan.lines] == list("甲乙丙丁戊")
    assert [(each.label, each.stated, each.lines) for each in plan.totals] == [
        ("(一)公共必修课", {"credits": 400, "hours": 64}, (1,)),
        ("(二)公共选修课(三门中选修一门)", {"credits": 200, "hours": 32}, (2, 3, 4)),
        ("一、公共基础课程", {"credits": 600, "hours": 96}, (1, 2, 3, 4)),
        ("总计", {"credits": 1400, "hours": 224}, (1, 2, 3, 4, 5)),
        ("二、专业课程", {"credits": 800, "hours": 128}, (5,)),
    ]
    assert [(each.choose, each.options) for each in plan.groups] == [(1, ("乙", "丙", "丁"))]
    assert plan.problems == ()


def test_sums_above_courses_that_they_do_not_fit_are_problems():
    wrong = [*BANDS[:2], ["（一）公共必修课", None, None, None, 80, 5], *BANDS[3:]]

    assert [(each.rule, each.place.row) for each in sheet_plan(*wrong, merges=AREAS).problems] == [
        ("sum-differs", 4),
        ("sum-differs", 4),
    ]


PLACED = ["序号", "课程名称", "学分", "总学时", "开课学期"]
PLAIN_FIGURES = ["课程类别", "课程名称", "学分", "总学时"]


def test_courses_whose_name_stands_in_two_columns_stay_courses():
    rows = [[1, "思政", 3, 48, 1], ["岗位实习", None, 20, 480, 6], ["毕业设计", None, 6, 144, 6]]
    last = sheet_plan(PLACED, *rows, merges=("A4:B4", "A5:B5"))
    twice = sheet_plan(PLACED, [rows[1][0], None, 6, 144, 5], [2, "毕业设计", 6, 144, 6], merges=("A3:B3",))
    numbered = sheet_plan(
        PLACED[:4], ["六、岗位实习", None, 20, 480], ["七、毕业设计", None, 6, 144], merges=("A3:B3", "A4:B4")
    )

    assert read(last, "credits", "semesters") == [
        ("思政", 300, (1,)),
        ("岗位实习", 2000, (6,)),
        ("毕业设计", 600, (6,)),
    ]
    assert read(twice, "credits") == [("岗位实习", 600), ("毕业设计", 600)]
    assert [each.credits for each in numbered.lines] == [2000, 600]
    assert (last.totals, twice.totals, numbered.totals) == ((), (), ())


def test_a_pool_between_courses_is_no_module_of_those_below_it():
    pool = ["公共选修课", None, 6, 96]
    rows = [["公共基础课", "思政", 3, 48], pool, ["专业核心课", "数据库", 4, 64]]
    plan = sheet_plan(PLAIN_FIGURES, *rows, merges=("A4:B4",))

    assert read(plan, "module", "nature", "path") == [
        ("思政", "COMMON", None, ("公共基础课",)),
        ("公共选修课", "COMMON", "ELECTIVE", ("公共选修课",)),
        ("数据库", "CORE", None, ("专业核心课",)),
    ]


@pytest.mark.parametrize(("count", "is_heading"), [(150, True), (151, False)])
def test_a_module_has_no_more_rows_than_are_summed(count, is_heading):
    rows = [["专业核心课", None, count, 16 * count], *([at, f"课{at}", 1, 16] for at in range(1, count + 1))]
    plan = sheet_plan(PLACED[:4], *rows, merges=("A3:B3",))

    assert (len(plan.lines), len(plan.totals)) == ((count, 1) if is_heading else (count + 1, 0))


def test_a_choice_over_two_columns_is_that_of_the_courses_below_it_where_there_are_some():
    choice = ["公共选修课（三选二）", None, 4, 64]
    offered = [[at, name, 2, 32] for at, name in enumerate("乙丙丁", 2)]
    heading = sheet_plan(PLACED[:4], [1, "甲", 3, 48], choice, *offered, merges=("A4:B4",))
    last = sheet_plan(PLACED[:4], [1, "甲", 3, 48], choice, merges=("A4:B4",))
    rows = [choice, *(["专业核心课", name, 4, 64] for name in "戊己")]
    others = sheet_plan(PLAIN_FIGURES, *rows, merges=("A3:B3",))

    assert [each.name for each in heading.lines] == list("甲乙丙丁")
    assert [(each.choose, each.options) for each in heading.groups] == [(2, ("乙", "丙", "丁"))]
    assert [each.credits for each in last.lines] == [300, 400]
    assert [(each.credits, each.module) for each in others.lines[1:]] == [(400, "CORE"), (400, "CORE")]
    assert (len(others.lines), others.groups) == (3, ())


def test_a_numbered_course_with_a_remark_in_brackets_is_no_module():
    rows = [["一、公共课", None, 3, 48], [1, "甲", 3, 48], ["二、岗位实习（含毕业设计）", None, 20, 480]]
    plan = sheet_plan(PLACED[:4], *rows, ["合计", None, 23, 528], merges=("A3:B3", "A5:B5"))

    assert [each.credits for each in plan.lines] == [300, 2000]


def test_a_module_without_number_has_the_sums_of_the_courses_below_it():
    rows = [["专业核心课", None, 9, 144], [1, "数据库", 4, 64], [2, "网页", 5, 80]]
    rows += [["集中实践环节", None, 20, 480], [3, "岗位实习", 20, 480]]
    plan = sheet_plan(PLACED[:4], *rows, merges=("A3:B3", "A6:B6"))

    assert [each.name for each in plan.lines] == ["数据库", "网页", "岗位实习"]
    assert [(each.label, each.lines) for each in plan.totals] == [
        ("专业核心课", (1, 2)),
        ("集中实践环节", (3,)),
    ]


def test_a_course_that_the_choice_names_besides_is_taken_by_all():
    rows = [*BANDS]
    rows[4] = ["（二）公共选修课（两门中选修一门，另修全院选修课）", None, None, None, 64, 4]
    rows[7] = [4, "A4", "全院选修课", "选修", 32, 2]
    rows[1] = ["一、公共基础课程", None, None, None, 128, 8]
    rows[10] = ["总计", None, None, None, 256, 16]
    plan = sheet_plan(*rows, merges=AREAS)

    assert [(each.choose, each.options) for each in plan.groups] == [(1, ("乙", "丙"))]
    assert {"named-besides-a-choice", "lines-stand-for-pools"} <= rules(plan.guesses)
    assert plan.problems == ()


@pytest.mark.parametrize(
    ("besides", "is_named"),
    [
        ("另修艺术", True),
        ("艺术必修，另须修音乐、艺术", True),
        ("艺术类", False),
        ("另有艺术类讲座", False),
        ("含艺术史", False),
    ],
)
def test_a_choice_names_a_course_besides_by_its_whole_name(besides, is_named):
    module = f"限选课（2选1，{besides}）"
    plan = sheet_plan(PLAIN_FIGURES, *([module, each, 2, 32] for each in ("艺术", "音乐鉴赏", "书法")))

    assert ("named-besides-a-choice" in rules(plan.guesses)) is is_named
    assert ("choice-of-another-number" in rules(plan.problems)) is not is_named


# ---- numbered titles, marks, choices


NUMBERED = (
    ["编号", "课程名称", "学分", "总学时", "备注"],
    ["1 公共基础课程"],
    ["1.1 公共必修课程"],
    ["1.1.1", "甲", 2, 32],
    ["1.2 公共选修课程（选修，2选1）"],
    ["1.2.1", "乙", 2, 32],
    ["1.2.2", "丙", 2, 32],
    ["2 专业课程"],
    ["2.1 专业方向课程（选修，甲、乙两组任选一组）"],
    ["2.1.1", "丁", 2, 32, "甲组"],
    ["2.1.2", "戊", 2, 32],
    ["2.1.3", "己", 2, 32, "乙组"],
    ["2.1.4", "庚", 2, 32],
    ["2.2 专业任选课程（任选，不少于2学分）"],
    ["2.2.1", "辛", 2, 32],
    ["2.2.2", "壬", 2, 32],
)


def test_titles_with_numbers_in_several_levels_open_modules_and_choices():
    titles = tuple(f"A{row}:E{row}" for row in (3, 4, 6, 9, 10, 15))
    plan = sheet_plan(*NUMBERED, merges=(*titles, "E11:E12", "E13:E14"))

    assert read(plan, "module", "nature") == [
        ("甲", "COMMON", "REQUIRED"),
        *((each, "COMMON", "ELECTIVE") for each in "乙丙"),
        *((each, "EXTENSION", "ELECTIVE") for each in "丁戊己庚辛壬"),
    ]
    assert [(each.kind, each.choose, each.credits, each.options) for each in plan.groups] == [
        ("CHOOSE_ONE", 1, None, ("乙", "丙")),
        ("CHOOSE_ONE", 1, None, ("甲组", "乙组")),
        ("CHOOSE_CREDITS", None, 200, ()),
    ]
    assert plan.problems == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [("1 公共课", "d"), ("1.1 公共课", "d."), ("1.1.2 甲", "d.."), ("一、公共课", "、"), ("公共课", "")],
)
def test_the_kind_of_a_number_tells_its_level(text, kind):
    assert title_number(text) == kind
    assert not NUMBERED_NOTE.match("2.4 专业任选课程")


def test_a_note_explains_a_mark_and_what_has_none():
    note = "说明：1.周学时后标*的学期为考试，其余（含实践教学环节）为考查；"

    assert note_legend([note]) == {"*": "EXAM", "": "CHECK", "周": "CHECK"}
    assert note_legend([note.replace("（含实践教学环节）", "")]) == {"*": "EXAM", "": "CHECK"}
    assert note_legend(["其余为考查"]) == {}


def test_a_remark_over_two_directions_names_as_many_as_there_are():
    rows = [["专业方向课", f"{way}方向", f"{way}{at}", "选修", 2, 32, "二选一"] for way in "甲乙" for at in (1, 2, 3)]
    plan = sheet_plan(
        ["课程类别", None, "课程名称", "课程性质", "学分", "总学时", "备注"], *rows, merges=("A2:B2", "A3:A8")
    )

    assert [(each.choose, each.options) for each in plan.groups] == [(1, ("甲方向", "乙方向"))]
    assert plan.problems == ()


@pytest.mark.parametrize(
    ("text", "chosen"), [("三门中选修两门", ("三", "两")), ("4门课程中任选2门", ("4", "2")), ("三选一", ("三", "一"))]
)
def test_words_of_a_choice_between_its_numbers(text, chosen):
    assert SOME_OF.search(text).group(1, 2) == chosen


# ---- appendices and heads


def test_electives_in_an_appendix_count_where_all_courses_stand_in_appendices():
    table = ["课程名称", "学分", "总学时", "开课学期"]
    required = [table, ["甲", 2, 32, 1]]
    electives = [
        ["选修模块", *table],
        ["公共选修课（任选1门）", "乙", 1, 16, 2],
        ["公共选修课（任选1门）", "丙", 1, 16, 2],
    ]
    inside = plan_of(word(HEAD[0][0], "附表1：必修课教学进程表", required, "附表2：选修课教学安排表", electives))
    offered = plan_of(word(HEAD[0][0], "教学进程表", required, "附表2：选修课教学安排表", electives))

    assert [each.is_counted for each in inside.lines] == [True, True, True]
    assert [(each.choose, each.options) for each in inside.groups] == [(1, ("乙", "丙"))]
    assert [each.is_counted for each in offered.lines] == [True, False, False]


def test_the_grade_counts_among_other_facts_of_a_long_line():
    line = "专业代码：530201        年级：2022级        学制：全日制三年        所属系部：金融系        执笔人：某某"

    assert plan_of(word(line, [["课程名称", "学分", "总学时"], ["甲", 2, 32]])).head.grade == "2022级"


# ---- credits of each nature


CREDITS_BY_NATURE = (
    ["课程类别", "课程名称", "课程类型", "学分", None, "学时", None, None, "备注"],
    [None, None, None, "必修", "选修", "总计", "理论", "集中实践", None],
)
MERGES = ("A2:A3", "B2:B3", "C2:C3", "D2:E2", "F2:H2", "I2:I3")


def test_credits_in_a_column_for_each_nature_say_the_nature():
    plan = sheet_plan(
        *CREDITS_BY_NATURE,
        ["公共基础课", "甲", "理论", 3, None, 48, 48, None, None],
        ["公共基础课", "乙", "实践", 2, 0, 56, None, 56, None],
        ["小计", None, None, 5, None, 104, 48, 56, None],
        *(["专业拓展课", *each, None, 2, 32, 32, None, "二选一"] for each in (("丙", "理论"), ("丁", "理实"))),
        ["合计", None, None, 5, 2, 136, 80, 56, None],
        ["总学分", None, None, 7, None, None, None, None, None],
        merges=(*MERGES, "D10:E10"),
    )

    assert read(plan, "credits", "nature", "practice_hours", "path") == [
        ("甲", 300, "REQUIRED", None, ("公共基础课",)),
        ("乙", 200, "REQUIRED", 56, ("公共基础课",)),
        ("丙", 200, "ELECTIVE", None, ("专业拓展课",)),
        ("丁", 200, "ELECTIVE", None, ("专业拓展课",)),
    ]
    assert [(each.label, each.stated.get("credits")) for each in plan.totals] == [
        ("小计", 500),
        ("合计", 700),
        ("总学分", 700),
    ]
    assert [(each.choose, each.options) for each in plan.groups] == [(1, ("丙", "丁"))]
    assert plan.problems == ()


def test_a_course_with_credits_of_both_natures_is_a_problem():
    plan = sheet_plan(*CREDITS_BY_NATURE, ["公共基础课", "甲", "理论", 3, 1, 64, 64, None, None], merges=MERGES)

    assert read(plan, "credits", "nature") == [("甲", 400, None)]
    assert [(each.rule, each.subject) for each in plan.problems] == [("several-natures", "学分/必修、学分/选修")]


def test_one_cell_of_credits_in_the_column_of_a_nature_makes_alternatives():
    plan = sheet_plan(
        *CREDITS_BY_NATURE,
        ["公共基础课", "甲", "理论", 3, None, 48, 48, None, None],
        ["专业拓展课", "乙", "理论", None, 2, 32, 32, None, None],
        ["专业拓展课", "丙", "理论", None, None, None, None, None, None],
        merges=(*MERGES, "E5:E6", "F5:F6", "G5:G6"),
    )

    assert [(each.kind, each.options) for each in plan.groups] == [("ALTERNATIVES", ("乙", "丙"))]
    assert [each.nature for each in plan.lines] == ["REQUIRED", "ELECTIVE", "ELECTIVE"]


@pytest.mark.parametrize("text", ["第1～3学期内完成", "第1-3学期修满", "1～3学期"])
def test_one_cell_over_courses_and_terms_may_name_the_semesters_of_each(text):
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "周学时", None, None, None],
        [None, None, None, "一", "二", "三", "四"],
        *([name, 1, None, text if name == "甲" else None, None, None, None] for name in "甲乙丙"),
        ["丁", 2, 32, None, None, None, 2],
        merges=("A2:A3", "B2:B3", "C2:C3", "D2:G2", "D4:G6"),
    )

    assert read(plan, "semesters", "weekly_hours") == [
        *((name, (1, 2, 3), {}) for name in "甲乙丙"),
        ("丁", (4,), {"4": 200}),
    ]
    assert "cell-over-courses-and-terms" not in rules(plan.guesses)


@pytest.mark.parametrize("parts", [("理论", "实践"), ("理论", "实践", "合计"), ("合计", "理论", "实践")])
def test_credits_of_theory_and_practice_are_no_hours(parts):
    def row(name, *figures):
        credits_of = dict(zip(("理论", "实践", "合计"), figures, strict=True))
        return [name, 64, *(credits_of[each] for each in parts)]

    plan = sheet_plan(
        ["课程名称", "总学时", "学分", *[None] * (len(parts) - 1)],
        [None, None, *parts],
        row("甲", 3, 1, 4),
        row("乙", 2.5, None, 2.5),
        merges=("A2:A3", "B2:B3", "C2:D2" if len(parts) == 2 else "C2:E2"),
    )

    assert read(plan, "credits", "theory_hours", "practice_hours") == [("甲", 400, None, None), ("乙", 250, None, None)]


@pytest.mark.parametrize("text", ["每学期8学时，第1～3学期开设", "第1～3学期，每学期8学时", "每学期8学时（第1-3学期）"])
def test_a_cell_over_terms_says_the_hours_of_each_and_which_they_are(text):
    heading = ["课程类别", "课程名称", "学分", "总学时", *(f"{each}(16周)" for each in range(1, 5)), "考核方式"]
    rows = [["公共基础课", "形势", 1, 24, text, None, None, None, "考查"]]
    rows += [["公共基础课", "体育", 4, 64, 2, 2, None, None, "考查"]]

    plan = sheet_plan(heading, *rows, merges=("E3:H3",))

    line = plan.lines[0]
    assert (line.semesters, line.semester_hours, line.weekly_hours) == ((1, 2, 3), {"1": 8, "2": 8, "3": 8}, {})
    assert plan.problems == ()


@pytest.mark.parametrize("text", ["总8", "总计8学时", "总8课时", "8学时"])
def test_a_cell_says_the_hours_of_its_whole_term(text):
    heading = ["课程类别", "课程名称", "学分", "总学时", *(f"{each}(16周)" for each in range(1, 5)), "考核方式"]
    rows = [["公共基础课", "形势", 1, 16, None, text, text, None, "考查"]]
    rows += [["公共基础课", "体育", 4, 64, 2, 2, None, None, "考查"]]

    plan = sheet_plan(heading, *rows)

    line = plan.lines[0]
    assert (line.semesters, line.semester_hours, line.weekly_hours) == ((2, 3), {"2": 8, "3": 8}, {})
    assert plan.problems == ()


@pytest.mark.parametrize(
    ("hours", "remark", "weeks", "rule"),
    [
        (48, "第3～14周", {"1": 1200}, "weeks-from-a-remark"),
        (48, "第3-14周开设", {"1": 1200}, "weeks-from-a-remark"),
        (56, "第3～14周", {"1": 1400}, None),
        (50, "第3～14周", {"1": 1400}, "weekly-hours-and-weeks-differ"),
    ],
)
def test_a_remark_says_in_which_weeks_a_course_runs(hours, remark, weeks, rule):
    heading = ["课程类别", "课程名称", "学分", "总学时", "1(14周)", "2(16周)", "考核方式", "备注"]
    rows = [["公共基础课", "思政", 3, hours, 4, None, "考试", remark], ["公共基础课", "体育", 4, 60, 2, 2, "考查"]]
    rows += [["公共基础课", name, 2, 32, None, 2, "考查"] for name in ("语文", "历史", "艺术")]

    plan = sheet_plan(heading, *rows)

    said = {each.rule for each in plan.guesses} & {"weeks-from-a-remark", "weekly-hours-and-weeks-differ"}
    assert (plan.lines[0].weeks, said) == (weeks, {rule} if rule else set())
