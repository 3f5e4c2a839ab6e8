"""``majorCertificates`` and ``certificateMajors``: the union of what suits, is named, and was stated of predecessors."""

import pytest

from resolvers.identify import Request
from tests.golden.make import run_counted
from tests.resolvers.questions.small_graphs import write

STATEMENTS = "statements { via basis relation certificateLevel statedOf { id } namedIn { id } sources { code } }"
OF_MAJOR = f"""query ($of: ID!, $via: [CertificateVia!], $first: Int = 20) {{
  majorCertificates(major: $of, via: $via, first: $first) {{ total certificates {{ certificate {{ name }} {STATEMENTS} }} }} }}"""
OF_CERTIFICATE = """query ($of: ID!) { certificateMajors(certificate: $of) {
  total majors { major { id } statements { via statedOf { id } namedIn { id } } } } }"""

NODES = {
    **{
        f"Major:{each}": {"name": each, "edition": "x", "educationLevel": "ASSOCIATE"}
        for each in ("old", "a", "b", "new")
    },
    "Major:alone": {"name": "alone", "edition": "x", "educationLevel": "ASSOCIATE"},
    **{f"Certificate:{each}": {"name": each} for each in ("suits", "standard", "plan", "course", "former")},
    "TeachingStandard:new": {"name": "new", "year": 2025, "majorCode": "1"},
    "TrainingPlan:p": {"majorName": "new", "collegeName": "p"},
    "PlanCourse:c": {"name": "c"},
    "Source:s": {"code": "s", "title": "s"},
}
# old became a and b, and both became new.
LINKS = {
    "REPLACED_BY": [
        ("Major:old", "Major:a", {"change": "x"}),
        ("Major:old", "Major:b", {"change": "x"}),
        ("Major:a", "Major:new", {"change": "x"}),
        ("Major:b", "Major:new", {"change": "x"}),
    ],
    "SUITS": [
        ("Certificate:suits", "Major:new", {"basis": "REPORTED", "relation": "PAPER", "certificateLevel": "ADVANCED"}),
        ("Certificate:suits", "Major:old", {"basis": "OFFICIAL", "relation": "STANDARD"}),
        ("Certificate:former", "Major:a", {"basis": "REPORTED", "relation": "REPORTED_BY_COLLEGES"}),
    ],
    "STANDARD_OF": [("TeachingStandard:new", "Major:new", {})],
    "NAMES_CERTIFICATE": [("TeachingStandard:new", "Certificate:standard", {"basis": "OFFICIAL", "sourceIds": ["Source:s"]})],
    "PLAN_FOR": [("TrainingPlan:p", "Major:new", {})],
    "PLAN_NAMES_CERTIFICATE": [
        ("TrainingPlan:p", "Certificate:plan", {"basis": "REPORTED", "certificateLevel": "ELEMENTARY"}),
        ("TrainingPlan:p", "Certificate:suits", {"basis": "REPORTED"}),
    ],
    "HAS_PLAN_COURSE": [("TrainingPlan:p", "PlanCourse:c", {})],
    "LINKED_TO_CERTIFICATE": [("PlanCourse:c", "Certificate:course", {"basis": "REPORTED", "kind": "1+X"})],
}  # fmt: skip


def said(via, basis, of, *, named_in=None, relation=None, level=None, sources=()):
    return {
        "via": via,
        "basis": basis,
        "relation": relation,
        "certificateLevel": level,
        "statedOf": {"id": of},
        "namedIn": named_in and {"id": named_in},
        "sources": [{"code": each} for each in sources],
    }


OF_NEW = {
    "standard": [
        said("TEACHING_STANDARD", "OFFICIAL", "Major:new", named_in="TeachingStandard:new", sources=["s"]),
    ],
    "suits": [
        said("SUITS", "REPORTED", "Major:new", relation="PAPER", level="ADVANCED"),
        said("TRAINING_PLAN", "REPORTED", "Major:new", named_in="TrainingPlan:p"),
        # Two chains of editions lead there: one statement.
        said("PREDECESSOR", "OFFICIAL", "Major:old", relation="STANDARD"),
    ],
    "course": [said("TRAINING_PLAN", "REPORTED", "Major:new", named_in="PlanCourse:c")],
    "former": [said("PREDECESSOR", "REPORTED", "Major:a", relation="REPORTED_BY_COLLEGES")],
    "plan": [said("TRAINING_PLAN", "REPORTED", "Major:new", named_in="TrainingPlan:p", level="ELEMENTARY")],
}


async def ask(database, query, name, **variables):
    ((answer, statements),) = await run_counted(database, [Request(query, variables)])
    assert ([each.message for each in answer.errors], statements) == ([], 1)
    return answer.data[name]


async def ask_of(database, **variables):
    found = await ask(database, OF_MAJOR, "majorCertificates", **variables)
    return found["total"], {each["certificate"]["name"]: each["statements"] for each in found["certificates"]}


async def test_the_union_of_all_ways_with_the_basis_of_each(database):
    await write(database, NODES, LINKS)

    total, found = await ask_of(database, of="Major:new")

    assert (total, found, list(found)) == (5, OF_NEW, ["standard", "suits", "course", "former", "plan"])


@pytest.mark.parametrize(
    ("via", "names"),
    [
        (["SUITS"], ["suits"]),
        (["TEACHING_STANDARD"], ["standard"]),
        (["PREDECESSOR"], ["suits", "former"]),
        (["TRAINING_PLAN"], ["course", "plan", "suits"]),
        (["SUITS", "TEACHING_STANDARD"], ["standard", "suits"]),
    ],
)
async def test_only_what_is_known_in_some_ways(database, via, names):
    await write(database, NODES, LINKS)

    total, found = await ask_of(database, of="Major:new", via=via)

    assert (total, list(found)) == (len(names), names)
    assert {each["via"] for statements in found.values() for each in statements} == {*via}


async def test_a_predecessor_has_nothing_of_what_came_later(database):
    await write(database, NODES, LINKS)

    own = said("SUITS", "OFFICIAL", "Major:old", relation="STANDARD")
    assert await ask_of(database, of="Major:old") == (1, {"suits": [own]})
    assert await ask_of(database, of="Major:alone") == (0, {})
    assert await ask_of(database, of="Major:new", first=1) == (5, {"standard": OF_NEW["standard"]})


async def test_seen_from_the_certificate(database):
    await write(database, NODES, LINKS)

    found = await ask(database, OF_CERTIFICATE, "certificateMajors", of="Certificate:suits")

    assert found["total"] == 4
    shown = {
        each["major"]["id"]: [(one["via"], one["statedOf"]["id"]) for one in each["statements"]]
        for each in found["majors"]
    }
    assert shown == {
        "Major:a": [("PREDECESSOR", "Major:old")],
        "Major:b": [("PREDECESSOR", "Major:old")],
        "Major:new": [("SUITS", "Major:new"), ("TRAINING_PLAN", "Major:new"), ("PREDECESSOR", "Major:old")],
        "Major:old": [("SUITS", "Major:old")],
    }
