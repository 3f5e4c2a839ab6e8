"""Slugs: the same for ever, another for each node, and read however they are typed."""

import csv
from pathlib import Path

import pytest

from graph.model import MODEL
from graph.model.slugs import kind_of, number_of, same_slugs, slug_number, slug_of

SEEDS = Path(__file__).parents[3] / "seeds" / "data"
# Addresses with these are in messages and bookmarks of others: a slug that changes here is a broken link there.
KNOWN = {
    "Major:2021:510203": "major-648a3bypcz",
    "Major:2015:人工智能技术服务": "major-ra30afwy9b",
    "College:无锡商业职业技术学院": "college-jckdesbyt4",
    "Certificate:JavaWeb应用开发": "certificate-f6x456re1b",
    "SkillRequirement:510084:2.0:ELEMENTARY:1.1.1": "skill-requirement-bbmss3jydm",
    "TrainingPlan:上海农林职业技术学院:软件技术:": "training-plan-q98n3ne14a",
    "Province:440000": "province-xfc0acd9cg",
    "MajorClass:2021:中医药类": "major-class-brtb18yryk",
}


def real_ids() -> list[str]:
    found: set[str] = set()
    for file in sorted(SEEDS.glob("*/nodes/*.csv")):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            found.update(row["id"] for row in csv.DictReader(lines))
    return sorted(found)


@pytest.mark.parametrize("node_id", KNOWN)
def test_a_slug_stays_what_it_is(node_id):
    assert slug_of(node_id) == KNOWN[node_id]


def test_no_two_nodes_of_the_seeds_have_the_same_slug():
    ids = real_ids()

    assert len(ids) > 23_000
    assert same_slugs(ids) == {}


def test_each_type_has_a_kind_of_its_own():
    assert len({kind_of(each) for each in MODEL.node_types}) == len(MODEL.node_types)


@pytest.mark.parametrize("node_id", KNOWN)
def test_a_slug_is_read_in_letters_of_any_case(node_id):
    slug = slug_of(node_id)

    assert number_of(slug) == number_of(slug.upper()) == slug_number(node_id)
    assert slug.isascii()


@pytest.mark.parametrize(
    "text", ["", "major", "major-", "major-648a3bypc", "major-648a3bypcxx", "major-648a3bypcu", "major-八"]
)
def test_what_is_no_slug_has_no_number(text):
    assert number_of(text) is None


def test_nodes_whose_slugs_are_the_same_are_named(monkeypatch):
    monkeypatch.setattr("graph.model.slugs.slug_number", len)

    assert same_slugs(["Major:2021:1", "Major:2021:2", "Major:2021:10"]) == {
        "major-000000000c": ["Major:2021:1", "Major:2021:2"]
    }
