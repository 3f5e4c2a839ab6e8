"""``certificateSuccession`` on a small graph, where successors are stated, and on the national one, where none is."""

import pytest

from graph.errors import BadArgumentError, BadPageSizeError
from resolvers.identify import Request
from tests.golden.make import run_counted
from tests.resolvers.questions.small_standards import write_nodes
from tests.resolvers.request.refusals import refusal

ASK = """query ($day: Date!, $of: ID = "Certificate:old", $first: Int = 20) { certificateSuccession(certificate: $of, asOf: $day, first: $first) {
  standing handover handoverDueOn successorState
  successors { successor { id } }
  issuers { standing organization { id } }
  legalBasis { effect isIssued policy { id } }
  candidateOccupations { majors occupation { id } } } }"""


async def write(database) -> None:
    nodes = {
        "Certificate:old": {"name": "old", "validFrom": "2020-01-01", "validTo": "2026-07-01", "batch": 1},
        "Certificate:new": {"name": "new"},
        "Occupation:a": {"code": "a", "name": "a"},
        "Occupation:b": {"code": "b", "name": "b"},
        "Organization:o": {"name": "o", "validTo": "2025-01-01"},
        "Policy:start": {"reference": "甲〔2019〕1号", "issuedOn": "2019-01-24", "effect": "FOUNDS"},
        "Policy:batch1": {"reference": "第一批", "issuedOn": "2019-06-01", "effect": "ANNOUNCES", "batch": 1},
        "Policy:batch4": {"reference": "第四批", "issuedOn": "2020-09-23", "effect": "ANNOUNCES", "batch": 4},
        "Policy:pass": {"reference": "乙〔2025〕2号", "effect": "TRANSFERS", "dueOn": "2026-03-01"},
        "Policy:other": {"reference": "丙〔2018〕3号", "issuedOn": "2018-01-01"},
        **{f"Major:{each}": {} for each in "xy"},
        **{f"TeachingStandard:{each}": {} for each in "xy"},
    }
    links = {
        ("CERTIFICATE_REPLACED_BY", "Certificate:old", "Certificate:new"),
        ("CORRESPONDS_TO", "Certificate:old", "Occupation:b"),
        ("ISSUED_BY", "Certificate:old", "Organization:o"),
        *(("SUITS", "Certificate:old", f"Major:{each}") for each in "xy"),
        *(("STANDARD_OF", f"TeachingStandard:{each}", f"Major:{each}") for each in "xy"),
        ("PREPARES_FOR", "TeachingStandard:x", "Occupation:a"),
        ("PREPARES_FOR", "TeachingStandard:x", "Occupation:b"),
        ("PREPARES_FOR", "TeachingStandard:y", "Occupation:b"),
    }
    await write_nodes(database, nodes, links)
    await database.write(since)


async def since(writer) -> None:
    from graph.connection.database import Statement

    for kind, day in (("CERTIFICATE_REPLACED_BY", "2026-07-01"), ("CORRESPONDS_TO", None)):
        text = f"MATCH (:Certificate {{id: 'Certificate:old'}})-[e:{kind}]->() SET e.since = $day, e.basis = 'OFFICIAL', e.sourceIds = []"
        await writer.run(Statement(text, {"day": day}))
    text = "MATCH (:Certificate {id: 'Certificate:old'})-[e:ISSUED_BY]->() SET e.basis = 'REPORTED', e.sourceIds = []"
    await writer.run(Statement(text))


async def ask(database, day: str, **more) -> dict:
    ((answer, statements),) = await run_counted(database, [Request(ASK, {"day": day, **more})])
    assert (answer.errors, statements) == ([], 1)
    return answer.data["certificateSuccession"]


async def test_what_holds_changes_with_the_day(database):
    await write(database)
    days = ["2019-01-01", "2019-12-31", "2025-06-01", "2026-01-01", "2026-03-01", "2026-07-01"]
    told = [await ask(database, day) for day in days]

    assert [each["standing"] for each in told] == ["NOT_YET", "NOT_YET", "IN_FORCE", "IN_FORCE", "IN_FORCE", "ENDED"]
    assert [each["handover"] for each in told] == ["NOT_DECIDED", "NOT_DECIDED", "UNKNOWN", "DECIDED", "DUE", "DUE"]
    assert [each["handoverDueOn"] for each in told] == [None, None, *["2026-03-01"] * 4]
    assert [each["issuers"][0]["standing"] for each in told] == ["UNKNOWN", "UNKNOWN", *["ENDED"] * 4]
    basis = [[(each["policy"]["id"], each["isIssued"]) for each in one["legalBasis"]] for one in told]
    known = [("Policy:start", True), ("Policy:batch1", True)]
    assert basis == [[], known, [*known, ("Policy:pass", None)], *[[*known, ("Policy:pass", True)]] * 3]
    successors = [[each["successor"]["id"] for each in one["successors"]] for one in told]
    assert successors == [*[["Occupation:b"]] * 5, ["Certificate:new", "Occupation:b"]]
    assert {each["successorState"] for each in told} == {"KNOWN"}


async def test_occupations_near_by_are_candidates_never_successors(database):
    await write(database)
    await database.write(forget)
    told = await ask(database, "2026-07-01")
    nearest = await ask(database, "2026-07-01", first=1)

    assert (told["successorState"], told["successors"]) == ("UNKNOWN", [])
    assert [(each["occupation"]["id"], each["majors"]) for each in told["candidateOccupations"]] == [
        ("Occupation:b", 2),
        ("Occupation:a", 1),
    ]
    assert nearest["candidateOccupations"] == told["candidateOccupations"][:1]


async def forget(writer) -> None:
    from graph.connection.database import Statement

    for kind in ("CERTIFICATE_REPLACED_BY", "CORRESPONDS_TO"):
        await writer.run(Statement(f"MATCH (:Certificate {{id: 'Certificate:old'}})-[e:{kind}]->() DELETE e"))


async def test_a_certificate_that_is_not_there_is_told(database):
    ((answer, _),) = await run_counted(database, [Request(ASK, {"day": "2026-01-01"})])

    assert answer.data == {"certificateSuccession": None}
    assert "Certificate:old" in str(answer.errors[0])


@pytest.mark.parametrize(
    ("given", "error"), [({"of": "Major:1"}, BadArgumentError), ({"first": 101}, BadPageSizeError)]
)
async def test_what_cannot_be_asked_is_refused(given, error):
    await refusal(ASK, error, **{"day": "2026-01-01", **given})
