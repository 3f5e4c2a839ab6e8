"""One document of a group of majors: what all share stands in the plan of each, and what one alone has in its own."""

from typing import Any

import pytest

from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import plans_of, rules, word

MAJORS = [["专业名称", "专业代码", "学制"], ["制茶", "990011", "三年"], ["茶艺", "990012", "二年"]]
HEADING = ["序号", "课程代码", "课程名称", "学分", "总学时", "学期"]
SHARED: list[list[Any]] = [
    HEADING,
    [1, "A001", "军事理论", 2, 36, 1],
    [2, "A002", "大学英语", 4, 64, 1],
    [3, "A003", "茶文化", 2, 32, 2],
]
MAKING = [
    HEADING,
    [1, "B001", "绿茶加工", 4, 64, 2],
    [2, "B002", "红茶加工", 2, 32, 3],
    [3, "B003", "黑茶加工", 2, 32, 3],
]
SERVING = [HEADING, [1, "C001", "茶席设计", 4, 64, 2]]
SUITS = [
    ["代码", "名称", "适用专业", "学分", "周数", "学时"],
    ["D001", "认识实习", "群内各专业", 1, 1, 24],
    ["D002", "制茶实训", "制茶", 2, 2, 48],
    ["D003", "茶馆实训", "茶艺专业", 2, 2, 48],
]
NOTE = "注：第2～3门为拓展课（选修），任选一门。"
TEXT = "公共基础课程为群内各专业共同必修，其他课程分专业设置。"


def group_of(*tables, title="制茶专业群人才培养方案"):
    return plans_of(word("示例职业技术学院", title, "（2026级）", MAJORS, TEXT, *tables))


def read_group():
    return group_of(
        "表1 公共基础课程（制茶、茶艺共同开设）",
        SHARED,
        "表2-1 制茶专业课程",
        MAKING,
        NOTE,
        "表2-2 茶艺专业课程",
        SERVING,
        "表3 实践环节",
        SUITS,
        [
            ["证书名称", "等级", "专业"],
            ["示例制茶", "中级", "制茶"],
            ["示例茶艺", "初级", "茶艺"],
            ["示例营销", "初级", "均可"],
        ],
    )


def test_each_major_has_the_shared_tables_and_its_own():
    making, serving = read_group()

    assert [(each.head.major_name, each.head.major_code, each.head.duration_years) for each in (making, serving)] == [
        ("制茶", "990011", 3),
        ("茶艺", "990012", 2),
    ]
    shared = ["军事理论", "大学英语", "茶文化"]
    own = ["绿茶加工", "红茶加工", "黑茶加工"]
    assert [each.name for each in making.lines] == [*shared, *own, "认识实习", "制茶实训"]
    assert [each.name for each in serving.lines] == [*shared, "茶席设计", "认识实习", "茶馆实训"]
    assert [each.taken for each in making.guesses if each.rule == "plan-of-a-group"] == ["制茶"]
    assert [[each.name for each in plan.certificates] for plan in (making, serving)] == [
        ["示例制茶", "示例营销"],
        ["示例茶艺", "示例营销"],
    ]
    assert making.lines[-1].remark == "制茶"
    assert making.lines[3].path == ("制茶专业课程",)


def test_a_note_that_counts_courses_is_about_the_table_above_it():
    making, serving = read_group()

    assert [(each.kind, each.choose, each.options) for each in making.groups] == [
        ("CHOOSE_ONE", 1, ("红茶加工", "黑茶加工"))
    ]
    assert {each.nature for each in making.lines if each.group} == {"ELECTIVE"}
    assert not serving.groups
    assert "quota-of-a-note-not-read" not in rules(serving.problems)


def test_a_sentence_says_the_nature_of_a_module():
    making, _ = read_group()

    assert [each.nature for each in making.lines[:4]] == ["REQUIRED"] * 3 + [None]
    assert [each.subject for each in making.guesses if each.rule == "nature-by-a-text"] == ["公共基础课程"]


