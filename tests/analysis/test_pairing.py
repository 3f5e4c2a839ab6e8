"""Pairs of lines against a search through all products."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.pairing import Line, Pair, jaccard, pair_lines, same_texts

WORDS = ["java", "git", "数组", "索引", "集群"]
# A full stop makes the same text of another spelling; an empty text is like nothing.
TEXT = st.builds(
    lambda words, end: "、".join(words) + end,
    st.lists(st.sampled_from(WORDS), max_size=3, unique=True),
    st.sampled_from(["", "。"]),
)
TEXTS = st.lists(TEXT, max_size=7)
LEAST = st.sampled_from([0.0, 0.3, 0.5, 1.0])


def parts(text: str) -> frozenset[str]:
    return frozenset(text.rstrip("。").split("、")) - {""}


def normal(text: str) -> str:
    return text.replace("、", "").replace("。", "")


def score(one: str, other: str) -> Fraction:
    """The exact Jaccard index of the components; nothing in common with an empty text."""
    whole = parts(one) | parts(other)
    return Fraction(len(parts(one) & parts(other)), len(whole)) if whole else Fraction(0)


def lines(texts: list[str]) -> list[Line]:
    return [Line(each) for each in texts]


def same_by_hand(left: list[str], right: list[str]) -> dict[int, int]:
    """The nth line of a text on the left belongs to its nth line on the right."""
    found = {}
    for text in {normal(each) for each in left} - {""}:
        here, there = ([place for place, each in enumerate(side) if normal(each) == text] for side in (left, right))
        found |= dict(zip(here, there, strict=False))
    return found


def best_by_hand(left: list[str], right: list[str], least: float) -> dict[int, int]:
    """Take the best of all pairs that are left, until none is; of equal ones the first."""
    found = same_by_hand(left, right)
    while True:
        free = [
            (-score(one, other), here, there)
            for here, one in enumerate(left)
            for there, other in enumerate(right)
            if here not in found and there not in found.values() and parts(one) & parts(other)
        ]
        _, here, there = min(free, default=(0, None, None))
        if here is None or score(left[here], right[there]) < least:
            return found
        found[here] = there  # type: ignore[assignment]  # one name for two kinds


@settings(max_examples=300)
@given(left=TEXTS, right=TEXTS)
def test_the_same_texts_are_paired_in_their_order(left, right):
    assert dict(same_texts(lines(left), lines(right))) == same_by_hand(left, right)


@settings(max_examples=300)
@given(left=TEXTS, right=TEXTS, least=LEAST)
def test_pairs_are_the_best_of_all_products_and_every_line_is_given_once(left, right, least):
    paired = best_by_hand(left, right, least)
    expected = [expected_pair(left, right, here, paired.get(here)) for here in range(len(left))]
    expected += [expected_pair(left, right, None, there) for there in range(len(right)) if there not in paired.values()]

    assert pair_lines(lines(left), lines(right), least) == expected


def expected_pair(left: list[str], right: list[str], here: int | None, there: int | None) -> Pair:
    if here is None or there is None:
        return Pair(here, there, is_same=False, shared=frozenset(), jaccard=0.0)
    one, other = left[here], right[there]
    is_same = normal(one) == normal(other)
    index = 1.0 if is_same else pytest.approx(float(score(one, other)))
    return Pair(here, there, is_same, parts(one) & parts(other), index)


SETS = st.sets(st.integers(0, 5))


@settings(max_examples=200)
@given(one=SETS, other=SETS)
def test_the_jaccard_index_says_how_much_of_both_is_in_both(one, other):
    index = jaccard(one, other)

    assert index == jaccard(other, one)
    assert (index is None) == (not one and not other)
    assert (index == 1) == (one == other != set())
    assert (index == 0) == (one != other and one.isdisjoint(other))
    if index is not None:
        assert index * len(one | other) == pytest.approx(sum(each in other for each in one))
