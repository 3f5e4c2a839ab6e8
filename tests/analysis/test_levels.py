"""Lines of a standard read against each other, by hand and exactly."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.levels import LIKE_NAMES, antecedent, duplicates
from analysis.pairing import Line
from tests.analysis.likeness import likeness

LATIN = {"java", "git"}
TEXT = st.lists(st.sampled_from([*sorted(LATIN), "数组管理", "数组开发", "索引"]), max_size=3, unique=True).map(
    "、".join
)


def normal(text: str) -> str:
    return text.replace("、", "")


def latin(text: str) -> set[str]:
    return LATIN & set(text.split("、"))


@settings(max_examples=300)
@given(texts=st.lists(TEXT, max_size=8), least=st.sampled_from([0.5, 0.75, 0.85, 1.0]))
def test_lines_that_stand_twice_are_those_of_a_search_through_all_pairs(texts, least):
    expected = {
        (one, other): pytest.approx(float(likeness(normal(a), normal(b))))
        for (one, a), (other, b) in combinations(enumerate(texts), 2)
        if a and latin(a) == latin(b) and likeness(normal(a), normal(b)) >= Fraction(str(least))
    }

    found = list(duplicates([Line(each) for each in texts], least))

    assert {(one, other): score for one, other, score in found} == expected
    assert [one for one, _, _ in found] == sorted(one for one, _, _ in found)
    assert len(found) == len(expected)


NAME = st.lists(st.sampled_from(["数据库", "网页", "开发", "管理", "、"]), min_size=1, max_size=3).map("".join)


@settings(max_examples=300)
@given(name=NAME, below=st.lists(NAME, max_size=5))
def test_what_leads_up_is_the_most_alike_of_what_shares_a_component_or_reads_alike(name, below):
    alike = [likeness(normal(name), normal(each)) for each in below]
    leading = [
        place
        for place, each in enumerate(below)
        if parts(name) & parts(each) or alike[place] >= Fraction(str(LIKE_NAMES))
    ]
    expected = min(leading, key=lambda place: (-alike[place], place), default=None)

    assert antecedent(Line(name), [Line(each) for each in below]) == expected


def parts(name: str) -> set[str]:
    return set(name.split("、")) - {""}
