"""What the browser tests write to the server that all of them share: never what another file writes, in whatever order."""

import re
from collections import Counter
from pathlib import Path

import pytest

BROWSER = Path(__file__).resolve().parents[1] / "served" / "browser"
# These have a server of their own.
OWN_SERVER = {"made_versions.py", "test_explorer_versions.py"}
SHARED = {each: each.read_text(encoding="utf-8") for each in BROWSER.glob("*.py") if each.name not in OWN_SERVER}


@pytest.mark.parametrize(
    "written",
    [r"20(?:2[89]|[3-9]\d)级", r"(?<=SkillStandard:990003:)\d\.\d|(?<=年)\d\.\d(?=版)|(?<=document\(\")\d\.\d"],
    ids=["grade of a plan", "version of a standard"],
)
def test_a_browser_test_writes_what_no_other_file_writes(written):
    found = {path.name: set(re.findall(written, text)) for path, text in SHARED.items()}
    files = Counter(each for values in found.values() for each in values)

    assert len(files) > 3
    assert {
        each: [name for name, values in found.items() if each in values] for each, n in files.items() if n > 1
    } == {}
