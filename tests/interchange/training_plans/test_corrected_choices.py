"""What a person says in the report of an import of the choice that a line belongs to."""

from typing import Any

import pytest

from analysis.training_plans.intervals import taken
from analysis.training_plans.plan_content import content_differences
from analysis.training_plans.stored_values import NOWHERE
from analysis.training_plans.training_plan import PlanReading
from interchange.standards.corrections.correction import Correction
from interchange.standards.corrections.correction_errors import CorrectionError
from interchange.training_plans.corrections.corrected_plans import correct_plans, without_left_out
from interchange.training_plans.form.plan_export import export_workbook
from interchange.training_plans.plan_report import where
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import plans_of

HEAD = ["示例职业技术学院软件技术专业（510203）2026级教学进程表"]
HEADING = ["课程模块", "课程名称", "课程性质", "学分", "总学时", "开课学期"]
ROWS: list[list[Any]] = [
    ["公共课", "思政", "必修", 3, 48, "1"],
    *(["拓展课（3选2）", name, "选修", number, 32, "3"] for name, number in (("甲课", 2), ("乙课", 3), ("丙课", 4))),
    *(["素质课", name, "选修", 1, 16, "4"] for name in ("书法", "音乐", "舞蹈")),
    ["合计", None, None, 13, None, None],
]
NEW = "素质拓展：选2门"


def corrected(*given: Correction) -> PlanReading:
    (only,) = correct_plans(plans_of(workbook(SheetOf("教学进程", [HEAD, HEADING, *ROWS]))), given)
    return without_left_out(only)[0]


def credits_of(plan: PlanReading) -> tuple[int, int | None]:
    return taken(plan, plan.lines)["credits"]


def shape(plan: PlanReading) -> list[tuple[Any, ...]]:
    return [
        (each.label, each.kind, each.choose, each.credits, [one.name for one in plan.lines if one.group == each.number])
        for each in plan.groups
    ]


def of_lines(text: str, *lines: int) -> list[Correction]:
    return [Correction(f"1:{each}:choice", text=text) for each in lines]


def test_three_lines_become_a_new_choice_of_two():
    before, after = corrected(), corrected(*of_lines(NEW, 5, 6, 7))

    assert credits_of(before) == (1100, 1300)
    assert credits_of(after) == (1000, 1200)
    assert shape(after)[1:] == [("素质拓展", "CHOOSE_ONE", 2, None, ["书法", "音乐", "舞蹈"])]
    assert after.groups[1].place == NOWHERE
    assert where(NOWHERE, "zh") == ""


@pytest.mark.parametrize(
    ("text", "credits_taken", "kind"),
    [
        ("素质拓展: 选修2学分", (1000, 1200), "CHOOSE_CREDITS"),
        ("素质拓展：任选其一", (900, 1100), "ALTERNATIVES"),
        ("素质拓展: choose 1", (900, 1100), "CHOOSE_ONE"),
        ("素质拓展: 1 credit", (900, 1100), "CHOOSE_CREDITS"),
    ],
)
def test_a_new_choice_may_be_of_credits_or_of_one_in_either_language(text, credits_taken, kind):
    after = corrected(*of_lines(text, 5, 6, 7))

    assert credits_of(after) == credits_taken
    assert after.groups[1].kind == kind


@pytest.mark.parametrize("label", ["素质拓展：A类", "素质拓展：A类：第2组", "选修：选2门"])
def test_the_name_of_a_new_choice_may_have_colons(label):
    after = corrected(*of_lines(f"{label}：选2门", 5, 6, 7))

    assert shape(after)[1:] == [(label.replace("：", ":"), "CHOOSE_ONE", 2, None, ["书法", "音乐", "舞蹈"])]


