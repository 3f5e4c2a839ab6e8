"""Made-up standards in the layouts of five publishers, as office files, each with the tree that must be read."""

from tests.interchange.standards.office_documents import (
    LANDSCAPE,
    Over,
    contents,
    heading,
    line,
    office_docx,
    office_table,
    page_break,
)

LOW, MIDDLE, HIGH = "ELEMENTARY", "INTERMEDIATE", "ADVANCED"
LEVELS = {"初级": LOW, "中级": MIDDLE, "高级": HIGH}
_ENDS = (
    "，并按照安全操作规程完成设备的启动、运行与停机",
    "，填写作业记录，说明异常情况的处理过程与依据",
    "，使用Python 3.8编写脚本，并用JSON文件保存结果",
    "，误差不超过0.5mm，一次合格率达到95%以上",
    "，与上下游岗位（含供应商）沟通并确认交付时间",
)


def said(verb, thing, number):
    """A requirement with a text of its own, long enough to fill several lines."""
    return f"能{verb}{thing}{_ENDS[number % 5]}{_ENDS[(number + 2) % 5] if number % 2 else ''}。"


def areas_of(level, names):
    """Areas with tasks and requirements: (code, name, [(code, name, [(code, text)])])."""
    for area, (name, *tasks) in enumerate(names, 1):
        yield (
            f"{area}",
            name,
            [
                (
                    f"{area}.{at}",
                    task,
                    [
                        (f"{area}.{at}.{number}", said(verb, task, number + at + area))
                        for number, verb in enumerate(("识别", "完成", "检查", "改进")[: 2 + (area + at) % 3], 1)
                    ],
                )
                for at, task in enumerate((f"{level}{each}" for each in tasks), 1)
            ],
        )


def rows_of(level, areas):
    return [
        (LEVELS[level], area, area_name, task, task_name, code, text)
        for area, area_name, tasks in areas
        for task, task_name, texts in tasks
        for code, text in texts
    ]


FARM = (
    ("农机驾驶", "拖拉机驾驶", "联合收割机驾驶", "道路行驶"),
    ("农机维护", "发动机保养", "液压系统保养"),
    ("智能作业", "导航线设置", "作业数据上传", "无人机植保"),
)
CARE = (("生活照护", "饮食照护", "排泄照护"), ("健康管理", "体征监测", "用药协助", "应急救护"))


# ---- 1: as national occupational standards: functions, contents, skills next to knowledge


def occupational():
    parts, wanted = [], []
    for number, level in enumerate(LEVELS, 1):
        areas = list(areas_of(level, FARM))
        wanted += rows_of(level, areas)
        rows: list[list[str | None]] = [["职业功能", "工作内容", "技能要求", "相关知识要求"]]
        for area, area_name, tasks in areas:
            for at, (task, task_name, texts) in enumerate(tasks):
                known = "\n".join(f"{code} {task_name}的基本知识" for code, _ in texts)
                skills = "\n".join(f"{code} {text}" for code, text in texts)
                rows.append([None if at else f"{area}.{area_name}", f"{task}{task_name}", skills, known])
        parts += [heading(f"3.{number} {level}", 24), office_table(rows, (1300, 1500, 3900, 2300))]
    front = [
        line("农机智能作业", bold=True, size=44, align="center"),
        line("职业技能等级标准", bold=True, size=44, align="center"),
        line("标准代码：990021", align="center"),
        line("（2022年1.0版）", align="center"),
        line("示例农机流通协会 制定", align="center"),
        line("2022年6月 发布", align="center"),
        page_break(),
        heading("1 职业概况"),
        line("本标准适用于农机智能作业的培训与评价。"),
        heading("2 适用专业"),
        line("中等职业学校：农业机械使用与维护（610114）、设施农业生产技术（610105）。"),
        line("高等职业学校：现代农业装备应用技术（410112）、农业装备应用技术（460109）等专业。"),
        heading("3 技能要求"),
    ]
    return office_docx(*front, *parts, head="农机智能作业职业技能等级标准"), wanted


