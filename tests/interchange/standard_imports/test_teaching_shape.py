"""A document in the form of the whole teaching standard that the seeds hold gives what the seeds hold of it.

The document is printed here from the rows of the seeds; what is imported from it is compared with those rows.
"""

import csv

import pytest

from interchange.standard_imports.confirmed_import import confirm_import
from seeds.load import load
from tests.conftest import ROOT
from tests.interchange.documents.made_documents import cell, docx, paragraph, table
from tests.interchange.standard_imports.imports import made_import, rows
from tests.interchange.standards.made_teaching import HOURS

SEEDS = ROOT / "seeds" / "data"
CODE, RULES = "530701", "TEACHING_STANDARD_530701"
STANDARD = f"TeachingStandard:2025:{CODE}"
# The next edition: that of 2025 is in the seeds, and would be refused.
IMPORTED = f"TeachingStandard:2026:{CODE}"
MODULES = {"FOUNDATION": "专业基础课程", "CORE": "专业核心课程", "EXTENSION": "专业拓展课程"}
pytestmark = pytest.mark.skipif(not SEEDS.joinpath("teaching").is_dir(), reason="the national seeds are not there")


def seeded(name: str, **values: str) -> list[dict[str, str]]:
    """The rows of a file of the seeds that have these values, as `teaching/nodes/Course` names it."""
    with (SEEDS / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return [row for row in csv.DictReader(lines) if values.items() <= row.items()]


def of_standard(link: str) -> list[str]:
    return [row["end"] for row in seeded(f"teaching/links/{link}", start=STANDARD)]


@pytest.fixture
async def graph(small_graph):
    """The small graph with the major, the occupations and the certificates of the standard, as the seeds have them."""
    copied = {
        "Major": seeded("catalogue/nodes/Major", id=f"Major:2021:{CODE}"),
        "Occupation": [
            row for each in of_standard("PREPARES_FOR") for row in seeded("teaching/nodes/Occupation", id=each)
        ],
        "Certificate": [
            row
            for each in of_standard("NAMES_CERTIFICATE")
            for row in seeded("certificates/nodes/Certificate", id=each)
        ],
    }
    for name, found in copied.items():
        assert found
        lines = [{**row, "sourceIds": "Source:t.S1"} for row in found]
        small_graph.seeds.write(f"copied/nodes/{name}.csv", written(lines))
    small_graph.seeds.write("copied/SOURCE.md", "Copied.\n")
    link = {"start": f"Major:2021:{CODE}", "end": "Catalogue:2021", "basis": "OFFICIAL", "sourceIds": "Source:t.S1"}
    small_graph.seeds.write("copied/links/LISTED_IN.csv", written([{**link, "sourceNote": ""}]))
    await load(small_graph.database, small_graph.seeds.path)
    return small_graph


def written(lines: list[dict[str, str]]) -> str:
    cells = [list(lines[0]), *(list(each.values()) for each in lines)]
    return "".join(",".join(f'"{each}"' for each in row) + "\n" for row in cells)


def printed() -> bytes:
    """The standard as the ministry prints one."""
    (standard,) = seeded("teaching/nodes/TeachingStandard", id=STANDARD)
    named = {row["id"]: row for row in seeded("teaching/nodes/Occupation")}
    occupations = [f"{named[each]['name']}（{named[each]['code']}）" for each in of_standard("PREPARES_FOR")]
    courses = courses_by_module()
    head = (
        "电子商务专业教学标准（高等职业教育专科）",
        "1 概述",
        "为适应数字经济的发展，制定本标准。",
        "2 专业名称（专业代码）",
        f"{standard['name']}（{CODE}）",
        "3 入学基本要求",
        standard["entry"],
        "4 基本修业年限",
        standard["duration"],
        "5 职业面向",
    )
    outlook = (
        ("对应行业（代码）", standard["industries"].replace("|", "、")),
        ("主要职业类别（代码）", "、".join(occupations)),
        ("主要岗位（群）或技术领域", standard["positions"].replace("|", "、")),
        ("职业类证书", standard["certificatesNamed"].replace("|", "、") + "…"),
    )
    lists = [f"{title}主要包括：{'、'.join(courses[code])}等领域的内容。" for code, title in MODULES.items()]
    core = [("序号", "课程涉及的主要领域", "典型工作任务描述", "主要教学内容与要求")]
    core += [(str(place), each, f"①{each}。", f"掌握{each}的方法。") for place, each in enumerate(courses["CORE"], 1)]
    return docx(
        *map(paragraph, head),
        grid(outlook),
        paragraph("6 课程设置及学时安排"),
        *map(paragraph, lists),
        grid(core),
        *map(paragraph, HOURS),
    )


def grid(lines) -> str:
    return table(*[[cell(each) for each in row] for row in lines])


def courses_by_module() -> dict[str, list[str]]:
    found = seeded("teaching/nodes/Course", majorCode=CODE)
    found.sort(key=lambda row: int(row["moduleBasis"].split("course ")[1].split(" ")[0]))
    return {code: [row["name"] for row in found if row["module"] == code] for code in MODULES}


async def test_what_is_imported_is_what_the_seeds_hold(graph):
    (standard,) = seeded("teaching/nodes/TeachingStandard", id=STANDARD)

    draft = await confirm_import(graph.database, made_import(printed()), {"year": "2026"}, graph.reviewer)

    assert draft.node_id == IMPORTED
    ((stated,),) = await rows(graph.database, "MATCH (s:TeachingStandard {id: $id}) RETURN properties(s)", id=IMPORTED)
    assert {name: stated[name] for name in ("name", "majorCode", "duration", "entry", "courseCount", "basis")} == {
        **{name: standard[name] for name in ("name", "majorCode", "duration", "entry", "basis")},
        "courseCount": int(standard["courseCount"]),
    }
    for name in ("industries", "positions", "certificatesNamed"):
        assert stated[name] == standard[name].split("|")
    courses = await rows(
        graph.database,
        "MATCH (:TeachingStandard {id: $id})-[:HAS_COURSE]->(c) RETURN c.module, c.name, c.moduleBasis ORDER BY c.sequence",
        id=IMPORTED,
    )
    assert courses == [
        [code, name, f"printed in the standard, course {place} of its module"]
        for code, names in courses_by_module().items()
        for place, name in enumerate(names, 1)
    ]
    for link in ("PREPARES_FOR", "NAMES_CERTIFICATE", "STANDARD_OF"):
        ends = await rows(
            graph.database,
            f"MATCH (:TeachingStandard {{id: $id}})-[:{link}]->(n) RETURN n.id ORDER BY n.id",
            id=IMPORTED,
        )
        assert [end for (end,) in ends] == sorted(of_standard(link))


async def test_the_rules_have_the_items_and_figures_of_the_seeds(graph):
    await confirm_import(graph.database, made_import(printed()), {"year": "2026"}, graph.reviewer)

    found = await rows(
        graph.database,
        "MATCH (r:Rule) RETURN r.kind, r.item, r.operator, r.unit, r.value, r.valueMin, r.valueMax ORDER BY r.item",
    )

    columns = ("kind", "item", "operator", "unit", "value", "valueMin", "valueMax")
    expected = [
        [row[name] or None if name in columns[:4] else float(row[name]) if row[name] else None for name in columns]
        for row in seeded("rules/nodes/Rule", ruleSetCode=RULES)
    ]
    assert found == sorted(expected, key=lambda row: str(row[1]))
