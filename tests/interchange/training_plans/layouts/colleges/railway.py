"""A college that prints two semesters side by side, each a table of its own, with semesters as year/term."""

from tests.interchange.training_plans.layouts.printing import as_xlsx
from tests.interchange.training_plans.layouts.sketches import reading, sketch

_TABLE = """
铁道信号自动控制专业（500110）2026级课程设置与学时安排（三年制） | < | < | < | < | < | < | < | < | < | < | < | < | < | <
第一学年第一学期 | < | < | < | < | < | < | | 第一学年第二学期 | < | < | < | < | < | <
课程名称 | 课程类型 | 必修/选修 | 学分 | 理论/实践 | 周学时 | 考核 | | 课程名称 | 课程类型 | 必修/选修 | 学分 | 理论/实践 | 周学时 | 考核
形势与政策 | 公共课 | 必修 | 0.5 | 8/0 | 1 | 考查 | | 高等数学 | 公共课 | 必修 | 4 | 60/4 | 4 | 考试
体育 | 公共课 | 必修 | 2 | 4/28 | 2 | 考查 | | 电子技术 | 专业基础课 | 必修 | 4 | 40/24 | 4 | 考试
电工基础 | 专业基础课 | 必修 | 4.0 | 40/24 | 4 | 考试 | | 铁路信号基础 | 专业核心课 | 必修 | 4 | 32/32 | 4 | 考试
小计 | | | 6.5 | 52/52 | 7 | | | 小计 | | | 12 | 132/60 | 12 |
第二学年第一学期 | < | < | < | < | < | < | | 第二学年第二学期 | < | < | < | < | < | <
课程名称 | 课程类型 | 必修/选修 | 学分 | 理论/实践 | 周学时 | 考核 | | 课程名称 | 课程类型 | 必修/选修 | 学分 | 理论/实践 | 周学时 | 考核
车站信号自动控制 | 专业核心课 | 必修 | 6 | 32/64 | 6 | 考试 | | 列车运行控制系统 | 专业核心课 | 必修 | 4 | 24/40 | 4 | 考试
信号设备英语 | 专业拓展课 | 选修 | 2 | 32/0 | 2 | 考查 | | 铁路法规 | 专业拓展课 | 选修 | 1 | 16/0 | 1 | 考查
小计 | | | 8 | 64/64 | 8 | | | 小计 | | | 5 | 40/40 | 5 |
"""
_READING = """
name | module | module_text | nature | credits | hours | theory_hours | practice_hours | semesters | weekly_hours | assessment
形势与政策 | COMMON | 公共课 | REQUIRED | 0.5 | 8 | 8 | 0 | 1 | *:1 | *C
体育 | COMMON | 公共课 | " | 2 | 32 | 4 | 28 | 1 | *:2 | *C
电工基础 | FOUNDATION | 专业基础课 | " | 4 | 64 | 40 | 24 | 1 | *:4 | *E
高等数学 | COMMON | 公共课 | " | 4 | 64 | 60 | 4 | 2 | *:4 | *E
电子技术 | FOUNDATION | 专业基础课 | " | 4 | 64 | 40 | 24 | 2 | *:4 | *E
铁路信号基础 | CORE | 专业核心课 | " | 4 | 64 | 32 | 32 | 2 | *:4 | *E
车站信号自动控制 | CORE | 专业核心课 | " | 6 | 96 | 32 | 64 | 3 | *:6 | *E
信号设备英语 | EXTENSION | 专业拓展课 | ELECTIVE | 2 | 32 | 32 | 0 | 3 | *:2 | *C
列车运行控制系统 | CORE | 专业核心课 | REQUIRED | 4 | 64 | 24 | 40 | 4 | *:4 | *E
铁路法规 | EXTENSION | 专业拓展课 | ELECTIVE | 1 | 16 | 16 | 0 | 4 | *:1 | *C
"""


def two_semesters_side_by_side():
    """XLSX: a block for each year, a table for each of its semesters, hours only as theory/practice."""
    return as_xlsx(("课程设置", sketch(_TABLE))), reading(_READING)
