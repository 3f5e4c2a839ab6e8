"""What a command and a server import at their start, and what only those that need it import."""

import json
import subprocess
import sys

import pytest

# Each takes an eighth to a third of a second of a processor.
LARGE = ("numpy", "pandas", "openpyxl", "pypinyin")


def imported_by(code: str) -> set[str]:
    shown = f"{code}\nimport json, sys\nprint(json.dumps(list(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", shown], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["server.commands.main", "server.app"])
def test_a_start_imports_no_large_library(name):
    assert imported_by(f"import {name}").intersection(LARGE) == set()


def test_what_the_driver_does_not_import_can_be_imported_afterwards():
    code = (
        "import graph.connection.database, neo4j._optional_deps as deps\nassert deps.np is None\nimport numpy, pandas"
    )

    assert imported_by(code).issuperset({"neo4j", "numpy", "pandas"})


def test_what_was_imported_before_the_driver_stays():
    code = "import numpy\nimport graph.connection.database\nassert numpy.ndarray and numpy is __import__('numpy')"

    assert "numpy" in imported_by(code)


def test_a_name_has_its_pinyin_where_the_tables_are_read_late():
    code = "from seeds.pinyin import read_tables, spellings\nread_tables()\nassert spellings('软件')[0] == 'ruanjian'"

    assert "pypinyin" in imported_by(code)


@pytest.mark.slow
def test_an_application_has_read_the_tables_of_pinyin_before_its_first_request():
    code = "from server.app import create_app\nfrom server.settings import Settings\ncreate_app(Settings())"

    assert "pypinyin" in imported_by(code)
