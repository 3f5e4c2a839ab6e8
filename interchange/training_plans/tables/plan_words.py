"""The words of plans: what a heading, a module, a nature or a total is called, from most to least specific."""

import re
import unicodedata
from collections.abc import Sequence

from interchange.training_plans.tables.numerals import COUNT, FIGURE

_SPACES = re.compile(r"[\s\u3000\xa0]+")
_BETWEEN_HAN = re.compile(r"(?<=[\u3000-\u303f\u4e00-\u9fff（）])\s+(?=[\u3000-\u303f\u4e00-\u9fff（）])")

FOOTNOTES = "①-⑳¹²³⁰⁴-⁹"
_FOOTNOTE = re.compile(rf"((?<=[0-9０-９])\s*[{FOOTNOTES}]+)")

# Modules by the words that name them; the first that is found decides. FOUNDATION_OR_CORE words give none.
_MODULES = (
    (
        "PRACTICE",
        (
            r"实践性教学|综合实践|集中实践|实践环节|实践教学|岗位实践|实习实训|综合实训|实践领域|实践课|实践模块|集中性|^实习$|^实践$|^实训$"
            r"|(?:岗位|顶岗|跟岗|认识|毕业|专业|生产)实习|毕业(?:设计|环节|实践)|社会实践|技能实训|实训(?:课|环节|教学)|实践技能"
        ),
    ),
    (
        "COMMON",
        r"^公[必选限]|公共(?!管理|事业|关系|卫生|安全|交通|营养|文化服务|服务)|通识|素质教育|人文素|素质.{0,2}拓展|思想政治|思政|通修|文化基础|基本素质",
    ),
    ("CORE", r"核心|专业模块课"),
    ("EXTENSION", r"拓展|方向|专业(?:群)?(?:任|限|选)|专选|职业能力提升|个性化|专业.{0,4}选修"),
    ("FOUNDATION", r"专业(?:群)?基础|平台课|技[术能]基础|专业平台|学科基础|职业基础|大类基础|专基|群平台|群共享"),
)
_LOOSE = re.compile(
    r"^(?!.*(?:基础|核心|拓展|公共)).*(?:平台课?|专业模块课|方向|专业(?:群)?(?:任|限|选)|专业.{0,4}选修|专选|集中性|大类)"
)
_NATURES = (
    ("RESTRICTED_ELECTIVE", r"限选|限定选修|限定性选修|必选|^\(?限\)?$"),
    ("ELECTIVE", r"选修|任选|公选|专选|互选|^\(?[选任]\)?$|自选"),
    ("REQUIRED", r"必修|^\(?必\)?$|公必|专必"),
)
_ASSESSMENTS = (("CHECK", r"考\s*[查察核]|^C$|查|评价|作品"), ("EXAM", r"考\s*试|^S$|^K$|^考$|试|^[闭开]卷$|^统考$"))
_LEVELS = {"初级": "ELEMENTARY", "中级": "INTERMEDIATE", "高级": "ADVANCED"}
_TITLE_NUMBER = re.compile(
    r"^(?:[附续]?表\s*\d+(?:[-.]\d+)*\s*[:：]?|[一二三四五六七八九十]+[、.．]|[(（][一二三四五六七八九十\d]+[)）]|\d+(?:\.\d+){0,3}\s+|\d+(?:\.\d+){1,3}|\d+[.、．])\s*"
)
_SHORT_TITLE = 12
# A title that says no more than the nature of the courses below.
NATURE_TITLE = re.compile(r"(?:必修|选修|限选|任选|限定选修|任意选修)课程?")
# A title that leaves open whether the courses below are foundation or core.
_ANY_MAJOR = re.compile(r"(?:[\u4e00-\u9fff()]{2,20}(?=专业课程$))?专业(?:技能|技术|学习)?(?:课程?|领域|模块)(?:模块)?")
TOTAL_WORD = re.compile(
    r"^其中[:：]?(?:必修|选修|限选|任选|公共|专业|理论|实践)|小计|合计|总计|共计|累计|应修学分|最低学分|毕业(?:总)?学分|学分要求|总学分$|总学时$"
    r"|(?:之|总)和$|^(?:本(?:模块|类|部分|平台|学期|学年))?应修$|^毕业要求(?:总)?学分|^全部课程$|^(?i:total|sum)$"
)
# A longer text that has such a word is a name or a note.
LABEL_LARGEST = 30
# Rows below courses that are neither courses nor sums of their figures.
OTHER_WORD = re.compile(r"^平均|比例(?:\(.*\)?)?$|占比|占总?学[时分]|百分比|门数|^周学时|平均周|考试周")
GRAND_WORD = re.compile(r"总计|共计|^合计(?:$|\()|^总合计|^全部|毕业(?:总|最低)?学分")
NOTE_START = re.compile(
    r"^(?:注|备注|说明|附注|注释|填表说明|数据来源)\s*\d?\s*[:：、.．]|^[①②③④⑤⑥⑦⑧⑨⑩※☆★*#△▲]|^(?:备注|说明|注)$"
)
NUMBERED_NOTE = re.compile(r"^\(?\d{1,2}\s*[.、．)](?!\d)")
COUNTED_OUT = re.compile(r"^\((.+)\)$")
# What says this of itself our own form calculated from the lines: it is shown, and not read back.
CALCULATED = "（按各行计算）"
# 二选一, 十二选三, 6选3, 任选两门, 限选1门, 选修2门, 两个方向任选其一, 任选一个方向; 任选6学分 says how many credits.
SOME_OF = re.compile(
    rf"\(?({COUNT})(?:选|门(?:课程?)?(?:中[任限应须自]?|[任限]|(?=选修))选(?:修|学|读)?)({COUNT})门?\)?"
    rf"|\(?(?:(?:以下|下列|上述|以上)?{COUNT}个?(?:方向|模块|组)(?:课程?)?[中里]?)?(?:任选(?:其中的?|其)?(?:至少)?|[限须应自]?选(?:修|学|读|择)?(?:其中的?|至少|不少于)?(?={COUNT}门))({COUNT})(?![\d.]*个?学分)(?:门|项|组|个)?(?:方向|模块)?\)?"
)
# 任选6学分, 至少选修4学分, 选八学分.
_SOME_CREDITS = re.compile(
    rf"(?:选修?|修满|修读|[任限]选)[(:,]?(?:至少|不少于|不低于|最低|≥|共|计|合计)?{FIGURE}个?学分"
)
# A模块（限选）: electives that are named apart as directions are.
_NAMED_MODULE = re.compile(r"(?:(?<![A-Za-z])[A-Z甲乙丙丁]模块|模块[A-Z甲乙丙丁](?![A-Za-z])).*选")
# What stands around the name of a direction: the nature, and words that say no more than that there are directions.
_NATURE_BEFORE = re.compile(
    r"^(?:限定性?选修|任意选修|专业选修|专业必修|限选|任选|选修|必修|必选)课?(?:程)?[\s(/、:-]*"
)
_ANY_DIRECTION = re.compile(
    r"专业|职业|岗位|就业|课程?|模块|[限任必公专]选|选修|必修|方向|[各每本个分选或限任()/、,:\s-]"
)
_CHOICE_NUMBER = re.compile(r"第(\d{1,4})组(?:[:：](.+))?")


