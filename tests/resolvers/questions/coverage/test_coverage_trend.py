"""``coverageTrend`` against ``coverageCube`` asked for each day, on small graphs drawn at random."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.connection.database import Database
from graph.errors import BadArgumentError
from resolvers.identify import Request
from resolvers.questions.coverage.coverage_trend import DAYS_LARGEST
from tests.golden.make import run_counted
from tests.resolvers.questions.coverage.test_coverage_cube import MEASURES, Graph, asks, graphs, parts_of
from tests.resolvers.questions.small_graphs import few, write
from tests.resolvers.request.refusals import refusal

FIGURES = " ".join(MEASURES)
TREND = f"""query ($days: [Date!]!, $filter: CubeFilter, $through: CubeProgramme!) {{
  coverageTrend(days: $days, filter: $filter, through: $through) {{ days {{ day {FIGURES} }} }} }}"""
CUBE = f"""query ($filter: CubeFilter, $through: CubeProgramme!) {{
  coverageCube(dimensions: [], filter: $filter, through: $through) {{ rows {{ {FIGURES} }} }} }}"""
ANY_DAY = st.sampled_from(["2019-12-31", "2020-01-01", "2022-06-01", "2024-01-01", "2024-01-02"])
NOTHING = {**dict.fromkeys(MEASURES), "programmes": 0, "withoutStandard": 0}


@few
@given(data=st.data())
def test_each_day_has_the_figures_of_the_cube_of_that_day(opened, data):
    graph = data.draw(graphs())
    _, narrow = data.draw(asks(graph))
    days = data.draw(st.lists(ANY_DAY, min_size=1, max_size=4, unique=True))

    async def check(database: Database) -> None:
        await write(database, *parts_of(graph))
        await compare_trend(database, graph, days, {name: each for name, each in narrow.items() if name != "asOf"})

    opened(check)


async def compare_trend(database: Database, graph: Graph, days: list[str], narrow: dict) -> None:
    through = "TRAINING_PLAN" if graph.of_plans else "TEACHING_STANDARD"
    trend = Request(TREND, {"days": days, "filter": narrow or None, "through": through})
    cubes = [Request(CUBE, {"filter": {**narrow, "asOf": day}, "through": through}) for day in days]
    (answer, statements), *by_day = await run_counted(database, [trend, *cubes])
    cube = [each.data["coverageCube"] for each, _ in by_day]
    if cube[0] is None:
        assert answer.data == {"coverageTrend": None}
        return
    expected = [{"day": day, **next(iter(each["rows"]), NOTHING)} for day, each in zip(days, cube, strict=True)]
    assert (answer.errors, statements) == ([], 1)
    assert answer.data["coverageTrend"]["days"] == expected


@pytest.mark.parametrize(
    "asked",
    [
        "days: []",
        "days: [" + ", ".join(f'"2020-01-{day:02}"' for day in range(1, DAYS_LARGEST + 2)) + "]",
        'days: ["2020-01-01"], filter: {asOf: "2020-01-01"}',
        'days: ["2020-01-01"], filter: {province: ["甲省"]}',
    ],
)
async def test_what_no_trend_has_is_refused(asked):
    await refusal(f"{{ coverageTrend({asked}) {{ days {{ day }} }} }}", BadArgumentError)
