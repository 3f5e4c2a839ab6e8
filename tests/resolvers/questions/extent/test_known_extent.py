"""``knownExtent``: the query, the page and the files count alike; an empty graph holds nothing, and says no figure."""

from pathlib import Path

from graph.model.extents import EXTENTS
from resolvers.identify import Request
from seeds.extent import known_extent
from tests.golden.make import run_counted

ASK = "{ knownExtent { of gathered published statistic { code sources { id } } } }"
NATIONAL = Path(__file__).resolve().parents[4] / "seeds" / "data"


async def rows(database) -> list[dict]:
    (answer,), (statements,) = zip(*await run_counted(database, [Request(ASK)]), strict=True)
    assert (answer.errors, statements) == ([], 1)
    return answer.data["knownExtent"]


async def test_the_graph_holds_what_the_files_do_and_each_figure_has_a_source(national):
    found = await rows(national)

    counted = [(each.extent.code, each.gathered, each.statistic["value"]) for each in known_extent(NATIONAL)]
    assert [(each["of"], each["gathered"], each["published"]) for each in found] == counted
    assert [each["statistic"]["code"] for each in found] == [each.statistic for each in EXTENTS]
    assert all(each["statistic"]["sources"] for each in found)


async def test_an_empty_graph_holds_nothing_and_knows_no_figure(database):
    assert await rows(database) == [
        {"of": each.code, "gathered": 0, "published": None, "statistic": None} for each in EXTENTS
    ]


def test_no_more_is_here_than_is_known_to_exist():
    more = [each.extent.code for each in known_extent(NATIONAL) if each.gathered > each.statistic["value"]]

    assert more == []