def _normalized(text: str) -> str:
    """Write full-width digits and signs as usual ones; a footnote behind a figure is no digit of it: 32②, 48³."""
    if _FOOTNOTE.search(text) is None:
        return unicodedata.normalize("NFKC", text)
    parts = _FOOTNOTE.split(text)
    return "".join(each if at % 2 else unicodedata.normalize("NFKC", each) for at, each in enumerate(parts))


# Fonts of PDF files give ⽤, the radical, where 用 is printed: it looks the same and is another character.
_RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}


def fold(text: str) -> str:
    """Write full-width digits and signs as usual ones, and leave out blanks between Chinese characters."""
    folded = _normalized(text)
    return _BETWEEN_HAN.sub("", _SPACES.sub(" ", folded)).strip()


def as_written(text: str) -> str:
    """Leave out what blanks and line breaks add to a text; its characters stay, but for radicals."""
    return _BETWEEN_HAN.sub("", _SPACES.sub(" ", text.translate(_RADICALS))).strip()


def bare(text: str) -> str:
    """Leave out all blanks: headings are spread over their cells with them."""
    return _SPACES.sub("", _normalized(text))


def module_of(text: str) -> str | None:
    """Tell the module that a text names, if it names one."""
    return _first(_MODULES, _of_modules(text))


def module_of_path(path: Sequence[str]) -> str | None:
    """Tell the module that the headings over a course name, the innermost first; a loose word only where all are."""
    named = sorted((each for each in reversed(path) if module_of(each)), key=is_loose_module)
    return module_of(named[0]) if named else None


