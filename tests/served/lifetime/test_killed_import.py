"""A server that dies while it writes an import: nothing of it is there, and the job is confirmed by the next server."""

import asyncio
import signal
import sys
import time
from pathlib import Path

import httpx
import pytest

from tests.command_line import kept_engine, oneplusx
from tests.conftest import ROOT, settings_of
from tests.interchange.standard_imports.imports import ANSWERS, HEAD, STANDARD
from tests.interchange.standards.made_standards import standard_docx
from tests.seeds.conftest import FILES, SeedFolder
from tests.served.conftest import Served, start_server, stop_server
from tests.server.imports.importing import CONFIRM, JOB, OPEN, READ, REQUEST, load_small

# It dies when all of the import is written and its change is not yet: just before the commit.
DYING = """
import os, signal, sys

from interchange.standard_imports import confirmed_import
from server.commands.main import main

async def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

confirmed_import.record_import = die
sys.argv[0] = "oneplusx"
main()
"""
COUNTS = (
    "{ skillStandards { totalCount } standardLevels { totalCount } workAreas { totalCount } "
    "skillRequirements { totalCount } certificates { totalCount } jobRoles { totalCount } sources { totalCount } "
    "changes { totalCount } }"
)
DOCX = standard_docx(before=HEAD)
END_WITHIN_S = 60


class _Client:
    """A reviewer at a server."""

    def __init__(self, server: Served, token: str) -> None:
        self.server = server
        self.headers = {"authorization": f"Bearer {token}"}

    def change(self, query: str, **given: object) -> dict:
        answer = self.server.ask(query, {"input": given}, **self.headers)
        (payload,) = answer["data"].values()
        assert payload["userErrors"] == [], payload
        return payload

    def reported(self) -> dict:
        """Bring the document in, and give what confirms its report."""
        address = self.change(REQUEST, fileName="made.docx", sizeBytes=len(DOCX))["uploadUrl"]
        upload = httpx.put(f"{self.server.url}{address}", content=DOCX, timeout=30).json()["upload"]
        job = self.change(READ, upload=upload, kind="SKILL_STANDARD")["job"]
        end = time.monotonic() + END_WITHIN_S
        while job["state"] in OPEN:
            assert time.monotonic() < end
            job = self.server.ask(JOB, {"id": job["id"]}, **self.headers)["data"]["importJob"]
        answers = [{"question": name, "answer": answer} for name, answer in ANSWERS.items()]
        return {"job": job["id"], "reportSha256": job["reportSha256"], "answers": answers, "idempotencyKey": "k"}


def confirm_over_a_death(folder: Path, token: str, **settings: str) -> None:
    program = (sys.executable, "-c", DYING)
    dying = start_server(folder, program=program, PYTHONPATH=str(ROOT), **settings)
    try:
        before = dying.ask(COUNTS)
        given = _Client(dying, token).reported()
        with pytest.raises(httpx.TransportError):
            dying.ask(CONFIRM, {"input": given}, authorization=f"Bearer {token}")
        assert dying.process.wait(30) == -signal.SIGKILL
    finally:
        dying.process.kill()
        dying.process.wait(30)
    living = start_server(folder, **settings)
    try:
        assert living.ask(COUNTS) == before
        client = _Client(living, token)
        job = living.ask(JOB, {"id": given["job"]}, **client.headers)["data"]["importJob"]
        assert (job["state"], job["reportSha256"]) == ("REPORTED", given["reportSha256"])
        assert client.change(CONFIRM, **given)["job"]["nodes"] == [STANDARD]
        after = living.ask(COUNTS)["data"]
        assert (after["skillRequirements"]["totalCount"], after["changes"]["totalCount"]) == (14, 1)
    finally:
        stop_server(living)


async def test_a_server_at_an_engine_of_its_own_process(engine_address, database, tmp_path):
    tokens = await load_small(database, tmp_path)
    settings = {**settings_of(engine_address), "ONEPLUSX_SEEDS_DIR": str(tmp_path / "seeds")}

    await asyncio.to_thread(confirm_over_a_death, tmp_path, tokens["rui"], **settings)


@pytest.mark.engine("embedded")
def test_a_server_that_is_the_engine_itself(tmp_path):
    seeds = SeedFolder(tmp_path / "seeds")
    for name, content in FILES.items():
        seeds.write(name, content)
    settings = {"ONEPLUSX_DATA_DIR": str(tmp_path / "var"), "ONEPLUSX_SEEDS_DIR": str(tmp_path / "seeds")}
    with kept_engine(tmp_path / "var"):
        assert oneplusx("load", folder=tmp_path, **settings).returncode == 0
        added = oneplusx("editors", "add", "rui", "--role", "reviewer", folder=tmp_path, **settings)
    token = added.stdout.split()[-1]

    confirm_over_a_death(tmp_path, token, **settings)
