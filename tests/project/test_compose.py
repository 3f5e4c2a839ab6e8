"""compose.yaml against the schema of the Compose specification, which `check-jsonschema` brings, and what it promises.

Docker itself is not asked: the machines that run these tests have none.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from graph.engine.neo4j.instance import Neo4jOptions

FILE = Path(__file__).resolve().parents[2] / "compose.yaml"


def checked(path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", path]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def service():
    return YAML(typ="safe").load(FILE)["services"]["neo4j"]


def test_it_is_a_compose_file():
    done = checked(FILE)

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(("good", "bad"), [("healthcheck:", "healthchek:"), ("stop_grace_period: 2m", "ports: 7687")])
def test_a_mistake_in_it_would_be_found(good, bad, tmp_path):
    spoilt = tmp_path / "compose.yaml"
    spoilt.write_text(FILE.read_text().replace(good, bad))

    assert checked(spoilt).returncode == 1


def test_it_runs_the_version_that_the_tests_run_on(service):
    assert service["image"] == f"neo4j:{Neo4jOptions().version}-community"


def test_it_listens_on_the_loopback_only(service):
    assert service["ports"] == ["127.0.0.1:${NEO4J_PORT:-7687}:7687"]


def test_it_has_no_password_of_its_own(service):
    assert service["environment"]["NEO4J_AUTH"].startswith("neo4j/${ONEPLUSX_NEO4J_PASSWORD:?")


def test_its_data_outlive_the_container(service):
    assert [each.split(":") for each in service["volumes"]] == [["data", "/data"], ["logs", "/logs"]]
    assert set(YAML(typ="safe").load(FILE)["volumes"]) == {"data", "logs"}
