"""The pages that count have a word for each kind of node and of statement in both languages."""

import re

import pytest

from graph.model import MODEL
from tests.conftest import ROOT

WORDS = ROOT / "server" / "pages" / "explorer" / "source" / "words" / "kinds.ts"
STATEMENTS = [each.type for each in MODEL.relationships.values() if not each.structural]


@pytest.mark.parametrize("language", ["Zh", "En"])
@pytest.mark.parametrize(("name", "expected"), [("kinds", list(MODEL.node_types)), ("relations", STATEMENTS)])
def test_each_kind_has_a_word(name: str, expected: list[str], language: str) -> None:
    _, _, behind = WORDS.read_text(encoding="utf-8").partition(f"const {name}{language}")
    words, _, _ = behind.partition("};")

    assert sorted(re.findall(r"^  (\w+): ", words, re.MULTILINE)) == sorted(expected)


@pytest.mark.parametrize("level", ["SECONDARY", "ASSOCIATE", "BACHELOR"])
def test_a_level_of_diplomas_has_one_name_in_each_language(level: str) -> None:
    texts = [each.read_text(encoding="utf-8") for each in sorted(WORDS.parent.glob("*.ts"))]
    names = {name for text in texts for name in re.findall(rf'^  {level}: "(.+)",$', text, re.MULTILINE)}

    assert len({each for each in names if each.isascii()}) == 1, names
