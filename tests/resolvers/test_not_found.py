"""What NOT_FOUND says of a key: which edition of it is there, what looks like it, and only what is missing."""

import pytest

from graph.errors import NotFoundError
from graph.model import MODEL
from graph.model.core import Search
from graph.query.directory import Directory, TypeDirectory
from resolvers.not_found import id_not_found, key_not_found, name_not_found

MAJOR, STANDARD, CERTIFICATE = (MODEL.node_types[each] for each in ("Major", "SkillStandard", "Certificate"))


def major(edition: str, code: str, name: str):
    return f"Major:{edition}:{code}", ((Search.CODE, code), (Search.NAME, name)), ""


DIRECTORY = Directory(
    1,
    {
        "Major": TypeDirectory(
            "Major",
            [
                major("2021", "510203", "软件技术"),
                major("2015", "610205", "软件技术"),
                major("2021", "510204", "数字媒体"),
            ],
        ),
        "SkillStandard": TypeDirectory(
            "SkillStandard",
            [(f"SkillStandard:510084:{version}", ((Search.CODE, "510084"),), "") for version in ("1.0", "2.0")],
        ),
        "Certificate": TypeDirectory("Certificate", [("Certificate:Web前端开发", ((Search.NAME, "Web前端开发"),), "")]),
    },
)


def test_another_edition_that_has_the_code_is_named():
    error = key_not_found(DIRECTORY, MAJOR, {"code": "510203", "edition": "2015"})

    assert error.en == "No Major has the key '510203, 2015'. With `edition` 2021 there is one."
    assert error.zh == "没有键为 '510203, 2015' 的 Major。`edition` 为 2021 的有此项。"
    assert error.details == {"missing": ["510203, 2015"], "near": [], "otherEditions": ["Major:2021:510203"]}


def test_of_several_versions_all_are_named():
    error = key_not_found(DIRECTORY, STANDARD, {"code": "510084", "version": "3.0"})

    assert error.en == "No SkillStandard has the key '510084, 3.0'. With `version` 1.0 or 2.0 there is one."


@pytest.mark.parametrize("asked", ["５１０２０", "51020", " 51020"])
def test_what_looks_like_a_code_is_found_whatever_its_width(asked):
    error = key_not_found(DIRECTORY, MAJOR, {"code": asked, "edition": "2021"})

    assert error.details["near"] == ["510203", "510204", "610205"]


@pytest.mark.parametrize("asked", ["ｗｅｂ前端开发", "WEB 前端开发", "web前端"])
def test_what_looks_like_a_name_is_found_whatever_its_width_and_case(asked):
    error = key_not_found(DIRECTORY, CERTIFICATE, {"name": asked})

    assert error.details["near"] == ["Web前端开发"]


def test_several_ids_make_one_error_that_says_of_each_where_it_was_given():
    ids = {"target": "Certificate:web前端开发", "subject": "Major:2015:510203"}
    error = NotFoundError.of_several([id_not_found(DIRECTORY, key, argument) for argument, key in ids.items()])

    assert error.details == {
        "missing": ["Certificate:web前端开发", "Major:2015:510203"],
        "near": ["Certificate:Web前端开发"],
        "otherEditions": ["Major:2021:510203"],
        "arguments": ["target", "subject"],
    }
    assert (
        str(error)
        == error.en
        == (
            "Argument `target`: No Certificate has the key 'Certificate:web前端开发'. "
            "Did you mean Certificate:Web前端开发? "
            "Argument `subject`: No Major has the key 'Major:2015:510203'. With `edition` 2021 there is one."
        )
    )


def test_a_name_that_nothing_has_is_named_with_what_looks_like_it():
    error = name_not_found(DIRECTORY, "Certificate", "web前端", "filter.certificate")

    assert error.zh == ("参数 `filter.certificate`：没有键为 'web前端' 的 Certificate。您要找的是否为：Web前端开发？")
    assert error.details["near"] == ["Web前端开发"]


@pytest.mark.parametrize("node_id", ["Major:", "Major", "Major:2021:510203:7", "CourseOutcome:x"])
def test_an_id_of_another_form_is_told_as_it_is(node_id):
    assert id_not_found(DIRECTORY, node_id).details["missing"] == [node_id]
