"""What a plan says of itself before its tables: college, major with its code, grade, level, years."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanHead, PlanPlace, PlanRemark
from interchange.training_plans.tables.plan_numbers import CHINESE
from interchange.training_plans.tables.plan_words import bare, module_of, module_title

# Schools of a college that joins many have its name and their own: 示例联合职业技术学院江州分院.
# A centre may call itself a school too: 示例县职业技术教育中心学校.
_SCHOOL = (
    r"(?:联合职业技术学院[\u4e00-\u9fff]{2,10}?(?:分院|办学点)"
    r"|职业技术大学|大学|学院|职业学校|专业学校|技工学校|中专|(?:职教|职业(?:技术)?教育(?:培训)?)中心(?:学校)?|职业中学|学校)"
)
_COLLEGE = re.compile(rf"(?:^|[:\s])([\u4e00-\u9fff()]{{2,18}}?{_SCHOOL})")
# A department is an 学院 too; these words stand in the names of colleges.
_OWN_LINE = re.compile(r"职业|技术|大学|专科|师范|职教|技工|技师|中专|中等")
_COLLEGE_LABEL = re.compile(r"^(?:学校|院校|办学单位|培养单位)(?:名称)?\s*:\s*(.{3,120})$")
# 学院 is what departments are called, too: it names the college where its name says so.
_OWN_LABEL = re.compile(
    rf"^学院(?:名称)?\s*:\s*([\u4e00-\u9fff()]{{2,18}}?{_SCHOOL})"
    r"(?=$|[\s;；,，]|专业|学制|年级|层次|教学|系|适用|招生)"
)
# Another fact in the same line: 学校：甲学院  学制：三年.
_NEXT_LABEL = re.compile(
    r"[\s;；,，]*(?=(?:学制|(?:修业|学习|基本)年限|(?:招生|适用|培养)(?:对象|年级|类型|层次)|入学(?:要求|条件)|年级|专业(?:名称|代码|类)?|所属专业类?"
    r"|(?:学历|办学)?层次|(?:所属)?(?:院系|系部|二级学院)|(?:制[订定]|修订|编制)时间|执笔人|负责人)\s*:)"
)
_COLLEGE_LARGEST = 40
# 学院：车辆学院 专业：汽车技术: no blank parts Chinese words once a text is folded, so the department tells the label.
_MAJOR_LABEL = re.compile(
    r"(?:(?:^|\s|;|^(?:所在|所属)?(?:学院|院系|系部|二级学院|系)\s*:\s*[\u4e00-\u9fff]{2,16}?[院系部])专业|专业名称)"
    r"(?:[及与和、(]+(?:专业)?代码\)?)?\s*:\s*(.{2,60})$"
)
# Whatever a table is called, a short text that names a major with its code, and a grade or a form, is a title.
_CODED_TITLE = re.compile(
    r"[\u4e00-\u9fff]{2,24}(?:专业)?\((?:专业)?(?:代码)?:?\s*\d{6}[A-Z]?\).*(?:20\d{2}\s*[级版届]|表|计划|安排|方案|课程设置|进程)"
)
_CODE = re.compile(r"(?<!\d)(\d{6}[A-Z]?)(?!\d)")
_CODE_LABEL = re.compile(r"(?:专业)?代码\s*[:：]?\s*(\d{6}[A-Z]?)(?!\d)")
_GRADE = re.compile(r"(20\d{2})\s*[级版届]|适用(?:年级|对象)\s*:\s*(20\d{2})")
# 年级:2022级 counts among other facts of a long line too; the blank before 适用年级 may be lost.
_GRADE_LABEL = re.compile(r"(?:(?:^|\s)|(?=适用))(?:适用)?年级\s*:\s*(20\d{2})")
_TITLE = re.compile(r"人才培养方案|培养方案|教学计划|教学进程|课程设置(?:与|一览|安排)|指导性教学|实施性教学")
_TITLE_MAJOR = re.compile(
    r"([\u4e00-\u9fffA-Za-z0-9+/·()-]{2,30}?)(?:专业群?)?\s*(?:\(\s*(?:专业)?(?:代码)?[:\s]*\d{6}[A-Z]?\s*\))?(?:专业群?)?\s*(?:实施性|指导性|职业本科|高职|专科|中职|[三四五]年制|[分按各]学[期年])*"
    r"(?:人才培养方案|培养方案|专业教学计划|教学计划|教学进程|课程设置|指导性教学|实施性教学)"
)
# The name right before its code.
_CODED_MAJOR = re.compile(r"([\u4e00-\u9fff]{2,24}?)(?:专业)?\s*\((?:专业)?(?:代码)?:?\s*\d{6}[A-Z]?\)")
# What stands before the name of a major and is no part of it.
_BEFORE_MAJOR = re.compile(
    r"^(?:中高职|中本|高本|贯通|衔接|一体化|培养|[二三四五]年(?:一?贯)?制|高职|中职|专科|大专|\(?\d\+\d\)?)+"
)
# 大数据工程技术(职业本科): the level is no part of the name, as a variant would be.
_LEVEL_OF_MAJOR = re.compile(
    r"(?<=.)\((?:(?:职业|高职)?本科|(?:三年制)?(?:高职|大专|专科)(?:专科)?|(?:三年制)?(?:中职|中专)|[二三四五](?:\+[二三四五])?年(?:一贯)?制)(?:层次)?\)$"
)
_MODULE_NAME = re.compile(r"(?:课程?|环节|模块|教学|实践|选修|必修)$")
_NO_MAJOR = re.compile(
    r"(?:各|本|学校|学院)?(?:人才|课程|专业|总体|教学|学期|学年|三年制|五年制|高职|(?:职业|应用型?)?本科|专科|大专|中职|中专|[学阶]段|模板|年级)+"
    r"|.*(?:修订|编制|制订|审批|论证).*"
)
_ALONE_MAJOR = re.compile(
    r"(?:20\d{2}\s*[级版])?([\u4e00-\u9fff]{2,16}(?:\([\u4e00-\u9fff]{2,12}\))?)专业"
    r"(?P<level>\((?:(?:职业|高职)本科|(?:三年制)?(?:高职|大专|专科)|(?:三年制)?(?:中职|中专)|[三四五]年(?:一贯)?制)\))?"
)
# 专业(技能)课程设置与安排, 公共基础课程设置一览: the table of a module, and no plan of a major.
_ONLY_MODULE_WORDS = re.compile(
    r"(?:公共|专业|通识|素质|思政|职业|集中|综合|\((?:技能|技术|群)\)|技能|技术|能力|基础|核心|拓展|扩展|提升|方向|教育|实践|教学|平台|必修|选修|限选|任选)+(?:课程?)?"
)
# 文化课教学进程表, 岗位实习教学计划: no major is called so.
_NO_END_OF_MAJORS = re.compile(r"(?:课程?|实习|实训|军训)$")
_YEARS = re.compile(
    r"(?<!弹性)(?:学制|修业年限|学习年限|基本年限)(?:(?!最长|最多|不超过|弹性)[^\d一二三四五]){0,8}([一二三四五2-5])\s*年|([一二三四五])年(?:一?贯)?制|(?:^|[\s;；,，)])学制\s*:\s*([2-5])(?=$|[\s;；,，])"
    r"|^(?:全日制)?([二三四五2-5])\s*年[,，;；。].{0,20}(?:学制|修业|年限)|^([二三四五2-5])\s*年[,，](?:均?为)?全日制(?:高职|职业|中职|中专|大专)?(?:本科|专科)?(?=$|[,，;；。])|[;；。]全日制([二三四五])年(?=$|[,，;；。])|本方案[为是](?:全日制|(?:高职|中职|专科|大专|中专)(?:学?段|阶段|层次)?|学制)*([一二三四五2-5])\s*年"
)
_LEVELS = (
    ("BACHELOR", r"职业本科|本科层次|高职本科"),
    ("ASSOCIATE", r"(?<!中)高职(?!本科)|专科|大专|高等职业"),
    ("SECONDARY", r"中职|中专|中等职业|技工"),
)
# Who is admitted comes from another level: 招生对象：中等职业学校毕业生, 招收中职应届毕业生.
# 适用对象 names the students of the plan itself, and 大专毕业证书 what they get.
_ADMITTED = re.compile(
    r"(?:(?:招生|入学)(?:对象|要求|条件)|(?:生源|学生)(?:类型|来源|类别)?)\s*:[^。;；]*?(?=[。;；]|学制|年限|层次|$)"
    r"|招收[^，,。;；:()]{0,16}?(?:毕业|学生|生源)"
    r"|(?:中等职业(?:技术)?(?:学校|教育)?|中职(?:学校)?|中专(?:学校)?|技工(?:学校|院校)|高职|专科|大专)+(?:[^，,。;；:()\s招]{0,6})(?:毕业生|应届|往届|生源)"
    # 三年制普高生、中职生: of both kinds of school students come, and none is of the plan.
    r"|普(?:通)?高(?:中)?生?[、和及与/]+(?:中职|中专)生?|(?:中职|中专)生?[、和及与/]+普(?:通)?高(?:中)?生?"
)
_LEVEL_WHERE = re.compile(r"层次|学制|年制|修业年限|高职|中职|本科")
_HOURS_PER_WEEK = re.compile(r"(?:每周|1周|一周)(?:均|按|折合|计|以|为|折算为?|算)*(\d{2})(?:个)?(?:学时|课时|节)")
_FORM = re.compile(r"(非全日制|全日制|业余|函授)")
_FORM_LABEL = re.compile(r"(?:学习|教育|办学|培养)形式\s*:\s*(非全日制|全日制|业余|函授)")
# 学制五年(五年一贯制高职),全日制: in a longer text the form counts where the years stand before it, and no other does.
_FORM_OF_YEARS = re.compile(r"(?:学制|修业年限)[^。;；]{0,24}?[,，、(]?(非全日制|全日制|业余|函授)(?=$|[,，;；。)])")
_JUNK = re.compile(
    r"^第[一二三四五六七八九十]+(?:部分|[章节])|^附[件表录]\s*\d*\s*[:.、]?|^(?:续?表|图)\s*[\d一二三四五六七八九十]+(?:-\d+)?(?:\s*\(续表?\))?\s*[:.、]?"
    r"|\(?20\d{2}\s*[级版届]\)?|^关于|^[一二三四五六七八九十]+、|^\([一二三四五六七八九十\d]{1,3}\)"
)
# (二), 第三节, 表七: the number of a heading alone.
_NUMBER_ALONE = re.compile(r"\(?(?:第|附?[件表录图])?[\d一二三四五六七八九十-]{1,4}(?:部分|[章节条])?\)?")
# What names the majors of a module that several have in common: 工科类专业公共课程, 相关专业.
# A major may be called 全媒体电商运营.
_MANY_MAJORS = re.compile(r"类$|^(?:各|本|该|全(?!媒体)|相关|其他|所有|不同|同)")
# The first two digits of codes of 2021 by level; those of 2004 and 2015 overlap with them.
_CODE_LEVELS = ((range(21, 40), "BACHELOR"), (range(41, 60), "ASSOCIATE"), (range(60, 80), "SECONDARY"))
# Colleges had these too, before the codes of 2021.
_CODES_OF_TWO_LEVELS, _YEAR_OF_CODES = range(60, 70), 2021


# 2025级专业人才培养方案汇编: the cover of a file with several plans.
_COMPILATION = re.compile(r"汇编|合订本|合集")
# Of 2024版汇编(2025级适用) the grade is the second.
_GRADES_OF_ALL = re.compile(r"(20\d{2})\s*级"), re.compile(r"(20\d{2})\s*[版届]")


def grade_of_compilation(title: str) -> str:
    """Give the grade that the title of a compilation of plans names; empty where it is none."""
    found = (each.search(title) for each in _GRADES_OF_ALL) if _COMPILATION.search(title) else ()
    match = next(filter(None, found), None)
    return f"{match[1]}级" if match else ""


class NamedMajor(NamedTuple):
    """A major of the national catalogue, with its edition."""

    edition: str
    code: str
    name: str


class HeadText(NamedTuple):
    """A text before the tables: a line, or a label and the cell next to it."""

    text: str
    place: PlanPlace


class Facts:
    """Gathers what texts say; the first to say it counts, and a later one that differs is a problem."""

    def __init__(self) -> None:
        self.values: dict[str, str | int] = {}
        self.labelled: set[str] = set()
        self.is_closed = False
        self.problems: list[PlanRemark] = []
        self.guesses: list[PlanRemark] = []
        # On the cover of a compilation of plans.
        self.grade_of_all = ""

    def take(self, each: HeadText) -> bool:
        """Take the facts of a text; whether it had any."""
        text = each.text
        if self._is_of_another_school(text):
            return False
        found = self._code_of_known(text)
        for name, value in _facts(text):
            found = True
            if self.is_closed:
                continue
            if name in {"major_name", "college"} and name not in self.labelled and _is_labelled(name, text):
                # What stands after a label counts more than what a title seems to say.
                self.labelled.add(name)
                self.values[name] = value
            kept = self.values.setdefault(name, value)
            if kept != value and name == "major_code":
                self.problems.append(PlanRemark("head-differs", f"{kept} / {value}", each.place))
        return found

    def _code_of_known(self, text: str) -> bool:
        """Take the code right after the name of the major that is known: 软件技术（510203）."""
        # A variant in brackets is that of the plan: 模具设计与制造(现代学徒制) has the code of 模具设计与制造.
        name = re.sub(r"(?<=.)\([^()]*\)$", "", str(self.values.get("major_name", "")))
        if self.is_closed or not name or "major_code" in self.values:
            return False
        match = re.search(
            rf"(?:^|[^\u4e00-\u9fff]){re.escape(name)}(?:专业)?\((?:专业)?(?:代码)?:?(\d{{6}})\)"
            rf"|^{re.escape(name)}(?:专业)?[,，、;；]?(?:专业)?(?:代码)?[:为]?(?!20)(\d{{6}})[。;；]?$",
            bare(text),
        )
        if match:
            self.values["major_code"] = match[1] or match[2]
        return match is not None

    def _is_of_another_school(self, text: str) -> bool:
        """Whether a line is another major and its level: one that students come from or go on to."""
        alone = _ALONE_MAJOR.fullmatch(text)
        return bool(alone and alone["level"] and self.values.get("major_name", alone[1]) != alone[1])

    def take_form(self, values: Mapping[str, str | int]) -> None:
        """Take the head of our own form, which names each fact; what other texts seem to say counts no more."""
        self.values = dict(values)
        self.is_closed = True

    def differs(self, text: str) -> bool:
        """Whether a text names another major than the one known: another plan begins."""
        return not self._is_of_another_school(text) and any(
            name in {"major_name", "major_code"} and self.values.get(name, value) != value
            for name, value in _facts(text)
        )

    def entry_year(self) -> int | None:
        """Give the year in which the students enter, if a text has said it by now."""
        match = re.match(r"20\d{2}", str(self.values.get("grade", self.grade_of_all)))
        return int(match[0]) if match else None

    def head(self) -> PlanHead:
        """Give the head; the level may follow from the code."""
        known = {name: value for name, value in self.values.items() if name in PlanHead._fields}
        head = PlanHead(**known)  # type: ignore[arg-type]  # each pattern gives the type of its field
        if not head.grade and self.grade_of_all and not self.is_closed:
            self.guesses.append(PlanRemark("grade-of-the-compilation", self.grade_of_all, None))
            head = head._replace(grade=self.grade_of_all)
        if not head.major_code:
            return head
        first = int(head.major_code[:2])
        level = next((level for codes, level in _CODE_LEVELS if first in codes), None)
        if head.education_level:
            if level not in {None, head.education_level} and first not in _CODES_OF_TWO_LEVELS:
                differs = f"{head.education_level} ≠ {level} ({head.major_code})"
                self.guesses.append(PlanRemark("level-not-that-of-the-code", differs, None, head.education_level))
            return head
        is_of_2021 = first not in _CODES_OF_TWO_LEVELS or (self.entry_year() or 0) > _YEAR_OF_CODES
        if level == "SECONDARY" and not is_of_2021 and re.search(r"学院|大学", head.college or ""):
            level = "ASSOCIATE"
        if level:
            self.guesses.append(PlanRemark("level-by-code", head.major_code, None, level))
        return head._replace(education_level=level)


def _plain_major(text: str) -> str:
    """Leave out the code and the word 专业; a variant in brackets stays: 市场营销(校企合作)."""
    name = _BEFORE_MAJOR.sub("", re.sub(r"\(\d{6}[A-Z]?\)|专业群?(?=\(|$)", "", text)).strip()
    name = _LEVEL_OF_MAJOR.sub("", name)
    return name if name.count("(") == name.count(")") else name.strip("() ")


def _without_module(name: str) -> str:
    """Leave out the module that stands after a major: 机电技术专业专业课程; empty where that is of several majors."""
    major, word, module = name.partition("专业")
    is_course = bool(re.fullmatch(r"课程?", module)) and not re.search(r"课|[及与和]$", major)
    if not word or (not is_course and (not _MODULE_NAME.search(module) or not module_title(module))):
        return name
    return "" if _MANY_MAJORS.search(major) else major


def _is_labelled(name: str, text: str) -> bool:
    return bool((_MAJOR_LABEL if name == "major_name" else _COLLEGE_LABEL).search(text))


def _facts(text: str) -> Iterable[tuple[str, str | int]]:
    is_title = bool(_TITLE.search(text) or _CODED_TITLE.search(text)) and len(text) <= 80
    if is_title:
        yield "title", text
    yield from _college(text, is_title=is_title)
    yield from _major(text, is_title=is_title)
    if match := _GRADE.search(text) if is_title or len(text) <= 40 else _GRADE_LABEL.search(text):
        yield "grade", f"{next(filter(None, match.groups()))}级"
    if len(text) <= 80 and (match := _YEARS.search(text)):
        years = next(filter(None, match.groups()))
        yield "duration_years", CHINESE.get(years) or int(years)
    alone = _ALONE_MAJOR.fullmatch(text)
    if len(text) <= 80 and (level := _level(text, is_title=is_title or bool(alone and alone["level"]))):
        yield "education_level", level
    if match := _HOURS_PER_WEEK.search(bare(text)):
        yield "hours_per_week", int(match[1])
    if match := _FORM.search(text) if len(text) <= 40 else _FORM_LABEL.search(text) or _form_of_years(text):
        yield "education_form", match[1]


def _form_of_years(text: str) -> re.Match[str] | None:
    """Find the form behind the years; where a text names two, one is of some students alone."""
    return _FORM_OF_YEARS.search(text) if len({*_FORM.findall(text)}) == 1 else None


def _level(text: str, *, is_title: bool) -> str | None:
    """Give the level that a title or a text on years or levels names; that of those who are admitted is another."""
    own = _ADMITTED.sub("", text)
    if not _LEVEL_WHERE.search(own) or not (is_title or re.search(r"层次|学制|年制|修业|年限", own)):
        return None
    return next((name for name, pattern in _LEVELS if re.search(pattern, own)), None)


def _college(text: str, *, is_title: bool) -> Iterable[tuple[str, str]]:
    labelled = _COLLEGE_LABEL.match(text)
    name = _NEXT_LABEL.split(labelled[1])[0].strip() if labelled else ""
    own = _OWN_LABEL.match(text)
    if 0 < len(name) <= _COLLEGE_LARGEST:
        yield "college", name
    elif own and _OWN_LINE.search(own[1]):
        yield "college", own[1]
    elif is_title or (
        re.fullmatch(rf"[\u4e00-\u9fff]{{2,18}}{_SCHOOL}(?:\([^()]{{2,12}}\))?", text) and _OWN_LINE.search(text)
    ):
        match = _COLLEGE.search(_JUNK.sub("", text))
        # A department is an 学院 too: two words at least stand before it.
        if match and len(match[1]) >= 6:
            yield "college", match[1]


def _major(text: str, *, is_title: bool) -> Iterable[tuple[str, str]]:
    label = _MAJOR_LABEL.search(text)
    if label:
        name = re.split(r"[(,,;；]|专业代码|代码", _NEXT_LABEL.split(label[1])[0])[0].strip()
        yield "major_name", re.sub(r"专业$", "", name)
    code = _CODE_LABEL.search(text) or (_CODE.search(label[1]) if label else None)
    if code is None and is_title:
        code = re.search(r"\(\s*(\d{6}[A-Z]?)\s*\)", text)
    if code:
        yield "major_code", code[1]
    if label:
        return
    if is_title:
        stripped = _COLLEGE.sub("", _JUNK.sub("", text)).strip()
        # Between the college and the rest of a title a point or a dash may stand.
        plain = _JUNK.sub("", stripped).lstrip("·•・-—–|/:, ")
        if match := _CODED_MAJOR.search(plain) or _TITLE_MAJOR.search(plain):
            name = _without_module(_plain_major(match[1]))
            if _GRADE.search(text) and module_of(name) is None:
                name = name.removesuffix("课程")
            is_module = bool(_MODULE_NAME.search(name)) and module_of(name) is not None
            # 第一学年第二学期教学进程表 names a semester.
            is_module |= bool(re.search(r"学[年期]$|^第[\d一二三四五六]", name) or _NUMBER_ALONE.fullmatch(name))
            is_module |= _ONLY_MODULE_WORDS.fullmatch(name) is not None or _NO_END_OF_MAJORS.search(name) is not None
            if len(name) >= 2 and not is_module and not _NO_MAJOR.fullmatch(name):
                yield "major_name", name
    elif match := _ALONE_MAJOR.fullmatch(text):
        yield "major_name", match[1]
