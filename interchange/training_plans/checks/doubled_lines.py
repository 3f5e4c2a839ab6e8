"""Lines and codes that a document has twice."""

from collections.abc import Iterator, Sequence

from analysis.training_plans.training_plan import PlanLine, PlanRemark
from interchange.training_plans.tables.plan_words import bare


def lines_in_two_tables(lines: Sequence[PlanLine]) -> list[int]:
    """Find lines that an earlier table has already, with the same figures in the same terms."""
    seen: dict[str, list[PlanLine]] = {}
    doubled = []
    for index, line in enumerate(lines):
        before = [each for each in seen.setdefault(line.name, []) if each.place.table != line.place.table]
        if line.is_counted and any(_says_the_same(each, line) for each in before):
            doubled.append(index)
        elif line.is_counted:
            seen[line.name].append(line)
    return doubled


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
