"""Two versions of a text against what must hold of any comparison."""

import csv
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.versions import LEAST_AT_PLACE, LEAST_SIMILARITY, PlacedLine, VersionChange, compare_versions
from tests.analysis.likeness import likeness
from tests.conftest import ROOT

WORDS = st.lists(st.sampled_from(["java", "git", "数组", "索引", "集群"]), max_size=3, unique=True)
LINES = st.lists(st.builds(PlacedLine, WORDS.map("、".join), st.sampled_from([None, "1.1", "1.2"])), max_size=7)
# Exact: the nearest binary fraction lies above two fifths.
AT_PLACE = Fraction(str(LEAST_AT_PLACE))
LEASTS = st.sampled_from([0.5, 0.75, 1.0])
Lines = list[PlacedLine]
REWORDINGS = ROOT / "tests" / "analysis" / "rewordings.csv"
drawn = given(earlier=LINES, later=LINES, least=LEASTS)
often = settings(max_examples=300)


def parts(line: PlacedLine) -> set[str]:
    return set(line.text.split("、")) - {""}


def alike(one: PlacedLine, other: PlacedLine) -> Fraction:
    return likeness(one.text.replace("、", ""), other.text.replace("、", ""))


def made_of(whole: PlacedLine, others: Lines) -> bool:
    """Whether the components of a line are those of several others together, each with only some of them."""
    inside = [each for each in others if parts(each) and parts(each) < parts(whole)]
    return len(inside) > 1 and set().union(*map(parts, inside)) == parts(whole)


@often
@drawn
def test_every_line_is_in_one_change_in_the_order_of_the_earlier_then_the_later(earlier, later, least):
    changes = compare_versions(earlier, later, least)

    assert sorted(each for change in changes for each in change.earlier) == list(range(len(earlier)))
    assert sorted(each for change in changes for each in change.later) == list(range(len(later)))
    old = [change for change in changes if change.kind != "ADDED"]
    assert changes[: len(old)] == sorted(old, key=lambda each: each.earlier)
    assert [change.later for change in changes[len(old) :]] == sorted(each.later for each in changes[len(old) :])


@pytest.mark.slow
@often
@drawn
def test_the_same_text_is_found_as_often_as_it_stands_on_both_sides_at_its_own_place_first(earlier, later, least):
    same = [each for each in compare_versions(earlier, later, least) if each.kind in {"UNCHANGED", "MOVED"}]

    texts = [Counter(each.text for each in side if each.text) for side in (earlier, later)]
    assert Counter(earlier[each.earlier[0]].text for each in same) == texts[0] & texts[1]
    kept = Counter()
    for each in same:
        one, other = earlier[each.earlier[0]], later[each.later[0]]
        assert (one.text, each.similarity) == (other.text, 1.0)
        assert (each.kind == "MOVED") == (None not in (one.place, other.place) and one.place != other.place)
        kept[one.text, one.place] += one.place == other.place
    at = [{(each.text, each.place) for each in side if each.text} for side in (earlier, later)]
    assert set(+kept) == at[0] & at[1]


@often
@drawn
def test_what_a_change_says_of_its_lines_is_so(earlier, later, least):
    for change in compare_versions(earlier, later, least):
        was, became = [earlier[each] for each in change.earlier], [later[each] for each in change.later]
        assert shape_holds(change, was, became), change
        if change.kind == "REWORDED":
            assert was[0].text != became[0].text
            assert Fraction(least) <= alike(was[0], became[0])
            assert change.similarity == pytest.approx(float(alike(was[0], became[0])))
        if change.kind == "REWRITTEN":
            assert was[0].place == became[0].place is not None
            assert AT_PLACE <= alike(was[0], became[0]) < Fraction(least)
            assert change.similarity == pytest.approx(float(alike(was[0], became[0])))


