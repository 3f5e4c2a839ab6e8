"""A college's table with two columns that no rule knows by their headings."""

from tests.interchange.documents.made_workbooks import SheetOf, workbook

BY_HAND = ["E=theoryHours", "F=practiceHours"]
KEPT = {"在校课时": "theoryHours", "企业课时": "practiceHours"}
FIGURES = [(64, 32, 32)]
COLLEGE, OTHER = "College:示例职业技术学院", "College:别的学院"


def table(year: int = 2026) -> bytes:
    """The table of a grade."""
    rows = [
        [f"示例职业技术学院软件技术专业（510203）{year}级教学进程表（三年制高职）"],
        ["课程类别", "课程名称", "学分", "总学时", "在校课时", "企业课时"],
        ["专业核心课程", "网页开发", 4, 64, 32, 32],
    ]
    return workbook(SheetOf("课程", rows))
