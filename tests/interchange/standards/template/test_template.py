"""Our template for a skill level standard: written, filled in by a person, and read back to the same tree."""

import io

import pytest
from openpyxl import Workbook, load_workbook

from interchange.documents.document_errors import DocumentError, TemplateError
from interchange.standards.skill.skill_standard import SuitableMajor
from interchange.standards.skill.skill_tree import read_skill_standard
from interchange.standards.standard_document import read_standard
from interchange.standards.template.template_reading import read_template
from interchange.standards.template.template_writing import write_template
from tests.interchange.documents.made_documents import read_here
from tests.interchange.standard_imports.imports import HEAD
from tests.interchange.standards.made_standards import expected, standard_docx, tree


def filled(change) -> bytes:
    """The template, filled from a document and changed by a person."""
    workbook = load_workbook(io.BytesIO(write_template(read_skill_standard(read_here(standard_docx(before=HEAD))))))
    change(workbook)
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


def test_a_filled_template_is_read_back_to_the_same_standard():
    printed = read_skill_standard(read_here(standard_docx(before=HEAD)))

    reading = read_template(read_here(write_template(printed)))

    assert tree(reading) == expected()
    assert reading.head == printed.head
    assert (reading.guesses, reading.problems, reading.not_read) == ((), (), ())


def test_a_template_filled_in_by_hand_is_read_as_people_write():
    """Merged areas, a level only once, codes as numbers, a number lost by the spreadsheet, and no code at all."""
    workbook = load_workbook(io.BytesIO(write_template()))
    head, rows = workbook["标准信息"], workbook["技能要求"]
    for row, value in ((2, "示例"), (3, 990009), (4, 1), (5, 2021), (10, "是")):
        head.cell(row, 2).value = value
    workbook["适用专业"].append(["高等职业学校", 510203, "软件技术"])
    filled_in = (
        ("中级", 1, "开发", 1.1, "接口", "1.1.1", "=能设计接口"),
        (None, None, None, None, None, "1.1.2", "能测试接口"),
        (None, None, None, "1.2", "发布", None, "能发布"),
        ("高级", 1, "运维", 1.1, "监控", "1.1.1", "能监控"),
    )
    for number, cells in enumerate(filled_in, 2):
        for place, text in enumerate(cells, 1):
            rows.cell(number, place).value = text
            if isinstance(text, str):
                rows.cell(number, place).data_type = "s"
    rows.merge_cells("C2:C4")
    written = io.BytesIO()
    workbook.save(written)

    reading = read_template(read_here(written.getvalue()))

    assert tree(reading) == [
        ("INTERMEDIATE", "1", "开发", "1.1", "接口", "1.1.1", "=能设计接口"),
        ("INTERMEDIATE", "1", "开发", "1.1", "接口", "1.1.2", "能测试接口"),
        ("INTERMEDIATE", "1", "开发", "1.2", "发布", "1.2.1", "能发布"),
        ("ADVANCED", "1", "运维", "1.1", "监控", "1.1.1", "能监控"),
    ]
    found = reading.head
    assert (found.title, found.code, found.version, found.year) == ("示例职业技能等级标准", "990009", "1.0", 2021)
    assert found.majors == (SuitableMajor("高等职业学校", "510203", "软件技术"),)
    assert found.higher_levels_include is True
    assert [(each.rule, each.subject) for each in reading.guesses] == [("code-by-sequence", "1.2.1")]


def test_problems_name_the_row():
    def spoil(workbook):
        rows = workbook["技能要求"]
        rows.cell(2, 1).value = "顶级"
        rows.cell(4, 3).value = "另一名称"
        rows.cell(6, 6).value = "1.2.1"

    reading = read_template(read_here(filled(spoil)))

    assert [(each.rule, each.subject, each.place.table, each.place.row) for each in reading.problems] == [
        ("level-unknown", "顶级", 4, 2),
        ("name-differs", "1 另一名称", 4, 4),
        ("number-missing", "1.1.1", 4, 3),
        ("number-doubled", "1.2.1", 4, 4),
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "named"),
    [
        (lambda workbook: workbook.remove(workbook["技能要求"]), "技能要求"),
        (lambda workbook: workbook["技能要求"].delete_cols(6), "技能要求编号"),
        (lambda workbook: workbook["技能要求"].delete_rows(2, 400), "职业技能要求"),
        (lambda workbook: workbook.remove(workbook["标准信息"]), "标准信息"),
    ],
)
def test_a_workbook_that_is_not_our_template_is_refused_by_sheet_and_column(change, named):
    with pytest.raises(TemplateError) as refused:
        read_template(read_here(filled(change)))

    assert named in refused.value.en


def test_a_hostile_workbook_is_refused_by_the_look_at_its_bytes():
    far = Workbook()
    far.active["XFD3001"] = "x"
    written = io.BytesIO()
    far.save(written)

    with pytest.raises(DocumentError) as refused:
        read_standard(written.getvalue())

    assert refused.value.code == "DOCUMENT_TOO_LARGE"


def test_a_workbook_is_read_in_the_process_of_its_own():
    document = read_standard(write_template(read_skill_standard(read_here(standard_docx(before=HEAD)))))

    assert tree(document.reading) == expected()
    assert document.report.startswith(b'{\n  "report": "oneplusx.skill-standard-report/1",\n')
    assert b'"kind": "XLSX"' in document.report
