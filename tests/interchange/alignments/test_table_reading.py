"""Tables as people bring them back: moved columns, translated titles, merged cells, numbers as text and the reverse."""

import io

import openpyxl
import pytest

from graph.errors import Language
from interchange.alignments.alignment_csv import write_alignment_csv
from interchange.alignments.alignment_workbook import write_alignment_workbook
from interchange.alignments.import_errors import TableFormError
from interchange.alignments.table_columns import COLUMNS, WORDS, in_language
from interchange.alignments.table_reading import read_table
from interchange.documents.sheet_reading import read_sheets
from interchange.documents.sheet_values import PlainSheet, column_letters
from tests.interchange.alignments.made_tables import made_table, table_row

SMALL = ["对接编号", "课程编号", "技能要求编号", "对接类型"]
CELLS = ["Alignment:a1", "Course:2025:1:1", "SkillRequirement:9:1.0:ELEMENTARY:1.10", "MAJOR"]


def texts(line) -> dict:
    return {each: line.text(each) for each in line.cells}


def expected(language: Language = "zh") -> dict:
    row = {**table_row(), "changeReason": None}
    words = {field: in_language(of[row[field]], language) for field, of in WORDS.items()}
    return {each.field: "" if row[each.field] is None else str(row[each.field]) for each in COLUMNS} | words


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_was_exported_is_read_again(language):
    table = made_table(table_row(), table_row(alignment="Alignment:a2"))
    workbook = read_table(read_sheets(write_alignment_workbook(table, language)))
    written = read_table(read_sheets(write_alignment_csv(table, language, for_excel=True)))

    row = expected(language)
    for reading in (workbook, written):
        assert [texts(each) for each in reading.lines] == [row, {**row, "alignment": "Alignment:a2"}]
        assert (reading.other_sheets, reading.other_columns) == ([], [])
    assert workbook.lines[0].places["strength"] == f"{'对接表' if language == 'zh' else 'Alignments'}!M2"


def saved(change) -> bytes:
    workbook = openpyxl.load_workbook(io.BytesIO(write_alignment_workbook(made_table(table_row()), "zh")))
    change(workbook)
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def titled(workbook) -> None:
    sheet = workbook["对接表"]
    sheet.insert_rows(1, 2)
    sheet["A1"] = "2026 年对接表"
    sheet.merge_cells("A1:F1")


def hidden(workbook) -> None:
    sheet = workbook["对接表"]
    sheet.column_dimensions["E"].hidden = True
    sheet.row_dimensions[2].hidden = True


def with_more(workbook) -> None:
    sheet = workbook["对接表"]
    sheet.insert_cols(3)
    sheet["C1"] = "备注"
    workbook.create_sheet("我的笔记")["A1"] = "x"


def merged_header(workbook) -> None:
    sheet = workbook["对接表"]
    sheet.insert_rows(2)
    for column in range(1, len(COLUMNS) + 1):
        letters = column_letters(column - 1)
        sheet.merge_cells(f"{letters}1:{letters}2")


@pytest.mark.slow
@pytest.mark.parametrize("change", [titled, hidden, with_more, merged_header])
def test_what_people_do_to_a_sheet_loses_nothing(change):
    reading = read_table(read_sheets(saved(change)))

    assert [texts(each) for each in reading.lines] == [expected()]
    assert reading.other_columns == (["对接表: 备注"] if change is with_more else [])


def test_merged_cells_hold_their_value_in_every_row():
    def change(workbook):
        sheet = workbook["对接表"]
        for column in range(1, len(COLUMNS) + 1):
            sheet.cell(3, column, None)
        sheet["K3"] = "MINOR"
        sheet["G3"] = sheet["G2"].value
        sheet.merge_cells("E2:E3")

    first, second = read_table(read_sheets(saved(change))).lines
    assert (first.text("course"), second.text("course"), second.text("kind")) == ("Course:2025:1:1",) * 2 + ("MINOR",)


def test_codes_and_numbers_lose_blanks_and_full_width():
    cells = [*CELLS[:2], "SkillRequirement:９:1.0:ELEMENTARY:1.10 \u200b", " major\xa0"]
    (line,) = read_table([PlainSheet("x", [[*SMALL, "版本", "强度"], [*cells, "3", "０.６"]])]).lines

    assert (line.code("requirement"), line.code("kind"), line.code("version"), line.code("strength")) == (
        "SkillRequirement:9:1.0:ELEMENTARY:1.10",
        "major",
        "3",
        "0.6",
    )


@pytest.mark.parametrize("titles", [["ALIGNMENT ID", "course id*", "Requirement\nid", "kind（必填）"], SMALL[::-1]])
def test_titles_are_known_in_both_languages_whatever_is_written_around_them(titles):
    cells = CELLS if titles[0] != SMALL[-1] else CELLS[::-1]
    (line,) = read_table([PlainSheet("x", [titles, cells])]).lines

    assert [line.text(each) for each in ("alignment", "course", "requirement", "kind")] == CELLS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv_is_read_as_spreadsheets_save_it(encoding, delimiter):
    data = "\r\n".join(delimiter.join(each) for each in (SMALL, CELLS)).encode(encoding)
    (line,) = read_table(read_sheets(data)).lines

    assert list(texts(line).values()) == CELLS
    assert line.places["kind"] == "CSV!D2"


def test_a_file_without_the_columns_is_refused():
    with pytest.raises(TableFormError, match="Course id"):
        read_table([PlainSheet("x", [["课程", "强度"], ["a", "1"]])])
