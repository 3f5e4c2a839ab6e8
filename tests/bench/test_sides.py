"""The comparison of servers: every side of ours that `make bench` times answers every question with the same bytes."""

import pytest

from bench import engines
from bench.compare import check
from bench.sides import all_sides
from bench.synthetic import Sizes
from bench.workloads import WORKLOADS

pytestmark = pytest.mark.engine("embedded")

SIZES = Sizes.of(0.01)


@pytest.fixture(scope="module")
def sides(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bench")
    with engines.started("embedded", folder) as engine:
        assert engines.loaded(engine, SIZES)["nodes"] > 2_000
        with all_sides(engine, folder, ("ours", "unbatched", "ordinary", "ceiling")) as running:
            yield running


@pytest.mark.parametrize("name", WORKLOADS)
def test_the_sides_answer_the_same(name, sides):
    assert check(sides, WORKLOADS[name], SIZES) > 50
