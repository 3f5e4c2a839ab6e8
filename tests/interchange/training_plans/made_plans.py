"""Plans of the tests' own making, in layouts that colleges use. Courses, hours and credits are made up."""

from typing import Any

from interchange.training_plans.plan_reading import read_training_plans
from tests.interchange.documents.made_documents import FONT, cell, docx, paragraph, pdf, read_here, table
from tests.interchange.documents.made_workbooks import SheetOf, workbook

HEAD = [["示例职业技术学院网页技术专业（990001）2025级教学进程表（三年制高职）"]]
# name, module, nature, credits, hours, theory, practice, semester
COURSES: list[Any] = [
    ("军事理论", "公共基础课程", "必修", 2, 36, 36, 0, 1),
    ("大学英语", "公共基础课程", "必修", 2.5, 40, 30, 10, 2),
    ("美术鉴赏", "公共基础课程", "选修", 1, 16, 16, 0, 3),
    ("网页基础", "专业基础课程", "必修", 4, 64, 32, 32, 1),
    ("网页开发", "专业核心课程", "必修", 6, 96, 40, 56, 3),
]
EXPECTED = [
    ("军事理论", "COMMON", "REQUIRED", 200, 36, 36, 0, (1,)),
    ("大学英语", "COMMON", "REQUIRED", 250, 40, 30, 10, (2,)),
    ("美术鉴赏", "COMMON", "ELECTIVE", 100, 16, 16, 0, (3,)),
    ("网页基础", "FOUNDATION", "REQUIRED", 400, 64, 32, 32, (1,)),
    ("网页开发", "CORE", "REQUIRED", 600, 96, 40, 56, (3,)),
]


def plans_of(data):
    return read_training_plans(read_here(data))


def plan_of(data):
    (plan,) = plans_of(data)
    return plan


def sheet_plan(*rows, merges=(), name="表"):
    """Read the plan of a workbook with one sheet; its rows stand below the head."""
    return plan_of(workbook(SheetOf(name, [*HEAD, *rows], merges)))


def rules(remarks):
    return {each.rule for each in remarks}


def core(plan):
    """The fields of each line that every layout has."""
    return [
        (
            each.name,
            each.module,
            each.nature,
            each.credits,
            each.hours,
            each.theory_hours,
            each.practice_hours,
            each.semesters,
        )
        for each in plan.lines
    ]


def doubts(plan):
    """What was guessed and what is wrong, by rule and subject."""
    return (
        [(each.rule, each.subject) for each in plan.guesses],
        [(each.rule, each.subject) for each in plan.problems],
    )


def flat_rows():
    heading = ["序号", "课程名称", "课程类别", "课程性质", "学分", "总学时", "理论学时", "实践学时", "开课学期"]
    return [*HEAD, heading, *([at, *each] for at, each in enumerate(COURSES, 1))]


def word_table(rows):
    return table(*([cell("" if each is None else str(each)) for each in row] for row in rows))


def word(*parts):
    """A Word file: texts are paragraphs, lists of rows are tables."""
    return docx(*(paragraph(each) if isinstance(each, str) else word_table(each) for each in parts))


def ruled_page(rows, title="", widths=60):
    """A page of a PDF with a title and a ruled table."""

    def draw(canvas):
        canvas.setFont(FONT, 8)
        canvas.drawString(30, 800, title)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                left, bottom = 30 + column * widths, 760 - at * 20
                canvas.rect(left, bottom, widths, 20)
                canvas.drawString(left + 2, bottom + 6, "" if value is None else str(value))

    return draw


def pdf_of(*pages):
    return pdf(*pages)
