"""The table of coverage as a file: the same figures as the API, in CSV and JSON."""

import csv
import io
import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import openpyxl
import pytest

from analysis import code_words
from interchange.alignments.table_columns import in_language
from interchange.question_tables.coverage_table import TITLES
from resolvers.questions.coverage.cube_records import DIMENSIONS, MEASURES
from server.api.tables.alignment_tables import LEAST_PROBABILITY

ASK = """{ coverageCube(dimensions: [CLASS, CERTIFICATE_LEVEL], measures: [REQUIREMENTS, COVERED, LOWER]) { total
  columns { name kind type } rows { majorClass certificateLevel requirements covered lower } } }"""
PARAMETERS = {"dimensions": "CLASS,CERTIFICATE_LEVEL", "measures": ["REQUIREMENTS", "COVERED", "LOWER"]}


def get(served, ending: str, parameters: dict, **headers: str) -> httpx.Response:
    return httpx.get(f"{served.url}/tables/coverage.{ending}", params=parameters, headers=headers, timeout=30)


def test_the_csv_holds_what_the_api_says(served):
    table = served.ask(ASK)["data"]["coverageCube"]
    response = get(served, "csv", PARAMETERS)
    head, *rows = csv.reader(io.StringIO(response.text, newline=""))

    assert response.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    assert response.headers["content-disposition"] == 'attachment; filename="coverage-class-certificate_level.csv"'
    assert head == [each["name"] for each in table["columns"]] == list(table["rows"][0])
    assert rows == [["" if each is None else str(each) for each in row.values()] for row in table["rows"]]
    assert table["total"] == len(rows) > 3


def test_the_json_holds_what_the_api_says(served):
    table = served.ask(ASK)["data"]["coverageCube"]
    shown = get(served, "json", PARAMETERS).json()

    assert shown["rows"] == table["rows"]
    assert [{name: each[name] for name in ("name", "kind", "type")} for each in shown["columns"]] == table["columns"]


CUBE_OF_PLANS = {"dimensions": "PROVINCE,EDUCATION_LEVEL", "through": "TRAINING_PLAN"}


@pytest.mark.parametrize(
    ("language", "levels"), [("zh", {"高职专科", "高职本科"}), ("en", {"Associate", "Bachelor (vocational)"})]
)
def test_the_workbook_of_coverage_has_the_rows_of_the_json_under_titles_for_people(served, language, levels):
    table = get(served, "json", CUBE_OF_PLANS).json()
    names = [each["name"] for each in table["columns"]]
    response = get(served, "xlsx", {**CUBE_OF_PLANS, "language": language})
    titles, *rows = openpyxl.load_workbook(io.BytesIO(response.content)).active.values
    shown = [dict(zip(names, each, strict=True)) for each in rows]

    found = dict.fromkeys(("covered", "partlyCovered", "notCovered"), {"zh": "未知", "en": "unknown"}[language])
    unreviewed = [each for each in table["rows"] if each["requirements"] == each["unknown"] > 0]

    assert list(titles) == [in_language(TITLES[each], language) for each in names]
    assert [{**each, "educationLevel": None} for each in shown] == [
        {**each, **(found if each in unreviewed else {}), "educationLevel": None} for each in table["rows"]
    ]
    assert unreviewed
    assert {each["educationLevel"] for each in shown} == levels
    assert len(rows) > 1


def test_every_column_of_coverage_has_a_title():
    columns = {column.name for each in DIMENSIONS.values() for column in each.columns}

    assert set(TITLES) == columns | {each.name for each in MEASURES.values()}


def test_filters_narrow_and_excel_gets_its_mark(served):
    response = get(
        served, "csv", {"dimensions": "MAJOR", "major": "Major:2021:510203", "bom": "true", "minStrength": "0.5"}
    )

    assert response.content.startswith(b"\xef\xbb\xbfmajor,majorName,")
    assert response.content.count(b"\r\n") == 2


