"""Totals of the whole plan that a sentence states: 总学分146学分，总学时2680学时，其中实践1420学时，占53%。"""

import re
from collections.abc import Iterable, Iterator, Sequence

from analysis.training_plans.training_plan import PlanLine, PlanPlace
from interchange.training_plans.plan_head import HeadText
from interchange.training_plans.plan_totals import StatedFigures, is_of_which
from interchange.training_plans.tables.plan_numbers import hundredths
from interchange.training_plans.tables.plan_words import bare

# A longer sentence is prose on other things; a plan repeats its totals in a few places.
_SENTENCE_LARGEST, _LABEL_LARGEST, _TOTALS_LARGEST = 200, 60, 20
SENTENCES = re.compile(r"[。;；]")
START = re.compile(r"^(?:注|备注|说明)?[:：]?(?:\(?\d{1,2}[.、．)])?")
_IS = r"(?:数|数量)?(?:总共|共计|合计|共|计|为|是|:){0,4}+"
_TOTALS = {
    "credits": re.compile(rf"总学分{_IS}(\d{{2,3}}(?:\.\d{{1,2}})?|\d(?:\.\d{{1,2}})?)(?![\d.%])"),
    "hours": re.compile(rf"总(?:学时|课时){_IS}(\d{{2,4}})(?![\d.%])"),
}
# A part of all hours says that it counts hours: 实践性教学占53% is none.
_PARTS = {
    name: re.compile(
        rf"{word}(?:性)?(?:教学|课程?|训练)?(?:环节|部分)?(?:总)?(?:学时|课时)?{_IS}(\d{{1,4}})(?:个)?(?:学时|课时|节)"
    )
    for name, word in (("theoryHours", "理论"), ("practiceHours", "实践"))
}
# What a plan must have, or has about, is no total; nor is what other plans have.
RULE_WORDS = re.compile(
    r"不[低少]于|不超过|不得|不高于|至少|最低|最多|以上|以下|左右|原则|一般|应|须|需|要求|约|[≥≤><~～]|\d[-—–至到]\d|修满|修够|毕业"
)
# Whose total it is. That of a module, 专业课程总学时, or of a course, 本课程总学时, is not the plan's.
_PLAN = (
    r"(?:(?:本|该|全)?(?:专业)?(?:人才)?(?:培养)?方案|(?:本|该|全)?(?:教学)?计划|(?:本|该|全)专业|专业(?![课教选必核基])"
    r"|(?:本|该)表|课程设置)?"
)
OF_PLAN = re.compile(
    rf"{_PLAN}(?:[一二三四五两]年|全程|学制|全部|课程|教学|规定|开设|设置|安排|计划|合计|共计|总计|的){{0,6}}+[:：]?"
)
# What may stand before that, and names no part: 本专业学制三年, 本专业共开设课程45门.
_ABOUT_PLAN = re.compile(
    rf"{_PLAN}(?:(?:基本)?(?:学制|修业年限)[为是:]?)?[一二三四五两2-5]年(?:制)?"
    rf"|{_PLAN}(?:总?共|共计)?(?:开设|设置|设)?(?:总?共|共计)?(?:各类|各门)?课程(?:总?共|共计)?\d{{1,3}}门(?:课程?)?"
)
# Between the totals of the plan and those of theory or practice: what follows is of a module or a term.
_PART_BETWEEN = re.compile(r"课(?!时|堂)|选修|必修|模块|平台|基础|学期|学年|实习")


def totals_of_sentences(texts: Iterable[HeadText], lines: Sequence[PlanLine]) -> Iterator[StatedFigures]:
    """Read the totals that sentences state of all lines; what several of them repeat counts once."""
    seen: list[dict[str, int]] = []
    for each in texts:
        for sentence in SENTENCES.split(each.text):
            stated = _stated(START.sub("", bare(sentence))) if "总" in sentence else {}
            is_new = stated and stated not in seen and len(seen) < _TOTALS_LARGEST
            if is_new and not _is_of_one(stated, lines):
                seen.append(stated)
                yield _total_of(sentence.strip(), each.place, stated, len(lines))


def _is_of_one(stated: dict[str, int], lines: Sequence[PlanLine]) -> bool:
    """Whether these are the figures of one of several courses: a text on a course may begin with 总学时96."""
    figures = ({"credits": each.credits, "hours": each.hours} for each in lines)
    named = stated.keys() & {"credits", "hours"}
    return len(lines) > 1 and any(all(stated[name] == each[name] for name in named) for each in figures)


def with_sentence_read(total: StatedFigures, count: int) -> StatedFigures:
    """Give a row of totals without figures those that its own words state."""
    stated = {} if total.stated or is_of_which(total.label) else _stated(START.sub("", total.label))
    return _total_of(total.label, total.place, stated, count) if stated else total


def _total_of(label: str, place: PlanPlace, stated: dict[str, int], count: int) -> StatedFigures:
    places = dict.fromkeys(stated, place)
    return StatedFigures(
        place, label[:_LABEL_LARGEST], stated, places, ((None, tuple(range(count))),), is_own_block=False
    )


def _stated(sentence: str) -> dict[str, int]:
    """Give the figures of a sentence; none where it is a rule, or about a part of the plan."""
    if len(sentence) > _SENTENCE_LARGEST:
        return {}
    found = {name: match for name, pattern in _TOTALS.items() if (match := pattern.search(sentence))}
    if not found or RULE_WORDS.search(sentence):
        return {}
    first = min(each.start() for each in found.values())
    *before, owner = re.split(r"[,，]", sentence[:first])
    if not OF_PLAN.fullmatch(owner) or not all(map(_ABOUT_PLAN.fullmatch, before)):
        return {}
    parts = {name: match for name, pattern in _PARTS.items() if (match := pattern.search(sentence, first))}
    found |= {name: each for name, each in parts.items() if not _PART_BETWEEN.search(sentence, first, each.start())}
    return {name: (hundredths(each[1]) or 0) if name == "credits" else int(each[1]) for name, each in found.items()}
