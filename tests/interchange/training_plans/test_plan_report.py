"""The report of a plan: deterministic, complete, and none from a damaged file."""

import random

import orjson
import pytest

from analysis.training_plans.training_plan import PlanPlace
from interchange.documents.document_errors import DocumentError
from interchange.documents.document_kinds import DocumentKind
from interchange.documents.document_reading import read_document
from interchange.training_plans.plan_reading import read_training_plans
from interchange.training_plans.plan_report import column_letters, message, where, write_plan_report
from interchange.training_plans.plan_rules import RULES
from tests.interchange.documents.made_documents import read_here
from tests.interchange.documents.made_workbooks import SheetOf, old_workbook, workbook
from tests.interchange.training_plans.made_plans import COURSES, HEAD, flat_rows, pdf_of, plan_of, ruled_page, word

ROWS = flat_rows()
DATA = {
    "XLSX": workbook(SheetOf("课程", ROWS)),
    "XLS": old_workbook("课程", ROWS),
    "DOCX": word(HEAD[0][0], ROWS[1:]),
    "HTML": ("<html><table>" + "".join(f"<tr><td>{'<td>'.join(map(str, row))}" for row in ROWS) + "</table>").encode(),
    "PDF": pdf_of(ruled_page(ROWS[1:], ROWS[0][0])),
}


def report(data, read=read_here):
    document = read(data)
    return write_plan_report(data, document, read_training_plans(document))


@pytest.mark.slow
@pytest.mark.parametrize("kind", DATA)
def test_the_same_file_gives_the_same_bytes_in_this_process_and_in_the_readers(kind):
    assert report(DATA[kind]) == report(DATA[kind], lambda data: read_document(data, kinds=tuple(DocumentKind)))


def test_the_report_has_the_file_the_tree_and_each_line_with_its_place():
    read = orjson.loads(report(DATA["XLSX"]))
    (plan,) = read["plans"]

    assert (read["report"], read["file"]["kind"], read["file"]["pages"]) == (
        "oneplusx.training-plan-report/1",
        "XLSX",
        1,
    )
    assert plan["tree"]["taken"] == {
        "credits": [1550, 1550],
        "hours": [252, 252],
        "theoryHours": [154, 154],
        "practiceHours": [98, 98],
    }
    assert [(each["name"], each["lines"], each["taken"]["hours"]) for each in plan["tree"]["parts"]] == [
        ("公共基础课程", [1, 2, 3], [92, 92]),
        ("专业基础课程", [4], [64, 64]),
        ("专业核心课程", [5], [96, 96]),
    ]
    assert [(each["at"], each["meaning"], each["rule"]) for each in plan["columns"]][:2] == [
        ("课程!A2", "INDEX", "column-by-heading"),
        ("课程!B2", "NAME", "column-by-heading"),
    ]
    assert (plan["lines"][1]["at"], plan["lines"][1]["credits"], plan["lines"][1]["moduleText"]) == (
        "课程!B4",
        250,
        "公共基础课程",
    )


def test_places_are_named_as_the_programs_name_them():
    sheet, row, line = PlanPlace(1, "表", 1, 7, 28), PlanPlace(2, "", 3, 5, 1), PlanPlace(1, line=9)

    assert [where(each, "en") for each in (sheet, row, line, None)] == ["表!AB7", "table 3, row 5", "paragraph 9", ""]
    assert [where(each, "zh") for each in (sheet, row, line)] == ["表!AB7", "表 3 第 5 行", "第 9 段"]
    assert [column_letters(each) for each in (1, 26, 27, 200)] == ["A", "Z", "AA", "GR"]


def test_a_remark_says_place_subject_rule_and_what_was_taken():
    rows = [*HEAD, ["课程类别", "课程名称", "学分", "总学时"], ["专业群平台课", "甲", 2, 32]]
    (guess,) = plan_of(workbook(SheetOf("表", rows))).guesses
    en, zh = RULES["module-by-a-loose-word"]

    assert message(guess, "en") == f"表!B3: 专业群平台课: {en} → FOUNDATION"
    assert message(guess, "zh") == f"表!B3：专业群平台课：{zh} → 专业基础课程"


# ---- damaged files


def mutated(data, seed):
    """The file with some bytes changed, cut out, doubled or missing at its end."""
    chance = random.Random(seed)
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(changed)), chance.randint(1, 60)
        match chance.randrange(5):
            case 0:
                changed[at : at + length] = chance.randbytes(length)
            case 1:
                del changed[at : at + length]
            case 2:
                changed[at:at] = changed[at : at + length]
            case 3:
                changed[at] ^= 1 << chance.randrange(8)
            case _:
                del changed[len(changed) - length :]
    return bytes(changed)


@pytest.mark.slow
@pytest.mark.parametrize("kind", DATA)
@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_is_read_or_refused_with_an_error_of_ours(kind, seed):
    data = mutated(DATA[kind], seed)
    try:
        written = report(data)
    except DocumentError:
        return
    (plan,) = orjson.loads(written)["plans"]

    # Parts of these have check sums: what is read at all is read whole. In the others a changed letter is a letter.
    if kind in {"XLSX", "DOCX"}:
        assert [each["hours"] for each in plan["lines"]] == [course[4] for course in COURSES]
