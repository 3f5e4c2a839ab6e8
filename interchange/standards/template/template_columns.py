"""The sheets of our template for a skill level standard, and what their columns hold."""

HEAD_SHEET, MAJORS_SHEET, POSITIONS_SHEET, TREE_SHEET = "标准信息", "适用专业", "面向岗位", "技能要求"

TITLE, CODE, VERSION, YEAR = "标准名称", "标准代码", "版本", "年份"
PUBLISHER, DATE, SCOPE, TERMS = "发布机构", "发布日期", "适用范围", "术语和定义"
INCLUDES = "高等级是否包含低等级"
YES, NO = "是", "否"
# The rows of the first sheet, each with what to write there.
HEAD_ROWS = {
    TITLE: "证书名称加“职业技能等级标准”",
    CODE: "官方代码，如 510084",
    VERSION: "如 1.0",
    YEAR: "版本年份，如 2021",
    PUBLISHER: "发布标准的机构",
    DATE: "如 2021-12-01",
    SCOPE: "第 1 章原文",
    TERMS: "术语章原文",
    INCLUDES: f"{YES} 或 {NO}；标准未写明则留空",
}

EDUCATION, MAJOR_CODE, MAJOR = "教育层次", "专业代码", "专业名称"
POSITION = "岗位"
LEVEL, AREA_CODE, AREA, TASK_CODE, TASK = "等级", "工作领域编号", "工作领域", "工作任务编号", "工作任务"
REQUIREMENT_CODE, REQUIREMENT = "技能要求编号", "职业技能要求"

# The columns of each sheet, with their width in characters.
COLUMNS: dict[str, dict[str, int]] = {
    HEAD_SHEET: {"项目": 22, "内容": 60, "说明": 40},
    MAJORS_SHEET: {EDUCATION: 22, MAJOR_CODE: 14, MAJOR: 30},
    POSITIONS_SHEET: {POSITION: 40},
    TREE_SHEET: {
        LEVEL: 8,
        AREA_CODE: 14,
        AREA: 24,
        TASK_CODE: 14,
        TASK: 24,
        REQUIREMENT_CODE: 14,
        REQUIREMENT: 80,
    },
}
