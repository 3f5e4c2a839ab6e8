"""What the process of one job does: it reads the document of a folder, and says on standard output whether it did.

It writes ``pages.json`` and ``report.json`` next to the document; of training plans also ``plans.json``, so that the
server need not read them again. On standard output it says as JSON that it did, or why not; on standard error, which
page was read. It has a process group of its own. The server kills the group to end it; when standard input closes, the
server has gone or lost interest, and it kills the group itself. See ``forking_process`` for how it begins.
"""

import json
import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import orjson

from interchange.document_jobs.kept_choices import read_choices
from interchange.document_jobs.purposes import Purpose, read_for
from interchange.documents import reader_process
from interchange.documents.document_errors import DocumentError
from interchange.training_plans.kept_plans import write_plans
from interchange.training_plans.plan_head import NamedMajor
from seeds.catalogue_majors import read_majors

DOCUMENT, PAGES, REPORT, PLANS = "document", "pages.json", "report.json", "plans.json"


# As much as to read a document and to make out what is in it may take.
SECONDS_LARGEST = 2 * reader_process.SECONDS_LARGEST


def run_job(purpose: str, folder: str, seeds: Sequence[str]) -> None:
    """Read the document of a folder."""
    reader_process.limit_process(SECONDS_LARGEST)
    threading.Thread(target=_end_with_input, daemon=True).start()
    answer = _read(Purpose(purpose), Path(folder), [Path(each) for each in seeds])
    sys.stdout.write(json.dumps(answer, ensure_ascii=True))
    sys.stdout.flush()


def _end_with_input() -> None:
    # Not sys.stdin: its lock would abort this process at its end.
    os.read(sys.stdin.fileno(), 1)
    os.killpg(os.getpgrp(), signal.SIGKILL)


def _read(purpose: Purpose, folder: Path, seeds: list[Path]) -> dict[str, object]:
    majors = (NamedMajor(*each) for each in read_majors(seeds))
    try:
        data, choices = (folder / DOCUMENT).read_bytes(), read_choices(folder)
        read = read_for(purpose, data, majors, choices)
    except DocumentError as error:
        return {"error": [error.code, error.en, error.zh]}
    pages = orjson.dumps(read.pages)
    _write(folder / PAGES, pages)
    if read.report is not None:
        _write(folder / REPORT, read.report)
    if read.plans is not None:
        _write(folder / PLANS, write_plans(read.plans, pages))
    return {}


def _write(path: Path, content: bytes) -> None:
    """Write a file that no one else may read."""
    with os.fdopen(os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
        file.write(content)
