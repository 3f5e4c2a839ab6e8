"""Why an alignment is carried to a new version, in the language of the reader and without codes."""

import pytest

from analysis.carried_rationales import CarriedRationale, rationale_in

RATIONALES = [
    (
        ("ACCEPTED", "UNCHANGED", 1.0, "教授查询"),
        "Carried forward from Alignment:a (accepted): the requirement is unchanged. 教授查询",
        "沿用自 Alignment:a（已采纳）：技能要求未变。教授查询",
    ),
    (
        ("SUGGESTED", "REWORDED", 0.917, None),
        "Carried forward from Alignment:a (waiting): the requirement has other words, 92 % alike.",
        "沿用自 Alignment:a（待定）：技能要求改写，文字相似度 92%。",
    ),
    (
        ("ACCEPTED", "REWRITTEN", 0.478, None),
        "Carried forward from Alignment:a (accepted): the requirement was reworded a lot, 48 % alike.",
        "沿用自 Alignment:a（已采纳）：技能要求改动较大，文字相似度 48%。",
    ),
    (
        ("ACCEPTED", "MOVED", 1.0, None),
        "Carried forward from Alignment:a (accepted): the requirement stands elsewhere.",
        "沿用自 Alignment:a（已采纳）：技能要求移至他处。",
    ),
    (
        ("ACCEPTED", "SPLIT", None, "第一行\n第二行"),
        "Carried forward from Alignment:a (accepted): the requirement was split. 第一行\n第二行",
        "沿用自 Alignment:a（已采纳）：技能要求拆分。第一行\n第二行",
    ),
    (
        ("ACCEPTED", "MERGED", 0.8, None),
        "Carried forward from Alignment:a (accepted): the requirement was merged with others, 80 % alike.",
        "沿用自 Alignment:a（已采纳）：技能要求与其他要求合并，文字相似度 80%。",
    ),
]


@pytest.mark.parametrize(("given", "english", "chinese"), RATIONALES)
def test_a_rationale_is_said_in_both_languages(given: tuple, english: str, chinese: str) -> None:
    text = CarriedRationale("Alignment:a", *given).text()
    assert (text, rationale_in(text, "ENGLISH"), rationale_in(text, "CHINESE")) == (english, english, chinese)


def test_one_that_was_carried_twice_is_said_in_chinese_whole() -> None:
    first = CarriedRationale("Alignment:a", "ACCEPTED", "UNCHANGED", 1.0, "教授查询").text()
    second = CarriedRationale("Alignment:b", "SUGGESTED", "REWORDED", 0.9, first).text()
    assert rationale_in(second, "CHINESE") == (
        "沿用自 Alignment:b（待定）：技能要求改写，文字相似度 90%。沿用自 Alignment:a（已采纳）：技能要求未变。教授查询"
    )


@pytest.mark.parametrize("text", ["教授查询", "Carried forward from memory.", ""])
def test_what_a_person_wrote_stays_as_it_is(text: str) -> None:
    assert rationale_in(text, "CHINESE") == text
