"""Alignments of the seeds: the cover links that follow from them, and what they must not say."""

import pytest

from graph.model.course_sides import COVER_LINKS
from seeds.checks.check import check
from tests.conftest import ROOT
from tests.resolvers.editing.small_seeds import write_small_seeds
from tests.seeds.conftest import SeedFolder, problems_of

ALIGNMENT = "s/nodes/Alignment.csv"


@pytest.fixture
def aligned(tmp_path):
    """One course, one requirement, and an accepted alignment between them."""
    write_small_seeds(tmp_path / "data")
    return SeedFolder(tmp_path / "data")


def covers_of(folder):
    tables = [each for each in check(folder.path).tables if each.file.type_name in COVER_LINKS]
    return [values for each in tables for values in each.rows]


def test_a_cover_link_follows_from_an_accepted_alignment(aligned):
    assert problems_of(aligned) == []
    assert covers_of(aligned) == [
        {
            "start": "Course:2025:7:1",
            "end": "SkillRequirement:8:1.0:ELEMENTARY:1.1.1",
            "alignmentId": "Alignment:s1",
            "kind": "MAJOR",
            "role": "TEACHES",
            "strength": 0.5,
            "proposedOn": None,
            "decidedOn": "2026-11-01",
            "validFrom": None,
            "validTo": None,
            "basis": "EDITORIAL",
            "sourceIds": ["Source:s"],
            "sourceNote": None,
        }
    ]


@pytest.mark.parametrize(("before", "after"), [("ACCEPTED", "SUGGESTED"), (",MAJOR,", ",RELATED,")])
def test_no_cover_link_follows_from_any_other_alignment(before, after, aligned):
    aligned.replace("s/nodes/Alignment.csv", before, after)

    assert problems_of(aligned) == []
    assert covers_of(aligned) == []


@pytest.mark.parametrize("name", COVER_LINKS)
def test_a_file_of_cover_links_is_told(name, aligned):
    aligned.write(f"s/links/{name}.csv", "start,end\n")

    assert problems_of(aligned) == [("derived", f"s/links/{name}.csv", 0, "", "")]


def add_second(folder, before: str = "", after: str = "") -> None:
    """Add a second alignment of the same two, with one thing changed."""
    for name in ("s/nodes/Alignment.csv", "s/links/ALIGNS.csv", "s/links/ALIGNED_TO.csv"):
        row = folder.text(name).splitlines()[1].replace("Alignment:s1", "Alignment:s2").replace(",s1,", ",s2,")
        folder.append(name, row.replace(before, after) if name == ALIGNMENT else row)


def test_each_of_two_accepted_alignments_of_the_same_two_gives_a_link(aligned):
    add_second(aligned, "TEACHES", "ASSESSES")

    assert problems_of(aligned) == []
    assert [each["alignmentId"] for each in covers_of(aligned)] == ["Alignment:s1", "Alignment:s2"]


@pytest.mark.parametrize(
    ("before", "after", "problems"),
    [
        ("ACCEPTED", "SUGGESTED", [("alignment-repeated", ALIGNMENT, 3, "id", "Alignment:s2")]),
        (",0.5,", ",0.4,", [("alignment-repeated", ALIGNMENT, 3, "id", "Alignment:s2")]),
        # What was settled does not stand in the way of a new one.
        ("ACCEPTED", "WITHDRAWN", []),
        ("ACCEPTED", "REJECTED", []),
    ],
)
def test_the_same_is_not_said_twice(before, after, problems, aligned):
    add_second(aligned, before, after)

    assert problems_of(aligned) == problems
    if problems:
        assert (
            check(aligned.path).problems[0].message().endswith(f"says the same as {ALIGNMENT}:2: keep one of the two")
        )


def test_a_search_is_not_closed_twice(aligned):
    columns = "id,code,reviewer,closedOn,conclusion,ground,basis,sourceIds,sourceNote"
    aligned.write("s/nodes/Review.csv", f"{columns}\n")
    for name, end in (
        ("REVIEW_OF", "TeachingStandard:2025:7"),
        ("CONCLUDES_ON", "SkillRequirement:8:1.0:ELEMENTARY:1.1.1"),
    ):
        aligned.write(f"s/links/{name}.csv", "start,end,basis,sourceIds,sourceNote\n")
        for code in ("r1", "r2"):
            aligned.append(f"s/links/{name}.csv", f"Review:{code},{end},EDITORIAL,Source:s,")
    for code in ("r1", "r2"):
        aligned.append("s/nodes/Review.csv", f"Review:{code},{code},丙,2026-11-24,没有,SYLLABUS,EDITORIAL,Source:s,")

    found = [each for each in problems_of(aligned) if each[0] != "end-missing"]

    assert found == [("review-repeated", "s/nodes/Review.csv", 3, "id", "Review:r2")]