# ---- 2: each work area a table of its own, its name a row over all columns


def by_area():
    parts, wanted = [], []
    for number, level in enumerate(LEVELS, 1):
        areas = list(areas_of(level, CARE))
        wanted += rows_of(level, areas)
        parts.append(heading(f"（{'一二三'[number - 1]}）{level}职业技能要求", 24))
        for area, area_name, tasks in areas:
            rows: list[list[object]] = [[Over(f"工作领域{area}：{area_name}", 2)], ["工作任务", "职业技能要求"]]
            for task, task_name, texts in tasks:
                rows += [
                    [None if at else f"{task} {task_name}", f"{code} {text}"] for at, (code, text) in enumerate(texts)
                ]
            parts += [office_table(rows, (2600, 6400), header_rows=0), line()]
    front = [
        line("失智老人照护职业技能等级标准", bold=True, size=40, align="center"),
        office_table(
            [["标准代码", "990022"], ["版本号", "2.0"], ["发布日期", "2021年12月"]], (2600, 4000), header_rows=0
        ),
        page_break(),
        line("目 次", align="center"),
        contents(("一、范围", 1), ("二、面向院校专业", 1), ("三、面向岗位", 1), ("四、职业技能等级要求", 2)),
        page_break(),
        heading("一、范围"),
        line("本标准规定了失智老人照护的职业技能等级要求。"),
        heading("二、面向院校专业"),
        line("1．中等职业学校：护理（720201）、智慧健康养老服务（790303）"),
        line("2．高等职业学校：智慧健康养老服务与管理（590302）、护理（520201）"),
        heading("三、面向岗位"),
        line("失智老人照护员、养老护理员、社区照护管理员等岗位。"),
        heading("四、职业技能等级要求"),
    ]
    return office_docx(*front, *parts, head="失智老人照护", foot="— {page} —"), wanted


# ---- 3: levels side by side on landscape pages, the requirements of a task numbered


def side_by_side():
    levels = {level: list(areas_of(level, FARM)) for level in LEVELS}
    wanted = []
    rows = [["工作领域", "工作任务", Over("职业技能等级要求", 3)], [None, None, *LEVELS]]
    for area_at, (area, area_name, tasks) in enumerate(levels["初级"]):
        for task_at, (task, task_name, _) in enumerate(tasks):
            name = task_name.removeprefix("初级")
            cells = []
            for level, level_code in LEVELS.items():
                texts = levels[level][area_at][2][task_at][2]
                # The lowest level has no part in the last area.
                texts = [] if level == "初级" and area_at == 2 else texts
                cells.append("\n".join(f"（{number}）{text}" for number, (_, text) in enumerate(texts, 1)))
                wanted += [(level_code, area, area_name, task, name, code, text) for code, text in texts]
            rows.append([None if task_at else f"{area} {area_name}", f"{task} {name}", *cells])
    order = list(LEVELS.values())
    front = [
        line("农机智能作业职业技能等级标准", bold=True, size=40, align="center"),
        line("标准编号：990023 版本：V1.0", align="center"),
        heading("5 职业技能等级要求"),
        line("农机智能作业职业技能等级要求见表1，高级别涵盖低级别职业技能要求。"),
        line("表1 农机智能作业职业技能等级要求", align="center"),
    ]
    document = office_docx(*front, office_table(rows, (1600, 1900, 3400, 3400, 3400), header_rows=2), size=LANDSCAPE)
    return document, sorted(wanted, key=lambda each: order.index(each[0]))


# ---- 4 and 5: teaching standards

