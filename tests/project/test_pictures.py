"""The pictures of the explorer are all there, small, and on the page that shows them."""

from bench.pictures import FOLDER, PICTURES, page

LARGEST_BYTES = 200_000


def test_the_pictures_of_the_explorer_are_there_and_small():
    files = {each.stem: each.stat().st_size for each in FOLDER.glob("*.png")}

    assert sorted(files) == sorted(each.name for each in PICTURES)
    assert [name for name, size in files.items() if size > LARGEST_BYTES] == []
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == page()
