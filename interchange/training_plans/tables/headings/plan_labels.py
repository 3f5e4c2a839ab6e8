"""The words that stand over columns, and what each says that its cells mean."""

import re
from collections.abc import Sequence
from functools import lru_cache

from interchange.training_plans.tables.headings.plan_meanings import Meaning
from interchange.training_plans.tables.plan_words import bare

M = Meaning
_LEGEND = re.compile(r"\([^()]*[:：;；*][^()]*\)|\(\*?标注\)|\((?:个|门|周|节|学时|学分|小时|分|h)\)|[:：*]$")
# What stands in brackets after a heading and says how its cells are written: (A理论课/B实践课), (必修/选修).
_WRITING = re.compile(r"\((?:[A-Za-z0-9①-⑨*★▲△√●].*|[必修选限任公专定、/,]+)\)$")
NAME_ALONE = "名称"
# What certificates, competitions and rooms have next to 名称, and courses have not.
_OF_OTHERS = re.compile(r"等级|级别|证书|奖|设备|数量")
_ASSESSING = r"考核|考试|考查|成绩"
# The last label of a column, then what must stand above it; the first that fits decides.
_LABELS: tuple[tuple[Meaning, str, str], ...] = (
    (M.CHOICE, r"选课组号", ""),
    (M.INDEX, r"序号?|编号|No\.?|项次", ""),
    (M.CODE, r"(?:课程|项目|环节|科目|实践|实训)*(?:代码|编码|代号|号码)|课程(?:编?号)|课程国标代码", ""),
    (M.SEMESTER_AND_WEEKLY, r"(?:开课)?学期/周学时", ""),
    (M.THEORY_AND_PRACTICE, r"(?:总?(?:学时|课时)\(?)?(?:理论|讲授|讲课).{0,4}[/+].{0,2}(?:实践|实训|实验).{0,4}", ""),
    (M.PREREQUISITES, r".*(?:先修|前置|前导|先导|预修|前续|前修).*", ""),
    (
        M.NAME,
        (
            r"(?:主要|中文|学习领域|实训)?课程(?:中文)?(?:名称?)?(?:及.*|\(中.*\)|[(/](?:课程)?[代编]码\)?)?|科目(?:名称)?|课程[(/]?(?:项目|环节|模块)\)?名称|课程[(/](?:项目|环节|科目)\)?"
            r"|课程[/、或]?(?:教学)?环节(?:名称)?"
        ),
        "",
    ),
    (
        M.NAME,
        r"(?:集中性?)?(?:综合)?实践(?:教学)?(?:环节|项目|课程)(?:名称)?|(?:教学)?环节(?:名称)?|(?:集中)?(?:实训|实习)*项目(?:名称)?",
        "",
    ),
    (M.CREDITS_AND_HOURS, r"学分[/、(]+(?:总?学时|课时)\)?", ""),
    (M.HOURS_AND_CREDITS, r"(?:总?学时|课时)[/、(]+学分\)?", ""),
    (M.HOURS, r"总?(?:学时|课时)(?:数)?[/、或(]+周数\)?|周数[/、或(]+总?(?:学时|课时)(?:数)?\)?", ""),
    (M.THEORY, r"理", r"学时|课时"),
    (M.PRACTICE, r"(?:集中性?|校外|课外|跟岗|临床|教学|独立)?(?:实训|见习|实习|研习|实践)", r"学时|课时"),
    (M.PRACTICE, r"实", r"学时|课时"),
    (M.COUNTED, r"是否计入(?:总?学[时分])*|计入总?学[时分](?:学[时分])?", ""),
    (M.RULE_MODULE, r"按规则归类", ""),
    (M.SHARE, r"\D*(?:比例|占比|百分比|%)\D*", ""),
    (M.CREDITS, r"(?:总|计划|课程|应修|最低|建议|每门|单门|各门)?学分(?:数|值|小计|合计)?", ""),
    (
        M.WEEKLY,
        r"(?:平均|参考|学期|每学期|课程)?(?:周(?:学时|课时|时数)(?:数)?|每周(?:学时|课时)(?:数)?)(?:[×*/xX]周数?)?(?:\((?:起止周次?|周次|教学周次?|周数)\))?",
        "",
    ),
    (M.WEEKLY, r"(?:教学|上课)?周数?[×*xX]周?(?:学时|课时|时数)(?:数)?", ""),
    (M.WEEKS, r".*周数|实践周|教学周|周|起始结束周|起止周次?|(?:上课|开课|教学)周次", ""),
    (
        M.THEORY,
        r"(?:其中)?:?(?:课内|线下)?(?:理论|讲授|讲课|课堂)(?:教学|讲授|授课|部分)?(?:总)?(?:学时|课时|时)?(?:数)?",
        "",
    ),
    (
        M.PRACTICE,
        r"(?:其中)?:?(?:课内|线下|校内|课程)?(?=.*[实机技])(?:实践|实训|实验|上机|实操|实习|技能训练|[/、与和及()]|\(验\))+(?:教学|训练|部分)?(?:总)?(?:学时|课时|时)?(?:数)?",
        "",
    ),
    (
        M.HOURS,
        r"(?:教学|课程|计划|合计|参考|建议|基准|标准|折合|折算|每门|单门|各门|课内(?=总))?(?:总)?(?:学时|课时|时数)(?:数|合计|总数|总计|小计)?",
        "",
    ),
    (
        M.HOURS,
        r"(?:必修|选修|限选|任选|校内|校外|企业|学校|线上|线下|网络|面授|课内|课外)(?:教学|授课)?(?:学时|课时)",
        "",
    ),
    (M.CREDITS, r"(?:必修|选修|限选|任选)学分", ""),
    (M.HOURS, r"总计|小计|合计|总数|共计|总", r"学时|课时|时数"),
    (M.CREDITS, r"总计|小计|合计|总数|共计|总", r"学分"),
    (M.YEAR, r"(?:开课|开设|授课|建议|修读|修习|学习)*学年度?", ""),
    (
        M.SEMESTERS,
        r"(?:开课|开设|开出|授课|教学|建议|修读|修习|学习|实施|上课|起止|执行|安排|课程)*(?:学年)?学期(?:分布|安排)?|(?:开课|开设)时间|第几学期",
        "",
    ),
    (M.EXAMINED, r"考试课?(?:程)?学期", ""),
    (M.CHECKED, r"考[查察]课?(?:程)?学期", ""),
    (M.EXAMINED, r"考试(?:课|学期)?", _ASSESSING),
    (M.CHECKED, r"考[查察](?:课|学期)?", _ASSESSING),
    (M.ASSESSMENT, r"类型|方式|形式|类别|方法|性质", r"考核|考试|考查|成绩评定"),
    (M.ASSESSMENT, r"(?:成绩|课程)?考核.*|考试.*|考查.*|成绩评定.*|(?:评价|考评)(?:方式|形式|方法)", ""),
    (
        M.NATURE,
        r"(?:课程|修读|修习|修课|选修|选课|学习|开课)*(?:性质|属性)|选修.?必修|必/?选修?|课程性质\(必修/限选/选修\)|[修选]?[修读习课](?:类型|方式|要求|类别)|必修.?选修|(?:课程|修读)?(?:性质|属性)[/、及与和(]+(?:专业|选课|修读|课程)?(?:方向|分组|组别|要求)\)?|(?:专业)?方向[/、及与和(]+(?:课程)?(?:性质|属性)\)?|选课(?:性质|类型)|选修类型|必/选",
        "",
    ),
    (M.NATURE_TICK, r"必修课?|选修课?|限选课?|任选课?|限定选修|任意选修", r"性质|属性|类别|类型|修读|选课|方式|要求"),
    (
        M.GROUP,
        r"课程组(?:名称)?|(?:选修|选课|修读)(?:说明|规定)|选课组|组别|(?:课程|选课|选修)?分组|(?:专业)?方向(?:名称)?|子模块|模块名称|课程群|小类",
        "",
    ),
    (
        M.MODULE,
        r"课程类别名称|(?:选修|选课)模块|(?:课程|所属)*(?:类别|大类|模块|平台|体系|结构|类型|分类|领域|类)|学习领域|课程性质及类别|教学模块",
        "",
    ),
    (M.MODE, r".*(?:授课|上课|教学)(?:方式|形式|模式|场所|地点|场地)\d?", ""),
    (
        M.DEPARTMENT,
        r"(?:开课|承担|归属|授课|责任|所属|教学|任课|归口|实施).{0,2}(?:部门|单位|院系|学院|系部|系|教研室)|原所属专业|课程归属",
        "",
    ),
    (
        M.REMARK,
        r"(?:[^学考周]{0,8}[/、及与和])?备\s*注(?:说明)?(?:\([^()]*\))?|(?:(?:对接|融通|对应)?证书[/、及与和])?说明|(?:对接|融通|对应|考取|相应|可考)(?:的)?(?:职业(?:技能)?(?:等级|资格)?)?证书(?:名称)?|课证(?:融通|融合)(?:证书)?|注",
        "",
    ),
)
_COMPILED = tuple(
    (meaning, re.compile(label), re.compile(above) if above else None) for meaning, label, above in _LABELS
)