CORE = {
    "智能农机装备操作": (
        "①拖拉机作业。②收割机作业。③作业质量检验。",
        "熟悉作业流程；能够独立完成整地、播种与收获，记录作业数据并分析质量问题。",
    ),
    "农机故障诊断": (
        "①故障检测。②部件更换。",
        "掌握CAN总线诊断方法，能够使用OBD仪器读取数据流，判断电控系统故障并排除。",
    ),
    "农业无人机应用": (
        "①航线规划。②植保作业。③设备保养。",
        "了解空域管理规定，能够规划航线，配制药液，完成植保作业并评价效果。",
    ),
    "农机作业管理": ("①调度。②成本核算。", "掌握调度方法与成本核算方法，能够编制作业计划，组织跨区作业。"),
    "智慧农场运维": ("①传感器部署。②平台运维。", "掌握物联网平台的部署方法，能够维护传感器网络，分析土壤与气象数据。"),
    "农机产品营销": ("①市场调查。②产品推广。", "了解农机购置补贴政策，能够开展市场调查，制定推广方案并组织实施。"),
}
BASE = ("农业机械基础", "机械制图与CAD", "电工电子技术", "农业生产基础")
MORE = ("农业物联网技术", "农机商务谈判", "Python程序设计")


OUTLOOK = [
    ["所属专业大类（代码）", "农林牧渔大类（21）"],
    ["所属专业类（代码）", "农业类（2101）"],
    ["对应行业（代码）", "农业（01）、农、林、牧、渔专业及辅助性活动（05）"],
    ["主要职业类别（代码）", "农机化服务人员（5-05-05）、农业技术员（5-05-01-00）"],
    ["主要岗位（群）或技术领域", "智能农机操作、农机作业管理、农机技术服务……"],
    ["职业类证书", "农机智能作业、无人机驾驶……"],
]
TITLES = "概述 专业名称（专业代码） 入学基本要求 基本修业年限 职业面向 培养目标 培养规格 课程设置及学时安排 师资队伍 教学条件 质量保障和毕业要求"


def official_front():
    """The cover, the contents, and the sections up to the occupations."""
    return [
        line("职业教育专业教学标准－2025年修（制）订", align="center"),
        line("智慧农机技术专业教学标准", bold=True, size=40, align="center"),
        line("（高等职业教育本科）", align="center"),
        page_break(),
        contents(*((f"{number} {title}", number + 1) for number, title in enumerate(TITLES.split(), 1))),
        page_break(),
        heading("1 概述"),
        line("为适应农业现代化的要求，对接新产业、新业态、新模式下农机作业等岗位的新要求，制订本标准。"),
        heading("2 专业名称（专业代码）"),
        line("智慧农机技术（210109）"),
        heading("3 入学基本要求"),
        line("中等职业学校毕业、普通高级中学毕业或具备同等学力"),
        heading("4 基本修业年限"),
        line("四年"),
        heading("5 职业面向"),
        office_table(OUTLOOK, (3200, 5800), header_rows=0),
    ]


def official_text(table):
    """The sections from the aims to the end."""
    return [
        heading("6 培养目标"),
        line("本专业培养能够践行社会主义核心价值观，具有一定的科学文化水平，能够从事农机作业的高技能人才。"),
        heading("7 培养规格"),
        line("（1）坚定拥护中国共产党领导；"),
        line("（2）掌握农业机械的基本知识。"),
        heading("8 课程设置及学时安排"),
        heading("8.1 课程设置", 24),
        line("主要包括公共基础课程和专业课程。"),
        heading("8.1.1 公共基础课程", 21),
        line("按照国家有关规定开齐开足公共基础课程。应将思想政治理论、体育列为公共基础必修课程。"),
        heading("8.1.2 专业课程", 21),
        line("一般包括专业基础课程、专业核心课程和专业拓展课程。"),
        line("（1）专业基础课程"),
        line(f"主要包括：{'、'.join(BASE)}等领域的内容。"),
        line("（2）专业核心课程"),
        line(f"主要包括：{'、'.join(CORE)}等领域的内容，具体课程由学校根据实际情况，按国家有关要求自主设置。"),
        line("专业核心课程主要教学内容与要求", align="center"),
        office_table(table, (700, 1700, 2400, 4200)),
        line("（3）专业拓展课程"),
        line(f"主要包括：{'、'.join(MORE)}等领域的内容。"),
        line("（4）实践性教学环节"),
        line("实践性教学应贯穿于人才培养全过程。"),
        heading("8.2 学时安排", 24),
        line("总学时一般为3200学时，每16～18学时折算1学分，其中，公共基础课总学时一般不少于总学时的25%。"),
        line("实践性教学学时原则上不少于总学时的60%，其中，实习时间累计一般为6个月。"),
        heading("9 师资队伍"),
        line("学生数与本专业专任教师数比例不高于18∶1，“双师型”教师占专业课教师数比例一般不低于50%。"),
        heading("10 教学条件"),
        line("应具有农机实训场地。"),
        heading("11 质量保障和毕业要求"),
        line("学校应建立专业人才培养质量保障机制。"),
    ]