def module_title(text: str) -> str:
    """Give the module that a title above courses names, without its number; empty where it names none or several."""
    shown = _TITLE_NUMBER.sub("", as_written(text)).strip("【】[]:： ")
    named = [name for name, pattern in _MODULES if re.search(pattern, _of_modules(shown))]
    is_one = len(named) == 1 or (bool(named) and len(shown) <= _SHORT_TITLE)
    return shown if is_one or (not named and (nature_of(shown) or _ANY_MAJOR.fullmatch(shown))) else ""


def title_number(text: str) -> str:
    """Give the kind of number that a title begins with, as the signs around it; empty where it has none."""
    if levels := re.match(r"(\d+(?:\.\d+){1,3})|\d+\s", fold(text)):
        return "d" + "." * (levels[1] or "").count(".")
    match = _TITLE_NUMBER.match(fold(text))
    return re.sub(r"[\d一二三四五六七八九十\s]+", "", match[0]) if match else ""


def without_number(text: str) -> str:
    """Give a title without its number."""
    return _TITLE_NUMBER.sub("", as_written(text))


def is_loose_module(text: str) -> bool:
    """Whether the word that names a module leaves it open: a platform may be foundation, a direction extension."""
    return bool(_LOOSE.search(_of_modules(text)) or re.search(r"(?<!人文)素质.{0,2}拓展", text))


def nature_of(text: str) -> str | None:
    """Tell the nature that a text names, if it names one only."""
    stripped = bare(text)
    if re.search(r"必修.{0,3}(?:选修|限选)|(?:选修|限选).{0,3}必修", stripped):
        return None
    return _first(_NATURES, stripped)


def assessment_of(text: str) -> str | None:
    """Tell whether a text names an examination or a check."""
    stripped = bare(text)
    if ("考试" in stripped and re.search("考[查察]", stripped)) or re.match("免|非", stripped):
        return None
    return "EXAM" if "考试" in stripped else _first(_ASSESSMENTS, stripped)


def is_loose_assessment(text: str) -> bool:
    """Whether the word that names an assessment is that of neither kind: 操作考核, 过程性评价, 开卷."""
    return not re.search(r"考\s*[试查察]|^[考试查SKC]$", bare(text))


def is_calculated(text: str) -> bool:
    """Whether a text says that what stands next to it was calculated from the lines."""
    return bare(text).endswith(bare(CALCULATED))


def choice_of(text: str) -> tuple[int, str | None] | None:
    """Read the group of choices that a line is in, and its option there: 第2组：甲方向."""
    match = _CHOICE_NUMBER.fullmatch(text)
    return (int(match[1]), match[2]) if match else None


def direction_of(text: str) -> str:
    """Give the direction that a text names, without the nature before it; empty where it names none.

    限选(方向一) names one, 专业方向课 none.
    """
    shown = _NATURE_BEFORE.sub("", fold(text)).strip()
    if shown.count(")") > shown.count("("):
        shown = shown.removesuffix(")")
    is_one = "方向" in shown and bool(_ANY_DIRECTION.sub("", SOME_OF.sub("", shown)))
    is_one = is_one or bool(_NAMED_MODULE.search(shown))
    return shown if is_one else ""


def choice_in_nature(text: str) -> str:
    """Give what the cell of a nature says of a choice: a direction, or how many are chosen; empty where nothing."""
    says_how_many = SOME_OF.search(bare(text)) or _SOME_CREDITS.search(bare(text))
    return direction_of(text) or (fold(text) if says_how_many else "")


def level_of(text: str) -> str | None:
    """Tell the one level that a text names."""
    levels = [code for name, code in _LEVELS.items() if name in text]
    return levels[0] if len(levels) == 1 else None


def nature_text_of(text: str) -> str | None:
    """Give the word of a nature in a longer text: the name of a sheet or module."""
    match = re.search(r"限定性选修|限定选修|限选|任选|必修|选修|公[选必]|专[选必]|必选", bare(text))
    return match[0] if match else None


def _of_modules(text: str) -> str:
    """Write 专业(群) as 专业群, without blanks."""
    return bare(text).replace("(群)", "群")


def _first(words: tuple[tuple[str, str], ...], text: str) -> str | None:
    return next((name for name, pattern in words if re.search(pattern, text)), None)
