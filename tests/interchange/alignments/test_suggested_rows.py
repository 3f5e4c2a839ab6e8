"""Suggestions in the table of alignments: a designer decides on some in a spreadsheet, and brings the table back."""

import io

import openpyxl
import pytest

from graph.query.statement import Statement
from graph.upkeep import editors
from graph.upkeep.editors import Role
from interchange.alignments.alignment_csv import write_alignment_csv
from interchange.alignments.alignment_workbook import write_alignment_workbook
from interchange.alignments.suggested_rows import with_suggestions
from interchange.alignments.table_reading import read_table
from interchange.alignments.table_report import changes_of, count_states, find_changes
from interchange.documents.sheet_reading import read_sheets
from interchange.standard_imports.confirmed_import import confirm_import
from resolvers.editing.alignment_import import IMPORT_ALIGNMENTS
from resolvers.editing.transaction import perform
from resolvers.questions.courses.calibration import calibration
from server.commands.documents.export_documents import read_table as ask_table
from tests.interchange.alignments.made_tables import made_table, table_row
from tests.interchange.standard_imports.imports import CERTIFICATE, skill_import

TEACHING = "TeachingStandard:2025:1"
HEAD = ("（2021年1.0版）", "1 范围", "本标准规定了示例网页开发职业技能等级要求。")
COURSES = ("网页基础开发", "数据库查询技术", "接口设计与会话管理", "大学英语")
WRITE_STANDARD = """
CREATE (s:TeachingStandard {id: $id, basis: 'ILLUSTRATIVE', sourceIds: [], year: 2025, majorCode: '1', name: '软件技术'})
WITH s UNWIND range(1, size($courses)) AS place
CREATE (s)-[:HAS_COURSE {basis: 'ILLUSTRATIVE', sourceIds: []}]->(:Course {id: 'Course:2025:1:' + toString(place),
  basis: 'ILLUSTRATIVE', sourceIds: [], standardYear: 2025, majorCode: '1', sequence: place,
  name: $courses[place - 1]})
"""
DECISIONS = [
    {"kind": "EXACT", "role": "TEACHES", "strength": 1.0, "rationale": "课程标准第1单元"},
    {"kind": "MAJOR", "role": "TEACHES", "strength": 0.6, "rationale": "=第2单元", "changeReason": "今日所读"},
    {"kind": "MINOR", "role": "PRACTISES", "strength": 0.25, "rationale": "实训"},
    {"kind": "MINOR", "role": "ASSESSES", "strength": 0.3, "rationale": "考核", "status": "SUGGESTED"},
    {"kind": "NO_MATCH", "strength": 0.0, "rationale": "只提到，不承担"},
]
STATED = ("course", "requirement", "kind", "role", "strength", "rationale")


def as_file(table, *, is_csv: bool) -> bytes:
    return write_alignment_csv(table, "zh", for_excel=True) if is_csv else write_alignment_workbook(table, "zh")


async def imported_states(database, token: str, data: bytes) -> dict[str, int]:
    findings = await find_changes(database.read, read_table(read_sheets(data)))
    assert [each.problems for each in findings if each.problems] == []
    if changes := changes_of(data, findings):
        await perform(database, IMPORT_ALIGNMENTS, {"rows": changes}, token, metadata={})
    return {name: count for name, count in count_states(findings).items() if count}


def test_a_table_says_that_there_is_nothing_to_suggest():
    def help_of(table):
        workbook = openpyxl.load_workbook(io.BytesIO(write_alignment_workbook(table, "zh")))
        return [row[0].value for row in workbook["填写说明"].iter_rows()]

    table = made_table()
    assert any(each.startswith("没有建议：") for each in help_of(with_suggestions(table, [])))
    assert not any(each.startswith("没有建议：") for each in help_of(table))


@pytest.mark.parametrize("is_csv", [False, True])
async def test_an_imported_standard_is_suggested_decided_on_and_exported_without_loss(is_csv, database):
    tokens = [await editors.add(database, each, Role(each)) for each in ("reviewer", "designer")]
    await confirm_import(database, skill_import(head=HEAD), {}, tokens[0])
    await database.write(lambda writer: writer.run(Statement(WRITE_STANDARD, {"id": TEACHING, "courses": COURSES})))
    table = await ask_table(database, TEACHING, CERTIFICATE, 100)
    suggested = table["rows"]
    probabilities = [each["probability"] for each in suggested]

    # Less likely ones, too: a person decides on each, as on the page of reviews.
    assert probabilities[-1] < calibration().threshold
    assert len(suggested) == table["total"] > len(DECISIONS)
    assert probabilities == sorted(probabilities, reverse=True)
    assert {each["courseName"] for each in suggested} == set(COURSES[:3])
    assert suggested[0]["ground"].startswith("“")
    assert await imported_states(database, tokens[1], as_file(table, is_csv=is_csv)) == {"OPEN": len(suggested)}

    rows = [row | decision for row, decision in zip(suggested, DECISIONS, strict=False)]
    rest = suggested[len(DECISIONS) :]
    filled = as_file({**table, "rows": [*rows, *rest]}, is_csv=is_csv)
    assert await imported_states(database, tokens[1], filled) == {"NEW": len(DECISIONS), "OPEN": len(rest)}
    assert await imported_states(database, tokens[1], filled) == {"UNCHANGED": len(DECISIONS), "OPEN": len(rest)}

    again = await ask_table(database, TEACHING, CERTIFICATE, 100)
    proposed = [each for each in again["rows"] if "ground" not in each]
    wanted = sorted(({each: row.get(each) for each in STATED} for row in rows), key=str)
    assert sorted(({each: row[each] for each in STATED} for row in proposed), key=str) == wanted
    assert {(each["status"], each["author"]) for each in proposed} == {("SUGGESTED", "designer")}
    assert again["rows"][len(proposed) :] == rest
    unchanged = {"UNCHANGED": len(DECISIONS), "OPEN": len(rest)}
    assert await imported_states(database, tokens[1], as_file(again, is_csv=is_csv)) == unchanged