def official_teaching():
    """A standard of a bachelor's programme in the layout of 2025, its tables cut by pages."""
    wanted = [
        *(("FOUNDATION", name, "", "") for name in BASE),
        *(("CORE", name, tasks, content * 3) for name, (tasks, content) in CORE.items()),
        *(("EXTENSION", name, "", "") for name in MORE),
    ]
    table = [["序号", "课程涉及的主要领域", "典型工作任务描述", "主要教学内容与要求"]] + [
        [str(number), name, tasks, content * 3] for number, (name, (tasks, content)) in enumerate(CORE.items(), 1)
    ]
    document = office_docx(
        *official_front(),
        *official_text(table),
        head="智慧农机技术专业教学标准",
        foot="{page}",
    )
    return document, wanted


def secondary_teaching():
    """A standard of secondary schools: a table for each kind of course, of which the core alone has a place."""
    header = ["序号", "课程名称", "主要教学内容和要求", "参考学时"]
    core = list(CORE.items())[:4]
    special = [("1", "水稻机械化", "掌握插秧机的使用。", "72"), ("2", "果园机械化", "掌握修剪机的使用。", "72")]
    wanted = [("CORE", name, "", content * 4) for name, (_, content) in core]
    document = office_docx(
        line("中等职业学校农业机械使用与维护专业教学标准（试行）", bold=True, size=36, align="center"),
        heading("一、专业名称（专业代码）"),
        line("农业机械使用与维护（610114）"),
        heading("二、入学要求"),
        line("初中毕业或具有同等学力"),
        heading("三、基本学制"),
        line("3年"),
        heading("四、培养目标"),
        line("本专业培养与我国社会主义现代化建设要求相适应，在农机行业从事操作与维修的技能型人才。"),
        heading("五、职业范围"),
        office_table(
            [
                ["序号", "对应职业（岗位）", "职业资格证书举例"],
                ["1", "拖拉机驾驶员", "农机驾驶操作员"],
                ["2", "农机修理工", "农机修理工"],
            ],
            (800, 4000, 4000),
        ),
        heading("六、人才规格"),
        line("具有良好的职业道德。"),
        heading("七、主要接续专业"),
        line("高职：农业装备应用技术。"),
        heading("八、课程结构"),
        line("（见图1）"),
        heading("九、课程设置及要求"),
        line("本专业课程设置分为公共基础课和专业技能课。"),
        heading("（一）公共基础课", 24),
        office_table([header, ["1", "语文", "依据《中等职业学校语文教学大纲》开设。", "216"]], (800, 2000, 4800, 1200)),
        heading("（二）专业技能课", 24),
        heading("1．专业核心课", 21),
        office_table(
            [header, *([str(at), name, content * 4, "72"] for at, (name, (_, content)) in enumerate(core, 1))],
            (800, 2000, 4800, 1200),
        ),
        heading("2．专业（技能）方向课", 21),
        office_table([header, *map(list, special)], (800, 2000, 4800, 1200)),
        heading("十、教学时间安排"),
        line("每学年为52周，其中教学时间40周，总学时数约为3000。"),
        heading("十一、教学实施"),
        line("公共基础课教学要符合教育部有关要求。"),
    )
    return document, wanted


SKILL = {"occupational": occupational, "by area": by_area, "side by side": side_by_side}
TEACHING = {"bachelor": official_teaching, "secondary": secondary_teaching}
