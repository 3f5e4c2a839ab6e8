"""Quotas of electives that notes state: which words say how many credits of which lines are chosen."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanLine
from interchange.training_plans.tables.plan_numbers import hundredths
from interchange.training_plans.tables.plan_words import bare, module_of, nature_of

# 选修课至少选修6学分, 专业拓展课程须修满8学分, 公共选修课不少于4学分: the courses, then how many credits.
_QUOTA = re.compile(
    r"(?P<subject>.{0,24}?)(?:(?:均|共|总共|合计|累计|每生|学生)*(?:至少|不少于|不低于|最低|最少|应|须|需|必须|要求|≥)+"
    r"(?:选修|选|修读|修满|修够|修得|修|取得|获得|完成|够|满|读|足)*(?:至少|不少于|不低于|≥)?"
    r"|(?:选修|选|修读|修满)(?:至少|不少于|不低于|≥)?)(?P<credits>\d{1,2}(?:\.\d{1,2})?)个?学分"
)
_FILLING = re.compile(
    r"^(?:注|备注|说明)?[:：]?\d{0,2}[.、．)）]?|学生|每生|[各本]专业的?|其中|[,，:：、\s]|要求|课程中$|中$"
)
# What speaks of the whole plan, or of credits that are got otherwise, is no quota of lines.
_OTHER = re.compile(r"毕业|总学分|必修|证书|竞赛|第二课堂|折算|转换|置换|认定|学年")
_CHOSEN = re.compile(r"选|拓展|限选|任选|方向")


class Quota(NamedTuple):
    """How many credits, in hundredths, are chosen of the courses that a text names; empty: it names none."""

    subject: str
    credits: int


def quota_of(sentence: str) -> Quota | None:
    """Read the quota of electives that a sentence states; null where it states none."""
    stripped = bare(sentence)
    match = _QUOTA.search(stripped)
    if match is None or not _CHOSEN.search(match[0]) or _OTHER.search(match[0]):
        return None
    subject = _FILLING.sub("", match["subject"])
    return Quota(_FILLING.sub("", subject), hundredths(match["credits"]) or 0)


def quota_members(subject: str, lines: Sequence[PlanLine]) -> list[int]:
    """Give the lines that a quota is about: a module by its name, else by what it is called, else all electives."""
    counted = [at for at, line in enumerate(lines) if line.is_counted]
    named = [at for at in counted if subject and any(_is_same(subject, each) for each in lines[at].path)]
    if named:
        return named
    electives = [at for at in counted if lines[at].nature in {"ELECTIVE", "RESTRICTED_ELECTIVE"}]
    if not subject or re.fullmatch(r"(?:选修|任选|限选)课?(?:程)?", subject):
        nature = nature_of(subject) if subject else None
        return [at for at in electives if nature in {None, "ELECTIVE", lines[at].nature}]
    module = module_of(subject)
    return [at for at in electives if module is not None and lines[at].module == module]


def _is_same(subject: str, name: str) -> bool:
    one, other = (re.sub(r"课?程?(?:模块|类|部分|组)?$", "", bare(each)) for each in (subject, name))
    return bool(one) and one == other
