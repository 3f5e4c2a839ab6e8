"""The release page has a word for each kind of node, in both languages; the compiler holds the two to the same keys."""

import re

from graph.model import MODEL
from tests.conftest import ROOT

WORDS = ROOT / "server" / "pages" / "explorer" / "source" / "words" / "kinds.ts"


def test_each_kind_of_node_has_a_word() -> None:
    chinese, _, english = WORDS.read_text(encoding="utf-8").partition("const kindsEn")

    assert sorted(re.findall(r"^  (\w+): ", chinese, re.MULTILINE)) == sorted(MODEL.node_types)
    assert sorted(re.findall(r"^  (\w+): ", english, re.MULTILINE)) == sorted(MODEL.node_types)
