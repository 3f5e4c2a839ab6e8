"""A closed review says on what it rests; what was concluded from the names of courses alone can be left out."""

import pytest

from resolvers.identify import Request
from tests.golden.make import run_counted

SUBJECT, TARGET = "TeachingStandard:2025:510203", "Certificate:JavaWeb应用开发"
NOT_NAMES = "grounds: [SYLLABUS, EXPERT_JUDGEMENT]"


async def ask(national, query: str):
    ((answer, _),) = await run_counted(national, [Request(query)])
    assert answer.errors == []
    return answer.data


@pytest.mark.parametrize(
    ("grounds", "expected"),
    [("", (114, 6, 8)), (f", {NOT_NAMES}", (114, 2, 12)), (", grounds: [COURSE_NAMES]", (114, 4, 10))],
)
async def test_what_rests_on_names_alone_is_unknown_where_it_is_left_out(national, grounds, expected):
    counts = "covered notCovered unknown"
    coverage = f'coverage(subject: "{SUBJECT}", target: "{TARGET}"{grounds})'
    matrix = f'coverageMatrix(rows: ["Major:2021:510203"], columns: ["{TARGET}"]{grounds})'
    data = await ask(national, f"{{ {coverage} {{ {counts} }} {matrix} {{ rows {{ cells {{ {counts} }} }} }} }}")

    (matrix_row,) = data["coverageMatrix"]["rows"]
    (cell,) = matrix_row["cells"]

    assert tuple(data["coverage"].values()) == tuple(cell.values()) == expected


async def test_the_national_questions_leave_them_out_as_well(national):
    cube = "coverageCube(dimensions: [CERTIFICATE], measures: [COVERED, NOT_COVERED, UNKNOWN], filter: {%s})"
    asked = "{{ all: {} {{ {} }} some: {} {{ {} }} gaps(first: 20, {}) {{ grounds requirement {{ code }} }} }}"
    shown = "rows { covered notCovered unknown }"
    major = 'major: ["Major:2021:510203"]'
    data = await ask(national, asked.format(cube % major, shown, cube % f"{major}, {NOT_NAMES}", shown, NOT_NAMES))

    assert data["all"]["rows"] == [{"covered": 114, "notCovered": 6, "unknown": 8}]
    assert data["some"]["rows"] == [{"covered": 114, "notCovered": 2, "unknown": 12}]
    assert {each["requirement"]["code"] for each in data["gaps"]} == {"2.2.2", "2.2.3"}
    assert {tuple(each["grounds"]) for each in data["gaps"]} == {("EXPERT_JUDGEMENT",)}


async def test_every_gap_says_on_what_it_rests(national):
    gaps = (await ask(national, "{ gaps(first: 20) { grounds requirement { level code } } }"))["gaps"]
    shown = {(each["requirement"]["level"], each["requirement"]["code"]): each["grounds"] for each in gaps}

    assert shown == {
        ("ADVANCED", "2.2.2"): ["EXPERT_JUDGEMENT"],
        ("ADVANCED", "2.2.3"): ["EXPERT_JUDGEMENT"],
        **{("INTERMEDIATE", code): ["COURSE_NAMES"] for code in ("3.2.2", "3.2.3", "3.3.1", "3.3.3")},
    }
