"""Half weeks in the graph: corrected before they are written, filtered, and read back whole."""

from interchange.standards.corrections.correction import Correction
from interchange.training_plan_imports.confirmed_plans import confirm_plans
from resolvers.stored_training_plans import read_training_plans
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.training_plan_imports.made_imports import PLAN, made_document
from tests.interchange.training_plan_imports.test_imported_reads import ask

TITLE = "示例职业技术学院软件技术专业（510203）2026级教学进程表（三年制高职）"
ROWS = [
    [TITLE],
    ["序号", "课程名称", "课程类别", "课程性质", "学分", "总学时", "周数", "一", "二"],
    [1, "军事技能", "公共基础课程", "必修", 0.5, None, 0.5, "√", None],
    [2, "认识实习", "实践性教学环节", "必修", 1.5, None, None, None, "1.5周"],
    [3, "网页基础", "专业基础课程", "必修", 4, 64, None, 4, None],
]
LINES = "nodes { name durationWeeks termWeeks }"
HALVES = f"{{ planCourses(where: {{durationWeeks: {{lt: 2.5, gt: 0.25}}}}) {{ {LINES} }} }}"


async def test_half_weeks_are_corrected_written_filtered_and_read_as_the_plan_that_was_read(plan_graph):
    document = made_document(workbook(SheetOf("课程", ROWS)))
    corrections = (Correction("1:1:durationWeeks", text="2.25"),)
    corrected = document._replace(corrections=corrections)
    await confirm_plans(plan_graph.database, corrected, {}, plan_graph.reviewer)

    nodes = (await ask(plan_graph.database, HALVES))["planCourses"]["nodes"]
    stored = (await read_training_plans(plan_graph.database.read, [PLAN]))[PLAN]

    assert nodes == [
        {"name": "军事技能", "durationWeeks": 2.25, "termWeeks": []},
        {"name": "认识实习", "durationWeeks": 1.5, "termWeeks": ["2: 1.5"]},
    ]
    read = document.plans[0].lines
    assert [each.duration_weeks for each in stored.lines] == [225, 150, None]
    assert [each.weeks for each in stored.lines] == [each.weeks for each in read]
