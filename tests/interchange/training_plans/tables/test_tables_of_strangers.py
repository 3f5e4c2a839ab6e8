"""Tables next to those of courses, and cells, in forms of colleges that the reader had not seen; each with its like."""

import pytest

from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, doubts, plan_of, rules, sheet_plan, word

TITLE = ("示例职业技术学院", "网页技术专业人才培养方案（2025级）", "专业代码：990001")
COURSES = [["课程名称", "学分", "总学时", "理论学时", "实践学时"], ["网页基础", 4, 64, 32, 32]]

# ---- weeks


def weeks_of(plan):
    return [(each.semester, each.weeks) for each in plan.weeks]


def test_weeks_of_seasons_are_counted_over_the_years_and_summer_terms_are_said():
    plan = plan_of(
        word(
            *TITLE,
            COURSES,
            [
                ["学年", "学期", "课堂教学", "考试", "机动"],
                ["第一学年", "秋", 16, 1, 1],
                ["第一学年", "春", 17, 1, None],
                ["第一学年", "夏", 2, None, None],
                ["第二学年", "秋", 15, 1, 2],
            ],
        )
    )

    assert weeks_of(plan) == [
        (1, {"课堂教学": 1600, "考试": 100, "机动": 100}),
        (2, {"课堂教学": 1700, "考试": 100}),
        (3, {"课堂教学": 1500, "考试": 100, "机动": 200}),
    ]
    assert [(each.rule, each.subject, each.place.row) for each in plan.not_read] == [
        ("summer-weeks-not-kept", "第一学年 夏 2", 4)
    ]
    assert [each.name for each in plan.lines] == ["网页基础"]


@pytest.mark.parametrize("second", ["3", "1"])
def test_weeks_of_the_second_year_whether_its_terms_count_on_or_anew(second):
    rows = [["学年", "学期", "课堂教学", "考试"], ["一", "1", 16, 1], ["一", "2", 17, 1], ["二", second, 15, 1]]
    plan = plan_of(word(*TITLE, COURSES, rows))

    assert [each.semester for each in plan.weeks] == [1, 2, 3]


# ---- certificates

CERTIFICATES = [
    ["序号", "证书名称", "等级", "取证学期", "对应课程"],
    [1, "网页开发职业技能等级证书", "中级", "第4学期末", "网页开发"],
    [2, "示例执业资格证书", "—", "第6学期（毕业当年）", "全部专业核心课"],
    [3, "附表所列其他证书", "初级", "2", "网页基础"],
]


def certificates_of(plan):
    return [(each.name, each.level_text, each.semesters) for each in plan.certificates]


def test_certificates_end_where_another_table_begins_below_them():
    below = [
        [None] * 5,
        ["附表7  学分认定与转换", None, None, None, None],
        ["序号", "成果名称", "级别", "认定学分", "可替换课程"],
        [1, "技能大赛", "二等奖", 4, "网页开发"],
    ]
    sheets = (SheetOf("课程", [*HEAD, *COURSES]), SheetOf("证书", [*CERTIFICATES, *below]))
    plan = plan_of(workbook(*sheets))

    assert certificates_of(plan) == [
        ("网页开发职业技能等级证书", "中级", (4,)),
        ("示例执业资格证书", None, (6,)),
        ("附表所列其他证书", "初级", (2,)),
    ]
    assert [(each.rule, each.subject) for each in plan.not_read] == [("table-of-another-kind", "附表7 学分认定与转换")]


def test_a_table_of_as_many_columns_goes_on_unless_it_has_a_heading_of_its_own():
    more = [["网页开发", 6, 96, 40, 56], ["职业技能等级证书", 2, 32, 0, 32]]
    weeks = [["学期", "课堂教学", "考试", "机动", "合计"], [1, 16, 1, 1, 18], [2, 17, 1, 0, 18]]
    plan = plan_of(word(*TITLE, COURSES, more, weeks))

    assert [each.name for each in plan.lines] == ["网页基础", "网页开发", "职业技能等级证书"]
    assert [each.semester for each in plan.weeks] == [1, 2]


# ---- columns


def test_hours_that_weeks_are_converted_to_and_a_year_with_its_season():
    plan = sheet_plan(
        ["序号", "项目编码", "实践环节名称", "性质", "周数", "学分", "折合学时", "开设时间"],
        [1, "S1", "技能训练", "必修", 2, 2, 112, "第一学年秋"],
        [2, "S2", "认识实习", "必修", 1, 1, 24, "第二学年夏"],
        [3, "S3", "岗位实习", "必修", 18, 18, 432, "第三学年秋、春"],
        [4, "S4", "社会实践", "必修", 2, 1, None, "暑假"],
    )

    assert [(each.hours, each.semesters, each.summer_terms) for each in plan.lines] == [
        (112, (1,), ()),
        (24, (), (4,)),
        (432, (5, 6), ()),
        (None, (), ()),
    ]
    assert ("value-not-read", "暑假") in doubts(plan)[1]


def test_weekly_hours_with_their_first_and_last_week():
    heading = ["学期", "课程名称", "学分", "总学时", "理论学时", "实践学时", "周学时（起止周）", "对接证书/说明"]
    plan = sheet_plan(
        heading,
        ["第1学期", "网页基础", 3, 48, 40, 8, "4（1-12）", "网页开发（中级）"],
        ["第1学期", "专题讲座", 0.5, 8, 8, 0, "讲座", None],
        ["第2学期", "综合实训", 2, 48, 0, 48, "17-18周", None],
        ["第2学期", "岗位实习", 4, 96, 0, 96, "4周", None],
    )

    assert [(each.weekly_hours, each.weeks, each.duration_weeks) for each in plan.lines] == [
        ({"*": 400}, {"1": 1200}, None),
        ({}, {}, None),
        ({}, {}, 200),
        ({}, {}, 400),
    ]
    assert plan.lines[0].remark == "网页开发（中级）"
    assert not rules(plan.problems)


