"""What figures and names say against a reading: a line may be a total or a pool, and weekly hours other than read."""

import re
from collections.abc import Iterator, Sequence

from analysis.training_plans.training_plan import ANY_TERM, PlanLine, PlanRemark
from interchange.training_plans.tables.plan_words import bare, module_of, nature_of

# A module of fewer lines may have the figures of another course by chance.
_SUMMED_LEAST = 4
_CREDITS_LEAST = 1_200
# No module has more courses.
_BELOW_LARGEST = 150
_CALLED_AS_MODULE = re.compile(r"(?:课程?|模块|平台|环节|领域|类|部分|教学)(?:\(.*\))?$")
# 公共选修课, 专业任选课1, 素质拓展选修课程: which courses these are the line does not say.
_POOL = re.compile(
    r"(?:公共|通识|专业|素质|人文|艺术|全校|全院|校级|院级|跨专业|综合|拓展|教育|基础|核心|群|类|性)*"
    r"(?:任选|选修|限选|公选|限定选修|任意选修)(?:课程?|模块|类)*(?:\(?[一二三四五六\dⅠ-ⅥA-F]*\)?)"
    # (线上线下) says how they are taught, and (网络通识课) names a pool again, not which they are.
    r"(?:\((?:线上|线下|网络|网课|慕课|混合|面授|任选|(?:通识|公选|选修)类?课程?|[、/与和及+])+\))?"
)
# More weeks are those of several semesters, in hundredths.
_WEEKS_OF_A_TERM_LARGEST = 3_000
# No term has more weeks.
_WEEKS_LARGEST = 22


def lines_as_totals(lines: Sequence[PlanLine]) -> Iterator[PlanRemark]:
    """Name the lines that have the credits and hours of other lines: a total, or a title, may be read as a course.

    Those lines are a module, or stand right below one that is called as a module.
    """
    counted = [each for each in lines if each.is_counted]
    sums: dict[tuple[int, int], list[tuple[str, ...]]] = {}
    # The total of the lines next to it doubles the sum of the module that it stands in.
    doubled: dict[tuple[int, int, int], str] = {}
    for prefix, members in reversed(_modules(counted).items()):
        summed = _sum([each.credits for each in members]), _sum([each.hours for each in members])
        if len(members) > _SUMMED_LEAST and summed[0] >= _CREDITS_LEAST and summed[1]:
            sums.setdefault(summed, []).append(prefix)
            for each in members:
                doubled.setdefault((id(each), *summed), "/".join(prefix))
    yield from _heads(counted)
    for each in counted:
        figures = each.credits or 0, each.hours or 0
        own = doubled.get((id(each), 2 * figures[0], 2 * figures[1]))
        module = next(("/".join(prefix) for prefix in sums.get(figures, ()) if _may_sum(each, prefix)), own)
        if module is not None:
            yield PlanRemark("line-with-the-figures-of-a-module", each.name, each.place, module)


def weeks_beyond_terms(lines: Sequence[PlanLine]) -> Iterator[PlanRemark]:
    """Name the lines with more weeks in a semester than a year has room for: 40周 below the fifth alone."""
    for each in lines:
        terms = len(each.semesters) + len(each.summer_terms)
        for term, weeks in each.weeks.items():
            if weeks > max(terms, 1) * _WEEKS_OF_A_TERM_LARGEST:
                yield PlanRemark("weeks-beyond-a-term", f"{each.name} {weeks / 100:g}周", each.place, term)


def _may_sum(line: PlanLine, prefix: tuple[str, ...]) -> bool:
    """Whether a line may be the total of a module: called as modules are, of no module, or of that around it."""
    return bool(_CALLED_AS_MODULE.search(bare(line.name))) or line.path[:1] in {(), prefix[:1]}


