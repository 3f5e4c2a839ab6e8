"""``versionDiff`` against what must hold of any comparison, on small standards drawn at random."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.versions import LEAST_AT_PLACE
from graph.errors import BadArgumentError
from resolvers.identify import Request
from resolvers.questions.shared.standard_texts import LINES_LARGEST
from tests.analysis.likeness import likeness
from tests.golden.make import run_counted
from tests.resolvers.questions.small_graphs import few
from tests.resolvers.questions.small_standards import write_nodes, write_standards
from tests.resolvers.request.refusals import refusal

KINDS = ["UNCHANGED", "MOVED", "SPLIT", "MERGED", "REWORDED", "REWRITTEN", "REMOVED", "ADDED"]
ASK = """query ($from: ID!, $to: ID!, $least: Float) { versionDiff(from: $from, to: $to, minSimilarity: $least) {
  from to unchanged moved split merged reworded rewritten removed added
  changes { kind similarity
    from { id ... on SkillRequirement { text level code } ... on Course { name } }
    to { id ... on SkillRequirement { text level code } ... on Course { name } } } } }"""

words = st.lists(st.sampled_from(["java", "git", "数组", "索引", "集群"]), min_size=1, max_size=3, unique=True)
line = st.tuples(st.sampled_from(["ELEMENTARY", "ADVANCED"]), st.sampled_from(["1.1", "1.2"]), words.map("、".join))
version = st.lists(line, max_size=6)


def alike(one: dict, other: dict) -> float:
    return float(likeness(*(each["text"].replace("、", "") for each in (one, other))))


def parts(each: dict) -> set[str]:
    return set(each["text"].split("、"))


def place(each: dict) -> tuple[str, str]:
    return each["level"], each["code"]


def made_of(whole: dict, others: list[dict]) -> bool:
    inside = [each for each in others if parts(each) < parts(whole)]
    return len(inside) > 1 and set().union(*map(parts, inside)) == parts(whole)


@few
@given(earlier=version, later=version, least=st.sampled_from([0.5, 0.75, 1.0]))
def test_version_diff_is_what_a_comparison_by_hand_gives(opened, earlier, later, least):
    opened(lambda database: compare(database, earlier, later, least))


async def compare(database, earlier, later, least) -> None:
    extra = ("ADVANCED", "2.1", "集群、索引")
    await write_standards(database, {"1:1": [*earlier, extra], "1:2": [*later, extra]})
    asked = {"from": "SkillStandard:1:1", "to": "SkillStandard:1:2", "least": least}
    ((answer, statements),) = await run_counted(database, [Request(ASK, asked)])
    assert (answer.errors, statements) == ([], 1)
    got = answer.data["versionDiff"]
    changes = got["changes"]

    # Every requirement stands in one change, and every count is that of its changes.
    for side, lines in (("from", [*earlier, extra]), ("to", [*later, extra])):
        shown = [each for change in changes for each in change[side]]
        assert len({each["id"] for each in shown}) == len(shown) == got[side] == len(lines)
        assert Counter((each["level"], each["text"]) for each in shown) == Counter((a, c) for a, _, c in lines)
    assert [got[each.lower()] for each in KINDS] == [[one["kind"] for one in changes].count(each) for each in KINDS]

    # The same text is found as often as it stands on both sides, and at its own place where it can be.
    texts = [Counter(each[2] for each in lines) for lines in ([*earlier, extra], [*later, extra])]
    assert got["unchanged"] + got["moved"] == (texts[0] & texts[1]).total()
    before, after = (
        {(place(each), each["text"]) for change in changes for each in change[side]} for side in ("from", "to")
    )
    assert got["unchanged"] == len(before & after)
    for change in changes:
        holds(change, least)
    nothing_was_missed(changes, least)


def holds(change: dict, least: float) -> None:
    """What a change says of its own texts is so."""
    was, became = change["from"], change["to"]
    match change["kind"]:
        case "UNCHANGED" | "MOVED" as kind:
            assert was[0]["text"] == became[0]["text"]
            assert (place(was[0]) == place(became[0])) == (kind == "UNCHANGED")
        case "SPLIT":
            assert len(was) == 1
            assert len(became) > 1
            assert made_of(was[0], became)
        case "MERGED":
            assert len(became) == 1
            assert len(was) > 1
            assert made_of(became[0], was)
        case "REWORDED":
            assert was[0]["text"] != became[0]["text"]
            assert change["similarity"] == pytest.approx(alike(was[0], became[0]))
            assert change["similarity"] >= least
        case "REWRITTEN":
            assert place(was[0]) == place(became[0])
            assert change["similarity"] == pytest.approx(alike(was[0], became[0]))
            assert LEAST_AT_PLACE <= change["similarity"] < least
        case _:
            assert len(was) + len(became) == 1


def nothing_was_missed(changes: list[dict], least: float) -> None:
    """What is left over could not have been split or merged, and no two texts would both rather have each other."""
    found = {"REWORDED", "REWRITTEN"}
    left = [(each, change) for change in changes if change["kind"] in {*found, "REMOVED"} for each in change["from"]]
    right = [(each, change) for change in changes if change["kind"] in {*found, "ADDED"} for each in change["to"]]
    for one, _ in left:
        assert not made_of(one, [each for each, _ in right])
    for other, _ in right:
        assert not made_of(other, [each for each, _ in left])
    for one, mine in left:
        for other, theirs in right:
            best = max(each["similarity"] or 0 for each in (mine, theirs))
            assert alike(one, other) < least or alike(one, other) <= best + 1e-9


PAGES = """query ($first: Int!, $after: String, $kinds: [VersionChangeKind!]) {
  versionDiff(from: "SkillStandard:1:1", to: "SkillStandard:1:2", first: $first, after: $after, kinds: $kinds) {
    added changes { kind from { id } to { id } } pageInfo { hasNextPage hasPreviousPage endCursor } } }"""


async def test_changes_are_read_page_after_page(database):
    earlier = [("ELEMENTARY", "1.1", f"会用{each}") for each in ("数组", "继承", "接口")]
    await write_standards(database, {"1:1": earlier, "1:2": [*earlier[:2], ("ELEMENTARY", "2.1", "部署Docker")]})

    async def page(first: int, after: str | None = None, kinds: list[str] | None = None) -> dict:
        asked = {"first": first, "after": after, "kinds": kinds}
        ((answer, statements),) = await run_counted(database, [Request(PAGES, asked)])
        assert (answer.errors, statements) == ([], 1)
        return answer.data["versionDiff"]

    whole = await page(500)
    found, after = [], None
    for place in range(2):
        part = await page(2, after)
        found += part["changes"]
        after = part["pageInfo"]["endCursor"]
        assert part["pageInfo"]["hasNextPage"] == (place == 0)
    of_kind = await page(1, kinds=["ADDED", "REMOVED"])
    rest = await page(1, of_kind["pageInfo"]["endCursor"], ["ADDED", "REMOVED"])

    assert found == whole["changes"]
    assert [each["kind"] for each in (*of_kind["changes"], *rest["changes"])] == ["REMOVED", "ADDED"]
    assert (of_kind["added"], rest["pageInfo"]["hasNextPage"]) == (1, False)


@pytest.mark.parametrize("question", ["versionDiff", "revisionImpact"])
async def test_a_side_with_more_lines_than_are_compared_is_refused(database, question):
    long = [("ELEMENTARY", "1.1", f"会用{each}") for each in range(LINES_LARGEST + 1)]
    await write_standards(database, {"1:1": long[:1], "1:2": long})
    asked = f'{{ {question}(from: "SkillStandard:1:1", to: "SkillStandard:1:2") {{ unchanged }} }}'
    ((answer, _),) = await run_counted(database, [Request(asked, {})])

    (error,) = answer.errors
    assert error.original_error.code == "BAD_ARGUMENT"
    assert error.message.startswith("Argument `to`: it has more than 1,000 requirements or courses")


async def test_each_kind_of_change_is_told(database):
    earlier = [
        ("ELEMENTARY", "1.1", "会用数组"),
        ("ELEMENTARY", "1.1", "会用Git管理源码版本"),
        ("ELEMENTARY", "1.1", "会用List、Set、Map集合"),
        ("ELEMENTARY", "1.2", "会用封装"),
        ("ELEMENTARY", "1.2", "会用继承"),
        ("ELEMENTARY", "1.2", "会用VSS管理文档"),
    ]
    later = [
        ("ELEMENTARY", "1.1", "会用 数组。"),
        ("ELEMENTARY", "1.1", "会用Git管理源码的版本"),
        ("ELEMENTARY", "1.1", "会用List和Set"),
        ("ELEMENTARY", "1.1", "会用Map集合"),
        ("ELEMENTARY", "2.1", "会用封装与继承"),
        ("ADVANCED", "1.1", "会部署Docker"),
    ]
    await write_standards(database, {"1:1": earlier, "1:2": later})
    asked = {"from": "SkillStandard:1:1", "to": "SkillStandard:1:2", "least": 0.75}
    ((answer, _),) = await run_counted(database, [Request(ASK, asked)])

    shown = [
        (each["kind"], [one["code"] for one in each["from"]], [one["code"] for one in each["to"]])
        for each in answer.data["versionDiff"]["changes"]
    ]
    assert shown == [
        ("UNCHANGED", ["1.1.1"], ["1.1.1"]),
        ("REWORDED", ["1.1.2"], ["1.1.2"]),
        ("SPLIT", ["1.1.3"], ["1.1.3", "1.1.4"]),
        ("MERGED", ["1.2.1", "1.2.2"], ["2.1.1"]),
        ("REMOVED", ["1.2.3"], []),
        ("ADDED", [], ["1.1.1"]),
    ]


async def test_a_course_whose_module_nobody_knows_has_not_moved(database):
    nodes: dict[str, dict] = {"TeachingStandard:a": {}, "TeachingStandard:b": {}}
    courses = {"a": [("数据结构", "CORE"), ("操作系统", "CORE")], "b": [("操作系统", "EXTENSION"), ("数据结构", None)]}
    links = set()
    for standard, listed in courses.items():
        for sequence, (name, module) in enumerate(listed):
            nodes[f"Course:{standard}{sequence}"] = {"name": name, "module": module, "sequence": sequence}
            links.add(("HAS_COURSE", f"TeachingStandard:{standard}", f"Course:{standard}{sequence}"))
    await write_nodes(database, nodes, links)
    asked = {"from": "TeachingStandard:a", "to": "TeachingStandard:b", "least": 0.75}
    ((answer, _),) = await run_counted(database, [Request(ASK, asked)])

    shown = [(each["kind"], each["from"][0]["name"]) for each in answer.data["versionDiff"]["changes"]]
    assert shown == [("UNCHANGED", "数据结构"), ("MOVED", "操作系统")]


async def test_a_version_that_is_not_there_is_told(database):
    await write_standards(database, {"1:1": [("ADVANCED", "1.1", "数组")]})
    asked = {"from": "SkillStandard:1:1", "to": "SkillStandard:1:2", "least": 0.75}
    ((answer, _),) = await run_counted(database, [Request(ASK, asked)])

    assert answer.data == {"versionDiff": None}
    assert "SkillStandard:1:2" in str(answer.errors[0])


@pytest.mark.parametrize(
    ("asked", "argument"),
    [
        ({"from": "SkillStandard:1:1", "to": "TeachingStandard:a"}, "to"),
        ({"from": "Major:2021:510203", "to": "SkillStandard:1:1"}, "from"),
        ({"from": "SkillStandard:1:1", "to": "SkillStandard:1:2", "least": 0.4}, "minSimilarity"),
    ],
)
async def test_what_has_no_versions_is_refused(asked, argument):
    error = await refusal(ASK, BadArgumentError, **asked)

    assert error.details == {"argument": argument}
