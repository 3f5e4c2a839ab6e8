"""``knownExtent``: the query, the page and the files count alike; an empty graph holds nothing, and says no figure."""

import csv
from pathlib import Path
from typing import Any

from graph.model import MODEL
from graph.model.columns import link_columns, node_columns
from graph.model.extents import EXTENTS
from resolvers.identify import Request
from seeds.extent import known_extent
from tests.golden.make import run_counted
from tests.resolvers.questions.small_graphs import write

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


SAID: dict[str, Any] = {"basis": "REPORTED", "name": "名", "requirementCount": 0}
SECOND_VERSION: dict[str, list[dict[str, Any]]] = {
    "Certificate": [{**SAID, "id": f"Certificate:{each}", "name": each} for each in ("甲", "乙", "丙")],
    "SkillStandard": [
        {**SAID, "id": f"SkillStandard:{code}:{version}", "code": code, "version": version}
        for code, version in (("1", "1.0"), ("1", "2.0"), ("2", "1.0"))
    ],
    "StandardLevel": [
        {
            **SAID,
            "id": f"StandardLevel:1:{version}:ELEMENTARY",
            "standardCode": "1",
            "standardVersion": version,
            "level": "ELEMENTARY",
            "rank": 1,
        }
        for version in ("1.0", "2.0")
    ],
    "HAS_STANDARD": [
        {"start": "Certificate:甲", "end": "SkillStandard:1:1.0"},
        {"start": "Certificate:甲", "end": "SkillStandard:1:2.0"},
        {"start": "Certificate:乙", "end": "SkillStandard:2:1.0"},
    ],
    "HAS_STANDARD_LEVEL": [
        {"start": f"SkillStandard:1:{version}", "end": f"StandardLevel:1:{version}:ELEMENTARY"}
        for version in ("1.0", "2.0")
    ],
}


async def test_a_second_version_of_a_standard_is_counted_once(database):
    nodes = {each.pop("id"): each for name in MODEL.node_types for each in map(dict, SECOND_VERSION.get(name, ()))}
    links = {
        name: [(each["start"], each["end"], {}) for each in SECOND_VERSION[name]]
        for name in MODEL.relationships
        if name in SECOND_VERSION
    }
    await write(database, nodes, links)

    gathered = {each["of"]: each["gathered"] for each in await rows(database)}

    assert (gathered["CERTIFICATES"], gathered["SKILL_STANDARDS"]) == (3, 1)


def test_a_second_version_in_the_files_is_counted_once(tmp_path):
    for name, found in SECOND_VERSION.items():
        is_node = name in MODEL.node_types
        columns = node_columns(MODEL.node_types[name]) if is_node else link_columns(MODEL.relationships[name])
        file = tmp_path / "small" / ("nodes" if is_node else "links") / f"{name}.csv"
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("w", encoding="utf-8", newline="") as opened:
            table = csv.DictWriter(opened, [each.name for each in columns], extrasaction="ignore")
            table.writeheader()
            table.writerows({**SAID, **each} for each in found)

    gathered = {each.extent.code: each.gathered for each in known_extent(tmp_path)}

    assert (gathered["CERTIFICATES"], gathered["SKILL_STANDARDS"]) == (3, 1)
