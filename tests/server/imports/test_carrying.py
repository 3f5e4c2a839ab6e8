"""Carrying alignments to a new version, chosen when its import is confirmed: what is offered, and what was carried."""

import pytest

from interchange.standard_imports.confirmed_import import confirm_import
from tests.interchange.standard_imports.imports import ANSWERS, HEAD, rows, run_all, skill_import
from tests.interchange.standard_imports.test_carried_alignments import ALIGN, later_content
from tests.interchange.standards.made_standards import standard_docx
from tests.interchange.standards.made_teaching import teaching_docx
from tests.server.imports.importing import CONFIRM

ANSWERED = [{"question": name, "answer": answer} for name, answer in ANSWERS.items()]
CARRIED = [
    {"change": change, "count": count}
    for change, count in (("REMOVED", 1), ("REWORDED", 1), ("SEARCH_CLOSED", 1), ("UNCHANGED", 2))
]
FIELDS = "otherVersions { standard version isProposed carried { change count } } carriedFrom carried { change count }"
CARRYING = f"query ($id: ID!) {{ importJob(id: $id) {{ report reportSha256 questions {{ name }} {FIELDS} }} }}"
SUGGESTED = "MATCH (a:Alignment {method: 'carried-forward'}) RETURN count(a)"


def document(number: str) -> bytes:
    return standard_docx(later_content(), [each.replace("1.0版", f"{number}版") for each in HEAD])


@pytest.fixture
async def known(office):
    """The office, with version 1.0 and alignments with it in the graph, and 3.0 without any."""
    later = [each.replace("1.0版", "3.0版") for each in HEAD]
    await confirm_import(office.database, skill_import(), ANSWERS, office.tokens["rui"])
    await confirm_import(office.database, skill_import(None, later), ANSWERS, office.tokens["rui"])
    await run_all(office.database, *ALIGN)
    return office


async def looked_at(office, data: bytes, kind: str = "SKILL_STANDARD") -> dict:
    job = await office.read("rui", data, kind)
    assert job["state"] == "REPORTED"
    return {"id": job["id"], **(await office.post("rui", CARRYING, id=job["id"]))["data"]["importJob"]}


async def confirmed(office, job: dict, **given) -> dict:
    asked = {"job": job["id"], "reportSha256": job["reportSha256"], "answers": ANSWERED, "idempotencyKey": "k", **given}
    payload = await office.change("rui", CONFIRM, **asked)
    after = (await office.post("rui", CARRYING, id=job["id"]))["data"]["importJob"]
    return {"codes": [each["code"] for each in payload["userErrors"]], **after}


async def test_a_job_names_the_versions_there_though_questions_are_open(known):
    job = await looked_at(known, document("2.0"))

    assert [each["name"] for each in job["questions"]] == ["major-3", "major-4"]
    assert job["otherVersions"] == [
        {"standard": "SkillStandard:990003:3.0", "version": "3.0", "isProposed": False, "carried": []},
        {"standard": "SkillStandard:990003:1.0", "version": "1.0", "isProposed": True, "carried": CARRIED},
    ]
    assert (job["carriedFrom"], job["carried"]) == (None, [])


async def test_what_is_chosen_on_confirming_is_carried_and_told(known):
    job = await looked_at(known, document("2.0"))

    after = await confirmed(known, job, carryFrom="1.0")

    assert after["codes"] == []
    assert (after["carriedFrom"], after["carried"]) == ("1.0", CARRIED)
    assert await rows(known.database, SUGGESTED) == [[3]]
    # The report is the same whatever is carried.
    assert (after["report"], after["reportSha256"]) == (job["report"], job["reportSha256"])
    again = await confirmed(known, job, carryFrom="1.0")
    assert (again["codes"], again["carried"]) == ([], CARRIED)
    assert (await confirmed(known, job, carryFrom=""))["codes"] == ["IDEMPOTENCY_KEY_REUSED"]
    assert await rows(known.database, SUGGESTED) == [[3]]


async def test_a_confirmed_job_counts_what_was_written_with_what_was_carried_on_confirming(known):
    for at_reading, given, carried in ((None, "1.0", 3), ("1.0", "", 0)):
        number = "2.0" if carried else "2.5"
        job = await known.read("rui", document(number), "SKILL_STANDARD", carryFrom=at_reading)

        await confirmed(known, job, carryFrom=given, idempotencyKey=number)

        writes = {each["type"]: each["count"] for each in (await known.job("rui", job["id"]))["writes"]}
        assert (writes["SkillStandard"], writes.get("Alignment", 0)) == (1, carried)


