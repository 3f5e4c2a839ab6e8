"""Quotas of electives that notes state: which words say how many credits of which lines are chosen."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanLine
from interchange.training_plans.tables.numerals import COUNT, FIGURE, in_digits
from interchange.training_plans.tables.plan_numbers import hundredths
from interchange.training_plans.tables.plan_words import bare, module_of, nature_of

# 选修课至少选修6学分, 公共限选课须选修2门,共2学分, 应选修不少于10学分的公共选修课: which courses, and how many credits.
# A run of such words is short, and none of it is given back: many of them would be tried in very many ways.
_VERB = r"(?:选修|选|修读|修满|修够|修得|修|取得|获得|完成|够|满|读|足){0,8}+"
_LEAST = r"(?:至少|不少于|不低于|最低|最少|≥)"
_COURSES = rf"(?:{COUNT}门(?:课程?)?[,、]?(?:共计|合计|共|计)?)?"
_QUOTA = re.compile(
    rf"(?P<subject>[^;；。]{{0,24}}?)(?:(?:{_LEAST}|应|须|需|必须|要求){{1,8}}+{_VERB}{_LEAST}?|(?:选修|选|修读|修满){_LEAST}?)"
    rf"{_COURSES}(?P<credits>{FIGURE})个?学分(?:的(?P<after>[^,;。]{{2,12}}?课程?))?"
)
FILLING = re.compile(
    r"^(?:注|备注|说明)?[:：]?\d{0,2}[.、．)）]?|学生|每生|均|在校期间|[各本]专业的?|其中|[,，:：、\s]|要求|课程中$|中$|共?开设.*"
)
_ENDS = re.compile(r"(?:任|自|[(（]|共|总共|合计|累计)+$")
# What speaks of the whole plan, or of credits that are got otherwise, is no quota of lines.
_OTHER = re.compile(r"毕业|总学分|必修|证书|竞赛|第二课堂|折算|转换|置换|认定|学年")
ELECTIVES = frozenset({"ELECTIVE", "RESTRICTED_ELECTIVE"})
_CHOSEN = re.compile(r"选|拓展|方向")


class Quota(NamedTuple):
    """How many credits, in hundredths, are chosen of the courses that a text names; empty: it names none."""

    subject: str
    credits: int


def quotas_of(sentence: str) -> Iterator[Quota]:
    """Read the quotas of electives that a sentence states."""
    for match in _QUOTA.finditer(bare(sentence)):
        if _CHOSEN.search(match[0]) and not _OTHER.search(match[0]):
            subject = _ENDS.sub("", FILLING.sub("", FILLING.sub("", match["subject"])))
            yield Quota(subject or match["after"] or "", hundredths(in_digits(match["credits"])) or 0)


def quota_members(subject: str, lines: Sequence[PlanLine]) -> list[int]:
    """Give the lines that a quota is about: a module by its name, else by what it is called, else all electives."""
    counted = [at for at, line in enumerate(lines) if line.is_counted]
    named = [at for at in counted if subject and any(_is_same(subject, each) for each in lines[at].path)]
    if named:
        return named
    electives = [at for at in counted if lines[at].nature in ELECTIVES]
    if not subject or re.fullmatch(r"选修课?(?:程)?", subject):
        return electives
    if re.fullmatch(r"(?:任选|限选)课?(?:程)?", subject):
        return [at for at in electives if lines[at].nature == nature_of(subject)]
    module = module_of(subject)
    return [at for at in electives if module is not None and lines[at].module == module]


def _is_same(subject: str, name: str) -> bool:
    one, other = (re.sub(r"课?程?(?:模块|类|部分|组)?$", "", bare(each)) for each in (subject, name))
    return bool(one) and one == other
