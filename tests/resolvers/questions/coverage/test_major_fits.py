"""``majorFits`` against ``coverage`` and the links themselves, on small graphs drawn at random and on the country's."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from graph.connection.database import Database
from graph.model.codes import CERTIFICATE_LEVEL_CODE, SUITS_RELATION
from graph.model.core import BASIS
from resolvers.identify import Request
from tests.golden.make import run_counted
from tests.resolvers.questions.coverage.test_coverage_cube import graphs, parts_of
from tests.resolvers.questions.small_graphs import few, write

COUNTS = "requirements covered partlyCovered notCovered unknown suggested lower upper"
BY_LEVEL = "byLevel { level requirements covered partlyCovered notCovered unknown lower upper }"
FITS = f"""query ($major: ID!, $relations: [SuitsRelation!], $least: Float!, $first: Int = 20, $after: String) {{
  majorFits(major: $major, relations: $relations, minStrength: $least, first: $first, after: $after) {{
    totalCount pageInfo {{ hasNextPage endCursor }}
    nodes {{ certificate {{ id }} basis relations levels reason {COUNTS} {BY_LEVEL} }} }} }}"""
COVERAGE = f"""query ($subject: ID!, $target: ID!, $least: Float!) {{
  coverage(subject: $subject, target: $target, minStrength: $least) {{ {COUNTS} {BY_LEVEL} }} }}"""
UNKNOWN = {**dict.fromkeys(COUNTS.split()), "byLevel": []}


def in_order(codes, found) -> list[str]:
    return [each for each in codes.codes if each in set(found)]


def said_of(suits: list[tuple], major: str, relations: list[str]) -> dict[str, dict]:
    """Give what the links say of each certificate of a major."""
    by_certificate: dict[str, list[dict]] = {}
    for certificate, suited, said in suits:
        if suited == major and said["relation"] in relations and said["basis"] != "ILLUSTRATIVE":
            by_certificate.setdefault(certificate, []).append(said)
    levels_of = {key: [each.get("certificateLevel") for each in said] for key, said in by_certificate.items()}
    return {
        certificate: {
            "basis": in_order(BASIS, [each["basis"] for each in said])[0],
            "relations": in_order(SUITS_RELATION, [each["relation"] for each in said]),
            "levels": in_order(CERTIFICATE_LEVEL_CODE, levels_of[certificate]) if all(levels_of[certificate]) else [],
        }
        for certificate, said in by_certificate.items()
    }


@few
@given(data=st.data())
def test_each_fit_has_what_the_links_and_coverage_say(opened, data):
    nodes, links = parts_of(data.draw(graphs()))
    relations = data.draw(st.sampled_from([None, ["STANDARD", "REPORTED_BY_COLLEGES"]]))
    least = data.draw(st.sampled_from([0.0, 0.5]))
    major = "Major:2021:0"

    async def check(database: Database) -> None:
        await write(database, nodes, links)
        asked = Request(FITS, {"major": major, "relations": relations, "least": least})
        ((answer, statements),) = await run_counted(database, [asked])
        assert (answer.errors, statements) == ([], 1)
        found = {each.pop("certificate")["id"]: each for each in answer.data["majorFits"]["nodes"]}
        expected = said_of(links["SUITS"], major, relations or ["STANDARD"])
        requests = [Request(COVERAGE, {"subject": major, "target": each, "least": least}) for each in expected]
        answers = [one for one, _ in await run_counted(database, requests)] if requests else []
        for (certificate, said), one in zip(expected.items(), answers, strict=True):
            fit = found.pop(certificate)
            assert (fit.pop("reason") is None) == (one.errors == [])
            assert fit == {**said, **(one.data["coverage"] or UNKNOWN)}
        assert found == {}
        assert answer.data["majorFits"]["totalCount"] == len(expected)

    opened(check)


async def fits(database: Database, major: str, **variables) -> dict | None:
    given = {"major": major, "relations": None, "least": 0.0, **variables}
    ((answer, _),) = await run_counted(database, [Request(FITS, given)])
    return answer.data["majorFits"]


async def test_pages_together_are_the_whole_list_and_those_with_requirements_come_first(database: Database):
    names = ["甲", "乙", "丙"]
    nodes = {"Major:m": {"name": "m"}, **{f"Certificate:{each}": {"name": each} for each in names}}
    nodes |= {"SkillStandard:s": {}, "StandardLevel:l": {}, "WorkArea:w": {}, "WorkTask:t": {}}
    nodes |= {"SkillRequirement:r": {"level": "ADVANCED"}}
    says = {"relation": "STANDARD", "basis": "OFFICIAL"}
    path = ("Certificate:丙", "SkillStandard:s", "StandardLevel:l", "WorkArea:w", "WorkTask:t", "SkillRequirement:r")
    kinds = ("HAS_STANDARD", "HAS_STANDARD_LEVEL", "HAS_WORK_AREA", "HAS_TASK", "HAS_REQUIREMENT")
    links = {kind: [(*ends, {})] for kind, ends in zip(kinds, pairwise(path), strict=True)}
    await write(database, nodes, {**links, "SUITS": [(f"Certificate:{each}", "Major:m", says) for each in names]})

    whole = await fits(database, "Major:m")
    first = await fits(database, "Major:m", first=2)
    second = await fits(database, "Major:m", first=2, after=first["pageInfo"]["endCursor"])

    order = [each["certificate"]["id"] for each in whole["nodes"]]
    assert order == ["Certificate:丙", "Certificate:乙", "Certificate:甲"]
    assert [each["reason"] for each in whole["nodes"]] == ["NO_TEACHING_STANDARD", *["NO_STANDARD_IN_GRAPH"] * 2]
    assert first["nodes"] + second["nodes"] == whole["nodes"]
    assert (first["totalCount"], first["pageInfo"]["hasNextPage"], second["pageInfo"]["hasNextPage"]) == (
        3,
        True,
        False,
    )
    assert await fits(database, "Major:nowhere") is None


async def test_the_reviewed_major_fits_its_certificate_as_the_page_of_the_fit_says(national: Database):
    found = await fits(national, "Major:2021:510203")
    request = Request(COVERAGE, {"subject": "Major:2021:510203", "target": "Certificate:JavaWeb应用开发", "least": 0.0})
    ((answer, _),) = await run_counted(national, [request])

    (fit,) = found["nodes"]
    assert {name: fit[name] for name in answer.data["coverage"]} == answer.data["coverage"]
    assert (fit["basis"], fit["relations"], fit["reason"]) == ("OFFICIAL", ["STANDARD"], None)
