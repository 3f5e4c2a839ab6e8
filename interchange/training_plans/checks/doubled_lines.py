"""Lines and codes that a document has twice."""

from collections.abc import Iterator, Sequence

from analysis.training_plans.training_plan import PlanLine, PlanRemark
from interchange.training_plans.tables.plan_words import bare


def lines_in_two_tables(lines: Sequence[PlanLine]) -> list[int]:
    """Find lines that another table has too, with the same figures in the same terms; the one that says more counts."""
    seen: dict[str, list[int]] = {}
    doubled = []
    for index, line in enumerate(lines):
        if not line.is_counted:
            continue
        before = seen.setdefault(line.name, [])
        of_others = (each for each in before if lines[each].place.table != line.place.table)
        same = next((each for each in of_others if _says_the_same(lines[each], line)), None)
        if same is None:
            before.append(index)
        elif lines[same].credits is None and _is_all_said(lines[same], line):
            # The first stands in a list of what core courses are about, 专业核心课程主要教学内容.
            before[before.index(same)] = index
            doubled.append(same)
        else:
            doubled.append(index)
    return sorted(doubled)


def _is_all_said(one: PlanLine, other: PlanLine) -> bool:
    """Whether another line states each figure that one states, and credits too."""
    pairs = ((one.hours, other.hours), (one.theory_hours, other.theory_hours), (one.semesters, other.semesters))
    return other.credits is not None and all(theirs or not ours for ours, theirs in pairs)


def _says_the_same(one: PlanLine, other: PlanLine) -> bool:
    pairs = (
        (one.credits, other.credits),
        (one.hours, other.hours),
        (one.duration_weeks, other.duration_weeks),
        (one.semesters or None, other.semesters or None),
    )
    return all(None in pair or pair[0] == pair[1] for pair in pairs)


def doubled_codes(lines: Sequence[PlanLine]) -> Iterator[PlanRemark]:
    """Name two courses that have one code."""
    names: dict[str, str] = {}
    for line in lines:
        if line.code and line.is_counted:
            name = names.setdefault(line.code, line.name)
            if name != line.name:
                yield PlanRemark("code-doubled", f"{line.code}: {name} / {line.name}", line.place)


def lines_twice(lines: Sequence[PlanLine]) -> Iterator[PlanRemark]:
    """Name the lines that one table has twice, in the same terms and with the same figures."""
    seen: set[tuple[object, ...]] = set()
    for each in lines:
        key = (each.place[:3], bare(each.name), each.path, each.credits, each.hours, each.semesters, each.summer_terms)
        if each.is_counted and key in seen and each.path[-1:] != (each.name,):
            yield PlanRemark("line-twice", each.name, each.place)
        seen.add(key)