def test_a_line_joins_the_choice_that_was_read_and_another_leaves_it():
    joined = corrected(*of_lines("1", 5))
    left = corrected(Correction("1:2:choice", read="1", removes=True))

    assert shape(joined) == [("拓展课", "CHOOSE_ONE", 2, None, ["甲课", "乙课", "丙课", "书法"])]
    assert credits_of(joined) == (300 + 100 + 200 + 200, 300 + 300 + 400 + 200)
    assert shape(left) == [("拓展课", "CHOOSE_ONE", 2, None, ["乙课", "丙课"])]
    assert left.groups[0].options == ("乙课", "丙课")
    assert credits_of(left) == (1500, 1500)


def test_a_choice_that_all_its_lines_leave_is_not_written_and_totals_are_compared_anew():
    gone = corrected(*(Correction(f"1:{each}:choice", removes=True) for each in (2, 3, 4)), *of_lines(NEW, 5, 6, 7))

    assert [(each.number, each.label) for each in gone.groups] == [(1, "素质拓展")]
    assert [each.group for each in gone.lines] == [None] * 4 + [1] * 3
    assert "sum-differs" not in {each.rule for each in corrected().problems}
    (problem,) = [each for each in corrected(*of_lines("1", 5)).problems if each.rule == "sum-differs"]
    assert problem.subject == "合计 学分 13 ≠ 8 … 12"


@pytest.mark.parametrize(
    "text", ["9", "0", "选2门", "素质拓展：选几门", "素质拓展：选0门", "：选2门", "素质拓展：0学分", "：：选2门"]
)
def test_what_states_no_choice_is_refused_and_says_how_to_state_one(text):
    with pytest.raises(CorrectionError, match="选2门, 选4学分 or 任选其一") as caught:
        corrected(*of_lines(text, 5))
    assert "1:5:choice 书法" in caught.value.zh


def test_one_name_has_one_choice_and_what_is_read_stays_no_correction():
    with pytest.raises(CorrectionError, match="another line says otherwise"):
        corrected(*of_lines(NEW, 5), *of_lines("素质拓展：选1门", 6))
    (same,) = correct_plans(plans_of(workbook(SheetOf("教学进程", [HEAD, HEADING, *ROWS]))), of_lines("1", 2))
    assert (same.record, same.lines) == ((), frozenset())


def test_a_line_that_is_taken_out_of_its_choice_may_be_renamed_or_left_out():
    renamed = corrected(Correction("1:2:choice", removes=True), Correction("1:2:name", text="甲课程"))
    left = corrected(Correction("1:2:choice", removes=True), Correction("1:2", removes=True))

    assert renamed.lines[1].name == "甲课程"
    assert [each.name for each in left.lines[:2]] == ["思政", "乙课"]


@pytest.mark.parametrize("text", ["素质拓展：任选其一", "素质拓展：选2门", "素质拓展：选2学分"])
def test_a_choice_that_a_person_makes_is_read_again_from_the_workbook_of_the_plan(text):
    after = corrected(*of_lines(text, 5, 6, 7))
    (again,) = plans_of(export_workbook(after).data)

    assert content_differences(after, again) == []
    assert again.groups[1].options == (("书法", "音乐", "舞蹈") if after.groups[1].kind == "ALTERNATIVES" else ())


def test_the_options_of_alternatives_that_were_read_are_the_lines_that_they_have_now():
    rows = [
        ["公共课", "书法", "选修", 1, 16, "4"],
        *([None, each, None, None, None, None] for each in ("音乐", "舞蹈")),
    ]
    merges = ("A3:A5", "C3:C5", "D3:D5", "E3:E5", "F3:F5")
    read = plans_of(
        workbook(SheetOf("教学进程", [HEAD, HEADING, *rows, ["公共课", "劳动", "选修", 1, 16, "4"]], merges))
    )
    joined, left = (
        without_left_out(correct_plans(read, [given])[0])[0].groups[0].options
        for given in (Correction("1:4:choice", text="1"), Correction("1:3:choice", read="1", removes=True))
    )

    assert [each.options for each in read[0].groups] == [("书法", "音乐", "舞蹈")]
    assert (joined, left) == (("书法", "音乐", "舞蹈", "劳动"), ("书法", "音乐"))


