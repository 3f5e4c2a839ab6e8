"""The table of alignments as a file: every column in both languages, codes to choose, room for new rows."""

import csv
import io

import openpyxl
import pytest

from analysis.carried_rationales import CarriedRationale, EarlierPlace
from analysis.code_words import ALIGNMENT_KINDS
from interchange.alignments.alignment_csv import write_alignment_csv
from interchange.alignments.alignment_workbook import SPARE_ROWS, write_alignment_workbook
from interchange.alignments.table_columns import COLUMNS, in_language
from tests.interchange.alignments.made_tables import made_table, table_row

IN_WORDS = {
    "zh": {"level": "初级", "kind": "大部分重合", "role": "讲授", "status": "待定建议", "basis": "编辑判断"},
    "en": {
        "level": "Elementary",
        "kind": "larger part in common",
        "role": "teaches",
        "status": "suggested",
        "basis": "Editorial judgement",
    },
}


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("zh", ["对接表", "课程", "技能要求", "代码", "填写说明"]),
        ("en", ["Alignments", "Courses", "Requirements", "Codes", "How to fill"]),
    ],
)
def test_the_workbook_has_the_rows_the_lists_and_how_to_fill_it(language, names):
    workbook = openpyxl.load_workbook(io.BytesIO(write_alignment_workbook(made_table(table_row()), language)))
    rows = [[cell.value for cell in row] for row in workbook.worksheets[0].iter_rows(max_row=2)]

    assert workbook.sheetnames == names
    assert rows[0] == [in_language(each.title, language) for each in COLUMNS]
    shown = dict(zip([each.field for each in COLUMNS], rows[1], strict=True))
    assert shown == {**table_row(), "changeReason": None, **IN_WORDS[language]}
    assert workbook.worksheets[0].max_row == 2 + SPARE_ROWS
    courses, requirements, codes = ([[cell.value for cell in row] for row in each] for each in workbook.worksheets[1:4])
    assert courses[1:] == [["Course:2025:1:1", "程序设计基础", "TeachingStandard:2025:1", "软件技术"]]
    assert requirements[1:] == [
        ["SkillRequirement:9:1.0:ELEMENTARY:1.10", IN_WORDS[language]["level"], "1.10", "能编写代码"]
    ]
    assert {row[2] for row in codes[1:]} >= {"EXACT", "NO_MATCH", "TEACHES", "WITHDRAWN"}
    assert IN_WORDS[language]["kind"] in {row[1] for row in codes[1:]}


CARRIED = CarriedRationale(
    EarlierPlace("1.0", "ELEMENTARY", "1.10"), "Alignment:a0", "ACCEPTED", "REWORDED", 0.8, "见课程标准", "能编代码"
).text()
REASONS = {
    "en": "Carried forward from Elementary 1.10 of version 1.0 (accepted): the requirement has other words, 80 % alike, "
    "before: “能编代码”. 见课程标准",
    "zh": "沿用自 1.0 版初级 1.10（已采纳）：技能要求改写，文字相似度 80%，旧版本原文“能编代码”。见课程标准",
}


@pytest.mark.parametrize("language", REASONS)
def test_the_reason_of_a_carried_row_is_in_the_language_of_the_table(language):
    table = made_table(table_row(rationale=CARRIED), table_row(alignment="Alignment:a2"))
    at = [each.field for each in COLUMNS].index("rationale")
    sheet = openpyxl.load_workbook(io.BytesIO(write_alignment_workbook(table, language))).worksheets[0]
    lines = list(csv.reader(io.StringIO(write_alignment_csv(table, language).decode(), newline="")))

    assert [sheet.cell(row, at + 1).value for row in (2, 3)] == [REASONS[language], "=见课程标准第4单元"]
    assert lines[1][at] == REASONS[language]


def test_suggestions_have_two_columns_before_what_is_decided():
    suggestion = {"course": "Course:2025:1:2", "requirement": "SkillRequirement:9:1.0:ELEMENTARY:1.11"}
    table = made_table(table_row())
    ground = {"probability": 0.62, "ground": "“数据库”见于工作任务“数据库管理”。"}
    table["rows"] = [*table["rows"], {**suggestion, **ground}]
    sheet = openpyxl.load_workbook(io.BytesIO(write_alignment_workbook(table, "zh"))).worksheets[0]
    head, first, second = ([cell.value for cell in row] for row in sheet.iter_rows(max_row=3))
    kind = head.index("对接类型")

    assert head[kind - 2 : kind] == ["按文字估计的相符率", "建议依据"]
    assert first[kind - 2 : kind + 1] == [None, None, "大部分重合"]
    assert second[kind - 2 : kind + 1] == [0.62, "“数据库”见于工作任务“数据库管理”。", None]
    titles, _, last = csv.reader(io.StringIO(write_alignment_csv(table, "en").decode(), newline=""))
    assert titles[kind - 2 : kind + 1] == ["Match rate by wording", "Ground of the suggestion", "Kind"]
    assert last[kind - 2 : kind + 1] == ["0.62", "“数据库”见于工作任务“数据库管理”。", ""]


def test_codes_are_chosen_from_lists_and_the_strength_has_its_bounds():
    sheet = openpyxl.load_workbook(io.BytesIO(write_alignment_workbook(made_table(table_row()), "en"))).worksheets[0]

    rules = {each.type: [] for each in sheet.data_validations.dataValidation}
    for each in sheet.data_validations.dataValidation:
        rules[each.type].append(each.formula1)
    assert rules == {
        "list": [
            f'"{",".join(each.english for each in ALIGNMENT_KINDS.values())}"',
            '"teaches,practises,assesses"',
            '"suggested,accepted,rejected,withdrawn"',
        ],
        "decimal": ["0"],
    }


def test_the_csv_has_the_same_rows():
    written = write_alignment_csv(made_table(table_row()), "zh", for_excel=True).decode("utf-8-sig")
    head, row = csv.reader(io.StringIO(written, newline=""))

    assert head == [each.title.chinese for each in COLUMNS]
    shown = dict(zip([each.field for each in COLUMNS], row, strict=True))
    assert (shown["rationale"], shown["requirementCode"], shown["reviewer"]) == ("'=见课程标准第4单元", "1.10", "")
