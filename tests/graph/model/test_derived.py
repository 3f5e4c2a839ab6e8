"""Derived fields: every remark of ours in the seeds has its Chinese, and a name the pinyin by which it is found."""

import csv
import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.model import MODEL
from graph.model.core import NodeType
from graph.model.derived import PHRASED, derived_codes, derived_fields, link_note_label
from graph.model.phrases import BATCH_BASES, CERTIFICATE_NOTES, MODULE_BASES, PILOT_METRICS, Phrase, Phrases
from graph.model.source_phrases import STANDARD_BY_ENTRY
from interchange.standard_imports.imported_facts import ImportedFacts, ImportedFile
from resolvers.editing.training_plans.drafting import note_of
from seeds.pinyin import pinyin_of, spellings

SEEDS = Path(__file__).parents[3] / "seeds" / "data"
WITH_PINYIN = [
    each for each in MODEL.node_types.values() if any(one.field.name == "namePinyin" for one in derived_fields(each))
]


def values_of(type_name: str, column: str) -> set[str]:
    found = set()
    for file in SEEDS.glob(f"*/nodes/{type_name}.csv"):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            found.update(row[column] for row in csv.DictReader(lines) if row[column])
    return found


def is_english(text: str) -> bool:
    """Whether a text has English words, outside of addresses."""
    return re.search(r"(?<![A-Za-z])[a-z]{3,}", re.sub(r"\([\w.]*\.[\w.]+( \w+)?\)", "", text)) is not None


@pytest.mark.parametrize(("type_name", "column"), PHRASED)
def test_every_remark_of_the_seeds_has_its_chinese(type_name, column):
    phrases = PHRASED[type_name, column]

    texts = {each for each in values_of(type_name, column) if is_english(each)}

    assert texts
    assert [each for each in texts if phrases.label_of(each, "CHINESE") == each] == []
    assert all(phrases.label_of(each, "ENGLISH") == each for each in texts)


@pytest.mark.parametrize(("type_name", "column"), [each for each in PHRASED if PHRASED[each].code_list])
def test_every_value_of_a_column_with_codes_has_one(type_name, column):
    assert [each for each in values_of(type_name, column) if PHRASED[type_name, column].code_of(each) is None] == []


def imported_note() -> str:
    """The note of the source that an import of a corrected document makes."""
    file = ImportedFile("990003.pdf", "1" * 64, "2" * 64, ({"item": "a"},))
    (source,) = ImportedFacts(file, "标准", "", "").values_of("Source")
    return str(source["note"])


def drafted_notes() -> list[str]:
    """The notes of drafted lines, with all values of which a rule may state only the least."""
    values = ("credits", "durationWeeks", "hours")
    sets = (each for count in range(len(values) + 1) for each in itertools.combinations(values, count))
    return [note_of(["Course:2025:510203:1", "Rule:N:01"], each) for each in sets]


def test_the_note_of_an_import_has_its_chinese():
    label = PHRASED["Source", "note"].label_of(imported_note(), "CHINESE")

    assert re.fullmatch(f"自该文件导入；报告 sha256 {'2' * 64}；1 处更正，sha256 [0-9a-f]{{64}}", label)


def test_every_phrase_is_said_by_the_seeds_or_an_import():
    for phrases in {id(each): each for each in PHRASED.values()}.values():
        columns = [each for each, found in PHRASED.items() if found is phrases]
        texts = {imported_note(), *drafted_notes()}.union(*(values_of(*each) for each in columns))
        parts = {part for each in texts for part in (each, *each.split("; "))}

        assert [each.english for each in phrases.phrases if not any(says(each, part) for part in parts)] == []


def says(phrase: Phrase, text: str) -> bool:
    return Phrases((phrase,)).label_of(text, "CHINESE") != text


def test_a_text_is_put_together_from_its_parts_or_left_as_it_is():
    assert (
        CERTIFICATE_NOTES.label_of("title page seen only; name as printed in S7", "CHINESE")
        == "仅见封面；名称按 S7 所印"
    )
    assert CERTIFICATE_NOTES.label_of("title page seen only; ask them", "CHINESE") == "title page seen only; ask them"
    assert MODULE_BASES.label_of("printed in the standard, course 3 of its module", "CHINESE") == (
        "标准中印明，为该模块的第 3 门课程"
    )
    assert (PILOT_METRICS.label_of(None, "CHINESE"), PILOT_METRICS.code_of(None)) == (None, None)
    assert PILOT_METRICS.code_of("something else") is None


