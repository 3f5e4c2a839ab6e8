"""Majors that a standard names without a code: which answer is proposed, and how all are accepted."""

import pytest

from interchange.standard_imports.import_errors import ImportAnswerError
from interchange.standard_imports.import_questions import ACCEPT, PROPOSALS, ImportAnswers
from interchange.standard_imports.named_majors import KnownMajor, KnownMajors


def major(edition: str, code: str, name: str, level: str) -> KnownMajor:
    return KnownMajor(f"Major:{edition}:{code}", edition, code, name, level)


KNOWN = KnownMajors(
    [
        major("2021", "310204", "数字媒体技术", "BACHELOR"),
        major("2021", "510204", "数字媒体技术", "ASSOCIATE"),
        major("undergraduate", "080906", "数字媒体技术", "UNDERGRADUATE"),
        major("2021", "510203", "软件技术", "ASSOCIATE"),
        major("2015", "610205", "软件技术", "ASSOCIATE"),
        major("2015", "610210", "电子商务技术", "ASSOCIATE"),
        major("2015", "1", "护理", "ASSOCIATE"),
        major("2004", "2", "护理", "ASSOCIATE"),
    ]
)


@pytest.mark.parametrize(
    ("education", "code", "name", "proposed"),
    [
        ("高等职业学校", "", "数字媒体技术", "2021:510204"),
        ("高等职业教育本科学校", "", "数字媒体技术", "2021:310204"),
        ("职业本科院校", "", "数字媒体技术", "2021:310204"),
        ("应用型本科学校", "", "数字媒体技术", "undergraduate:080906"),
        ("中等职业学校", "", "数字媒体技术", ""),
        # Not said at which level, or at several.
        ("", "", "数字媒体技术", ""),
        ("", "", "电子商务技术", ""),
        ("中等职业学校和高等职业学校", "", "数字媒体技术", ""),
        ("高等职业学校及应用型本科学校", "", "数字媒体技术", ""),
        ("高等职业院校与职业本科", "", "数字媒体技术", ""),
        # Of today's catalogue before that of an earlier one; the earlier one where it is the only one.
        ("高职院校", "", "软件技术", "2021:510203"),
        ("高职院校", "", "电子商务技术", "2015:610210"),
        # Two that are both of the past.
        ("高职院校", "", "护理", ""),
        # The code is of no major of this name.
        ("高等职业学校", "999999", "软件技术", ""),
        ("高等职业学校", "", "没有的专业", ""),
    ],
)
def test_a_major_without_a_code_is_proposed_where_one_of_its_level_is_offered(education, code, name, proposed):
    answers = ImportAnswers({})

    assert KNOWN.named(code, name, "major-1", answers, education=education) is None
    assert [each.proposed for each in answers.open] == [proposed]

    accepting = ImportAnswers({PROPOSALS: ACCEPT})
    assert KNOWN.named(code, name, "major-1", accepting, education=education) == (
        f"Major:{proposed}" if proposed else None
    )
    assert len(accepting.open) == (not proposed)
    assert accepting.unasked() == set()


def test_an_own_answer_goes_before_what_is_proposed():
    answers = ImportAnswers({PROPOSALS: ACCEPT, "major-1": "none"})

    assert KNOWN.named("", "软件技术", "major-1", answers, education="高职") is None
    assert (answers.open, answers.unasked()) == ([], set())


def test_choices_of_the_level_come_first_and_each_says_its_level():
    answers = ImportAnswers({})

    KNOWN.named("", "数字媒体技术", "major-1", answers, education="高职")

    assert answers.open[0].choices == (
        "2021:510204 (数字媒体技术, 高职专科)",
        "2021:310204 (数字媒体技术, 高职本科)",
        "undergraduate:080906 (数字媒体技术, 普通本科)",
        "none",
    )
    assert answers.open[0].line("zh").endswith("；建议：2021:510204")


def test_proposals_are_accepted_and_nothing_else():
    assert ImportAnswers({PROPOSALS: "yes"}).unasked() == {PROPOSALS}


async def test_majors_of_the_newest_edition_come_first_and_one_of_an_edition_of_its_own_comes_last():
    found = [[f"Major:{edition}:1", edition, "1", "护理", "ASSOCIATE", []] for edition in ("mine", "2004", "2021")]

    async def run(_) -> list:
        return found

    answers = ImportAnswers({})
    (await KnownMajors.read(run)).named("", "护理", "major-1", answers, education="高职")

    assert [each.partition(":")[0] for each in answers.open[0].choices] == ["2021", "2004", "mine", "none"]


LATER = KnownMajors(
    [
        major("2021", "340102", "酒店管理", "BACHELOR"),
        major("2021", "540106", "酒店管理与数字化运营", "ASSOCIATE"),
        major("2021", "540107", "民宿管理与运营", "ASSOCIATE"),
        major("2015", "640105", "旅游酒店", "ASSOCIATE")._replace(successors=("Major:2021:540107",)),
    ]
)


def test_where_no_major_of_the_level_has_the_name_those_that_took_its_place_or_have_it_within_are_offered_first():
    answers = ImportAnswers({})

    LATER.named("640105", "酒店管理", "major-1", answers, education="高等职业学校")

    assert answers.open[0].choices == (
        "2015:640105 (旅游酒店, 高职专科)",
        "2021:540106 (酒店管理与数字化运营, 高职专科)",
        "2021:540107 (民宿管理与运营, 高职专科)",
        "2021:340102 (酒店管理, 高职本科)",
        "none",
    )
    assert answers.open[0].proposed == ""
    # Only within another name: not likely enough to be taken with all proposals.
    LATER.named("", "酒店管理", "major-2", answers, education="高等职业学校")
    assert answers.open[1].proposed == ""


def test_what_an_earlier_version_was_linked_with_is_proposed_whatever_its_name():
    answers = ImportAnswers({})

    LATER.named("640105", "酒店管理", "major-1", answers, education="高职", earlier=["Major:2021:540106"])

    assert answers.open[0].proposed == "2021:540106"
    assert answers.open[0].choices[0] == "2021:540106 (酒店管理与数字化运营, 高职专科)"
    assert "此前已按此名称与 2021:540106" in answers.open[0].zh
    accepting = ImportAnswers({PROPOSALS: ACCEPT})
    assert LATER.named("640105", "酒店管理", "q", accepting, earlier=["Major:2021:540106"]) == "Major:2021:540106"


@pytest.mark.parametrize(
    ("answer", "said", "chinese"),
    [
        ("999999", "the catalogue has no major '999999'", "专业目录中没有 '999999'"),
        ("2021:610205", "the catalogue has no major '2021:610205'", "专业目录中没有 '2021:610205'"),
        ("7", "'7' is in several editions: 2015:7, 2004:7", "'7' 见于多个版本：2015:7、2004:7"),
    ],
)
def test_an_answer_that_names_no_major_says_so(answer, said, chinese):
    known = KnownMajors([major("2015", "7", "护理", "ASSOCIATE"), major("2004", "7", "护理", "ASSOCIATE")])

    with pytest.raises(ImportAnswerError) as refused:
        known.named("", "网站管理", "major-1", ImportAnswers({"major-1": answer}))

    assert said in refused.value.en
    assert chinese in refused.value.zh
    assert "EDITION:CODE of any major" in refused.value.en
