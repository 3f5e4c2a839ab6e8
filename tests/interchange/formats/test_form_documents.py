"""Word files of laid-out tables: read back with their merges, and the same bytes for the same tables."""

from interchange.documents.word.docx_pages import read_docx
from interchange.formats.form_documents import write_form_document
from interchange.formats.laid_out_tables import FormCell, FormTable

TABLE = FormTable(
    "课程",
    (
        {0: FormCell("类别", rows=2, is_label=True), 1: FormCell("学时", columns=2, is_label=True)},
        {1: FormCell("理论"), 2: FormCell("实践")},
        {0: FormCell("公共<&>", rows=2), 1: FormCell(3.5), 2: FormCell("甲\n乙")},
        {2: FormCell(0)},
    ),
    2,
    (20, 10, 10),
)


def cells(table):
    return [(*each[:4], [line.text for line in each.lines]) for each in table.cells]


def test_a_table_is_read_back_with_its_merges_and_texts():
    title, caption, table = read_docx(write_form_document("方案", [TABLE])).pages[0].blocks

    assert (title.text, caption.text) == ("方案", "课程")
    assert cells(table) == [
        (0, 0, 2, 1, ["类别"]),
        (0, 1, 1, 2, ["学时"]),
        (1, 1, 1, 1, ["理论"]),
        (1, 2, 1, 1, ["实践"]),
        (2, 0, 2, 1, ["公共<&>"]),
        (2, 1, 1, 1, ["3.5"]),
        (2, 2, 1, 1, ["甲", "乙"]),
        (3, 1, 1, 1, []),
        (3, 2, 1, 1, ["0"]),
    ]


def test_the_same_tables_give_the_same_bytes():
    assert write_form_document("方案", [TABLE, TABLE]) == write_form_document("方案", [TABLE, TABLE])