@pytest.mark.parametrize(
    ("parameters", "code", "word"),
    [
        ({"dimensions": "CLASS", "colour": "red"}, "BAD_ARGUMENT", "colour"),
        ({"dimensions": "CLASS", "year": "soon"}, "BAD_ARGUMENT", "soon"),
        ({"dimensions": "CLASS", "minStrength": "0_1"}, "BAD_ARGUMENT", "0_1"),
        ({"dimensions": "CLASS", "bom": "yes"}, "BAD_ARGUMENT", "bom"),
        ({"dimensions": "PROVINCE"}, "BAD_ARGUMENT", "TRAINING_PLAN"),
        ({"dimensions": "SHOE_SIZE"}, "BAD_ARGUMENT", "SHOE_SIZE"),
    ],
)
def test_a_wrong_parameter_is_named(served, parameters, code, word):
    response = get(served, "csv", parameters)
    (error,) = response.json()["errors"]

    assert (response.status_code, error["extensions"]["code"]) == (400, code)
    assert word in error["message"]
    assert "content-disposition" not in response.headers


@pytest.mark.parametrize(
    ("parameters", "en", "zh"),
    [
        (
            {"dimensions": "CLASS", "educationLevel": "NURSERY"},
            "Argument `educationLevel`: there is no `NURSERY`; take one of SECONDARY (",
            "参数 `educationLevel`：",
        ),
        (
            {"dimensions": "CLASS", "through": "A,B"},
            "Argument `through`: there is no `A,B`; take one of ",
            "参数 `through`：",
        ),
        (
            {"dimensions": "SHOE_SIZE"},
            "Argument `dimensions`: there is no `SHOE_SIZE`; take one of ",
            "参数 `dimensions`：",
        ),
    ],
)
def test_a_wrong_parameter_is_called_one_and_not_a_variable(served, parameters, en, zh):
    messages = [
        get(served, "csv", parameters, **{"accept-language": each}).json()["errors"][0]["message"]
        for each in ("en", "zh")
    ]

    assert messages[0].startswith(en)
    assert messages[1].startswith(zh)
    assert not {word for word in ("$", "Variable", "变量") for each in messages if word in each}


@pytest.mark.parametrize(("language", "said"), [("en", "There is no table `nope.csv`"), ("zh", "没有表格 `nope.csv`")])
def test_a_table_that_there_is_not_answers_which_there_are(served, language, said):
    response = httpx.get(f"{served.url}/tables/nope.csv", headers={"accept-language": language}, timeout=30)
    (error,) = response.json()["errors"]

    assert (response.status_code, error["extensions"]["code"]) == (404, "NOT_FOUND")
    assert said in error["message"]
    assert {"alignments.csv", "coverage.json", "fit.xlsx", "training-plan.docx"} <= set(error["extensions"]["tables"])


@pytest.mark.parametrize("ending", ["csv", "json", "xlsx"])
def test_a_table_that_one_has_is_not_sent_again(served, ending):
    tag = get(served, ending, PARAMETERS).headers["etag"]
    again = get(served, ending, PARAMETERS, **{"if-none-match": tag})
    other = get(served, ending, {"dimensions": "CLASS"}, **{"if-none-match": tag})
    in_chinese = get(served, ending, PARAMETERS, **{"if-none-match": tag, "accept-language": "zh"})

    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert (other.status_code, in_chinese.status_code) == (200, 200)


def test_a_table_is_only_read(served):
    assert httpx.post(f"{served.url}/tables/coverage.csv", timeout=30).status_code == 405


def test_alignments_come_as_a_workbook_and_as_csv(served):
    scope = {"subject": "TeachingStandard:2025:510203", "target": "Certificate:JavaWeb应用开发", "language": "zh"}
    table = served.ask(
        "query ($subject: ID, $target: ID) { alignmentTable(subject: $subject, target: $target) "
        "{ total rows { alignment } courses { course } } }",
        {"subject": scope["subject"], "target": scope["target"]},
    )["data"]["alignmentTable"]

    response = httpx.get(f"{served.url}/tables/alignments.xlsx", params=scope, timeout=60)
    workbook = openpyxl.load_workbook(io.BytesIO(response.content))
    shown = [row[0].value for row in workbook["对接表"].iter_rows(min_row=2) if row[0].value]

    assert response.headers["content-disposition"] == (
        'attachment; filename="alignments-2025-510203-JavaWeb.xlsx"; '
        f"filename*=UTF-8''{quote('alignments-2025-510203-JavaWeb应用开发.xlsx')}"
    )
    assert shown == [each["alignment"] for each in table["rows"]]
    assert table["total"] == len(shown) > 100
    assert workbook["课程"].max_row == 1 + len(table["courses"]) > 20

    text = httpx.get(f"{served.url}/tables/alignments.csv", params=scope, timeout=60).text
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    assert head[0] == "对接编号"
    assert [row[0] for row in rows] == shown


