"""Fit the curve from score to probability, choose the threshold, and measure both."""

import math
import random
import statistics
from collections.abc import Callable

from analysis.suggestions.ranking import Calibration, Ranking
from analysis.suggestions.words import words
from bench.suggestions.judged_pairs import Pair, counted, length, requirements

# A word that stands in fewer names than this is as rare as any: it counts as standing in half as many.
COMMON = 20
FOLDS = 10
BINS = ((0, 0.1), (0.1, 0.2), (0.2, 0.3), (0.3, 0.4), (0.4, 0.5), (0.5, 0.6), (0.6, 0.8), (0.8, 1.01))
RESAMPLES = 1_000
STEP = 0.05
# A reader of a suggestion should find it right more often than not.
WANTED_PRECISION = 0.5


def uncalibrated() -> Calibration:
    """Give what is counted; the curve is still the line that changes nothing."""
    names, found = counted()
    common = {word: many for word, many in sorted(found.items()) if many >= COMMON}
    usual = statistics.mean(length(wanted, words) for wanted, _ in requirements().values())
    return Calibration(names, common, COMMON // 2, round(usual, 3), 1.0, 0.0, 0.0)


def curve(scores: list[float], labels: list[bool]) -> tuple[float, float]:
    """Fit a logistic curve by Newton's method; the tiny ridge keeps it from running away where all labels agree."""
    slope, intercept, ridge = 0.0, 0.0, 1e-3
    for _ in range(30):
        chances = [1 / (1 + math.exp(-(slope * x + intercept))) for x in scores]
        errors = [chance - label for chance, label in zip(chances, labels, strict=True)]
        weights = [chance * (1 - chance) for chance in chances]
        g0 = sum(errors)
        g1 = sum(e * x for e, x in zip(errors, scores, strict=True)) + ridge * slope
        h00 = sum(weights) + ridge
        h01 = sum(w * x for w, x in zip(weights, scores, strict=True))
        h11 = sum(w * x * x for w, x in zip(weights, scores, strict=True)) + ridge
        determinant = h00 * h11 - h01 * h01
        slope -= (h00 * g1 - h01 * g0) / determinant
        intercept -= (h11 * g0 - h01 * g1) / determinant
    return slope, intercept


def cross_validated(scores: list[float], given: list[Pair]) -> list[float]:
    """Give each pair the probability of a curve fitted without the pairs of courses of its name."""
    fold_of = {name: place % FOLDS for place, name in enumerate(sorted({each.name for each in given}))}
    found = [0.0] * len(given)
    for fold in range(FOLDS):
        rest = [place for place, each in enumerate(given) if fold_of[each.name] != fold]
        slope, intercept = curve([scores[each] for each in rest], [given[each].is_match for each in rest])
        for place, each in enumerate(given):
            if fold_of[each.name] == fold:
                found[place] = 1 / (1 + math.exp(-(slope * scores[place] + intercept)))
    return found


def fit(given: list[Pair]) -> Calibration:
    """Fit the curve to all pairs, and choose the threshold by the cross-validated probabilities."""
    base = uncalibrated()
    scores = [score(each, base) for each in given]
    slope, intercept = curve(scores, [each.is_match for each in given])
    threshold = chosen(cross_validated(scores, given), given)
    return Calibration(
        base.names, base.frequencies, base.rare, base.length, round(slope, 4), round(intercept, 4), threshold
    )


def score(pair: Pair, calibration: Calibration) -> float:
    return Ranking([pair.wanted], calibration).scores(pair.name).get(0, 0.0)


def chosen(chances: list[float], given: list[Pair]) -> float:
    """Give the least threshold at which precision is above the wanted one, with 95 % certainty."""
    for step in range(1, round(1 / STEP)):
        shown = [each.is_match for each, chance in zip(given, chances, strict=True) if chance >= step * STEP]
        if shown and wilson(sum(shown), len(shown))[0] > WANTED_PRECISION:
            return round(step * STEP, 2)
    raise ValueError("no threshold reaches the wanted precision")


# ---- measures


def wilson(hits: int, of: int) -> tuple[float, float]:
    """Give the 95 % confidence interval of a share."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, hits / of
    middle, width = share + z * z / (2 * of), z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - width) / (1 + z * z / of), (middle + width) / (1 + z * z / of)


def average_precision(scores: list[float], labels: list[bool]) -> float:
    """Average the precision over the ranks of the matches; equal scores share their rank's precision."""
    matches, seen, hits, total = sum(labels), 0, 0, 0.0
    groups: dict[float, list[bool]] = {}
    for value, label in zip(scores, labels, strict=True):
        groups.setdefault(value, []).append(label)
    for value in sorted(groups, reverse=True):
        seen, hits = seen + len(groups[value]), hits + sum(groups[value])
        total += sum(groups[value]) * hits / seen
    return total / matches


def with_interval(scores: list[float], given: list[Pair]) -> str:
    """Show the average precision with its 95 % interval, by drawing names of courses again and again."""
    labels = [each.is_match for each in given]

    def measure(places: list[int]) -> float:
        return average_precision([scores[each] for each in places], [labels[each] for each in places])

    low, high = interval(measure, given)
    return f"{average_precision(scores, labels):.3f} ({low:.3f}-{high:.3f})"


def difference(first: list[float], second: list[float], given: list[Pair]) -> tuple[float, float]:
    """Give the 95 % interval of how much better the first ranks than the second, on the same drawn names."""

    def measure(places: list[int]) -> float:
        labels = [given[each].is_match for each in places]
        ours, theirs = ([scores[each] for each in places] for scores in (first, second))
        return average_precision(ours, labels) - average_precision(theirs, labels)

    return interval(measure, given)


def interval(measure: Callable[[list[int]], float], given: list[Pair]) -> tuple[float, float]:
    """Give the 95 % interval of a measure by drawing names of courses again and again; it is given places of pairs."""
    chance = random.Random(1)
    by_name: dict[str, list[int]] = {}
    for place, each in enumerate(given):
        by_name.setdefault(each.name, []).append(place)
    names, drawn = sorted(by_name), []
    for _ in range(RESAMPLES):
        places = [place for name in chance.choices(names, k=len(names)) for place in by_name[name]]
        if any(given[each].is_match for each in places):
            drawn.append(measure(places))
    drawn.sort()
    return drawn[int(len(drawn) * 0.025)], drawn[int(len(drawn) * 0.975)]


def calibration_error(chances: list[float], given: list[Pair]) -> float:
    """Average, over the pairs, how far the mean probability of a bin lies from the share of matches in it."""
    error = 0.0
    for low, high in BINS:
        inside = [(c, each.is_match) for c, each in zip(chances, given, strict=True) if low <= c < high]
        error += abs(sum(chance - label for chance, label in inside))
    return error / len(given)


def brier(chances: list[float], given: list[Pair]) -> float:
    return statistics.mean((chance - each.is_match) ** 2 for chance, each in zip(chances, given, strict=True))
