"""The table of sides names links of the model, each between the types that it says."""

import pytest

from graph.model import MODEL
from graph.model.course_sides import (
    ALIGNED_SUBJECTS,
    ALIGNED_TARGETS,
    COURSE_SIDES,
    COVER_LINKS,
    EVIDENCE_PATHS,
)


def ends(link: str) -> tuple[str, str]:
    return MODEL.relationships[link].start, MODEL.relationships[link].end


@pytest.mark.parametrize("side", COURSE_SIDES, ids=lambda each: each.course)
def test_the_links_of_a_side_join_its_types(side):
    assert ends(side.holds) == (side.holder, side.course)
    assert ends(side.has_outcome) == (side.course, "CourseOutcome")
    assert ends(side.aligns) == ("Alignment", side.course)
    assert ends(side.covers) == (side.course, "SkillRequirement")
    assert ends(side.reviews) == ("Review", side.holder)


def test_an_alignment_joins_what_the_table_says_and_nothing_else():
    joined = {**ALIGNED_SUBJECTS, **ALIGNED_TARGETS}

    assert {kind: ends(link) for kind, link in joined.items()} == {kind: ("Alignment", kind) for kind in joined}
    assert {name for name, each in MODEL.relationships.items() if each.start == "Alignment"} == set(joined.values())


def test_every_link_that_names_an_alignment_is_a_cover_link():
    named = [
        name for name, each in MODEL.relationships.items() if "alignmentId" in {one.name for one in each.properties}
    ]

    assert named == list(COVER_LINKS)


def test_the_paths_between_course_and_alignment_are_the_same_both_ways():
    assert [(each.to_alignment, each.to_course) for each in EVIDENCE_PATHS] == [
        ("<-[:ALIGNS]-", "-[:ALIGNS]->"),
        (
            "-[:HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-",
            "-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:HAS_OUTCOME]-",
        ),
        ("<-[:ALIGNS_PLAN_COURSE]-", "-[:ALIGNS_PLAN_COURSE]->"),
        (
            "-[:PLAN_HAS_OUTCOME]->(:CourseOutcome)<-[:ALIGNS_OUTCOME]-",
            "-[:ALIGNS_OUTCOME]->(:CourseOutcome)<-[:PLAN_HAS_OUTCOME]-",
        ),
    ]
