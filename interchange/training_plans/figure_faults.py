"""What is wrong with the figures of a line, whether a document states them or a person."""

from collections.abc import Iterator

from analysis.training_plans.training_plan import PlanLine


def figure_faults(line: PlanLine) -> Iterator[tuple[str, str]]:
    """Give rules and subjects of figures that do not go together, or are all missing."""
    yield from hour_faults(line)
    if line.credits is line.hours is line.duration_weeks is None and not line.group:
        yield "line-without-figures", line.name


def hour_faults(line: PlanLine) -> Iterator[tuple[str, str]]:
    """Give rules and subjects of hours that do not go with their parts, or with the credits."""
    parts = [line.theory_hours, line.practice_hours]
    if line.hours is None:
        return
    if None not in parts and sum(each or 0 for each in parts) != line.hours:
        yield "hours-do-not-add-up", f"{parts[0]} + {parts[1]} ≠ {line.hours}"
    if line.credits is not None and line.hours * 100 < line.credits:
        yield "hours-below-credits", f"{line.hours} < {line.credits / 100:g}"
    if any(each is not None and each > line.hours for each in parts):
        yield "part-larger-than-whole", str(line.hours)
