"""The cube of coverage, against sums over all products."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.cube import Cell, Covered, Found, Level, Programme, Settled, add_up, in_order, pairs, settle

STANDARDS = ("9:1", "9:2")
RANKS = ("ELEMENTARY", "INTERMEDIATE", "ADVANCED")
DIMENSIONS = ("majorClass", "year", "college", "certificate", "certificateLevel")
often = settings(max_examples=300)

# A code may hold a colon itself.
REQUIREMENT = st.builds(
    "SkillRequirement:{}:{}:{}".format, st.sampled_from(STANDARDS), st.sampled_from(RANKS), st.sampled_from("123")
)
PROGRAMME_KEY = st.sampled_from("pqrs")
FOUND = st.lists(st.builds(Found, PROGRAMME_KEY, st.sets(REQUIREMENT, max_size=6)), max_size=5)
ONE_EACH = st.dictionaries(PROGRAMME_KEY, st.sets(REQUIREMENT, max_size=6))


def level_of(requirement: str) -> tuple[str, str, str]:
    _, standard, version, level, _ = requirement.split(":")
    return standard, version, level


def by_level(found: Iterable[tuple[str, str]]) -> Counter:
    return Counter((programme, level_of(each)) for programme, each in set(found))


@pytest.mark.slow
@often
@given(covered=ONE_EACH, weak=ONE_EACH, closed=FOUND)
def test_each_requirement_is_counted_once_by_the_best_that_is_known(covered: dict, weak: dict, closed: list[Found]):
    carried = {(programme, each) for programme, ids in covered.items() for each in ids}
    partly = {(programme, each) for programme, ids in weak.items() if programme in covered for each in ids}
    searched = {(programme, each) for programme, ids in closed for each in ids}

    settled = settle([Covered(each, ids, weak.get(each, ())) for each, ids in covered.items()], closed)

    assert settled == (by_level(carried), by_level(partly - carried), by_level(searched - partly - carried))


def test_a_code_that_holds_a_colon_is_of_its_level():
    covered, *_ = settle([Covered("p", ["SkillRequirement:9:1:ADVANCED:1:2"], [])], [])

    assert covered == {("p", ("9", "1", "ADVANCED")): 1}


@dataclass(frozen=True)
class Drawn:
    """Programmes and levels, and how many requirements of each pair are covered and closed."""

    programmes: list[Programme]
    levels: list[Level]
    settled: Settled


@st.composite
def drawn(draw):
    keys = draw(st.lists(PROGRAMME_KEY, unique=True))
    programmes = [draw(programmes_of(key)) for key in keys]
    places = draw(st.lists(st.tuples(st.sampled_from(STANDARDS), st.sampled_from(RANKS)), unique=True))
    levels = [
        Level((*standard.split(":"), rank), f"Certificate:{standard}", draw(st.integers(0, 4)))
        for standard, rank in places
    ]
    settled: Settled = Settled({}, {}, {})
    for programme in keys:
        for level in levels:
            left = level.requirements
            for counts in settled:
                counts[programme, level.key] = draw(st.integers(0, left))
                left -= counts[programme, level.key]
    return Drawn(programmes, levels, settled)


@cache
def programmes_of(key: str) -> st.SearchStrategy[Programme]:
    values = st.fixed_dictionaries(
        {
            "majorClass": st.sampled_from(["计算机类", "护理类", None]),
            "year": st.sampled_from([2022, 2023, None]),
            "college": st.sampled_from(["甲", "乙", None]),
        }
    )
    only = st.none() | st.frozensets(st.sampled_from(RANKS))
    suits = st.dictionaries(st.sampled_from([*(f"Certificate:{each}" for each in STANDARDS), "Certificate:0"]), only)
    plan = st.sampled_from([None, f"TrainingPlan:{key}"])
    college = st.sampled_from([None, "甲", "乙"])
    return st.builds(Programme, st.just(key), values, suits, st.sampled_from("mn"), plan, college, st.booleans())


def suiting(graph: Drawn) -> list[tuple[Programme, Level]]:
    """All products of which the programme suits the level."""
    return [
        (programme, level)
        for programme in graph.programmes
        for level in graph.levels
        if level.certificate in programme.suits
        and (programme.suits[level.certificate] is None or level.key[2] in programme.suits[level.certificate])  # type: ignore[operator]  # known not to be None here
    ]


@pytest.mark.slow
@often
@given(graph=drawn())
def test_pairs_are_those_of_all_products_that_suit(graph: Drawn):
    def names(found: Iterable[tuple[Programme, Level]]) -> list:
        return sorted((programme.key, level.key) for programme, level in found)

    assert names(pairs(graph.programmes, graph.levels)) == names(suiting(graph))


def value(programme: Programme, level: Level, dimension: str) -> object:
    match dimension:
        case "certificate":
            return level.certificate
        case "certificateLevel":
            return level.key[2]
        case _:
            return programme.values[dimension]


def summed(graph: Drawn, every: list[tuple[Programme, Level]]) -> dict:
    """Every measure of some pairs. What cannot be compared is counted by majors, and in no other measure."""
    found = [each for each in every if each[0].is_comparable]
    without = len({programme.major for programme, _ in every if not programme.is_comparable})
    if not found:
        sums = ("requirements", "covered", "partlyCovered", "notCovered", "unknown", "lower", "upper")
        return dict.fromkeys((*sums, "plans", "colleges")) | {"programmes": 0, "withoutStandard": without}
    plans = len({programme.plan for programme, _ in found} - {None})
    all_of = sum(level.requirements for _, level in found)
    covered, partly, closed = (
        sum(counts[programme.key, level.key] for programme, level in found) for counts in graph.settled
    )
    return {
        "requirements": all_of,
        "covered": covered,
        "partlyCovered": partly,
        "notCovered": closed,
        "unknown": all_of - covered - partly - closed,
        "lower": covered / all_of if all_of else None,
        "upper": (all_of - closed) / all_of if all_of else None,
        "programmes": len({programme.major for programme, _ in found}),
        "withoutStandard": None if plans else without,
        "plans": plans or None,
        "colleges": len({programme.college for programme, _ in found} - {None}) or None,
    }


@pytest.mark.slow
@often
@given(graph=drawn(), dimensions=st.lists(st.sampled_from(DIMENSIONS), unique=True))
def test_each_cell_is_the_sum_of_its_pairs(graph: Drawn, dimensions):
    expected: dict = {}
    for programme, level in suiting(graph):
        at = tuple(value(programme, level, each) for each in dimensions)
        expected.setdefault(at, []).append((programme, level))

    cells = add_up(suiting(graph), dimensions, graph.settled)

    assert {at: cell.values() for at, cell in cells.items()} == {at: summed(graph, of) for at, of in expected.items()}


ORDERED = {"year": [2022, 2023, None], "certificateLevel": [*RANKS, None], "college": ["乙", "甲", None]}


@often
@given(data=st.data(), dimensions=st.permutations(list(ORDERED)))
def test_cells_are_in_the_order_of_their_codes_texts_and_numbers_unknown_ones_last(data, dimensions):
    at = st.tuples(*(st.sampled_from(ORDERED[each]) for each in dimensions))  # type: ignore[call-overload]  # of several kinds
    cells = {each: Cell() for each in data.draw(st.lists(at, unique=True))}

    found = in_order(cells, dimensions, {"certificateLevel": RANKS})

    def places(values: tuple) -> list[int]:
        return [ORDERED[name].index(value) for name, value in zip(dimensions, values, strict=True)]  # type: ignore[attr-defined]  # patched, or given by the test itself

    assert list(found) == sorted(cells, key=places)
    assert all(cell is cells[each] for each, cell in found.items())
