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


NATIONAL_FIGURES = """query ($relations: [SuitsRelation!], $filter: CubeFilter) {
  coverageCube(dimensions: [CERTIFICATE], measures: [PROGRAMMES, LOWER, UPPER], filter: $filter) { rows { certificate programmes lower upper } }
  gaps(first: 100, includeUnknown: true, relations: $relations) { programmes requirement { id } }
}"""


async def test_national_figures_leave_out_what_colleges_write_unless_it_is_asked_for(national):
    default = await ask(national, NATIONAL_FIGURES)
    checked = await ask(national, NATIONAL_FIGURES, counting(CHECKED))
    whole = await ask(national, NATIONAL_FIGURES, counting([*CHECKED, "REPORTED_BY_COLLEGES"]))

    assert default == checked
    assert default["coverageCube"]["rows"] == [
        {"certificate": "JavaWeb应用开发", "programmes": 15, "lower": 0.05467625899280575, "upper": 0.9971223021582734}
    ]
    assert [each["programmes"] for each in whole["coverageCube"]["rows"]] == [16]
    assert {each["programmes"] for each in default["gaps"]} == {28}
    assert {each["programmes"] for each in whole["gaps"]} == {29}


CHECKED = [
    "STANDARD",
    "TEACHING_STANDARD",
    "TEACHING_STANDARD_2025",
    "MAJOR_PROFILE_2022",
    "PILOT_PRACTICE",
    "PAPER",
    "ISSUER_NOTE",
]


def counting(relations: list[str]) -> dict[str, Any]:
    return {"relations": relations, "filter": {"relations": relations}}


async def test_no_vocational_list_or_search_has_an_undergraduate_major(national):
    asked = """{
      undergraduateMajors(where: {discipline: {eq: "哲学"}}) { totalCount nodes { code name className } }
      majors { totalCount }
      catalogue(edition: "undergraduate-2025") { undergraduateMajors { totalCount } }
      vocational: search(text: "考古学", kinds: [MAJOR], first: 5) { node { __typename } }
      ordinary: search(text: "考古学", kinds: [UNDERGRADUATE_MAJOR], first: 1) { node { ... on UndergraduateMajor { code } } }
      undergraduateMajor(code: "080902") { name namedAs { certificates { nodes { name } } } }
    }"""
    data = await ask(national, asked)

    assert data["undergraduateMajors"]["totalCount"] == 4
    assert data["majors"]["totalCount"] == 1494
    assert data["catalogue"]["undergraduateMajors"]["totalCount"] == 840
    assert data["vocational"] == []
    assert data["ordinary"] == [{"node": {"code": "060103"}}]
    named = data["undergraduateMajor"]["namedAs"]
    assert (
        data["undergraduateMajor"]["name"],
        [one["name"] for each in named for one in each["certificates"]["nodes"]],
    ) == (
        "软件工程",
        ["JavaWeb应用开发"],
    )


async def test_a_certificate_level_is_compared_with_the_grades_of_an_occupation(national):
    data = await ask_example(
        national,
        "how-a-certificate-compares-with-occupational-grades",
        level="StandardLevel:510084:2.0:INTERMEDIATE",
        standard="OccupationalStandard:4-04-05-01:计算机程序设计员:2022",
        grades=["GRADE_4", "GRADE_3"],
    )

    compared = data["crosswalk"]
    functions = [each["b"]["workFunction"] for each in compared["taskRows"] if each["b"]]
    assert (compared["tasks"]["a"], compared["tasks"]["b"]) == (10, len(functions))
    assert {each["grade"] for each in functions} == {"GRADE_4", "GRADE_3"}
    assert sum(each["weight"] for each in functions) == 200
    assert {each["occupationalStandard"]["occupation"]["code"] for each in functions} == {"4-04-05-01"}
    assert [each for each in compared["taskRows"] if each["a"] and not each["a"]["task"]] == []


async def test_the_whole_teaching_standard_shows_its_modules_certificates_and_rules(national):
    asked = """{ teachingStandard(majorCode: "530701") {
      entry industries positions certificatesNamed certificates { name }
      courses { module } ruleSets { name rules { item operator force valueText } } } }"""
    data = await ask(national, asked)

    standard = data["teachingStandard"]
    assert [each["module"] for each in standard["courses"]].count("CORE") == 8
    assert (len(standard["certificatesNamed"]), len(standard["certificates"])) == (5, 4)
    (rules,) = standard["ruleSets"]
    assert rules["rules"][3] == {
        "item": "实践性教学学时占比",
        "operator": ">=",
        "force": "IN_PRINCIPLE",
        "valueText": "50% (原则上)",
    }


async def test_the_plan_of_software_technology_says_what_it_lacks(national):
    asked = """{ college(name: "深圳信息职业技术大学") { trainingPlans(where: {majorCode: {eq: "510203"}}) { totalCount nodes {
      grade completeness major { name } certificates { name } courses { sequence name hours } } } } }"""
    data = await ask(national, asked)

    (plan,) = data["college"]["trainingPlans"]["nodes"]
    assert (plan["grade"], plan["completeness"], plan["major"]["name"]) == (
        "2025级",
        "WITHOUT_PUBLIC_COURSES",
        "软件技术",
    )
    assert [each["sequence"] for each in plan["courses"]] == list(range(1, 102))
    assert plan["certificates"] != []
