"""The form that a college fills in: a workbook that is read back without a guess."""

from collections.abc import Sequence

from interchange.formats.csv_tables import CsvCell
from interchange.formats.sheets import Sheet, SheetColumn
from interchange.formats.workbooks import write_workbook
from interchange.training_plans.form.form_tables import COURSE_OUTCOMES

HEAD_SHEET, COURSE_SHEET, OUTCOME_SHEET = "方案信息", "课程设置", "课程目标"
CERTIFICATE_SHEET, GUIDE_SHEET = "职业技能等级证书", "填写说明"
ROWS = 200
# Labels of the head, and an example for each.
HEAD_LABELS = (
    ("学校名称", "示例职业技术学院"),
    ("专业名称", "软件技术"),
    ("专业代码", "510203"),
    ("适用年级", "2026级"),
    ("培养层次", "高职专科"),
    ("学制", "三年"),
)
_LIST, _HOURS = "请从列表选择", "0 至 2000 的整数"
_COLUMNS = (
    # Without bounds: the heading of a choice stands in its cell.
    SheetColumn(title="序号", width=8),
    SheetColumn(title="课程代码", width=14),
    SheetColumn(title="课程名称", width=30),
    SheetColumn(
        title="课程类别",
        width=18,
        choices=("公共基础课程", "专业基础课程", "专业核心课程", "专业拓展课程", "实践性教学环节"),
        note=_LIST,
    ),
    SheetColumn(title="课程性质", width=10, choices=("必修", "限选", "选修"), note=_LIST),
    SheetColumn(title="学分", width=8, bounds=(0, 60), note="0 至 60，最多两位小数"),
    SheetColumn(title="总学时", width=8, bounds=(0, 2000), is_whole=True, note=_HOURS),
    SheetColumn(title="理论学时", width=10, bounds=(0, 2000), is_whole=True, note=_HOURS),
    SheetColumn(title="实践学时", width=10, bounds=(0, 2000), is_whole=True, note=_HOURS),
    SheetColumn(title="实践周数", width=10, bounds=(0, 60), note="集中安排的周数，如 2 或 0.5，最多两位小数"),
    SheetColumn(title="开课学期", width=12),
    SheetColumn(title="考核方式", width=10, choices=("考试", "考查"), note=_LIST),
    SheetColumn(title="是否计入", width=10, choices=("是", "否"), note="否：只列出，不计入总学时和总学分"),
    SheetColumn(title="先修课程", width=20),
    SheetColumn(title="备注", width=24),
)
_OUTCOME_COLUMNS = tuple(
    SheetColumn(title=title, width=width) for title, width in zip(COURSE_OUTCOMES, (8, 30, 80), strict=True)
)
_CERTIFICATE_COLUMNS = (
    SheetColumn(title="序号", width=8),
    SheetColumn(title="证书名称", width=30),
    SheetColumn(title="等级", width=10, choices=("初级", "中级", "高级"), note=_LIST),
    SheetColumn(title="考试学期", width=12),
    SheetColumn(title="颁证单位", width=30),
    SheetColumn(title="对应课程", width=40),
)
_GUIDE = (
    "本模板填好后运行：oneplusx plan import 文件 --dry-run",
    "一行一门课程；分多个学期开设的课程写一行，开课学期写 1,2 或 1-3。",
    "学时与学分只写数字；集中安排的实践写实践周数（可写 0.5），学时可不写。",
    "选修课须修满若干学分时，在其前加一行，只在第一格写：专业选修课（至少选修4学分）。",
    "若干方向选其一时，在各方向的课程之前各加一行，只在第一格写：A、方向名（二选一）。",
    "课程目标写在“课程目标”工作表，一行一项，课程名称与课程设置一致；有同名课程时，序号写该课程在课程设置中是第几门。",
    "证书写在“职业技能等级证书”工作表；等级为初级、中级或高级。",
)


def write_template() -> bytes:
    """Write the empty form, with an example of the head."""
    return write_plan(HEAD_LABELS, (), ())


def write_plan(
    head: Sequence[tuple[str, str]],
    courses: Sequence[Sequence[CsvCell]],
    certificates: Sequence[Sequence[CsvCell]],
    outcomes: Sequence[Sequence[CsvCell]] = (),
) -> bytes:
    """Write the form with rows of courses, certificates and outcomes in it, in the order of its columns."""
    about = (SheetColumn(title="项目", width=16, is_given=True), SheetColumn(title="内容", width=30))
    sheets = (
        Sheet(name=HEAD_SHEET, columns=about, rows=head),
        Sheet(name=COURSE_SHEET, columns=_COLUMNS, rows=_filled(courses, _COLUMNS), spare=ROWS),
        Sheet(
            name=OUTCOME_SHEET,
            columns=_OUTCOME_COLUMNS,
            rows=_filled(outcomes, _OUTCOME_COLUMNS),
            spare=ROWS,
        ),
        Sheet(
            name=CERTIFICATE_SHEET,
            columns=_CERTIFICATE_COLUMNS,
            rows=_filled(certificates, _CERTIFICATE_COLUMNS),
            spare=ROWS // 10,
        ),
        Sheet(name=GUIDE_SHEET, columns=(SheetColumn(title="填写说明", width=90),), rows=[(each,) for each in _GUIDE]),
    )
    return write_workbook(sheets)


def _filled(rows: Sequence[Sequence[CsvCell]], columns: Sequence[SheetColumn]) -> list[Sequence[CsvCell]]:
    return [[*each, *[None] * (len(columns) - len(each))] for each in rows]
