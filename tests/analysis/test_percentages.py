"""A share in per cent is rounded half up, and is no whole per cent, none or all, that it is not quite."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.percentages import HUNDREDTHS, hundredths_of_percent, percent_of_hundredths, percent_of_one


@st.composite
def shares(draw):
    whole = draw(st.integers(1, 1_000_000))
    near = draw(st.sampled_from([0, whole // 4, whole // 2, whole]))
    return min(max(draw(st.one_of(st.integers(0, whole), st.integers(near - 3, near + 3))), 0), whole), whole


@given(share=shares())
def test_a_share_in_hundredths_is_the_nearest_but_for_whole_per_cents(share):
    part, whole = share
    shown, exact = hundredths_of_percent(part, whole), Fraction(part, whole) * HUNDREDTHS

    assert abs(shown - exact) <= (1 if abs(exact - 100 * round(exact / 100)) < 1 else Fraction(1, 2))
    assert (shown % 100 == 0) == ((exact / 100).denominator == 1)
    # On one side of each whole per cent, by which rules are kept: 0 and 100 are among them.
    assert all((shown < each) == (exact < each) for each in range(0, HUNDREDTHS + 1, 100))
    assert shown + hundredths_of_percent(whole - part, whole) in {HUNDREDTHS, HUNDREDTHS + 1}


@given(share=shares(), other=shares())
def test_a_larger_share_is_never_shown_as_a_smaller_one(share, other):
    less, more = sorted([share, other], key=lambda each: Fraction(*each))

    assert hundredths_of_percent(*less) <= hundredths_of_percent(*more)


@given(share=shares())
def test_one_decimal_shows_none_and_all_of_just_these(share):
    part, whole = share
    shown = percent_of_one(part / whole)

    assert (shown == "0.0%", shown == "100.0%") == (part == 0, part == whole)
    assert abs(Fraction(shown[:-1]) - Fraction(part * 100, whole)) <= Fraction(1, 10)


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (1, 3, "33.33"),
        (2, 3, "66.67"),
        (1, 8, "12.5"),
        (1, 4, "25"),
        (24_999, 100_000, "24.99"),
        (1, 99_999, "0.01"),
        (0, 5, "0"),
    ],
)
def test_shares_are_written_with_at_most_two_decimals(part, whole, shown):
    assert percent_of_hundredths(hundredths_of_percent(part, whole)) == shown
