"""Choices that stand below a table, in prose, or in one cell over the parts of which one is taken."""

import pytest

from tests.interchange.documents.made_documents import FONT
from tests.interchange.training_plans.made_plans import HEAD, pdf_of, plan_of, ruled_page, rules, sheet_plan, word

HEADING = ["课程类别", "课程性质", "课程名称", "学分", "总学时"]
ARTS = [["公共艺术课程", "限选", "音乐鉴赏", 2, 32], ["公共艺术课程", "限选", "美术鉴赏", 2, 32]]
REQUIRED = ["公共基础课程", "必修", "军事理论", 2, 36]
EXTENSION = [["专业拓展课程", "选修", name, 2, 32] for name in ("无人机测绘", "园林植物", "酒店英语")]
ROWS = [REQUIRED, *ARTS, *EXTENSION]


def groups(plan):
    return [
        (each.choose or each.credits, [line.name for line in plan.lines if line.group == each.number])
        for each in plan.groups
    ]


def both_ways(note, rows=ROWS):
    """The plan of a sheet and of a Word file with a note below the courses."""
    return sheet_plan(HEADING, *rows, [note]), plan_of(word(HEAD[0][0], [HEADING, *rows], note))


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("注：公共艺术课程限选2学分。", (200, ["音乐鉴赏", "美术鉴赏"])),
        ("注：音乐鉴赏、美术鉴赏以上两门任选一门。", (1, ["音乐鉴赏", "美术鉴赏"])),
        ("注：《音乐鉴赏》《美术鉴赏》二选一。", (1, ["音乐鉴赏", "美术鉴赏"])),
        (
            "注：1.军事理论为网络课程。2.无人机测绘、园林植物、酒店英语三门课程任选两门。",
            (2, [each[2] for each in EXTENSION]),
        ),
        ("注：公共艺术课程限选1门。", (1, ["音乐鉴赏", "美术鉴赏"])),
        ("注：学生须在公共艺术课程中任选一门。", (1, ["音乐鉴赏", "美术鉴赏"])),
        ("说明：专业拓展课程3选1。", (1, [each[2] for each in EXTENSION])),
    ],
)
def test_a_note_names_courses_or_a_module_of_which_some_are_chosen(note, expected):
    for plan in both_ways(note):
        assert groups(plan) == [expected]
        assert "choice-by-a-note" in rules(plan.guesses)
        assert "quota-of-a-note-not-read" not in rules(plan.problems)


@pytest.mark.parametrize(
    "note",
    [
        "注：音乐鉴赏、美术鉴赏三门任选一门。",
        "注：公共艺术课程3选1。",
        "注：劳动教育课程任选1门。",
        "注：军事理论任选一门。",
    ],
)
def test_a_note_that_fits_no_courses_is_named(note):
    for plan in both_ways(note):
        assert groups(plan) == []
        assert "quota-of-a-note-not-read" in rules(plan.problems)


def test_a_line_below_courses_is_about_as_many_of_those_above_as_it_says():
    for plan in both_ways("以上两门任选一门", [REQUIRED, EXTENSION[0], *EXTENSION[1:]]):
        assert groups(plan) == [(1, ["园林植物", "酒店英语"])]
        assert plan.groups[0].label == "以上两门任选一门"
        assert [each.taken for each in plan.guesses if each.rule == "choice-of-the-lines-above"] == [
            "园林植物、酒店英语"
        ]


def test_prose_states_a_quota_of_lines_that_the_plan_has():
    plan = plan_of(word(HEAD[0][0], "公共艺术课程学生应至少选修2学分。", [HEADING, *ROWS]))

    assert groups(plan) == [(200, ["音乐鉴赏", "美术鉴赏"])]


def test_electives_that_stand_in_prose_alone_are_named():
    prose = "学生在校期间须修读任选课不少于8学分，由教务处统一开设。"
    without = plan_of(word(HEAD[0][0], [HEADING, REQUIRED], "五、毕业要求", prose))
    with_some = plan_of(word(HEAD[0][0], [HEADING, *ROWS], "五、毕业要求", prose))

    assert [each.taken for each in without.problems if each.rule == "electives-in-prose-alone"] == ["8"]
    assert "electives-in-prose-alone" not in rules(with_some.problems)


@pytest.mark.parametrize(("wanted", "is_said"), [(4, False), (2, False), (6, True)])
def test_credits_that_a_sentence_wants_of_courses_that_it_makes_electives_are_said(wanted, is_said):
    rows = [["课程类别", "课程名称", "学分", "总学时"], ["专业核心课程", "甲", 4, 64], ["专业拓展课程", "乙", 4, 64]]
    plan = plan_of(word(HEAD[0][0], f"其中，专业拓展课程为限选课程，须修满{wanted}学分。", "教学进程表", rows))

    assert plan.lines[1].nature == "RESTRICTED_ELECTIVE"
    taken = [each.taken for each in plan.problems if each.rule == "electives-in-prose-alone"]
    assert taken == ([str(wanted)] if is_said else [])


