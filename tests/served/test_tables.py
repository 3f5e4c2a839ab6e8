"""The table of coverage as a file: the same figures as the API, in CSV and JSON."""

import csv
import io

import httpx
import openpyxl
import pytest

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
    assert response.headers["content-disposition"] == 'attachment; filename="coverage.csv"'
    assert head == [each["name"] for each in table["columns"]] == list(table["rows"][0])
    assert rows == [["" if each is None else str(each) for each in row.values()] for row in table["rows"]]
    assert table["total"] == len(rows) > 3


def test_the_json_holds_what_the_api_says(served):
    table = served.ask(ASK)["data"]["coverageCube"]
    shown = get(served, "json", PARAMETERS).json()

    assert shown["rows"] == table["rows"]
    assert [{name: each[name] for name in ("name", "kind", "type")} for each in shown["columns"]] == table["columns"]


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
        ({"dimensions": "SHOE_SIZE"}, "BAD_OPERATION", "SHOE_SIZE"),
    ],
)
def test_a_wrong_parameter_is_named(served, parameters, code, word):
    response = get(served, "csv", parameters)
    (error,) = response.json()["errors"]

    assert (response.status_code, error["extensions"]["code"]) == (400, code)
    assert word in error["message"]
    assert "content-disposition" not in response.headers


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

    assert response.headers["content-disposition"] == 'attachment; filename="alignments.xlsx"'
    assert shown == [each["alignment"] for each in table["rows"]]
    assert table["total"] == len(shown) > 100
    assert workbook["课程"].max_row == 1 + len(table["courses"]) > 20

    text = httpx.get(f"{served.url}/tables/alignments.csv", params=scope, timeout=60).text
    head, *rows = csv.reader(io.StringIO(text, newline=""))
    assert head[0] == "对接编号"
    assert [row[0] for row in rows] == shown


@pytest.mark.parametrize(
    ("parameters", "word"), [({"colour": "red"}, "colour"), ({"language": "fr"}, "zh or en"), ({"bom": "x"}, "bom")]
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
    assert ["技能要求总数", table["requirements"]] in totals
    assert ["至少", table["lower"]] in totals

    states = {**parameters, "states": "COVERED,PARTLY_COVERED", "bom": "true"}
    content = httpx.get(f"{served.url}/tables/fit.csv", params=states, timeout=60).content
    head, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert content.startswith(b"\xef\xbb\xbf")
    assert head[7] == "状态"
    covered = [each["requirement"]["code"] for each in table["items"] if each["state"] in {"COVERED", "PARTLY_COVERED"}]
    assert [row[5] for row in rows] == covered


@pytest.mark.parametrize(
    ("parameters", "code", "word"),
    [
        ({**FIT, "colour": "red"}, "BAD_ARGUMENT", "colour"),
        ({**FIT, "language": "fr"}, "BAD_ARGUMENT", "zh or en"),
        ({**FIT, "states": "GREEN"}, "BAD_OPERATION", "GREEN"),
        ({"target": FIT["target"]}, "BAD_OPERATION", "subject"),
    ],
)
def test_a_wrong_parameter_of_the_fit_is_named(served, parameters, code, word):
    response = httpx.get(f"{served.url}/tables/fit.csv", params=parameters, timeout=30)

    (error,) = response.json()["errors"]
    assert (response.status_code, error["extensions"]["code"]) == (400, code)
    assert word in error["message"]
