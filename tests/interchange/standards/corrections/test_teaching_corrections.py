"""What a person corrects in a teaching standard that was read."""

import pytest

from interchange.standards.corrections.corrected_reading import correct_reading
from interchange.standards.corrections.correction import Correction
from interchange.standards.corrections.correction_errors import CorrectionError
from interchange.standards.corrections.report_items import report_items
from interchange.standards.teaching.teaching_reading import read_teaching_standard
from tests.interchange.documents.made_documents import read_here
from tests.interchange.standards.made_teaching import teaching_docx


def read():
    return read_teaching_standard(read_here(teaching_docx()))


def test_courses_and_lists_are_corrected():
    reading = read()
    core = next(number for number, each in enumerate(reading.courses, 1) if each.module == "CORE")
    other = next(number for number, each in enumerate(reading.courses, 1) if each.module == "EXTENSION")
    found = correct_reading(
        reading,
        [
            Correction("major:1", code="539902", text="示例贸易"),
            Correction("occupation:1", code="4-01-02-99"),
            Correction("position:1", text="采购员"),
            Correction("certificate:1", removes=True),
            Correction(f"CORE:{core}", text="商务谈判", as_printed=True),
            Correction(f"CORE:{core}:content", text="谈判的准备"),
            Correction(f"EXTENSION:{other}", level="FOUNDATION"),
            Correction(level="EXTENSION", text="商务礼仪", as_printed=True),
        ],
    ).reading

    assert found.major == ("539902", "示例贸易")
    assert found.occupations[0] == ("4-01-02-99", reading.occupations[0].name)
    assert found.positions == ("采购员", *reading.positions[1:])
    assert found.certificates == reading.certificates[1:]
    assert found.courses[core - 1] == reading.courses[core - 1]._replace(
        name="商务谈判", content="谈判的准备", is_printed=False
    )
    assert found.courses[other - 1].module == "FOUNDATION"
    assert found.courses[-1] == ("EXTENSION", "商务礼仪", "", "", (), True)


def test_every_item_that_is_listed_takes_its_own_text():
    reading = read()
    items = [each for each in report_items(reading) if each.read.text]
    found = correct_reading(reading, [Correction(each.item, text=each.read.text, as_printed=True) for each in items])

    assert found.reading == reading._replace(problems=found.reading.problems)
    assert len(found.record) == len(items)


@pytest.mark.parametrize(
    ("correction", "says"),
    [
        (Correction("CORE:1", level="MAIN"), "'MAIN' does not fit CORE:1|CORE:1 fits nothing"),
        (Correction("FOUNDATION:1", code="1.1"), "FOUNDATION:1 takes no correction of its code"),
        (Correction(level="CORE", code="1", text="x"), "A row to add takes no correction of its code"),
        (Correction("major:1", code="12"), "'12' does not fit major:1"),
        (Correction("ELEMENTARY:1", text="x"), "ELEMENTARY:1 fits nothing"),
    ],
)
def test_what_does_not_fit_is_named(correction, says):
    with pytest.raises(CorrectionError, match=says):
        correct_reading(read(), [correction])