SCOPE = {"subject": "TeachingStandard:2025:510203", "target": "Certificate:JavaWeb应用开发"}


def test_the_table_and_the_page_of_reviews_suggest_what_is_equally_likely():
    asked = Path(__file__).parents[2] / "server/pages/explorer/source/documents/review-suggestions.graphql"
    assert f"minProbability: {LEAST_PROBABILITY}," in asked.read_text(encoding="utf-8")


def test_suggestions_stand_below_the_alignments(served):
    suggested = served.ask(
        "query ($subject: ID!, $target: ID!) { suggestAlignments(subject: $subject, target: $target, "
        "first: 100, minProbability: 0.1) "
        "{ suggestions { course { id } requirement { id } } } }",
        SCOPE,
    )["data"]["suggestAlignments"]["suggestions"]

    text = httpx.get(
        f"{served.url}/tables/alignments.csv", params={**SCOPE, "suggestions": 100, "language": "en"}, timeout=60
    ).text
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    shown = [(row["Course id"], row["Requirement id"]) for row in rows if not row["Alignment id"]]

    assert shown == [(each["course"]["id"], each["requirement"]["id"]) for each in suggested]
    assert [row["Kind"] for row in rows[-len(shown) :]] == [""] * len(shown)


@pytest.mark.parametrize(
    ("parameters", "word"),
    [
        ({"colour": "red"}, "colour"),
        ({"language": "fr"}, "zh or en"),
        ({"bom": "x"}, "bom"),
        ({**SCOPE, "suggestions": "0"}, "1 to 100"),
        ({**SCOPE, "suggestions": "1" * 5000}, "1 to 100"),
        ({"target": SCOPE["target"], "suggestions": "9"}, "subject"),
        ({"subject": SCOPE["subject"], "suggestions": "9"}, "target"),
    ],
)
def test_a_wrong_parameter_of_the_table_of_alignments_is_named(served, parameters, word):
    response = httpx.get(f"{served.url}/tables/alignments.csv", params=parameters, timeout=30)

    (error,) = response.json()["errors"]
    assert (response.status_code, error["extensions"]["code"]) == (400, "BAD_ARGUMENT")
    assert word in error["message"]


FIT = {"subject": "TeachingStandard:2025:510203", "target": "Certificate:JavaWeb应用开发", "language": "zh"}
FIT_ASK = """query ($subject: ID!, $target: ID!) { coverage(subject: $subject, target: $target, level: ADVANCED, first: 500) {
  requirements covered notCovered lower items { state requirement { code } proofs { course { displayName } } } } }"""


def test_the_fit_comes_as_a_workbook_and_as_csv(served):
    table = served.ask(FIT_ASK, {"subject": FIT["subject"], "target": FIT["target"]})["data"]["coverage"]
    parameters = {**FIT, "level": "ADVANCED"}

    response = httpx.get(f"{served.url}/tables/fit.xlsx", params=parameters, timeout=60)
    workbook = openpyxl.load_workbook(io.BytesIO(response.content))
    requirements, evidence, totals = ([list(row) for row in each.values] for each in workbook.worksheets)

    assert response.headers["content-disposition"] == 'attachment; filename="fit.xlsx"'
    assert workbook.sheetnames == ["技能要求", "依据", "合计"]
    assert [row[5] for row in requirements[1:]] == [each["requirement"]["code"] for each in table["items"]]
    assert [row[7] for row in requirements[1:]].count("缺口") == table["notCovered"]
    proofs = [proof["course"]["displayName"] for each in table["items"] for proof in each["proofs"]]
    assert [row[3] for row in evidence[1:]] == proofs
    assert ["等级", "高级"] in totals
    assert ["技能要求总数", table["requirements"]] in totals
    assert ["至少", table["lower"]] in totals

    states = {**parameters, "states": "COVERED,PARTLY_COVERED", "bom": "true"}
    content = httpx.get(f"{served.url}/tables/fit.csv", params=states, timeout=60).content
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert content.startswith(b"\xef\xbb\xbf")
    assert head[7] == "状态"
    covered = [each["requirement"]["code"] for each in table["items"] if each["state"] in {"COVERED", "PARTLY_COVERED"}]
    assert [row[5] for row in rows] == covered


