"""Rank pairs of a course and a requirement by the words that both have, and tell how likely a reviewer accepts each.

The score is BM25 of the course's name against the requirement with its task and work area; how rare a word is comes
from the names of all national courses. A logistic curve, fitted on judged pairs, turns the score into a probability.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice

from analysis.suggestions.words import words

# The usual constants of BM25: how soon a word that stands twice counts no more, and how much long texts are held back.
SATURATION, LENGTH_WEIGHT = 1.2, 0.75


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was counted and fitted beforehand: see ``python -m bench.suggestions``.

    ``names`` courses were counted; ``frequencies`` tells in how many of them a word stands, ``rare`` for all others.
    ``length`` is the usual number of words of a requirement. ``threshold`` is the least probability worth showing.
    """

    names: int
    frequencies: Mapping[str, int]
    rare: int
    length: float
    slope: float
    intercept: float
    threshold: float

    def weight(self, word: str) -> float:
        """Weigh a word: the rarer in names of courses, the more it says."""
        many = self.frequencies.get(word, self.rare)
        return math.log(1 + (self.names - many + 0.5) / (many + 0.5))

    def probability(self, score: float) -> float:
        """Turn a score into the probability that a reviewer accepts the pair."""
        return 1 / (1 + math.exp(-(self.slope * score + self.intercept)))


@dataclass(frozen=True, slots=True)
class RequirementTexts:
    """A requirement as it is compared: its text, the task and the work area it belongs to."""

    text: str
    task: str = ""
    area: str = ""

    @property
    def parts(self) -> tuple[str, str, str]:
        """The texts, the nearest first."""
        return self.text, self.task, self.area


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A course and a requirement, by their places, and how likely they belong together.

    ``text`` is the place of the text that matched best among those of the course: 0 is its name. Only names were
    judged, so the probability is null where another text matched.
    """

    course: int
    text: int
    wanted: int
    score: float
    probability: float | None


class Ranking:
    """Requirements made ready to be compared with names."""

    def __init__(self, wanted: Sequence[RequirementTexts], calibration: Calibration) -> None:
        self._wanted = wanted
        self._calibration = calibration
        self._holding: dict[str, list[tuple[int, float]]] = {}
        for place, each in enumerate(wanted):
            counts = Counter(word for part in each.parts for word in words(part))
            held_back = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * counts.total() / calibration.length)
            for word, count in counts.items():
                part = calibration.weight(word) * count * (SATURATION + 1) / (count + held_back)
                self._holding.setdefault(word, []).append((place, part))

    def scores(self, name: str) -> dict[int, float]:
        """Score a name against every requirement that shares a word with it."""
        found: dict[int, float] = {}
        for word in dict.fromkeys(words(name)):
            for place, part in self._holding.get(word, ()):
                found[place] = found.get(place, 0.0) + part
        return found

    def best(
        self,
        courses: Sequence[Sequence[str]],
        *,
        least: float,
        first: int,
        settled: AbstractSet[tuple[int, int]] = frozenset(),
        of_each: int | None = None,
    ) -> list[Suggestion]:
        """Give the pairs with most in common, at most ``first``, and none that is settled already.

        Of each requirement there are at most ``of_each``, if given. None has a score below the one that a name needs
        for the probability ``least``. A course is given as its texts, the name first. Equal pairs come in the order of
        courses, then of requirements.
        """
        probability = self._calibration.probability
        pairs = (
            (-score, course, place, text)
            for course, texts in enumerate(courses)
            for place, (score, text) in self._best_texts(texts).items()
            if (course, place) not in settled
        )
        likely = sorted(pair for pair in pairs if probability(-pair[0]) >= least)
        return [
            Suggestion(course, text, place, -score, None if text else probability(-score))
            for score, course, place, text in islice(_cut(likely, of_each), first)
        ]

    def _best_texts(self, texts: Sequence[str]) -> dict[int, tuple[float, int]]:
        found: dict[int, tuple[float, int]] = {}
        for place, text in enumerate(texts):
            for wanted, score in self.scores(text).items():
                if wanted not in found or score > found[wanted][0]:
                    found[wanted] = (score, place)
        return found


# A score, negative so that the highest comes first, and the places of course, requirement and text.
_Pair = tuple[float, int, int, int]


def _cut(pairs: Iterable[_Pair], of_each: int | None) -> Iterator[_Pair]:
    """Leave out what comes after the first pairs of a requirement; of each, that many."""
    given = Counter[int]()
    for pair in pairs:
        _, _, wanted, _ = pair
        given[wanted] += 1
        if of_each is None or given[wanted] <= of_each:
            yield pair
