"""``crosswalk`` against a comparison by hand, on small standards drawn at random."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import BadArgumentError
from resolvers.identify import Request
from tests.golden.make import run_counted
from tests.resolvers.questions.small_graphs import few
from tests.resolvers.questions.small_standards import write_standards
from tests.resolvers.request.refusals import refusal

ASK = """query ($least: Float!) { crosswalk(a: "SkillStandard:1:1", b: "StandardLevel:2:1:ADVANCED", minJaccard: $least) {
  requirements { a b sameText sharedComponents onlyA onlyB jaccard }
  components { a b shared jaccard }
  rows { match shared jaccard a { requirement { id text } } b { requirement { id text } } }
  tasks { a b sameText jaccard }
} }"""

# Words that hold no joint and no word of mastery: a text's components are the words it was made of.
WORDS = ["java", "git", "数组", "索引", "集群"]
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True)
side = st.lists(words, max_size=5)


def named(requirement: dict) -> frozenset[str]:
    return frozenset(requirement["text"].split("、"))


def index(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one | other else 0.0


@few
@given(left=side, right=side, least=st.sampled_from([0.05, 0.3, 0.5, 1.0]))
def test_crosswalk_is_what_a_comparison_by_hand_gives(opened, left, right, least):
    opened(lambda database: compare(database, left, right, least))


async def compare(database, left, right, least) -> None:
    sides = [[("ADVANCED", f"1.{len(each)}", "、".join(each)) for each in side] for side in (left, right)]
    # An elementary requirement on either side: a is the whole standard, b only its advanced level.
    extra = [("ELEMENTARY", "1.1", "数组"), ("ADVANCED", "2.1", "索引")]
    await write_standards(database, {f"{n}:1": [*side, *extra] for n, side in enumerate(sides, 1)})
    ((answer, statements),) = await run_counted(database, [Request(ASK, {"least": least})])
    assert (answer.errors, statements) == ([], 1)
    got = answer.data["crosswalk"]
    every_a = [*left, ["数组"], ["索引"]]
    every_b = [*right, ["索引"]]
    rows = [(each["match"], *((each[side] or {}).get("requirement") for side in "ab")) for each in got["rows"]]

    assert Counter(named(a) for _, a, _ in rows if a) == Counter(map(frozenset, every_a))
    assert Counter(named(b) for _, _, b in rows if b) == Counter(map(frozenset, every_b))
    assert len({a["id"] for _, a, _ in rows if a}) == len(every_a)

    same = Counter("、".join(each) for each in every_a) & Counter("、".join(each) for each in every_b)
    assert Counter(a["text"] for match, a, b in rows if match == "SAME_TEXT" and a["text"] == b["text"]) == same
    fits(rows, least)
    whole = len(every_a) + len(every_b) - same.total()
    assert got["requirements"]["jaccard"] == same.total() / whole
    matches = Counter(match for match, _, _ in rows)
    paired = matches["SAME_TEXT"] + matches["SHARED_COMPONENTS"]
    assert list(got["requirements"].values())[:6] == [
        len(every_a),
        len(every_b),
        same.total(),
        matches["SHARED_COMPONENTS"],
        len(every_a) - paired,
        len(every_b) - paired,
    ]
    one, other = frozenset().union(*every_a), frozenset().union(*every_b)
    assert got["components"] == {
        "a": len(one),
        "b": len(other),
        "shared": sorted(one & other),
        "jaccard": index(one, other),
    }


def fits(rows, least: float) -> None:
    """Every pair shares enough, and no two texts that are not paired with each other would both gain by it."""
    scores: dict[str, float] = {}
    for match, a, b in rows:
        score = 2.0 if match == "SAME_TEXT" else index(named(a), named(b)) if a and b else 0.0
        assert match == "NO_MATCH" or score >= least
        scores |= {each["id"]: score for each in (a, b) if each}
    for a in (a for _, a, _ in rows if a):
        for b in (b for _, _, b in rows if b):
            could = index(named(a), named(b))
            assert could < least or could <= max(scores[a["id"]], scores[b["id"]])


async def test_a_side_that_is_not_there_is_told(database):
    await write_standards(database, {"1:1": [("ADVANCED", "1.1", "数组")]})
    ((answer, _),) = await run_counted(database, [Request(ASK, {"least": 0.5})])

    assert answer.data == {"crosswalk": None}
    assert "StandardLevel:2:1:ADVANCED" in str(answer.errors[0])


@pytest.mark.parametrize(
    ("arguments", "argument"),
    [
        ('a: "Major:2021:510203", b: "SkillStandard:1:1"', "a"),
        ('a: "SkillStandard:1:1", b: "SkillStandard:1:1", minJaccard: 0.0', "minJaccard"),
    ],
)
async def test_what_cannot_be_compared_is_refused(arguments, argument):
    error = await refusal(f"{{ crosswalk({arguments}) {{ requirements {{ a }} }} }}", BadArgumentError)

    assert error.details == {"argument": argument}