def test_the_fit_for_programs_has_codes_lists_and_the_operation_that_gives_the_same(served):
    response = httpx.get(f"{served.url}/tables/fit.json", params={**FIT, "level": "ADVANCED"}, timeout=60)
    fit = response.json()
    coverage = served.ask(fit["query"], fit["variables"])["data"]["coverage"]
    linked = httpx.get(served.url + response.links["alternate"]["url"], timeout=60).json()

    assert linked["data"]["coverage"] == coverage
    assert [each["name"] for each in fit["columns"]] == list(fit["rows"][0])
    assert [(each["code"], each["level"], each["state"]) for each in fit["rows"]] == [
        (each["requirement"]["code"], "ADVANCED", each["state"]) for each in coverage["items"]
    ]
    assert [each["courses"] for each in fit["rows"]] == [
        [
            {
                "courseId": one["course"]["id"],
                "alignmentId": one["alignment"]["id"],
                "course": one["course"]["displayName"],
                "strength": one["alignment"]["strength"],
            }
            for one in each["proofs"]
        ]
        for each in coverage["items"]
    ]
    assert len(fit["evidence"]["rows"]) == sum(len(each["proofs"]) for each in coverage["items"])
    assert all(isinstance(each["sources"], list) for each in fit["evidence"]["rows"])
    assert fit["totals"] == {name: coverage[name] for name in fit["totals"]}


def test_the_ids_of_a_fit_for_programs_lead_to_what_each_row_names(served):
    fit = httpx.get(f"{served.url}/tables/fit.json", params={**FIT, "level": "ADVANCED"}, timeout=60).json()
    [row, *_] = fit["evidence"]["rows"]
    ids = [row[each] for each in ("requirementId", "courseId", "alignmentId")]

    asked = "query ($id: ID!) { node(id: $id) { __typename displayName } }"
    found = [served.ask(asked, {"id": each})["data"]["node"] for each in (*ids, *row["sourceIds"])]

    assert [each["__typename"] for each in found[:3]] == ["SkillRequirement", "Course", "Alignment"]
    assert found[1]["displayName"] == row["course"]
    assert [each["displayName"] for each in found[3:]] == row["sources"] != []
    assert row["requirementId"] in [each["requirementId"] for each in fit["rows"]]


def test_a_set_of_courses_has_its_fit_as_a_table_too(served):
    courses = ["Course:2025:510203:1", "Course:2025:510209:3"]
    parameters = {"courses": courses, "target": FIT["target"]}
    asked = "query ($courses: [ID!], $target: ID!) { coverage(courses: $courses, target: $target) { covered unknown } }"

    totals = httpx.get(f"{served.url}/tables/fit.json", params=parameters, timeout=60).json()["totals"]
    workbook = httpx.get(f"{served.url}/tables/fit.xlsx", params={**parameters, "language": "zh"}, timeout=60).content
    ends = dict(
        openpyxl.load_workbook(io.BytesIO(workbook)).worksheets[2].iter_rows(values_only=True, max_row=2, min_row=2)
    )

    coverage = served.ask(asked, parameters)["data"]["coverage"]
    assert {name: totals[name] for name in coverage} == coverage
    assert coverage["covered"] > 0
    assert ends == {"主体": "; ".join(courses)}


def test_a_fit_that_nobody_reviewed_has_no_bounds_for_programs(served):
    parameters = {**FIT, "subject": "TeachingStandard:2025:510201"}

    totals = httpx.get(f"{served.url}/tables/fit.json", params=parameters, timeout=60).json()["totals"]

    assert totals["unknown"] == totals["requirements"] > 0
    assert (totals["lower"], totals["upper"]) == (None, None)


