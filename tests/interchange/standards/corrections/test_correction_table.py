"""The table of corrections: what is written is filled in and read back, from CSV of any spreadsheet, XLSX or JSON."""

import csv
import hashlib
import io

import orjson
import pytest

from interchange.documents.document_errors import DocumentError
from interchange.formats.sheets import Sheet, SheetColumn
from interchange.formats.workbooks import write_workbook
from interchange.standards.corrections.correction import Correction
from interchange.standards.corrections.correction_errors import CorrectionError, CorrectionsFileError
from interchange.standards.corrections.correction_table import read_corrections, write_corrections
from tests.interchange.standards.corrections.test_skill_corrections import read

FILLED = [
    Correction("ELEMENTARY:1:1:1", text="=能写", read="能用HTML编写", as_printed=True),
    Correction("ELEMENTARY:2", removes=True),
    Correction(level="ELEMENTARY", code="1.1.3", text="能测试"),
]

REPORT = b"{}"


def read_made(data):
    return read_corrections(data, REPORT)


def table(language):
    return list(csv.reader(io.StringIO(write_corrections(read(), REPORT, language).decode("utf-8-sig"))))


def test_the_table_names_each_item_with_what_was_read_and_takes_it_back_empty():
    head, *rows = table("en")

    assert head[:6] == ["item", "where", "remark", "read level", "read code", "read text"]
    assert head[6:] == ["level", "code", "text", "remove", "as printed", "report"]
    found = next(row for row in rows if row[0] == "ELEMENTARY:2:1:1")
    assert found == [
        "ELEMENTARY:2:1:1",
        "page 1, table 1, row 7",
        "",
        "ELEMENTARY",
        "2.1.1",
        "能用SELECT查询单表",
        *[""] * 5,
        hashlib.sha256(REPORT).hexdigest(),
    ]
    assert (
        read_made(write_corrections(read(), REPORT, "en")) == read_made(write_corrections(read(), REPORT, "zh")) == []
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_filled_table_is_read_back(encoding):
    lines = [
        "条目,所读文字,等级,编号,文字,删除,与文件一致",
        "ELEMENTARY:1:1:1,能用HTML编写,,,'=能写,,是",
        "ELEMENTARY:2,,,,,是,",
        ",,ELEMENTARY,1.1.3,能测试,,否",
        "ELEMENTARY:1,网页,,,,,",
    ]
    assert read_made("\r\n".join(lines).encode(encoding)) == FILLED


def test_a_workbook_and_json_are_read_too():
    titles = ["item", "read text", "level", "code", "text", "remove", "as printed"]
    rows = [
        ["ELEMENTARY:1:1:1", "能用HTML编写", "", "", "=能写", "", "yes"],
        ["ELEMENTARY:2", "", "", "", "", "x", ""],
        ["", "", "ELEMENTARY", "1.1.3", "能测试", "", ""],
    ]
    sheet = Sheet(
        name="corrections", columns=[SheetColumn(title=each, width=10) for each in titles], rows=rows, spare=0
    )
    values = [
        {"item": "ELEMENTARY:1:1:1", "text": "=能写", "read": "能用HTML编写", "asPrinted": True},
        {"item": "ELEMENTARY:2", "remove": True},
        {"level": "ELEMENTARY", "code": "1.1.3", "text": "能测试"},
    ]
    assert read_made(write_workbook([sheet])) == FILLED
    assert read_made(orjson.dumps(values)) == FILLED


@pytest.mark.parametrize(
    "data",
    [
        b"[1]",
        b"[{",
        b'[{"item": 1}]',
        b'[{"note": "x"}]',
        b'[{"item": "x", "remove": "yes"}]',
        b"a,b\r\n1,2\r\n",
    ],
)
def test_another_form_is_refused(data):
    with pytest.raises(CorrectionsFileError):
        read_made(data)


def test_bytes_of_no_table_and_a_flag_of_other_words_are_refused():
    with pytest.raises(DocumentError):
        read_made(b"%PDF-1.7 \0")
    with pytest.raises(CorrectionError, match="'perhaps' does not fit ELEMENTARY:2"):
        read_made(b"item,text,remove\r\nELEMENTARY:2,,perhaps\r\n")


def test_a_correction_that_names_its_report_is_taken_for_that_one_only():
    given = [{"item": "1:4:credits", "text": "9", "report": hashlib.sha256(REPORT).hexdigest()}]

    assert read_corrections(orjson.dumps(given), REPORT) == [Correction("1:4:credits", text="9")]
    with pytest.raises(CorrectionError, match="1:4:credits is of the report with the sha256") as refused:
        read_corrections(orjson.dumps(given), b"{ }")
    assert "请针对本报告更正" in refused.value.zh
    with pytest.raises(CorrectionsFileError):
        read_corrections(orjson.dumps([{**given[0], "report": 1}]), REPORT)


def test_a_table_that_was_written_for_another_report_is_refused_once_it_is_filled_in():
    head, *rows = table("zh")
    at = head.index("文字")
    filled = [[*each[:at], "改", *each[at + 1 :]] if each[0] == "ELEMENTARY:2:1:1" else each for each in rows]
    data = "\r\n".join(",".join(each) for each in [head, *filled]).encode()

    assert [each.item for each in read_corrections(data, REPORT)] == ["ELEMENTARY:2:1:1"]
    with pytest.raises(CorrectionError, match="ELEMENTARY:2:1:1 is of the report"):
        read_corrections(data, b"another")
