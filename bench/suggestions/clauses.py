"""Texts that stand in for outcomes, contents and tasks of courses: what judged pairs of them say of a match rate."""

import math
import statistics
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from analysis.suggestions.ranking import Calibration
from bench.suggestions.fitting import (
    brier,
    cross_validated,
    curve,
    interval,
    score,
    wilson,
    with_interval,
)
from bench.suggestions.judged_pairs import PAIRS, Pair, requirements, rows
from bench.suggestions.methods import cosines

CLAUSE_PAIRS = PAIRS.with_name("clause_pairs.csv")
UNSURE = "UNSURE"
# With fewer, a fold of the cross-validation has less than five of them.
MATCHES_NEEDED = 50


class ClauseKind(NamedTuple):
    """A kind of text, what stands in for it, and the pairs on which both passes of judging agree."""

    name: str
    stand_in: str
    pairs: list[Pair]


_STAND_INS = {
    "OUTCOME": "a requirement, for a requirement of another level or certificate",
    "TYPICAL_TASKS": "a work function of an occupation, for a certificate of its field",
    "CONTENT": "a topic of an outline, for another certificate of the field",
}


def clause_kinds() -> list[ClauseKind]:
    """Read the pairs by kind; one that either pass leaves unsure, or on which they differ, tells nothing."""
    known = requirements()
    judged = rows(CLAUSE_PAIRS)
    return [
        ClauseKind(
            name,
            stand_in,
            [
                Pair(
                    each["clauseText"],
                    known[each["requirement"]][0],
                    each["first"] == "MATCH",
                    "CLAUSE",
                    is_of_standard=each["requirement"].startswith("SkillRequirement"),
                    module=None,
                    level=known[each["requirement"]][1],
                )
                for each in judged
                if each["kind"] == name and each["first"] == each["second"] != UNSURE
            ],
        )
        for name, stand_in in _STAND_INS.items()
    ]


def clause_section(calibration: Calibration) -> Iterator[str]:
    """Write what the pairs show, and why another text than the name has no match rate."""
    kinds = clause_kinds()
    yield "## Other texts than names\n"
    yield from _judging(kinds)
    yield "| text | pairs | matches | average precision | of the cosine | Brier | of the cosine | of the curve of names | of the share | better than the share by |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
    for each in kinds:
        yield _row(each, calibration)
    yield ""
    yield from _conclusion(kinds, calibration)


def _judging(kinds: list[ClauseKind]) -> Iterator[str]:
    judged = rows(CLAUSE_PAIRS)
    agreed = sum(each["first"] == each["second"] for each in judged)
    opposed = sum({each["first"], each["second"]} == {"MATCH", "NO_MATCH"} for each in judged)
    labels = Counter(each["first"] for each in judged)
    yield (
        "Neither the seeds nor the facts behind them have outcomes, contents or tasks of a course: the standard 530701 is there "
        "with the names of its courses. So real texts of the same form stand in for them (bench/evaluation/clause_pairs.csv):\n"
    )
    yield from (f"- {each.name}: {each.stand_in}." for each in kinds)
    yield (
        f"\n{len(judged)} pairs were judged in two passes, over the whole range of scores. The passes agree on {agreed}; on "
        f"{opposed} one says MATCH and the other NO_MATCH. The first has {labels['MATCH']} MATCH and {labels[UNSURE]} UNSURE. "
        "One reader made both, so that two readers would agree less. Counted are the pairs on which both decided the same. "
        "All figures are cross-validated by the text.\n"
    )


def _row(kind: ClauseKind, calibration: Calibration) -> str:
    pairs = kind.pairs
    scores, others = [score(each, calibration) for each in pairs], cosines(pairs)
    own, cosine = cross_validated(scores, pairs), cross_validated(others, pairs)
    of_names = [calibration.probability(each) for each in scores]
    share = statistics.mean(each.is_match for each in pairs)
    low, high = gain(own, pairs)
    cells = (
        kind.name,
        len(pairs),
        sum(each.is_match for each in pairs),
        with_interval(scores, pairs),
        with_interval(others, pairs),
        *(f"{brier(each, pairs):.3f}" for each in (own, cosine, of_names)),
        f"{share * (1 - share):.3f}",
        f"{low:+.3f} to {high:+.3f}",
    )
    return f"| {' | '.join(map(str, cells))} |"


def gain(chances: list[float], pairs: list[Pair]) -> tuple[float, float]:
    """Give the 95 % interval of how much lower the Brier score is than that of the share of matches alone."""

    def measure(places: list[int]) -> float:
        share = statistics.mean(pairs[each].is_match for each in places)
        return share * (1 - share) - brier([chances[each] for each in places], [pairs[each] for each in places])

    return interval(measure, pairs)


def _conclusion(kinds: list[ClauseKind], calibration: Calibration) -> Iterator[str]:
    needed = ", ".join(f"{each.name} {_score_needed(each, calibration):.1f}" for each in kinds)
    names = (_logit(calibration.threshold) - calibration.intercept) / calibration.slope
    yield (
        f"For a match rate of {calibration.threshold} a name needs a score of {names:.1f}. By a curve of their own these texts need "
        f"more: {needed}. At the score that a name needs, the share of matches is:\n"
    )
    for each in kinds:
        shown = [pair.is_match for pair in each.pairs if score(pair, calibration) >= names]
        low, high = wilson(sum(shown), len(shown))
        yield f"- {each.name}: {sum(shown)} of {len(shown)}, {sum(shown) / len(shown):.2f} ({low:.2f}-{high:.2f})"
    yield (
        "\nSo the curve of names says too much of them, and `probability` is null where another text than the name matched. "
        f"A curve of their own would need {MATCHES_NEEDED} matches of texts of real courses, and an interval above 0 in the last "
        "column. These are stand-ins, and few. And a course offers up to 60 clauses of which the best counts, while a pair "
        "here has one. Judged pairs of a standard with contents would settle it.\n"
    )


def _score_needed(kind: ClauseKind, calibration: Calibration) -> float:
    scores = [score(each, calibration) for each in kind.pairs]
    slope, intercept = curve(scores, [each.is_match for each in kind.pairs])
    return (_logit(calibration.threshold) - intercept) / slope


def _logit(chance: float) -> float:
    return math.log(chance / (1 - chance))
