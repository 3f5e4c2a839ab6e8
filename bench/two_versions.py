"""Two versions of a made-up standard, for the picture of what changed: the seeds have one version of each."""

from interchange.standards.skill.skill_standard import (
    Area,
    LevelTree,
    SkillStandardReading,
    SkillText,
    StandardHead,
    SuitableMajor,
    Task,
)
from interchange.standards.template.template_writing import write_template

CERTIFICATE = "示例网页开发（虚构）"
# A task and its requirements in both versions: some as they were, some reworded, one gone, one new.
TASKS = (
    (
        "页面制作",
        ("能按设计稿编写页面结构", "能用样式表设置版面", "能排查样式冲突"),
        ("能按设计稿编写页面结构", "能用样式表设置响应式版面", "能借助浏览器工具定位并排查样式冲突"),
    ),
    ("数据存取", ("能用SELECT查询单表", "能设置缓存的过期时间"), ("能用SELECT查询多表",)),
    ("系统运维", ("能把网站部署到服务器",), ("能把网站部署到服务器", "会写运维手册")),
)


def document(number: int) -> bytes:
    """Give the first or second version as our template, filled in."""
    head = StandardHead(
        title=f"{CERTIFICATE}职业技能等级标准",
        code="990009",
        version=f"{number}.0",
        year=2020 + number,
        publisher="示例单位（虚构）",
        date=f"{2020 + number}年12月",
        scope="本标准为虚构，仅用于展示版本变化。",
        terms="",
        majors=(SuitableMajor("高等职业学校", "510203", "软件技术"),),
        positions=(),
        levels=("ELEMENTARY",),
        higher_levels_include=None,
    )
    tasks = tuple(_task(at, each[0], each[number]) for at, each in enumerate(TASKS, 1))
    tree = LevelTree("ELEMENTARY", (Area("1", "网页开发", (), tasks),))
    return write_template(SkillStandardReading(head, (tree,), (), (), ()))


def _task(at: int, name: str, texts: tuple[str, ...]) -> Task:
    code = f"1.{at}"
    return Task(code, name, (), tuple(SkillText(f"{code}.{row}", text, ()) for row, text in enumerate(texts, 1)))
