"""The tables of the form, whatever file they go to, and the headings by which they are known when they come back."""

from collections.abc import Iterable, Sequence

from analysis.code_words import CHOICES
from analysis.training_plans.intervals import WEEKS
from interchange.formats.csv_tables import CsvCell
from interchange.formats.laid_out_tables import FormCell, FormTable

# In a cell of a module or group: none.
NOTHING = "—"

HEAD = ("项目", "内容")
# Where no choices were read: that is not to say that there are none.
NOT_STATED = "未写明"
GROUPS = ("选课组号", "选课方式", "选课组名称", "应选数", "应修学分")
TOTALS = ("合计名称", "合计范围", "所含行号")
NOTES = ("方案说明",)
OUTCOMES = ("毕业要求类别", "毕业要求内容")
COURSE_OUTCOMES = ("序号", "课程名称", "课程目标")
SECTIONS = ("章节标题",)
CERTIFICATES = ("序号", "证书名称", "等级", "考试学期", "颁证单位", "对应课程")

# The college under which a plan is filed, where its document names another.
FILED_LABEL = "归入院校"
HEAD_LABELS = {
    "方案名称": "title",
    "学校名称": "college",
    FILED_LABEL: "filed_college",
    "专业名称": "major_name",
    "专业代码": "major_code",
    "适用年级": "grade",
    "培养层次": "education_level",
    "学制": "duration_years",
    "学习形式": "education_form",
    "每周学时": "hours_per_week",
}
LEVELS = {"BACHELOR": "职业本科", "ASSOCIATE": "高职专科", "SECONDARY": "中职"}
KINDS = {code: words.chinese for code, words in CHOICES.items()}
OUTCOME_KINDS = {"QUALITY": "素质", "KNOWLEDGE": "知识", "ABILITY": "能力"}
FIGURES = {"credits": "学分", "hours": "总学时", "theoryHours": "理论学时", "practiceHours": "实践学时"}
# Of these no column stands where no total has them.
OTHER_FIGURES = {WEEKS: "周数"}
TERM_FIGURES = {"termCredits": "学分", "termHours": "学时", "termWeeklyHours": "周学时"}


def plain_table(
    name: str, heading: Sequence[str], rows: Iterable[Sequence[CsvCell]], widths: Sequence[int], title: str = ""
) -> FormTable:
    """Make a table of one row of heading; a title stands above it over all columns."""
    above = [{0: FormCell(title, columns=len(heading), is_label=True)}] if title else []
    labels = {at: FormCell(each, is_label=True) for at, each in enumerate(heading)}
    body = [{at: FormCell(each) for at, each in enumerate(row) if each not in {None, ""}} for row in rows]
    return FormTable(name, (*above, labels, *body), len(above) + 1, tuple(widths))


def of_hundredths(value: int | None) -> CsvCell:
    """Give hundredths as a number: 2 of 200, 3.5 of 350."""
    if value is None:
        return None
    return value // 100 if value % 100 == 0 else value / 100
