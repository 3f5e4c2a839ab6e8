"""A college of finance: an old XLS, terms as 1.1 to 3.2, English names, a group of majors with two directions."""

from tests.interchange.training_plans.layouts.printing import as_xls
from tests.interchange.training_plans.layouts.sketches import reading, sketch

_TABLE = """
大数据与会计专业群课程设置及教学时间分配表 | < | < | < | < | < | < | < | < | < | < | < | < | < | < | <
课程体系 | < | 课程编码 | 课程名称 | 英文名称 | 课程类型 | 学分 | 总课时 | 其中 | < | 按学年学期分配周课时 | < | < | < | < | < | 考核
^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | 讲授 | 实训 | 1.1 | 1.2 | 2.1 | 2.2 | 3.1 | 3.2 | ^
公共课 | 公共必修课 | 001101 | 思想道德与法治 | Ideology, Morality and Law | A | 3 | 48 | 48 | 0 | 4 | | | | | | 试
^ | ^ | 001102 | 高职英语1 | English for Higher Vocational Education 1 | A | 4 | 60 | 60 | 0 | 4 | | | | | | 试
^ | ^ | 001103 | 高职英语2 | English for Higher Vocational Education 2 | A | 4 | 64 | 64 | 0 | | 4 | | | | | 试
^ | ^ | 001104 | 大学生心理健康教育 | Mental Health | B | 2 | 32 | 24 | 8 | 2 | | | | | | 查
^ | 公共选修课 | 001201 | 国学经典 | Chinese Classics | A | 1 | 16 | 16 | 0 | | 1 | | | | | 查
专业群平台课 | < | 002101 | 会计基础 | Fundamentals of Accounting | B | 4 | 64 | 32 | 32 | 4 | | | | | | 试
^ | < | 002102 | 经济学基础 | Economics | A | 3 | 48 | 48 | 0 | | 3 | | | | | 试
^ | < | 002103 | 财经法规与会计职业道德 | Financial Laws and Ethics | A | 2 | 32 | 32 | 0 | | 2 | | | | | 查
专业核心课 | < | 002201 | 财务会计实务 | Financial Accounting Practice | B | 6 | 96 | 48 | 48 | | | 6 | | | | 试
^ | < | 002202 | 智能化税费核算与管理 | Intelligent Taxation | B | 4 | 64 | 32 | 32 | | | | 4 | | | 试
^ | < | 002203 | Excel在财务中的应用 | Excel in Finance | C | 2 | 32 | 0 | 32 | | | 2 | | | | 查
专业方向课（二选一） | 智能财税方向 | 002301 | 智能财税基础业务 | Intelligent Finance and Tax | B | 3 | 48 | 24 | 24 | | | | 4 | | | 查
^ | ^ | 002302 | 财务机器人应用 | RPA | C | 3 | 48 | 0 | 48 | | | | | 4 | | 查
^ | 管理会计方向 | 002303 | 成本管理 | Cost Management | B | 3 | 48 | 24 | 24 | | | | 4 | | | 查
^ | ^ | 002304 | 业财融合分析 | Business and Finance | C | 3 | 48 | 0 | 48 | | | | | 4 | | 查
集中实践 | < | 002401 | 会计综合实训 | Accounting Training | C | 4 | 4周 | 0 | 4周 | | | | | 4周 | | 查
^ | < | 002402 | 岗位实习 | Internship | C | 24 | 24周 | 0 | 24周 | | | | | 8周 | 16周 | 查
合计 | < | < | < | < | < | 69 | | | | | | | | | |
注：A为理论课，B为理论+实践课，C为实践课。 | < | < | < | < | < | < | < | < | < | < | < | < | < | < | < | <
"""
_READING = """
name | code | module | module_text | nature | credits | hours | theory_hours | practice_hours | semesters | weekly_hours | weeks | duration_weeks | assessment | group
思想道德与法治 | 001101 | COMMON | 公共课/公共必修课 | REQUIRED | 3 | 48 | 48 | 0 | 1 | 1:4 | | | *E |
高职英语1 | 001102 | " | " | " | 4 | 60 | 60 | 0 | 1 | 1:4 | | | *E |
高职英语2 | 001103 | " | " | " | 4 | 64 | 64 | 0 | 2 | 2:4 | | | *E |
大学生心理健康教育 | 001104 | " | " | " | 2 | 32 | 24 | 8 | 1 | 1:2 | | | *C |
国学经典 | 001201 | " | 公共课/公共选修课 | ELECTIVE | 1 | 16 | 16 | 0 | 2 | 2:1 | | | *C |
会计基础 | 002101 | FOUNDATION | 专业群平台课 | | 4 | 64 | 32 | 32 | 1 | 1:4 | | | *E |
经济学基础 | 002102 | " | " | | 3 | 48 | 48 | 0 | 2 | 2:3 | | | *E |
财经法规与会计职业道德 | 002103 | " | " | | 2 | 32 | 32 | 0 | 2 | 2:2 | | | *C |
财务会计实务 | 002201 | CORE | 专业核心课 | | 6 | 96 | 48 | 48 | 3 | 3:6 | | | *E |
智能化税费核算与管理 | 002202 | " | " | | 4 | 64 | 32 | 32 | 4 | 4:4 | | | *E |
Excel在财务中的应用 | 002203 | " | " | | 2 | 32 | 0 | 32 | 3 | 3:2 | | | *C |
智能财税基础业务 | 002301 | EXTENSION | 专业方向课（二选一）/智能财税方向 | | 3 | 48 | 24 | 24 | 4 | 4:4 | | | *C | CHOOSE_ONE 1
财务机器人应用 | 002302 | " | " | | 3 | 48 | 0 | 48 | 5 | 5:4 | | | *C | "
成本管理 | 002303 | " | 专业方向课（二选一）/管理会计方向 | | 3 | 48 | 24 | 24 | 4 | 4:4 | | | *C | "
业财融合分析 | 002304 | " | " | | 3 | 48 | 0 | 48 | 5 | 5:4 | | | *C | "
会计综合实训 | 002401 | PRACTICE | 集中实践 | | 4 | | 0 | | 5 | | 5:4 | 4 | *C |
岗位实习 | 002402 | " | " | | 24 | | 0 | | 5 6 | | 5:8 6:16 | 24 | *C |
"""


def years_and_terms_with_a_dot():
    return as_xls("课程设置", sketch(_TABLE)), reading(_READING)