def test_codes_are_enums_with_a_description_in_both_languages():
    codes = {each.name: each for each in derived_codes()}

    assert sorted(codes) == ["BatchMethod", "ModuleMethod", "PilotMetric"]
    assert [*codes["BatchMethod"].codes] == ["LIST_SEEN", "STATED", "INFERRED"]
    assert BATCH_BASES.code_of("list seen (S1)") == "LIST_SEEN"
    assert Phrase("stated", "来源说明", "STATED") in BATCH_BASES.phrases


@pytest.mark.parametrize("node_type", WITH_PINYIN, ids=lambda each: each.name)
def test_the_pinyin_of_a_name_is_the_first_by_which_it_is_found(node_type):
    (derived,) = (each for each in derived_fields(node_type) if each.field.name == "namePinyin")

    wrong = [
        row["name"]
        for row in rows_of(node_type)
        if derived.make([row["name"], pinyin_of(node_type, row)], "")
        != next(iter(spellings(str(row["name"] or ""))), None)
    ]

    assert wrong == []


def rows_of(node_type: NodeType) -> Iterator[dict[str, str | list[str] | None]]:
    for file in SEEDS.glob(f"*/nodes/{node_type.name}.csv"):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                yield {
                    each.name: (row.get(each.name) or "").split("|") if each.many else row.get(each.name) or None
                    for each in node_type.searched
                } | {"name": row["name"]}


def derived_values(row, **changed):
    """Give what is derived of a rule on credits, by the name of the field."""
    values = {"note": None, "certificateLevel": None, "valueMax": None, **row, **changed}
    own = {"bodyNames", "isComputed"}
    found = (each for each in derived_fields(MODEL.node_types["CreditRule"]) if each.field.name in own)
    return {each.field.name: each.make([values.get(prop.name) for prop in each.of], "") for each in found}


def test_a_rule_on_credits_says_whose_it_is_and_whether_a_conversion_is_computed_by_it():
    rule = {"body": "甲大学(原乙学院)", "kind": "cap", "value": "8 学分", "valueMax": 8.0, "unit": "学分"}

    assert derived_values(rule) == {"bodyNames": ["甲大学", "乙学院"], "isComputed": True}
    assert derived_values(rule, kind="workflow", value=None, body="甲大学") == {
        "bodyNames": ["甲大学"],
        "isComputed": False,
    }


def test_what_a_drafted_line_rests_on_is_said_in_chinese() -> None:
    label = PHRASED["PlanCourse", "sourceNote"].label_of
    least = {"学分", "周数", "学时"}

    for note in drafted_notes()[1:]:
        ids, values = (label(note, "CHINESE") or "").split("；至少：")
        assert ids == "Course:2025:510203:1, Rule:N:01"
        assert {*values.split("、")} <= least
    assert label(drafted_notes()[0], "CHINESE") == "Course:2025:510203:1, Rule:N:01"
    assert label("p.291", "CHINESE") == "第 291 页"


@pytest.mark.parametrize(
    ("relationship", "note", "label"),
    [
        ("FOLLOWS_STANDARD", STANDARD_BY_ENTRY, "入学年份前（含当年）已发布的最新专业教学标准"),
        (
            "SUITS",
            "certificate as written: 网页开发1+X证书; levels as written: 高级",
            "证书原文：网页开发1+X证书；等级原文：高级",
        ),
        ("SUITS", "certificate as written: 甲; by its name", "证书原文：甲；按名称对应"),
        ("SUITS", "levels as written: 高级; by its code", "等级原文：高级；按代码对应"),
        (
            "SUITS",
            "certificate as written: 甲; 乙; levels as written: 高级; by its name",
            "证书原文：甲; 乙；等级原文：高级；按名称对应",
        ),
        ("LISTED_AS", "by code and name", "按代码和名称对应"),
        ("SUITS", "p. 3, row 4, as it stands", "p. 3, row 4, as it stands"),
        ("SUITS", None, None),
    ],
)
def test_a_remark_on_a_link_is_said_in_chinese_where_it_is_known(relationship, note, label) -> None:
    assert link_note_label(relationship, note, "CHINESE") == label
    assert link_note_label(relationship, note, "ENGLISH") == note