# ---- one of several parts


def test_one_cell_over_several_modules_says_that_one_of_them_is_taken():
    rows = [
        ["早期发展模块（限选）", "甲", 2, 32, "两个模块任选其一"],
        [None, "乙", 2, 32, None],
        ["社区服务模块（限选）", "丙", 2, 32, None],
        [None, "丁", 3, 48, None],
    ]
    for heading in ("选课要求", "备注"):
        plan = sheet_plan(["模块", "课程名称", "学分", "总学时", heading], *rows, merges=("A3:A4", "A5:A6", "E3:E6"))

        assert groups(plan) == [(1, ["甲", "乙", "丙", "丁"])]
        assert plan.groups[0].options == ("早期发展模块（限选）", "社区服务模块（限选）")


def test_remarks_name_the_groups_of_which_one_is_taken():
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "备注"],
        ["专业拓展课（以下两组任选一组）", None, None, None],
        ["甲", 2, 32, "智能制造组"],
        ["乙", 2, 32, None],
        ["丙", 2, 32, "电力运维组"],
        ["丁", 3, 48, None],
        merges=("A3:D3", "D4:D5", "D6:D7"),
    )

    assert groups(plan) == [(1, ["甲", "乙", "丙", "丁"])]
    assert [each.option for each in plan.lines] == ["智能制造组", "智能制造组", "电力运维组", "电力运维组"]


def test_an_export_that_names_the_module_in_each_row_ends_a_choice_with_its_cells():
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "课程类别", "课程性质", "课程组"],
        ["甲", 1, 16, "公共基础课", "限选", "四史教育（2选1）"],
        ["乙", 1, 16, "公共基础课", "限选", "四史教育（2选1）"],
        ["丙", 4, 64, "公共基础课", "必修", None],
        ["丁", 2, 32, "公共基础课", "必修", None],
    )

    assert groups(plan) == [(1, ["甲", "乙"])]
    assert "choice-of-another-number" not in rules(plan.problems)


def test_the_nature_says_how_many_credits_are_chosen_over_the_end_of_a_page():
    heading = ["课程类别", "课程性质", "课程名称", "学分", "总学时"]
    first = [
        heading,
        ["专业拓展课", "任选（不少于4学分）", "甲", 2, 32],
        ["专业拓展课", "任选（不少于4学分）", "乙", 2, 32],
    ]
    second = [heading, [None, None, "丙", 2, 32], [None, None, "丁", 2, 32]]
    plan = plan_of(pdf_of(ruled_page(first, HEAD[0][0], widths=100), ruled_page(second, widths=100)))

    assert groups(plan) == [(400, ["甲", "乙", "丙", "丁"])]


@pytest.mark.parametrize(
    ("first", "second"),
    [("和茶艺表演任选其一", "和插花艺术任选其一"), ("插花艺术、茶艺表演任选一门", None), (None, "与插花艺术二选一")],
)
def test_a_remark_names_the_courses_to_choose_from(first, second):
    plan = sheet_plan(
        ["课程名称", "学分", "总学时", "备注"],
        ["插花艺术", 2, 32, first],
        ["茶艺表演", 3, 48, second],
        ["劳动教育", 1, 16, None],
    )

    assert groups(plan) == [(1, ["插花艺术", "茶艺表演"])]
    assert "choice-by-a-remark" in rules(plan.guesses)


def test_a_note_names_the_groups_of_which_one_is_taken():
    rows = [["专业选修", name, 2, 32, group] for name, group in zip("甲乙丙丁", "AABB", strict=True)]
    for heading, suffix in (("选课说明", "组"), ("备注", "模块")):
        shown = [[*each[:4], f"{each[4]}{suffix}"] for each in rows]
        note = f"注：A{suffix}与B{suffix}课程，学生任选一{'组' if suffix == '组' else '个模块'}修读。"
        plan = sheet_plan(["课程类别", "课程名称", "学分", "总学时", heading], *shown, [note])

        assert groups(plan) == [(1, ["甲", "乙", "丙", "丁"])]
        assert plan.groups[0].options == (f"A{suffix}", f"B{suffix}")


