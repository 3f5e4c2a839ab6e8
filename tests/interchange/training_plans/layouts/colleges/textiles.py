"""A college whose plan is a landscape PDF: semesters as year/term by characters, weeks times hours in one column."""

from tests.interchange.training_plans.layouts.printing import as_pdf
from tests.interchange.training_plans.layouts.sketches import reading, sketch

_TABLE = """
课程/n类别 | 序/n号 | 课程名称 | 课程代码 | 学/n分 | 学时 | < | 开课/n学期 | 周数×/n周课时 | 考核方式 | < | 课程/n性质
^ | ^ | ^ | ^ | ^ | 总学/n时 | 理论//n实践 | ^ | ^ | 考/n试 | 考/n查 | ^
公共/n基础/n课程 | 1 | 思想道德与法治 | 0100101 | 3.0 | 48 | 40/8 | 一/1 | 12×4 | √ | | 必修
^ | 2 | 大学语文 | 0100102 | 2.0 | 32 | 32/0 | 一/2 | 16×2 | | √ | 必修
^ | 3 | 体育 | 0100103 | 4.0 | 64 | 8/56 | 一/1-2 | 16×2 | | √ | 必修
^ | | 小计 | | 9.0 | 144 | 80/64 | | | | |
专业/n核心/n课程 | 4 | 纺织材料检测 | 0200201 | 4.0 | 64 | 32/32 | 二/1 | 16×4 | √ | | 必修
^ | 5 | 机织工艺设计 | 0200202 | 5.0 | 80 | 40/40 | 二/2 | 16×5 | √ | | 必修
^ | | 小计 | | 9.0 | 144 | 72/72 | | | | |
专业/n拓展/n课程 | 6 | 纺织品跟单 | 0300301 | 2.0 | 32 | 16/16 | 三/1 | 8×4 | | √ | 选修
^ | | 小计 | | 2.0 | 32 | 16/16 | | | | |
合计 | < | < | | 20.0 | 320 | 168/152 | | | | |
"""
_READING = """
name | code | module | module_text | nature | credits | hours | theory_hours | practice_hours | semesters | weekly_hours | weeks | assessment
思想道德与法治 | 0100101 | COMMON | 公共基础课程 | REQUIRED | 3 | 48 | 40 | 8 | 1 | *:4 | 1:12 | *E
大学语文 | 0100102 | COMMON | " | " | 2 | 32 | 32 | 0 | 2 | *:2 | 2:16 | *C
体育 | 0100103 | COMMON | " | " | 4 | 64 | 8 | 56 | 1 2 | *:2 | 1:16 2:16 | *C
纺织材料检测 | 0200201 | CORE | 专业核心课程 | " | 4 | 64 | 32 | 32 | 3 | *:4 | 3:16 | *E
机织工艺设计 | 0200202 | CORE | " | " | 5 | 80 | 40 | 40 | 4 | *:5 | 4:16 | *E
纺织品跟单 | 0300301 | EXTENSION | 专业拓展课程 | ELECTIVE | 2 | 32 | 16 | 16 | 5 | *:4 | 5:8 | *C
"""


def weeks_times_hours():
    """PDF: words of the heading stand upright, and its second page goes on within a module."""
    title = "现代纺织技术专业（480401）2026级教学进程表"
    return as_pdf(title, sketch(_TABLE), rows_per_page=7, heading_rows=2, turned=90), reading(_READING)
