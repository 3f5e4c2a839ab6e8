"""Files that a forge or pre-commit reads say the same as the Makefile, and have the form that their reader wants."""

import importlib.metadata
import re
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parents[2]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z0-9-]+):", MAKEFILE, re.MULTILINE))


def load(path):
    return YAML(typ="safe").load(ROOT / path)


def recipe(target):
    """The commands of a target, `$(BIN)` replaced by the folder it stands for."""
    lines = re.search(rf"^{target}:.*\n((?:\t.*\n)+)", MAKEFILE, re.MULTILINE).group(1)
    return [line.strip().replace("$(BIN)", ".venv/bin") for line in lines.splitlines()]


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("github-workflows", ["workflows/test.yml"]),
        ("github-issue-config", ["ISSUE_TEMPLATE/config.yml"]),
        ("github-issue-forms", ["ISSUE_TEMPLATE/bug.yml", "ISSUE_TEMPLATE/fact.yml", "ISSUE_TEMPLATE/idea.yml"]),
    ],
)
def test_a_forge_can_read_it(schema, paths):
    files = [ROOT / ".github" / each for each in paths]
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hooks_run_the_commands_of_make_lint():
    (repository,) = load(".pre-commit-config.yaml")["repos"]

    assert [hook["entry"] for hook in repository["hooks"]] == recipe("lint")


def test_the_workflow_runs_targets_of_the_makefile():
    jobs = load(".github/workflows/test.yml")["jobs"].values()
    commands = [step["run"] for job in jobs for step in job["steps"] if "run" in step]

    assert {command.removeprefix("make ") for command in commands} == {"lint", "quick", "test"}
    assert {"lint", "quick", "test"} <= TARGETS


def test_every_target_is_phony_and_has_its_help():
    phony = set(re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE).group(1).split())

    assert phony == TARGETS
    assert set(re.findall(r"^([a-z0-9-]+):.*## .", MAKEFILE, re.MULTILINE)) == TARGETS


def test_the_installed_package_states_the_licence_that_stands_at_the_root():
    metadata = importlib.metadata.metadata("oneplusx")

    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata.get_all("License-File")[0] == "LICENSE"
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").split()[:4] == ["Apache", "License", "Version", "2.0,"]


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "README.md"])
def test_make_targets_in_documents_exist(page):
    named = set(re.findall(r"\bmake ([a-z0-9-]+)`", (ROOT / page).read_text(encoding="utf-8")))

    assert named <= TARGETS, page


def test_clean_removes_what_a_next_start_makes_again_and_no_work_of_editors():
    assert recipe("clean") == ["rm -rf $(VENV)"]
