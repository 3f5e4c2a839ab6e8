"""A college that prints semesters by words as titles, hours as theory/practice, and assessment as ticks of two columns."""

from tests.interchange.training_plans.layouts.printing import as_docx
from tests.interchange.training_plans.layouts.sketches import reading, sketch

_FIRST = """
课程名称 | 课程编码 | 课程性质 | 类别 | 学分 | 总学时（理论/实践） | 周课时 | 考核方式 | < | 备注
^ | ^ | ^ | ^ | ^ | ^ | ^ | 考试 | 考查 | ^
第一学期 | < | < | < | < | < | < | < | < | <
思想道德与法治 | GB001 | 必修 | 公共基础 | 3.0 | 48（40/8） | 3×16周 | √ | |
口腔解剖生理学 | ZJ101 | 必修 | 专业基础 | 4.0 | 64（32/32） | 4×16周 | √ | | 含实验
军事技能 | GB002 | 必修 | 公共基础 | 2.0 | 112（0/112） | 2周 | | √ |
小计 | < | < | < | 9 | 224（72/152） | | | |
第二学期 | < | < | < | < | < | < | < | < | <
大学英语 | GB003 | 必修 | 公共基础 | 4.0 | 64（64/0） | 4×16周 | √ | |
口腔组织病理学 | ZJ102 | 必修 | 专业基础 | 3.0 | 48（32/16） | 3×16周 | | √ |
小计 | < | < | < | 7 | 112（96/16） | | | |
第三学期 | < | < | < | < | < | < | < | < | <
可摘局部义齿工艺技术 | ZH201 | 必修 | 专业核心 | 6.0 | 96（32/64） | 6×16周 | √ | |
口腔美学 | ZT301 | 选修 | 专业拓展 | 1.5 | 24（16/8） | 2×12周 | | √ | 网课
小计 | < | < | < | 7.5 | 120（48/72） | | | |
第四学期 | < | < | < | < | < | < | < | < | <
岗位实习 | SJ401 | 必修 | 实践环节 | 24.0 | 480（0/480） | 20周 | | √ |
合计 | < | < | < | 47.5 | 936（216/720） | | | |
"""
_READING = """
name | code | module | module_text | nature | credits | hours | theory_hours | practice_hours | duration_weeks | semesters | weekly_hours | weeks | assessment | remark
思想道德与法治 | GB001 | COMMON | 公共基础 | REQUIRED | 3 | 48 | 40 | 8 | | 1 | *:3 | 1:16 | *E |
口腔解剖生理学 | ZJ101 | FOUNDATION | 专业基础 | " | 4 | 64 | 32 | 32 | | 1 | *:4 | 1:16 | *E | 含实验
军事技能 | GB002 | COMMON | 公共基础 | " | 2 | 112 | 0 | 112 | 2 | 1 | | | *C |
大学英语 | GB003 | COMMON | 公共基础 | " | 4 | 64 | 64 | 0 | | 2 | *:4 | 2:16 | *E |
口腔组织病理学 | ZJ102 | FOUNDATION | 专业基础 | " | 3 | 48 | 32 | 16 | | 2 | *:3 | 2:16 | *C |
可摘局部义齿工艺技术 | ZH201 | CORE | 专业核心 | " | 6 | 96 | 32 | 64 | | 3 | *:6 | 3:16 | *E |
口腔美学 | ZT301 | EXTENSION | 专业拓展 | ELECTIVE | 1.5 | 24 | 16 | 8 | | 3 | *:2 | 3:12 | *C | 网课
岗位实习 | SJ401 | PRACTICE | 实践环节 | REQUIRED | 24 | 480 | 0 | 480 | 20 | 4 | | | *C |
"""


def semesters_as_titles():
    """DOCX: hours with their parts in brackets, and weekly hours times weeks in one cell."""
    title = "口腔医学技术专业（520504）2026级人才培养方案课程设置表"
    return as_docx(title, sketch(_FIRST)), reading(_READING)