async def test_a_request_that_comes_again_after_its_job_was_not_kept_tells_what_it_carried(known):
    job = await looked_at(known, document("2.0"))
    kept = known.folder / "jobs" / job["id"] / "state.json"
    as_reported = kept.read_bytes()
    first = await confirmed(known, job, carryFrom="1.0")
    writes = (await known.job("rui", job["id"]))["writes"]
    # As when the process dies between the graph and the job.
    kept.write_bytes(as_reported)

    again = await confirmed(known, job, carryFrom="1.0")

    assert (again["codes"], again["carriedFrom"], again["carried"]) == ([], "1.0", CARRIED)
    assert again == first
    assert (await known.job("rui", job["id"]))["writes"] == writes
    assert await rows(known.database, SUGGESTED) == [[3]]


@pytest.mark.parametrize(("at_reading", "given"), [(None, ""), (None, None), ("1.0", ""), ("", None)])
async def test_nothing_is_carried_where_nothing_is_chosen(known, at_reading, given):
    read = await known.read("rui", document("2.0"), "SKILL_STANDARD", carryFrom=at_reading)
    job = (await known.post("rui", CARRYING, id=read["id"]))["data"]["importJob"]

    after = await confirmed(known, {"id": read["id"], **job}, carryFrom=given)

    assert (after["codes"], after["carriedFrom"], after["carried"]) == ([], None, [])
    assert await rows(known.database, SUGGESTED) == [[0]]


async def test_what_reading_was_asked_with_is_carried_unless_confirming_says_otherwise(known):
    read = await known.read("rui", document("2.0"), "SKILL_STANDARD", carryFrom="1.0")
    job = (await known.post("rui", CARRYING, id=read["id"]))["data"]["importJob"]

    after = await confirmed(known, {"id": read["id"], **job})

    assert (after["codes"], after["carriedFrom"], after["carried"]) == ([], "1.0", CARRIED)


async def test_a_version_that_is_not_there_or_another_kind_of_document_is_refused(known):
    job = await looked_at(known, document("2.0"))
    teaching = await looked_at(known, teaching_docx(), "TEACHING_STANDARD")

    assert (await confirmed(known, job, carryFrom="1.5"))["codes"] == ["EARLIER_VERSION"]
    assert (await confirmed(known, job, carryFrom="1" * 51))["codes"] == ["BAD_ARGUMENT"]
    assert (await confirmed(known, teaching, carryFrom="1.0"))["codes"] == ["BAD_ARGUMENT"]
    assert teaching["otherVersions"] == []
    assert await rows(known.database, SUGGESTED) == [[0]]


async def test_a_corrected_version_is_offered_those_before_it_and_not_itself(known):
    """It was read as 2.0 and is 4.0: then 3.0 is the one before, and what a corrected text says is compared."""
    job = await looked_at(known, document("2.0"))
    asked = f"query ($id: ID!, $of: [ImportCorrection!]!) {{ importJob(id: $id, corrections: $of) {{ {FIELDS} }} }}"
    text = {"item": "ELEMENTARY:2:1:1", "text": "能用SELECT查询单表", "asPrinted": True}

    async def offered(*corrections: dict) -> list[tuple]:
        found = (await known.post("rui", asked, id=job["id"], of=list(corrections)))["data"]["importJob"]
        return [
            (each["version"], each["isProposed"], {one["change"]: one["count"] for one in each["carried"]})
            for each in found["otherVersions"]
        ]

    read = {each["change"]: each["count"] for each in CARRIED}
    assert await offered({"item": "version", "text": "4.0"}) == [("3.0", True, {}), ("1.0", False, read)]
    assert await offered({"item": "version", "text": "3.0"}) == [("1.0", True, read)]
    assert await offered({"item": "code", "text": "990099"}) == []
    unchanged = {"REMOVED": 1, "SEARCH_CLOSED": 1, "UNCHANGED": 3}
    assert await offered(text) == [("3.0", False, {}), ("1.0", True, unchanged)]
    # What fits nothing in the report changes nothing of it.
    assert await offered({"item": "ELEMENTARY:9", "text": "x"}) == [("3.0", False, {}), ("1.0", True, read)]
