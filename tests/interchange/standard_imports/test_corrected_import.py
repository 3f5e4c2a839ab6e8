"""A report with corrections: what is written of it, and what the trail says of who corrected what."""

import hashlib

import orjson
import pytest

from interchange.standard_imports.confirmed_import import confirm_import
from interchange.standard_imports.import_errors import ImportAnswerError
from interchange.standard_imports.import_questions import ImportAnswers
from interchange.standard_imports.imported_facts import ImportedFile
from interchange.standard_imports.reading_import import import_of
from interchange.standards.corrections.correction import Correction
from interchange.standards.skill.skill_tree import read_skill_standard
from tests.interchange.documents.made_documents import read_here
from tests.interchange.standard_imports.imports import ANSWERS, HEAD, STANDARD, rows, whole_graph
from tests.interchange.standards.made_standards import standard_docx

CORRECTIONS = (
    Correction("ELEMENTARY:1:1:1", text="能写页面", as_printed=True),
    Correction("ELEMENTARY:1:1:2", text="能收集输入"),
    Correction("ELEMENTARY:2", text="数据"),
    Correction("major:4", code="510203", text="软件技术"),
)


def corrected_import(corrections=CORRECTIONS):
    data = standard_docx(before=HEAD)
    file = ImportedFile("made.docx", hashlib.sha256(data).hexdigest(), "9" * 64)
    return import_of(read_skill_standard(read_here(data)), file, corrections)


async def test_a_corrected_text_is_official_only_as_the_document_says(small_graph):
    database = small_graph.database
    # The answer to the question that a correction settled is left aside.
    await confirm_import(database, corrected_import(), ANSWERS, small_graph.reviewer)

    text = (
        "MATCH (r:SkillRequirement) WHERE r.level = 'ELEMENTARY' AND r.code STARTS WITH '1.1.' "
        "RETURN r.code, r.text, r.wording, r.basis ORDER BY r.code"
    )
    assert await rows(database, text) == [
        ["1.1.1", "能写页面", "OFFICIAL", "OFFICIAL"],
        ["1.1.2", "能收集输入", "ABRIDGED", "EDITORIAL"],
    ]
    areas = "MATCH (a:WorkArea) WHERE a.level = 'ELEMENTARY' RETURN a.code, a.name, a.basis ORDER BY a.code"
    assert await rows(database, areas) == [["1", "网页基础开发", "OFFICIAL"], ["2", "数据", "EDITORIAL"]]


async def test_the_trail_says_who_corrected_what_and_the_source_how_many(small_graph):
    database = small_graph.database
    await confirm_import(database, corrected_import(), ANSWERS, small_graph.reviewer)

    ((editor, after),) = await rows(
        database,
        "MATCH (c:Change)-[:CHANGED_SKILL_STANDARD]->(s) WHERE s.id = $id RETURN c.editor, c.after",
        id=STANDARD,
    )
    record = orjson.loads(after)["corrections"]
    assert editor == "reviewer"
    assert {each["item"]: each["read"].get("text") for each in record} == {
        "ELEMENTARY:1:1:1": "能使用HTML编写页面结构，并按规范完成缩进、命名与注释",
        "ELEMENTARY:1:1:2": "能用表单收集用户输入，对必填项与格式做校验，校验失败时给出提示",
        "ELEMENTARY:2": "数据存取",
        "major:4": "网站管理",
    }
    ((note,),) = await rows(database, "MATCH (s:Source) WHERE s.code STARTS WITH 'import.' RETURN s.note")
    digest = hashlib.sha256(orjson.dumps(record, option=orjson.OPT_SORT_KEYS)).hexdigest()
    assert note == f"Imported from this file; report sha256 {'9' * 64}; 4 corrections, sha256 {digest}"


async def test_the_official_text_takes_the_place_of_one_in_other_words(small_graph):
    database = small_graph.database
    await confirm_import(database, corrected_import(), ANSWERS, small_graph.reviewer)
    area = Correction("ELEMENTARY:2", text="数据", as_printed=True)
    official = Correction("ELEMENTARY:1:1:1", text="能写页面", as_printed=True)

    await confirm_import(database, corrected_import((area, official)), ANSWERS, small_graph.reviewer)

    text = "MATCH (r:SkillRequirement) WHERE r.level = 'ELEMENTARY' AND r.code = '1.1.2' RETURN r.text, r.wording"
    assert await rows(database, text) == [
        ["能用表单收集用户输入，对必填项与格式做校验，校验失败时给出提示", "OFFICIAL"]
    ]


async def test_the_same_report_and_corrections_give_the_same_graph(small_graph):
    database = small_graph.database
    first = await _draft(database)
    second = await _draft(database)
    assert first == second
    await confirm_import(database, corrected_import(), ANSWERS, small_graph.reviewer)
    nodes, _ = await whole_graph(database)
    assert len([each for each in nodes if each[0] == ["SkillRequirement"]]) == 14


async def _draft(database):
    draft = await corrected_import()(ImportAnswers(ANSWERS)).draft(database.read)
    return draft.facts._rows, draft.after


async def test_an_answer_to_no_question_at_all_is_still_refused(small_graph):
    answers = {"major-3": "520201K", "x-1": "y"}
    with pytest.raises(ImportAnswerError, match="no question named x-1"):
        await confirm_import(small_graph.database, corrected_import(), answers, small_graph.reviewer)
