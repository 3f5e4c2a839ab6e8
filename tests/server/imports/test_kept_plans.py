"""Plans that were read are kept for the next look with corrections, and no more of them than a few."""

import stat

import orjson
import pytest

from interchange.standard_imports.imported_facts import ImportedFile
from interchange.training_plan_imports.confirmed_plans import PlanDocument
from interchange.training_plans.plan_reading import read_training_plans
from server.imports import import_steps
from server.imports.kept_plans import KeptPlans
from tests.interchange.training_plan_imports.made_imports import form

CORRECTED = """query ($id: ID!, $corrections: [ImportCorrection!]!) {
  importJob(id: $id, corrections: $corrections) { state report questions { name } error { code message } } }"""


def document(name: str) -> PlanDocument:
    return PlanDocument((), ImportedFile(name, "", ""))


def test_the_last_documents_are_kept_and_a_failure_is_not():
    kept = KeptPlans()
    read: list[str] = []

    def plans(name: str) -> str:
        def reading() -> PlanDocument:
            read.append(name)
            return document(name)

        return kept.of(name, reading).file.name

    assert [plans(each) for each in "aabcda"] == [*"aabcda"]
    assert read == [*"abcd"]
    assert [plans(each) for each in "eab"] == [*"eab"]
    assert read == [*"abcdeb"]
    with pytest.raises(ZeroDivisionError):
        kept.of("z", lambda: document(str(1 // 0)))
    assert kept.of("z", lambda: document("z")).file.name == "z"


async def test_a_look_with_corrections_is_of_the_pages_as_they_are(office):
    """Pages that changed since are another reading, also where the first is kept."""
    job = (await office.read("rui", form(), "TRAINING_PLAN"))["id"]
    given = [{"item": "1:1:credits", "text": "9"}]
    first, second = [await office.post("rui", CORRECTED, id=job, corrections=given) for _ in range(2)]
    pages = office.folder / "jobs" / job / "pages.json"
    pages.write_bytes(pages.read_bytes().replace("军事理论".encode(), "军事技能".encode()))
    third = await office.post("rui", CORRECTED, id=job, corrections=given)

    assert first == second
    report = orjson.loads(first["data"]["importJob"]["report"])
    assert report["plans"][0]["lines"][0]["credits"] == 900
    assert "IMPORT_REPORT" in str(third)


@pytest.mark.parametrize("is_kept", [True, False])
async def test_the_process_of_the_job_reads_the_document_and_the_server_does_not(office, monkeypatch, is_kept):
    """Of a job of an earlier program, which kept no plans, the server reads the document."""
    read: list[int] = []

    def reading(*given):
        read.append(1)
        return read_training_plans(*given)

    job = (await office.read("rui", form(), "TRAINING_PLAN"))["id"]
    kept = office.folder / "jobs" / job / "plans.json"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    if not is_kept:
        kept.unlink()
    monkeypatch.setattr(import_steps, "read_training_plans", reading)
    monkeypatch.setattr(KeptPlans, "of", lambda _self, _key, read: read())
    given = [{"item": "1:1:credits", "text": "9"}]
    answer = (await office.post("rui", CORRECTED, id=job, corrections=given))["data"]["importJob"]

    assert orjson.loads(answer["report"])["plans"][0]["lines"][0]["credits"] == 900
    assert (answer["state"], bool(read)) == ("REPORTED", not is_kept)