@pytest.mark.parametrize(
    "text",
    ["公共基础课程分为必修课和选修课。", "公共基础课程中的军事理论为必修。", "公共基础课程为必修课程和选修课程。"],
)
def test_a_sentence_about_parts_of_a_module_says_nothing_of_all(text):
    (plan,) = plans_of(word("示例职业技术学院", "制茶专业人才培养方案", text, "表1 公共基础课程", SHARED))

    assert {each.nature for each in plan.lines} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "对口单招学生，公共基础课程为选修课程。",
        "中外合作办学班：公共基础课程为必修。",
        "公共基础课程为选修，仅限对口单招学生。",
        "公共基础课程为必修，退役士兵学生除外。",
    ],
)
def test_a_sentence_about_some_students_says_nothing_of_all(text):
    (plan,) = plans_of(word("示例职业技术学院", "制茶专业人才培养方案", text, "表1 公共基础课程", SHARED))

    assert {each.nature for each in plan.lines} == {None}
    assert "nature-by-a-text" not in rules(plan.guesses)


@pytest.mark.parametrize(
    "text",
    [
        "注：公共基础课程为必修。",
        "专业核心课程为必修，公共基础课程均为必修课，由教务处安排。",
        "按“平台共享”构建课程体系：公共基础课程为群内各专业共同必修，其他课程分专业设置。",
    ],
)
def test_a_sentence_may_state_the_natures_of_modules_one_after_the_other(text):
    (plan,) = plans_of(word("示例职业技术学院", "制茶专业人才培养方案", text, "表1 公共基础课程", SHARED))

    assert {each.nature for each in plan.lines} == {"REQUIRED"}


def test_majors_that_a_plan_names_without_tables_of_their_own_part_nothing():
    (plan,) = plans_of(
        word(
            "示例职业技术学院",
            "制茶专业人才培养方案",
            "接续专业如下：",
            MAJORS,
            "表1 制茶专业课程",
            MAKING,
            "表2 公共基础课程",
            SHARED,
        )
    )

    assert len(plan.lines) == 6
    assert "plan-of-a-group" not in rules(plan.guesses)


def test_a_name_within_another_name_is_not_that_major():
    majors = [MAJORS[0], ["药学", "990021", "三年"], ["中药学", "990022", "三年"]]
    one, other = plans_of(
        word(
            "药学专业群人才培养方案",
            majors,
            "表1 药学专业群平台课程",
            SHARED,
            "表2 药学专业课程",
            MAKING,
            "表3 中药学专业课程",
            SERVING,
        )
    )

    assert [len(each.lines) for each in (one, other)] == [6, 4]


def test_a_remark_that_is_a_nature_is_that_of_the_course():
    rows = [
        [*HEADING, "备注"],
        *([*each, said] for each, said in zip(SHARED[1:], ("限选", "必修课", "非限选"), strict=True)),
    ]
    (plan,) = plans_of(word("制茶专业人才培养方案", "表1 课程", rows))

    assert [each.nature for each in plan.lines] == ["RESTRICTED_ELECTIVE", "REQUIRED", None]


def test_plans_that_follow_each_other_below_a_list_of_majors_keep_their_own_tables():
    weeks = [["学期", "课堂教学", "考试", "合计"], ["一", 16, 1, 17], ["二", 17, 1, 18]]
    others = [weeks[0], ["一", 15, 1, 16], ["二", 14, 1, 15]]
    making, serving = plans_of(
        word(
            "2026级专业人才培养方案汇编",
            MAJORS,
            "制茶专业人才培养方案",
            "表1 制茶专业教学进程表",
            MAKING,
            "表2 教学周数表",
            weeks,
            "茶艺专业人才培养方案",
            "表1 茶艺专业教学进程表",
            SERVING,
            "表2 教学周数表",
            others,
        )
    )

    assert [len(each.lines) for each in (making, serving)] == [3, 1]
    assert [[row.weeks["课堂教学"] for row in plan.weeks] for plan in (making, serving)] == [[1600, 1700], [1500, 1400]]


# ---- documents that are read as they stand: which tables are of which major is not known

PHARMACY = [MAJORS[0], ["药学", "990021", "三年"], ["护理", "990023", "三年"]]
CHINESE_PHARMACY = ["中药学", "990022", "三年"]


def names_of(plans):
    return [[line.name for line in each.lines] for each in plans]