async def test_a_row_of_a_version_that_another_replaced_says_so(database):
    reviewer = await editors.add(database, "reviewer", Role.REVIEWER)
    await confirm_import(database, skill_import(head=HEAD), {}, reviewer)
    await database.write(lambda writer: writer.run(Statement(WRITE_STANDARD, {"id": TEACHING, "courses": COURSES})))
    table = await ask_table(database, TEACHING, CERTIFICATE, 100)
    first, second = table["rows"][:2]
    await imported_states(database, reviewer, as_file({**table, "rows": [first | DECISIONS[0]]}, is_csv=True))

    async def told():
        rows = [*(await ask_table(database, TEACHING, None))["rows"], second]
        changed = [rows[0] | {"strength": 0.7}, second | DECISIONS[1]]
        data = as_file({**table, "rows": changed}, is_csv=True)
        found = await find_changes(database.read, read_table(read_sheets(data)))
        return [[each.chinese for each in row.notices] for row in found]

    before = await told()
    later = tuple(each.replace("1.0版", "2.0版") for each in HEAD)
    await confirm_import(database, skill_import(head=later), {}, reviewer)

    assert before == [[], []]
    assert await told() == [["属于标准的旧版本（1.0 → 2.0）；此版本不再计入"]] * 2


async def test_decisions_are_exported_with_their_reasons_and_those_on_an_earlier_version_are_said_to_be_left_out(
    database,
):
    one, other = [await editors.add(database, name, Role.REVIEWER) for name in ("one", "other")]
    await confirm_import(database, skill_import(head=HEAD), {}, one)
    await database.write(lambda writer: writer.run(Statement(WRITE_STANDARD, {"id": TEACHING, "courses": COURSES})))
    table = await ask_table(database, TEACHING, CERTIFICATE, 100)
    proposed = [each | DECISIONS[0] for each in table["rows"][:3]]
    await imported_states(database, one, as_file({**table, "rows": proposed}, is_csv=True))
    waiting = (await ask_table(database, TEACHING, CERTIFICATE))["rows"]
    decisions = [{"status": "ACCEPTED", "changeReason": "见教材"}, {"status": "REJECTED", "changeReason": "只是相关"}]
    decided = [each | decision for each, decision in zip(waiting, decisions, strict=False)]
    await imported_states(database, other, as_file({**table, "rows": decided}, is_csv=True))
    before = await ask_table(database, TEACHING, CERTIFICATE)
    later = tuple(each.replace("1.0版", "2.0版") for each in HEAD)
    await confirm_import(database, skill_import(head=later), {}, one)

    after = await ask_table(database, TEACHING, CERTIFICATE)
    of_earlier = await ask_table(database, TEACHING, "SkillStandard:990003:1.0")
    workbook = openpyxl.load_workbook(io.BytesIO(write_alignment_workbook(after, "zh")))
    [_, (note,), *_] = workbook["填写说明"].iter_rows(values_only=True)

    assert [each["decisionReason"] for each in before["rows"]] == ["见教材", "只是相关", None]
    assert (before["earlier"], of_earlier["earlier"], of_earlier["rows"]) == ([], [], before["rows"])
    assert after["rows"] == []
    numbers = {"alignments": 0, "accepted": 0, "rejected": 0}
    counted = {level: dict(numbers) for level in ("ELEMENTARY", "INTERMEDIATE", "ADVANCED")}
    for each in before["rows"]:
        counted[each["level"]]["alignments"] += 1
        if each["status"] != "SUGGESTED":
            counted[each["level"]][each["status"].lower()] += 1
    own = {"standard": "SkillStandard:990003:1.0", "version": "1.0", "replacedBy": "2.0"}
    assert after["earlier"] == [own | {"level": level} | each for level, each in counted.items()]
    first = counted["ELEMENTARY"]["alignments"]
    assert str(note).startswith("本表只含各等级最新版本标准的对接。未列入：1.0 版初级 ")
    assert f"1.0 版初级 {first} 条对接" in str(note)
    assert str(note).endswith("已由 2.0 版取代。如需这些对接，请以 SkillStandard:990003:1.0 为目标另行导出。")


def test_the_ground_names_the_text_of_the_course_that_matched():
    suggestion = {
        "probability": None,
        "matched": "CONTENT",
        "matchedText": "数据库的建立",
        "reason": "“数据库”见于工作任务“数据库管理”。",
        "course": {"id": "Course:2025:1:1"},
        "requirement": {"id": "SkillRequirement:9:1.0:ELEMENTARY:1.10"},
    }
    (*_, named, described) = with_suggestions(
        made_table(table_row()), [suggestion | {"matched": "NAME", "probability": 0.61803}, suggestion]
    )["rows"]

    assert (named["probability"], named["ground"]) == (0.62, "“数据库”见于工作任务“数据库管理”。")
    assert described == {
        "course": "Course:2025:1:1",
        "courseName": "程序设计基础",
        "standard": "TeachingStandard:2025:1",
        "standardName": "软件技术",
        "requirement": "SkillRequirement:9:1.0:ELEMENTARY:1.10",
        "level": "ELEMENTARY",
        "requirementCode": "1.10",
        "requirementText": "能编写代码",
        "probability": None,
        "ground": "主要教学内容“数据库的建立”：“数据库”见于工作任务“数据库管理”。",
    }
