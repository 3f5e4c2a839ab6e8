"""What people type and paste is read as the same words, however the keyboard or the page writes them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.query.folding import fold, searchable, words_of

WORDS = {
    "xi'an": ("xian",),
    "xi’an": ("xian",),
    "ruanjian-jishu": ("ruanjianjishu",),
    "ruanjian jishu": ("ruanjian", "jishu"),
    "lǚyóu": ("lvyou",),
    "lüyou": ("lvyou",),
    "lu\u0308you": ("lvyou",),
    "jìshù": ("jishu",),
    "kāifā": ("kaifa",),
    "ｊａｖａ": ("java",),
    "软\u200b件\ufeff技术": ("软件技术",),
    "“双高计划”": ("双高计划",),
    "「双高」计划": ("双高", "计划"),
    "软件、安全，网络": ("软件", "安全", "网络"),
    "軟件技術": ("软件技术",),
    "電子商務與會計": ("电子商务与会计",),
    "JavaWeb应用开发（初级）": ("javaweb应用开发", "初级"),
    "2.2.2": ("2.2.2",),
    "C++": ("c++",),
    "1+X": ("1+x",),
    "—“”": (),
}


@pytest.mark.parametrize(("text", "words"), WORDS.items())
def test_words(text, words):
    assert words_of(text) == words
    assert searchable(text) == "".join(words)


def test_names_keep_their_signs():
    assert fold("Ｌｉ-Na 王") == "li-na王"


@given(st.text(max_size=20))
def test_what_is_searchable_stays_so(text):
    assert searchable(searchable(text)) == searchable(text)


@given(st.text(max_size=20))
def test_the_same_text_in_another_form_of_unicode_is_the_same(text):
    assert searchable(unicodedata.normalize("NFD", text)) == searchable(unicodedata.normalize("NFC", text))