@pytest.mark.parametrize("text", ["4（2-2）", "6（2-4）"])
def test_weekly_hours_with_their_parts_are_not_read_as_weeks(text):
    plan = sheet_plan(["学期", "课程名称", "学分", "总学时", "周学时"], ["1", "网页基础", 4, 64, text])

    assert (plan.lines[0].weekly_hours, plan.lines[0].weeks) == ({}, {})
    assert ("value-not-read", text.replace("（", "(").replace("）", ")")) in doubts(plan)[1]


def pool(*wanted, kinds=("通识选修", "专业选修")):
    heading = ["模块", "课程名称", "学分", "学时", "开课学期", "选课要求"]
    rows = [
        [kinds[0], "艺术鉴赏", 2, 32, "2或3", wanted[0]],
        [kinds[0], "应用写作", 2, 32, "4", wanted[0]],
        [kinds[1], "网页设计", 2, 32, "5～6", wanted[1]],
        [kinds[1], "数据标注", 2, 32, "6", wanted[1]],
    ]
    return sheet_plan(heading, *rows)


def test_what_is_chosen_stands_next_to_the_names_of_modules_that_say_the_nature_too():
    plan = pool("至少选修2学分", "从2门中任选1门（2学分，32学时）")

    assert [(each.path[0], each.nature, each.group) for each in plan.lines] == [
        ("通识选修", "ELECTIVE", 1),
        ("通识选修", "ELECTIVE", 1),
        ("专业选修", "ELECTIVE", 2),
        ("专业选修", "ELECTIVE", 2),
    ]
    assert [(each.kind, each.choose, each.credits) for each in plan.groups] == [
        ("CHOOSE_CREDITS", None, 200),
        ("CHOOSE_ONE", 1, None),
    ]
    assert [(each.semesters, each.alternatives) for each in plan.lines[:3]] == [((), (2, 3)), ((4,), ()), ((5, 6), ())]


def test_natures_below_the_heading_of_modules_are_natures():
    plan = sheet_plan(["模块", "课程名称", "学分"], ["必修", "网页基础", 4], ["任选", "网页欣赏", 2])

    assert [(each.nature, each.module_text) for each in plan.lines] == [("REQUIRED", None), ("ELECTIVE", None)]


def test_courses_of_the_first_sheet_called_an_appendix_leave_no_other_appendix_as_an_offer():
    first = [["附表1  网页技术专业公共课程教学进程表"], *COURSES]
    second = [["附表3  选修课程一览表"], COURSES[0], ["网页欣赏", 2, 32, 16, 16]]
    plan = plan_of(workbook(SheetOf("信息", HEAD), SheetOf("2公共课程", first), SheetOf("4选修课程", second)))

    assert [(each.name, each.is_counted) for each in plan.lines] == [("网页基础", True), ("网页欣赏", True)]


# ---- cells of terms

TERMS = ["课程名称", "学分", "总学时", "第1学期", "第2学期", "第3学期", "第4学期"]


@pytest.mark.parametrize(
    ("text", "hours", "semesters", "by_term"),
    [
        ("每学期8学时，以讲座形式开设", 32, (1, 2, 3, 4), {"1": 8, "2": 8, "3": 8, "4": 8}),
        ("第2—4学期任选，不少于2学分", 32, (2, 3, 4), {}),
        ("第2-3学期每学期16学时", 32, (2, 3), {"2": 16, "3": 16}),
        ("第2—3学期自主选修", 32, (2, 3), {}),
        ("第2～4学期自选", 32, (2, 3, 4), {}),
    ],
)
def test_one_cell_over_terms_that_says_more(text, hours, semesters, by_term):
    plan = sheet_plan(
        TERMS,
        ["专题", 2, hours, text, None, None, None],
        ["网页基础", 4, 64, 4, None, None, None],
        merges=("D3:G3",),
    )

    line = plan.lines[0]
    assert (line.semesters, line.semester_hours) == (semesters, by_term)
    assert line.remark == (text.replace("，", ",") if "，" in text else None)


def test_one_cell_over_terms_that_names_semesters_twice_is_guessed():
    text = "第2学期开设，第3学期考试"
    plan = sheet_plan(TERMS, ["专题", 2, 32, text, None, None, None], merges=("D3:G3",))

    assert "one-cell-over-several-terms" in rules(plan.guesses)


def test_square_brackets_are_hours_of_the_term_and_a_sum_that_differs_is_said():
    plan = sheet_plan(
        TERMS,
        ["军事理论", 2, 36, "[36]", None, None, None],
        ["劳动教育", 1, 16, "[4]", "[4]", "[4]", "[4]"],
        ["网页基础", 4, 64, 4, None, None, None],
        ["网页开发", 4, 64, "[4]", "[4]", None, None],
    )

    assert [each.semester_hours for each in plan.lines[:2]] == [{"1": 36}, {"1": 4, "2": 4, "3": 4, "4": 4}]
    assert [each for each in doubts(plan)[1] if each[0] == "hours-of-terms-do-not-add-up"] == [
        ("hours-of-terms-do-not-add-up", "8 ≠ 64")
    ]
