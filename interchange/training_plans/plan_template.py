"""The form that a college fills in: a workbook that is read back without a guess."""

from collections.abc import Sequence
from typing import NamedTuple

from interchange.formats.xlsx_workbook import CellValue, Choice, SheetContent, write_workbook

COURSE_SHEET, CERTIFICATE_SHEET, GUIDE_SHEET = "课程设置", "职业技能等级证书", "填写说明"
# Labels of the head, and an example for each.
HEAD_LABELS = (
    ("学校名称", "示例职业技术学院"),
    ("专业名称", "软件技术"),
    ("专业代码", "510203"),
    ("适用年级", "2026级"),
    ("培养层次", "高职专科"),
    ("学制", "三年"),
)


class _Column(NamedTuple):
    heading: str
    width: int
    hint: str
    values: tuple[str, ...] = ()
    least: str = ""
    most: str = ""
    is_whole: bool = False


_COLUMNS = (
    # Without validation: the heading of a choice stands in its cell.
    _Column("序号", 6, ""),
    _Column("课程代码", 14, ""),
    _Column("课程名称", 32, ""),
    _Column(
        "课程类别",
        18,
        "请从列表选择",
        ("公共基础课程", "专业基础课程", "专业核心课程", "专业拓展课程", "实践性教学环节"),
    ),
    _Column("课程性质", 10, "请从列表选择", ("必修", "限选", "选修")),
    _Column("学分", 8, "0 至 60，最多两位小数", least="0", most="60"),
    _Column("总学时", 8, "0 至 2000 的整数", least="0", most="2000", is_whole=True),
    _Column("理论学时", 10, "0 至 2000 的整数", least="0", most="2000", is_whole=True),
    _Column("实践学时", 10, "0 至 2000 的整数", least="0", most="2000", is_whole=True),
    _Column("实践周数", 10, "集中安排的周数，1 至 60 的整数", least="1", most="60", is_whole=True),
    _Column("开课学期", 12, ""),
    _Column("考核方式", 10, "请从列表选择", ("考试", "考查")),
    _Column("先修课程", 20, ""),
    _Column("备注", 24, ""),
)
_TEXT_COLUMNS = (1, 10)
ROWS = 200
_CERTIFICATE_COLUMNS = ("序号", "证书名称", "等级", "考试学期", "颁证单位", "对应课程")
_GUIDE = (
    ("本模板可直接导入：oneplusx plan import 文件 --dry-run",),
    ("一行一门课程；分多个学期开设的课程写一行，开课学期写 1,2 或 1-3。",),
    ("学时与学分只写数字；集中安排的实践写实践周数，学时可不写。",),
    ("选修课须修满若干学分时，在其前加一行，只在第一格写：专业选修课（至少选修4学分）。",),
    ("不计入总学时的课程，学分与学时写在括号内：(1)、(16)。",),
    ("证书写在第二张工作表；等级为初级、中级或高级。",),
)


def write_template() -> bytes:
    """Write the empty form."""
    return write_plan(HEAD_LABELS, (), ())


def write_plan(
    head: Sequence[tuple[str, str]], courses: Sequence[Sequence[CellValue]], certificates: Sequence[Sequence[CellValue]]
) -> bytes:
    """Write the form with rows of courses and certificates in it, in the order of its columns."""
    rows: list[Sequence[CellValue]] = [*head, [], [each.heading for each in _COLUMNS], *courses]
    heading = len(head) + 1
    sheets = (
        SheetContent(
            COURSE_SHEET,
            rows,
            (heading,),
            tuple(each.width for each in _COLUMNS),
            _TEXT_COLUMNS,
            heading + 1 + ROWS,
            tuple(_choices(heading + 2)),
            heading + 1,
        ),
        SheetContent(
            CERTIFICATE_SHEET, [_CERTIFICATE_COLUMNS, *certificates], (0,), (6, 32, 10, 12, 32, 40), (3,), ROWS
        ),
        SheetContent(GUIDE_SHEET, _GUIDE, (), (100,)),
    )
    return write_workbook(sheets)


def _choices(first: int) -> list[Choice]:
    return [
        Choice(
            f"{chr(65 + at)}{first}:{chr(65 + at)}{first + ROWS}",
            each.hint,
            each.values,
            each.least,
            each.most,
            each.is_whole,
        )
        for at, each in enumerate(_COLUMNS)
        if each.hint
    ]
