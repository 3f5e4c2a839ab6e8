"""The pictures of the explorer are all there, small, and on the page that shows them."""

import re

from PIL import Image

from bench.pictures import COLOURS, FOLDER, PICTURES, page, with_few_colours
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


def test_a_picture_keeps_the_colour_of_its_ground():
    ground, size = (0xF5, 0xF3, 0xED), 64
    drawn = Image.new("RGB", (size, size * 4), ground)
    for at in range(size * size):
        drawn.putpixel((at % size, at // size), (at % 256, at * 7 % 256, at * 13 % 256))

    kept = with_few_colours(drawn).convert("RGB")

    assert kept.getpixel((1, size * 4 - 1)) == ground
    assert len(kept.getcolors() or []) <= COLOURS
    assert drawn.quantize(COLOURS, Image.Quantize.MAXCOVERAGE).convert("RGB").getpixel((1, size * 4 - 1)) != ground
