"""What other parts of a plan say of a line that corrections leave out or change: names that go, guesses that are settled."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from analysis.training_plans.training_plan import PlanReading
from interchange.standards.corrections.correction import Correction
from interchange.training_plans.corrections.corrected_plans import CorrectedPlan, correct_plans, without_left_out
from interchange.training_plans.corrections.settled_guesses import GUESSES_OF_ONE_LINE
from interchange.training_plans.plan_report import message
from interchange.training_plans.plan_rules import RULES
from tests.conftest import ROOT
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plan_imports.made_imports import form
from tests.interchange.training_plans.made_plans import plans_of

COURSES = [
    [1, "B1", "网页基础", "专业基础课程", "必修", 4, 64, 32, 32, None, "1", "考试", "是"],
    [2, "B2", "网页开发", "专业核心课程", "必修", 4, 64, 32, 32, None, "2", "考试", "是", "网页基础、程序设计"],
    [3, "B3", "数据库", "专业核心课程", "必修", 4, 64, 32, 32, None, "2", "考试", "是"],
]
CERTIFICATES = [[1, "Web前端开发", "中级", "3", "示例公司", "网页开发、数据库"]]
LEFT_OUT = ("prerequisite-left-out", "certificate-course-left-out")


def corrected(*given: Correction, courses: list[list[object]] = COURSES) -> CorrectedPlan:
    (only,) = correct_plans(plans_of(form(courses, CERTIFICATES)), given)
    return only


def named(plan: PlanReading) -> list[tuple[str, ...]]:
    return [*(each.prerequisites for each in plan.lines), *(each.courses for each in plan.certificates)]


def said(plan: PlanReading) -> list[tuple[str, str]]:
    return [(each.rule, each.subject) for each in plan.problems if each.rule in LEFT_OUT]


def test_a_course_that_is_left_out_is_named_no_more_and_that_is_a_problem():
    after = corrected(Correction("1:1", removes=True), Correction("1:3", removes=True))
    written, lines = without_left_out(after)

    assert named(written) == [("程序设计",), ("网页开发",)]
    assert said(after.reading) == [
        ("prerequisite-left-out", "网页开发: 网页基础"),
        ("certificate-course-left-out", "Web前端开发: 数据库"),
    ]
    # The line says no longer what the document says.
    assert lines == {1}


def test_a_name_that_another_line_still_has_stays():
    twice = [*COURSES, [4, "B4", "网页 基础", "专业基础课程", "必修", 2, 32, 16, 16, None, "2", "考试", "是"]]
    after = corrected(Correction("1:1", removes=True), courses=twice)

    assert (after.reading.lines[1].prerequisites, said(after.reading)) == (("网页基础", "程序设计"), [])


def test_what_is_corrected_otherwise_names_the_same_courses():
    after = corrected(Correction("1:1:credits", text="3"))

    assert (named(after.reading), said(after.reading)) == (named(corrected().reading), [])


HEADING = ["课程名称", "课程类别", "课程性质", "学分", "总学时", "周学时", "开课学期", "考核"]
HEAD = ["示例职业技术学院软件技术专业（510203）2026级教学进程表"]
ROWS = [
    ["网页基础", "专业基础课程", "必修", 4, 64, "16×4", "1", "考试"],
    ["网页开发（限选）", "专业核心课程", None, 4, 64, "4", "2", "考试"],
]
WEEKLY, NATURE = "weeks-before-weekly-hours", "nature-in-the-name"


@pytest.mark.parametrize(
    ("given", "settled"),
    [
        (Correction("1:1:weeklyHours", text="1: 5"), {WEEKLY}),
        (Correction("1:2:courseNature", text="REQUIRED"), {NATURE}),
        (Correction("1:2", removes=True), {NATURE}),
        (Correction("1:1:courseNature", text="ELECTIVE"), set()),
        (Correction("1:2:weeklyHours", text="1: 5"), set()),
    ],
)
def test_a_guess_about_what_a_person_corrected_is_settled_and_the_others_stay(given, settled):
    read = plans_of(workbook(SheetOf("教学进程", [HEAD, HEADING, *ROWS])))
    (after,) = correct_plans(read, [given])

    guesses = after.reading.guesses
    assert {each.rule for each in guesses if each.is_settled} == settled
    assert [each._replace(is_settled=False) for each in guesses] == [*read[0].guesses]
    assert {WEEKLY, NATURE} <= {each.rule for each in guesses}
    marks = {each.rule for each in guesses if message(each, "zh").endswith("（已更正）")}
    assert marks == {each.rule for each in guesses if message(each, "en").endswith(" (corrected)")} == settled


def test_of_guesses_on_a_whole_column_those_of_corrected_lines_are_set_apart():
    rows = [[f"课{at}", "专业基础课程", "必修", 4, 64, "16×4", "1", "考试"] for at in range(6)]
    read = plans_of(workbook(SheetOf("教学进程", [HEAD, HEADING, *rows])))
    (after,) = correct_plans(read, [Correction("1:2:weeklyHours", text="1: 5")])

    (before,) = [each for each in read[0].guesses if each.rule == WEEKLY]
    own = {each.is_settled: each for each in after.reading.guesses if each.rule == WEEKLY}
    assert (before.taken, own[False].taken) == ("6/6：课0、课1、课2、课3、课4、课5", "5/6：课0、课2、课3、课4、课5")
    assert own[True].place
    assert own[True].place.row == 4


REMARKS = ["课程名称", "课程类别", "课程性质", "学分", "总学时", "开课学期", "备注"]
OF_REMARKS = [
    ["专业实习", "实践性教学环节", "必修", 1, None, "1", "2周"],
    ["网页基础", "专业基础课程", "必修", None, 64, "2", "3学分"],
    ["网页开发", "专业核心课程", "必修", 4, 64, None, "第3学期开设"],
]
TERMS = ["课程名称", "第1学期学分", "第1学期学时", "第2学期学分", "第2学期学时"]


@pytest.mark.parametrize(
    ("rows", "given", "settled"),
    [
        ([REMARKS, *OF_REMARKS], Correction("1:1:durationWeeks", text="1.5"), {"weeks-from-a-remark"}),
        ([REMARKS, *OF_REMARKS], Correction("1:2:credits", text="2"), {"credits-from-a-remark"}),
        ([REMARKS, *OF_REMARKS], Correction("1:3:terms", text="4"), {"semesters-from-a-remark"}),
        ([REMARKS, *OF_REMARKS], Correction("1:3:credits", text="2"), set()),
        ([TERMS, ["网页基础", 2, 32, 2, 36]], Correction("1:1:credits", text="5"), {"credits-of-terms"}),
        ([TERMS, ["网页基础", 2, 32, 2, 36]], Correction("1:1:hours", text="64"), {"hours-of-terms"}),
        (
            [[*TERMS, "学分"], ["网页基础", 2, 32, 2, 36, 3]],
            Correction("1:1:credits", text="4"),
            {"credits-of-terms-differ"},
        ),
    ],
)
def test_a_guess_from_a_remark_or_from_its_terms_is_settled_by_the_value_that_it_gave(rows, given, settled):
    (after,) = correct_plans(plans_of(workbook(SheetOf("教学进程", [HEAD, *rows]))), [given])

    assert {each.rule for each in after.reading.guesses if each.is_settled} == settled


READER = ROOT / "interchange" / "training_plans" / "tables"
# Said of a row that belongs to no line of its own: the rest of a name.
OF_NO_LINE = {"row-continues-on-the-next-page"}


def guesses_in(path: Path) -> Iterator[str]:
    """Give the rules of the guesses that a part of the reader makes of one line."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        is_guess = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "_guess"
        if is_guess or isinstance(node, ast.Yield):
            for each in ast.walk(node):
                if isinstance(each, ast.Constant) and each.value in RULES:
                    yield each.value


def test_each_guess_that_the_reader_makes_of_one_line_says_what_settles_it():
    parts = [READER / "plan_courses.py", *sorted((READER / "lines").glob("plan_row_*.py"))]
    parts += [READER / "lines" / "plan_lines.py", READER / "lines" / "remark_facts.py"]
    made = {rule for each in parts for rule in guesses_in(each)}

    assert len(made) > 30
    assert made - GUESSES_OF_ONE_LINE.keys() == OF_NO_LINE
