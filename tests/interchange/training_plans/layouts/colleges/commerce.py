"""A college whose record system saves a page as XLS: one line for each course and semester, years by the calendar."""

from tests.interchange.training_plans.layouts.printing import as_html
from tests.interchange.training_plans.layouts.sketches import reading, sketch

_TABLE = """
序号 | 建议修读学年 | 建议修读学期 | 课程代码 | 课程名称 | 课程英文名称 | 课程性质 | 课程归属 | 学分 | 周学时 | 总学时 | 讲课学时 | 实验学时 | 起始结束周 | 考核方式 | 开课学院 | 是否主干课
1 | 第1学年 | 1 | 11030012 | 思想道德与法治 | Morals and Law | 公共必修课 | 思政类 | 3.0 | 3.0-0.0 | 48 | 48 | 0 | 04-19 | 考试 | 马克思主义学院 | 否
2 | 第1学年 | 1 | 11030013 | 军事理论 | Military Theory | 公共必修课 | 军事类 | 2.0 | 2.0-0.0 | 36 | 36 | 0 | 01-18 | 考查 | 学生处 | 否
3 | 第1学年 | 1 | 11050021 | 电子商务基础 | E-commerce Basics | 专业基础课 | 专业类 | 3.0 | 2.0-1.0 | 48 | 32 | 16 | 04-19 | 考试 | 商学院 | 是
4 | 第1学年 | 2 | 11050022 | 商务数据分析与应用 | Data Analysis | 专业基础课 | 专业类 | 4.0 | 2.0-2.0 | 64 | 32 | 32 | 01-16 | 考试 | 商学院 | 是
5 | 第1学年 | 2 | 11030014 | 大学美育 | Aesthetics | 公共选修课 | 美育类 | 2.0 | 2.0-0.0 | 32 | 32 | 0 | 01-16 | 考查 | 艺术学院 | 否
6 | 第2学年 | 1 | 11050031 | 网店运营 | Online Store Operation | 专业核心课 | 专业类 | 4.0 | 2.0-2.0 | 64 | 32 | 32 | 01-16 | 考试 | 商学院 | 是
7 | 第2学年 | 1 | 11050032 | 视觉营销设计 | Visual Marketing | 专业核心课 | 专业类 | 4.0 | 1.0-3.0 | 64 | 16 | 48 | 01-16 | 考查 | 商学院 | 是
8 | 第2学年 | 2 | 11050041 | 直播电商 | Live Streaming | 专业选修课 | 专业类 | 3.0 | 1.0-2.0 | 48 | 16 | 32 | 01-16 | 考查 | 商学院 | 否
9 | 第2学年 | 2 | 11050051 | 电商综合实训 | Comprehensive Training | 实践环节 | 专业类 | 2.0 | +2 | 2周 | 0 | 2周 | 17-18 | 考查 | 商学院 | 否
10 | 第3学年 | 1 | 11050052 | 岗位实习（一） | Internship 1 | 实践环节 | 专业类 | 10.0 | +10 | 10周 | 0 | 10周 | 09-18 | 考查 | 商学院 | 否
11 | 第3学年 | 2 | 11050053 | 岗位实习（二） | Internship 2 | 实践环节 | 专业类 | 14.0 | +14 | 14周 | 0 | 14周 | 01-14 | 考查 | 商学院 | 否
"""
_READING = """
name | code | module | module_text | nature | credits | hours | theory_hours | practice_hours | semesters | weekly_hours | weeks | duration_weeks | assessment
思想道德与法治 | 11030012 | COMMON | 公共必修课 | REQUIRED | 3 | 48 | 48 | 0 | 1 | *:3 | 1:16 | | *E
军事理论 | 11030013 | " | " | " | 2 | 36 | 36 | 0 | 1 | *:2 | 1:18 | | *C
电子商务基础 | 11050021 | FOUNDATION | 专业基础课 | | 3 | 48 | 32 | 16 | 1 | *:3 | 1:16 | | *E
商务数据分析与应用 | 11050022 | " | " | | 4 | 64 | 32 | 32 | 2 | *:4 | 2:16 | | *E
大学美育 | 11030014 | COMMON | 公共选修课 | ELECTIVE | 2 | 32 | 32 | 0 | 2 | *:2 | 2:16 | | *C
网店运营 | 11050031 | CORE | 专业核心课 | | 4 | 64 | 32 | 32 | 3 | *:4 | 3:16 | | *E
视觉营销设计 | 11050032 | " | " | | 4 | 64 | 16 | 48 | 3 | *:4 | 3:16 | | *C
直播电商 | 11050041 | EXTENSION | 专业选修课 | ELECTIVE | 3 | 48 | 16 | 32 | 4 | *:3 | 4:16 | | *C
电商综合实训 | 11050051 | PRACTICE | 实践环节 | | 2 | | 0 | | 4 | | | 2 | *C
岗位实习（一） | 11050052 | " | " | | 10 | | 0 | | 5 | | | 10 | *C
岗位实习（二） | 11050053 | " | " | | 14 | | 0 | | 6 | | | 14 | *C
"""


def export_of_a_record_system():
    return as_html("电子商务（530701）2025级教学计划", sketch(_TABLE)), reading(_READING)
