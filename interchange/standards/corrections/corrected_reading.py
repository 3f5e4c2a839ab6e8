"""Correct what was read of a standard, whatever its kind."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from interchange.standards.corrections.correction import Correction, Corrections
from interchange.standards.corrections.skill_corrections import correct_skill_standard
from interchange.standards.corrections.teaching_corrections import correct_teaching_standard
from interchange.standards.skill.skill_standard import Remark
from interchange.standards.standard_document import StandardReading
from interchange.standards.teaching.teaching_standard import TeachingStandardReading


class CorrectedReading(NamedTuple):
    """What was read, as corrected, and for the audit trail what was read and what it became."""

    reading: StandardReading
    record: tuple[dict[str, Any], ...] = ()


def correct_reading(reading: StandardReading, given: Iterable[Correction]) -> CorrectedReading:
    """Correct what was read. Raises: CorrectionError naming the correction that does not fit."""
    corrections = Corrections(given)
    if not corrections:
        return CorrectedReading(reading)
    corrected: StandardReading
    if isinstance(reading, TeachingStandardReading):
        corrected = correct_teaching_standard(reading, corrections)
    else:
        corrected = correct_skill_standard(reading, corrections)
    corrections.require_taken()
    problems = _numbered(reading.problems, corrected.problems)
    return CorrectedReading(corrected._replace(problems=problems), tuple(corrections.record))


def _numbered(before: Sequence[Remark], after: Sequence[Remark]) -> tuple[Remark, ...]:
    """Give what is left of the problems the numbers that they had, and new ones numbers after those."""
    numbers = {(each.rule, each.subject): number for number, each in enumerate(before, start=1)}
    for each in after:
        numbers.setdefault((each.rule, each.subject), max(len(before), len(numbers)) + 1)
    return tuple(each._replace(number=numbers[each.rule, each.subject]) for each in after)
