"""Drafts stand apart in the directory: the editors of their college see them among the rest, and no one else does."""

import pytest

from graph.model import MODEL
from graph.model.core import Search
from graph.model.slugs import slug_of
from graph.query.change_log import _changes, _Record, _record
from graph.query.directory import Directory, LastWrite, TypeCount, TypeDirectory, entry_of
from graph.query.text_index import DraftEntry

OWN, OTHER = "College:own", "College:other"
PLAN = MODEL.node_types["TrainingPlan"]


def entry(name: str):
    return (f"TrainingPlan:{name}", ((Search.NAME, name),), "")


@pytest.fixture
def directory():
    public = Directory(1, {"TrainingPlan": TypeDirectory("TrainingPlan", [entry("软件")])})
    return public.changed(2, LastWrite(1, "a"), {entry("软件草案")[0]: DraftEntry(OWN, entry("软件草案"))})


def seen(directory: Directory, reader: str):
    found = directory.seen_by(reader)
    return (
        found.types["TrainingPlan"].page(None, 10),
        [each.id for each in found.search("软件", ["TrainingPlan"], 10)],
        found.counts("软件", ["TrainingPlan"], 10),
        found.count("TrainingPlan"),
        found.has("TrainingPlan:软件草案"),
    )


def test_a_draft_is_listed_searched_and_counted_for_its_college_alone(directory):
    public = (["TrainingPlan:软件"], ["TrainingPlan:软件"], [TypeCount("TrainingPlan", 1)], 1, False)
    ids = ["TrainingPlan:软件", "TrainingPlan:软件草案"]

    assert [seen(directory, each) for each in ("", OTHER)] == [public, public]
    assert seen(directory, OWN) == (ids, ids, [TypeCount("TrainingPlan", 2)], 2, True)


def test_what_is_published_is_everybodys_and_what_is_removed_nobodys(directory):
    published = directory.changed(3, LastWrite(2, "b"), {entry("软件草案")[0]: entry("软件草案")})
    removed = directory.changed(3, LastWrite(2, "b"), {entry("软件草案")[0]: None})

    assert seen(published, "") == seen(published, OWN) == seen(directory, OWN)
    assert seen(removed, OWN) == seen(directory, "")
    assert (published.drafts, removed.drafts) == ({}, {})


def test_a_directory_with_other_drafts_is_another_one(directory):
    changed = directory.changed(3, LastWrite(2, "b"), {entry("新")[0]: DraftEntry(OTHER, entry("新"))})

    assert not changed.is_same(directory, ["TrainingPlan"])
    assert directory.merged().drafts == directory.drafts


def test_the_log_says_whose_draft_a_node_is():
    made = entry_of(PLAN, {"id": "TrainingPlan:x", "majorName": "软件", "draftOf": OWN})
    plain = entry_of(PLAN, {"id": "TrainingPlan:y", "majorName": "软件", "draftOf": None})
    changes = {"TrainingPlan:x": made, "TrainingPlan:y": plain, "TrainingPlan:z": None}

    assert made == DraftEntry(OWN, ("TrainingPlan:x", ((Search.NAME, "软件"),), ""))
    assert _changes([_Record(1, "", "a", _record(changes))]) == changes


def by_slug(directory: Directory, name: str, reader: str = "") -> str | None:
    return directory.seen_by(reader).id_of_slug("TrainingPlan", slug_of(f"TrainingPlan:{name}"))


def test_the_slug_of_a_draft_finds_it_for_its_college_alone(directory):
    # In this order: what one reader looked up must not show a draft to the next.
    assert by_slug(directory, "软件草案", OWN) == "TrainingPlan:软件草案"
    assert [by_slug(directory, "软件草案", each) for each in ("", OTHER)] == [None, None]
    assert by_slug(directory, "软件") == by_slug(directory, "软件", OWN) == "TrainingPlan:软件"


def test_slugs_follow_what_is_written_and_removed(directory):
    assert by_slug(directory, "新") is None

    with_one_more = directory.changed(3, LastWrite(2, "b"), {entry("新")[0]: entry("新")})
    without = with_one_more.changed(4, LastWrite(3, "c"), {entry("新")[0]: None})

    assert (by_slug(with_one_more, "新"), by_slug(without, "新")) == ("TrainingPlan:新", None)
    assert by_slug(without.merged(), "软件") == "TrainingPlan:软件"


def test_what_is_no_slug_of_the_type_finds_nothing(directory):
    assert directory.id_of_slug("TrainingPlan", "training-plan-") is None
    assert directory.id_of_slug("Major", slug_of("TrainingPlan:软件")) is None