def plain_label(text: str) -> str:
    """Give the text of a heading without blanks, and without what explains it in brackets."""
    stripped = bare(text)
    return _LEGEND.sub("", stripped) or stripped


@lru_cache(maxsize=2_048)
def meaning_of(label: str, above: str) -> Meaning | None:
    """Give the meaning of a label under those above it; the first that fits."""
    for meaning, pattern, needed in _COMPILED:
        if pattern.fullmatch(label) and (needed is None or needed.search(above)):
            return meaning
    shorter = _WRITING.sub("", label)
    return meaning_of(shorter, above) if shorter != label else None


def is_name_label(text: str) -> bool:
    """Whether a text is the heading of the names of courses."""
    return meaning_of(plain_label(text), "") is M.NAME


def names_courses(labels: Sequence[str]) -> bool:
    """Whether the labels of a heading name courses: 名称 alone does next to codes and credits with hours or weeks.

    Competitions, activities and certificates that are worth credits are called 名称 too, often with hours or weeks.
    Most have no codes, and those that do have a level next to them.
    """
    meanings = [meaning_of(each, "") for each in labels]
    has_codes = M.CODE in meanings or meanings.count(M.INDEX) > 1
    has_figures = M.CREDITS in meanings and (M.HOURS in meanings or M.WEEKS in meanings)
    is_of_others = any(_OF_OTHERS.search(each) for each in labels if meaning_of(each, "") is None)
    return M.NAME in meanings or (NAME_ALONE in labels and has_codes and has_figures and not is_of_others)
