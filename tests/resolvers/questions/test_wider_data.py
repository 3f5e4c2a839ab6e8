"""The wider data in the loaded graph: what was gathered after the first release is found by the questions for it."""

from pathlib import Path
from typing import Any

from resolvers.identify import Request
from tests.golden.make import run_counted

QUERIES = Path(__file__).parents[3] / "docs" / "queries"


async def ask(database, query: str, variables: dict[str, Any] | None = None) -> Any:
    ((answer, statements),) = await run_counted(database, [Request(query, variables or {})])
    assert answer.errors == []
    assert statements == 1
    return answer.data


async def ask_example(database, example: str, /, **variables: Any) -> Any:
    return await ask(database, (QUERIES / f"{example}.graphql").read_text(encoding="utf-8"), variables)


async def test_a_college_is_found_by_the_name_it_had_before(national):
    data = await ask_example(national, "what-a-college-was-called-before", name="深圳职业技术学院")

    first = data["search"][0]
    college = first.pop("node")
    assert first == {"matchedAs": "alias", "matchedText": "深圳职业技术学院"}
    assert college["name"] == "深圳职业技术大学"
    assert [(each["formerName"], each["year"]) for each in college["renamings"]] == [("深圳职业技术学院", 2024)]
    assert [(each["round"], each["kind"]) for each in college["doubleHighEntries"]] == [
        (1, "高水平学校"),
        (2, "高水平学校"),
    ]
    of_second = {each["name"]: each["memberMajors"] for each in college["programmeGroups"] if each["round"] == 2}
    assert {"code": "310101", "name": "电子信息工程技术"} in of_second["电子信息工程技术"]


async def test_every_former_name_leads_to_its_college(national):
    data = await ask(national, "{ renamings(first: 100) { totalCount nodes { formerName college { name } } } }")
    searches = "\n".join(
        f's{place}: search(text: "{each["formerName"]}", kinds: [COLLEGE], first: 3) {{ node {{ ... on College {{ name }} }} }}'
        for place, each in enumerate(data["renamings"]["nodes"][:10])
    )
    found = await ask(national, f"{{ {searches} }}")

    assert data["renamings"]["totalCount"] == 87
    for place, each in enumerate(data["renamings"]["nodes"][:10]):
        assert each["college"]["name"] in [hit["node"]["name"] for hit in found[f"s{place}"]]


async def test_doubtful_entries_of_the_second_round_are_marked(national):
    asked = "{ doubleHighEntries(where: {round: {eq: 2}, doubt: {isNull: false}}) { nodes { collegeName college { name } } } }"
    data = await ask(national, asked)

    assert data["doubleHighEntries"]["nodes"] == [
        {"collegeName": "南京铁道职业技术学院", "college": {"name": "南京铁道职业技术学院"}},
        {"collegeName": "河北牧业职业学院", "college": None},
        {"collegeName": "苏州职业技术大学", "college": {"name": "苏州职业技术大学"}},
        {"collegeName": "陕西国防工业职业技术学院", "college": {"name": "陕西国防工业职业技术学院"}},
    ]
