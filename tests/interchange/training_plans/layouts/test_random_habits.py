"""Layouts from the habits of many colleges: what is read otherwise than it is printed stands among guesses or problems."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from interchange.training_plans.plan_reading import read_training_plans
from tests.interchange.training_plans.layouts.random_layouts import RandomLayout
from tests.interchange.training_plans.layouts.scores import score_of


@pytest.mark.slow
@settings(max_examples=200, derandomize=True, deadline=None, database=None)
@given(st.integers(0, 10**9))
def test_each_field_is_read_as_it_is_printed_or_stands_among_guesses_and_problems(seed):
    layout = RandomLayout(seed)
    (plan,) = read_training_plans(layout.document())
    score = score_of(plan, layout.wanted())

    assert (score.silent, score.lines, score.fields >= 95) == ([], 100, True)