CONTRADICTION = "alignment-contradiction"
LONG = "长" * 1_001


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        (",TEACHES,", ",,", (CONTRADICTION, "role", "")),
        (",TEACHES,0.5,ACCEPTED", ",,0.5,SUGGESTED", (CONTRADICTION, "role", "")),
        (",0.5,", ",0,", (CONTRADICTION, "strength", "0.0")),
        (",MAJOR,TEACHES,0.5,", ",NO_MATCH,TEACHES,0,", (CONTRADICTION, "role", "TEACHES")),
        (",MAJOR,TEACHES,0.5,", ",NO_MATCH,,0.5,", (CONTRADICTION, "strength", "0.5")),
        (",0.5,", ",2,", ("out-of-range", "strength", "2")),
        (",0.5,", ",-0.1,", ("out-of-range", "strength", "-0.1")),
        (",甲,乙,,2026-11-01,1,", ",甲,乙,,2026-11-01,0,", ("out-of-range", "version", "0")),
        (",甲,乙,,2026-11-01,1,", ",甲,乙,,2026-11-01,-3,", ("out-of-range", "version", "-3")),
        (
            ",甲,乙,,2026-11-01,",
            ",甲,乙,2026-11-24,2026-11-23,",
            ("decided-before-proposed", "decidedOn", "2026-11-23"),
        ),
        (",manual,x,", ",manual,\u200b,", ("character", "rationale", "\u200b")),
        (",甲,乙,", ",甲,,", ("alignment-decision", "reviewer", "")),
        (
            ",TEACHES,0.5,ACCEPTED,manual,x,甲,乙,",
            ",TEACHES,0.5,REJECTED,manual,x,甲,,",
            ("alignment-decision", "reviewer", ""),
        ),
        (",乙,,2026-11-01,", ",乙,,,", ("alignment-decision", "decidedOn", "")),
        (",甲,乙,", ",,乙,", ("alignment-author", "author", "")),
        (",manual,x,", ",manual,,", ("required", "rationale", "")),
        (",manual,x,", f",manual,{LONG},", ("too-long", "rationale", f"{LONG[:79]}…")),
        (",manual,", f",{LONG[:101]},", ("too-long", "method", f"{LONG[:79]}…")),
        (",甲,乙,", f",{LONG[:101]},乙,", ("too-long", "author", f"{LONG[:79]}…")),
        (",2026-11-01,1,,,", ",2026-11-01,1,,2026-11-01,", ("alignment-never", "validTo", "2026-11-01")),
    ],
)
def test_what_no_editor_could_write_no_seed_row_says(before, after, problem, aligned):
    aligned.replace(ALIGNMENT, before, after)

    kind, column, value = problem
    assert problems_of(aligned) == [(kind, ALIGNMENT, 2, column, value)]


def test_an_alignment_has_at_most_twenty_sources(aligned):
    header, row = aligned.text("s/nodes/Source.csv").splitlines()
    names = [f"s{number}" for number in range(21)]
    rows = [row.replace("Source:s,s,", f"Source:{each},{each},") for each in names]
    aligned.write("s/nodes/Source.csv", "\n".join([header, row, *rows, ""]))
    sources = "|".join(f"Source:{each}" for each in names)
    aligned.replace(ALIGNMENT, "EDITORIAL,Source:s", f"EDITORIAL,{sources}")

    assert [each[:5] for each in problems_of(aligned)] == [
        ("alignment-sources", ALIGNMENT, 2, "sourceIds", f"{sources[:79]}…")
    ]


def test_what_held_in_the_past_is_accepted_later(aligned):
    aligned.replace(ALIGNMENT, ",2026-11-01,1,,,", ",2026-11-01,1,2019-01-01,2021-01-01,")

    assert problems_of(aligned) == []


def test_a_seed_row_says_no_match(aligned):
    aligned.replace(ALIGNMENT, ",MAJOR,TEACHES,0.5,", ",NO_MATCH,,0,")

    assert problems_of(aligned) == []


def test_an_alignment_speaks_of_one_thing(aligned):
    aligned.write("s/links/ALIGNS_MAJOR.csv", "start,end,basis,sourceIds,sourceNote\n")
    aligned.append("s/links/ALIGNS_MAJOR.csv", "Alignment:s1,Major:2021:1,EDITORIAL,Source:s,")

    found = [each for each in problems_of(aligned) if each[0] != "end-missing"]

    assert found == [("alignment-split", ALIGNMENT, 2, "id", "Alignment:s1")]


@pytest.mark.parametrize("name", ["ALIGNS", "ALIGNED_TO"])
def test_an_alignment_that_speaks_of_nothing_is_told(name, aligned):
    (aligned.path / "s" / "links" / f"{name}.csv").unlink()

    assert problems_of(aligned) == [("alignment-half", "s/nodes/Alignment.csv", 2, "id", "Alignment:s1")]


def test_what_its_author_alone_calls_exact_is_told(aligned):
    kind, persons = "Alignment:s1,s1,MAJOR,", ",甲,乙,"
    aligned.replace("s/nodes/Alignment.csv", kind, kind.replace("MAJOR", "EXACT"))
    assert problems_of(aligned) == []

    aligned.replace("s/nodes/Alignment.csv", persons, ",甲,甲,")
    assert problems_of(aligned) == [("alignment-exact", "s/nodes/Alignment.csv", 2, "kind", "EXACT")]


def test_an_alignment_is_not_called_half_for_a_row_that_could_not_be_read(aligned):
    aligned.replace("s/links/ALIGNS.csv", "EDITORIAL", "OPINION")

    assert problems_of(aligned) == [("code", "s/links/ALIGNS.csv", 2, "basis", "OPINION")]


@pytest.mark.slow
def test_every_covering_alignment_of_the_national_seeds_has_its_cover_link():
    tables = {each.file.type_name: each for each in check(ROOT / "seeds" / "data").tables}
    accepted = [each for each in tables["Alignment"].rows if each["status"] == "ACCEPTED"]
    covering = {each["id"] for each in accepted if each["kind"] not in ("RELATED", "PREREQUISITE")}

    assert {each["alignmentId"] for each in tables["COVERS"].rows} == covering
    assert 100 < len(covering) < len(accepted)
