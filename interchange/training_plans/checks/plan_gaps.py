"""What a document says of most of its courses, and not of these: each is named, so that no one takes it for none."""

import re
from collections.abc import Iterable, Iterator, Sequence

from analysis.training_plans.training_plan import PlanLine, PlanRemark
from interchange.training_plans.tables.numerals import COUNT, FIGURE, in_digits, number_of
from interchange.training_plans.tables.plan_numbers import hundredths
from interchange.training_plans.tables.plan_words import bare

# Whatever words say it: how many courses, or credits, are chosen.
_SAYS_HOW_MANY = re.compile(
    rf"{COUNT}选({COUNT})|选[^\d,，。;；()]{{0,6}}?({COUNT})(?:门|个方向|个模块|组)|选[^\d,，。;；()]{{0,8}}?({FIGURE})个?学分"
)
# 甲(二选一): in brackets behind the name.
_IN_NAME = re.compile(r"[(（]([^()（）]+)[)）]$")
_CALLED = re.compile(r"(?:课程?|模块|平台|环节|类|部分)+$")


def natures_not_stated(lines: Sequence[PlanLine]) -> Iterator[PlanRemark]:
    """Name the modules of which nothing says whether they are required, where the document says it of others."""
    counted = [each for each in lines if each.is_counted]
    if all(each.nature is None for each in counted):
        return
    silent: dict[str, list[PlanLine]] = {}
    for each in counted:
        if each.nature is None and each.nature_text is None:
            silent.setdefault("/".join(each.path), []).append(each)
    for module, those in silent.items():
        yield PlanRemark("nature-not-stated", module, those[0].place, "、".join(each.name for each in those))


def semesters_not_stated(lines: Sequence[PlanLine]) -> Iterator[PlanRemark]:
    """Name the modules with courses of which nothing says when they run, where the document says it of others."""
    counted = [each for each in lines if each.is_counted]
    if not any(map(_has_terms, counted)):
        return
    silent: dict[str, list[PlanLine]] = {}
    for each in counted:
        if not _has_terms(each):
            silent.setdefault("/".join(each.path), []).append(each)
    for module, those in silent.items():
        yield PlanRemark("semester-not-stated", module, those[0].place, "、".join(each.name for each in those))


def no_semesters(lines: Sequence[PlanLine], headings: Iterable[str]) -> Iterator[PlanRemark]:
    """Say where headings speak of semesters, and no course has one: the columns are read otherwise than meant."""
    named = next((each for each in headings if re.search(r"学期|学年", each)), None)
    if lines and named and not any(map(_has_terms, lines)):
        yield PlanRemark("no-semesters", named, lines[0].place, str(len(lines)))


def weeks_without_a_mark(lines: Iterable[PlanLine]) -> Iterator[PlanRemark]:
    """Name the courses with weeks of which a note on courses without a mark does not say whether it means them."""
    open_ones = [each for each in lines if each.is_counted]
    if open_ones:
        names = "、".join(dict.fromkeys(each.name for each in open_ones))
        yield PlanRemark("weeks-without-a-mark", names, open_ones[0].place)


def _has_terms(line: PlanLine) -> bool:
    return bool(line.semesters or line.summer_terms or line.alternatives)


def choices_not_read(lines: Sequence[PlanLine]) -> Iterator[PlanRemark]:
    """Name the lines whose modules, nature, remark or name say how many are chosen, where no group was made of them."""
    found: dict[str, list[PlanLine]] = {}
    for each in lines:
        if not each.is_counted or each.group is not None:
            continue
        in_name = _IN_NAME.search(each.name)
        for text in dict.fromkeys(filter(None, (*each.path, each.nature_text, each.remark, in_name and in_name[1]))):
            if _SAYS_HOW_MANY.search(bare(text)):
                found.setdefault(text, []).append(each)
    for text, those in found.items():
        if len(those) > 1 and not _is_all(text, those):
            yield PlanRemark("choice-not-read", text, those[0].place, "、".join(each.name for each in those))


def _is_all(text: str, lines: Sequence[PlanLine]) -> bool:
    """Whether as many are chosen as there are."""
    match = _SAYS_HOW_MANY.search(bare(text))
    if match is None:
        return True
    if match[3]:
        return hundredths(in_digits(match[3])) == sum(each.credits or 0 for each in lines)
    return number_of(match[1] or match[2]) == len(lines)


def lines_named_as_modules(lines: Sequence[PlanLine]) -> Iterator[PlanRemark]:
    """Name the lines that are called as a module of several others is: they may be its total."""
    holding: dict[str, int] = {}
    for each in lines:
        for name in {_called(part) for part in each.path}:
            holding[name] = holding.get(name, 0) + 1
    for each in lines:
        name = _called(each.name)
        is_own = any(_called(part) == name for part in each.path)
        if each.is_counted and name and not is_own and holding.get(name, 0) > 1:
            yield PlanRemark("line-named-as-a-module", each.name, each.place)


def _called(text: str) -> str:
    return _CALLED.sub("", bare(text))
