"""What notes below a table say of its rows: which signs mark core courses, and how many courses are chosen."""

import pytest

from tests.interchange.training_plans.made_plans import sheet_plan

HEADING = ["序号", "课程名称", "学分", "总学时"]


def plan_with_notes(*notes, names=("甲", "乙", "丙", "丁"), numbers=range(1, 100)):
    rows = [[number, name, 2, 32] for number, name in zip(numbers, names, strict=False)]
    return sheet_plan(HEADING, *rows, *([each] for each in notes))


def names(plan):
    return [(each.name, each.module) for each in plan.lines]


@pytest.mark.parametrize("written", ["甲#", "甲（#）", "#甲", "甲＃"])
def test_a_note_explains_the_number_sign_as_the_mark_of_core_courses(written):
    plan = plan_with_notes("注：名称带“#”的为专业核心课程。", names=(written, "C#程序设计", "程序设计C#", "设计（C#）"))

    assert names(plan) == [("甲", "CORE"), ("C#程序设计", None), ("程序设计C#", None), ("设计（C#）", None)]
    assert "asterisk-after-a-name" not in {each.rule for each in plan.guesses}


@pytest.mark.parametrize("written", ["甲#", "甲（#）", "甲*", "甲⊕", "✦甲", "甲†", "甲^"])
def test_a_sign_that_no_note_explains_stays_and_is_said(written):
    plan = plan_with_notes(names=(written, "程序设计C#", "C++", "英语Ⅱ"))

    assert [each.name for each in plan.lines] == [written, "程序设计C#", "C++", "英语Ⅱ"]
    assert [each.subject for each in plan.guesses if each.rule == "asterisk-after-a-name"] == [written]


# ---- choices by the numbers of rows


def choices(plan):
    return [(each.kind, each.choose, each.credits, members(plan, each.number)) for each in plan.groups]


def members(plan, number):
    return [each.name for each in plan.lines if each.group == number]


@pytest.mark.parametrize(
    ("note", "choice"),
    [
        ("序号1、2、3三门课程限选2门", ("CHOOSE_ONE", 2, None, ["甲", "乙", "丙"])),
        ("序号2～4三门课程任选1门", ("CHOOSE_ONE", 1, None, ["乙", "丙", "丁"])),
        ("序号为 1、 4 的课程二选一", ("CHOOSE_ONE", 1, None, ["甲", "丁"])),
        ("序号1-2和4至少选修4学分", ("CHOOSE_CREDITS", None, 400, ["甲", "乙", "丁"])),
    ],
)
def test_a_note_names_the_courses_of_a_choice_by_the_numbers_of_their_rows(note, choice):
    plan = plan_with_notes("注：1．考查课不计等级。", f"2．{note}；其余课程均为必修。")

    assert choices(plan) == [choice]
    assert (plan.problems, [each.rule for each in plan.guesses]) == ((), ["choice-by-a-note"])


@pytest.mark.parametrize(
    ("note", "numbers"),
    [
        ("注：序号1、2、3四门课程限选2门。", range(1, 100)),
        ("注：序号7、8任选1门。", range(1, 100)),
        ("注：序号1、2任选1门。", (1, 2, 1, 2)),
        ("注：序号1、2限选2门。", range(1, 100)),
    ],
)
def test_numbers_that_no_choice_fits_are_a_problem(note, numbers):
    plan = plan_with_notes(note, numbers=numbers)

    assert choices(plan) == []
    assert [each.subject for each in plan.problems if each.rule == "quota-of-a-note-not-read"] == [note[2:-1]]


def test_a_note_repeats_the_choice_that_remarks_state():
    heading = [*HEADING, "备注"]
    rows = [[1, "甲", 2, 32, "二选一"], [2, "乙", 2, 32, "二选一"], [3, "丙", 2, 32, None]]
    same = sheet_plan(heading, *rows, ["注：序号1、2任选1门。"])
    other = sheet_plan(heading, *rows, ["注：序号1、2、3任选1门。"])

    assert (choices(same), same.problems) == ([("CHOOSE_ONE", 1, None, ["甲", "乙"])], ())
    assert [each.rule for each in other.problems] == ["quota-of-a-note-not-read"]


def test_a_note_of_a_choice_that_is_not_found_is_a_problem():
    note = "注：体育类课程三选一。"
    rows = [[1, "甲", 2, 32, "二选一"], [2, "乙", 2, 32, "二选一"]]
    read = sheet_plan([*HEADING, "备注"], *rows, ["注：美育类课程二选一。"])

    assert [(each.rule, each.subject) for each in plan_with_notes(note).problems] == [
        ("quota-of-a-note-not-read", "体育类课程三选一")
    ]
    assert (choices(read), read.problems) == ([("CHOOSE_ONE", 1, None, ["甲", "乙"])], ())