def test_a_nature_left_of_the_names_goes_on_with_its_choice_where_no_cells_are_merged():
    plan = sheet_plan(
        ["课程性质", "课程名称", "学分", "总学时"],
        ["必修课", "甲", 2, 32],
        [None, "乙", 2, 32],
        ["选修课（选修4学分）", "丙", 2, 32],
        [None, "丁", 2, 32],
        [None, "戊", 2, 32],
    )

    assert [each.nature for each in plan.lines] == ["REQUIRED", "REQUIRED", "ELECTIVE", "ELECTIVE", "ELECTIVE"]
    assert groups(plan) == [(400, ["丙", "丁", "戊"])]
    assert "text-from-the-row-above" in rules(plan.guesses)


def test_a_further_bound_of_a_choice_is_named():
    for text, further in (
        ("公共选修课（至少选修6学分，其中艺术类不少于2学分）", "其中艺术类不少于2学分"),
        ("公共选修课（至少选修6学分）", None),
        ("专业选修课（4选3，第4学期1门、第5学期2门）", "第4学期1门、第5学期2门"),
        ("专业选修课（选修6学分，第4、5学期各选3学分）", "第4、5学期各选3学分"),
        ("专业选修课（第5学期选修6学分）", None),
        ("专业选修课（4选3，第4学期开设）", None),
    ):
        plan = sheet_plan(
            ["课程名称", "学分", "总学时"],
            [text, None, None],
            *([name, 2, 32] for name in ("音乐鉴赏", "美术鉴赏", "数学文化", "科技史")),
            merges=("A3:C3",),
        )

        assert [each.taken for each in plan.guesses if each.rule == "choice-says-more"] == (
            [further] if further else []
        )


# ---- captions


def test_a_caption_below_a_table_is_no_foot_of_the_page_where_its_table_follows():
    heading = ["课程名称", "学分", "总学时", "学期"]

    def page(*parts):
        def draw(canvas):
            canvas.setFont(FONT, 8)
            top = 800
            for part in parts:
                if isinstance(part, str):
                    canvas.drawString(30, top, part)
                    top -= 22
                    continue
                for row in part:
                    for column, value in enumerate(row):
                        canvas.rect(30 + column * 60, top - 14, 60, 20)
                        canvas.drawString(32 + column * 60, top - 8, str(value))
                    top -= 20
                top -= 22

        return draw

    caption = "专业核心课程设置表"
    plan = plan_of(
        pdf_of(
            page(HEAD[0][0], "公共基础课程设置表", [heading, ["甲", 2, 36, 1]], caption, [heading, ["乙", 2, 36, 1]]),
            page(caption, [heading, ["丙", 2, 36, 2], ["丁", 2, 36, 2]]),
        )
    )

    assert [(each.name, each.module) for each in plan.lines] == [
        ("甲", "COMMON"),
        ("乙", "CORE"),
        ("丙", "CORE"),
        ("丁", "CORE"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["以上证书任选一项考取。"],
        ["上述证书学生可任选1项，作为毕业条件之一。"],
        ["以上实习企业由学生任选一家。"],
        ["上述考核方式由教师任选一种。"],
        ["八、毕业要求", "以上两门任选一门"],
    ],
)
def test_a_line_below_a_table_that_speaks_of_something_else_makes_no_choice(lines):
    heading = ["课程类别", "课程名称", "学分", "总学时", "开课学期"]
    rows = [["专业核心课", "数据库", 4, 64, 2], ["专业核心课", "网络", 4, 64, 2]]

    plan = plan_of(word(HEAD[0][0], [heading, *rows], *lines))

    assert (plan.groups, {each.path for each in plan.lines}) == ((), {("专业核心课",)})


def test_a_line_right_below_a_table_chooses_among_its_courses():
    heading = ["课程类别", "课程名称", "学分", "总学时", "开课学期"]
    rows = [["专业拓展课", "数据库", 4, 64, 2], ["专业拓展课", "网络", 4, 64, 2]]

    plan = plan_of(word(HEAD[0][0], [heading, *rows], "以上两门任选一门"))

    assert [(each.kind, each.choose) for each in plan.groups] == [("CHOOSE_ONE", 1)]


@pytest.mark.parametrize(
    "note",
    [
        "注：专业核心课任选一门考取证书。",
        "注：数据库、数据库技术任选一门。",
        "数据库、数据库技术考核时任选一项作为大作业。",
        "对数据库和数据库技术两门课程，学生可选一门作为考证科目。",
        "本专业学生参加竞赛，可在音乐鉴赏、美术鉴赏中任选一门免修。",
    ],
)
def test_what_is_chosen_for_another_aim_or_among_required_courses_is_no_choice(note):
    rows = [["专业核心课", "必修", each, 4, 64] for each in ("数据库", "数据库技术")]

    for plan in both_ways(note, [*rows, *ARTS]):
        assert groups(plan) == []
