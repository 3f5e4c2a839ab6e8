"""Certificates that a text lists: 取得下列证书之一：甲证书（中级，第4学期）、乙证书, or each in a line below."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from analysis.training_plans.training_plan import PlanPlace, PlanRemark, TargetCertificate
from interchange.training_plans.plan_head import HeadText
from interchange.training_plans.tables.plan_numbers import semester_list
from interchange.training_plans.tables.plan_words import bare, fold, level_of

# What follows are certificates that a student gets, and no courses that they stand for.
_LISTS = re.compile(
    r"(?:取得|获得|考取|具备|持有)[^。;；:]{0,8}(?:下列|以下|如下)[^。;；:]{0,30}证书?[之中的至少任其一二两三\d项种个本张门及以上()]{0,12}:"
)
_NUMBERED = re.compile(r"^(?:\(\d{1,2}\)|\d{1,2}[.、．)]|[①-⑩])\s*")
_NAME = r"[^、;；。,，()]{4,40}"
# 甲证书(中级,第4学期), and 甲证书(1+X),中级,第4学期 in a line of its own.
_IN_BRACKETS = re.compile(rf"({_NAME})\(([^()]*)\)")
_IN_A_LINE = re.compile(rf"({_NAME}(?:\([^()]*\))?)[,，]([^;；。]*)[;；。]?")
# 四、职业证书 as a title, and 职业技能等级证书:甲(高级,第6学期) in one line: what follows is nothing but certificates.
# 证书对应课程 and 毕业证书 are titles of other things.
_TITLE = re.compile(
    r"(?!.*(?:课|毕业证|学历|学位|置换|学完))(?:[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十]{1,2}\)|\d[.、])?[^。;；:,，、]{0,16}证书[^。;；:,，、书]{0,6}"
)
_ONE = rf"{_NAME}\([^()]*学期[^()]*\)"
_ONLY_ITEMS = re.compile(rf"({_ONE}(?:[、;；,，]{_ONE})*)(?:[,，;；、]?[任至必][^、;；。]{{1,10}})?。?")
# Of courses too a text says the semesters: without a level, one of the names must be that of a certificate.
_NAMED = re.compile(r"证书|(?:资格|上岗|操作|驾驶|许可|合格|从业|等级)证|执照|1\+X|等级|[一二三四五六]级")
_LEVEL = re.compile(r"(?<![\u4e00-\u9fff])(?:初级|中级|高级|[一二三四五]级(?:[甲乙]等)?)(?![\u4e00-\u9fff])")
_SEMESTER = re.compile(r"第?([一二三四五六七八九十\d]{1,2})学期")
# 取得甲(中级)或乙职业技能等级证书(中级)之一: what a sentence asks for, each with its level.
_ASKED = re.compile(r"(?<![可未])(?:取得|获得|考取|获取)([^。;；,，:]{4,120}?证书[^。;；,，:]{0,14})(?=[。;；,，]|$)")
# Such a sentence states a duty of students, or a condition of graduation: of others none knows whom they are about.
_DUTY = re.compile(
    r"(?:学生|毕业生|学员)[^。;；]*?(?:(?<![无毋不])须|应当?(?:取得|获得|考取|获取|修满))|要求[^。;；,，]{0,4}(?:学生|毕业生|学员)"
    r"|(?:准予|方可|方能|才能|即可)毕业|毕业[时前]?(?:条件|要求|标准|应|须|必须)"
)
_ASKED_ONE = re.compile(
    r"([^、;。,]{3,40}?)(?:职业技能等级证书|职业资格证书|等级证书|证书)?"
    r"\(((?:[初中高]级工?|[一二三四五]级)(?:/[初中高]级工?)?)\)(?:职业技能等级|职业资格|等级)?(?:证书)?"
)
# Of teachers, of what one may do, of what counts for other credits, and of times before and after the studies a text
# asks nothing of students.
_NOT_ASKED = re.compile(
    r"鼓励|教师|师资|双师|导师|师傅|指导|员工|人员|带头人|兼职|免修|免考|折算|[置转兑]换|替代|代替|认定|抵|成绩按"
    r"|[,，]可?[计记加][\d一二三四五六七八九十]|奖励|参照|推荐|可以|者|竞赛|大赛|入学前|报[名考]|招收|录取|毕业后|年后|[%％届]|\d人"
)
_NO_NAME = re.compile(
    r".*(?:证书|以及|和|相[应关]|本专业|至少|[以如]下|下列|任[意何一]|各[类种]|[一二两三\d][个种项本]).*|(?:1\+X)?(?:职业)?(?:技能)?(?:等级|资格)?"
)
_HOW_MANY = re.compile(r"(?:之一|(?:中的?)?(?:任意|至少|任选)?[其之]?[一1](?:个|种|项|本)?)?(?:以上)?$")
_OF_ALL = re.compile(
    r"^(?:上述|以上|上列)(?:各|职业技能等级|职业资格|等)*证书[^。;；,，]{0,8}?第?([一二三四五六七八九十\d]{1,2})学期"
)
_MORE = re.compile(r"1\+X|职业技能等级|职业资格|证书|[\s“”\"]")


def with_listed(
    certificates: Sequence[TargetCertificate], texts: Iterable[HeadText], courses: Iterable[str]
) -> list[TargetCertificate]:
    """Add the certificates that texts list; one known already without level or semester takes what the text says."""
    names = {*map(bare, courses)}
    found, is_listing, before = [*certificates], False, ""
    for each in texts:
        text = fold(each.text)
        match, number = _LISTS.search(text), _NUMBERED.match(text)
        titled = _below_a_title(text, before, names)
        before = text
        if titled:
            listed = [*_items(titled, each.place)]
        elif match:
            listed = [*_items(_IN_BRACKETS.findall(text[match.end() :]), each.place)]
        elif number and is_listing:
            item = _IN_A_LINE.fullmatch(text[number.end() :])
            listed = [*_items([item.groups()] if item else [], each.place)]
        else:
            listed = [*_items(_asked(text, names), each.place)]
        is_listing = text.endswith(":") if match else is_listing and number is not None
        for one in listed:
            _add(found, one)
        if match := _OF_ALL.search(text):
            semesters = semester_list(match[1]) or ()
            found = [one if one.semesters else one._replace(semesters=semesters) for one in found]
    return found


def _below_a_title(text: str, before: str, courses: Collection[str]) -> list[tuple[str, str]]:
    """Give what a text of nothing but certificates lists with semesters, below or behind a title that names them."""
    title, colon, rest = text.partition(":")
    items = rest if colon and _TITLE.fullmatch(title) else text if _TITLE.fullmatch(before.rstrip(":")) else ""
    match = _ONLY_ITEMS.fullmatch(items.strip())
    listed = _IN_BRACKETS.findall(match[1]) if match else []
    is_of_courses = any("学时" in said or (bare(name) in courses and not _LEVEL.search(said)) for name, said in listed)
    are_certificates = any(_NAMED.search(name) or _LEVEL.search(said) for name, said in listed)
    return listed if are_certificates and not is_of_courses else []


def _asked(text: str, courses: Collection[str]) -> list[tuple[str, str]]:
    """Give the certificates that a sentence asks for, where each has its level and none is a course."""
    duties = [] if _NOT_ASKED.search(text) else filter(_DUTY.search, re.split("[。;；]", text))
    match = next(filter(None, map(_ASKED.search, duties)), None)
    parts = re.split(r"[、或]", _HOW_MANY.sub("", match[1])) if match else []
    found = [_ASKED_ONE.fullmatch(each.strip()) for each in parts]
    names = [bare(each[1]) if each else "" for each in found]
    are_all = not any(each in courses or _NO_NAME.fullmatch(each) for each in names)
    return [(each[1], each[2]) for each in found if each and are_all]


def remarks_of(before: Sequence[TargetCertificate], after: Sequence[TargetCertificate]) -> Iterator[PlanRemark]:
    """Say which certificates, or what of them, texts alone say."""
    for each in after:
        if each not in before:
            said = [each.level_text or "", *(f"第{number}学期" for number in each.semesters)]
            yield PlanRemark("certificate-in-a-note", each.name, each.place, "、".join(filter(None, said)))


def _items(items: Iterable[Sequence[str]], place: PlanPlace) -> Iterator[TargetCertificate]:
    """Give what a list names with a level or a semester: what has neither may be anything."""
    for name, said in items:
        level, semester = _LEVEL.search(said), _SEMESTER.search(said)
        if level or semester:
            text = level[0] if level else None
            semesters = (semester_list(semester[1]) or ()) if semester else ()
            yield TargetCertificate(place, name.strip(), text, level_of(text or ""), semesters, None, ())


def _add(found: list[TargetCertificate], listed: TargetCertificate) -> None:
    for at, each in enumerate(found):
        # 三级/高级工 in a table and 三级 in a text are one.
        is_of_one_level = (listed.level_text or "") in (each.level_text or listed.level_text or "")
        if _key(each) == _key(listed) and is_of_one_level:
            if not each.level_text:
                found[at] = found[at]._replace(level_text=listed.level_text, level=listed.level)
            if not each.semesters:
                found[at] = found[at]._replace(semesters=listed.semesters)
            return
    found.append(listed)


def _key(certificate: TargetCertificate) -> str:
    return re.sub(r"\(\)$", "", _MORE.sub("", fold(certificate.name)))
