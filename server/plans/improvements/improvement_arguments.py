"""What callers wish of a solver, read from the input of a mutation and bounded."""

from collections.abc import Mapping, Sequence
from typing import Any

from analysis.training_plans.improvement.plan_conversion import ConversionWishes
from analysis.training_plans.improvement.plan_embedding import EmbeddingWishes
from analysis.training_plans.improvement.plan_schedule import ScheduleWishes
from analysis.training_plans.improvement.semester_schedule import Prerequisite, SemesterLimits
from graph.errors import BadArgumentError

LIST_LARGEST, NAME_LARGEST = 500, 200
SECONDS_LARGEST, WAIT_LARGEST = 60, 10
HOURS_LARGEST, TOTAL_LARGEST, WEEKLY_LARGEST = 10_000, 100_000, 100
LEVELS_LARGEST = 10
SEMESTERS_LARGEST, WEEKS_LARGEST, CREDITS_LARGEST, ALTERNATIVES_LARGEST = 20, 99, 100, 10

InputFields = Mapping[str, Any]


def number(given: InputFields, name: str, least: int, most: int) -> Any:
    """Give a number, or null where there is none. Raises: BadArgumentError."""
    value = given.get(name)
    if value is not None and not least <= value <= most:
        raise BadArgumentError(name, f"{least} to {most}.", f"须为 {least} 至 {most}。")
    return value


def embedding_wishes(given: InputFields, hours: str = "budgetHours") -> EmbeddingWishes:
    """Read what may be edited; ``hours``: the argument for hours to add. Raises: BadArgumentError."""
    return EmbeddingWishes(
        extra_hours_most=number(given, hours, 0, HOURS_LARGEST),
        total_hours_most=number(given, "totalHoursMost", 1, TOTAL_LARGEST),
        weekly_hours_most=number(given, "weeklyHoursMost", 1, WEEKLY_LARGEST),
        locked=_names(given, "locked"),
    )


def levels_of(given: InputFields) -> tuple[str, ...]:
    """Read which levels are meant, each once. Raises: BadArgumentError."""
    levels = tuple(dict.fromkeys(given["levels"]))
    if not 1 <= len(levels) <= LEVELS_LARGEST:
        raise BadArgumentError("levels", f"1 to {LEVELS_LARGEST} ids.", f"须为 1 至 {LEVELS_LARGEST} 个 id。")
    return levels


def schedule_wishes(given: InputFields) -> ScheduleWishes:
    """Read what a schedule must keep. Raises: BadArgumentError."""
    order = tuple(given["order"])
    if not order or len(set(order)) < len(order):
        raise BadArgumentError("order", "one objective or more, each once.", "须有至少一个目标，且不重复。")
    limits = SemesterLimits(
        weekly_hours_most=number(given, "weeklyHoursMost", 1, WEEKLY_LARGEST),
        courses_most=number(given, "coursesMost", 1, WEEKLY_LARGEST),
    )
    weeks = {
        number(each, "semester", 1, SEMESTERS_LARGEST): number(each, "weeks", 0, WEEKS_LARGEST)
        for each in _list(given, "weeks")
    }
    pairs = [(_name(each, "before"), _name(each, "after")) for each in _list(given, "prerequisites")]
    return ScheduleWishes(
        order=order,
        limits=limits,
        weeks=weeks,
        prerequisites=tuple(Prerequisite(*each) for each in pairs),
        locked=_names(given, "locked"),
        free=_names(given, "free"),
        begins={_name(each, "course"): _semesters(each) for each in _list(given, "begins")},
    )


def conversion_wishes(given: InputFields) -> ConversionWishes:
    """Read what is added to a plan. Raises: BadArgumentError."""
    return ConversionWishes(
        {_name(each, "certificate"): _names(each, "courses") for each in _list(given, "covers")},
        {
            _name(each, "certificate"): round(100 * number(each, "credits", 0, CREDITS_LARGEST))
            for each in _list(given, "bankCredits")
        },
        number(given, "alternatives", 0, ALTERNATIVES_LARGEST),
    )


def rules_of(given: InputFields) -> str | None:
    """Read whose rules are meant. Raises: BadArgumentError."""
    return None if given.get("rulesOf") is None else _name(given, "rulesOf")


def _semesters(given: InputFields) -> tuple[int, ...]:
    semesters = {number({"semesters": each}, "semesters", 1, SEMESTERS_LARGEST) for each in _list(given, "semesters")}
    if not semesters:
        raise BadArgumentError("semesters", "one semester or more.", "须至少有一个学期。")
    return tuple(sorted(semesters))


def _names(given: InputFields, name: str) -> tuple[str, ...]:
    return tuple(_name({name: each}, name) for each in _list(given, name))


def _name(given: InputFields, name: str) -> str:
    text = str(given[name]).strip()
    if not 0 < len(text) <= NAME_LARGEST:
        raise BadArgumentError(name, f"1 to {NAME_LARGEST} characters.", f"须为 1 至 {NAME_LARGEST} 个字符。")
    return text


def _list(given: InputFields, name: str) -> Sequence[Any]:
    values: Sequence[Any] = given[name]
    if len(values) > LIST_LARGEST:
        raise BadArgumentError(name, f"at most {LIST_LARGEST}.", f"最多 {LIST_LARGEST} 项。")
    return values
