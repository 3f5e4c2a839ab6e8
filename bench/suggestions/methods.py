"""The ways to compare that were weighed: each scores all judged pairs."""

import logging
import math
import statistics
from collections import Counter
from itertools import pairwise

from analysis.suggestions.grounds import Ground, ground
from analysis.suggestions.ranking import LENGTH_WEIGHT, SATURATION, Calibration
from analysis.suggestions.words import words
from bench.suggestions.fitting import score
from bench.suggestions.judged_pairs import Pair, Tokens, counted, courses, length, requirements


def scores_by(tokens: Tokens, given: list[Pair]) -> list[float]:
    """Score all pairs by BM25 over the words that ``tokens`` gives."""
    names, found = counted(tokens)
    usual = statistics.mean(length(wanted, tokens) for wanted, _ in requirements().values())

    def weight(word: str) -> float:
        many = found[word]
        return math.log(1 + (names - many + 0.5) / (many + 0.5))

    def one(pair: Pair) -> float:
        counts = Counter(word for part in pair.wanted.parts for word in tokens(part))
        held_back = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * counts.total() / usual)
        return sum(
            weight(word) * counts[word] * (SATURATION + 1) / (counts[word] + held_back)
            for word in dict.fromkeys(tokens(pair.name))
            if word in counts
        )

    return [one(each) for each in given]


def threes(text: str) -> list[str]:
    twos = words(text)
    joined = [a + b[-1] for a, b in pairwise(twos) if not a.isascii() and not b.isascii() and a[-1] == b[0]]
    return [each for each in twos if each.isascii()] + joined


def pieces(text: str) -> list[str]:
    """Give all pieces of one to three characters, as TF-IDF of characters takes them."""
    folded = "".join(text.casefold().split())
    return [folded[at : at + size] for size in (1, 2, 3) for at in range(len(folded) - size + 1)]


def cosines(given: list[Pair]) -> list[float]:
    """Score all pairs by the cosine of TF-IDF vectors over pieces of one to three characters."""
    texts = [each["name"] for each in courses().values()]
    texts += ["".join(wanted.parts) for wanted, _ in requirements().values()]
    found = Counter(piece for text in texts for piece in set(pieces(text)))

    def vector(text: str) -> dict[str, float]:
        counts = Counter(pieces(text))
        return {piece: count * (1 + math.log(len(texts) / (1 + found[piece]))) for piece, count in counts.items()}

    def one(pair: Pair) -> float:
        left, right = vector(pair.name), vector("".join(pair.wanted.parts))
        lengths = math.hypot(*left.values()) * math.hypot(*right.values())
        return sum(value * right.get(piece, 0.0) for piece, value in left.items()) / lengths

    return [one(each) for each in given]


def of_jieba() -> Tokens:
    import jieba  # noqa: PLC0415  # not installed but for `make evaluate`

    jieba.setLogLevel(logging.ERROR)
    return lambda text: [
        each for each in jieba.lcut(text.casefold()) if each.isalnum() and (len(each) > 1 or each.isascii())
    ]


def methods(given: list[Pair], calibration: Calibration) -> dict[str, list[float]]:
    """Score all pairs by each way that was weighed."""
    jieba = of_jieba()
    grounds = [list(Ground).index(ground(each.name, each.wanted)) for each in given]
    found = {
        "pairs of characters (chosen)": [score(each, calibration) for each in given],
        "threes of characters": scores_by(threes, given),
        "pairs and threes": scores_by(lambda text: words(text) + threes(text), given),
        "jieba": scores_by(jieba, given),
        "cosine of TF-IDF, one to three characters": cosines(given),
    }
    chosen_one = found["pairs of characters (chosen)"]
    found["pairs plus jieba"] = [a + b for a, b in zip(chosen_one, found["jieba"], strict=True)]
    found["same text, then components, then pairs"] = [
        (2 - place) * 1_000 + value if value else 0.0 for place, value in zip(grounds, chosen_one, strict=True)
    ]
    return found
