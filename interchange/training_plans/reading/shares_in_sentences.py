"""Shares of the whole plan that a sentence states, 实践教学学时占总学时的52.3%, next to those of its lines."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from analysis.training_plans.compliance.choices import AdmissibleChoices, choices_of, least, most
from analysis.training_plans.intervals import LinesAndGroups, practice_of, theory_of
from analysis.training_plans.training_plan import Interval, PlanLine, PlanPlace, PlanRemark
from interchange.training_plans.plan_head import HeadText
from interchange.training_plans.reading.totals_in_sentences import OF_PLAN, RULE_WORDS, SENTENCES, START
from interchange.training_plans.tables.plan_numbers import hundredths
from interchange.training_plans.tables.plan_words import bare

_SENTENCE_LARGEST, _SHARES_LARGEST, _SUBJECT_LARGEST = 200, 20, 80
_PARTS = {
    "segments": r"实践性?(?:教学|课程?|训练)?(?:环节|部分)",
    "practice": r"实践性?(?:教学|课程?|训练)?",
    "theory": r"理论(?:教学|课程?)?(?:环节|部分)?",
    "common": r"公共基础课(?:程)?(?:类|模块)?",
    "electives": r"(?:各类)?选修(?:课|类)?(?:课程)?",
}
_UNIT = r"(?:教学)?(?:总)?(?P<own>学时|课时|学分)?(?:数)?"
_SHARE = re.compile(
    r"(?:其中)?:?(?P<part>" + "|".join(f"(?P<{name}>{words})" for name, words in _PARTS.items()) + rf"){_UNIT}"
    r"(?:(?:共|共计|合计|为|是|:){0,2}(?P<figure>\d{1,4}(?:\.\d{1,2})?)(?:个)?(?P<of>学时|课时|学分)?)?[,，]?"
    r"占(?:(?:本|该|全)?(?:专业|方案)?(?:的)?(?:总|全部)(?:教学|课程)?(?P<whole>学时|课时|学分)(?:数)?)?"
    r"(?:的|之)?(?:比例|比重|比)?(?:为|是|达到?|:)?(?P<percent>\d{1,2}(?:\.\d{1,2})?)%(?!的)"
)
# 《数控技术》课程共64学时。理论教学占总学时的50%: what follows in the text is of that course.
_OF_A_COURSE = re.compile(
    r"《|[本该此]门?课(?!程(?:设置|体系|总表|方案))|(?<!全部)(?<!所有)(?<!各类)课程(?:总?共|共?计|总学时)"
)
# Of what the words between two shares may be: 公共基础课程学时占总学时的25.6%,实践教学学时占总学时的52.3%.
_TOTAL = re.compile(r"(?<!占)(?<!占全部)总(?:教学|课程)?(?:学时|课时|学分)")
_MODULE = re.compile(r"课(?!时|程设置|程总)|模块|平台|学期|学年|实习")
# Halves of the last decimal that a share may be written with.
_FINEST = 20_000
_WHAT_ARE_CREDITS = {"学分"}
_OF_HOURS = {"practice", "theory", "segments"}


class StatedShare(NamedTuple):
    """A share as a sentence states it, in units of the last decimal that it writes: 523 of 1,000 for 52.3%.

    ``figure`` is what the sentence says the part has, in hundredths, 实践教学480学时，占66.7%: the share is of that.
    """

    sentence: str
    place: PlanPlace
    part: str
    of_credits: bool
    stated: int
    units: int
    figure: int | None


def shares_of_sentences(texts: Iterable[HeadText]) -> list[StatedShare]:
    """Read the shares that sentences state of all hours, or all credits; what several repeat counts once."""
    found: dict[tuple[Any, ...], StatedShare] = {}
    for each in texts:
        for sentence in SENTENCES.split(each.text) if "占" in each.text else ():
            if _OF_A_COURSE.search(bare(sentence)):
                break
            for share in _shares_of(START.sub("", bare(sentence)), sentence.strip(), each.place):
                found.setdefault(share[2:], share)
    return list(found.values())[:_SHARES_LARGEST]


def _shares_of(sentence: str, shown: str, place: PlanPlace) -> Iterator[StatedShare]:
    if len(sentence) > _SENTENCE_LARGEST or RULE_WORDS.search(sentence) or not _is_of_plan(sentence):
        return
    for match in _SHARE.finditer(sentence):
        before = re.split(r"[,，(]", sentence[: match.start()])
        whole = match["whole"]
        # Without 总学时 behind 占 it is a share of the total before, if that is of the whole plan.
        is_bare = whole is None
        if not OF_PLAN.fullmatch(before[-1]) or (is_bare and not _follows_a_total(sentence[: match.start()])):
            continue
        of_credits = (whole or match["own"]) in _WHAT_ARE_CREDITS
        part = next(name for name in _PARTS if match[name])
        if (of_credits and part in _OF_HOURS) or (match["of"] and (match["of"] in _WHAT_ARE_CREDITS) != of_credits):
            continue
        digits = match["percent"].partition(".")[2]
        units = 100 * 10 ** len(digits)
        stated = int(match["percent"].replace(".", ""))
        figure = hundredths(match["figure"]) if match["figure"] else None
        yield StatedShare(shown[:_SUBJECT_LARGEST], place, part, of_credits, stated, units, figure)


def _is_of_plan(sentence: str) -> bool:
    """Whether each total that a sentence states is that of the plan: 公共基础课总学时 is not."""
    return all(
        OF_PLAN.fullmatch(re.split(r"[,，]", sentence[: each.start()])[-1]) for each in _TOTAL.finditer(sentence)
    )


def _follows_a_total(before: str) -> bool:
    return bool(_TOTAL.search(before)) and not _MODULE.search(before)


def shares_that_differ(shares: Iterable[StatedShare], plan: LinesAndGroups) -> Iterator[PlanRemark]:
    """Name the shares that no admissible choice of the plan makes, rounded half up as far as they are written."""
    choices = choices_of(plan.lines, plan.groups, is_whole=True)
    known: dict[tuple[str, bool], _Shares | None] = {}
    for each in shares:
        # Many sentences may state one share; its bounds are sought once.
        key = (each.part, each.of_credits)
        if key not in known:
            known[key] = _Shares.of(choices, plan.lines, each)
        ours = known[key]
        bounds = ours.rounded(each) if ours else None
        if bounds and not bounds.least <= each.stated <= (bounds.most or 0):
            texts = dict.fromkeys(_percent(value, each.units) for value in (bounds.least, bounds.most or 0))
            yield PlanRemark("share-differs", each.sentence, each.place, " … ".join(texts))


def _percent(value: int, units: int) -> str:
    return f"{value * 100 / units:g}%"


class _Line(NamedTuple):
    """What a line has of the whole, and the least and the most of that which is part."""

    whole: int
    least: int
    most: int

    @classmethod
    def of(cls, line: PlanLine, share: StatedShare) -> "_Line | None":
        """Give the figures of a line; null where it leaves them open."""
        whole = line.credits if share.of_credits else line.hours
        if not line.is_counted:
            return cls(0, 0, 0)
        if whole is None:
            return None
        part = _INSIDE[share.part](line, whole)
        return cls(whole, min(part.least, whole), whole if part.most is None else min(part.most, whole))


def _practice(line: PlanLine, whole: int) -> Interval:
    own = practice_of(line)
    # Of a course of the practice module all of it may be meant.
    return Interval(own.least, whole) if line.module in {"PRACTICE", None} else own


def _segments(line: PlanLine, whole: int) -> Interval:
    """Of 实践教学环节 the module may be meant, or the practice of all courses."""
    return Interval(0 if line.module != "PRACTICE" else practice_of(line).least, _practice(line, whole).most)


def _theory(line: PlanLine, _whole: int) -> Interval:
    own = theory_of(line)
    return Interval(0, own.most) if line.module in {"PRACTICE", None} else own


def _common(line: PlanLine, whole: int) -> Interval:
    if line.module not in {"COMMON", None}:
        return Interval(0, 0)
    # 公共选修课 may be meant or not.
    is_named = line.module is not None and any("公共基础" in each for each in line.path)
    return Interval(whole if is_named else 0, whole)


def _electives(line: PlanLine, whole: int) -> Interval:
    if line.nature == "ELECTIVE":
        return Interval(whole, whole)
    # 限选 may be meant or not, and so may what is chosen though it is required.
    is_open = line.nature != "REQUIRED" or line.group is not None
    return Interval(0, whole) if is_open else Interval(0, 0)


_INSIDE: dict[str, Callable[[PlanLine, int], Interval]] = {
    "practice": _practice,
    "segments": _segments,
    "theory": _theory,
    "common": _common,
    "electives": _electives,
}


class _Shares:
    """The least and the most share over all choices: one of at least n/d has ``d * part - n * whole >= 0``."""

    def __init__(self, choices: AdmissibleChoices, lines: list[_Line]) -> None:
        self.choices = choices
        self.lines = lines

    @classmethod
    def of(cls, choices: AdmissibleChoices, lines: Sequence[PlanLine], share: StatedShare) -> "_Shares | None":
        """Give the shares of lines; null where one leaves its figures open, or none has any."""
        found = [_Line.of(line, share) for line in lines]
        known = [each for each in found if each is not None]
        return cls(choices, known) if len(known) == len(found) and any(each.whole for each in known) else None

    def rounded(self, share: StatedShare) -> Interval | None:
        """Give the bounds in the units of a share, rounded half up; null where its figure is of nothing."""
        if share.figure is None:
            # The halves of its units, of which the next whole one is the one above.
            step = _FINEST // (2 * share.units)
            return Interval(*((each // step + 1) // 2 for each in self._bounds))
        if not all(self._wholes):
            return None
        # Credits of lines are in hundredths too; hours are not.
        wholes = [each if share.of_credits else each * 100 for each in self._wholes]
        return Interval(*((2 * share.figure * share.units + each) // (2 * each) for each in wholes))

    @cached_property
    def _wholes(self) -> tuple[int, int]:
        whole = [each.whole for each in self.lines]
        return most(self.choices, whole, 0) or 0, least(self.choices, whole, 0) or 0

    @cached_property
    def _bounds(self) -> tuple[int, int]:
        """The bounds in the finest parts, rounded down."""
        return self._last(lambda value: self._least(value) >= 0), self._last(lambda value: self._most(value) >= 0)

    def _last(self, holds: Callable[[int], bool]) -> int:
        """Find the largest share that holds, where it holds for all smaller ones."""
        low, high = 0, _FINEST
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if holds(middle) else (low, middle - 1)
        return low

    def _least(self, parts: int) -> int:
        return least(self.choices, [_FINEST * each.least - parts * each.whole for each in self.lines], 0) or 0

    def _most(self, parts: int) -> int:
        return most(self.choices, [_FINEST * each.most - parts * each.whole for each in self.lines], 0) or 0
