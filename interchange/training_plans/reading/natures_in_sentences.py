"""Natures that a sentence states of the courses of modules: 公共基础课程和专业群平台课程为群内各专业共同必修."""

import re
from collections.abc import Iterable, Iterator

from analysis.training_plans.training_plan import PlanLine, PlanRemark
from interchange.training_plans.plan_head import HeadText
from interchange.training_plans.tables.plan_words import bare, module_of, nature_of

_SENTENCES = re.compile(r"[。;；]")
_CLAUSES = re.compile(r"[,，:：]")
_MODULE = r"[\u4e00-\u9fff()]{2,14}?课(?:程)?"
_STATED = re.compile(
    rf"({_MODULE}(?:[和与及、]{_MODULE}){{0,5}})(?:均|都|全部)?为(?:群内|本群)?(?:各专业|本专业|学生|全体学生|所有学生)?(?:共同|的)?"
    r"(必修|限选|任选|选修|限定选修|任意选修)课?(?:程)?"
)
# A clause that does not say itself that it is of all may be of some students alone: 对口单招学生,…为选修课程.
# Then few words may stand in front of it.
_OF_ALL = re.compile(r"为(?:群内|本群|各专业|本专业|全体学生|所有学生)")
_IN_FRONT = re.compile(r"(?:注|备注|说明|其中|课程(?:设置|性质|类别)(?:说明)?)?")
_OF_SOME = re.compile(r"除外|以外|不含|[仅只限].{0,8}[生班]|适用于")
_TEXT_LARGEST = 400


def natures_of_modules(texts: Iterable[HeadText]) -> dict[str, str]:
    """Read the natures that sentences state of modules, by the names of these; one with two natures has none."""
    found: dict[str, set[str]] = {}
    for each in texts:
        sentences = _SENTENCES.split(bare(each.text)) if "为" in each.text and len(each.text) <= _TEXT_LARGEST else ()
        for match in (match for sentence in sentences for match in _stated(sentence)):
            for module in filter(module_of, re.split(r"(?<=[课程])[和与及、]", match[1])):
                found.setdefault(module, set()).add(match[2])
    return {module: natures.pop() for module, natures in found.items() if len(natures) == 1}


def _stated(sentence: str) -> Iterator[re.Match[str]]:
    """Give the clauses of a sentence that state natures, as long as nothing says that they are of some students."""
    if _OF_SOME.search(sentence):
        return
    is_open = True
    for clause in _CLAUSES.split(sentence):
        match = _STATED.fullmatch(clause)
        if match and (is_open or _OF_ALL.search(clause)):
            yield match
        is_open &= bool(match or _IN_FRONT.fullmatch(clause))


def with_natures_of_modules(lines: list[PlanLine], stated: dict[str, str]) -> Iterator[PlanRemark]:
    """Give lines without nature the one that a text states of their module, and say so once for each module."""
    said: set[str] = set()
    for at, line in enumerate(lines):
        if line.nature is not None or line.nature_text is not None:
            continue
        names = [re.sub(r"\([^()]*\)$", "", bare(each)) for each in reversed(line.path)]
        module = next((each for each in names if each in stated), None)
        if module is None:
            continue
        lines[at] = line._replace(nature=nature_of(stated[module]), nature_text=stated[module])
        if module not in said:
            said.add(module)
            yield PlanRemark("nature-by-a-text", module, line.place, stated[module])
