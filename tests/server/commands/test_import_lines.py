"""What an import of a standard prints of its draft: the majors that it links, and whether the standard exists."""

import pytest

from interchange.standard_imports.carried_alignments import CarriedAlignments
from interchange.standard_imports.confirmed_import import ImportDraft
from interchange.standard_imports.imported_facts import ImportedFacts, ImportedFile
from server.commands.documents.import_lines import draft_lines

STANDARD = "SkillStandard:990003:1.0"


def draft(before):
    facts = ImportedFacts(ImportedFile("made.docx", "1" * 64, "2" * 64), "标题", "公司", "2021")
    counts = {"SkillStandard": 1, "SUITS": 3, "HAS_STANDARD": 1}
    return ImportDraft("SkillStandard", STANDARD, facts, before, {"code": "990003"}, counts=counts)


def test_the_majors_are_counted_of_a_new_standard(monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN")

    assert draft_lines(draft(None), is_written=False) == [
        f"将写入 {STANDARD}；本次未写入: SkillStandard 1, 关系 4（其中适用专业 3）"
    ]


@pytest.mark.parametrize(
    ("locale", "is_written", "line"),
    [
        (
            "en_US",
            False,
            f"{STANDARD} is in the graph already: this import would complete it, not add a version.",
        ),
        ("zh_CN", False, f"图中已有 {STANDARD}：本次导入将补全它，不会新增版本。"),
        ("en_US", True, f"{STANDARD} was in the graph already; it was completed."),
        ("zh_CN", True, f"{STANDARD} 图中原已存在，本次予以补全。"),
    ],
)
def test_a_standard_that_exists_is_named_so(monkeypatch, locale, is_written, line):
    monkeypatch.setenv("LC_ALL", locale)

    assert draft_lines(draft({"code": "990003"}), is_written=is_written)[1] == line


@pytest.mark.parametrize(
    ("locale", "line"),
    [
        (
            "en_US",
            "3 alignments were suggested for it (reworded 1, unchanged 2): see reviewQueue. Of 4 the requirement is gone.",
        ),
        ("zh_CN", "已为其建议 3 条对接（文字改动 1、未变 2）：见 reviewQueue。另有 4 条的技能要求已删除。"),
    ],
)
def test_what_is_carried_adds_up_and_what_is_gone_stands_apart(monkeypatch, locale, line):
    monkeypatch.setenv("LC_ALL", locale)
    carried = CarriedAlignments({"REMOVED": 4, "REWORDED": 1, "UNCHANGED": 2})

    assert line in draft_lines(draft(None).carrying(carried), is_written=True)