def beyond(plan: PlanReading) -> list[tuple[str, str | None]]:
    return [(each.subject, each.taken) for each in plan.problems if each.rule == "choice-beyond-its-courses"]


@pytest.mark.parametrize(
    ("text", "lines", "offered"),
    [
        ("素质拓展：选9门", (5, 6, 7), "3门"),
        ("素质拓展：选2门", (5,), "1门"),
        ("素质拓展：任选其一", (5,), "1门"),
        ("素质拓展：选20学分", (5, 6, 7), "3学分"),
        ("素质拓展：选2.5学分", (5, 6, 7), "3学分"),
    ],
)
def test_a_choice_of_more_than_its_courses_have_or_make_is_a_problem(text, lines, offered):
    after = corrected(*of_lines(text, *lines))

    assert beyond(after) == [("素质拓展", offered)]
    (problem,) = [each for each in after.problems if each.rule == "choice-beyond-its-courses"]
    assert problem.place == after.lines[4].place


@pytest.mark.parametrize("text", [NEW, "素质拓展：选3门", "素质拓展：选2学分", "素质拓展：任选其一"])
def test_a_choice_that_its_courses_make_is_none(text):
    assert beyond(corrected(*of_lines(text, 5, 6, 7))) == []


def test_a_choice_that_was_read_is_judged_once_its_lines_leave_it():
    one, two = ([Correction(f"1:{each}:choice", removes=True) for each in lines] for lines in ((2,), (2, 3)))

    assert [beyond(corrected(*given)) for given in ([], one, two)] == [[], [], [("拓展课", "1门")]]


def of_directions(**directions: str) -> list[Correction]:
    return [Correction(f"1:{line.removeprefix('l')}:direction", text=text) for line, text in directions.items()]


def test_lines_of_one_direction_are_one_option_and_come_back_from_the_workbook():
    given = [*of_lines("艺术方向：选1门", 5, 6, 7), *of_directions(l5="书画", l6="音舞", l7="音舞")]
    after = corrected(*given)
    (again,) = plans_of(export_workbook(after).data)

    assert after.groups[1].options == ("书画", "音舞")
    assert [each.option for each in after.lines[4:]] == ["书画", "音舞", "音舞"]
    # Of both directions one is taken: one credit, or two.
    assert credits_of(after) == (900, 1200)
    assert content_differences(after, again) == []


def test_directions_of_a_choice_that_was_read_replace_its_options():
    after = corrected(*of_directions(l2="数据方向", l3="数据方向"))
    cleared = corrected(Correction("1:2:direction", read="甲课", removes=True))

    assert after.groups[0].options == ("丙课", "数据方向")
    assert [each.option for each in after.lines[1:4]] == ["数据方向", "数据方向", "丙课"]
    assert cleared.groups[0].options == ("乙课", "丙课")
    assert cleared.lines[1].option is None


def test_a_line_that_changes_its_choice_leaves_its_direction():
    after = corrected(*of_lines("素质拓展：选1门", 2, 5))

    assert [each.option for each in (after.lines[1], after.lines[4])] == [None, None]


def test_a_choice_of_more_than_its_directions_is_a_problem():
    given = [*of_lines("素质拓展：选2门", 5, 6, 7), *of_directions(l5="甲", l6="甲", l7="甲")]

    assert beyond(corrected(*given)) == [("素质拓展", "1门")]


@pytest.mark.parametrize("given", [[], of_lines("素质拓展：选2学分", 5, 6), of_lines("素质拓展：任选其一", 5, 6)])
def test_a_line_outside_a_choice_of_directions_has_none(given):
    with pytest.raises(CorrectionError, match="only a line of a choice") as caught:
        corrected(*given, *of_directions(l5="书画"))
    assert "1:5:direction 书法" in caught.value.zh


def test_the_direction_that_was_read_is_no_correction():
    (same,) = correct_plans(plans_of(workbook(SheetOf("教学进程", [HEAD, HEADING, *ROWS]))), of_directions(l2="甲课"))

    assert (same.record, same.lines) == ((), frozenset())
