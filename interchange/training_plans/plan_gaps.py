"""What a document says of most of its courses, and not of these: each is named, so that no one takes it for none."""

from collections.abc import Iterator, Sequence

from analysis.training_plans.training_plan import PlanLine, PlanRemark


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


def _has_terms(line: PlanLine) -> bool:
    return bool(line.semesters or line.summer_terms or line.alternatives)
