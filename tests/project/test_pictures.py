"""The pictures of the explorer are all there, small, and on the page that shows them."""

import re

from bench.pictures import FOLDER, PICTURES, page
from tests.conftest import ROOT

MAIN = ROOT / "server" / "pages" / "explorer" / "source" / "main.tsx"
# A short link shows nothing: it leads to another page.
WITHOUT = {"s/1"}

LARGEST_BYTES = 200_000


def test_the_pictures_of_the_explorer_are_there_and_small():
    files = {each.stem: each.stat().st_size for each in FOLDER.glob("*.png")}

    assert sorted(files) == sorted(each.name for each in PICTURES)
    assert [name for name, size in files.items() if size > LARGEST_BYTES] == []
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == page()


def test_each_page_of_the_explorer_has_a_picture():
    pages = set(re.findall(r'^  "(\S*/\d)": async', MAIN.read_text(encoding="utf-8"), re.MULTILINE))
    addresses = [(each.leads_to or each.path).partition("?")[0].strip("/").split("/") for each in PICTURES]
    shown = {f"{first}/{len(rest)}" for first, *rest in addresses}

    assert len(pages) > 20
    assert pages - WITHOUT - shown == set()
    assert "api/0" in shown