def test_numbered_notes_go_on_until_a_title():
    plan = sheet_plan(
        HEADING,
        ["一、公共基础课程"],
        [1, "甲", 2, 32],
        ["注：1.体育课分项开设"],
        ["2.军事课程任选1门替代。"],
        ["2.专业核心课程"],
        [2, "乙", 2, 32],
        [3, "丙", 2, 32],
    )

    assert [each.text for each in plan.notes] == ["注：1.体育课分项开设", "2.军事课程任选1门替代。"]
    assert (names(plan), plan.groups) == ([("甲", "COMMON"), ("乙", "CORE"), ("丙", "CORE")], ())


# ---- assessments next to names


def assessed(plan):
    return [(each.name, each.assessment, each.remark) for each in plan.lines]


@pytest.mark.parametrize(("sign", "note"), [("▲", "带▲的为考试课"), ("#", "带“#”的课程为考试课"), ("*", "标*为考试课")])
def test_a_note_explains_a_sign_next_to_names_as_how_courses_end(sign, note):
    alone = plan_with_notes(f"注：{note}。", names=(f"甲{sign}", "乙", "程序设计C#"))
    whole = plan_with_notes(f"注：{note}，其余为考查课。", names=(f"甲{sign}", f"乙（{sign}）", "丙"))

    assert assessed(alone) == [("甲", {"*": "EXAM"}, None), ("乙", {}, None), ("程序设计C#", {}, None)]
    assert [(each.name, each.assessment["*"]) for each in whole.lines] == [
        ("甲", "EXAM"),
        ("乙", "EXAM"),
        ("丙", "CHECK"),
    ]
    assert (alone.guesses, alone.problems, whole.guesses) == ((), (), ())


def test_signs_next_to_names_say_nothing_where_a_column_says_how_courses_end():
    rows = [[1, "甲▲", 2, 32, "考查"], [2, "乙", 2, 32, None]]
    plan = sheet_plan([*HEADING, "考核方式"], *rows, ["注：▲为考试课，其余为考查课。"])

    assert assessed(plan) == [("甲", {"*": "CHECK"}, "▲"), ("乙", {}, None)]
    assert [each.rule for each in plan.guesses] == ["signs-next-to-a-name"]


def test_signs_of_two_kinds_next_to_one_name_stay():
    plan = plan_with_notes("注：▲为考试课，△为考查课。", names=("甲▲△", "乙▲"))

    assert assessed(plan) == [("甲", {}, "▲△"), ("乙", {"*": "EXAM"}, None)]


# ---- what no note says


def test_titles_of_natures_next_to_each_other_hold_the_courses_below():
    plan = sheet_plan(HEADING, ["必修课"], [1, "甲", 2, 32], ["选修课程"], [2, "乙", 2, 32], [3, "丙", 2, 32])

    assert [(each.name, each.nature, each.path) for each in plan.lines] == [
        ("甲", "REQUIRED", ("必修课",)),
        ("乙", "ELECTIVE", ("选修课程",)),
        ("丙", "ELECTIVE", ("选修课程",)),
    ]
    assert plan.not_read == ()


def test_a_choice_behind_names_that_makes_no_group_is_said():
    plan = plan_with_notes(names=("甲（二选一）", "乙（二选一）", "丙（上）", "丙（下）"))

    assert [(each.subject, each.taken) for each in plan.problems if each.rule == "choice-not-read"] == [
        ("二选一", "甲（二选一）、乙（二选一）")
    ]


def test_figures_in_brackets_do_not_count_which_is_said_once_of_a_course():
    plan = sheet_plan(HEADING, [1, "甲", 2, 32], [2, "乙", "（2）", "（32）"])

    assert [(each.name, each.credits, each.hours, each.is_counted) for each in plan.lines] == [
        ("甲", 200, 32, True),
        ("乙", 200, 32, False),
    ]
    assert [(each.rule, each.place.row) for each in plan.guesses] == [("figure-in-brackets", 4)]


@pytest.mark.parametrize("written", ["[A0101]数据库", "A0101 数据库", "数据库（A0101）", "A0101\n数据库"])
def test_a_code_next_to_a_name_is_taken_where_no_column_has_codes(written):
    others = ("5G技术", "形势与政策（2024）", "C51单片机", "AutoCAD 2024")
    rows = [[name, 2, 32] for name in (written, *others)]
    plan = sheet_plan(["课程名称（代码）", "学分", "总学时"], *rows)
    own = sheet_plan(["课程代码", "课程名称", "学分", "总学时"], ["B1", written, 2, 32])

    assert [(each.name, each.code) for each in plan.lines] == [("数据库", "A0101"), *((name, None) for name in others)]
    assert {each.english_name for each in plan.lines} == {""}
    assert [(each.rule, each.taken) for each in plan.guesses] == [("code-in-the-name", "A0101")]
    assert [each.code for each in own.lines] == ["B1"]