def shape_holds(change: VersionChange, was: Lines, became: Lines) -> bool:
    counts = len(was), len(became)
    match change.kind:
        case "SPLIT":
            return counts[0] == 1 and made_of(was[0], became) and all(parts(each) < parts(was[0]) for each in became)
        case "MERGED":
            return counts[1] == 1 and made_of(became[0], was) and all(parts(each) < parts(became[0]) for each in was)
        case "REMOVED":
            return counts == (1, 0)
        case "ADDED":
            return counts == (0, 1)
        case _:
            return counts == (1, 1)


@often
@drawn
def test_nothing_is_missed(earlier, later, least):
    """What is left could not be split or merged, and no two lines would both rather have each other."""
    changes = compare_versions(earlier, later, least)
    left = [(earlier[each.earlier[0]], each) for each in changes if each.kind in {"REWORDED", "REWRITTEN", "REMOVED"}]
    right = [(later[each.later[0]], each) for each in changes if each.kind in {"REWORDED", "REWRITTEN", "ADDED"}]

    assert not [one for one, _ in left if made_of(one, [each for each, _ in right])]
    assert not [one for one, _ in right if made_of(one, [each for each, _ in left])]
    for one, mine in left:
        for other, theirs in right:
            held = max(each.similarity or 0 for each in (mine, theirs))
            assert not one.text or not other.text or alike(one, other) < least or alike(one, other) <= held + 1e-9
            if {mine.kind, theirs.kind} == {"REMOVED", "ADDED"} and stands_alone(one, earlier, other, later):
                assert not one.text or not other.text or alike(one, other) < AT_PLACE


def stands_alone(one: PlacedLine, earlier: Lines, other: PlacedLine, later: Lines) -> bool:
    """Whether both stand at the same place, and nothing else does."""
    places = [sum(each.place == one.place for each in side) for side in (earlier, later)]
    return one.place == other.place is not None and places == [1, 1]


def rewordings() -> list[tuple[str, str]]:
    """Requirements, and how a later version puts each: cases that were written before the likeness was chosen."""
    with REWORDINGS.open(encoding="utf-8") as file:
        return [(each["earlier"], each["later"]) for each in csv.DictReader(file)]


def kinds_at_one_place(earlier: str, later: str) -> list[str]:
    place = "ELEMENTARY 1.1.1"
    return [
        each.kind
        for each in compare_versions([PlacedLine(earlier, place)], [PlacedLine(later, place)], LEAST_SIMILARITY)
    ]


def test_most_that_was_reworded_a_lot_is_found_at_its_place_and_nothing_else_is_taken_for_it():
    cases = rewordings()

    found = [kinds_at_one_place(*each) for each in cases]
    others = [
        kinds_at_one_place(one, other)
        for a, (one, _) in enumerate(cases)
        for b, (_, other) in enumerate(cases)
        if a != b
    ]

    assert Counter(map(tuple, found)) == {("REWRITTEN",): 28, ("REMOVED", "ADDED"): 2}
    assert Counter(map(tuple, others)) == {("REMOVED", "ADDED"): 870}


def test_what_was_reworded_a_lot_counts_at_its_own_place_alone():
    earlier, later = "能接待客户咨询", "能通过在线客服工具接待客户的售前咨询，促成下单"
    at, elsewhere = "ELEMENTARY 1.1.1", "ELEMENTARY 1.1.2"

    def kinds(ones: list[PlacedLine], others: list[PlacedLine]) -> list[str]:
        return [each.kind for each in compare_versions(ones, others, LEAST_SIMILARITY)]

    one, other = PlacedLine(earlier, at), PlacedLine(later, at)
    assert kinds([one], [other]) == ["REWRITTEN"]
    assert kinds([one], [PlacedLine(later, elsewhere)]) == ["REMOVED", "ADDED"]
    assert kinds([PlacedLine(earlier)], [PlacedLine(later)]) == ["REMOVED", "ADDED"]
    assert kinds([one], [other, PlacedLine("能绘制零件图", at)]) == ["REMOVED", "ADDED", "ADDED"]