def own_names(*tables):
    return [row[2] for rows in tables for row in rows[1:]]


def test_a_document_that_its_own_titles_part_is_read_once():
    plans = plans_of(
        word(
            "示例职业技术学院2026级人才培养方案汇编",
            PHARMACY,
            "药学专业人才培养方案",
            "附表1 药学专业教学进程表",
            MAKING,
            "附表2 专业选修课一览表",
            SHARED,
            "护理专业人才培养方案",
            "附表1 护理专业教学进程表",
            SERVING,
            "附表2 专业选修课一览表",
            SUITS,
        )
    )

    assert names_of(plans) == [own_names(MAKING, SHARED), ["茶席设计", "认识实习", "制茶实训", "茶馆实训"]]


def test_sheets_that_follow_the_plan_of_a_major_stay_with_it():
    def plan_sheet(major, rows):
        return SheetOf(major, [[f"示例职业技术学院2026级{major}专业人才培养方案"], *rows])

    plans = plans_of(
        workbook(
            SheetOf("专业一览", PHARMACY),
            plan_sheet("药学", MAKING),
            SheetOf("药学选修课", SHARED),
            plan_sheet("护理", SERVING),
            SheetOf("护理选修课", SUITS),
        )
    )

    assert names_of(plans) == [own_names(MAKING, SHARED), ["茶席设计", "认识实习", "制茶实训", "茶馆实训"]]


def test_a_table_that_several_majors_share_is_in_the_plan_of_each_of_them():
    tables = ("附表1 药学专业课程", MAKING, "附表2 护理专业课程", SERVING)
    plans = group_of_pharmacy(*tables, "附表3 护理、药学专业共享课", SHARED)
    own = [own_names(MAKING), own_names(SERVING), own_names(SUITED)]

    assert names_of(plans) == [[*each, *own_names(SHARED)] for each in own[:2]]
    plans = group_of_pharmacy(
        *tables,
        "附表3 中药学专业课程",
        SUITED,
        "附表4 护理、药学专业共享课",
        SHARED,
        majors=[*PHARMACY, CHINESE_PHARMACY],
    )
    assert names_of(plans) == [*([*each, *own_names(SHARED)] for each in own[:2]), own[2]]


SUITED = [HEADING, [1, "E001", "中药炮制", 4, 64, 2]]


def group_of_pharmacy(*tables, majors=PHARMACY):
    return plans_of(word("药学专业群人才培养方案", majors, *tables))


@pytest.mark.parametrize(
    ("majors", "captions"),
    [
        # Whether a table that names a major without 专业 is of that major alone is not known.
        ([*PHARMACY, CHINESE_PHARMACY], ("附表1 药学专业课程", "附表2 护理专业课程", "附表3 中药学课程")),
        (PHARMACY, ("附表1 药学专业课程", "附表2 护理专业课程", "附表3 基础护理课程")),
        (PHARMACY, ("附表1 药学专业课程", "附表2 中药学专业课程", "附表3 护理专业课程")),
        # A major of the list has no table of its own.
        ([*PHARMACY, CHINESE_PHARMACY], ("附表1 药学专业课程", "附表2 护理专业课程", "附表3 公共课程")),
        # A table after that of one major says not whether it goes with it.
        (PHARMACY, ("附表1 药学专业课程", "附表2 选修课一览表", "附表3 护理专业课程")),
    ],
)
def test_a_table_whose_major_is_not_known_leaves_one_plan(majors, captions):
    tables = [each for pair in zip(captions, (MAKING, SERVING, SUITED), strict=True) for each in pair]
    (plan,) = group_of_pharmacy(*tables, majors=majors)

    assert names_of([plan]) == [own_names(MAKING, SERVING, SUITED)]
    assert "plan-of-a-group" not in rules(plan.guesses)


@pytest.mark.parametrize("caption", ["护理专业选修课", "中药学选修课"])
def test_a_line_right_above_a_table_that_names_another_major_leaves_one_plan(caption):
    (plan,) = group_of_pharmacy("附表1 护理专业课程", MAKING, "附表2 药学专业课程", SERVING, caption, SUITED)

    assert names_of([plan]) == [own_names(MAKING, SERVING, SUITED)]
