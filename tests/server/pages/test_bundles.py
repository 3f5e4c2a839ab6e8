"""Bundles of pages are as new as their sources; no Node is needed to see it."""

import hashlib
import json
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGES = ROOT / "server" / "pages"
SOURCES = sorted(PAGES.glob("*/source"))


@pytest.mark.parametrize("source", SOURCES, ids=lambda each: each.parent.name)
def test_a_bundle_is_made_from_the_sources_that_stand_here(source: Path) -> None:
    manifest = json.loads((source.parent / "static" / "manifest.json").read_text(encoding="utf-8"))
    here = [each for each in source.iterdir() if each.is_file()]

    assert manifest == {each.name: hashlib.sha256(each.read_bytes()).hexdigest() for each in here}, "run `make ide`"


def test_there_is_a_page_to_compare() -> None:
    assert [each.parent.name for each in SOURCES] == ["ide"]
