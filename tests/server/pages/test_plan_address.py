"""Another view of a plan leaves the choices of the last one behind: the page names each parameter that a view reads."""

import re

from tests.conftest import ROOT

PAGES = ROOT / "server" / "pages" / "explorer" / "source" / "pages" / "plan"
# What every view shares: the certificate level that is chosen.
SHARED = {"view", "target", "level"}


def test_each_parameter_of_a_view_is_left_behind_with_it() -> None:
    text = "\n".join(each.read_text(encoding="utf-8") for each in sorted(PAGES.rglob("*.ts*")))
    read = {*re.findall(r'\b(?:params?|numberOf)\("(\w+)"', text)} - SHARED
    (left,) = re.findall(r"const OF_VIEWS = \{(.*)\}", text)

    assert {*re.findall(r"(\w+): null", left)} == read
