"""The report of a dry run: deterministic, with place and rule of what it says, and none from a damaged file."""

import hashlib
import random

import orjson
import pytest

from interchange.documents.document_errors import DocumentError
from interchange.documents.document_reading import read_document
from interchange.standards.skill.skill_tree import read_skill_standard
from interchange.standards.standard_report import RULES, message, write_report
from tests.interchange.documents.made_documents import read_here
from tests.interchange.standards.made_standards import CONTENT, Layout, expected, standard_docx, standard_pdf
from tests.interchange.standards.test_skill_docx import with_numbers_of_word

PDF = standard_pdf(Layout(size=(595, 230), widths=(80, 110, 130)), content={"初级": CONTENT["初级"]})
DOCX = standard_docx()


def report(data):
    document = read_document(data)
    return write_report(data, document, read_skill_standard(document))


def test_the_same_file_gives_the_same_bytes():
    assert report(PDF) == report(PDF)


def test_the_report_has_the_tree_with_its_places_and_says_what_was_guessed():
    read = orjson.loads(report(PDF))
    tasks = [task for area in read["levels"][0]["areas"] for task in area["tasks"]]
    rules = [(each["rule"], each["subject"], each["zh"], each["en"]) for each in read["guesses"]]

    assert read["file"] == {"sha256": hashlib.sha256(PDF).hexdigest(), "kind": "PDF", "bytes": len(PDF), "pages": 6}
    assert read["counts"] == {"ELEMENTARY": 7}
    assert [each["text"] for task in tasks for each in task["requirements"]] == [
        text for level, *_, text in expected() if level == "ELEMENTARY"
    ]
    assert all(place["page"] and place["row"] and len(place["box"]) == 4 for task in tasks for place in task["places"])
    assert ("text-continues-on-the-next-page", "1.1.2", *RULES["text-continues-on-the-next-page"][::-1]) in rules


def test_a_remark_names_its_place_in_both_languages():
    problem = read_skill_standard(read_here(standard_pdf(Layout(shown={"1.2.3": "1.2.2"})))).problems[0]

    assert message(problem, "en") == "page 1, table 1, row 4: 1.2.2: stands more than once: correct one of them"
    assert message(problem, "zh") == "第 1 页表 1 第 4 行：1.2.2：编号重复：请更正其中之一"


# ---- damaged files


def mutated(data, seed):
    """The file with some bytes changed, cut out, doubled or missing at its end."""
    chance = random.Random(seed)
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(changed)), chance.randint(1, 60)
        match chance.randrange(5):
            case 0:
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                del changed[at : at + length]
            case 2:
                changed[at:at] = changed[at : at + length]
            case 3:
                changed[at : at + length] = chance.randbytes(length)
            case 4:
                del changed[max(at, 20) :]
    return bytes(changed)


@pytest.mark.slow
@pytest.mark.parametrize("data", [PDF, DOCX, with_numbers_of_word()], ids=["PDF", "DOCX", "DOCX with numbers"])
def test_a_damaged_file_is_an_error_of_ours_or_read_without_silent_loss(data):
    outcomes, whole = [], read_skill_standard(read_here(data))
    for seed in range(150):
        try:
            reading = read_skill_standard(read_here(mutated(data, seed)))
        except DocumentError as error:
            outcomes.append(error.code)
        else:
            outcomes.append("read")
            assert reading.levels == whole.levels or reading.problems or reading.not_read, seed

    assert set(outcomes) <= {
        "read",
        "DOCUMENT_DAMAGED",
        "DOCUMENT_KIND",
        "DOCUMENT_TOO_LARGE",
        "DOCUMENT_WITHOUT_TEXT",
        "DOCUMENT_ENCRYPTED",
        "STANDARD_NOT_FOUND",
    }
    assert outcomes.count("DOCUMENT_DAMAGED") > 75