@pytest.mark.parametrize(
    ("parameters", "code", "word"),
    [
        ({**FIT, "colour": "red"}, "BAD_ARGUMENT", "colour"),
        ({**FIT, "language": "fr"}, "BAD_ARGUMENT", "zh or en"),
        ({**FIT, "states": "GREEN"}, "BAD_ARGUMENT", "GREEN"),
        ({"target": FIT["target"]}, "BAD_ARGUMENT", "subject"),
    ],
)
def test_a_wrong_parameter_of_the_fit_is_named(served, parameters, code, word):
    response = httpx.get(f"{served.url}/tables/fit.csv", params=parameters, timeout=30)

    (error,) = response.json()["errors"]
    assert (response.status_code, error["extensions"]["code"]) == (400, code)
    assert word in error["message"]


COURSES = [f"Course:2025:510203:{each}" for each in (8, 9)]
QUESTION_TABLES: dict[str, dict[str, Any]] = {
    "gaps": {"includeUnknown": "true", "includePartlyCovered": "true", "sufficientStrength": "0.6"},
    "matrix": {"rows": COURSES, "columns": ["StandardLevel:510084:2.0:ADVANCED"]},
    "crosswalk": {
        "a": "StandardLevel:510084:2.0:ELEMENTARY",
        "b": "StandardLevel:510084:2.0:ADVANCED",
        "matches": "SAME_TEXT,SHARED_COMPONENTS",
    },
}


# The columns of question tables with codes: their words in English and Chinese.
CODED: dict[str, Any] = {
    **dict.fromkeys(("level", "levelA", "levelB"), code_words.CERTIFICATE_LEVELS),
    "state": code_words.COVERAGE_STATES,
    "grounds": code_words.REVIEW_GROUNDS,
    "kinds": code_words.ALIGNMENT_KINDS,
    "roles": code_words.ALIGNMENT_ROLES,
    "match": code_words.CROSSWALK_MATCHES,
    "part": {"REQUIREMENT": ("Requirement", "技能要求"), "TASK": ("Task", "工作任务")},
}


def in_words(table: dict, language: int) -> list[list]:
    """Give the rows of the JSON as people read them; what is empty as an empty text."""
    names = [each["name"] for each in table["columns"]]
    return [
        [word_of(name, "" if row[name] is None else row[name], language) for name in names] for row in table["rows"]
    ]


def word_of(name: str, value: Any, language: int) -> Any:
    if not value or name not in CODED:
        return value
    return "; ".join(CODED[name][each][language] for each in value.split("; "))


@pytest.mark.parametrize(("name", "parameters"), QUESTION_TABLES.items())
def test_the_answer_of_a_question_comes_in_three_forms_that_are_alike(served, name, parameters):
    """The JSON has the operation that gives the same; the header links to it."""
    response = httpx.get(f"{served.url}/tables/{name}.json", params=parameters, timeout=60)
    table = response.json()
    content = httpx.get(f"{served.url}/tables/{name}.csv", params={**parameters, "language": "en"}, timeout=60)
    head, *lines = csv.reader(io.StringIO(content.text, newline=""))
    workbook = httpx.get(f"{served.url}/tables/{name}.xlsx", params={**parameters, "language": "zh"}, timeout=60)
    first, *_ = openpyxl.load_workbook(io.BytesIO(workbook.content)).worksheets
    titles, *cells = first.values

    assert len(table["rows"]) > 1
    assert head == [each["en"] for each in table["columns"]]
    assert lines == [[str(each) for each in row] for row in in_words(table, 0)]
    assert list(titles) == [each["zh"] for each in table["columns"]]
    # A workbook has no text that is empty, and no whole number with a point.
    assert [[each if each is not None else "" for each in row] for row in cells] == in_words(table, 1)
    asked = served.ask(table["query"], table["variables"])
    assert "errors" not in asked
    linked = httpx.get(served.url + response.links["alternate"]["url"], timeout=60).json()
    assert linked["data"] == asked["data"]
    assert len(json.dumps(asked["data"], ensure_ascii=False)) > 1_000


def test_the_rows_of_gaps_are_those_of_the_question(served):
    ask = "{ gaps(first: 500, includeUnknown: true, level: ADVANCED) { state requirement { code } } }"
    table = httpx.get(f"{served.url}/tables/gaps.json", params={"includeUnknown": "true", "level": "ADVANCED"}).json()

    expected = [(each["state"], each["requirement"]["code"]) for each in served.ask(ask)["data"]["gaps"]]
    assert [(each["state"], each["code"]) for each in table["rows"]] == expected


