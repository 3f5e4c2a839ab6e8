"""A college of arts: XLSX of two majors of one group, each on a sheet, blocks of semesters, remarks merged over rows."""

from tests.interchange.training_plans.layouts.printing import as_xlsx
from tests.interchange.training_plans.layouts.sketches import reading, sketch

_TABLE = """
动漫制作技术专业（510215）课程教学计划 | < | < | < | < | < | < | < | < | < | < | < | <
年级：2025级 学制：三年 制定部门：数字艺术学院 | < | < | < | < | < | < | < | < | < | < | < | <
学期 | 课程类别 | 课程名称 | Course Title | 学分 | 周学时 | 周数 | 学时 | < | < | 必修/选修 | 考试/考查 | 备注
^ | ^ | ^ | ^ | ^ | ^ | ^ | 总 | 理论 | 实践 | ^ | ^ | ^
第一学期 | 公共基础 | 思想道德与法治 | Morals | 3 | 4 | 12 | 48 | 40 | 8 | 必 | 试 | 线上线下混合
^ | ^ | 大学英语1 | English 1 | 3 | 4 | 12 | 48 | 48 | 0 | 必 | 试 | ^
^ | 专业群平台 | 设计素描 | Sketch | 4 | 8 | 8 | 64 | 16 | 48 | 必 | 查 | 单元制教学
^ | ^ | 设计色彩 | Colour | 4 | 8 | 8 | 64 | 16 | 48 | 必 | 查 | ^
第一学期合计 | < | < | < | 14 | | | 224 | 120 | 104 | | |
第二学期 | 公共基础 | 大学英语2 | English 2 | 4 | 4 | 16 | 64 | 64 | 0 | 必 | 试 |
^ | ^ | 美育 | Aesthetics | 1 | 2 | 8 | 16 | 16 | 0 | 选 | 查 | 前8周
^ | 专业群平台 | 数字图形设计 | Digital Graphics | 4 | 8 | 8 | 64 | 16 | 48 | 必 | 查 |
第二学期合计 | < | < | < | 9 | | | 144 | 96 | 48 | | |
第三学期 | 专业核心 | 三维建模 | 3D Modelling | 6 | 12 | 8 | 96 | 24 | 72 | 必 | 试 | 1+X数字创意建模
^ | ^ | 动画运动规律 | Animation | 4 | 8 | 8 | 64 | 16 | 48 | 必 | 查 |
第三学期合计 | < | < | < | 10 | | | 160 | 40 | 120 | | |
第四学期 | 专业方向A:影视动画 | 影视后期合成 | Compositing | 4 | 8 | 8 | 64 | 16 | 48 | 选 | 查 | A、B方向任选其一
^ | ^ | 影视特效制作 | Effects | 4 | 8 | 8 | 64 | 16 | 48 | 选 | 查 | ^
^ | 专业方向B:游戏美术 | 游戏角色设计 | Game Characters | 4 | 8 | 8 | 64 | 16 | 48 | 选 | 查 | ^
^ | ^ | 游戏场景设计 | Game Scenes | 4 | 8 | 8 | 64 | 16 | 48 | 选 | 查 | ^
第四学期合计 | < | < | < | 8 | | | 128 | 32 | 96 | | |
第五学期 | 实践 | 毕业设计 | Graduation Project | 8 | | 8周 | | | | 必 | 查 |
^ | ^ | 岗位实习1 | Internship 1 | 10 | | 10周 | | | | 必 | 查 |
第六学期 | 实践 | 岗位实习2 | Internship 2 | 16 | | 16周 | | | | 必 | 查 |
总学分 | < | < | < | 75 | | | | | | | |
"""
_READING = """
name | module | module_text | nature | credits | hours | theory_hours | practice_hours | semesters | weekly_hours | weeks | duration_weeks | assessment | remark | group
思想道德与法治 | COMMON | 公共基础 | REQUIRED | 3 | 48 | 40 | 8 | 1 | *:4 | 1:12 | | *E | 线上线下混合 |
大学英语1 | " | " | " | 3 | 48 | 48 | 0 | 1 | *:4 | 1:12 | | *E | 线上线下混合 |
设计素描 | FOUNDATION | 专业群平台 | " | 4 | 64 | 16 | 48 | 1 | *:8 | 1:8 | | *C | 单元制教学 |
设计色彩 | " | " | " | 4 | 64 | 16 | 48 | 1 | *:8 | 1:8 | | *C | 单元制教学 |
大学英语2 | COMMON | 公共基础 | " | 4 | 64 | 64 | 0 | 2 | *:4 | 2:16 | | *E | |
美育 | " | " | ELECTIVE | 1 | 16 | 16 | 0 | 2 | *:2 | 2:8 | | *C | 前8周 |
数字图形设计 | FOUNDATION | 专业群平台 | REQUIRED | 4 | 64 | 16 | 48 | 2 | *:8 | 2:8 | | *C | |
三维建模 | CORE | 专业核心 | " | 6 | 96 | 24 | 72 | 3 | *:12 | 3:8 | | *E | 1+X数字创意建模 |
动画运动规律 | " | " | " | 4 | 64 | 16 | 48 | 3 | *:8 | 3:8 | | *C | |
影视后期合成 | EXTENSION | 专业方向A:影视动画 | ELECTIVE | 4 | 64 | 16 | 48 | 4 | *:8 | 4:8 | | *C | A、B方向任选其一 | CHOOSE_ONE 1
影视特效制作 | " | " | " | 4 | 64 | 16 | 48 | 4 | *:8 | 4:8 | | *C | A、B方向任选其一 | "
游戏角色设计 | " | 专业方向B:游戏美术 | " | 4 | 64 | 16 | 48 | 4 | *:8 | 4:8 | | *C | A、B方向任选其一 | "
游戏场景设计 | " | " | " | 4 | 64 | 16 | 48 | 4 | *:8 | 4:8 | | *C | A、B方向任选其一 | "
毕业设计 | PRACTICE | 实践 | REQUIRED | 8 | | | | 5 | | | 8 | *C | |
岗位实习1 | " | " | " | 10 | | | | 5 | | | 10 | *C | |
岗位实习2 | " | " | " | 16 | | | | 6 | | | 16 | *C | |
"""


def semesters_as_blocks():
    return as_xlsx(("动漫制作技术", sketch(_TABLE))), reading(_READING)
