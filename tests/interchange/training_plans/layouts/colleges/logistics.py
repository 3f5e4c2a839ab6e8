"""A college of transport: two plans in one workbook, a sheet for each major, credits of each semester below years."""

from tests.interchange.training_plans.layouts.printing import as_xlsx
from tests.interchange.training_plans.layouts.sketches import reading, sketch

_HEADING = """
某交通职业学院{title}专业（{code}）2026级课程设置表（三年制高职） | < | < | < | < | < | < | < | < | < | < | <
课程/n类别 | 课程名称 | 修习/n方式 | 计划学时 | 其中实践 | 学分 | 第1学期 | 第2学期 | 第3学期 | 第4学期 | 第5学期 | 第6学期
"""
_MANAGEMENT = """
公共必修课 | 思想道德与法治 | 必修 | 48 | 8 | 3 | √ | | | | |
^ | 形势与政策 | 必修 | 48 | 0 | 1 | √ | √ | √ | √ | √ | √
^ | 职业生涯规划 | 必修 | 16 | 4 | 1 | √ | | | | |
专业必修课 | 物流基础 | 必修 | 64 | 16 | 4 | √ | | | | |
^ | ☆仓储与配送管理 | 必修 | 64 | 32 | 4 | | √ | | | |
^ | ☆运输管理实务 | 必修 | 64 | 32 | 4 | | | √ | | |
^ | ☆供应链管理 | 必修 | 64 | 24 | 4 | | | | √ | |
专业选修课 | 国际货运代理 | 选修 | 32 | 16 | 2 | | | √ | | |
^ | 冷链物流 | 选修 | 32 | 16 | 2 | | | | √ | |
实习实训 | 物流综合实训 | 必修 | 48 | 48 | 2 | | | | | √ |
^ | 岗位实习 | 必修 | 576 | 576 | 24 | | | | | √ | √
合计 | < | < | 1056 | 772 | 51 | | | | | |
☆为专业核心课程 | < | < | < | < | < | < | < | < | < | < | <
"""
_ENGINEERING = """
公共必修课 | 思想道德与法治 | 必修 | 48 | 8 | 3 | √ | | | | |
^ | 工程数学 | 必修 | 64 | 0 | 4 | √ | | | | |
专业必修课 | 道路工程制图 | 必修 | 64 | 32 | 4 | √ | | | | |
^ | 工程测量 | 必修 | 64 | 40 | 4 | | √ | | | |
^ | ☆路基路面施工技术 | 必修 | 96 | 48 | 6 | | | √ | | |
^ | ☆桥梁施工技术 | 必修 | 96 | 48 | 6 | | | | √ | |
专业选修课 | 公路养护 | 选修 | 32 | 16 | 2 | | | | √ | |
实习实训 | 测量实习 | 必修 | 48 | 48 | 2 | | | √ | | |
^ | 岗位实习 | 必修 | 576 | 576 | 24 | | | | | √ | √
合计 | < | < | 1088 | 816 | 55 | | | | | |
☆为专业核心课程 | < | < | < | < | < | < | < | < | < | < | <
"""
_FIELDS = "name | module | module_text | nature | hours | practice_hours | credits | semesters"
_READINGS = (
    f"""
{_FIELDS}
思想道德与法治 | COMMON | 公共必修课 | REQUIRED | 48 | 8 | 3 | 1
形势与政策 | " | " | " | 48 | 0 | 1 | 1 2 3 4 5 6
职业生涯规划 | " | " | " | 16 | 4 | 1 | 1
物流基础 | | 专业必修课 | " | 64 | 16 | 4 | 1
仓储与配送管理 | CORE | " | " | 64 | 32 | 4 | 2
运输管理实务 | " | " | " | 64 | 32 | 4 | 3
供应链管理 | " | " | " | 64 | 24 | 4 | 4
国际货运代理 | EXTENSION | 专业选修课 | ELECTIVE | 32 | 16 | 2 | 3
冷链物流 | " | " | " | 32 | 16 | 2 | 4
物流综合实训 | PRACTICE | 实习实训 | REQUIRED | 48 | 48 | 2 | 5
岗位实习 | " | " | " | 576 | 576 | 24 | 5 6
""",
    f"""
{_FIELDS}
思想道德与法治 | COMMON | 公共必修课 | REQUIRED | 48 | 8 | 3 | 1
工程数学 | " | " | " | 64 | 0 | 4 | 1
道路工程制图 | | 专业必修课 | " | 64 | 32 | 4 | 1
工程测量 | | " | " | 64 | 40 | 4 | 2
路基路面施工技术 | CORE | " | " | 96 | 48 | 6 | 3
桥梁施工技术 | " | " | " | 96 | 48 | 6 | 4
公路养护 | EXTENSION | 专业选修课 | ELECTIVE | 32 | 16 | 2 | 4
测量实习 | PRACTICE | 实习实训 | REQUIRED | 48 | 48 | 2 | 3
岗位实习 | " | " | " | 576 | 576 | 24 | 5 6
""",
)
_MAJORS = (("现代物流管理", "530802"), ("道路与桥梁工程技术", "500201"))


def two_majors_in_one_workbook():
    """The workbook, and by code of the major what must be read of its plan."""
    sheets = [
        (title, sketch(_HEADING.format(title=title, code=code).rstrip() + rows))
        for (title, code), rows in zip(_MAJORS, (_MANAGEMENT, _ENGINEERING), strict=True)
    ]
    readings = map(reading, _READINGS)
    return as_xlsx(*sheets), dict(zip((code for _, code in _MAJORS), readings, strict=True))