def test_the_matrix_has_a_sheet_with_a_line_for_each_row(served):
    response = httpx.get(f"{served.url}/tables/matrix.xlsx", params={**QUESTION_TABLES["matrix"], "language": "en"})
    cells, matrix = openpyxl.load_workbook(io.BytesIO(response.content)).worksheets
    head, *rows = matrix.values
    listed = [dict(zip(next(cells.values), each, strict=True)) for each in list(cells.values)[1:]]

    assert [row[0] for row in rows] == list(dict.fromkeys(each["Row"] for each in listed))
    assert [each for row in rows for each in row[1:]] == [each["Greatest strength (0 to 1)"] for each in listed]
    assert head[0] == "Row"


@pytest.mark.parametrize(
    ("address", "code", "word"),
    [
        ("gaps.csv?includeUnknown=yes", "BAD_ARGUMENT", "true or false"),
        ("gaps.csv?first=3", "BAD_ARGUMENT", "first"),
        ("gaps.xlsx?sufficientStrength=much", "BAD_ARGUMENT", "no number"),
        ("matrix.csv?columns=WorkTask:a", "BAD_ARGUMENT", "rows"),
        ("crosswalk.json?a=Certificate:a&b=Certificate:b", "NOT_FOUND", "Certificate:a"),
    ],
)
def test_a_wrong_parameter_of_a_question_is_named(served, address, code, word):
    response = httpx.get(f"{served.url}/tables/{address}", timeout=30)

    error = response.json()["errors"][0]
    assert (response.status_code, error["extensions"]["code"]) == (400, code)
    assert word in error["message"]


PLAN = "TrainingPlan:深圳信息职业技术大学:软件技术:2025级"


def test_a_plan_comes_with_the_rules_that_it_keeps(served):
    """What fails, is a remark or unknown stands there as the question says."""
    ask = "query ($plan: ID!) { trainingPlanCompliance(plan: $plan) { passed failed remarked unknown } }"
    counts = served.ask(ask, {"plan": PLAN})["data"]["trainingPlanCompliance"]
    response = httpx.get(f"{served.url}/tables/training-plan.xlsx", params={"plan": PLAN}, timeout=60)
    document = httpx.get(f"{served.url}/tables/training-plan.docx", params={"plan": PLAN}, timeout=60)
    sheet = openpyxl.load_workbook(io.BytesIO(response.content))["合规检查"]
    verdicts = [row[0] for row in list(sheet.values)[2:]]

    assert (response.status_code, document.status_code) == (200, 200)
    assert {each: verdicts.count(each) for each in ("符合", "不符合", "提示", "无法判断")} == {
        "符合": counts["passed"],
        "不符合": counts["failed"],
        "提示": counts["remarked"],
        "无法判断": counts["unknown"],
    }
    assert len(verdicts) == sum(counts.values()) > 0


def test_a_heading_of_ours_is_marked_as_one_in_the_file(served):
    """The rules have no heading of their own for some clauses: the seeds mark ours in English."""
    ask = "query ($plan: ID!) { trainingPlanCompliance(plan: $plan) { findings { verdict clause } } }"
    found = served.ask(ask, {"plan": PLAN})["data"]["trainingPlanCompliance"]["findings"]
    clauses = [each["clause"] or "" for each in found if each["verdict"] != "NOT_APPLICABLE"]
    response = httpx.get(f"{served.url}/tables/training-plan.xlsx", params={"plan": PLAN}, timeout=60)
    sheet = openpyxl.load_workbook(io.BytesIO(response.content))["合规检查"]
    written = [str(row[3] or "") for row in list(sheet.values)[2:]]

    ours = [each.removeprefix("(heading ours) ") for each in clauses if each.startswith("(heading ours) ")]
    assert len(ours) > 0
    assert sorted(written) == sorted(
        [f"{each}（本系统所拟标题）" for each in ours] + [each for each in clauses if "heading ours" not in each]
    )


def test_of_a_plan_without_lines_there_is_no_file(served):
    plan = "TrainingPlan:上海农林职业技术学院:软件技术:"
    response = httpx.get(f"{served.url}/tables/training-plan.xlsx", params={"plan": plan}, timeout=60)

    (error,) = response.json()["errors"]
    assert (response.status_code, error["extensions"]["code"]) == (400, "NOT_KNOWN")
