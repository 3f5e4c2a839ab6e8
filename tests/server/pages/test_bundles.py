"""Bundles of pages are as new as their sources, and small; no Node is needed to see it."""

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from server.pages.explorer.page import PAGE_HTML
from tests.conftest import ROOT

PAGES = ROOT / "server" / "pages"
SOURCES = sorted(PAGES.glob("*/source"))
# Folders next to the sources that are made anew: packages, and types made of the schema.
MADE = {"node_modules", "generated"}
EXPLORER = PAGES / "explorer" / "static"
ENTRY_BYTES = 60_000
PAGE_BYTES = 90_000
# What the pages that bring a document in may still grow by.
ROOM_OF_IMPORTS = 3_000


def sources_below(folder: Path) -> list[Path]:
    """Give the files that a bundle is made from."""
    paths = [each for each in sorted(folder.rglob("*")) if each.is_file()]
    return [each for each in paths if MADE.isdisjoint(each.relative_to(folder).parts)]


@pytest.mark.parametrize("source", SOURCES, ids=lambda each: each.parent.name)
def test_a_bundle_is_made_from_the_sources_that_stand_here(source: Path) -> None:
    manifest = json.loads((source.parent / "static" / "manifest.json").read_text(encoding="utf-8"))
    here = {each.relative_to(source).as_posix(): each for each in sources_below(source)}

    digests = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in here.items()}
    assert manifest == digests, f"run `make {source.parent.name}`"


def test_there_are_pages_to_compare() -> None:
    assert [each.parent.name for each in SOURCES] == ["explorer", "ide"]


def loaded_with(name: str, imports: dict[str, list[str]]) -> set[str]:
    """Give the file and all that it imports at once."""
    return {name}.union(*(loaded_with(each, imports) for each in imports[name]))


def compressed(names: set[str]) -> int:
    return sum(len(gzip.compress((EXPLORER / each).read_bytes(), 6)) for each in names)


def test_the_explorer_is_small() -> None:
    imports = json.loads((EXPLORER / "imports.json").read_text(encoding="utf-8"))
    entry = loaded_with("app.js", imports) | {"style.css"}
    pages = {each: loaded_with(each, imports) | entry for each in imports if each.startswith("chunks/")}
    heaviest = max(pages.values(), key=compressed)

    assert sorted(imports) == sorted(
        each.relative_to(EXPLORER).as_posix() for each in EXPLORER.rglob("*") if each.suffix in {".js", ".css"}
    )
    assert compressed(entry) <= ENTRY_BYTES
    assert compressed(heaviest) <= PAGE_BYTES


def test_what_an_import_needs_late_comes_late() -> None:
    imports = json.loads((EXPLORER / "imports.json").read_text(encoding="utf-8"))
    entry = loaded_with("app.js", imports) | {"style.css"}
    desks = [loaded_with(each, imports) | entry for each in imports if each.startswith("chunks/desk-")]
    late = {each for each in imports if each.startswith(("chunks/confirm-", "print.css"))}

    assert len(desks) == 3
    assert len(late) == 2
    assert all(late.isdisjoint(each) for each in desks)
    assert max(map(compressed, desks)) <= PAGE_BYTES - ROOM_OF_IMPORTS
    assert '<link rel="stylesheet" href="/explorer/static/print.css" media="print">' in PAGE_HTML
