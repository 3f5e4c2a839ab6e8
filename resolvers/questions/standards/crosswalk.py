"""``crosswalk``: what two levels, standards or certificates have in common, by requirement and by task.

The statement reads both sides; ``analysis.pairing`` compares them. It compares words: it proves nothing equivalent.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from analysis.pairing import Line, Pair, jaccard, pair_lines
from graph.model.core import CodeList, Property, Scalar
from graph.query.plan import Bind, Inputs, ProjectNode, QuestionStatement, Root
from resolvers.questions.question import Argument, DeclaredField, call, type_of_id
from resolvers.questions.records import FIRST, NodeField, RecordField, RecordType
from resolvers.questions.shared.evidence import TARGETS, codes_given
from resolvers.questions.shared.standard_texts import (
    ROWS_DEFAULT,
    ROWS_LARGEST,
    exists,
    missing,
    requirements_of,
    rows_shown,
    share,
    tasks_of,
)
from resolvers.request.arguments import plain
from resolvers.request.selection import Collector, FieldRequest
from resolvers.request.variables import bind

LEAST_JACCARD = 0.25

MATCH = CodeList(
    "CrosswalkMatch",
    "What two texts have in common. A likeness of words: only a reviewed alignment says that they mean the same.",
    {
        "SAME_TEXT": "The same text; full-width forms, case, spaces and punctuation do not count.",
        "SHARED_COMPONENTS": "Other text, but enough of the same components, such as names of tools.",
        "NO_MATCH": "Nothing on the other side.",
    },
)


def _count(name: str, description: str) -> Property:
    return Property(name=name, type=Scalar.INT, description=description, required=True)


_JACCARD = "in both / in either, 0 to 1. Null: a side has none in the graph."

COUNTS = RecordType(
    name="CrosswalkCounts",
    description="How many texts of two sides belong together. A text is paired once at most.",
    fields=(
        _count("a", "Texts of a."),
        _count("b", "Texts of b."),
        _count("sameText", "Pairs SAME_TEXT."),
        _count("sharedComponents", "Pairs SHARED_COMPONENTS."),
        _count("onlyA", "Texts of a without a match."),
        _count("onlyB", "Texts of b without a match."),
        Property(
            name="jaccard",
            type=Scalar.FLOAT,
            description=f"Jaccard index of the same texts: {_JACCARD}",
        ),
    ),
)

COMPONENTS = RecordType(
    name="CrosswalkComponents",
    description="The components that the requirements of two sides name, each counted once.",
    fields=(
        _count("a", "Components of a."),
        _count("b", "Components of b."),
        Property(name="shared", description="Components of both, in the order of their text.", many=True),
        Property(name="jaccard", type=Scalar.FLOAT, description=f"Jaccard index: {_JACCARD}"),
    ),
)

_PAIR = (
    Property(name="match", type=MATCH, description="What the two have in common.", required=True),
    Property(
        name="shared",
        description="Components that both name, normalised: names in Latin letters and phrases. Empty: none.",
        many=True,
    ),
    Property(
        name="jaccard",
        type=Scalar.FLOAT,
        description="Jaccard index of their components; 1: the same text, 0: no match.",
        required=True,
    ),
)

REQUIREMENT = RecordType(
    name="CrosswalkRequirement",
    description="One side of a row.",
    fields=(NodeField(name="requirement", description="The requirement.", kinds=("SkillRequirement",)),),
)

TASK = RecordType(
    name="CrosswalkTask",
    description="One side of a row.",
    fields=(NodeField(name="task", description="The work task.", kinds=("WorkTask",)),),
)


def _row(name: str, side: RecordType) -> RecordType:
    return RecordType(
        name=name,
        description="Two texts that belong together, or one that has no match.",
        fields=(
            *_PAIR,
            RecordField(name="a", description="The side of a. Null: no match there.", record=side, is_list=False),
            RecordField(name="b", description="The side of b. Null: no match there.", record=side, is_list=False),
        ),
    )


CROSSWALK = RecordType(
    name="Crosswalk",
    description="Two sides compared by the words of their requirements and tasks.",
    fields=(
        RecordField(name="requirements", description="Counts of requirements.", record=COUNTS, is_list=False),
        RecordField(name="tasks", description="Counts of work tasks.", record=COUNTS, is_list=False),
        RecordField(name="components", description="Counts of components.", record=COMPONENTS, is_list=False),
        RecordField(
            name="rows",
            description="The requirements: those of a in the standard's order, then those of b without a match.",
            record=_row("CrosswalkRequirementRow", REQUIREMENT),
            size=FIRST,
        ),
        RecordField(
            name="taskRows",
            description="The work tasks, in the same order.",
            record=_row("CrosswalkTaskRow", TASK),
            size=FIRST,
        ),
    ),
)


def _plan(collector: Collector, request: FieldRequest) -> Root:
    kinds = {each: type_of_id(request, each, TARGETS) for each in ("a", "b")}
    binds = (
        bind("a", request.arguments["a"]),
        bind("b", request.arguments["b"]),
        bind("minJaccard", request.arguments["minJaccard"], share("minJaccard", least=0.05)),
        bind("matches", codes_given(request, "matches", MATCH), plain),
        bind("first", request.arguments["first"], rows_shown),
    )
    by_label = {each.label: each for each in binds}
    declared = QuestionStatement("crosswalk", _writer(kinds), fold=lambda raw, inputs: _fold(raw, by_label, inputs))
    return call(collector, request, CROSSWALK, binds, declared, is_list=False, missing=missing(kinds, by_label))


def _writer(kinds: Mapping[str, str]) -> Callable[[Mapping[str, str], ProjectNode], str]:
    def write(parameters: Mapping[str, str], project: ProjectNode) -> str:
        sides = [(kind, parameters[name]) for name, kind in kinds.items()]
        parts = (
            " AND ".join(exists(*each) for each in sides),
            *(requirements_of(*each, project) for each in sides),
            *(tasks_of(*each, project) for each in sides),
        )
        return "RETURN [" + ",\n".join(parts) + "]"

    return write


def _fold(raw: Any, binds: Mapping[str, Bind], inputs: Inputs) -> Any:
    """Compare what was read; None: a or b is not there."""
    found, *sides = raw
    if not found:
        return None
    least = binds["minJaccard"].read(inputs)
    one, other, one_tasks, other_tasks = ([Line(each[2]) for each in side] for side in sides)
    pairs, task_pairs = pair_lines(one, other, least), pair_lines(one_tasks, other_tasks, least)
    matches, first = binds["matches"].read(inputs), binds["first"].read(inputs)
    rows, task_rows = (
        [_row_of(each, *nodes) for each in found if _match(each) in matches][:first]
        for found, nodes in ((pairs, sides[:2]), (task_pairs, sides[2:]))
    )
    counts = [_counts(one, other, pairs), _counts(one_tasks, other_tasks, task_pairs)]
    return [*counts, _components(one, other), rows, task_rows]


def _match(pair: Pair) -> str:
    if pair.left is None or pair.right is None:
        return "NO_MATCH"
    return "SAME_TEXT" if pair.is_same else "SHARED_COMPONENTS"


def _row_of(pair: Pair, left: Sequence[Any], right: Sequence[Any]) -> list[Any]:
    sides = (None if place is None else [nodes[place][3]] for place, nodes in ((pair.left, left), (pair.right, right)))
    return [_match(pair), sorted(pair.shared), pair.jaccard, *sides]


def _counts(left: Sequence[Line], right: Sequence[Line], pairs: Sequence[Pair]) -> list[Any]:
    found = [_match(each) for each in pairs]
    same, shared = found.count("SAME_TEXT"), found.count("SHARED_COMPONENTS")
    one, other = len(left), len(right)
    paired = same + shared
    index = same / (one + other - same) if one and other else None
    return [one, other, same, shared, one - paired, other - paired, index]


def _components(left: Sequence[Line], right: Sequence[Line]) -> list[Any]:
    one, other = (frozenset[str]().union(*(each.parts for each in side)) for side in (left, right))
    return [len(one), len(other), sorted(one & other), jaccard(one, other) if one and other else None]


CROSSWALK_FIELD = DeclaredField(
    name="crosswalk",
    description=(
        "What two levels, standards, certificates or work areas have in common, by the words of their requirements "
        "and tasks. A text is paired once at most: with the same text, else with the one that shares the most "
        "components with it; what has no match stands there too, on either side. It finds what to look at; it proves "
        "nothing equivalent. Not found: null, and NOT_FOUND."
    ),
    arguments=(
        Argument(
            name="a",
            annotation="ID",
            description=(
                "A StandardLevel, SkillStandard, CertificateLevel, Certificate (all its standards) or WorkArea."
            ),
        ),
        Argument(name="b", annotation="ID", description="The other side; its type may differ."),
        Argument(
            name="minJaccard",
            annotation="Float",
            description="Least Jaccard index of the components of a pair of other text, 0.05 to 1.",
            default=LEAST_JACCARD,
        ),
        Argument(
            name="matches",
            annotation="list[CrosswalkMatch] | None",
            description="Show only such rows; the counts stay whole. By default all.",
            default=None,
        ),
        Argument(
            name="first",
            annotation="Int",
            description=f"Rows to show, and task rows: 1 to {ROWS_LARGEST}.",
            default=ROWS_DEFAULT,
        ),
    ),
    record=CROSSWALK,
    is_list=False,
    plan=_plan,
    codes=(MATCH,),
)
