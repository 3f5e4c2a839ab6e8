"""Questions on a plan whose lines were corrected: each answer stays with what it was given to."""

from typing import Any

from analysis.training_plans.training_plan import PlanReading
from interchange.standard_imports.import_questions import ImportAnswers
from interchange.standards.corrections.correction import Correction
from interchange.training_plan_imports.plan_questions import PlanQuestions
from interchange.training_plans.corrections.corrected_plans import correct_plans, without_left_out
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plans.made_plans import plans_of

HEADING = ["课程名称", "课程性质", "学分", "总学时", "理论学时", "实践学时", "开课学期"]
HEAD = ["示例职业技术学院软件技术专业（510203）2026级教学进程表"]


def settled(
    rows: list[list[Any]], answers: dict[str, str], *given: Correction, heading: list[str] = HEADING
) -> tuple[PlanReading, ImportAnswers]:
    """The plan after corrections and answers, and what of these is open or unasked."""
    (only,) = correct_plans(plans_of(workbook(SheetOf("教学进程", [HEAD, heading, *rows]))), given)
    asked = ImportAnswers(answers)
    asked.may_be_settled = bool(given)
    plan, _ = without_left_out(only)
    return PlanQuestions(plan, asked, "", only.read_problems).settle_problems(), asked


def natures(plan: PlanReading) -> dict[str, str | None]:
    return {each.name: each.nature for each in plan.lines}


def test_a_question_keeps_its_number_where_a_correction_settles_the_one_before():
    rows = [
        ["网页基础", "甲类", 4, 64, 32, 32, "1"],
        ["网页开发", "乙类", 4, 64, 32, 32, "2"],
        ["数据库", "必修", 4, 64, 32, 32, "3"],
    ]
    answers = {"problem-nature-not-known": "REQUIRED", "problem-nature-not-known-2": "ELECTIVE"}
    plan, asked = settled(rows, answers, Correction("1:1:courseNature", text="REQUIRED"))
    alone, open_answers = settled(
        rows, {"problem-nature-not-known": "REQUIRED"}, Correction("1:1:courseNature", text="REQUIRED")
    )

    assert natures(plan) == {"网页基础": "REQUIRED", "网页开发": "ELECTIVE", "数据库": "REQUIRED"}
    assert asked.unasked() == set()
    assert natures(alone)["网页开发"] is None
    assert "problem-nature-not-known-2" in {each.name for each in open_answers.open}


SIDE_BY_SIDE = ["课程名称", "课程性质", "学分", "总学时", "开课学期"]


def test_courses_side_by_side_have_questions_of_their_own():
    rows = [
        [1, "A1", "甲课", "甲类", 4, 64, "1", 2, "A2", "乙课", "乙类", 2, 32, "2"],
        [3, "A3", "丙课", "必修", 4, 64, "1", 4, "A4", "丁课", "必修", 2, 32, "2"],
    ]
    heading = ["序号", "课程代码", *SIDE_BY_SIDE]
    answers = {"problem-nature-not-known": "REQUIRED", "problem-nature-not-known-2": "ELECTIVE"}

    plan, _ = settled(rows, answers, heading=[*heading, *heading])
    assert natures(plan) == {"甲课": "REQUIRED", "乙课": "ELECTIVE", "丙课": "REQUIRED", "丁课": "REQUIRED"}


def test_courses_of_a_table_on_its_side_have_questions_of_their_own():
    courses = [["甲课", "甲类", 4, 64, "1"], ["乙课", "必修", 2, 32, "2"], ["丙课", "乙类", 2, 32, "2"]]
    turned = [list(each) for each in zip(SIDE_BY_SIDE, *courses, strict=True)]
    (only,) = correct_plans(plans_of(workbook(SheetOf("教学进程", [HEAD, *turned]))), ())
    answers = ImportAnswers({"problem-nature-not-known": "REQUIRED", "problem-nature-not-known-2": "ELECTIVE"})

    plan = PlanQuestions(only.reading, answers, "", only.read_problems).settle_problems()
    assert natures(plan) == {"甲课": "REQUIRED", "乙课": "REQUIRED", "丙课": "ELECTIVE"}


def test_natures_that_are_put_together_are_asked_for_each_text():
    texts = ["必修"] * 2 + ["甲类"] * 5 + ["乙类"] * 3
    rows = [[f"课{at}", text, 2, 32, 16, 16, "1"] for at, text in enumerate(texts)]
    answers = {"problem-nature-not-known": "REQUIRED", "problem-nature-not-known-2": "ELECTIVE"}

    plan, asked = settled(rows, answers)
    assert [each.nature for each in plan.lines] == ["REQUIRED"] * 7 + ["ELECTIVE"] * 3
    assert not any(each.name.startswith("problem-nature") for each in asked.open)
