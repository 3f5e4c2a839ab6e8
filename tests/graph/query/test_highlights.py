"""A hit shows which of its characters were typed, be it in characters, pinyin or initials."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.query.highlights import HIGHLIGHTS_LARGEST, highlights
from graph.query.text_index import Words
from seeds.pinyin import spellings


def marked(shown: str, typed: str) -> str:
    """Show a text with brackets around what is highlighted."""
    found = shown
    for each in reversed(highlights(shown, Words.of(typed), spellings(shown))):
        found = f"{found[: each.start]}[{found[each.start : each.end]}]{found[each.end :]}"
    return found


@pytest.mark.parametrize(
    ("shown", "typed", "expected"),
    [
        ("软件技术", "软件", "[软件]技术"),
        ("大数据技术与应用", "数据 应用", "大[数据]技术与[应用]"),
        ("软件技术", "rjjs", "[软件技术]"),
        ("软件技术", "js", "软件[技术]"),
        ("软件技术", "jishu", "软件[技术]"),
        ("软件技术", "ruanjian", "[软件]技术"),
        ("软件技术", "ruanj", "[软件]技术"),
        ("软件技术", "软件jishu", "[软件技术]"),
        ("西安地理", "xi'an", "[西安]地理"),
        ("旅游策略", "celüe", "旅游[策略]"),
        ("旅游策略", "lyuyou", "[旅游]策略"),
        ("JavaWeb应用开发", "javaweb", "[JavaWeb]应用开发"),
        ("JavaWeb应用开发", "kaifa", "JavaWeb应用[开发]"),
        ("“双高”计划", "双高计划", "“[双高]”[计划]"),
        ("Ｊava（初级）", "java初级", "[Ｊava]（[初级]）"),
        ("薄膜技术", "baomo", "[薄膜]技术"),
        ("软件技术", "网络", "软件技术"),
    ],
)
def test_what_was_typed_is_marked(shown, typed, expected):
    assert marked(shown, typed) == expected


@given(st.text(max_size=30), st.text(max_size=10))
def test_highlights_lie_within_the_text_apart_from_each_other_and_are_few(shown, typed):
    found = highlights(shown, Words.of(typed), spellings(shown))

    edges = [edge for each in found for edge in each]
    assert edges == sorted(set(edges))
    assert all(0 <= edge <= len(shown) for edge in edges)
    assert len(found) <= HIGHLIGHTS_LARGEST