def _heads(counted: Sequence[PlanLine]) -> Iterator[PlanRemark]:
    """Name the lines called as modules that have the sums of the courses right below."""
    for at, line in enumerate(counted):
        if _is_called_as_module(line.name) and not _is_named_after_module(line):
            below = _summed_below(line, counted[at + 1 : at + 1 + _BELOW_LARGEST])
            if below:
                names = "、".join(each.name for each in below)
                yield PlanRemark("line-with-the-figures-of-a-module", line.name, line.place, names)


def _summed_below(line: PlanLine, following: Sequence[PlanLine]) -> Sequence[PlanLine]:
    """Give the lines right below one in its table that have its credits and hours together; none where none do."""
    summed = 0, 0
    for count, each in enumerate(following, 1):
        summed = summed[0] + (each.credits or 0), summed[1] + (each.hours or 0)
        if each.place[:3] != line.place[:3] or summed[0] > (line.credits or 0):
            return ()
        if count > 1 and summed == (line.credits, line.hours):
            return following[:count]
    return ()


def _modules(lines: Sequence[PlanLine]) -> dict[tuple[str, ...], list[PlanLine]]:
    """Give the lines of each module; those of the plan under no name."""
    found: dict[tuple[str, ...], list[PlanLine]] = {(): [*lines]}
    for line in lines:
        for end in range(1, len(line.path) + 1):
            found.setdefault(line.path[:end], []).append(line)
    return found


def _sum(figures: Sequence[int | None]) -> int:
    return sum(each or 0 for each in figures)


def tables_of_modules(lines: Sequence[PlanLine]) -> Iterator[PlanRemark]:
    """Name the lines of tables of which most are called as modules are: a table of totals may be read as courses."""
    tables: dict[tuple[object, ...], list[PlanLine]] = {}
    for each in lines:
        tables.setdefault(each.place[:3], []).append(each)
    for those in tables.values():
        called = [each for each in those if _is_called_as_module(each.name) and not _is_named_after_module(each)]
        if len(called) > 1 and len(called) * 2 >= len(those):
            yield PlanRemark("lines-called-as-modules", "、".join(each.name for each in called), called[0].place)


def _is_named_after_module(line: PlanLine) -> bool:
    """Whether a line has figures without a name, and was named after its module: that is said apart."""
    return line.path[-1:] == (line.name,)


def _is_called_as_module(name: str) -> bool:
    stripped = bare(name)
    return bool(_CALLED_AS_MODULE.search(stripped)) and (module_of(stripped) or nature_of(stripped)) is not None


def lines_for_pools(lines: Sequence[PlanLine]) -> Iterator[PlanRemark]:
    """Name the lines of each table that stand for courses which students choose, and which are not listed there."""
    tables: dict[tuple[object, ...], list[PlanLine]] = {}
    for each in lines:
        is_free = each.is_counted and each.group is None and not _is_named_after_module(each)
        if is_free and _POOL.fullmatch(bare(each.name)):
            tables.setdefault(each.place[:3], []).append(each)
    for those in tables.values():
        yield PlanRemark("lines-stand-for-pools", "、".join(dict.fromkeys(each.name for each in those)), those[0].place)


def hours_of_no_weeks(lines: Sequence[PlanLine]) -> Iterator[PlanRemark]:
    """Name the lines whose hours their weekly hours make in no number of weeks that a term has."""
    weekly = [each for each in lines if (_weekly(each) and each.hours)]
    odd = [each for each in weekly if not _weekly(each) <= (each.hours or 0) * 100 <= _weekly(each) * _WEEKS_LARGEST]
    if odd:
        shown = "、".join(f"{each.name} {_weekly(each) / 100:g}/{each.hours}" for each in odd)
        yield PlanRemark("hours-of-no-number-of-weeks", shown, odd[0].place, f"{len(odd)}/{len(weekly)}")


def _weekly(line: PlanLine) -> int:
    """Add the weekly hours of all terms, where nothing else says of which the hours are made."""
    if line.weeks or line.semester_hours or line.duration_weeks:
        return 0
    weekly = dict(line.weekly_hours)
    each_term = weekly.pop(ANY_TERM, 0)
    return sum(weekly.values()) + each_term * max(len(line.semesters), 1)
