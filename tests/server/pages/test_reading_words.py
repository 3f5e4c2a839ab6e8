"""The page that judges a plan has the report's words for each problem of its reading."""

from server.pages.explorer.reading_words import PATH, reading_words


def test_the_words_are_those_of_the_report() -> None:
    assert PATH.read_text(encoding="utf-8") == reading_words(), "run `make explorer`"
