"""Which guesses of a plan its corrections settle: those about a value that a person wrote, or a line left out."""

from collections.abc import Iterable, Mapping

from analysis.training_plans.training_plan import PlanReading, PlanRemark
from interchange.training_plans.checks.gathered_remarks import each_apart, once_per_column
from interchange.training_plans.checks.line_places import LinePlaces

_CODE, _NAME, _MODULE = frozenset({"courseCode"}), frozenset({"name"}), frozenset({"module"})
_ASSESSMENT, _COUNTED, _TERMS = frozenset({"assessment"}), frozenset({"isCounted"}), frozenset({"terms"})
_WEEKLY, _WEEKS = frozenset({"weeklyHours"}), frozenset({"durationWeeks"})
_CREDITS, _HOURS = frozenset({"credits"}), frozenset({"hours"})
_ANY: frozenset[str] = frozenset()
# The fields of the one line that a guess of a rule is about; none: which, its place does not tell.
GUESSES_OF_ONE_LINE: Mapping[str, frozenset[str]] = {
    "asterisk-after-a-name": _NAME,
    "name-from-module": _NAME,
    "one-name-over-several-rows": _NAME,
    "signs-next-to-a-name": _NAME,
    "latin-line-in-the-name": _NAME,
    "latin-line-as-english-name": _NAME,
    "code-in-the-name": _CODE | _NAME,
    "words-in-the-column-of-codes": _CODE,
    "core-by-mark": _MODULE,
    "core-mark-in-another-module": _MODULE,
    "nature-in-the-name": frozenset({"courseNature"}),
    "nature-from-a-remark": frozenset({"courseNature"}),
    "credits-from-a-remark": _CREDITS,
    "credits-of-terms": _CREDITS,
    "credits-of-terms-differ": _CREDITS,
    "credits-of-the-line-above": _CREDITS,
    "hours-of-terms": _HOURS,
    "words-next-to-a-tick": _ASSESSMENT,
    "assessment-by-a-loose-word": _ASSESSMENT,
    "assessments-in-turn": _ASSESSMENT,
    "assessed-in-other-semesters": _ASSESSMENT | _TERMS,
    "date-read-as-semesters": _TERMS,
    "semester-from-a-title": _TERMS,
    "semesters-by-examination": _TERMS,
    "semesters-from-a-remark": _TERMS,
    "one-cell-over-several-terms": _TERMS | _WEEKLY,
    "hours-of-terms-among-weekly-hours": _WEEKLY,
    "hours-of-terms-in-a-remark": _WEEKLY,
    "weekly-hours-in-turn": _WEEKLY,
    "weeks-before-weekly-hours": _WEEKLY,
    "weekly-hours-and-weeks-differ": _WEEKLY | _HOURS,
    # The weeks of the course, or those for which its weekly hours run.
    "weeks-from-a-remark": _WEEKS | _WEEKLY,
    "weeks-next-to-weekly-hours": _WEEKS,
    "weeks-in-a-column-of-hours": _WEEKS | _HOURS,
    "appendix-offers-courses": _COUNTED,
    "figure-in-brackets": _COUNTED,
    "hidden-row": _COUNTED,
    "struck-out": _COUNTED,
    "calculated-from-formula": _ANY,
    "sign-for-zero": _ANY,
    "sum-or-product-in-a-cell": _ANY,
}


def guesses_after(
    plan: PlanReading, changed: Mapping[int, frozenset[str]], left_out: Iterable[int]
) -> tuple[PlanRemark, ...]:
    """Give the guesses of a plan as it was read; those that its corrections settle are marked so."""
    places, gone = LinePlaces(plan.lines, plan.columns), frozenset(left_out)

    def is_settled(each: PlanRemark) -> bool:
        fields, numbers = GUESSES_OF_ONE_LINE.get(each.rule), places.numbers_of(each.place)
        if fields is None or not numbers:
            return False
        return all(number in gone or bool(fields & changed.get(number, _ANY)) for number in numbers)

    marked = [each._replace(is_settled=is_settled(each)) for each in each_apart(plan.guesses)]
    if not any(each.is_settled for each in marked):
        return plan.guesses
    return tuple(once_per_column(marked, plan.lines, plan.columns))
