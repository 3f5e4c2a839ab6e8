"""A college that lays its plan on its side: a block of rows for each semester, and a column for each course."""

from tests.interchange.training_plans.layouts.printing import as_xlsx
from tests.interchange.training_plans.layouts.sketches import reading, sketch

_TABLE = """
眼视光技术专业（520901）2026级分学期课程安排 | < | < | < | < | <
第一学期 | 课程名称 | 思想道德与法治 | 人体解剖生理学 | 眼应用光学基础 | 军事技能
^ | 课程类别 | 公共基础课 | 专业基础课 | 专业基础课 | 实践环节
^ | 课程性质 | 必修 | 必修 | 必修 | 必修
^ | 学分 | 3 | 3 | 4 | 2
^ | 总学时 | 48 | 48 | 64 | 112
^ | 理论学时 | 40 | 36 | 48 | 0
^ | 实践学时 | 8 | 12 | 16 | 112
^ | 考核方式 | 考试 | 考试 | 考试 | 考查
第二学期 | 课程名称 | 大学英语 | 眼科学基础 | 眼镜光学技术 |
^ | 课程类别 | 公共基础课 | 专业基础课 | 专业核心课 |
^ | 课程性质 | 必修 | 必修 | 必修 |
^ | 学分 | 4 | 4 | 4 |
^ | 总学时 | 64 | 64 | 64 |
^ | 理论学时 | 64 | 48 | 32 |
^ | 实践学时 | 0 | 16 | 32 |
^ | 考核方式 | 考试 | 考试 | 考试 |
第三学期 | 课程名称 | 验光技术 | 眼镜定配技术 | 角膜塑形技术 | 视光门店管理
^ | 课程类别 | 专业核心课 | 专业核心课 | 专业拓展课 | 专业拓展课
^ | 课程性质 | 必修 | 必修 | 选修 | 选修
^ | 学分 | 6 | 6 | 2 | 2
^ | 总学时 | 96 | 96 | 32 | 32
^ | 理论学时 | 32 | 32 | 12 | 20
^ | 实践学时 | 64 | 64 | 20 | 12
^ | 考核方式 | 考试 | 考试 | 考查 | 考查
"""
_READING = """
name | module | module_text | nature | credits | hours | theory_hours | practice_hours | semesters | assessment
思想道德与法治 | COMMON | 公共基础课 | REQUIRED | 3 | 48 | 40 | 8 | 1 | *E
人体解剖生理学 | FOUNDATION | 专业基础课 | " | 3 | 48 | 36 | 12 | 1 | *E
眼应用光学基础 | " | " | " | 4 | 64 | 48 | 16 | 1 | *E
军事技能 | PRACTICE | 实践环节 | " | 2 | 112 | 0 | 112 | 1 | *C
大学英语 | COMMON | 公共基础课 | " | 4 | 64 | 64 | 0 | 2 | *E
眼科学基础 | FOUNDATION | 专业基础课 | " | 4 | 64 | 48 | 16 | 2 | *E
眼镜光学技术 | CORE | 专业核心课 | " | 4 | 64 | 32 | 32 | 2 | *E
验光技术 | " | " | " | 6 | 96 | 32 | 64 | 3 | *E
眼镜定配技术 | " | " | " | 6 | 96 | 32 | 64 | 3 | *E
角膜塑形技术 | EXTENSION | 专业拓展课 | ELECTIVE | 2 | 32 | 12 | 20 | 3 | *C
视光门店管理 | " | " | " | 2 | 32 | 20 | 12 | 3 | *C
"""


def courses_as_columns():
    return as_xlsx(("分学期", sketch(_TABLE))), reading(_READING)
