"""The one rule for texts: what no one sees, or what turns other text round, is in none."""

import pytest

from graph.model.texts import unfit_character


@pytest.mark.parametrize(
    "text",
    [
        "",
        "能编写循环结构的程序",
        "两行\n文字",
        "a b\u00a0c\u3000d",
        "Ünïcödé e\u0301 Ελλάδα русский",
        # A variant of a Chinese character, and a sign shown as a picture.
        "葛\U000e0100城",
        "⚠\ufe0f 注意",
        # Chinese characters that came with Unicode 15 and 15.1, and one in the private area.
        "\U00031350\U0002ebf0\ue000",
    ],
)
def test_what_can_be_read_is_fit(text):
    assert unfit_character(text) is None


@pytest.mark.parametrize(
    ("character", "why"),
    [
        ("\0", "NUL"),
        ("\x1b", "ESC"),
        ("\t", "tab"),
        ("\r", "half of a line break"),
        ("\x7f", "DEL"),
        ("\x85", "next line"),
        ("\xad", "soft hyphen"),
        ("\u034f", "grapheme joiner"),
        ("\u061c", "Arabic letter mark"),
        ("\u115f", "Hangul filler"),
        ("\u180e", "Mongolian vowel separator"),
        ("\u200b", "zero-width space"),
        ("\u200d", "zero-width joiner"),
        ("\u200e", "left-to-right mark"),
        ("\u2028", "line separator"),
        ("\u202e", "right-to-left override"),
        ("\u2060", "word joiner"),
        ("\u2066", "left-to-right isolate"),
        ("\u2800", "blank of Braille"),
        ("\u3164", "Hangul filler"),
        ("\ufeff", "byte order mark"),
        ("\uffa0", "half-width Hangul filler"),
        ("\ufffd", "failed decoding"),
        ("\ufdd0", "noncharacter"),
        ("\uffff", "noncharacter"),
        ("\ud800", "half of a character"),
        ("\U000e0041", "tag"),
        ("\U0001fffe", "noncharacter"),
    ],
)
def test_what_cannot_be_seen_is_named_wherever_it_stands(character, why):
    name = f"U+{ord(character):04X}"

    assert {unfit_character(each) for each in (character, f"{character}文", f"文{character}", f"文{character}字")} == {
        name
    }, why


@pytest.mark.parametrize("text", ["\ufe0f", "文 \ufe0f", "文\n\ufe0f", "文\ufe0f\ufe0f", "\U000e0100文"])
def test_a_selector_without_its_character_is_refused(text):
    assert unfit_character(text) in {"U+FE0F", "U+E0100"}


def test_the_first_is_named():
    assert unfit_character("a\ufe0fb\u202ec\u200b") == "U+202E"
    assert unfit_character("a \ufe0fb\u202ec") == "U+FE0F"
