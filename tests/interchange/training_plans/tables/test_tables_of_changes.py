"""Tables that compare courses before and after a change are no courses of the plan, whatever stands in them."""

import pytest

from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import HEAD, flat_rows, plan_of, rules, word

OWN = ["军事理论", "大学英语", "美术鉴赏", "网页基础", "网页开发"]
SIDEWAYS = [
    ["变更类型", "变更对象", "变更项", "变更前", "变更后"],
    ["调整课程", "甲", "课程名称", "甲", "甲（新）"],
    [None, None, "课程代码", "A1", "A2"],
    [None, None, "学分", 2, 3],
    [None, None, "总学时", 32, 48],
    ["调整课程", "乙", "课程名称", "乙", "乙（新）"],
    [None, None, "课程代码", "B1", "B2"],
    [None, None, "学分", 2, 3],
    [None, None, "总学时", 32, 48],
]
COMPARED = {
    "sideways": SIDEWAYS,
    "former next to present": [
        ["序号", "原课程名称", "原学分", "原学时", "现课程名称", "现学分", "现学时", "原因"],
        [1, "甲", 2, 32, "乙", 3, 48, "合并"],
    ],
    "former next to new": [["原课程", "原学分", "新课程", "新学分", "开课学期"], ["甲", 2, "乙", 3, 1]],
    "figures of both sides": [
        ["序号", "课程名称", "学分（调整前）", "学分（调整后）", "学时", "开课学期"],
        [1, "甲", 2, 3, 48, 1],
    ],
    "two rows of heading": [
        ["序号", "课程名称", "修订前", "修订前", "修订后", "修订后"],
        [None, None, "学分", "总学时", "学分", "总学时"],
        [1, "甲", 2, 32, 3, 48],
    ],
    "a title above": [
        ["课程变动情况表"],
        ["课程名称", "学分", "学时", "变动前学期", "变动后学期"],
        ["甲", 2, 32, 1, 2],
    ],
    "sides as labels of rows": [
        ["类别", "课程名称", "学分", "总学时", "开课学期"],
        ["变更前", "甲", 2, 32, 1],
        ["变更后", "乙", 3, 48, 1],
    ],
}


def names(plan):
    return [each.name for each in plan.lines]


@pytest.mark.parametrize("rows", COMPARED.values(), ids=COMPARED.keys())
def test_a_table_of_changes_is_named_as_not_read(rows):
    files = (
        word(HEAD[0][0], flat_rows()[1:], "课程变更", rows),
        workbook(SheetOf("课程", flat_rows()), SheetOf("变更", rows)),
    )

    for plan in map(plan_of, files):
        assert (names(plan), plan.problems, plan.guesses) == (OWN, (), ())
        assert [(each.rule, each.subject.split()[0]) for each in plan.not_read] == [("table-of-changes", rows[0][0])]


@pytest.mark.parametrize(
    "title", ["变更清单", "变更清单：与上一版本（软件技术2026级）比较", "合规检查", "支撑矩阵2：H 全部"]
)
@pytest.mark.parametrize("rows", [SIDEWAYS[1:], flat_rows()[1:], [["课程名称,学分,总学时"], ["甲,2,32"]]])
def test_a_table_that_says_that_it_was_calculated_is_never_read(title, rows):
    own = [[f"{title}（按各行计算）"], *rows]
    note = [["注：标▲的为考查课，其余为考试课"]]
    files = (
        word(HEAD[0][0], flat_rows()[1:], title, [*own, *note]),
        workbook(SheetOf("课程", flat_rows()), SheetOf(title[:4], [[None], *own, *note])),
    )

    for plan in map(plan_of, files):
        assert (names(plan), plan.problems, plan.guesses, plan.not_read) == (OWN, (), (), ())


def test_changes_below_the_courses_of_a_sheet_are_left_out_alone():
    plan = plan_of(workbook(SheetOf("课程", [*flat_rows(), [None], *COMPARED["former next to present"]])))

    assert (names(plan), rules(plan.not_read), plan.not_read[0].place.row) == (OWN, {"table-of-changes"}, 9)


def test_the_rest_of_a_table_of_changes_on_the_next_page_is_no_course():
    rows = [["序号", "原课程名称", "课程类别", "课程性质", "原学分", "原学时", "现课程名称", "现学分", "现学时"]]
    rest = [[9, "癸", "公共基础课程", "必修", 2, 32, 16, 16, 1]]
    plan = plan_of(word(HEAD[0][0], flat_rows()[1:], "变更", rows, "", rest))

    assert names(plan) == OWN
    assert [each.rule for each in plan.not_read] == ["table-of-changes", "table-of-another-kind"]


# ---- what is no table of changes


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("原课程代码", "A1"),
        ("现代学徒制", "是"),
        ("调整后学期", "2"),
        ("备注", "调整前为2学分，调整后为3学分"),
        ("课前/课后", "课前"),
    ],
)
def test_a_table_of_courses_with_words_of_one_side_is_read(label, value):
    rows = [[*each, label if at == 0 else value] for at, each in enumerate(flat_rows()[1:])]

    assert names(plan_of(word(HEAD[0][0], rows))) == OWN


def test_facts_of_the_plan_before_and_after_a_revision_are_read():
    facts = [["原专业名称", "网页设计", "现专业名称", "网页技术"], ["修订前方案", "2022版", "修订后方案", "2025版"]]
    plan = plan_of(workbook(SheetOf("课程", [*facts, *flat_rows()])))

    assert (names(plan), "table-of-changes" in rules(plan.not_read)) == (OWN, False)
